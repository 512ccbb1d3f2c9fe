package org.kiungo.planner.finance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
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

  /**
   * @param served people by the year from which they are served: whoever comes later adopts in
   *     equal steps of the years that are left
   */
  static TierYears of(
      CountryEconomics country,
      Tier tier,
      Map<Integer, Double> served,
      ServiceStandard standard,
      Money money) {
    double growth = country.value(EconomicTerm.ARPU_GROWTH, 0);
    double arpuUsd = MarketTerms.revenue(country, tier);
    double[] adopters = new double[money.years()];
    double[] usd = new double[money.years()];
    double people = 0;
    for (Map.Entry<Integer, Double> each : served.entrySet()) {
      Money own = money.from(each.getKey());
      int late = each.getKey() - money.firstYear();
      double firstUsd = Revenue.arpuUsd(arpuUsd, growth, late);
      double[] revenue = Revenue.byYearUsd(each.getValue(), firstUsd, growth, standard, own);
      for (int k = 0; k < revenue.length; k++) {
        adopters[late + k] += each.getValue() * Revenue.adoptionRatio(k, standard, own);
        usd[late + k] += revenue[k];
      }
      people += each.getValue();
    }
    List<Double> arpu = new ArrayList<>();
    double now = country.value(tier.term(), Double.NaN);
    for (int k = 0; k < usd.length; k++) {
      arpu.add(now);
      now *= 1 + growth;
    }
    return new TierYears(
        country.country(),
        tier,
        people,
        DoubleStream.of(adopters).boxed().toList(),
        arpu,
        DoubleStream.of(usd).boxed().toList());
  }
}
