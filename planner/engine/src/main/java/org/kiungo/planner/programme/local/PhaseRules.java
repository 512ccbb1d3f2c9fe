package org.kiungo.planner.programme.local;

import java.util.function.BooleanSupplier;
import org.kiungo.planner.programme.Schedule;

/**
 * What money is worth while phases are searched.
 *
 * @param cumulativeCents that have come in by the end of each phase
 * @param pricePerCent of all money paid until the end of each phase
 * @param within ratio of the price up to what has come in
 * @param beyond ratio of it beyond
 * @param stop true = propose no more
 */
record PhaseRules(
    long[] cumulativeCents,
    double[] pricePerCent,
    double within,
    double beyond,
    BooleanSupplier stop) {

  /** Value less what money is worth. */
  long profit(Schedule schedule) {
    double cost = 0;
    long paid = 0;
    for (int t = 0; t < cumulativeCents.length; t++) {
      paid += schedule.spent(t);
      long over = Math.max(0, paid - cumulativeCents[t]);
      cost += pricePerCent[t] * (within * (paid - over) + beyond * over);
    }
    return schedule.value() - (long) cost;
  }
}
