package org.kiungo.planner.deploy;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Cheapest ways from every place to the network that is already paid for (Dijkstra over arcs turned
 * round, from the network outward), kept up to date while more places join it. Ties are broken by
 * place, so the forest is the same on every run.
 */
final class PathsToNetwork {

  private final World world;
  private final long assumedLoadBps;
  private final PriorityQueue<long[]> queue =
      new PriorityQueue<>(
          (a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]));
  final long[] cents;
  final int[] arc;
  private final boolean[] joined;

  /**
   * @param assumedLoadBps load at which links are priced
   */
  PathsToNetwork(World world, long assumedLoadBps) {
    this.world = world;
    this.assumedLoadBps = assumedLoadBps;
    cents = new long[world.places.count];
    arc = new int[world.places.count];
    joined = new boolean[world.places.count];
    Arrays.fill(cents, Long.MAX_VALUE);
    Arrays.fill(arc, -1);
    CandidateLinks links = world.links;
    for (int v = 0; v < world.places.count; v++) {
      for (int e = links.first[v]; e < links.first[v + 1]; e++) {
        if (links.head[e] == links.root()) {
          offer(v, links.media.cents(links.link[e], assumedLoadBps), e);
        }
      }
    }
    settle(null);
  }

  private void offer(int v, long newCents, int newArc) {
    if (newCents < cents[v]) {
      cents[v] = newCents;
      arc[v] = newArc;
      queue.add(new long[] {newCents, v});
    }
  }

  /** Told which places came closer to the network. */
  interface Listener {
    void closer(int place);
  }

  private void settle(Listener listener) {
    CandidateLinks links = world.links;
    while (!queue.isEmpty()) {
      long[] top = queue.poll();
      int u = (int) top[1];
      if (top[0] != cents[u]) {
        continue;
      }
      if (listener != null) {
        listener.closer(u);
      }
      for (int e = links.first[u]; e < links.first[u + 1]; e++) {
        int v = links.head[e];
        if (v != links.root() && !joined[v]) {
          long through = top[0] + links.media.cents(links.link[e], assumedLoadBps);
          if (through < cents[v]) {
            offer(v, through, reverse(u, e));
          }
        }
      }
    }
  }

  /** The arc from the head of e back to its tail u. */
  private int reverse(int u, int e) {
    CandidateLinks links = world.links;
    int v = links.head[e];
    int back = links.first[v];
    while (links.head[back] != u) {
      back++;
    }
    return back;
  }

  /** Takes over what a draft uses already. */
  void joinUsed(Draft draft) {
    for (int v = 0; v < cents.length; v++) {
      if (draft.active[v] > 0) {
        cents[v] = 0;
        joined[v] = true;
        queue.add(new long[] {0, v});
      }
    }
    settle(null);
  }

  /** Joins a place and everything on its way to the network, in the draft too. */
  void join(Draft draft, int place, Listener listener) {
    CandidateLinks links = world.links;
    int length = 0;
    for (int v = place; v != links.root() && !joined[v]; v = links.head[arc[v]]) {
      length++;
    }
    int[] way = new int[length];
    int at = 0;
    for (int v = place; v != links.root() && !joined[v]; v = links.head[arc[v]]) {
      way[at++] = v;
    }
    for (int k = length - 1; k >= 0; k--) {
      draft.reparent(way[k], arc[way[k]]);
      cents[way[k]] = 0;
      joined[way[k]] = true;
      queue.add(new long[] {0, way[k]});
    }
    settle(listener);
  }
}
