package org.kiungo.planner.place.location;

import java.util.function.BooleanSupplier;

/**
 * Branch and bound over "site j open or closed", bounded by the Lagrangian dual, with reduced-cost
 * fixing at every node: a site whose opening (closing) alone lifts the bound to the best value
 * known is closed (opened) for good.
 *
 * <p>Depth first, so memory is one price vector per level. Guarantee: exact when it ends by itself;
 * otherwise the least bound among the nodes left open.
 *
 * @see "Beasley 1993, Lagrangean heuristics for location problems, European Journal of Operational
 *     Research 65, 383–399"
 */
final class LocationTree {

  /** What a model does with the sites that the dual proposes. */
  interface Primal {

    /** Value of the best feasible decision so far; infinite before the first. */
    double best();

    /** Tries to build a better decision from proposed sites. */
    void propose(boolean[] chosen);

    /**
     * Solves what is left when exactly these sites may serve, once a node has no free site left.
     *
     * @return proven lower bound of that rest; its exact value where the model can tell
     */
    double leaf(boolean[] open);
  }

  private final LagrangianDual dual;
  private final Primal primal;
  private final boolean integral;
  private final int p;
  private final BooleanSupplier stop;
  private final int iterationsPerNode;
  private long nodesLeft;
  private long nodes;

  LocationTree(
      LagrangianDual dual,
      Primal primal,
      boolean integral,
      int p,
      int nodesLeft,
      int iterationsPerNode,
      BooleanSupplier stop) {
    this.dual = dual;
    this.primal = primal;
    this.integral = integral;
    this.p = p;
    this.nodesLeft = nodesLeft;
    this.iterationsPerNode = iterationsPerNode;
    this.stop = stop;
  }

  long nodes() {
    return nodes;
  }

  /** The bound that makes a node useless: nothing below it can beat the best value known. */
  static double enough(double best, boolean integral) {
    return integral ? best - 1 + 1e-6 : best - 1e-9 * Math.max(1, Math.abs(best));
  }

  /**
   * @param prices where the dual starts
   * @return proven lower bound of everything the states allow, at most the best value known
   */
  double search(double[] prices, byte[] state, int iterations) {
    if (nodesLeft <= 0 || stop.getAsBoolean()) {
      return Double.NEGATIVE_INFINITY;
    }
    nodesLeft--;
    nodes++;
    double best = primal.best();
    dual.climb(prices, state, best, () -> enough(best, integral), iterations, stop, chosen -> {});
    primal.propose(dual.bestChosen);
    double bound = rounded(dual.bestBound);
    if (dual.bestBound >= enough(primal.best(), integral)) {
      return Math.max(bound, primal.best());
    }
    byte[] child = state.clone();
    fix(child);
    int branch = branchSite(child);
    if (branch < 0) {
      return leaf(child, bound);
    }
    double[] warm = dual.bestU.clone();
    boolean openFirst = dual.averageOpen[branch] >= 0.5 || dual.bestChosen[branch];
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < 2; k++) {
      child[branch] = (byte) (k == 0 == openFirst ? 1 : -1);
      least = Math.min(least, Math.max(bound, search(warm, child, iterationsPerNode)));
    }
    return Math.min(least, primal.best());
  }

  private double rounded(double bound) {
    return integral ? Math.ceil(bound - 1e-6) : bound;
  }

  private double leaf(byte[] state, double bound) {
    boolean[] open = new boolean[state.length];
    for (int j = 0; j < state.length; j++) {
      open[j] = state[j] == 1;
    }
    return Math.min(primal.best(), Math.max(bound, primal.leaf(open)));
  }

  /** Closes and opens what the reduced costs prove, in place. */
  void fix(byte[] state) {
    double enough = enough(primal.best(), integral);
    double spare = Math.min(0, dual.bestThreshold);
    int open = 0;
    for (int j = 0; j < state.length; j++) {
      if (state[j] != 0) {
        open += state[j] == 1 ? 1 : 0;
        continue;
      }
      double reduced = dual.bestReduced[j];
      if (dual.bestChosen[j]) {
        double closed = dual.bestBound - reduced + spare;
        if (closed >= enough) {
          state[j] = 1;
          open++;
        }
      } else {
        double opened = dual.bestBound + reduced - dual.bestWorstChosen;
        if (opened >= enough) {
          state[j] = -1;
        }
      }
    }
    if (open >= p) {
      for (int j = 0; j < state.length; j++) {
        state[j] = state[j] == 0 ? (byte) -1 : state[j];
      }
    }
  }

  private int branchSite(byte[] state) {
    int branch = -1;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < state.length; j++) {
      if (state[j] == 0) {
        double score = -Math.abs(dual.averageOpen[j] - 0.5);
        if (score > bestScore) {
          bestScore = score;
          branch = j;
        }
      }
    }
    return branch;
  }
}
