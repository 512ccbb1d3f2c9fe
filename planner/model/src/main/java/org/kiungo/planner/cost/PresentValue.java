package org.kiungo.planner.cost;

import org.kiungo.planner.model.money.Money;

/**
 * Adds up money of different years. Builds are paid at the start of {@link Money#firstYear()};
 * upkeep of year k counts from k = 0; nothing is worth anything at the end.
 *
 * <p>Powers are repeated products, never {@code Math.pow}, so that every platform gives the same
 * last bit.
 */
public final class PresentValue {

  private PresentValue() {}

  /**
   * Yearly cost equivalent to an upfront cost: capex · r / (1 − (1 + r)^−n); r = 0 gives capex / n.
   *
   * @param capexUsd upfront
   * @param rateRatio per year, ≥ 0
   * @param years n ≥ 1, paid at the end of each year
   * @return USD per year
   */
  public static double annuity(double capexUsd, double rateRatio, int years) {
    return rateRatio == 0
        ? capexUsd / years
        : capexUsd * rateRatio / (1 - discount(rateRatio, years));
  }

  /**
   * Present value of one dollar spent in every counted year: Σ (1 + r)^−k, k = 0 … T − 1.
   *
   * @return years, between 1 and T
   */
  public static double upkeepYears(Money money) {
    if (isWaiting(money)) {
      double ratio = money.waiting().ratio();
      return (1 + ratio) * upkeepYears(now(money)) - ratio * upkeepYears(next(money));
    }
    double sum = 0;
    for (int k = money.years() - 1; k >= 0; k--) {
      sum += discount(money.discountRateRatio(), k);
    }
    return sum;
  }

  /**
   * The same amount in every counted year that is worth as much as amounts that differ.
   *
   * @param usd of each counted year
   * @return USD per year
   */
  static double level(double[] usd, Money money) {
    double sum = 0;
    for (int k = usd.length - 1; k >= 0; k--) {
      sum += usd[k] * discount(money.discountRateRatio(), k);
    }
    return sum / upkeepYears(money);
  }

  /**
   * Present value of buying an asset of one dollar at the start and again each time it wears out
   * inside the counted years: Σ (1 + r)^−jL while jL &lt; T.
   *
   * @param lifetimeYears L, rounded to whole years, at least one
   * @return purchases, ≥ 1
   */
  public static double purchases(double lifetimeYears, Money money) {
    if (isWaiting(money)) {
      double ratio = money.waiting().ratio();
      return (1 + ratio) * purchases(lifetimeYears, now(money))
          - ratio * purchases(lifetimeYears, next(money));
    }
    int step = (int) Math.max(1, Math.min(Math.rint(lifetimeYears), money.years()));
    double sum = 0;
    for (int k = 0; k < money.years(); k += step) {
      sum += discount(money.discountRateRatio(), k);
    }
    return sum;
  }

  /**
   * Lifetime cost of an asset: capex · purchases + opex · upkeep years.
   *
   * @param capexUsd each purchase
   * @param opexUsdPerYear upkeep
   * @param lifetimeYears after which it is bought again
   * @return present value in USD, not rounded
   */
  public static double lifetimeUsd(
      double capexUsd, double opexUsdPerYear, double lifetimeYears, Money money) {
    double usd = capexUsd * purchases(lifetimeYears, money) + opexUsdPerYear * upkeepYears(money);
    return money.waiting() == null ? usd : withoutRounding(usd, money);
  }

  /** What is certainly not above what plans pay, whose amounts are rounded to cents each. */
  static double withoutRounding(double usd, Money money) {
    return Math.max(0, usd - (1 + money.waiting().ratio()) / 100);
  }

  /** True when building later is weighed against building now. */
  static boolean isWaiting(Money money) {
    return money.waiting() != null && money.waiting().ratio() > 0;
  }

  /** Money of the phase itself. */
  private static Money now(Money money) {
    return money.from(money.firstYear());
  }

  /** Money of the phase after it. */
  private static Money next(Money money) {
    return money.from(money.waiting().nextYear());
  }

  /** (1 + r)^−years. */
  private static double discount(double rateRatio, int years) {
    double growth = 1;
    for (int k = 0; k < years; k++) {
      growth *= 1 + rateRatio;
    }
    return 1 / growth;
  }
}
