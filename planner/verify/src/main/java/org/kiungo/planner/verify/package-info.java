/**
 * Checks a plan folder from its files alone: people, demand, sites, links, loads, every cost, the
 * totals to the cent, the rules, the objective's value and its bound are computed again. Shares the
 * model's records with the planner, no formula and no solver code.
 */
package org.kiungo.planner.verify;
