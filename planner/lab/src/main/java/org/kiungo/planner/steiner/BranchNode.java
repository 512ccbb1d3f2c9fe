package org.kiungo.planner.steiner;

import org.kiungo.planner.network.Arborescence;
import org.kiungo.planner.network.ArborescenceInstance;

/**
 * A subproblem: an instance, what is added to its values, and the way back to the whole problem.
 *
 * @param instance the subproblem
 * @param offset values of the whole problem = values here + offset
 * @param reduction how the instance came from the parent's; null at the top
 * @param parent the problem it came from; null at the top
 */
record BranchNode(
    ArborescenceInstance instance, long offset, ReducedInstance reduction, BranchNode parent) {

  static BranchNode top(ArborescenceInstance instance) {
    return new BranchNode(instance, 0, null, null);
  }

  /**
   * The problem without useless arcs and with other penalties.
   *
   * @param givenUp penalties already lost by the change
   */
  BranchNode reduced(boolean[] useless, long[] penalty, long givenUp) {
    ReducedInstance smaller = Reducer.reduce(instance, useless, penalty);
    return new BranchNode(smaller.instance(), offset + smaller.offset() + givenUp, smaller, this);
  }

  /** The tree in the whole problem. */
  Arborescence lift(Arborescence tree) {
    BranchNode node = this;
    Arborescence lifted = tree;
    while (node.parent != null) {
      lifted = node.reduction.lift(lifted);
      node = node.parent;
    }
    return lifted;
  }

  long[] penalties() {
    long[] penalty = new long[instance.graph().vertexCount()];
    for (int v = 0; v < penalty.length; v++) {
      penalty[v] = instance.penalty(v);
    }
    return penalty;
  }
}
