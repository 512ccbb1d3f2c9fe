package org.kiungo.web.plan;

import org.kiungo.planner.cost.PresentValue;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.money.Money;

/**
 * What a lifetime cost is made of, present values in whole USD that add up to it. What is bought
 * again is no part of the yearly running cost: it is what the other two leave.
 *
 * @param lifetimeUsd all of it
 * @param capexUsd first purchases
 * @param runningUsd running cost of all years
 * @param renewedUsd equipment bought again once it is worn out
 */
public record CostParts(long lifetimeUsd, long capexUsd, long runningUsd, long renewedUsd) {

  /**
   * Of a plan that builds everything in the first year: what phases buy is not all of that year.
   */
  public static CostParts of(Plan.Totals totals, Money money) {
    long lifetimeUsd = Math.round(totals.lifetimeCostUsd());
    long capexUsd = Math.round(totals.capexUsd());
    double yearsUsd = totals.opexUsdPerYear() * PresentValue.upkeepYears(money);
    long runningUsd = Math.round(Math.min(yearsUsd, lifetimeUsd - capexUsd));
    return new CostParts(lifetimeUsd, capexUsd, runningUsd, lifetimeUsd - capexUsd - runningUsd);
  }

  /** False where what is bought again is under what three digits of the whole show. */
  public boolean showsRenewed() {
    return renewedUsd > lifetimeUsd / 2000;
  }
}
