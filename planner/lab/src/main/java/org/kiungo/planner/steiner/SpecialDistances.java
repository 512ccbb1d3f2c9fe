package org.kiungo.planner.steiner;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;
import org.kiungo.planner.network.VertexQueue;

/**
 * Finds links that some best tree does without, whatever the bound: a detour joins their ends, and
 * no stretch of it costs more than the link. A stretch costs its links less the penalties of the
 * terminals within it, so it begins anew at a terminal that must be reached: whichever stretch
 * rejoins a tree that has lost the link is not dearer than the link was.
 *
 * <p>The special distance test of Duin and Volgenant, Networks 19 (1989) 549–567,
 * https://doi.org/10.1002/net.3230190506, in its prize-constrained form (Rehfeldt and Koch, INFORMS
 * Journal on Computing 34 (2022) 872–889, https://optimization-online.org/2020/04/7749). Links are
 * taken from the cheapest on, and detours looked for among those kept, from both ends: the kept
 * ones are few, which makes the test fast, and a link may go that is only as dear as its detour.
 *
 * <p>For instances in which every arc has its reverse at the same cost.
 */
final class SpecialDistances {

  /** Arcs looked at for one link at most; it is kept if no detour is found among them. */
  private static final int MOST_SCANS = 50_000;

  private static final int LINKS_BETWEEN_CLOCKS = 100;

  private final Digraph graph;
  private final long[] cost;
  private final int root;
  private final long[] penalty;
  private final int[][] kept;
  private final int[] keptCount;
  private final VertexQueue[] queue;
  private final long[][] stretch;
  private final int[][] reached;

  /** Per vertex the stamp plus the side that passes it. */
  private final int[] settled;

  private int stamp;

  private SpecialDistances(ArborescenceInstance instance, long[] penalty) {
    this.penalty = penalty;
    root = instance.root();
    graph = instance.graph();
    cost = instance.arcCosts();
    int n = graph.vertexCount();
    kept = new int[n][];
    keptCount = new int[n];
    queue = new VertexQueue[] {new VertexQueue(n), new VertexQueue(n)};
    stretch = new long[2][n];
    reached = new int[2][n];
    settled = new int[n];
  }

  /**
   * Marks links that may be left out all together.
   *
   * @param penalty per vertex, in place of the instance's
   * @param useless per arc, equal both ways: not in the graph any more; changed by this call
   * @param stop true keeps what has not been looked at yet
   */
  static void mark(
      ArborescenceInstance instance, long[] penalty, boolean[] useless, BooleanSupplier stop) {
    SpecialDistances distances = new SpecialDistances(instance, penalty);
    Digraph graph = instance.graph();
    int[] ascending =
        IntStream.range(0, useless.length)
            .filter(a -> a < graph.reverse(a) && !useless[a])
            .boxed()
            .sorted(Comparator.comparingLong((Integer a) -> instance.cost(a)).thenComparing(a -> a))
            .mapToInt(a -> a)
            .toArray();
    boolean stopped = false;
    for (int k = 0; k < ascending.length; k++) {
      int a = ascending[k];
      int back = graph.reverse(a);
      stopped |= k % LINKS_BETWEEN_CLOCKS == 0 && stop.getAsBoolean();
      if (!stopped && distances.hasDetour(a)) {
        useless[a] = true;
        useless[back] = true;
      } else {
        distances.keep(a);
        distances.keep(back);
      }
    }
  }

  private void keep(int arc) {
    int u = graph.tail(arc);
    if (kept[u] == null) {
      kept[u] = new int[4];
    } else if (keptCount[u] == kept[u].length) {
      kept[u] = Arrays.copyOf(kept[u], 2 * keptCount[u]);
    }
    kept[u][keptCount[u]++] = arc;
  }

  private boolean hasDetour(int link) {
    stamp += 2;
    begin(0, graph.tail(link));
    begin(1, graph.head(link));
    long limit = cost[link];
    int scans = 0;
    while (!queue[0].isEmpty() && !queue[1].isEmpty() && scans < MOST_SCANS) {
      int side = queue[0].minKey() <= queue[1].minKey() ? 0 : 1;
      int v = queue[side].poll();
      if (settled[v] < stamp) {
        settled[v] = stamp + side;
        scans += keptCount[v];
        if (spread(side, v, limit)) {
          return true;
        }
      }
    }
    return false;
  }

  private void begin(int side, int end) {
    queue[side].clear();
    queue[side].offer(end, 0);
    reached[side][end] = stamp;
    stretch[side][end] = 0;
  }

  /**
   * Goes on from a vertex of one side; true if it meets the other side's. A vertex is passed by the
   * side that comes first only, so no penalty counts twice.
   */
  private boolean spread(int side, int v, long limit) {
    long from = Math.max(0, stretch[side][v] - worth(v));
    for (int k = 0; k < keptCount[v]; k++) {
      int arc = kept[v][k];
      long length = from + cost[arc];
      if (length > limit) {
        break;
      }
      int w = graph.head(arc);
      if (settled[w] == stamp + side) {
        continue;
      }
      if (reached[1 - side][w] == stamp && length + stretch[1 - side][w] - worth(w) <= limit) {
        return true;
      }
      if (settled[w] < stamp && (reached[side][w] != stamp || length < stretch[side][w])) {
        reached[side][w] = stamp;
        stretch[side][w] = length;
        queue[side].offer(w, length);
      }
    }
    return false;
  }

  private long worth(int v) {
    return v == root ? ArborescenceInstance.MANDATORY : penalty[v];
  }
}
