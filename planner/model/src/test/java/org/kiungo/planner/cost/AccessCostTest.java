package org.kiungo.planner.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.AccessTechnology.Serves;
import org.kiungo.planner.model.AccessTechnologyBuilder;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.Figure;

class AccessCostTest {

  private static final Money FLAT = new Money(0, 2027, 2036, 2025);

  private static Figure figure(double value) {
    return new Figure(value, value, value, 2025, "test", true);
  }

  private static AccessTechnology technology(double scale) {
    return AccessTechnologyBuilder.builder()
        .id("t")
        .name("T")
        .family("mobile")
        .serves(Serves.IN_REACH)
        .reachKm(figure(8))
        .downlinkMbps(figure(10))
        .roundTripMs(figure(30))
        .siteCapexUsd(figure(100_000 * scale))
        .siteOpexUsdPerYear(figure(5_000 * scale))
        .siteLifetimeYears(figure(10))
        .siteCapacityMbps(figure(100))
        .capexUsdPerKm2(figure(2_000 * scale))
        .opexUsdPerKm2PerYear(figure(100 * scale))
        .adopterCapexUsd(figure(60 * scale))
        .adopterOpexUsdPerYear(figure(6 * scale))
        .adopterLifetimeYears(figure(5))
        .towerSiteCapexUsd(figure(40_000 * scale))
        .offGridCapexUsd(figure(8_000 * scale))
        .offGridOpexUsdPerYear(figure(500 * scale))
        .build();
  }

  @Test
  void everyUnitThatAMastDoesNotHoldPaysForANewMast() {
    assertThat(site(technology(1), 2, false, true, FLAT))
        .isEqualTo(new AssetCost(20_000_000, 1_000_000, 30_000_000));
    assertThat(site(technology(1), 3, true, true, FLAT).capexUsd()).isEqualTo(40_000 + 2 * 100_000);
    AccessTechnology two = technology(1).withUnitsPerMast(figure(2));
    assertThat(AccessCost.masts(two, 4)).isEqualTo(2);
    assertThat(AccessCost.masts(two, 5)).isEqualTo(3);
    assertThat(site(two, 5, false, true, FLAT).capexUsd()).isEqualTo(3 * 100_000 + 2 * 40_000);
    assertThat(site(two, 5, true, true, FLAT).capexUsd()).isEqualTo(2 * 100_000 + 3 * 40_000);
  }

  /** Two on a mast: five units stand on three, of which two are linked to the first for 18,000. */
  @Test
  void aMastBeyondTheFirstPaysItsLink() {
    AccessTechnology linked =
        technology(1)
            .with()
            .unitsPerMast(figure(2))
            .furtherMastLinkCapexUsd(figure(9_000))
            .furtherMastLinkOpexUsdPerYear(figure(900))
            .build();
    assertThat(AccessCost.hopsBetweenMasts(linked, 5)).isEqualTo(2);
    assertThat(AccessCost.hopsBetweenMasts(linked, 2)).isZero();
    assertThat(AccessCost.hopsBetweenMasts(technology(1), 5)).isZero();
    double mastsUsd = 3 * (100_000 + 10 * 5_000) + 2 * (40_000 + 10 * 5_000);
    assertThat(site(linked, 5, false, true, FLAT).lifetimeUsd()).isEqualTo(mastsUsd + 2 * 18_000);
    assertThat(site(linked, 5, true, true, FLAT).lifetimeUsd())
        .isEqualTo(mastsUsd - 60_000 + 2 * 18_000);
    assertThat(site(linked, 5, true, true, FLAT).opexUsdPerYear()).isEqualTo(5 * 5_000 + 2 * 900);
    assertThat(site(linked, 2, false, true, FLAT))
        .isEqualTo(site(technology(1).withUnitsPerMast(figure(2)), 2, false, true, FLAT));
  }

  @Test
  void existingTowerIsCheaperAndSolarPowerDearer() {
    assertThat(site(technology(1), 1, true, true, FLAT).capexUsd()).isEqualTo(40_000);
    AssetCost solar = site(technology(1), 1, false, false, FLAT);
    assertThat(solar.capexUsd()).isEqualTo(108_000);
    assertThat(solar.opexUsdPerYear()).isEqualTo(5_500);
    assertThat(AccessCost.onGrid(1)).isTrue();
    assertThat(AccessCost.onGrid(1.01)).isFalse();
    assertThat(AccessCost.onGrid(Double.NaN)).isFalse();
  }

  @Test
  void terminalsAreReplacedOnTheirOwnLifetime() {
    // network 2 km²: 4,000 + 10 × 200; terminals of 10 households twice 600 + 10 × 60
    assertThat(AccessCost.settlement(technology(1), 2, 10, FLAT))
        .isEqualTo(new AssetCost(460_000, 26_000, 780_000));
  }

  @Test
  void zeroPricesGiveZeroTotals() {
    assertThat(site(technology(0), 7, false, false, Money.DEFAULT)).isEqualTo(AssetCost.ZERO);
    assertThat(AccessCost.settlement(technology(0), 50, 1e6, Money.DEFAULT))
        .isEqualTo(AssetCost.ZERO);
  }

  @Test
  void absentFiguresCountAsNothing() {
    AccessTechnology bare =
        AccessTechnologyBuilder.builder()
            .id("b")
            .name("B")
            .family("geo")
            .serves(Serves.FREE_STANDING)
            .downlinkMbps(figure(5))
            .roundTripMs(figure(600))
            .build();
    assertThat(AccessCost.masts(bare, 1)).isEqualTo(1);
    assertThat(site(bare, 1, false, false, FLAT)).isEqualTo(AssetCost.ZERO);
    assertThat(AccessCost.settlement(bare, 1, 1, FLAT)).isEqualTo(AssetCost.ZERO);
  }

  @Test
  void amountsThatAreNotNumbersAreRefused() {
    assertThatThrownBy(() -> AssetCost.cents(Double.NaN)).isInstanceOf(ArithmeticException.class);
    assertThat(AssetCost.cents(0.005)).isEqualTo(1);
    // 19,949.895, in binary 19,949.894999999997
    assertThat(AssetCost.cents(66_499.65 * 0.3)).isEqualTo(1_994_990);
    assertThat(AssetCost.cents(19_949.8949)).isEqualTo(1_994_989);
  }

  /** At a place beside the grid, or far from it, under a catalogue without prices of energy. */
  private static AssetCost site(
      AccessTechnology technology, int units, boolean tower, boolean onGrid, Money money) {
    PlanningProblem world = SmallWorlds.line(1);
    Settlement at = world.settlements().get(0).withDistanceToGridKm(onGrid ? 1 : Double.NaN);
    SiteSupply energy = SiteEnergy.of(world).at(at, technology);
    return AccessCost.site(technology, units, tower, energy, money);
  }
}
