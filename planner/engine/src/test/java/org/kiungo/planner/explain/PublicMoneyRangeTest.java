package org.kiungo.planner.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.finance.PlanFinance;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.value.Figure;

/**
 * Public money between the ends of the terms' ranges, checked against accounts made at the ends.
 */
class PublicMoneyRangeTest {

  private static final List<EconomicTerm> REVENUE =
      List.of(EconomicTerm.ARPU_LOW, EconomicTerm.ARPU_MIDDLE, EconomicTerm.ARPU_HIGH);

  private static CountryEconomics terms(double arpuUsd, double taxRatio, double spread) {
    Map<EconomicTerm, Figure> terms = new EnumMap<>(EconomicTerm.class);
    REVENUE.forEach(term -> terms.put(term, figure(arpuUsd, spread)));
    terms.put(EconomicTerm.TAX, figure(taxRatio, spread));
    return new CountryEconomics("BEN", terms);
  }

  private static Figure figure(double value, double spread) {
    return new Figure(value, value / spread, value * spread, 2024, "test", true);
  }

  private static PlanningProblem world(CountryEconomics terms) {
    return SmallWorlds.cross().withEconomics(List.of(terms));
  }

  private static Plan plan(PlanningProblem world) {
    return Planner.plan(world, SmallWorlds.scenario(1e6, 0), Progress.NONE, () -> false).plan();
  }

  @Test
  void theEndsAreTheAccountsUnderTheKindestAndTheHarshestTerms() {
    PlanningProblem world = world(terms(0.2, 0.3, 2));
    Plan plan = plan(world);
    PublicMoneyRange range = PublicMoneyRange.of(world, plan);
    double kind = atPrices(world(terms(0.4, 0.15, 1)), plan, Figure::low);
    double harsh = atPrices(world(terms(0.1, 0.6, 1)), plan, Figure::high);
    assertThat(range.lowUsd()).isCloseTo(kind, within(0.005));
    assertThat(range.highUsd()).isCloseTo(harsh, within(0.005));
    assertThat(range.lowUsd()).isLessThan(range.highUsd());
    assertThat(PlanFinance.of(world, plan).publicUsd()).isBetween(range.lowUsd(), range.highUsd());
  }

  private static double atPrices(PlanningProblem world, Plan plan, ToDoubleFunction<Figure> end) {
    PlanningProblem at = CostRange.priced(world, end);
    return PlanFinance.of(at, CostRange.repriced(at, plan)).publicUsd();
  }

  @Test
  void withoutKnownRevenueThereIsNoRange() {
    PlanningProblem world = SmallWorlds.cross();
    PublicMoneyRange range = PublicMoneyRange.of(world, plan(world));
    assertThat(range.lowUsd()).isNaN();
    assertThat(range.highUsd()).isNaN();
  }
}
