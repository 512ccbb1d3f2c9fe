package org.kiungo.planner.verify.accounts;

import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.verify.formula.BusyHourLoad;
import org.kiungo.planner.verify.law.Market;

/**
 * What people served bring in over a plan's years: of year k, counted from their first, people ·
 * adoption_k · 12 · ARPU · (1 + g)^k dollars, discounted by (1 + r)^−k. ARPU is the wealth tier's,
 * with what visitors of other operators bring.
 *
 * @param load by whose standard people subscribe
 */
record Revenues(BusyHourLoad load, Money money) {

  private static final double MIDDLE_PEOPLE_PER_KM2 = 1_500;

  /**
   * The term that holds a settlement's revenue per subscriber, by its wealth or how dense it is.
   */
  static EconomicTerm tier(Settlement s) {
    return switch (s.attributes().getOrDefault("wealthTier", "")) {
      case "low" -> EconomicTerm.ARPU_LOW;
      case "middle" -> EconomicTerm.ARPU_MIDDLE;
      case "high" -> EconomicTerm.ARPU_HIGH;
      default -> {
        boolean dense = s.population() >= MIDDLE_PEOPLE_PER_KM2 * s.areaKm2();
        yield dense ? EconomicTerm.ARPU_MIDDLE : EconomicTerm.ARPU_LOW;
      }
    };
  }

  /**
   * Present value in a year from which people are served.
   *
   * @param from that year, not before the plan's first
   */
  double presentUsd(Settlement s, CountryEconomics country, double people, int from) {
    double visitors = Market.value(country, EconomicTerm.ROAMING_REVENUE, 0);
    double monthUsd = Market.value(country, tier(s), 0) * (1 + visitors);
    double growth = 1 + Market.value(country, EconomicTerm.ARPU_GROWTH, 0);
    double rate = 1 + money.discountRateRatio();
    int late = from - money.firstYear();
    int years = money.lastYear() - from + 1;
    double usd = 0;
    for (int k = 0; k < years; k++) {
      double arpuUsd = 12 * monthUsd * StrictMath.pow(growth, late + k);
      usd += people * load.adoptionRatio(from + k, from) * arpuUsd / StrictMath.pow(rate, k);
    }
    return usd;
  }
}
