package org.kiungo.planner.compare;

import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.scenario.Scenario;

/**
 * By how much a plan's figures may be off those of the best answer to its question, as far as its
 * bound says. Two plans are told apart by a figure when it differs by more than both may be off;
 * what is less may be what the searches left undone.
 *
 * @param ratio see {@link Certificate#marginRatio}; NaN where nothing is known
 * @param weightedPeople that the plan brings service to, basic service counting as it weighs
 */
public record Margin(double ratio, double weightedPeople) {

  /**
   * Of a plan; none where a goal of districts bounds shares, of which no number of people and no
   * money follows: such a plan's figures are compared as they are.
   */
  public static Margin of(Plan.Totals totals, Certificate certificate, Scenario scenario) {
    double ratio = scenario.goal().isOfDistricts() ? 0 : certificate.marginRatio();
    return new Margin(
        Double.isInfinite(ratio) ? Double.NaN : ratio,
        totals.peopleServed() + scenario.standard().basicWeightRatio() * totals.peopleBasic());
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
