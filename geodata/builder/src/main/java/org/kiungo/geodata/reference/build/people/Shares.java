package org.kiungo.geodata.reference.build.people;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Splits a whole number by weight into whole numbers with the same sum: largest remainders. */
final class Shares {

  private Shares() {}

  /**
   * @param whole ≥ 0
   * @param weights ≥ 0, at least one &gt; 0 unless {@code whole} is 0
   */
  static long[] of(long whole, double[] weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    long[] shares = new long[weights.length];
    if (whole == 0) {
      return shares;
    }
    double[] remainders = new double[weights.length];
    long left = whole;
    for (int k = 0; k < weights.length; k++) {
      double share = whole * (weights[k] / total);
      shares[k] = (long) share;
      remainders[k] = share - shares[k];
      left -= shares[k];
    }
    int[] order =
        IntStream.range(0, weights.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer k) -> -remainders[k]).thenComparing(k -> k))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int k = 0; k < left; k++) {
      shares[order[k]]++;
    }
    return shares;
  }
}
