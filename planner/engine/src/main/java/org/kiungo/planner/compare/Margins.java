package org.kiungo.planner.compare;

import java.util.function.LongFunction;
import java.util.function.LongToDoubleFunction;
import org.kiungo.planner.compare.Attribution.Sums;
import org.kiungo.planner.model.Certificate;

/**
 * By how much differences between plans may be off, since each plan may be off by its gap. Weighted
 * people are what plans strive for; within the same number of them people at the standard and with
 * basic service may be exchanged, so their margins are that of weighted people. NaN where a plan
 * has no bound.
 */
final class Margins {

  private final int n;
  private final LongFunction<long[]> units;
  private final LongToDoubleFunction ratioOf;

  /**
   * @param n assumptions
   * @param units outcome by set of assumptions changed, as bits
   * @param ratioOf {@link Certificate#marginRatio} by set
   */
  Margins(int n, LongFunction<long[]> units, LongToDoubleFunction ratioOf) {
    this.n = n;
    this.units = units;
    this.ratioOf = ratioOf;
  }

  /** Of the difference between two sets. */
  Sums of(long from, long to) {
    double[] margin = new double[Outcome.METRICS.size()];
    add(from, 1, margin);
    add(to, 1, margin);
    return sums(margin);
  }

  /** Of an assumption's Shapley value: the mean over all orders. */
  Sums shapley(int player) {
    double[] margin = new double[Outcome.METRICS.size()];
    for (long set = 0; set < 1L << n; set++) {
      if ((set >> player & 1) == 0) {
        double share = share(Long.bitCount(set));
        add(set, share, margin);
        add(set | 1L << player, share, margin);
      }
    }
    return sums(margin);
  }

  /** Share of the orders in which exactly a given set of some size comes before a player. */
  private double share(int before) {
    double share = 1.0 / n;
    for (int k = 1; k <= before; k++) {
      share *= (double) k / (n - k);
    }
    return share;
  }

  private void add(long set, double share, double[] margin) {
    long[] outcome = units.apply(set);
    double ratio = ratioOf.applyAsDouble(set);
    ratio = Double.isInfinite(ratio) ? Double.NaN : ratio;
    for (int metric = 0; metric < margin.length; metric++) {
      double amount = Outcome.value(metric, Math.abs(outcome[metric]));
      boolean people = metric < PEOPLE;
      margin[metric] += share * ratio * (people ? Outcome.value(0, outcome[0]) : amount);
    }
  }

  /** Metrics that count people. */
  private static final int PEOPLE = 3;

  private static Sums sums(double[] margin) {
    return new Sums(margin[0], margin[1], margin[2], margin[3], margin[4]);
  }
}
