package org.kiungo.planner.model.money;

import java.util.List;
import org.kiungo.planner.model.value.InputRefused;

/**
 * How money of different years is added up.
 *
 * @param discountRateRatio real, per year, 0–0.3
 * @param firstYear year in which builds are paid
 * @param lastYear last year whose upkeep counts, ≥ firstYear
 * @param priceYear year of the constant USD
 * @param waiting of prices that bound a row of a programme; null of all other money
 */
public record Money(
    double discountRateRatio, int firstYear, int lastYear, int priceYear, Waiting waiting) {

  /**
   * Prices in a row of a programme, when what stands may have been built in any of its phases. What
   * stands at the end of one phase stands in all later ones, so that a row pays for it what
   * building now costs more than building in the next phase: with π the price of money in this row
   * and all later ones over this row's own, {@code π · cost now − (π − 1) · cost next}. Never above
   * what a plan pays: costs of builds never rise from phase to phase, of traffic the least so far
   * is taken, and a cent is taken off for each rounding.
   *
   * @param firstYears of the phases up to the row's, whose own comes last
   * @param nextYear first year of the next phase; 0 where there is none
   * @param ratio π − 1, ≥ 0; 0 where the row stands alone
   */
  public record Waiting(List<Integer> firstYears, int nextYear, double ratio) {
    public Waiting {
      firstYears = List.copyOf(firstYears);
      if (!(ratio >= 0) || (ratio > 0 && nextYear == 0)) {
        throw new IllegalArgumentException("ratio " + ratio + " with next year " + nextYear);
      }
    }
  }

  /** Money that no programme's bound counts. */
  public Money(double discountRateRatio, int firstYear, int lastYear, int priceYear) {
    this(discountRateRatio, firstYear, lastYear, priceYear, null);
  }

  /** The same from another year on, without waiting. */
  public Money from(int year) {
    return new Money(discountRateRatio, year, lastYear, priceYear);
  }

  /** The money of a programme's plan: itself, or of prices in a row what their first year says. */
  public Money ofPlan() {
    return waiting == null ? this : from(waiting.firstYears().get(0));
  }

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
