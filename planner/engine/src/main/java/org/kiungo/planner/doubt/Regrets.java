package org.kiungo.planner.doubt;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.kiungo.planner.folder.doubt.Doubt.Interval;
import org.kiungo.planner.folder.doubt.Doubt.Regret;
import org.kiungo.planner.folder.doubt.FutureRow;

/**
 * What is said of numbers that each future has.
 *
 * <p>Mak, Morton &amp; Wood 1999, Monte Carlo bounding techniques for determining solution quality
 * in stochastic programs, with bounds in place of optima and batches of one; Rockafellar &amp;
 * Uryasev 2000, Optimization of conditional value-at-risk.
 */
public final class Regrets {

  /** Of the worst fifth. */
  private static final int WORST_OF = 5;

  /** Of the tenth that counts where the worst has to be made better. */
  private static final int LEAST_OF = 10;

  private Regrets() {}

  static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  /** Every other one: the first half chooses, the second judges. */
  static double[] half(double[] all, int from) {
    return IntStream.range(0, all.length)
        .filter(k -> k % 2 == from)
        .mapToDouble(k -> all[k])
        .toArray();
  }

  /** Mean of the least tenth, of one at the least. */
  static double worstTenth(double[] values) {
    int few = (values.length + LEAST_OF - 1) / LEAST_OF;
    return mean(Arrays.stream(values).sorted().limit(few).toArray());
  }

  static Interval interval(double[] values) {
    double mean = mean(values);
    double squares = Arrays.stream(values).map(each -> (each - mean) * (each - mean)).sum();
    int freedom = values.length - 1;
    double error = Math.sqrt(squares / freedom / values.length);
    return new Interval(mean, StudentT.quantile975(freedom) * error);
  }

  /**
   * What a plan loses in the futures that had no part in any choice.
   *
   * @param futures those with all layers, in their order
   * @param value of the plan in one
   */
  public static Regret judged(List<FutureRow> futures, ToDoubleFunction<FutureRow> value) {
    double[] bounds = futures.stream().mapToDouble(FutureRow::bound).toArray();
    return of(half(bounds, 1), half(futures.stream().mapToDouble(value).toArray(), 1));
  }

  /**
   * @param bounds by future
   * @param values of one plan, likewise
   */
  static Regret of(double[] bounds, double[] values) {
    double[] lost = new double[values.length];
    for (int k = 0; k < lost.length; k++) {
      lost[k] = Math.max(0, bounds[k] - values[k]);
    }
    Interval interval = interval(lost);
    double[] sorted = lost.clone();
    Arrays.sort(sorted);
    int few = (lost.length + WORST_OF - 1) / WORST_OF;
    double[] worst = Arrays.copyOfRange(sorted, lost.length - few, lost.length);
    double bound = mean(bounds);
    return new Regret(
        interval.mean(),
        interval.halfWidth95(),
        sorted[lost.length - 1],
        mean(worst),
        bound > 0 ? interval.mean() / bound : 0);
  }
}
