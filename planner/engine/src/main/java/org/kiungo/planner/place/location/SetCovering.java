package org.kiungo.planner.place.location;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.place.location.dual.DualAscentErlenkotter;
import org.kiungo.planner.place.location.problem.AssignmentCosts;
import org.kiungo.planner.place.location.problem.CoverSets;
import org.kiungo.planner.place.location.problem.LocationLimits;
import org.kiungo.planner.place.location.problem.LocationSolution;

/**
 * Location set covering (LSCP): open the fewest (or cheapest) sites so that every demand point lies
 * within the service standard of one; min Σ f_j y_j, Σ over j covering i of y_j ≥ 1.
 *
 * <p>Solved as fixed-charge location with cost 0 inside the standard and more than all sites
 * together outside. NP-hard. Guarantee: the stated bound; exact when value = bound.
 *
 * @see <a href="https://doi.org/10.1287/opre.19.6.1363">Toregas, Swain, ReVelle and Bergman
 *     1971</a>
 * @see "Beasley 1987, An algorithm for set covering problem, European Journal of Operational
 *     Research 31, 85–93"
 */
public final class SetCovering {

  private static final String METHOD =
      "Lagrangian dual (Beasley 1987) with branch and bound over sites";

  private SetCovering() {}

  /** Fewest sites. */
  public static LocationSolution solve(
      CoverSets cover, LocationLimits limits, Progress progress, BooleanSupplier stop) {
    double[] one = new double[cover.sites];
    Arrays.fill(one, 1);
    return solve(cover, one, limits, progress, stop);
  }

  /**
   * Cheapest sites.
   *
   * @param fixedCost f_j &gt; 0
   * @throws InputRefused ({@code place.uncoverable}) naming the first demand point (by its number)
   *     that no site covers
   */
  public static LocationSolution solve(
      CoverSets cover,
      double[] fixedCost,
      LocationLimits limits,
      Progress progress,
      BooleanSupplier stop) {
    for (int i = 0; i < cover.groupOf.length; i++) {
      if (cover.sitesOf[cover.groupOf[i]].length == 0) {
        throw new InputRefused("place.uncoverable", "demandPoint", i);
      }
    }
    boolean oneCost = Arrays.stream(fixedCost).distinct().count() <= 1;
    int[] kept = oneCost ? cover.undominatedSites() : IntStream.range(0, cover.sites).toArray();
    CoverSets fewer = cover.restrictedTo(kept);
    double[] fixed = Arrays.stream(kept).mapToDouble(j -> fixedCost[j]).toArray();
    double[] outside = new double[fewer.groups()];
    Arrays.fill(outside, Math.ceil(Arrays.stream(fixedCost).sum()) + 1);
    AssignmentCosts costs = fewer.costs(outside);
    LocationSolution groups =
        new MedianSearch(costs, fixed, kept.length, false, true, limits, progress, stop)
            .solve(DualAscentErlenkotter.prices(costs, fixed), METHOD);
    return new LocationSolution(
        groups.sense(),
        Arrays.stream(groups.opened()).map(k -> kept[k]).toArray(),
        fewer.perDemandPoint(groups.siteOf(), kept),
        groups.value(),
        groups.bound(),
        METHOD,
        groups.steps());
  }
}
