package org.kiungo.planner.steiner;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.bound.DualSolution;
import org.kiungo.planner.network.Arborescence;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;
import org.kiungo.planner.network.ShortestPathHeuristic;
import org.kiungo.planner.steiner.search.Rerooting;
import org.kiungo.planner.steiner.search.SteinerLocalSearch;

/**
 * Dual ascents of one node, from several roots where the instance is symmetric, every second one
 * guided by the best tree; a tree on each one's saturated arcs; and what no better tree needs.
 */
final class RootSweep {

  private final BranchNode node;
  private final boolean symmetric;
  private final Incumbent incumbent;
  private final boolean[] useless;
  private final long[] penalty;
  private long bound;
  private Arborescence guide;

  private RootSweep(BranchNode node, boolean symmetric, Incumbent incumbent) {
    this.node = node;
    this.symmetric = symmetric;
    this.incumbent = incumbent;
    useless = new boolean[node.instance().graph().arcCount()];
    penalty = node.penalties();
  }

  /**
   * @param known a tree of the node to begin with, or null
   * @param roots how many ascents to make, ≥ 1; fewer when the bound closes the node
   */
  static RootSweep of(
      BranchNode node,
      boolean symmetric,
      Incumbent incumbent,
      Arborescence known,
      int roots,
      SplittableRandom random,
      BooleanSupplier stop) {
    RootSweep sweep = new RootSweep(node, symmetric, incumbent);
    sweep.guide = known;
    SteinerLocalSearch search = null;
    for (int k = 0; k < roots && !(k > 0 && stop.getAsBoolean()); k++) {
      ArborescenceInstance rooted = k == 0 ? node.instance() : sweep.rerooted(random);
      DualSolution dual = sweep.ascend(rooted, k % 2 == 1);
      if (sweep.isClosed()) {
        break;
      }
      if (search == null) {
        search = new SteinerLocalSearch(node.instance());
      }
      sweep.growTree(rooted, dual, search, stop);
      sweep.fix(rooted, dual);
    }
    return sweep;
  }

  BranchNode node() {
    return node;
  }

  /** Lower bound of the node, in values of the whole problem. */
  long bound() {
    return bound;
  }

  /** Takes over a bound proven for the problem this node was reduced from. */
  void raiseBound(long proven) {
    bound = Math.max(bound, proven);
  }

  /** The node's best tree; null if the first ascent closed it. */
  Arborescence tree() {
    return guide;
  }

  /** A copy of the arcs no better tree needs. */
  boolean[] useless() {
    return useless.clone();
  }

  /** A copy of the penalties, terminals every better tree holds made mandatory. */
  long[] penalty() {
    return penalty.clone();
  }

  boolean isClosed() {
    return bound >= incumbent.upper();
  }

  /** What is left when special distances are tested as well. */
  BranchNode reduced(BooleanSupplier stop) {
    if (symmetric) {
      SpecialDistances.mark(node.instance(), penalty, useless, stop);
    }
    return node.reduced(useless, penalty.clone(), 0);
  }

  private ArborescenceInstance rerooted(SplittableRandom random) {
    ArborescenceInstance instance = node.instance();
    int tries = symmetric && instance.terminalCount() > 0 ? 20 : 0;
    for (; tries > 0; tries--) {
      int t = instance.terminal(random.nextInt(instance.terminalCount()));
      if (instance.penalty(t) == ArborescenceInstance.MANDATORY) {
        return Rerooting.at(instance, t);
      }
    }
    return instance;
  }

  private DualSolution ascend(ArborescenceInstance rooted, boolean guided) {
    Arborescence turned = guided && guide != null ? Rerooting.turn(rooted, guide) : null;
    DualSolution dual = new DualAscent(rooted).ascend(turned, Long.MAX_VALUE);
    bound = Math.max(bound, node.offset() + dual.lowerBound());
    return dual;
  }

  private void growTree(
      ArborescenceInstance rooted,
      DualSolution dual,
      SteinerLocalSearch search,
      BooleanSupplier stop) {
    Arborescence grown = new ShortestPathHeuristic(rooted).grow(dual.saturatedLengths(rooted));
    Arborescence tree = search.improve(Rerooting.turn(node.instance(), grown), stop);
    if (guide == null || tree.value() < guide.value()) {
      guide = tree;
    }
    incumbent.offer(node.lift(tree));
  }

  private void fix(ArborescenceInstance rooted, DualSolution dual) {
    ReducedCostFixing fixing =
        ReducedCostFixing.of(rooted, dual, incumbent.upper() - node.offset());
    Digraph graph = rooted.graph();
    for (int a = 0; a < useless.length; a++) {
      useless[a] |= fixing.useless()[a] && (!symmetric || fixing.useless()[graph.reverse(a)]);
    }
    for (int v = 0; v < penalty.length; v++) {
      if (fixing.needed()[v] && v != node.instance().root()) {
        penalty[v] = ArborescenceInstance.MANDATORY;
      }
    }
  }
}
