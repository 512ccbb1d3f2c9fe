/**
 * How other planning tools choose, rebuilt from their published descriptions so that Kiungo can be
 * measured against them on the same facts, prices and rules. Nothing here is used by the planner,
 * and nothing of its solver is used here: plans are costed by {@code cost} and {@code demand} alone
 * and checked by the same verifier. Where a description leaves room, the rival gets the better
 * choice: existing fibre may be tapped anywhere, every hop takes its cheapest medium at its load,
 * and every place may choose among all access technologies of the catalogue.
 */
package org.kiungo.planner.benchmark.rival;
