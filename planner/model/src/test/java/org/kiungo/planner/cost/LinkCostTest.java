package org.kiungo.planner.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.Figure;

class LinkCostTest {

  private static final Money FLAT = new Money(0, 2027, 2036, 2025);
  private static final Medium FIBRE =
      new Medium(
          "f",
          "F",
          figure(1000),
          figure(1.2),
          figure(0.1),
          figure(25),
          null,
          null,
          null,
          null,
          null,
          null,
          figure(0.005),
          figure(0.25),
          null,
          null,
          null,
          null);
  private static final Medium MICROWAVE =
      new Medium(
          "m",
          "M",
          null,
          null,
          figure(0.1),
          figure(5),
          List.of(new Medium.Hop(15, figure(30_000)), new Medium.Hop(45, figure(80_000))),
          figure(40),
          figure(500),
          figure(0.5),
          null,
          null,
          null,
          figure(0.2),
          null,
          null,
          null,
          null);

  private static Figure figure(double value) {
    return new Figure(value, value, value, 2025, "test", true);
  }

  @Test
  void fibrePaysForItsRouteLengthAndNeverForLoad() {
    assertThat(LinkCost.systems(FIBRE, 1e9)).isEqualTo(1);
    assertThat(LinkCost.link(FIBRE, 10, 1, FLAT))
        .isEqualTo(new AssetCost(1_200_000, 120_000, 1_200_000 + 10 * 120_000));
  }

  @Test
  void furtherSystemsCostTheirShareOfTheFirst() {
    assertThat(LinkCost.systems(MICROWAVE, 0)).isEqualTo(1);
    assertThat(LinkCost.systems(MICROWAVE, 500)).isEqualTo(1);
    assertThat(LinkCost.systems(MICROWAVE, 500.1)).isEqualTo(2);
    assertThat(LinkCost.link(MICROWAVE, 15, 3, FLAT).capexCents()).isEqualTo(6_000_000);
    // bought twice in ten years, upkeep 10 % for ten years
    assertThat(LinkCost.link(MICROWAVE, 15, 3, FLAT).lifetimeCents()).isEqualTo(18_000_000);
  }

  @Test
  void endsArePricedByRateWhereTheWayCarriesMore() {
    Medium lit = FIBRE.withSystemMbps(figure(1000)).withFurtherSystemCapexUsd(figure(4_000));
    assertThat(LinkCost.link(lit, 10, LinkCost.systems(lit, 2_500), FLAT).capexUsd())
        .isEqualTo(12_000 + 2 * 4_000);
    assertThat(lit.withCapexTimes(2).furtherSystemCapexUsd().value()).isEqualTo(8_000);
  }

  @Test
  void spectrumLimitsParallelSystems() {
    Medium two = MICROWAVE.withMostSystems(figure(2));
    assertThat(LinkCost.mostSystems(two)).isEqualTo(2);
    assertThat(LinkCost.mostSystems(MICROWAVE)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void hopClassFollowsTheLength() {
    assertThat(LinkCost.firstSystemCapexUsd(MICROWAVE, 15)).isEqualTo(30_000);
    assertThat(LinkCost.firstSystemCapexUsd(MICROWAVE, 15.001)).isEqualTo(80_000);
    assertThat(LinkCost.reaches(MICROWAVE, 40)).isTrue();
    assertThatThrownBy(() -> LinkCost.firstSystemCapexUsd(MICROWAVE, 40.001))
        .hasMessageContaining("40.001");
  }

  @Test
  void longerLinksNeverCostLess() {
    for (Medium medium : List.of(FIBRE, MICROWAVE)) {
      long last = 0;
      for (double km = 0; km <= 40; km += 0.25) {
        long cents = LinkCost.link(medium, km, 1, Money.DEFAULT).lifetimeCents();
        assertThat(cents).as("%s %s km", medium.id(), km).isGreaterThanOrEqualTo(last);
        last = cents;
      }
    }
  }

  @Test
  void lifetimePerCapexTimesCapexIsTheLifetimeCost() {
    AssetCost cost = LinkCost.link(MICROWAVE, 20, 2, Money.DEFAULT);
    double expected = LinkCost.lifetimePerCapex(MICROWAVE, Money.DEFAULT) * 120_000;
    assertThat(cost.lifetimeCents()).isEqualTo(AssetCost.cents(expected));
  }

  @Test
  void roundTripCountsBothWays() {
    assertThat(LinkCost.roundTripMs(FIBRE, 100)).isEqualTo(2 * (100 * 1.2 * 0.005 + 0.25));
    assertThat(LinkCost.roundTripMs(MICROWAVE, 30)).isEqualTo(0.4);
  }

  @Test
  void satelliteCapacityIsPaidByTheMbpsBesideOneTerminal() {
    Medium sky = SmallWorlds.sky().withOpexRatioPerYear(figure(0.1));
    AssetCost cost = LinkCost.link(sky, 0, LinkCost.systems(sky, 25), FLAT);
    assertThat(cost.capexUsd()).isEqualTo(4_000);
    assertThat(cost.opexUsdPerYear()).isEqualTo(400 + 3 * 1_000);
    assertThat(cost.lifetimeUsd()).isEqualTo(4_000 + 10 * 3_400);
  }

  /** What the document on dimensioning says of where satellites pay. */
  @Test
  void lowOrbitBackhaulOfTwelveMbpsCostsAboutAHopAndOf27Two() {
    Medium low = builtIn("leo-backhaul");
    double hopUsd = LinkCost.link(builtIn("microwave"), 15, 1, Money.DEFAULT).lifetimeUsd();
    assertThat(LinkCost.link(low, 0, 11, Money.DEFAULT).lifetimeUsd()).isLessThan(hopUsd);
    assertThat(LinkCost.link(low, 0, 13, Money.DEFAULT).lifetimeUsd()).isGreaterThan(hopUsd);
    assertThat(LinkCost.link(low, 0, 26, Money.DEFAULT).lifetimeUsd()).isLessThan(2 * hopUsd);
    assertThat(LinkCost.link(low, 0, 29, Money.DEFAULT).lifetimeUsd()).isGreaterThan(2 * hopUsd);
  }

  private static Medium builtIn(String id) {
    return CatalogueReader.builtIn().media().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
