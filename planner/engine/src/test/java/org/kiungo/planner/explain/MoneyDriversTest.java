package org.kiungo.planner.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.explain.MoneyDrivers.Driver;
import org.kiungo.planner.explain.MoneyDrivers.Kind;
import org.kiungo.planner.finance.PlanFinance;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.scenario.Scenario;

/** Each driver against the account made anew with that one thing changed by hand. */
class MoneyDriversTest {

  private static CountryEconomics terms(double arpuUsd, double taxRatio, double spread) {
    Map<EconomicTerm, Figure> terms = new EnumMap<>(EconomicTerm.class);
    for (EconomicTerm tier :
        List.of(EconomicTerm.ARPU_LOW, EconomicTerm.ARPU_MIDDLE, EconomicTerm.ARPU_HIGH)) {
      terms.put(tier, figure(arpuUsd, spread));
    }
    terms.put(EconomicTerm.TAX, figure(taxRatio, spread));
    return new CountryEconomics("BEN", terms);
  }

  private static Figure figure(double value, double spread) {
    return new Figure(value, value / spread, value * spread, 2024, "test", true);
  }

  private static PlanningProblem world(double arpuUsd, double taxRatio, double spread) {
    return SmallWorlds.line(3)
        .withCatalogue(CatalogueReader.builtIn())
        .withEconomics(List.of(terms(arpuUsd, taxRatio, spread)));
  }

  private static Plan plan(PlanningProblem world, Scenario scenario) {
    return Planner.plan(world, scenario, Progress.NONE, () -> false).plan();
  }

  private static Driver driver(MoneyDrivers drivers, Kind kind) {
    return drivers.drivers().stream().filter(d -> d.kind() == kind).findFirst().orElseThrow();
  }

  @Test
  void oneThingMovesAndTheRestStays() {
    PlanningProblem world = world(0.2, 0.3, 2);
    Plan plan = plan(world, SmallWorlds.scenario(1e6, 0));
    MoneyDrivers all = MoneyDrivers.of(world, plan);
    double nowUsd = PlanFinance.publicUsd(world, plan);
    assertThat(nowUsd).isPositive();

    Driver revenue = driver(all, Kind.REVENUE);
    assertThat(revenue.lowUsd())
        .isCloseTo(PlanFinance.publicUsd(world(0.1, 0.3, 1), plan), within(0.005))
        .isGreaterThan(nowUsd);
    assertThat(revenue.highUsd())
        .isCloseTo(PlanFinance.publicUsd(world(0.4, 0.3, 1), plan), within(0.005))
        .isLessThan(nowUsd);
    Driver tax = driver(all, Kind.TAX);
    assertThat(tax.assumed()).as("as its figure is").isTrue();
    assertThat(tax.lowUsd())
        .isCloseTo(PlanFinance.publicUsd(world(0.2, 0.15, 1), plan), within(0.005));
    assertThat(tax.highUsd())
        .isCloseTo(PlanFinance.publicUsd(world(0.2, 0.6, 1), plan), within(0.005));
    assertThat(all.taxFreeUsd())
        .isCloseTo(PlanFinance.publicUsd(world(0.2, 0, 1), plan), within(0.005))
        .isLessThan(tax.lowUsd());
    // what neither world nor catalogue gives a range is no driver
    assertThat(all.drivers()).extracting(Driver::kind).doesNotContain(Kind.MARGIN, Kind.SPECTRUM);
    assertThat(all.drivers())
        .isSortedAccordingTo(
            (a, b) -> Double.compare(b.mostUsd() - b.leastUsd(), a.mostUsd() - a.leastUsd()))
        .hasSizeLessThanOrEqualTo(5);
    // all terms at once reach farther than any alone
    PublicMoneyRange range = PublicMoneyRange.of(world, plan);
    assertThat(range.lowUsd()).isLessThanOrEqualTo(Math.min(tax.leastUsd(), revenue.leastUsd()));
    assertThat(range.highUsd()).isGreaterThanOrEqualTo(Math.max(tax.mostUsd(), revenue.mostUsd()));
  }

  /**
   * Prices move the network as the range of its cost does; adoption moves revenue in proportion.
   */
  @Test
  void pricesAreThoseOfTheRangeOfCosts() {
    PlanningProblem world = world(0.2, 0.3, 1);
    Plan plan = plan(world, SmallWorlds.scenario(1e6, 0));
    MoneyDrivers all = MoneyDrivers.of(world, plan);
    Driver prices = driver(all, Kind.PRICES);
    CostRange range = CostRange.of(world, plan);
    double more = range.high().lifetimeCostUsd() - plan.totals().lifetimeCostUsd();
    double nowUsd = PlanFinance.publicUsd(world, plan);
    // taxes are a share of the network; nobody has a surplus here
    assertThat(prices.highUsd()).isCloseTo(nowUsd + 1.3 * more, within(1.0));
    // where terms are without range, prices are all that the range of public money holds
    PublicMoneyRange money = PublicMoneyRange.of(world, plan);
    assertThat(money.lowUsd()).isCloseTo(prices.lowUsd(), within(0.005)).isLessThan(nowUsd);
    assertThat(money.highUsd()).isCloseTo(prices.highUsd(), within(0.005));
    Driver adoption = driver(all, Kind.ADOPTION);
    assertThat(adoption.lowUsd()).isNotEqualTo(adoption.highUsd());
    assertThat(adoption.assumed()).isTrue();
    // the market terms of this world are assumed, the prices of the catalogue are not all
    assertThat(prices.assumed()).isFalse();
  }

  /** A programme has drivers too, and its decisions stay as they are. */
  @Test
  void phasesHaveDrivers() {
    Money years = new Money(0.08, 2027, 2036, 2025);
    PlanningProblem world = world(0.2, 0.3, 2).withMoney(years);
    Scenario phased =
        SmallWorlds.scenario(Double.NaN, 0)
            .with()
            .money(years)
            .budgetUsd(1e6)
            .phases(List.of(new Phase(2027, 2029, 3e5), new Phase(2030, 2036, 7e5)))
            .build();
    Plan plan = plan(world, phased);
    MoneyDrivers all = MoneyDrivers.of(world, plan);
    assertThat(all.drivers()).extracting(Driver::kind).contains(Kind.REVENUE, Kind.PRICES);
    assertThat(all.drivers()).allMatch(each -> each.lowUsd() >= 0 && each.highUsd() >= 0);
  }

  @Test
  void whereRevenueIsNotKnownNothingIsSaid() {
    PlanningProblem world = SmallWorlds.cross();
    Plan plan = plan(world, SmallWorlds.scenario(1e6, 0));
    assertThat(MoneyDrivers.of(world, plan)).isSameAs(MoneyDrivers.UNKNOWN);
  }
}
