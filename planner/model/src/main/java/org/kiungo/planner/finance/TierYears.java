package org.kiungo.planner.finance;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.finance.Revenue.Tier;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.money.Money;

/**
 * A wealth tier over the years.
 *
 * @param country ISO 3166-1 alpha-3
 * @param tier low, middle or high
 * @param people served
 * @param adopters of each year
 * @param arpuUsdPerMonth of each year; NaN when not known
 * @param revenueUsd of each year, visitors' included, not discounted
 */
public record TierYears(
    String country,
    Tier tier,
    double people,
    List<Double> adopters,
    List<Double> arpuUsdPerMonth,
    List<Double> revenueUsd) {

  static TierYears of(
      CountryEconomics country, Tier tier, double served, ServiceStandard standard, Money money) {
    double growth = country.value(EconomicTerm.ARPU_GROWTH, 0);
    double arpuUsd = MarketTerms.revenue(country, tier);
    double[] revenue = Revenue.byYearUsd(served, arpuUsd, growth, standard, money);
    List<Double> adopters = new ArrayList<>();
    List<Double> arpu = new ArrayList<>();
    List<Double> usd = new ArrayList<>();
    double now = country.value(tier.term(), Double.NaN);
    for (int k = 0; k < revenue.length; k++) {
      adopters.add(served * Revenue.adoptionRatio(k, standard, money));
      arpu.add(now);
      usd.add(revenue[k]);
      now *= 1 + growth;
    }
    return new TierYears(country.country(), tier, served, adopters, arpu, usd);
  }
}
