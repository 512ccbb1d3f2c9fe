package org.kiungo.planner.place.hosting;

import java.util.Arrays;

/**
 * The most valuable items that fit into a capacity, the last one cut (Dantzig 1957,
 * https://doi.org/10.1287/opre.5.2.266): O(n log n).
 */
final class FractionalKnapsack {

  private static final int INDEX_BITS = 20;
  private static final long INDEX_MASK = (1L << INDEX_BITS) - 1;

  private FractionalKnapsack() {}

  /**
   * Upper bound on the value of any choice within the capacity, valid for whatever order rounding
   * gives the items: capacity · θ + Σ max(0, value − θ · weight), θ = density of the cut item.
   *
   * @param value value[e] ≥ 0
   * @param weight weight[e] &gt; 0
   * @param share out: share[e] of each item taken, 0–1
   */
  static double bound(double[] value, double[] weight, double capacity, double[] share) {
    double left = capacity;
    double theta = 0;
    Arrays.fill(share, 0);
    long[] order = byDensity(value, weight);
    for (int x = order.length - 1; x >= 0; x--) {
      int e = (int) (order[x] & INDEX_MASK);
      if (value[e] <= 0) {
        break;
      }
      if (weight[e] >= left) {
        share[e] = left / weight[e];
        theta = value[e] / weight[e];
        break;
      }
      share[e] = 1;
      left -= weight[e];
    }
    double total = capacity * theta;
    for (int e = 0; e < value.length; e++) {
      total += Math.max(0, value[e] - theta * weight[e]);
    }
    return total;
  }

  /** Value of the whole items that fit, taken by falling density: a lower estimate. */
  static double whole(double[] value, double[] weight, double capacity) {
    double left = capacity;
    double total = 0;
    long[] order = byDensity(value, weight);
    for (int x = order.length - 1; x >= 0; x--) {
      int e = (int) (order[x] & INDEX_MASK);
      if (weight[e] <= left) {
        total += value[e];
        left -= weight[e];
      }
    }
    return total;
  }

  /**
   * Densities in rising order: bits of a positive double rise with it; the lowest hold the item.
   */
  private static long[] byDensity(double[] value, double[] weight) {
    if (value.length > INDEX_MASK) {
      throw new IllegalArgumentException(
          "items are " + value.length + "; allowed at most " + INDEX_MASK);
    }
    long[] order = new long[value.length];
    for (int e = 0; e < value.length; e++) {
      long bits = Double.doubleToRawLongBits(Math.max(0, value[e]) / weight[e]);
      order[e] = bits & ~INDEX_MASK | e;
    }
    Arrays.sort(order);
    return order;
  }
}
