package org.kiungo.planner.model.money;

import org.kiungo.planner.model.InputRefused;

/**
 * How money of different years is added up.
 *
 * @param discountRateRatio real, per year, 0–0.3
 * @param firstYear year in which builds are paid
 * @param lastYear last year whose upkeep counts, ≥ firstYear
 * @param priceYear year of the constant USD
 */
public record Money(double discountRateRatio, int firstYear, int lastYear, int priceYear) {

  /** Constant USD of 2025, 2027–2036, 8 % real. */
  public static final Money DEFAULT = new Money(0.08, 2027, 2036, 2025);

  public Money {
    if (!(discountRateRatio >= 0 && discountRateRatio <= 0.3)) {
      throw new InputRefused(
          "field.range",
          "field",
          "discountRateRatio",
          "value",
          discountRateRatio,
          "low",
          0,
          "high",
          0.3);
    }
    if (firstYear < 2000 || lastYear > 2100 || lastYear < firstYear) {
      throw new InputRefused(
          "field.range",
          "field",
          "firstYear–lastYear",
          "value",
          firstYear + "–" + lastYear,
          "low",
          2000,
          "high",
          2100);
    }
  }

  /** Years counted, the first included. */
  public int years() {
    return lastYear - firstYear + 1;
  }

  /**
   * Most cents within an amount: the largest c with {@code c / 100.0 ≤ usd}, so that an amount made
   * of whole cents loses none.
   *
   * @param usd 0–10¹⁴
   */
  public static long wholeCents(double usd) {
    long cents = (long) Math.floor(usd * 100);
    if ((cents + 1) / 100.0 <= usd) {
      return cents + 1;
    }
    return cents / 100.0 <= usd ? cents : cents - 1;
  }
}
