package org.kiungo.planner.place.location;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Random worlds small enough to try everything, and the trying. */
public final class SmallWorlds {

  private SmallWorlds() {}

  /** Weighted distances between random places: integers, or not. */
  static double[][] costs(Random random, int n, int m, boolean integral) {
    double[][] site = new double[m][];
    for (int j = 0; j < m; j++) {
      site[j] = new double[] {random.nextInt(100), random.nextInt(100)};
    }
    double[][] cost = new double[n][m];
    for (int i = 0; i < n; i++) {
      double x = random.nextInt(100);
      double y = random.nextInt(100);
      double weight = 1 + random.nextInt(5);
      for (int j = 0; j < m; j++) {
        double d = Math.hypot(x - site[j][0], y - site[j][1]);
        cost[i][j] = weight * (integral ? Math.floor(d) : d);
      }
    }
    return cost;
  }

  static double nearest(double[][] cost, boolean[] open) {
    double total = 0;
    for (double[] row : cost) {
      double least = Double.POSITIVE_INFINITY;
      for (int j = 0; j < row.length; j++) {
        least = open[j] ? Math.min(least, row[j]) : least;
      }
      total += least;
    }
    return total;
  }

  static double sum(double[] fixed, boolean[] open) {
    double total = 0;
    for (int j = 0; j < open.length; j++) {
      total += open[j] ? fixed[j] : 0;
    }
    return total;
  }

  /** Least value over every subset of m sites with between low and high members. */
  public static double leastOverSubsets(
      int m, int low, int high, ToDoubleFunction<boolean[]> value) {
    double best = Double.POSITIVE_INFINITY;
    for (int set = 0; set < 1 << m; set++) {
      int size = Integer.bitCount(set);
      if (size >= low && size <= high) {
        boolean[] open = new boolean[m];
        for (int j = 0; j < m; j++) {
          open[j] = (set >> j & 1) == 1;
        }
        best = Math.min(best, value.applyAsDouble(open));
      }
    }
    return best;
  }

  static double[][] permuted(double[][] rows, Random random) {
    List<double[]> list = new ArrayList<>(List.of(rows));
    Collections.shuffle(list, random);
    return list.toArray(double[][]::new);
  }
}
