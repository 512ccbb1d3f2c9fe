package org.kiungo.planner.deploy.protect;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.links.CandidateLinks;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.network.VertexQueue;

/**
 * Cheapest ways from a hub to the network (Dijkstra), what the draft and other second ways pay for
 * anyway costing only what it costs to widen it. Ties are broken by place.
 */
final class ApartPaths {

  /** No way. */
  static final int[] NONE = new int[0];

  private final Hubs hubs;
  private final CandidateLinks links;

  ApartPaths(Hubs hubs) {
    this.hubs = hubs;
    links = hubs.question().links();
  }

  /** The way of a place in a draft, arc by arc. */
  int[] first(Draft draft, int start) {
    int[] arcs = new int[8];
    int count = 0;
    for (int v = start; v != links.root(); v = links.head(draft.arc(v))) {
      if (count == arcs.length) {
        arcs = Arrays.copyOf(arcs, 2 * count);
      }
      arcs[count++] = draft.arc(v);
    }
    return Arrays.copyOf(arcs, count);
  }

  /**
   * The cheapest second way.
   *
   * @param first arcs of the first way
   * @return {@link #NONE} where no way keeps apart from the first
   */
  int[] second(Draft draft, SecondWays ways, int start, long bps, int[] first) {
    Apart apart = new Apart(hubs, start, first);
    return search(
        start,
        (v, e, country) ->
            apart.allows(v, e, country) ? ways.furtherCents(draft, v, e, bps) : Long.MAX_VALUE);
  }

  /**
   * A way that shares as little as can be with another one: the second of a pair whose first is yet
   * to be found.
   */
  int[] loose(Draft draft, SecondWays ways, int start, long bps, int[] first) {
    Apart apart = new Apart(hubs, start, first);
    long dear = SolverUnits.NEVER_CENTS / 1_000_000;
    return search(
        start,
        (v, e, country) -> {
          if (links.isUp(links.link(e))) {
            return Long.MAX_VALUE;
          }
          long cents = ways.furtherCents(draft, v, e, bps);
          return apart.allows(v, e, country) ? cents : cents + dear;
        });
  }

  /** Cost of an arc that leaves a place. */
  private interface Cost {
    /**
     * @param country the last one known on the way
     * @return {@link Long#MAX_VALUE} where the way may not use it
     */
    long of(int place, int arc, String country);
  }

  private int[] search(int start, Cost cost) {
    int places = links.root();
    VertexQueue queue = new VertexQueue(places + 1);
    long[] cents = new long[places + 1];
    int[] from = new int[places + 1];
    int[] over = new int[places + 1];
    String[] country = new String[places + 1];
    boolean[] closed = new boolean[places + 1];
    Arrays.fill(cents, Long.MAX_VALUE);
    cents[start] = 0;
    country[start] = hubs.ends().country(start);
    queue.offer(start, 0);
    while (!queue.isEmpty()) {
      int v = queue.poll();
      if (v == places) {
        return way(start, from, over);
      }
      closed[v] = true;
      for (int e = links.first(v); e < links.end(v); e++) {
        int u = links.head(e);
        long further = closed[u] ? Long.MAX_VALUE : cost.of(v, e, country[v]);
        if (further < SolverUnits.UNLIMITED_CENTS && cents[v] + further < cents[u]) {
          cents[u] = cents[v] + further;
          from[u] = v;
          over[u] = e;
          String next = hubs.ends().country(v, e);
          country[u] = next.isEmpty() ? country[v] : next;
          queue.offer(u, cents[u]);
        }
      }
    }
    return NONE;
  }

  private int[] way(int start, int[] from, int[] over) {
    Deque<Integer> arcs = new ArrayDeque<>();
    for (int v = links.root(); v != start; v = from[v]) {
      arcs.push(over[v]);
    }
    return arcs.stream().mapToInt(Integer::intValue).toArray();
  }
}
