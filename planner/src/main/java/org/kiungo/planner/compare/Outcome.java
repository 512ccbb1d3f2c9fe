package org.kiungo.planner.compare;

import java.util.List;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.model.Plan;

/**
 * What a plan comes to, in whole units so that differences add up exactly.
 *
 * @param milliPeople people with standard or basic service from the plan, thousandths
 * @param costCents lifetime cost
 * @param publicCents public money; 0 when {@code publicKnown} is false
 * @param publicKnown false when revenue is not known
 */
public record Outcome(long milliPeople, long costCents, long publicCents, boolean publicKnown) {

  /** Names of {@link #units}, in order. */
  public static final List<String> METRICS = List.of("people", "lifetimeCostUsd", "publicUsd");

  /** Units in one of each metric. */
  private static final double[] SCALE = {1000, 100, 100};

  /** The outcome of a plan. */
  public static Outcome of(Plan plan) {
    Plan.Totals t = plan.totals();
    boolean known = !Double.isNaN(t.viabilityGapUsd());
    return new Outcome(
        Math.round((t.peopleServed() + t.peopleBasic()) * SCALE[0]),
        AssetCost.cents(t.lifetimeCostUsd()),
        known ? AssetCost.cents(t.viabilityGapUsd()) : 0,
        known);
  }

  /** All metrics in their units. */
  long[] units() {
    return new long[] {milliPeople, costCents, publicCents};
  }

  /** A number of units of a metric as people or USD. */
  static double value(int metric, long units) {
    return units / SCALE[metric];
  }
}
