package org.kiungo.planner.policy.lever;

import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.policy.Lever;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.policy.Setting;

/**
 * A guarantee by the state or a partner that lowers the rate at which operators finance capex, not
 * below the plan's discount rate; a country whose rate is not known stays unknown.
 *
 * @param cutRatio percentage points off the yearly rate, as a ratio
 */
@Lever(
    id = "guarantee",
    group = Lever.Group.FINANCE,
    changes = "costOfCapitalRatio",
    effect = Lever.Effect.LESS_PUBLIC_MONEY,
    source =
        "World Bank Group guarantee products, guidance note, April 2016: mechanism; cut "
            + "assumed",
    assumed = true)
public record Guarantee(
    @Setting(unit = "ratio-per-year", low = 0, high = 0.2, example = 0.03) double cutRatio)
    implements PolicyLever {

  /** Changes nothing. */
  public Guarantee() {
    this(0);
  }

  public Guarantee {
    LeverDescription.require(Guarantee.class, cutRatio);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    double least = problem.money().discountRateRatio();
    return cutRatio == 0 ? problem : PolicyLever.onEconomics(problem, e -> cheaper(e, least));
  }

  private CountryEconomics cheaper(CountryEconomics e, double least) {
    Figure rate = e.figure(EconomicTerm.COST_OF_CAPITAL);
    return rate == null || rate.value() <= least
        ? e
        : e.with(
            EconomicTerm.COST_OF_CAPITAL, rate.withValue(Math.max(least, rate.value() - cutRatio)));
  }
}
