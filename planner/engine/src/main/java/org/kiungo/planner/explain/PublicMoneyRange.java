package org.kiungo.planner.explain;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.kiungo.planner.finance.PlanFinance;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.value.Figure;

/**
 * Public money of a plan as far as ranges of prices and market terms tell: least with every price
 * of the catalogue and every charge at the low end of its range and every revenue at the high end,
 * most the other way round. The plan keeps its decisions, and as many people subscribe. Present
 * values, USD; NaN when no revenue is known somewhere.
 *
 * @param lowUsd least
 * @param highUsd most
 */
public record PublicMoneyRange(double lowUsd, double highUsd) {

  private static final Set<EconomicTerm> REVENUE =
      EnumSet.of(
          EconomicTerm.ARPU_LOW,
          EconomicTerm.ARPU_MIDDLE,
          EconomicTerm.ARPU_HIGH,
          EconomicTerm.ARPU_GROWTH,
          EconomicTerm.ROAMING_REVENUE);

  private static final Set<EconomicTerm> CHARGES =
      EnumSet.of(
          EconomicTerm.TAX,
          EconomicTerm.ADMINISTRATION,
          EconomicTerm.MARGIN,
          EconomicTerm.SPECTRUM,
          EconomicTerm.COST_OF_CAPITAL);

  /** The range for a plan under the problem's market terms; other terms keep their values. */
  public static PublicMoneyRange of(PlanningProblem problem, Plan plan) {
    return new PublicMoneyRange(publicUsd(problem, plan, true), publicUsd(problem, plan, false));
  }

  private static double publicUsd(PlanningProblem problem, Plan plan, boolean kind) {
    List<CountryEconomics> terms =
        problem.economics().stream().map(country -> atEnd(country, kind)).toList();
    PlanningProblem at =
        CostRange.priced(problem.withEconomics(terms), kind ? Figure::low : Figure::high);
    return PlanFinance.publicUsd(at, CostRange.repriced(at, plan));
  }

  private static CountryEconomics atEnd(CountryEconomics country, boolean kind) {
    CountryEconomics moved = country;
    for (var term : country.terms().entrySet()) {
      Figure figure = term.getValue();
      if (REVENUE.contains(term.getKey()) || CHARGES.contains(term.getKey())) {
        boolean high = REVENUE.contains(term.getKey()) == kind;
        moved = moved.with(term.getKey(), figure.withValue(high ? figure.high() : figure.low()));
      }
    }
    return moved;
  }
}
