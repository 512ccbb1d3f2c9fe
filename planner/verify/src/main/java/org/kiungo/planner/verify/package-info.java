/**
 * Checks a plan folder from its files alone: people, demand, sites, links, loads, every cost, the
 * totals to the cent, the rules, the objective's value and its bound are computed again. Shares the
 * model's records and the formulas of demand, radio and cost with the planner, and no solver code.
 */
package org.kiungo.planner.verify;
