package org.kiungo.planner.finance;

import org.kiungo.planner.model.CountryEconomics;
import org.kiungo.planner.model.EconomicTerm;
import org.kiungo.planner.model.Figure;
import org.kiungo.planner.model.Money;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;

/** What adopters pay over a plan's years. */
public final class Revenue {

  /** Attribute of a settlement that names its wealth tier: low, middle or high. */
  public static final String WEALTH_TIER = "wealthTier";

  private static final double TOWN_PEOPLE_PER_KM2 = 1500;

  private Revenue() {}

  /**
   * Share of people who have adopted by a year: grows in equal steps from the first year to the
   * standard's ratio in the last.
   *
   * @param year 0 for the first year
   */
  public static double adoptionRatio(int year, ServiceStandard standard, Money money) {
    return standard.adoptionRatio() * (year + 1) / money.years();
  }

  /**
   * Present value of revenue: Σ_k adopters_k · ARPU · 12 · (1 + r)^−k.
   *
   * @param people served
   * @param arpuUsdPerMonth revenue per adopter and month
   */
  public static double presentUsd(
      double people, double arpuUsdPerMonth, ServiceStandard standard, Money money) {
    double sum = 0;
    double discount = 1;
    for (int k = 0; k < money.years(); k++) {
      sum += adoptionRatio(k, standard, money) * discount;
      discount /= 1 + money.discountRateRatio();
    }
    return people * arpuUsdPerMonth * 12 * sum;
  }

  /**
   * Present value of a constant monthly revenue by year, each year discounted as a whole.
   *
   * @param adopters constant over the years
   * @param years counted
   */
  public static double constantUsd(
      double adopters, double usdPerAdopterYear, double rateRatio, int years) {
    double sum = 0;
    double discount = 1;
    for (int k = 0; k < years; k++) {
      sum += adopters * usdPerAdopterYear * discount;
      discount /= 1 + rateRatio;
    }
    return sum;
  }

  /**
   * ARPU of a settlement's wealth tier; without a tier, places denser than the Degree of
   * Urbanisation's 1,500 people per km² are taken as middle, all others (or of unknown area) as
   * low.
   *
   * @return null when the country's figure is not known
   */
  public static Figure arpu(Settlement settlement, CountryEconomics country) {
    String tier = settlement.attributes().getOrDefault(WEALTH_TIER, "");
    return switch (tier) {
      case "high" -> country.figure(EconomicTerm.ARPU_HIGH);
      case "middle" -> country.figure(EconomicTerm.ARPU_MIDDLE);
      case "low" -> country.figure(EconomicTerm.ARPU_LOW);
      default ->
          settlement.population() >= TOWN_PEOPLE_PER_KM2 * settlement.areaKm2()
              ? country.figure(EconomicTerm.ARPU_MIDDLE)
              : country.figure(EconomicTerm.ARPU_LOW);
    };
  }
}
