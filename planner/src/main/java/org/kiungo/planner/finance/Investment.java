package org.kiungo.planner.finance;

/**
 * A plan as an investment of whoever builds it, in constant USD. Cash of a year is revenue and
 * subsidy less network, administration, tax, levy and spectrum; the margin asked for and the cost
 * of capital are no cash. Gaps are not filled.
 *
 * @param cashUsd by year, the first year first, not discounted
 * @param npvUsd at the plan's discount rate
 * @param irrRatio per year; NaN when the cash never changes sign
 * @param paybackYears undiscounted; NaN when never within the years
 * @param costUsdPerPerson network cost over people brought to standard or basic service
 * @param costUsdPerPersonYear network cost over discounted person-years of service, as a levelised
 *     cost; NaN for both when nobody is served
 */
public record Investment(
    double[] cashUsd,
    double npvUsd,
    double irrRatio,
    double paybackYears,
    double costUsdPerPerson,
    double costUsdPerPersonYear) {

  public Investment {
    cashUsd = cashUsd.clone();
  }

  /** A copy. */
  @Override
  public double[] cashUsd() {
    return cashUsd.clone();
  }
}
