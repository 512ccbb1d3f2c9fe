package org.kiungo.planner.place.location;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.place.location.problem.CoverSets;
import org.kiungo.planner.place.location.problem.LocationLimits;
import org.kiungo.planner.place.location.problem.LocationSolution;

/**
 * Backup coverage (BACOP2): open p sites so that weight covered once and weight covered a second
 * time are greatest together; max θ Σ w_i [covered] + (1 − θ) Σ w_i [covered twice], 0.5 ≤ θ ≤ 1.
 *
 * <p>Greedy adding and vertex substitution; the Lagrangian dual prices coverage with u_i: L(u) = Σ
 * max(0, θw − u) + max(0, (1 − θ)w − u) + the p largest Σ over covered i of u_i. NP-hard.
 * Guarantee: the stated bound; no branching, so a gap may remain.
 *
 * @see "Hogan and ReVelle 1986, Concepts and applications of backup coverage, Management Science
 *     32, 1434–1444"
 */
public final class BackupCoverage {

  private static final String METHOD = "Lagrangian dual on two levels of coverage";

  private BackupCoverage() {}

  /**
   * @param p sites to open, 1 … number of sites
   * @param firstRatio θ, 0.5–1: what the first coverage counts
   * @throws IllegalArgumentException if p or θ is out of range
   */
  public static LocationSolution solve(
      CoverSets cover,
      int p,
      double firstRatio,
      LocationLimits limits,
      Progress progress,
      BooleanSupplier stop) {
    if (p < 1 || p > cover.sites || !(firstRatio >= 0.5 && firstRatio <= 1)) {
      throw new IllegalArgumentException(
          "p is "
              + p
              + " and firstRatio "
              + firstRatio
              + "; allowed 1 to "
              + cover.sites
              + ", and 0.5 to 1");
    }
    int[][] groupsOf = cover.groupsPerSite();
    int[] times = new int[cover.groups()];
    boolean[] open = new boolean[cover.sites];
    for (int k = 0; k < p; k++) {
      set(open, times, groupsOf, bestToOpen(cover, groupsOf, open, times, firstRatio), 1);
    }
    long steps = exchange(cover, groupsOf, open, times, firstRatio, stop);
    double value = value(cover, times, firstRatio);
    double bound = bound(cover, groupsOf, p, firstRatio, value, limits.dualIterations(), stop);
    progress.report("certificate", 1, value, bound, (bound - value) / bound);
    return new LocationSolution(
        Sense.MAXIMISE,
        java.util.stream.IntStream.range(0, open.length).filter(j -> open[j]).toArray(),
        siteOf(cover, open),
        value,
        Math.max(bound, value),
        METHOD,
        steps + limits.dualIterations());
  }

  private static double worth(CoverSets cover, int g, int times, double theta) {
    return cover.weight[g] * ((times > 0 ? theta : 0) + (times > 1 ? 1 - theta : 0));
  }

  private static double value(CoverSets cover, int[] times, double theta) {
    double total = 0;
    for (int g = 0; g < times.length; g++) {
      total += worth(cover, g, times[g], theta);
    }
    return total;
  }

  private static void set(boolean[] open, int[] times, int[][] groupsOf, int j, int change) {
    open[j] = change > 0;
    for (int g : groupsOf[j]) {
      times[g] += change;
    }
  }

  private static double gain(CoverSets cover, int[] groups, int[] times, double theta) {
    double gain = 0;
    for (int g : groups) {
      gain += worth(cover, g, times[g] + 1, theta) - worth(cover, g, times[g], theta);
    }
    return gain;
  }

  private static int bestToOpen(
      CoverSets cover, int[][] groupsOf, boolean[] open, int[] times, double theta) {
    int best = -1;
    double most = -1;
    for (int j = 0; j < open.length; j++) {
      double gain = open[j] ? -1 : gain(cover, groupsOf[j], times, theta);
      if (gain > most) {
        most = gain;
        best = j;
      }
    }
    return best;
  }

  /** Closes each site in turn and opens the best instead, while that helps. */
  private static long exchange(
      CoverSets cover,
      int[][] groupsOf,
      boolean[] open,
      int[] times,
      double theta,
      BooleanSupplier stop) {
    long steps = 0;
    boolean better = true;
    while (better && !stop.getAsBoolean()) {
      better = false;
      for (int out = 0; out < open.length; out++) {
        if (open[out]) {
          double before = value(cover, times, theta);
          set(open, times, groupsOf, out, -1);
          int in = bestToOpen(cover, groupsOf, open, times, theta);
          set(open, times, groupsOf, in, 1);
          steps++;
          if (value(cover, times, theta) > before + 1e-9 * Math.max(1, before)) {
            better = true;
          } else {
            set(open, times, groupsOf, in, -1);
            set(open, times, groupsOf, out, 1);
          }
        }
      }
    }
    return steps;
  }

  private static double bound(
      CoverSets cover,
      int[][] groupsOf,
      int p,
      double theta,
      double value,
      int iterations,
      BooleanSupplier stop) {
    int n = cover.groups();
    double[] u = new double[n];
    for (int g = 0; g < n; g++) {
      u[g] = cover.weight[g] * (1 - theta);
    }
    double[] center = u.clone();
    double[] direction = new double[n];
    double least = Double.POSITIVE_INFINITY;
    double step = 0.3;
    for (int k = 0; k < iterations && !stop.getAsBoolean(); k++) {
      double[] sum = new double[groupsOf.length];
      for (int j = 0; j < sum.length; j++) {
        for (int g : groupsOf[j]) {
          sum[j] += u[g];
        }
      }
      double[] sorted = sum.clone();
      Arrays.sort(sorted);
      double threshold = sorted[sorted.length - p];
      double upper = 0;
      double[] gradient = new double[n];
      int open = 0;
      for (int round = 0; round < 2; round++) {
        for (int j = 0; j < sum.length && open < p; j++) {
          if (round == 0 ? sum[j] > threshold : sum[j] == threshold) {
            open++;
            upper += sum[j];
            for (int g : groupsOf[j]) {
              gradient[g]++;
            }
          }
        }
      }
      for (int g = 0; g < n; g++) {
        double first = theta * cover.weight[g] - u[g];
        double second = (1 - theta) * cover.weight[g] - u[g];
        upper += Math.max(0, first) + Math.max(0, second);
        gradient[g] -= (first > 0 ? 1 : 0) + (second > 0 ? 1 : 0);
      }
      if (upper < least) {
        least = upper;
        center = u.clone();
      } else {
        step *= 0.93;
      }
      double norm = 1e-12;
      for (int g = 0; g < n; g++) {
        direction[g] += (k == 0 ? 1 : 0.3) * (gradient[g] - direction[g]);
        norm += direction[g] * direction[g];
      }
      double length = step * Math.max(1e-6 * value, least - value) / norm;
      for (int g = 0; g < n; g++) {
        u[g] = Math.max(0, Math.min(theta * cover.weight[g], center[g] - length * direction[g]));
      }
    }
    return least;
  }

  private static int[] siteOf(CoverSets cover, boolean[] open) {
    int[] siteOf = new int[cover.groupOf.length];
    for (int i = 0; i < siteOf.length; i++) {
      siteOf[i] = -1;
      for (int j : cover.sitesOf[cover.groupOf[i]]) {
        siteOf[i] = siteOf[i] < 0 && open[j] ? j : siteOf[i];
      }
    }
    return siteOf;
  }
}
