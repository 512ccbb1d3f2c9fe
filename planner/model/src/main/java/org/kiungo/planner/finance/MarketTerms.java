package org.kiungo.planner.finance;

import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.cost.PresentValue;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.money.Money;

/**
 * A country's terms as numbers that an account is made with.
 *
 * @param taxRatio of network cost
 * @param administrationRatio of network cost
 * @param marginRatio of network cost
 * @param spectrumUsdPerMhzPop for the horizon
 * @param costOfCapitalRatio per year; NaN = the discount rate itself
 * @param levyRatio of revenue
 * @param capexSubsidyRatio of capex
 * @param opexSubsidyRatio of opex
 */
public record MarketTerms(
    double taxRatio,
    double administrationRatio,
    double marginRatio,
    double spectrumUsdPerMhzPop,
    double costOfCapitalRatio,
    double levyRatio,
    double capexSubsidyRatio,
    double opexSubsidyRatio) {

  /** Terms of a country; an unknown term counts as nothing. */
  static MarketTerms of(CountryEconomics country) {
    return new MarketTerms(
        country.value(EconomicTerm.TAX, 0),
        country.value(EconomicTerm.ADMINISTRATION, 0),
        country.value(EconomicTerm.MARGIN, 0),
        country.value(EconomicTerm.SPECTRUM, 0),
        country.value(EconomicTerm.COST_OF_CAPITAL, Double.NaN),
        country.value(EconomicTerm.UNIVERSAL_SERVICE_LEVY, 0),
        country.value(EconomicTerm.CAPEX_SUBSIDY, 0),
        country.value(EconomicTerm.OPEX_SUBSIDY, 0));
  }

  /** Revenue per adopter and month, visitors' included; nothing where it is not known. */
  static double revenue(CountryEconomics country, Revenue.Tier tier) {
    return country.value(tier.term(), 0) * (1 + country.value(EconomicTerm.ROAMING_REVENUE, 0));
  }

  /**
   * The account of one place.
   *
   * @param networkUsd present value of capex, replacements and opex
   * @param capexUsd part of it that is financed at the start
   * @param opexUsd present value of its upkeep
   * @param licensedMhzPeople licensed MHz × people covered, summed over its technologies
   * @param revenueUsd present value
   */
  public Account account(
      String id,
      double networkUsd,
      double capexUsd,
      double opexUsd,
      double licensedMhzPeople,
      double revenueUsd,
      Money money) {
    return new Account(
        id,
        AssetCost.cents(networkUsd),
        AssetCost.cents(capitalChargeUsd(capexUsd, money)),
        AssetCost.cents(networkUsd * administrationRatio),
        AssetCost.cents(networkUsd * taxRatio),
        AssetCost.cents(revenueUsd * levyRatio),
        AssetCost.cents(spectrumUsdPerMhzPop * licensedMhzPeople),
        AssetCost.cents(networkUsd * marginRatio),
        AssetCost.cents(capexUsd * capexSubsidyRatio + opexUsd * opexSubsidyRatio),
        AssetCost.cents(revenueUsd));
  }

  /**
   * What financing costs: capex repaid in equal yearly amounts at the cost of capital, discounted
   * at the plan's rate, less the capex itself. Subsidised capex is not financed; nothing when the
   * cost of capital is not above the discount rate.
   */
  private double capitalChargeUsd(double capexUsd, Money money) {
    return capexUsd * (1 - capexSubsidyRatio) * capitalRatio(money);
  }

  /** {@link #capitalChargeUsd} per dollar of capex financed. */
  double capitalRatio(Money money) {
    if (!(costOfCapitalRatio > money.discountRateRatio())) {
      return 0;
    }
    double paid = PresentValue.annuity(1, costOfCapitalRatio, money.years());
    double own = PresentValue.annuity(1, money.discountRateRatio(), money.years());
    return paid / own - 1;
  }
}
