/**
 * What assets cost over the years a plan counts: static pure functions, formula and source in the
 * Javadoc. Every asset is rounded to the cent once, so totals are exact sums of their parts.
 */
package org.kiungo.planner.cost;
