package org.kiungo.planner.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.explain.PlacePrice.Kind;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.energy.EnergySupply;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;

class PlacePricesTest {

  /**
   * Villages of 600 people, 11 km apart, five masts each; those of even number stand beside the
   * power grid.
   */
  private static final PlanningProblem WORLD = world();

  private static final PlanResult RESULT = plan();

  private static PlanningProblem world() {
    PlanningProblem line = SmallWorlds.line(4).withCatalogue(CatalogueReader.builtIn());
    List<Settlement> villages =
        IntStream.range(0, 4)
            .mapToObj(
                k ->
                    line.settlements()
                        .get(k)
                        .with()
                        .population(600)
                        .areaKm2(2 + k)
                        .distanceToGridKm(k % 2 == 0 ? 25 : 0)
                        .build())
            .toList();
    return line.withSettlements(villages);
  }

  private static PlanResult plan() {
    Scenario scenario = SmallWorlds.scenario(Double.NaN, 50);
    Scenario only = scenario.with().technologyIds(List.of("lte-light", "ftth")).build();
    return Planner.plan(WORLD, only, Progress.NONE, () -> false);
  }

  private static PlacePrice at(String id) {
    return Planner.explainer(WORLD, RESULT).explain(id).price();
  }

  @Test
  void thePricesOfAllPlacesAddUpToThePlan() {
    double usd = 0;
    double parts = 0;
    for (SettlementService each : RESULT.plan().settlements()) {
      PlacePrice price = at(each.settlementId());
      usd += price.people() * price.usdPerPerson();
      parts += price.people() * price.terms().stream().mapToDouble(t -> t.usdPerPerson()).sum();
    }
    double whole = RESULT.plan().totals().lifetimeCostUsd();
    assertThat(usd).isCloseTo(whole, within(1.0));
    assertThat(parts).isCloseTo(whole, within(1.0));
    double people = RESULT.plan().totals().peopleServed();
    assertThat(at("s1").planUsdPerPerson() * people).isCloseTo(whole, within(1.0));
  }

  @Test
  void energyAndTheWayDifferWherePlacesDiffer() {
    PlacePrice far = at("s1");
    PlacePrice near = at("s2");
    assertThat(far.energy()).isEqualTo(EnergySupply.SOLAR);
    assertThat(near.energy()).isEqualTo(EnergySupply.GRID);
    assertThat(far.distanceToGridKm()).isEqualTo(25);
    assertThat(usd(far, Kind.ENERGY)).isGreaterThan(usd(near, Kind.ENERGY));
    assertThat(at("s4").hops()).isGreaterThan(far.hops());
    assertThat(usd(at("s4"), Kind.BACKHAUL)).isGreaterThan(usd(far, Kind.BACKHAUL));
    assertThat(at("s4").peoplePerKm2()).isEqualTo(600 / 5.0);
  }

  /** Each link is kept up for a year. */
  @Test
  void linksBetweenMastsAreToldByThemselves() {
    PlacePrice price = at("s1");
    assertThat(price.masts()).isEqualTo(5);
    assertThat(price.hopsBetweenMasts()).isEqualTo(4);
    // five masts on the two km² that are lived in
    assertThat(price.mastsWithinKm()).isCloseTo(Math.sqrt(2 / Math.PI), within(1e-9));
    assertThat(600 * usd(price, Kind.MAST_LINKS)).isCloseTo(4 * (9_000 + 900), within(0.01));
  }

  private static double usd(PlacePrice price, Kind kind) {
    return price.terms().stream()
        .filter(each -> each.kind() == kind)
        .mapToDouble(PlacePrice.Term::usdPerPerson)
        .sum();
  }

  @Test
  void whatHangsOnAssumedFiguresIsTold() {
    AssumedShare share = AssumedShare.of(WORLD, RESULT.plan());
    assertThat(share.technologyIds()).containsExactly("lte-light");
    assertThat(share.peopleRatio()).isEqualTo(1);
    PlanningProblem published =
        WORLD.withCatalogue(
            WORLD
                .catalogue()
                .withTechnologies(
                    WORLD.catalogue().technologies().stream()
                        .map(a -> a.with().siteCapexUsd(known(a.siteCapexUsd())).build())
                        .toList()));
    assertThat(AssumedShare.of(published, RESULT.plan()).peopleRatio()).isZero();
  }

  private static Figure known(Figure figure) {
    return figure == null
        ? null
        : new Figure(
            figure.value(), figure.low(), figure.high(), figure.year(), "published", false);
  }
}
