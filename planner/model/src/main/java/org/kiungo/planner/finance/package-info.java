/**
 * Who could pay for a plan: what the market earns, what the state takes, what stays uncovered.
 *
 * <p>For each settlement, in present value over the plan's years: network cost (its own share plus
 * its demand's share of sites and links) + capital charge + administration + tax + spectrum +
 * margin, against revenue. What is missing is its viability gap. Operators' surpluses fill gaps
 * first, the smallest gaps before the larger; public money is what remains. All amounts are whole
 * cents, so parts add up to totals exactly and cross-subsidy creates no money.
 *
 * @see <a href="https://doi.org/10.1016/j.techfore.2021.121409">Oughton et al. 2022, Policy choices
 *     can help keep 4G and 5G universal broadband affordable</a>
 */
package org.kiungo.planner.finance;
