package org.kiungo.planner.compare;

import java.util.List;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.deploy.question.ServedPeople;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;

/**
 * What a plan comes to, in whole units so that differences add up exactly.
 *
 * @param milliWeighted weighted people with service from the plan, thousandths: what it strives for
 * @param milliStandard people served to the standard, thousandths
 * @param milliBasic people with basic service, thousandths
 * @param costCents lifetime cost
 * @param publicCents public money; 0 when {@code publicKnown} is false
 * @param publicKnown false when revenue is not known
 */
public record Outcome(
    long milliWeighted,
    long milliStandard,
    long milliBasic,
    long costCents,
    long publicCents,
    boolean publicKnown) {

  /** Names of {@link #units}, in order. */
  public static final List<String> METRICS =
      List.of("weightedPeople", "peopleStandard", "peopleBasic", "lifetimeCostUsd", "publicUsd");

  /** Units in one of each metric. */
  private static final double[] SCALE = {1000, 1000, 1000, 100, 100};

  /**
   * The outcome of a plan.
   *
   * @param facts that it was made for, under its scenario
   */
  public static Outcome of(PlanningProblem facts, Plan plan) {
    Plan.Totals t = plan.totals();
    boolean known = !Double.isNaN(t.viabilityGapUsd());
    return new Outcome(
        Math.round(ServedPeople.weighted(facts, plan) * SCALE[0]),
        Math.round(t.peopleServed() * SCALE[1]),
        Math.round(t.peopleBasic() * SCALE[2]),
        AssetCost.cents(t.lifetimeCostUsd()),
        known ? AssetCost.cents(t.viabilityGapUsd()) : 0,
        known);
  }

  /** All metrics in their units. */
  long[] units() {
    return new long[] {milliWeighted, milliStandard, milliBasic, costCents, publicCents};
  }

  /** A number of units of a metric as people or USD. */
  static double value(int metric, long units) {
    return units / SCALE[metric];
  }
}
