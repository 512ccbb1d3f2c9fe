package org.kiungo.planner.place.location;

import java.util.function.BooleanSupplier;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.place.location.problem.CapacitatedModel;
import org.kiungo.planner.place.location.problem.LocationLimits;
import org.kiungo.planner.place.location.problem.LocationSolution;

/**
 * Single-source capacitated fixed-charge location (SSCFLP): every demand point, whole, to one open
 * site; min Σ f_j y_j + Σ c_ij x_ij, Σ_i d_i x_ij ≤ s_j y_j.
 *
 * <p>Lagrangian dual with a 0–1 knapsack per site, iterated local search from its sites in which
 * any two sites share their points out anew, branch and bound over sites. NP-hard, feasibility
 * included. Guarantee: the stated bound; exact when value = bound.
 *
 * @see <a href="https://doi.org/10.1016/S0377-2217(98)00008-3">Holmberg, Rönnqvist and Yuan
 *     1999</a>
 */
public final class SingleSourceCapacitated {

  private static final String METHOD =
      "Lagrangian dual with knapsacks, branch and bound over sites";

  private SingleSourceCapacitated() {}

  /**
   * @throws org.kiungo.planner.model.value.InputRefused ({@code place.capacity}) when no assignment
   *     within the capacities is found
   */
  public static LocationSolution solve(
      CapacitatedModel model, LocationLimits limits, Progress progress, BooleanSupplier stop) {
    return new CapacitatedSearch(model, limits, progress, stop).solve(METHOD);
  }
}
