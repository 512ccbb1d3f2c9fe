package org.kiungo.planner.place.location;

import java.util.function.BooleanSupplier;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.place.location.problem.CapacitatedModel;
import org.kiungo.planner.place.location.problem.LocationLimits;
import org.kiungo.planner.place.location.problem.LocationSolution;

/**
 * Capacitated p-median (CPMP): open at most p sites with capacity and give every demand point,
 * whole, to one of them at least total cost; min Σ c_ij x_ij, Σ_i d_i x_ij ≤ s_j y_j, Σ y_j = p.
 *
 * <p>Lagrangian dual with a 0–1 knapsack per site, iterated local search from its sites in which
 * any two sites share their points out anew, branch and bound over sites. NP-hard, feasibility
 * included. Guarantee: the stated bound; exact when value = bound.
 *
 * @see <a href="https://doi.org/10.1016/S0305-0548(03)00039-X">Lorena and Senne 2004</a>
 */
public final class CapacitatedPMedian {

  private static final String METHOD =
      "Lagrangian dual with knapsacks, branch and bound over sites";

  private CapacitatedPMedian() {}

  /**
   * @throws org.kiungo.planner.model.value.InputRefused ({@code place.capacity}) when no assignment
   *     within the capacities is found
   */
  public static LocationSolution solve(
      CapacitatedModel model, LocationLimits limits, Progress progress, BooleanSupplier stop) {
    return new CapacitatedSearch(model, limits, progress, stop).solve(METHOD);
  }
}
