package org.kiungo.planner.finance;

import java.util.List;
import java.util.Map;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.cost.PresentValue;
import org.kiungo.planner.model.money.Money;

/**
 * A plan as an investment of whoever builds it, in constant USD. Cash of a year is revenue and
 * subsidy less network, administration, tax, levy and spectrum; the margin asked for and the cost
 * of capital are no cash. Gaps are not filled.
 *
 * @param networkUsd purchases, replacements and upkeep by year, the first year first, not
 *     discounted
 * @param cashUsd by year, not discounted
 * @param npvUsd at the plan's discount rate
 * @param irrRatio per year; NaN when the cash never changes sign
 * @param paybackYears undiscounted; NaN when never within the years
 * @param costUsdPerPerson network cost over people brought to standard or basic service
 * @param costUsdPerPersonYear network cost over discounted person-years of service, as a levelised
 *     cost; NaN for both when nobody is served
 */
public record Investment(
    double[] networkUsd,
    double[] cashUsd,
    double npvUsd,
    double irrRatio,
    double paybackYears,
    double costUsdPerPerson,
    double costUsdPerPersonYear) {

  public Investment {
    networkUsd = networkUsd.clone();
    cashUsd = cashUsd.clone();
  }

  /**
   * Levies and taxes fall due as the accounts' sums have them, in proportion to each year's revenue
   * and network; licences in the first year.
   *
   * @param networkUsd by year
   * @param tiers whose revenue it is
   * @param sum of all accounts
   * @param lifetimeUsd network cost as plans state it
   * @param people with service, by the year from which they have it
   */
  static Investment of(
      double[] networkUsd,
      List<TierYears> tiers,
      Account sum,
      double lifetimeUsd,
      Map<Integer, Double> people,
      Money money) {
    double allNetworkUsd = Math.max(1e-9, AssetCost.usd(sum.networkCents()));
    double allRevenueUsd = Math.max(1e-9, AssetCost.usd(sum.revenueCents()));
    double charges = AssetCost.usd(sum.administrationCents() + sum.taxCents()) / allNetworkUsd;
    double support = AssetCost.usd(sum.subsidyCents()) / allNetworkUsd;
    double levy = AssetCost.usd(sum.levyCents()) / allRevenueUsd;
    double[] cash = new double[networkUsd.length];
    for (int k = 0; k < cash.length; k++) {
      double revenueUsd = 0;
      for (TierYears tier : tiers) {
        revenueUsd += tier.revenueUsd().get(k);
      }
      cash[k] = revenueUsd * (1 - levy) - networkUsd[k] * (1 + charges - support);
    }
    cash[0] -= AssetCost.usd(sum.spectrumCents());
    double served = 0;
    double years = 0;
    for (Map.Entry<Integer, Double> each : people.entrySet()) {
      served += each.getValue();
      years += each.getValue() * PresentValue.upkeepYears(money.from(each.getKey()));
    }
    return new Investment(
        networkUsd,
        cash,
        Viability.npvUsd(cash, money.discountRateRatio()),
        Viability.irrRatio(cash),
        Viability.paybackYears(cash),
        lifetimeUsd / (served > 0 ? served : Double.NaN),
        lifetimeUsd / (served > 0 ? years : Double.NaN));
  }

  /** A copy. */
  @Override
  public double[] networkUsd() {
    return networkUsd.clone();
  }

  /** A copy. */
  @Override
  public double[] cashUsd() {
    return cashUsd.clone();
  }
}
