package org.kiungo.planner.finance;

import org.kiungo.planner.demand.Growth;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.money.Money;

/** What adopters pay over a plan's years. */
public final class Revenue {

  /** Attribute of a settlement that names its wealth tier: low, middle or high. */
  public static final String WEALTH_TIER = "wealthTier";

  private static final double TOWN_PEOPLE_PER_KM2 = 1500;

  private Revenue() {}

  /**
   * {@link Growth#adoptionRatio(ServiceStandard, Money, int)} so many years after the first.
   *
   * @param year 0 for the first year
   */
  public static double adoptionRatio(int year, ServiceStandard standard, Money money) {
    return Growth.adoptionRatio(standard, money, money.firstYear() + year);
  }

  /**
   * Revenue of each year: adopters_k · ARPU · 12 · (1 + g)^k, first year first, not discounted.
   *
   * @param people served
   * @param arpuUsdPerMonth revenue per adopter and month in the first year
   * @param growthRatio growth of it per year
   */
  public static double[] byYearUsd(
      double people,
      double arpuUsdPerMonth,
      double growthRatio,
      ServiceStandard standard,
      Money money) {
    double[] usd = new double[money.years()];
    double arpuUsd = arpuUsdPerMonth * 12;
    for (int k = 0; k < usd.length; k++) {
      usd[k] = people * adoptionRatio(k, standard, money) * arpuUsd;
      arpuUsd *= 1 + growthRatio;
    }
    return usd;
  }

  /** Revenue per adopter and month so many years after the first. */
  static double arpuUsd(double firstUsdPerMonth, double growthRatio, int years) {
    double usd = firstUsdPerMonth;
    for (int k = 0; k < years; k++) {
      usd *= 1 + growthRatio;
    }
    return usd;
  }

  /** Present value of {@link #byYearUsd}: Σ_k revenue_k · (1 + r)^−k. */
  public static double presentUsd(
      double people,
      double arpuUsdPerMonth,
      double growthRatio,
      ServiceStandard standard,
      Money money) {
    return Viability.npvUsd(
        byYearUsd(people, arpuUsdPerMonth, growthRatio, standard, money),
        money.discountRateRatio());
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

  /** Wealth tiers and the term that holds each one's revenue. */
  public enum Tier {
    LOW(EconomicTerm.ARPU_LOW),
    MIDDLE(EconomicTerm.ARPU_MIDDLE),
    HIGH(EconomicTerm.ARPU_HIGH);

    private final EconomicTerm term;

    Tier(EconomicTerm term) {
      this.term = term;
    }

    /** Revenue per adopter of this tier. */
    public EconomicTerm term() {
      return term;
    }
  }

  /**
   * A settlement's wealth tier as its attribute names it; without one, places denser than the
   * Degree of Urbanisation's 1,500 people per km² are taken as middle, all others (or of unknown
   * area) as low.
   */
  public static Tier tier(Settlement settlement) {
    return switch (settlement.attributes().getOrDefault(WEALTH_TIER, "")) {
      case "high" -> Tier.HIGH;
      case "middle" -> Tier.MIDDLE;
      case "low" -> Tier.LOW;
      default ->
          settlement.population() >= TOWN_PEOPLE_PER_KM2 * settlement.areaKm2()
              ? Tier.MIDDLE
              : Tier.LOW;
    };
  }
}
