package org.kiungo.planner.deploy.links;

import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.question.Question;

import java.util.Arrays;
import org.kiungo.planner.network.VertexQueue;

/**
 * Cheapest ways from every place to the network that is already paid for (Dijkstra over arcs turned
 * round, from the network outward), kept up to date while more places join it. Ties are broken by
 * place, so the forest is the same on every run.
 */
final class PathsToNetwork {

  private final CandidateLinks links;
  private final VertexQueue queue;
  final long[] cents;
  final int[] arc;
  private final boolean[] joined;

  /** Cost of each arc without load. */
  private final long[] unloadedCents;

  /** Before anything is built; links are priced without load. */
  PathsToNetwork(Question world) {
    links = world.links;
    queue = new VertexQueue(world.places.count);
    cents = new long[world.places.count];
    arc = new int[world.places.count];
    joined = new boolean[world.places.count];
    unloadedCents = new long[links.head.length];
    Arrays.setAll(unloadedCents, e -> links.media.cents(links.link[e], 0));
    Arrays.fill(cents, Long.MAX_VALUE);
    Arrays.fill(arc, -1);
    for (int v = 0; v < world.places.count; v++) {
      for (int e = links.first[v]; e < links.first[v + 1]; e++) {
        if (links.head[e] == links.root()) {
          offer(v, unloadedCents[e], e);
        }
      }
    }
    settle(null);
  }

  private PathsToNetwork(PathsToNetwork other) {
    links = other.links;
    queue = new VertexQueue(other.cents.length);
    cents = other.cents.clone();
    arc = other.arc.clone();
    joined = other.joined.clone();
    unloadedCents = other.unloadedCents;
  }

  /** The same ways, to go on from. */
  PathsToNetwork copy() {
    return new PathsToNetwork(this);
  }

  private void offer(int v, long newCents, int newArc) {
    if (newCents < cents[v]) {
      cents[v] = newCents;
      arc[v] = newArc;
      queue.offer(v, newCents);
    }
  }

  /** Told which places came closer to the network. */
  interface Listener {
    void closer(int place);
  }

  private void settle(Listener listener) {
    while (!queue.isEmpty()) {
      int u = queue.poll();
      if (listener != null) {
        listener.closer(u);
      }
      for (int e = links.first[u]; e < links.first[u + 1]; e++) {
        int v = links.head[e];
        if (v != links.root() && !joined[v]) {
          long through = cents[u] + unloadedCents[e];
          if (through < cents[v]) {
            offer(v, through, reverse(u, e));
          }
        }
      }
    }
  }

  /** The arc from the head of e back to its tail u. */
  private int reverse(int u, int e) {
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
        queue.offer(v, 0);
      }
    }
    settle(null);
  }

  /** Joins a place and everything on its way to the network, in the draft too. */
  void join(Draft draft, int place, Listener listener) {
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
      queue.offer(way[k], 0);
    }
    settle(listener);
  }
}
