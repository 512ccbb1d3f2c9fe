package org.kiungo.planner.compare;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Shapley values of a game in whole units: what each player brings, on the mean over all orders in
 * which they may come. φ_i = Σ_S |S|! (n − |S| − 1)! / n! · (v(S ∪ i) − v(S)), kept as whole
 * multiples of 1/n! and rounded to units by largest remainder, so that Σ φ_i is v(all) − v(none)
 * exactly.
 *
 * @see <a href="https://doi.org/10.1515/9781400881970-018">Shapley 1953, A value for n-person
 *     games</a>
 */
final class ShapleyValues {

  private final int players;
  private final LongFunction<long[]> game;
  private final BigInteger[] factorial;

  /**
   * @param players n
   * @param game units by metric of a set of players, given as bits
   */
  ShapleyValues(int players, LongFunction<long[]> game) {
    this.players = players;
    this.game = game;
    factorial = new BigInteger[players + 1];
    factorial[0] = BigInteger.ONE;
    for (int k = 1; k <= players; k++) {
      factorial[k] = factorial[k - 1].multiply(BigInteger.valueOf(k));
    }
  }

  /** Units by player and metric. */
  long[][] values() {
    long[] none = game.apply(0);
    long[] all = game.apply((1L << players) - 1);
    long[][] values = new long[players][none.length];
    for (int metric = 0; metric < none.length; metric++) {
      BigInteger[] shares = new BigInteger[players];
      for (int i = 0; i < players; i++) {
        shares[i] = share(i, metric);
      }
      round(shares, all[metric] - none[metric], values, metric);
    }
    return values;
  }

  /** n! φ_i. */
  private BigInteger share(int i, int metric) {
    BigInteger share = BigInteger.ZERO;
    for (long without = 0; without < 1L << players; without++) {
      if ((without >> i & 1) == 0) {
        long gain = game.apply(without | 1L << i)[metric] - game.apply(without)[metric];
        int size = Long.bitCount(without);
        BigInteger orders = factorial[size].multiply(factorial[players - size - 1]);
        share = share.add(orders.multiply(BigInteger.valueOf(gain)));
      }
    }
    return share;
  }

  private void round(BigInteger[] shares, long total, long[][] values, int metric) {
    BigInteger scale = factorial[players];
    List<Integer> byRemainder = new ArrayList<>();
    BigInteger[] remainder = new BigInteger[shares.length];
    long left = total;
    for (int i = 0; i < shares.length; i++) {
      // the floor, so that what is left over is never negative
      remainder[i] = shares[i].mod(scale);
      values[i][metric] = shares[i].subtract(remainder[i]).divide(scale).longValueExact();
      left -= values[i][metric];
      byRemainder.add(i);
    }
    byRemainder.sort(
        Comparator.comparing((Integer i) -> remainder[i]).reversed().thenComparing(i -> i));
    for (int k = 0; k < left; k++) {
      values[byRemainder.get(k)][metric]++;
    }
  }
}
