package org.kiungo.planner.programme;

import java.util.Arrays;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.programme.ProgrammePlanning.ScheduleSearch;
import org.kiungo.planner.programme.Proposals.Change;

/**
 * Late acceptance over {@link Proposals} without OptaPlanner, in the rounds and at the prices of
 * {@link org.kiungo.planner.programme.local.PhaseSearch}: what a search by hand would be.
 */
final class PlainPhaseSearch implements ScheduleSearch {

  private static final int LATE_ACCEPTANCE = 200;
  private static final int ROUNDS = 6;
  private static final int STRICT_ROUNDS = 2;

  @Override
  public Schedule improve(Schedule start, Request request, BooleanSupplier stop) {
    Schedule best = start;
    Schedule at = start;
    for (int round = 0; round < ROUNDS; round++) {
      long moves = request.steps() * (round + 1) / ROUNDS - request.steps() * round / ROUNDS;
      boolean strict = round >= ROUNDS - STRICT_ROUNDS;
      at =
          searched(
              (strict ? best : at).copy(),
              request,
              strict ? new double[] {0.1, 50} : new double[] {0.9, 1.1},
              moves,
              new Random(request.seed() + round));
      Schedule fitted = request.fitted().apply(at.copy());
      best = fitted.value() > best.value() ? fitted : best;
    }
    return best;
  }

  private static Schedule searched(
      Schedule schedule, Request request, double[] prices, long moves, Random random) {
    Proposals proposals = new Proposals(schedule);
    Schedule best = schedule.copy();
    double now = profit(schedule, request, prices);
    double bestProfit = now;
    double[] late = new double[LATE_ACCEPTANCE];
    Arrays.fill(late, now);
    for (int k = 0; k < moves; k++) {
      Change change = proposals.propose(random);
      if (change == null) {
        break;
      }
      int[] before = new int[change.service().length];
      for (int i = 0; i < before.length; i++) {
        before[i] = schedule.phase(change.service()[i]);
        schedule.move(change.service()[i], change.phase()[i]);
      }
      double profit = profit(schedule, request, prices);
      if (profit >= late[k % late.length] || profit >= now) {
        now = profit;
      } else {
        for (int i = before.length - 1; i >= 0; i--) {
          schedule.move(change.service()[i], before[i]);
        }
      }
      late[k % late.length] = now;
      if (now > bestProfit) {
        bestProfit = now;
        best = schedule.copy();
      }
    }
    return best;
  }

  /**
   * @param prices ratio of the price of money up to what has come in, and beyond
   */
  private static double profit(Schedule schedule, Request request, double[] prices) {
    double cost = 0;
    long paid = 0;
    for (int t = 0; t < schedule.phases(); t++) {
      paid += schedule.spent(t);
      long over = Math.max(0, paid - request.cumulativeCents()[t]);
      cost += request.rowPricePerCent()[t] * (prices[0] * (paid - over) + prices[1] * over);
    }
    return schedule.value() - cost;
  }
}
