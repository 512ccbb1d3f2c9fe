package org.kiungo.planner.place.location;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.place.location.dual.CoverCuts;
import org.kiungo.planner.place.location.problem.CoverSets;
import org.kiungo.planner.place.location.problem.LocationLimits;
import org.kiungo.planner.place.location.problem.LocationSolution;

/**
 * Maximal covering location (MCLP): open p sites so that the weight of the demand points within the
 * service standard of an open site is greatest; max Σ w_i z_i, z_i ≤ Σ over j covering i of y_j, Σ
 * y_j = p.
 *
 * <p>Solved as the p-median with cost 0 inside the standard and w_i outside, after merging demand
 * points with identical cover sets; its Lagrangian dual is Galvão and ReVelle's, with {@link
 * CoverCuts}. NP-hard. Guarantee: the stated bound; greedy alone covers at least 1 − 1/e of the
 * most.
 *
 * @see <a href="https://doi.org/10.1007/BF01942293">Church and ReVelle 1974</a>
 * @see "Galvão and ReVelle 1996, A Lagrangean heuristic for the maximal covering location problem,
 *     European Journal of Operational Research 88, 114–123"
 */
public final class MaximalCovering {

  private static final String METHOD =
      "Lagrangian dual (Galvão and ReVelle 1996) with zero-half cuts, branch and bound";

  private MaximalCovering() {}

  /**
   * @param p sites to open, 1 … number of sites
   * @throws IllegalArgumentException if p is out of range
   */
  public static LocationSolution solve(
      CoverSets cover, int p, LocationLimits limits, Progress progress, BooleanSupplier stop) {
    if (p < 1 || p > cover.sites) {
      throw new IllegalArgumentException("p is " + p + "; allowed 1 to " + cover.sites);
    }
    int[] kept = cover.undominatedSites();
    CoverSets fewer = cover.restrictedTo(kept);
    double all = Arrays.stream(cover.weight).sum();
    int open = Math.min(p, kept.length);
    if (open == 0) {
      return new LocationSolution(Sense.MAXIMISE, firstSites(p), nobody(cover), 0, 0, METHOD, 0);
    }
    Progress covered =
        (phase, done, value, bound, gap) ->
            progress.report(phase, done, all - value, all - bound, (value - bound) / (all - bound));
    LocationSolution missed =
        new MedianSearch(
                fewer.costs(fewer.weight),
                new double[kept.length],
                open,
                true,
                true,
                limits,
                covered,
                stop)
            .solve(null, METHOD);
    return new LocationSolution(
        Sense.MAXIMISE,
        filled(missed.opened(), kept, p, cover.sites),
        fewer.perDemandPoint(missed.siteOf(), kept),
        all - missed.value(),
        all - missed.bound(),
        METHOD,
        missed.steps());
  }

  private static int[] firstSites(int p) {
    return IntStream.range(0, p).toArray();
  }

  private static int[] nobody(CoverSets cover) {
    int[] siteOf = new int[cover.groupOf.length];
    Arrays.fill(siteOf, -1);
    return siteOf;
  }

  /** Exactly p sites: the opened ones, then the first others, which cover nothing more. */
  private static int[] filled(int[] opened, int[] kept, int p, int sites) {
    boolean[] open = new boolean[sites];
    for (int k : opened) {
      open[kept[k]] = true;
    }
    int count = opened.length;
    for (int j = 0; j < sites && count < p; j++) {
      if (!open[j]) {
        open[j] = true;
        count++;
      }
    }
    return IntStream.range(0, sites).filter(j -> open[j]).toArray();
  }
}
