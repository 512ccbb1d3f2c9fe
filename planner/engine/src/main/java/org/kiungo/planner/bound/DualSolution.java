package org.kiungo.planner.bound;

import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;

/**
 * A feasible dual of the directed-cut relaxation: a proven lower bound on every arborescence of the
 * instance, with the proof.
 *
 * <p><b>Replay.</b> The proof is the list of raises (tₖ, Δₖ). Start with reduced costs c~ = cost,
 * slack s = penalty and bound 0. For each raise let W be the vertices that reach tₖ over arcs with
 * c~ = 0 (tₖ among them). The raise is valid if the root is not in W, Δₖ ≤ s(tₖ), and Δₖ ≤ c~(a)
 * for every arc a that enters W from outside; then subtract Δₖ from s(tₖ) and from those c~(a), and
 * add it to the bound. Whoever checks this needs nothing of the code that found it.
 *
 * @param lowerBound Σ Δₖ in the instance's units; ≥ {@link ArborescenceInstance#MANDATORY} if some
 *     mandatory terminal cannot be reached at all
 * @param reducedCost c~ per arc after all raises, ≥ 0
 * @param slack per vertex, what is left of its penalty, ≥ 0
 * @param raisedTerminals tₖ in order
 * @param raises Δₖ in order, > 0
 * @param shares per member of {@link Pools}, what it pays for its pool, ≥ 0: part of the cost of
 *     its arcs in the replay; empty without pools
 */
public record DualSolution(
    long lowerBound,
    long[] reducedCost,
    long[] slack,
    int[] raisedTerminals,
    long[] raises,
    long[] shares) {

  /** Search lengths that allow the saturated arcs (c~ = 0) only, at their true cost. */
  public long[] saturatedLengths(ArborescenceInstance instance) {
    Digraph graph = instance.graph();
    long[] length = new long[graph.arcCount()];
    for (int a = 0; a < length.length; a++) {
      length[a] = reducedCost[a] == 0 ? instance.cost(a) : -1;
    }
    return length;
  }
}
