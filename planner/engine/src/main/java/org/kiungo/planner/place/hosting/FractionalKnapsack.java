package org.kiungo.planner.place.hosting;

import java.util.Arrays;

/**
 * The most valuable items that fit into a capacity, the last one cut (Dantzig 1957,
 * https://doi.org/10.1287/opre.5.2.266).
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
    Falling items = new Falling(value, weight);
    while (items.hasNext()) {
      int e = items.next();
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
    double lightest = Double.POSITIVE_INFINITY;
    for (double each : weight) {
      lightest = Math.min(lightest, each);
    }
    Falling items = new Falling(value, weight);
    while (left >= lightest && items.hasNext()) {
      int e = items.next();
      if (weight[e] <= left) {
        total += value[e];
        left -= weight[e];
      }
    }
    return total;
  }

  /**
   * Items by falling density, sorted only as far as they are asked for (incremental quicksort,
   * Paredes and Navarro 2006, https://doi.org/10.1137/1.9781611972863.16): O(n + k log n) for k.
   * Bits of a positive double rise with it; the lowest hold the item.
   */
  private static final class Falling {

    private static final int SHORT = 32;

    /** Complements of the keys: rising. */
    private final long[] keys;

    /** Ends of parts whose keys are all less than what lies behind, the nearest last. */
    private int[] ends = new int[SHORT];

    private int count = 1;
    private int sorted;
    private int at;

    Falling(double[] value, double[] weight) {
      if (value.length > INDEX_MASK) {
        throw new IllegalArgumentException(
            "items are " + value.length + "; allowed at most " + INDEX_MASK);
      }
      keys = new long[value.length];
      for (int e = 0; e < value.length; e++) {
        long bits = Double.doubleToRawLongBits(Math.max(0, value[e]) / weight[e]);
        keys[e] = ~(bits & ~INDEX_MASK | e);
      }
      ends[0] = keys.length;
    }

    boolean hasNext() {
      return at < keys.length;
    }

    int next() {
      while (sorted <= at) {
        int end = ends[count - 1];
        if (end - at <= SHORT) {
          Arrays.sort(keys, at, end);
          sorted = end;
          count--;
        } else {
          if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
          }
          ends[count++] = part(at, end);
        }
      }
      return (int) (~keys[at++] & INDEX_MASK);
    }

    /** Where the greater keys begin, behind {@code low} and before {@code end} (Hoare 1962). */
    private int part(int low, int end) {
      long pivot = keys[(low + end - 1) >>> 1];
      int left = low - 1;
      int right = end;
      while (true) {
        do {
          left++;
        } while (keys[left] < pivot);
        do {
          right--;
        } while (keys[right] > pivot);
        if (left >= right) {
          return right + 1;
        }
        long key = keys[left];
        keys[left] = keys[right];
        keys[right] = key;
      }
    }
  }
}
