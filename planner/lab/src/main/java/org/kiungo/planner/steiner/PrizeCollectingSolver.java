package org.kiungo.planner.steiner;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.kiungo.planner.network.Arborescence;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;

/**
 * The prize-collecting Steiner tree problem without a root: the cheapest tree anywhere, edges plus
 * prizes missed. Either the best tree holds the terminal of the largest prize, or it does not: root
 * it there, then take that terminal out of the graph and go on with the next, until what is lost
 * alone exceeds the best value. Most later roots are closed by their first dual ascent.
 */
public final class PrizeCollectingSolver {

  private final Digraph graph;
  private final long[] cost;
  private final long[] prize;
  private final SteinerLimits limits;
  private final boolean[] useless;
  private final long[] left;
  private long value;
  private int[] parentArc;
  private int root;

  private PrizeCollectingSolver(Digraph graph, long[] cost, long[] prize, SteinerLimits limits) {
    this.graph = graph;
    this.cost = cost;
    this.prize = prize;
    this.limits = limits;
    useless = new boolean[graph.arcCount()];
    left = prize.clone();
  }

  /**
   * A tree and its proof.
   *
   * @param root one of the tree's vertices
   * @param parentArc per vertex the arc towards it from the root, −1 outside the tree
   * @param value edges + prizes missed
   * @param lowerBound no tree is cheaper than this
   */
  public record Solved(int root, int[] parentArc, long value, long lowerBound) {}

  /**
   * @param graph symmetric: links only
   * @param cost per arc, ≥ 0, equal both ways
   * @param prize per vertex, ≥ 0; finite
   */
  public static Solved solve(Digraph graph, long[] cost, long[] prize, SteinerLimits limits) {
    return new PrizeCollectingSolver(graph, cost, prize, limits).run();
  }

  private Solved run() {
    int[] roots =
        IntStream.range(0, prize.length)
            .boxed()
            .filter(v -> prize[v] > 0)
            .sorted(Comparator.comparingLong((Integer v) -> -prize[v]).thenComparing(v -> v))
            .mapToInt(v -> v)
            .toArray();
    value = Arrays.stream(prize).sum() - (roots.length == 0 ? 0 : prize[roots[0]]);
    root = roots.length == 0 ? 0 : roots[0];
    parentArc = new int[prize.length];
    Arrays.fill(parentArc, -1);
    long lost = 0;
    long bound = Long.MAX_VALUE;
    for (int t : roots) {
      if (lost >= value) {
        break;
      }
      bound = Math.min(bound, lost + boundWith(t, lost));
      lost += prize[t];
      takeOut(t);
    }
    return new Solved(root, parentArc, value, Math.min(value, bound));
  }

  /** Searches the trees that hold a terminal; a lower bound on them, losses so far not counted. */
  private long boundWith(int t, long lost) {
    ArborescenceInstance rooted = new ArborescenceInstance(graph, cost, t, left);
    long[] penalty = left.clone();
    penalty[t] = 0;
    ReducedInstance smaller = Reducer.reduce(rooted, useless, penalty);
    long elsewhere = lost + smaller.offset();
    if (elsewhere >= value) {
      return smaller.offset();
    }
    SolvedArborescence solved =
        ArborescenceSolver.solveBelow(smaller.instance(), limits, value - elsewhere);
    if (solved.tree().value() + elsewhere < value) {
      Arborescence lifted = smaller.lift(solved.tree());
      value = lifted.value() + lost;
      parentArc = lifted.parentArc();
      root = t;
    }
    return smaller.offset() + solved.lowerBound();
  }

  private void takeOut(int t) {
    left[t] = 0;
    for (int a = 0; a < useless.length; a++) {
      useless[a] |= graph.tail(a) == t || graph.head(a) == t;
    }
  }
}
