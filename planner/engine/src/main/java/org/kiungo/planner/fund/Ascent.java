package org.kiungo.planner.fund;

import java.util.function.Consumer;

/**
 * Prices of money at which the bound is least: subgradient steps of Polyak's length towards the
 * best value known, in units of each row's worth, so that small and large envelopes move alike.
 *
 * @see <a href="https://doi.org/10.1287/mnsc.27.1.1">Fisher 1981, The Lagrangian relaxation method
 *     for solving integer programming problems</a>
 */
final class Ascent {

  private static final int PATIENCE = 20;

  /** How far below the best bound a step aims, 0–1: at first, and where the walk ends. */
  private static final double FIRST_AIM = 0.1;

  private static final double LAST_AIM = 1e-5;

  /** Weight of the last direction in the next. */
  private static final double MEMORY = 0.6;

  private final Prices prices;
  private final double[] cents;

  /** Best prices so far and their bound. */
  private double[] best;

  private double bound = Double.POSITIVE_INFINITY;

  Ascent(Prices prices, java.util.List<Row> rows, double[] start) {
    this.prices = prices;
    cents = rows.stream().mapToDouble(Row::cents).toArray();
    best = start.clone();
  }

  /**
   * Walks on from the best prices, aiming a little below the best bound: as much less as was won
   * last, half of it after a while without success.
   *
   * @param each sees prices that were better than those before
   */
  void walk(int steps, Consumer<double[]> each) {
    double[] lambda = best.clone();
    double[] direction = new double[lambda.length];
    double aim = FIRST_AIM;
    int since = 0;
    for (int step = 0; step < steps && aim > LAST_AIM; step++) {
      Prices.Answer answer = prices.at(lambda);
      if (answer.bound() < bound) {
        since = answer.bound() < bound * (1 - aim / 4) ? 0 : since + 1;
        bound = answer.bound();
        best = lambda.clone();
        each.accept(best);
      } else {
        since++;
      }
      if (since >= PATIENCE) {
        aim /= 1.5;
        since = 0;
        lambda = best.clone();
        answer = prices.at(lambda);
      }
      double length = 0;
      for (int r = 0; r < lambda.length; r++) {
        double slope = cents[r] == 0 ? 0 : 1 - answer.used()[r] / cents[r];
        direction[r] = lambda[r] == 0 && slope > 0 ? 0 : slope + MEMORY * direction[r];
        length += direction[r] * direction[r];
      }
      if (length == 0) {
        return;
      }
      double stride = (answer.bound() - bound * (1 - aim)) / length;
      for (int r = 0; r < lambda.length; r++) {
        if (cents[r] > 0) {
          lambda[r] = Math.max(0, lambda[r] - stride * direction[r] / cents[r]);
        }
      }
    }
  }

  double[] prices() {
    return best;
  }

  double bound() {
    return bound;
  }
}
