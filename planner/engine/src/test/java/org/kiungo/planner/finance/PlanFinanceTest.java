package org.kiungo.planner.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SeededSample;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.finance.CrossSubsidy.Funded;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.scenario.Scenario;

class PlanFinanceTest {

  private static Figure figure(double value) {
    return new Figure(value, value, value, 2025, "test", true);
  }

  /** Terms with every value drawn; sometimes no subsidy, no levy, a rate below the plan's. */
  private static CountryEconomics terms(SplittableRandom random) {
    Map<EconomicTerm, Figure> terms = new EnumMap<>(EconomicTerm.class);
    for (EconomicTerm term : EconomicTerm.values()) {
      double high = Math.min(term.high(), term.unit().startsWith("USD") ? 30 : 0.6);
      boolean zero = term.low() <= 0 && random.nextInt(4) == 0;
      terms.put(term, figure(zero ? 0 : Math.max(term.low(), 0) + high * random.nextDouble()));
    }
    terms.put(EconomicTerm.ARPU_GROWTH, figure(0.1 * random.nextDouble() - 0.05));
    terms.put(EconomicTerm.SPECTRUM, figure(0.2 * random.nextDouble()));
    return new CountryEconomics("BEN", terms);
  }

  /** In every second, sites are fed by lines, panels, batteries and generators of own lives. */
  private static PlanningProblem world(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    PlanningProblem plain = SmallWorlds.random(seed, 2 + random.nextInt(7));
    return (seed % 2 == 0 ? plain : powered(plain, random))
        .withTerms(SmallWorlds.PLAIN, new Money(0.2 * random.nextDouble(), 2027, 2036, 2025))
        .withEconomics(List.of(terms(random)));
  }

  private static PlanningProblem powered(PlanningProblem world, SplittableRandom random) {
    return world
        .with()
        .catalogue(
            world
                .catalogue()
                .withEnergy(CatalogueReader.builtIn().energy())
                .withTechnologies(
                    world.catalogue().technologies().stream()
                        .map(a -> a.needsBackhaul() ? a.withPowerW(figure(500)) : a)
                        .toList()))
        .settlements(
            world.settlements().stream()
                .map(each -> each.withDistanceToGridKm(20 * random.nextDouble()))
                .toList())
        .build();
  }

  private static Plan plan(PlanningProblem world) {
    Scenario s = SmallWorlds.scenario(500_000, 0);
    Scenario same = s.with().standard(world.standard()).money(world.money()).build();
    return Planner.plan(world, same, Progress.NONE, () -> false).plan();
  }

  private static long sum(List<Funded> of, ToLongFunction<Funded> cents) {
    return of.stream().mapToLong(cents).sum();
  }

  @Test
  void partsAddUpToTheCentOnRandomCases() {
    int served = 0;
    List<Integer> seeds =
        SeededSample.of("accounts", IntStream.range(0, 1000).boxed().toList(), 250);
    for (int seed : seeds) {
      PlanningProblem world = world(seed);
      Plan plan = plan(world);
      PlanFinance finance = PlanFinance.of(world, plan);
      String at = "seed " + seed;
      Account total = finance.total().account();
      served += finance.settlements().isEmpty() ? 0 : 1;
      assertThat(PlanFinance.publicUsd(world, plan)).as(at).isEqualTo(finance.publicUsd());
      assertThat(total.networkCents())
          .as(at)
          .isEqualTo(AssetCost.cents(plan.totals().lifetimeCostUsd()));
      for (List<Funded> level :
          List.of(finance.settlements(), finance.districts(), finance.countries())) {
        assertThat(sum(level, f -> f.account().costCents())).as(at).isEqualTo(total.costCents());
        assertThat(sum(level, f -> f.account().revenueCents()))
            .as(at)
            .isEqualTo(total.revenueCents());
        assertThat(sum(level, Funded::publicCents)).as(at).isEqualTo(finance.publicCents());
        assertThat(sum(level, Funded::givenCents))
            .as(at)
            .isEqualTo(sum(level, Funded::receivedCents));
      }
      long gaps = sum(finance.settlements(), f -> f.account().gapCents());
      assertThat(finance.publicCents() - total.subsidyCents())
          .as(at)
          .isEqualTo(gaps - finance.total().receivedCents() - finance.total().fundCents());
      assertThat(finance.total().fundCents()).as(at).isBetween(0L, total.levyCents());
      assertThat(finance.total().receivedCents())
          .as(at)
          .isLessThanOrEqualTo(sum(finance.settlements(), f -> f.account().surplusCents()));
    }
    assertThat(served).isGreaterThan(seeds.size() * 8 / 10);
  }

  @Test
  void yearlyCashDiscountedIsTheAccountWithoutMarginAndCapital() {
    for (int seed = 0; seed < 100; seed++) {
      PlanningProblem world = world(seed);
      Plan plan = plan(world);
      PlanFinance finance = PlanFinance.of(world, plan);
      Account a = finance.total().account();
      long cents = a.balanceCents() + a.marginCents() + a.capitalCents();
      int priced = plan.settlements().size();
      priced += plan.sites().stream().mapToInt(Plan.AccessSite::units).sum();
      assertThat(finance.investment().npvUsd())
          .as("seed " + seed)
          .isCloseTo(AssetCost.usd(cents), within(0.02 + 0.05 * priced));
    }
  }

  @Test
  void withoutKnownRevenueThereIsNoPublicMoneyToTell() {
    PlanningProblem world = SmallWorlds.cross();
    Plan plan =
        Planner.plan(world, SmallWorlds.scenario(1e6, 0), Progress.NONE, () -> false).plan();
    assertThat(plan.totals().viabilityGapUsd()).isNaN();
    PlanFinance finance = PlanFinance.of(world, plan);
    assertThat(finance.unknownTerms()).contains("BEN arpuLowUsdPerMonth", "BEN taxRatio");
    assertThat(finance.publicUsd()).isNaN();
  }

  @Test
  void adoptersGrowInEqualStepsAndEachTierPaysItsOwn() {
    PlanningProblem world = world(1);
    PlanFinance finance = PlanFinance.of(world, plan(world));
    for (TierYears tier : finance.tiers()) {
      double last = tier.people() * world.standard().adoptionRatio();
      assertThat(tier.adopters()).hasSize(10);
      assertThat(tier.adopters().get(9)).isCloseTo(last, within(1e-9));
      assertThat(tier.adopters().get(4)).isCloseTo(last / 2, within(1e-9));
    }
  }
}
