package org.kiungo.planner.steiner;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.network.Arborescence;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;
import org.kiungo.planner.steiner.search.MultiStart;
import org.kiungo.planner.steiner.search.Rerooting;
import org.kiungo.planner.steiner.search.SteinerLocalSearch;

/**
 * Solves rooted Steiner problems: dual ascents and trees on their saturated arcs, reduction by
 * reduced costs and special distances, then in turns of growing length perturbed restarts, shaking
 * and branching on dual ascent, until the tree is proven best or the limits end it.
 */
public final class ArborescenceSolver {

  private static final int ROOTS = 8;
  private static final int NODE_ROOTS = 3;
  private static final int DEEPEST = 400;
  private static final double WORTH_REDUCING = 0.9;

  /**
   * First turn: restarts, shakes for each vertex of the tree, and nodes; each later turn does a
   * multiple of the one before.
   */
  private static final int RESTARTS = 2;

  private static final int SHAKES = 30;

  /** Of the first shaking; each later one begins at a better tree, and cooler. */
  private static final double WARMTH = 0.5;

  private static final int NODES = 60;
  private static final int LONGEST_TURN = 16;
  private static final double WORTH_BRANCHING_GAP = 0.02;
  private static final int WORTH_BRANCHING_ARCS = 3000;

  private final SteinerLimits limits;
  private final boolean symmetric;
  private final SplittableRandom random;
  private final Incumbent incumbent;
  private final BranchNode top;
  private long steps;
  private long lastStep;
  private int coolings;
  private boolean complete;
  private BranchNode startsNode;
  private MultiStart starts;

  private ArborescenceSolver(
      ArborescenceInstance instance, SteinerLimits limits, Arborescence start, long cutoff) {
    this.limits = limits;
    symmetric = Rerooting.isSymmetric(instance);
    random = new SplittableRandom(limits.seed());
    incumbent = new Incumbent(start, cutoff);
    top = BranchNode.top(instance);
  }

  /**
   * @param start a tree to improve on, or null
   */
  public static SolvedArborescence solve(
      ArborescenceInstance instance, SteinerLimits limits, Arborescence start) {
    Arborescence first = start == null ? Arborescence.empty(instance) : start;
    return new ArborescenceSolver(instance, limits, first, Long.MAX_VALUE).run();
  }

  /**
   * As {@link #solve}, looking only for trees cheaper than a value known from elsewhere.
   *
   * @param cutoff trees of this value or more do not matter; if none is cheaper, the bound returned
   *     is the cutoff when that is proven
   */
  static SolvedArborescence solveBelow(
      ArborescenceInstance instance, SteinerLimits limits, long cutoff) {
    Arborescence empty = Arborescence.empty(instance);
    return new ArborescenceSolver(instance, limits, empty, cutoff).run();
  }

  private SolvedArborescence run() {
    lastStep = limits.steps();
    RootSweep sweep = sweep(top, null, 1);
    if (!sweep.isClosed()) {
      BranchNode smaller = sweep.reduced(limits.stop());
      RootSweep whole =
          isMuchSmaller(smaller, top)
              ? sweepReduced(sweep, smaller, ROOTS)
              : sweep(top, sweep.tree(), ROOTS);
      sweep = reduceFurther(whole, ROOTS);
    }
    long bound = sweep.bound();
    for (int turn = 1;
        !sweep.isClosed() && bound < incumbent.upper() && !stopped();
        turn = Math.min(LONGEST_TURN, 2 * turn)) {
      long before = incumbent.upper();
      improve(sweep, turn);
      if (incumbent.upper() < before) {
        sweep = reduceFurther(sweep(sweep.node(), starts.best(), ROOTS), ROOTS);
      }
      bound = Math.max(bound, sweep.bound());
      if (!sweep.isClosed() && worthBranching(sweep)) {
        complete = true;
        lastStep = Math.min(limits.steps(), steps + (long) NODES * turn * turn);
        bound = Math.max(bound, branch(sweep, 0));
        lastStep = limits.steps();
        if (complete) {
          bound = incumbent.upper();
          break;
        }
      }
    }
    return new SolvedArborescence(incumbent.tree(), Math.min(bound, incumbent.upper()), steps);
  }

  private boolean stopped() {
    return steps >= lastStep || limits.stop().getAsBoolean();
  }

  private RootSweep sweep(BranchNode node, Arborescence known, int roots) {
    steps++;
    return RootSweep.of(node, symmetric, incumbent, known, roots, random, limits.stop());
  }

  /** Sweeps again over what is left, as long as that is much less. */
  private RootSweep reduceFurther(RootSweep first, int roots) {
    RootSweep sweep = first;
    while (!sweep.isClosed() && !stopped()) {
      BranchNode smaller = sweep.reduced(limits.stop());
      if (!isMuchSmaller(smaller, sweep.node())) {
        break;
      }
      sweep = sweepReduced(sweep, smaller, roots);
    }
    return sweep;
  }

  /** Else the trees are easier to search where no vertex has been replaced by links. */
  private static boolean isMuchSmaller(BranchNode smaller, BranchNode than) {
    int arcs = than.instance().graph().arcCount();
    return smaller.instance().graph().arcCount() <= arcs * WORTH_REDUCING;
  }

  private RootSweep sweepReduced(RootSweep before, BranchNode smaller, int roots) {
    RootSweep sweep = sweep(smaller, smaller.reduction().project(before.tree()), roots);
    sweep.raiseBound(before.bound());
    return sweep;
  }

  /**
   * Branching closes small gaps and small instances; elsewhere the time is better spent on trees.
   */
  private boolean worthBranching(RootSweep sweep) {
    double gap = (double) (incumbent.upper() - sweep.bound()) / incumbent.upper();
    return gap <= WORTH_BRANCHING_GAP
        || sweep.node().instance().graph().arcCount() <= WORTH_BRANCHING_ARCS;
  }

  /** Restarts and shakes on what the reductions have left. */
  private void improve(RootSweep sweep, int turn) {
    BooleanSupplier stop = limits.stop();
    BranchNode node = sweep.node();
    if (startsNode != node) {
      startsNode = node;
      starts = new MultiStart(node.instance(), random.split(), sweep.tree());
    }
    for (int k = 0; k < RESTARTS * turn && !stopped(); k++) {
      steps++;
      if (starts.step(stop)) {
        incumbent.offer(node.lift(starts.best()));
      }
    }
    if (!stopped()) {
      steps++;
      long vertices = Arrays.stream(starts.best().parentArc()).filter(a -> a >= 0).count();
      starts.add(
          new SteinerLocalSearch(node.instance())
              .shake(
                  starts.best(),
                  SHAKES * vertices * turn,
                  WARMTH / ++coolings,
                  random.split(),
                  stop));
      incumbent.offer(node.lift(starts.best()));
    }
  }

  /** Lower bound of a node's problem, as far as it matters below the best value. */
  private long solve(BranchNode node, int depth) {
    RootSweep sweep = reduceFurther(sweep(node, null, NODE_ROOTS), NODE_ROOTS);
    if (sweep.isClosed()) {
      return sweep.bound();
    }
    if (stopped() || depth >= DEEPEST) {
      complete = false;
      return sweep.bound();
    }
    return Math.max(sweep.bound(), branch(sweep, depth));
  }

  private long branch(RootSweep sweep, int depth) {
    BranchNode node = sweep.node();
    Digraph graph = node.instance().graph();
    int v = branchVertex(node.instance(), sweep.tree());
    if (v < 0) {
      complete = false;
      return sweep.bound();
    }
    long[] in = sweep.penalty();
    in[v] = ArborescenceInstance.MANDATORY;
    long with = solve(node.reduced(sweep.useless(), in, 0), depth + 1);
    long[] out = sweep.penalty();
    boolean[] useless = sweep.useless();
    for (int a = 0; a < useless.length; a++) {
      useless[a] |= graph.tail(a) == v || graph.head(a) == v;
    }
    long lost = out[v];
    out[v] = 0;
    long without = solve(node.reduced(useless, out, lost), depth + 1);
    return Math.min(with, without);
  }

  /** The vertex not yet decided that has most arcs in the tree, then in the graph; −1 if none. */
  private static int branchVertex(ArborescenceInstance instance, Arborescence tree) {
    Digraph graph = instance.graph();
    int[] degree = new int[graph.vertexCount()];
    for (int v = 0; v < degree.length; v++) {
      int entering = tree.parentArc()[v];
      if (entering >= 0) {
        degree[v]++;
        degree[graph.tail(entering)]++;
      }
    }
    int found = -1;
    for (int v = 0; v < degree.length; v++) {
      boolean open = v != instance.root() && instance.penalty(v) < ArborescenceInstance.MANDATORY;
      if (open && (found < 0 || moreArcs(graph, degree, v, found))) {
        found = v;
      }
    }
    return found;
  }

  private static boolean moreArcs(Digraph graph, int[] degree, int v, int than) {
    if (degree[v] != degree[than]) {
      return degree[v] > degree[than];
    }
    int arcs = graph.inStart(v + 1) - graph.inStart(v);
    return arcs > graph.inStart(than + 1) - graph.inStart(than);
  }
}
