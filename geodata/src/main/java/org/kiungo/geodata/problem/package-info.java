/**
 * From data to a planning question: built-in reference data or imported layers become a {@link
 * org.kiungo.planner.model.PlanningProblem}.
 *
 * <p>In the built-in data, demand points are GeoNames places and modelled cells of people outside
 * them; network nodes are sourced exchange points and cable landing cities, the capital and cities
 * of 300,000 or more, each within 10 km of another merged into it. A node that no source says fibre
 * reaches is marked assumed. Existing coverage is modelled, as no coverage layer may be shipped;
 * the masts and nodes that it takes are assumed with it.
 */
package org.kiungo.geodata.problem;
