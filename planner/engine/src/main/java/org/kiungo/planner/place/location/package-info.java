/**
 * Location models on numbers alone, named as in the literature: p-median, p-centre, maximal and set
 * covering, backup coverage, fixed-charge location with and without capacity.
 *
 * <p>Notation: <i>i</i> demand points, <i>j</i> candidate sites, <i>c_ij</i> cost of serving i from
 * j, <i>f_j</i> fixed cost, <i>d_i</i> demand, <i>s_j</i> capacity, <i>p</i> sites to open,
 * <i>y_j</i> = 1 when j opens, <i>u_i</i> price of serving i in the Lagrangian dual, <i>ρ_j</i>
 * what site j is worth at those prices.
 */
package org.kiungo.planner.place.location;
