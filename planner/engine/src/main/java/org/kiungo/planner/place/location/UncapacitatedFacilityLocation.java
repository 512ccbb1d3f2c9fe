package org.kiungo.planner.place.location;

import java.util.function.BooleanSupplier;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.place.location.dual.DualAscentErlenkotter;
import org.kiungo.planner.place.location.problem.AssignmentCosts;
import org.kiungo.planner.place.location.problem.LocationLimits;
import org.kiungo.planner.place.location.problem.LocationSolution;

/**
 * Uncapacitated fixed-charge location (UFLP, simple plant location): min Σ f_j y_j + Σ c_ij x_ij,
 * everybody served, x_ij ≤ y_j; as many sites as pay.
 *
 * <p>DUALOC's dual ascent starts the Lagrangian dual; add, drop and exchange give the decision;
 * reduced costs and branch and bound close the gap. NP-hard. Guarantee: the stated bound; exact
 * when value = bound.
 *
 * @see <a href="https://doi.org/10.1287/mnsc.9.4.643">Kuehn and Hamburger 1963</a>
 * @see <a href="https://doi.org/10.1287/opre.26.6.992">Erlenkotter 1978, DUALOC</a>
 */
public final class UncapacitatedFacilityLocation {

  private static final String METHOD =
      "dual ascent (Erlenkotter 1978) and Lagrangian dual with branch and bound";

  private UncapacitatedFacilityLocation() {}

  /**
   * @param fixedCost f_j ≥ 0, one per site
   */
  public static LocationSolution solve(
      AssignmentCosts costs,
      double[] fixedCost,
      LocationLimits limits,
      Progress progress,
      BooleanSupplier stop) {
    double[] prices = DualAscentErlenkotter.prices(costs, fixedCost);
    return new MedianSearch(costs, fixedCost, costs.sites, false, false, limits, progress, stop)
        .solve(prices, METHOD);
  }
}
