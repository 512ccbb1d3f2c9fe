package org.kiungo.planner.finance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Whole cents shared in proportion to weights: each share is rounded down, and the cents left go
 * one by one to the largest remainders, of equal ones to the first. Shares add up to the sum.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Quota_method">Hamilton's method of largest
 *     remainders</a>
 */
public final class LargestRemainder {

  private LargestRemainder() {}

  /**
   * Whole units by their weights.
   *
   * @param cents ≥ 0
   * @param weights at least one, each ≥ 0; all 0 = the same for everybody
   */
  public static long[] shares(long cents, double[] weights) {
    double sum = Arrays.stream(weights).sum();
    long[] shares = new long[weights.length];
    double[] remainder = new double[weights.length];
    long left = cents;
    for (int k = 0; k < weights.length; k++) {
      double due = sum > 0 ? cents * (weights[k] / sum) : (double) cents / weights.length;
      // floating point may round a due sum up to the next cent, of which none may be left
      shares[k] = Math.min(left, (long) Math.floor(due));
      remainder[k] = due - shares[k];
      left -= shares[k];
    }
    if (left > 0) {
      int[] order =
          IntStream.range(0, weights.length)
              .boxed()
              .sorted(Comparator.comparingDouble((Integer k) -> -remainder[k]))
              .mapToInt(k -> k)
              .toArray();
      for (int k = 0; left > 0; k = (k + 1) % order.length) {
        shares[order[k]]++;
        left--;
      }
    }
    return shares;
  }
}
