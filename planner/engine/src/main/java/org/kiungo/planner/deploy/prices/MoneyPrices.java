package org.kiungo.planner.deploy.prices;

import java.util.Arrays;
import java.util.List;

/**
 * What money is worth: one price λ for all, or, where countries have budgets of their own, λ for
 * the budget in common and λ + μ_c, μ_c ≥ 0, for what stands in country c with budget B_c. Every
 * plan that keeps all budgets pays, with cost_c of what stands in c,
 *
 * <pre>Σ λ · cost_c + Σ μ_c · cost_c ≤ λ · B + Σ μ_c · B_c</pre>
 *
 * so that the sum on the right takes the place of λ · B in the bound. Who pays what is as {@link
 * org.kiungo.planner.cost.CountrySpending} has it.
 *
 * @param valuePerCent λ
 * @param ceilingCents nothing in a plan costs more
 * @param countries ISO 3166-1 alpha-3 of the places' countries, by number; empty = one price
 * @param ofCountry λ + μ_c by number
 * @param capCents B_c likewise; no cap is a huge one, at price λ
 */
record MoneyPrices(
    double valuePerCent,
    long ceilingCents,
    List<String> countries,
    double[] ofCountry,
    long[] capCents) {

  /** One price for all. */
  static MoneyPrices common(double valuePerCent, long ceilingCents) {
    return new MoneyPrices(valuePerCent, ceilingCents, List.of(), new double[0], new long[0]);
  }

  /** Price of what stands in a country by number; −1 = where it is not known. */
  double of(int country) {
    return country < 0 || country >= ofCountry.length ? valuePerCent : ofCountry[country];
  }

  /** Nothing that stands there costs more. */
  long ceiling(int country) {
    return country < 0 || country >= capCents.length
        ? ceilingCents
        : Math.min(ceilingCents, capCents[country]);
  }

  /** True where a country has a budget of its own. */
  boolean isCapped(int country) {
    return capCents[country] < Long.MAX_VALUE;
  }

  /**
   * What the budgets are worth: λ · B + Σ μ_c · B_c.
   *
   * @param budgetCents in common; counts for nothing at λ = 0
   */
  double money(long budgetCents) {
    double money = valuePerCent == 0 ? 0 : valuePerCent * budgetCents;
    for (int c = 0; c < ofCountry.length; c++) {
      money += isCapped(c) ? (ofCountry[c] - valuePerCent) * capCents[c] : 0;
    }
    return money;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MoneyPrices prices
        && valuePerCent == prices.valuePerCent
        && ceilingCents == prices.ceilingCents
        && countries.equals(prices.countries)
        && Arrays.equals(ofCountry, prices.ofCountry)
        && Arrays.equals(capCents, prices.capCents);
  }

  @Override
  public int hashCode() {
    return Double.hashCode(valuePerCent) + 31 * Arrays.hashCode(ofCountry);
  }

  @Override
  public String toString() {
    return valuePerCent + " " + countries + Arrays.toString(ofCountry);
  }
}
