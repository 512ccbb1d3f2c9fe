package org.kiungo.planner.compare;

import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.ServiceStandard;

/**
 * By how much a plan's figures may be off those of the best answer to its question, as far as its
 * bound says. Two plans are told apart by a figure when it differs by more than both may be off;
 * what is less may be what the searches left undone.
 *
 * @param ratio see {@link Certificate#marginRatio}; NaN where nothing is known
 * @param weightedPeople that the plan brings service to, basic service counting as it weighs
 */
public record Margin(double ratio, double weightedPeople) {

  /** Of a plan. */
  public static Margin of(Plan.Totals totals, Certificate certificate, ServiceStandard standard) {
    double ratio = certificate.marginRatio();
    return new Margin(
        Double.isInfinite(ratio) ? Double.NaN : ratio,
        totals.peopleServed() + standard.basicWeightRatio() * totals.peopleBasic());
  }

  /**
   * Of people at the standard, with basic service or without any: within the same number of
   * weighted people one may be had for the other.
   */
  public double people() {
    return ratio * weightedPeople;
  }

  /** Of any other figure: its share. */
  public double of(double amount) {
    return ratio * Math.abs(amount);
  }

  /**
   * True for a difference that is none of what the plans may be off by.
   *
   * @param margin of both plans together; NaN where nothing is known, which tells nothing apart
   */
  public static boolean isToldApart(double difference, double margin) {
    return Math.abs(difference) > margin;
  }
}
