package org.kiungo.planner.steiner;

import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.VertexQueue;

/**
 * Tells whether some best tree has at most two arcs at a vertex that is no terminal: for any three
 * or more of its links, detours between their other ends cost no more together. Then links that
 * bridge two of its neighbours can take its place, and only those cheaper than a detour are needed.
 *
 * <p>The test NTDk of Duin and Volgenant, Networks 19 (1989) 549–567,
 * https://doi.org/10.1002/net.3230190506; detours as in {@link SpecialDistances}. They do not pass
 * the vertex itself. For links at one cost both ways.
 */
final class StarTest {

  private static final int MOST_SCANS = 200;
  private static final long FAR = Long.MAX_VALUE / 16;

  private final WorkingArcs arcs;
  private final long[] penalty;
  private final int root;
  private final VertexQueue queue;
  private final long[] longest;
  private final long[] stretch;
  private final int[] reached;
  private final int[] settled;
  private int stamp;

  private int degree;
  private final int[] end = new int[WorkingArcs.MOST_NEIGHBOURS];
  private final long[] cost = new long[WorkingArcs.MOST_NEIGHBOURS];
  private final long[][] detour =
      new long[WorkingArcs.MOST_NEIGHBOURS][WorkingArcs.MOST_NEIGHBOURS];
  private final boolean[] joined = new boolean[WorkingArcs.MOST_NEIGHBOURS];

  StarTest(WorkingArcs arcs, long[] penalty, int root) {
    this.arcs = arcs;
    this.penalty = penalty;
    this.root = root;
    int n = penalty.length;
    queue = new VertexQueue(n);
    longest = new long[n];
    stretch = new long[n];
    reached = new int[n];
    settled = new int[n];
  }

  /** Looks at a vertex whose neighbours {@link WorkingArcs#look} has just listed, at most four. */
  boolean needless(int v) {
    degree = arcs.neighbours;
    long sum = 0;
    long leastCost = Long.MAX_VALUE;
    for (int i = 0; i < degree; i++) {
      end[i] = arcs.neighbour[i];
      cost[i] = arcs.cost(arcs.cheapest(end[i], v));
      sum += cost[i];
      leastCost = Math.min(leastCost, cost[i]);
    }
    int bridges = 0;
    for (int i = 0; i < degree; i++) {
      if (i + 1 < degree) {
        search(i, v, sum - leastCost);
      }
      for (int j = i + 1; j < degree; j++) {
        detour[i][j] = settled[end[j]] == stamp ? longest[end[j]] : FAR;
        detour[j][i] = detour[i][j];
        bridges += needsBridge(i, j) ? 1 : 0;
      }
    }
    if (bridges > degree) {
      return false;
    }
    for (int subset = 0; subset < 1 << degree; subset++) {
      if (Integer.bitCount(subset) > 2 && spanning(subset) > sumOf(subset)) {
        return false;
      }
    }
    return true;
  }

  /** Whether two of the neighbours looked at last need a link that passes the vertex. */
  boolean needsBridge(int i, int j) {
    return detour[i][j] > cost[i] + cost[j];
  }

  int end(int i) {
    return end[i];
  }

  private long sumOf(int subset) {
    long sum = 0;
    for (int i = 0; i < degree; i++) {
      sum += (subset >> i & 1) * cost[i];
    }
    return sum;
  }

  /** Least sum of detours that joins some of the ends: Prim. */
  private long spanning(int subset) {
    int first = Integer.numberOfTrailingZeros(subset);
    for (int i = 0; i < degree; i++) {
      joined[i] = i == first || (subset >> i & 1) == 0;
    }
    long sum = 0;
    for (int k = Integer.bitCount(subset); k > 1; k--) {
      int nearest = -1;
      long least = Long.MAX_VALUE;
      for (int i = 0; i < degree; i++) {
        for (int j = 0; !joined[i] && j < degree; j++) {
          if (joined[j] && (subset >> j & 1) == 1 && detour[i][j] < least) {
            least = detour[i][j];
            nearest = i;
          }
        }
      }
      joined[nearest] = true;
      sum += least;
    }
    return sum;
  }

  /** Detours from one end, by their dearest stretch, around a vertex. */
  private void search(int from, int around, long limit) {
    stamp++;
    queue.clear();
    int start = end[from];
    reached[start] = stamp;
    longest[start] = 0;
    stretch[start] = 0;
    queue.offer(start, 0);
    int open = degree - from;
    for (int scans = 0; !queue.isEmpty() && scans < MOST_SCANS && open > 0; ) {
      int v = queue.poll();
      settled[v] = stamp;
      for (int i = from; i < degree; i++) {
        open -= end[i] == v ? 1 : 0;
      }
      long gone = v == start ? 0 : Math.max(0, stretch[v] - worth(v));
      for (int a = arcs.firstIn(v); a >= 0; a = arcs.nextIn(a), scans++) {
        int w = arcs.tail(a);
        long length = gone + arcs.cost(a);
        long dearest = Math.max(longest[v], length);
        boolean nearer =
            reached[w] != stamp
                || dearest < longest[w]
                || (dearest == longest[w] && length < stretch[w]);
        if (w != around && settled[w] != stamp && dearest <= limit && nearer) {
          reached[w] = stamp;
          longest[w] = dearest;
          stretch[w] = length;
          queue.offer(w, dearest);
        }
      }
    }
  }

  private long worth(int v) {
    return v == root ? ArborescenceInstance.MANDATORY : penalty[v];
  }
}
