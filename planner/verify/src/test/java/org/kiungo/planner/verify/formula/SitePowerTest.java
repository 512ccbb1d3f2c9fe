package org.kiungo.planner.verify.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.energy.EnergySupply;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.verify.Round;

/**
 * Against what is published of sites: Giga's price of a watt by sun in Rwanda, and what Tanzania's
 * universal-service towers pay for the grid and for diesel, as the catalogue's file quotes them.
 */
class SitePowerTest {

  private static Cost cost(EnergySupply kind, double watts, double gridKm, boolean first) {
    return power(Map.of()).bill(kind, watts, gridKm, first).cost();
  }

  private static SitePower power(Map<EconomicTerm, org.kiungo.planner.model.value.Figure> terms) {
    return new SitePower(
        Round.energy(), new CountryEconomics("RWA", terms), Discounting.of(Round.TEN_YEARS));
  }

  /**
   * 24 Wh over 3.69 · 0.85 are 7.652 Wp, 9.18 USD; 48 Wh over 0.8 are 60 Wh, 21 USD; for each of a
   * thousand watts. The battery is bought twice: 30.18 + 21 · 0.5403 (1.08^−8), and 2 % of 30.18 in
   * ten years worth 7.2469: 4.37.
   */
  @Test
  void aWattBySunCostsThirtyDollarsInRwanda() {
    Cost sun = cost(EnergySupply.SOLAR, 1_000, Double.NaN, true);
    assertThat(sun.capexUsd()).isCloseTo(30_182, within(1.0));
    assertThat(sun.opexUsdPerYear()).isCloseTo(603.6, within(0.1));
    assertThat(sun.lifetimeUsd()).isCloseTo(30_182 + 11_346 + 4_374, within(5.0));
    assertThat(cost(EnergySupply.SOLAR, 1_000, Double.NaN, false)).isEqualTo(sun);
  }

  /** 2 kW are 17,532 kWh a year: 1,893 USD, which Tanzania's towers pay (about 1,900). */
  @Test
  void theGridTakesItsTariffAndALineOfAMast() {
    Cost beside = cost(EnergySupply.GRID, 2_000, 0.5, false);
    assertThat(beside.capexUsd()).isZero();
    assertThat(beside.opexUsdPerYear()).isCloseTo(1_893.46, within(0.01));
    Cost first = cost(EnergySupply.GRID, 2_000, 0.5, true);
    assertThat(first.capexUsd()).isEqualTo(12_500);
    assertThat(first.opexUsdPerYear()).isCloseTo(1_893.46 + 312.5, within(0.01));
    // a line of thirty years is bought once
    assertThat(first.lifetimeUsd()).isCloseTo(12_500 + 7.2469 * 2_205.96, within(0.5));
  }

  /**
   * Without sun 17,532 kWh · 0.4 litres · 1.2 USD are 8,415 USD (about 8,600); 30 % of it 2,525.
   */
  @Test
  void aGeneratorBurnsWhatTheSunDoesNotGive() {
    Cost beside = cost(EnergySupply.HYBRID, 2_000, Double.NaN, false);
    // panels 0.7 of 2 · 9,183; a battery of 16 hours, a third of that of 48
    double sunUsd = 0.7 * 2 * 9_182.2 + 2 * 21_000 / 3.0;
    assertThat(beside.capexUsd()).isCloseTo(sunUsd, within(1.0));
    assertThat(beside.opexUsdPerYear()).isCloseTo(2_524.6 + 0.02 * sunUsd, within(0.2));
    Cost first = cost(EnergySupply.HYBRID, 2_000, Double.NaN, true);
    assertThat(first.less(beside).capexUsd()).isEqualTo(7_000);
    assertThat(first.less(beside).opexUsdPerYear()).isEqualTo(1_200);
    // and again after seven years: 0.5835
    double generatorUsd = 7_000 * 1.5835 + 7.2469 * 1_200;
    assertThat(first.less(beside).lifetimeUsd()).isCloseTo(generatorUsd, within(1.0));
  }

  @Test
  void aCountrysOwnPricesComeFirst() {
    SitePower dear =
        power(
            Map.of(
                EconomicTerm.GRID_TARIFF,
                Round.figure(0.216),
                EconomicTerm.SUN,
                Round.figure(7.38),
                EconomicTerm.DIESEL,
                Round.figure(2.4)));
    Cost grid = dear.bill(EnergySupply.GRID, 2_000, 1, false).cost();
    assertThat(grid.opexUsdPerYear()).isCloseTo(2 * 1_893.46, within(0.01));
    Cost sun = dear.bill(EnergySupply.SOLAR, 1_000, 1, false).cost();
    assertThat(sun.capexUsd()).isCloseTo(9_182.2 / 2 + 21_000, within(1.0));
    Cost hybrid = dear.bill(EnergySupply.HYBRID, 2_000, 1, false).cost();
    double sunUsd = 0.7 * 9_182.2 + 2 * 21_000 / 3.0;
    assertThat(hybrid.opexUsdPerYear()).isCloseTo(2 * 2_524.6 + 0.02 * sunUsd, within(0.3));
  }

  @Test
  void noLineWhereNobodyKnowsTheGrid() {
    assertThat(SitePower.isOffered(EnergySupply.GRID, Double.NaN)).isFalse();
    assertThat(SitePower.isOffered(EnergySupply.GRID, 90)).isTrue();
    assertThat(SitePower.isOffered(EnergySupply.HYBRID, Double.NaN)).isTrue();
  }
}
