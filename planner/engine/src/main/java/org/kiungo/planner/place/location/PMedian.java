package org.kiungo.planner.place.location;

import java.util.function.BooleanSupplier;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.place.location.problem.AssignmentCosts;
import org.kiungo.planner.place.location.problem.LocationLimits;
import org.kiungo.planner.place.location.problem.LocationSolution;

/**
 * p-median: open p sites so that the sum of the cost of every demand point to its nearest open site
 * is least; min Σ c_ij x_ij, Σ_j x_ij = 1, x_ij ≤ y_j, Σ y_j = p.
 *
 * <p>Greedy adding and vertex substitution from many starts give the decision, the Lagrangian dual
 * the bound and more starts, reduced costs fix sites, branch and bound closes what is left.
 * NP-hard; each dual step reads the list prefixes below the prices. Guarantee: the stated bound;
 * exact when value = bound.
 *
 * @see <a href="https://doi.org/10.1287/opre.12.3.450">Hakimi 1964</a>
 * @see "Beasley 1985, A note on solving large p-median problems, European Journal of Operational
 *     Research 21, 270–273"
 */
public final class PMedian {

  private static final String METHOD = "Lagrangian dual (Beasley 1985) with branch and bound";

  private PMedian() {}

  /**
   * @param p sites to open, 1 … number of sites
   * @throws IllegalArgumentException if p is out of range
   */
  public static LocationSolution solve(
      AssignmentCosts costs,
      int p,
      LocationLimits limits,
      Progress progress,
      BooleanSupplier stop) {
    if (p < 1 || p > costs.sites) {
      throw new IllegalArgumentException("p is " + p + "; allowed 1 to " + costs.sites);
    }
    return new MedianSearch(costs, new double[costs.sites], p, true, false, limits, progress, stop)
        .solve(null, METHOD);
  }
}
