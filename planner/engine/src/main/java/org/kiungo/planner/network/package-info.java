/**
 * Network design on primitive arrays: rooted Steiner trees with optional terminals, their
 * construction and improvement.
 *
 * <p><b>One problem, many prices.</b> Build the {@link org.kiungo.planner.network.Digraph} once:
 * {@code edge(u, v)} for links that can be travelled both ways, {@code arc(u, v)} for one-way
 * layers (root → tap, place → site, site → settlement); vertices in an order that keeps neighbours
 * close (Morton curve) make everything faster. Connections that belong to one settlement alone need
 * no arc: the least of them and of leaving it out is its penalty. For each price make integer costs
 * and penalties in {@code long} arrays and {@code instance.withCosts(costs, penalties)}; then
 *
 * <ol>
 *   <li>{@link org.kiungo.planner.bound.LoadedAscent} gives the bound, guided by the last price's
 *       tree (none at the first);
 *   <li>{@code new ShortestPathHeuristic(instance).grow(dual.saturatedLengths(instance))} gives a
 *       tree, {@code Arborescence.of(instance, previousTree.parentArc())} another: a tree stays a
 *       tree at every price;
 *   <li>{@link org.kiungo.planner.network.StrongPruning} finds the best part of a fixed tree at any
 *       price, which is all that bisecting the price on a fixed tree needs.
 * </ol>
 *
 * <p>The laboratory's Steiner solvers, measured on published instances, build on the same graphs;
 * no plan uses them.
 */
package org.kiungo.planner.network;
