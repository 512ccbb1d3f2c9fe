package org.kiungo.planner.bound;

import java.util.SplittableRandom;
import org.kiungo.planner.network.Arborescence;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;
import org.kiungo.planner.network.LocalSearch;
import org.kiungo.planner.network.Rerooting;
import org.kiungo.planner.network.ShortestPathHeuristic;

/**
 * Solves rooted Steiner problems: dual ascent, trees on its saturated arcs, local search, reduction
 * by reduced costs, branching on dual ascent while that may finish, and perturbed restarts.
 */
public final class ArborescenceSolver {

  private static final int ROOTS = 8;
  private static final int BRANCHING_DEPTH = 400;

  private final ArborescenceInstance whole;
  private final SearchLimits limits;
  private final boolean symmetric;
  private final SplittableRandom random;
  private Arborescence best;
  private DualSolution bestDual;
  private long steps;
  private long nodes;
  private boolean complete = true;

  private ArborescenceSolver(ArborescenceInstance instance, SearchLimits limits) {
    whole = instance;
    this.limits = limits;
    symmetric = Rerooting.isSymmetric(instance);
    random = new SplittableRandom(limits.seed());
    best = Arborescence.empty(instance);
  }

  /**
   * @param start a tree to improve on, or null
   */
  public static SolvedArborescence solve(
      ArborescenceInstance instance, SearchLimits limits, Arborescence start) {
    ArborescenceSolver solver = new ArborescenceSolver(instance, limits);
    if (start != null) {
      solver.offer(start);
    }
    return solver.run();
  }

  private SolvedArborescence run() {
    BranchNode top = BranchNode.top(whole);
    bestDual = new DualAscent(whole).ascend();
    long bound = solve(top, 0);
    if (complete) {
      bound = best.value();
    }
    return new SolvedArborescence(
        best, Math.min(best.value(), Math.max(bound, bestDual.lowerBound())), bestDual, nodes);
  }

  private void offer(Arborescence tree) {
    if (tree.value() < best.value()) {
      best = tree;
    }
  }

  private boolean stopped() {
    return nodes >= limits.steps() || limits.stop().getAsBoolean();
  }

  /** Lower bound of a node's problem, as far as it matters below the best value. */
  private long solve(BranchNode given, int depth) {
    BranchNode node = given;
    nodes++;
    long bound = 0;
    while (true) {
      RootSweep sweep = new RootSweep(node, depth == 0 ? ROOTS : 3);
      bound = Math.max(bound, sweep.bound);
      if (bound >= best.value()) {
        return bound;
      }
      if (stopped() || depth >= BRANCHING_DEPTH) {
        complete = false;
        return bound;
      }
      int arcs = node.instance().graph().arcCount();
      BranchNode smaller = sweep.reduce();
      if (smaller.instance().graph().arcCount() > arcs * 0.9) {
        if (depth == 0 && Boolean.getBoolean("dbg")) {
          System.err.println(
              "  root: lb "
                  + bound
                  + " ub "
                  + best.value()
                  + " n "
                  + smaller.instance().graph().vertexCount()
                  + " m "
                  + smaller.instance().graph().arcCount()
                  + " t "
                  + smaller.instance().terminalCount());
        }
        return Math.max(bound, branch(sweep, depth));
      }
      node = smaller;
    }
  }

  private long branch(RootSweep sweep, int depth) {
    BranchNode node = sweep.node;
    int v = branchVertex(node.instance(), sweep.guide);
    if (v < 0) {
      complete = false;
      return 0;
    }
    long[] in = sweep.penalty.clone();
    in[v] = ArborescenceInstance.MANDATORY;
    long with = solve(node.reduced(sweep.useless, in, 0), depth + 1);
    long[] out = sweep.penalty.clone();
    boolean[] useless = sweep.useless.clone();
    Digraph graph = node.instance().graph();
    for (int a = 0; a < useless.length; a++) {
      useless[a] |= graph.tail(a) == v || graph.head(a) == v;
    }
    long lost = out[v];
    out[v] = 0;
    long without = solve(node.reduced(useless, out, lost), depth + 1);
    return Math.min(with, without);
  }

  /** The branching vertex of a tree, or an optional terminal, with most arcs. */
  private int branchVertex(ArborescenceInstance instance, Arborescence tree) {
    Digraph graph = instance.graph();
    int[] degree = new int[graph.vertexCount()];
    for (int v = 0; v < degree.length; v++) {
      if (tree.parentArc()[v] >= 0) {
        degree[v]++;
        degree[graph.tail(tree.parentArc()[v])]++;
      }
    }
    int found = -1;
    long most = -1;
    for (int v = 0; v < degree.length; v++) {
      if (v != instance.root() && instance.penalty(v) < ArborescenceInstance.MANDATORY) {
        long score = degree[v] * 1000L + graph.inStart(v + 1) - graph.inStart(v);
        if (score > most) {
          most = score;
          found = v;
        }
      }
    }
    return found;
  }

  /** Dual ascents and trees from several roots of one node. */
  private final class RootSweep {

    private final BranchNode node;
    private final boolean[] useless;
    private final long[] penalty;
    private long bound;
    private Arborescence guide;

    RootSweep(BranchNode node, int roots) {
      this.node = node;
      ArborescenceInstance instance = node.instance();
      useless = new boolean[instance.graph().arcCount()];
      penalty = node.penalties();
      LocalSearch search = new LocalSearch(instance);
      for (int k = 0; k < roots && !(k > 0 && stopped()); k++) {
        ArborescenceInstance rooted = k == 0 ? instance : rerooted(instance);
        if (rooted == instance && k > 0 && guide == null) {
          break;
        }
        Arborescence turned =
            guide == null || k % 2 == 0 ? null : symmetric ? Rerooting.turn(rooted, guide) : guide;
        DualSolution dual = new DualAscent(rooted).ascend(turned, Long.MAX_VALUE);
        bound = Math.max(bound, node.offset() + dual.lowerBound());
        if (bound >= best.value()) {
          return;
        }
        Arborescence tree = new ShortestPathHeuristic(rooted).grow(dual.saturatedLengths(rooted));
        if (symmetric) {
          tree = Rerooting.turn(instance, tree);
        }
        tree = search.improve(tree, limits.stop());
        if (guide == null || tree.value() < guide.value()) {
          guide = tree;
        }
        offer(node.lift(tree));
        fix(rooted, dual);
      }
    }

    private ArborescenceInstance rerooted(ArborescenceInstance instance) {
      if (!symmetric) {
        return instance;
      }
      for (int tries = 0; tries < 20; tries++) {
        int t = instance.terminal(random.nextInt(instance.terminalCount()));
        if (instance.penalty(t) == ArborescenceInstance.MANDATORY) {
          return Rerooting.at(instance, t);
        }
      }
      return instance;
    }

    private void fix(ArborescenceInstance rooted, DualSolution dual) {
      ReducedCostFixing fixing = ReducedCostFixing.of(rooted, dual, best.value() - node.offset());
      Digraph graph = rooted.graph();
      for (int a = 0; a < useless.length; a++) {
        useless[a] |= fixing.useless()[a] && (!symmetric || fixing.useless()[graph.reverse(a)]);
      }
      for (int v = 0; v < penalty.length; v++) {
        if (fixing.needed()[v]) {
          penalty[v] = ArborescenceInstance.MANDATORY;
        }
      }
    }

    BranchNode reduce() {
      penalty[node.instance().root()] = 0;
      return node.reduced(useless, penalty, 0);
    }
  }
}
