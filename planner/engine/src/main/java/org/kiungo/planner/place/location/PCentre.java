package org.kiungo.planner.place.location;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.place.location.problem.CoverSets;
import org.kiungo.planner.place.location.problem.LocationLimits;
import org.kiungo.planner.place.location.problem.LocationSolution;

/**
 * p-centre: open p sites so that the farthest demand point's distance to its nearest open site is
 * least; min max_i min over open j of d_ij.
 *
 * <p>Bisection over the distinct distances: a radius is enough when the set covering model needs at
 * most p sites. NP-hard; O(log(n·m)) set coverings. Guarantee: the bound is the largest distance
 * below which more than p sites are proven necessary; exact when every covering is decided.
 *
 * @see <a href="https://doi.org/10.1287/opre.12.3.450">Hakimi 1964</a>
 * @see "Minieka 1970, The m-center problem, SIAM Review 12, 138–139"
 */
public final class PCentre {

  private static final String METHOD = "bisection over set covering models (Minieka 1970)";

  private PCentre() {}

  /**
   * @param distance distance[i][j], i = demand point, j = candidate site, all finite
   * @param p sites to open, 1 … number of sites
   * @throws IllegalArgumentException if p is out of range
   */
  public static LocationSolution solve(
      double[][] distance, int p, LocationLimits limits, Progress progress, BooleanSupplier stop) {
    int sites = distance[0].length;
    if (p < 1 || p > sites) {
      throw new IllegalArgumentException("p is " + p + "; allowed 1 to " + sites);
    }
    double[] radii =
        Arrays.stream(distance).flatMapToDouble(Arrays::stream).sorted().distinct().toArray();
    int tooSmall = firstFeasible(distance, radii) - 1;
    int enough = radii.length - 1;
    int undecided = radii.length;
    int[] opened = {0};
    long steps = 0;
    double[] weight = new double[distance.length];
    while (tooSmall + 1 < enough) {
      int middle = (tooSmall + enough) >>> 1;
      LocationSolution cover =
          SetCovering.solve(
              CoverSets.within(distance, radii[middle], weight), limits, Progress.NONE, stop);
      steps += cover.steps();
      if (cover.value() <= p) {
        enough = middle;
        opened = cover.opened();
      } else {
        tooSmall = middle;
        undecided = cover.bound() <= p ? Math.min(undecided, middle) : undecided;
      }
      progress.report("search", 0.5, radii[enough], radii[tooSmall], Double.NaN);
    }
    int bound = Math.min(enough, undecided);
    return solution(distance, filled(opened, p, sites), radii[bound], steps);
  }

  /** First radius within which every demand point has some site. */
  private static int firstFeasible(double[][] distance, double[] radii) {
    double least = 0;
    for (double[] row : distance) {
      least = Math.max(least, Arrays.stream(row).min().orElse(0));
    }
    return Arrays.binarySearch(radii, least);
  }

  private static int[] filled(int[] opened, int p, int sites) {
    boolean[] open = new boolean[sites];
    for (int j : opened) {
      open[j] = true;
    }
    int count = opened.length;
    for (int j = 0; j < sites && count < p; j++) {
      if (!open[j]) {
        open[j] = true;
        count++;
      }
    }
    int[] all = new int[count];
    int k = 0;
    for (int j = 0; j < sites; j++) {
      if (open[j]) {
        all[k++] = j;
      }
    }
    return all;
  }

  private static LocationSolution solution(
      double[][] distance, int[] opened, double bound, long steps) {
    int[] siteOf = new int[distance.length];
    double value = 0;
    for (int i = 0; i < distance.length; i++) {
      int nearest = opened[0];
      for (int j : opened) {
        nearest = distance[i][j] < distance[i][nearest] ? j : nearest;
      }
      siteOf[i] = nearest;
      value = Math.max(value, distance[i][nearest]);
    }
    return new LocationSolution(
        Sense.MINIMISE, opened, siteOf, value, Math.min(bound, value), METHOD, steps);
  }
}
