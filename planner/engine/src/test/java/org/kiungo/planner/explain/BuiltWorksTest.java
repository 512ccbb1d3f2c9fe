package org.kiungo.planner.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.explain.BuiltWorks.Item;
import org.kiungo.planner.explain.BuiltWorks.Work;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.scenario.Scenario;

/** Works add up to the plan, to the cent and to the mast, with phases and without. */
class BuiltWorksTest {

  private static final Money YEARS = new Money(0.08, 2027, 2036, 2025);

  /** Towns of 4,000 people on 80 km², each 11 km farther from a node. */
  private static final PlanningProblem TOWNS = towns();

  private static PlanningProblem towns() {
    PlanningProblem line = SmallWorlds.line(3).withCatalogue(CatalogueReader.builtIn());
    return line.with()
        .money(YEARS)
        .settlements(
            line.settlements().stream()
                .map(each -> each.with().population(4000).areaKm2(80).build())
                .toList())
        .build();
  }

  private static Plan plan(Scenario scenario) {
    return Planner.plan(TOWNS, scenario, Progress.NONE, () -> false).plan();
  }

  private static double quantity(List<Work> works, Item... items) {
    return works.stream()
        .filter(each -> List.of(items).contains(each.item()))
        .mapToDouble(Work::quantity)
        .sum();
  }

  private static void addsUp(List<Work> works, Plan plan) {
    AssetCost sum = works.stream().map(Work::cost).reduce(AssetCost.ZERO, AssetCost::plus);
    assertThat(sum.lifetimeCents()).isEqualTo(AssetCost.cents(plan.totals().lifetimeCostUsd()));
    assertThat(quantity(works, Item.MASTS_NEW, Item.MASTS_WITHIN, Item.MASTS_STANDING))
        .isEqualTo(plan.sites().stream().mapToInt(Plan.AccessSite::masts).sum());
    assertThat(quantity(works, Item.UNITS))
        .isEqualTo(plan.sites().stream().mapToInt(Plan.AccessSite::units).sum());
    assertThat(works).allMatch(each -> each.quantity() >= 0 && each.year() >= 2027);
    for (Work each : works) {
      if (!Double.isNaN(each.unitUsd())) {
        assertThat(AssetCost.cents(each.unitUsd() * each.quantity()))
            .isEqualTo(each.cost().lifetimeCents());
      }
    }
    AssetCost over =
        BuiltWorks.over(works).stream().map(Work::cost).reduce(AssetCost.ZERO, AssetCost::plus);
    assertThat(over).isEqualTo(sum);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftth", "fwa", "lte-light", "lte-macro", "tvws"})
  void everyCentIsInOneRow(String technologyId) {
    Scenario scenario = SmallWorlds.scenario(Double.NaN, 20);
    Plan plan = plan(scenario.with().money(YEARS).technologyIds(List.of(technologyId)).build());
    List<Work> works = BuiltWorks.of(TOWNS, plan);
    addsUp(works, plan);
    assertThat(works).isNotEmpty().allMatch(each -> each.country().equals("BEN"));
    assertThat(quantity(works, Item.POWER_GRID, Item.POWER_SOLAR, Item.POWER_HYBRID))
        .isEqualTo(plan.sites().stream().filter(each -> each.energy() != null).count());
    if (plan.totals().transit() != null) {
      long transit =
          works.stream()
              .filter(each -> each.item() == Item.TRANSIT)
              .mapToLong(each -> each.cost().lifetimeCents())
              .sum();
      assertThat(transit).isEqualTo(AssetCost.cents(plan.totals().transit().lifetimeCostUsd()));
    }
  }

  /** A later phase adds to a site of an earlier one. */
  @Test
  void aPhaseHasItsOwnRows() {
    PlanningProblem world =
        SmallWorlds.cross().withCatalogue(CatalogueReader.builtIn()).withMoney(YEARS);
    Scenario scenario =
        SmallWorlds.scenario(Double.NaN, 50)
            .with()
            .money(YEARS)
            .technologyIds(List.of("lte-macro"))
            .budgetUsd(1_600_000)
            .phases(List.of(new Phase(2027, 2029, 800_000), new Phase(2030, 2036, 800_000)))
            .build();
    Plan plan = Planner.plan(world, scenario, Progress.NONE, () -> false).plan();
    assertThat(plan.programme().further()).isNotEmpty();
    List<Work> works = BuiltWorks.of(world, plan);
    addsUp(works, plan);
    assertThat(works).extracting(Work::year).containsOnly(2027, 2030).contains(2027, 2030);
    for (var phase : plan.programme().phases()) {
      long cents =
          works.stream()
              .filter(each -> each.year() == phase.firstYear())
              .mapToLong(each -> each.cost().lifetimeCents())
              .sum();
      assertThat(cents).isEqualTo(AssetCost.cents(phase.spentUsd()));
    }
  }
}
