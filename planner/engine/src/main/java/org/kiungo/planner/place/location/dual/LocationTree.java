package org.kiungo.planner.place.location.dual;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * Branch and bound over "site j open or closed", bounded by the Lagrangian dual, with reduced-cost
 * fixing at every node: a site whose opening (closing) alone lifts the bound to the best value
 * known is closed (opened) for good.
 *
 * <p>Best bound first, deeper nodes first among equals, so that the bound rises while it runs;
 * depth first once the open nodes would fill {@value #MOST_BYTES} bytes. Guarantee: exact when it
 * ends by itself; otherwise the least bound among the nodes left open.
 *
 * @see "Beasley 1993, Lagrangean heuristics for location problems, European Journal of Operational
 *     Research 65, 383–399"
 */
public final class LocationTree {

  /** What a model does with the sites that the dual proposes. */
  public interface Primal {

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

  private static final long MOST_BYTES = 200_000_000;

  /** Prices are kept as floats: any prices prove a bound, and these only begin a climb. */
  private record Node(byte[] state, float[] prices, double bound, int depth, int iterations) {}

  private final PriorityQueue<Node> open =
      new PriorityQueue<>(
          Comparator.comparingDouble(Node::bound).thenComparingInt(node -> -node.depth()));
  private final ArrayDeque<Node> deepest = new ArrayDeque<>();
  private final LagrangianDual dual;
  private final Primal primal;
  private final boolean integral;
  private final int p;
  private final BooleanSupplier stop;
  private final int iterationsPerNode;
  private long nodesLeft;
  private long nodes;
  private long bytes;

  /** Least bound among nodes that nothing is left to branch on. */
  private double closed = Double.POSITIVE_INFINITY;

  public LocationTree(
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

  public long nodes() {
    return nodes;
  }

  /** The bound that makes a node useless: nothing below it can beat the best value known. */
  public static double enough(double best, boolean integral) {
    return integral ? best - 1 + 1e-6 : best - 1e-9 * Math.max(1, Math.abs(best));
  }

  /**
   * @param prices where the dual starts
   * @return proven lower bound of everything the states allow, at most the best value known
   */
  public double search(double[] prices, byte[] state, int iterations) {
    begin(prices, state, iterations);
    explore(Long.MAX_VALUE);
    return bound();
  }

  /** Puts the root among the open nodes. */
  public void begin(double[] prices, byte[] state, int iterations) {
    add(new Node(state.clone(), floats(prices), Double.NEGATIVE_INFINITY, 0, iterations));
  }

  /** Looks at so many nodes; false when none is left or may be looked at. */
  public boolean explore(long most) {
    for (long k = 0; k < most; k++) {
      if (open.isEmpty() && deepest.isEmpty() || nodesLeft <= 0 || stop.getAsBoolean()) {
        return false;
      }
      Node node = deepest.isEmpty() ? open.poll() : deepest.removeLast();
      bytes -= bytes(node);
      if (node.bound() < enough(primal.best(), integral)) {
        nodesLeft--;
        nodes++;
        split(node);
      }
    }
    return true;
  }

  /** Proven lower bound of everything the root allows, at most the best value known. */
  public double bound() {
    double least = Math.min(primal.best(), closed);
    least = open.isEmpty() ? least : Math.min(least, open.peek().bound());
    for (Node node : deepest) {
      least = Math.min(least, node.bound());
    }
    return least;
  }

  private void split(Node node) {
    double[] prices = new double[node.prices().length];
    for (int i = 0; i < prices.length; i++) {
      prices[i] = node.prices()[i];
    }
    double best = primal.best();
    dual.climb(
        prices,
        node.state(),
        best,
        () -> enough(best, integral),
        node.iterations(),
        stop,
        chosen -> {});
    double bound = Math.max(node.bound(), rounded(dual.bestBound));
    if (dual.bestBound == Double.NEGATIVE_INFINITY) {
      add(node);
      return;
    }
    primal.propose(dual.bestChosen);
    if (bound >= enough(primal.best(), integral)) {
      return;
    }
    byte[] child = node.state().clone();
    fix(child);
    int branch = branchSite(child);
    if (branch < 0) {
      closed = Math.min(closed, leaf(child, bound));
      return;
    }
    float[] warm = floats(dual.bestU);
    boolean openFirst = dual.averageOpen[branch] >= 0.5 || dual.bestChosen[branch];
    for (int k = 0; k < 2; k++) {
      byte[] state = child.clone();
      state[branch] = (byte) (k == 0 == openFirst ? -1 : 1);
      add(new Node(state, warm, bound, node.depth() + 1, iterationsPerNode));
    }
  }

  private void add(Node node) {
    bytes += bytes(node);
    if (bytes > MOST_BYTES) {
      deepest.addLast(node);
    } else {
      open.add(node);
    }
  }

  private static long bytes(Node node) {
    return node.state().length + 2L * node.prices().length + 100;
  }

  private static float[] floats(double[] numbers) {
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }

  private double rounded(double bound) {
    return integral ? Math.ceil(bound - 1e-6) : bound;
  }

  private double leaf(byte[] state, double bound) {
    boolean[] chosen = new boolean[state.length];
    for (int j = 0; j < state.length; j++) {
      chosen[j] = state[j] == 1;
    }
    return Math.max(bound, primal.leaf(chosen));
  }

  /** Closes and opens what the reduced costs prove, in place. */
  public void fix(byte[] state) {
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
