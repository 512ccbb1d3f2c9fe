package org.kiungo.planner.verify.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.PlaceRules;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.energy.EnergyPrices;
import org.kiungo.planner.model.energy.EnergySupply;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.verify.Round;

/** Sums of round figures over ten years without discount: upkeep counts tenfold. */
class AccessPricesTest {

  private static final Money FLAT = new Money(0, 2027, 2036, 2025);

  private static final AccessTechnology MAST =
      Round.mast()
          .with()
          .towerSiteCapexUsd(Round.figure(25_000))
          .offGridCapexUsd(Round.figure(8_000))
          .offGridOpexUsdPerYear(Round.figure(500))
          .capexUsdPerKm2(Round.figure(2_000))
          .opexUsdPerKm2PerYear(Round.figure(100))
          .adopterOpexUsdPerYear(Round.figure(6))
          .adopterLifetimeYears(Round.figure(5))
          .build();

  private static AccessPrices prices(EnergyPrices energy, PlaceRules rules, Money money) {
    Catalogue catalogue =
        new Catalogue("hand", List.of(MAST), List.of(), List.of(), List.of(), energy, List.of());
    BusyHourLoad load = BusyHourLoad.of(Round.HALF_A_MEGABIT, money, List.of());
    return new Prices(catalogue, money, load, rules, Map.of(), List.of("BEN")).access();
  }

  private static final AccessPrices PLAIN = prices(null, PlaceRules.NONE, FLAT);

  private static Settlement gridAt(double km) {
    return Round.village("v", 100).withDistanceToGridKm(km);
  }

  /** 2 km²: 4,000 + 10 · 200; ten terminals 300 twice, + 10 · 60. */
  @Test
  void aSettlementPaysForItsGroundAndItsTerminals() {
    assertThat(PLAIN.settlement(MAST, 2, 10, 10)).isEqualTo(new Cost(430_000, 26_000, 720_000, 0));
  }

  /** Beside the grid 40,000 + 10 · 1,000; beyond a kilometre 8,000 + 10 · 500 more. */
  @Test
  void aSiteFarFromTheGridPaysForSolarPower() {
    assertThat(PLAIN.unit(MAST, gridAt(1)).withMast())
        .isEqualTo(new Cost(4_000_000, 100_000, 5_000_000, 0));
    assertThat(PLAIN.unit(MAST, gridAt(1.01)).withMast())
        .isEqualTo(new Cost(4_800_000, 150_000, 6_300_000, 0));
    assertThat(PLAIN.unit(MAST, gridAt(Double.NaN)).beside())
        .isEqualTo(new Cost(3_300_000, 150_000, 4_800_000, 0));
    assertThat(PLAIN.unit(MAST, null).beside().capexUsd()).isEqualTo(33_000);
    assertThat(PLAIN.unit(MAST.withTowerSiteCapexUsd(null), null).beside().capexUsd())
        .isEqualTo(48_000);
  }

  /** Two on a mast: of five units three are the first on theirs; a tower saves the first mast. */
  @Test
  void eachMastIsFilledBeforeTheNextIsBuilt() {
    AccessTechnology two = MAST.withUnitsPerMast(Round.figure(2));
    assertThat(UnitPrice.masts(two, 4)).isEqualTo(2);
    assertThat(UnitPrice.masts(two, 5)).isEqualTo(3);
    assertThat(UnitPrice.masts(MAST, 5)).isEqualTo(5);
    UnitPrice unit = PLAIN.unit(two, gridAt(1));
    assertThat(unit.site(5, false).capexUsd()).isEqualTo(3 * 40_000 + 2 * 25_000);
    assertThat(unit.site(5, true).capexUsd()).isEqualTo(2 * 40_000 + 3 * 25_000);
    assertThat(unit.site(1, true).capexUsd()).isEqualTo(25_000);
  }

  private static final AccessTechnology LINKED =
      MAST.with()
          .unitsPerMast(Round.figure(2))
          .furtherMastLinkCapexUsd(Round.figure(9_000))
          .furtherMastLinkOpexUsdPerYear(Round.figure(900))
          .build();

  /** Five units on three masts: 50,000 thrice, 35,000 twice and two links of 9,000 + 10 · 900. */
  @Test
  void mastsBeyondTheFirstAreLinkedToIt() {
    UnitPrice unit = PLAIN.unit(LINKED, gridAt(1));
    assertThat(unit.site(5, false)).isEqualTo(new Cost(18_800_000, 680_000, 25_600_000, 0));
    assertThat(unit.site(5, true)).isEqualTo(new Cost(17_300_000, 680_000, 24_100_000, 0));
    assertThat(unit.site(2, false))
        .isEqualTo(
            PLAIN.unit(MAST, gridAt(1)).site(1, false).plus(PLAIN.unit(MAST, gridAt(1)).beside()));
    assertThat(unit.siteCents(5, false)).isEqualTo(25_600_000);
    assertThat(unit.siteCents(5, true)).isEqualTo(24_100_000);
    assertThat(UnitPrice.hopsBetweenMasts(LINKED, 5)).isEqualTo(2);
    assertThat(UnitPrice.hopsBetweenMasts(LINKED, 2)).isZero();
    assertThat(UnitPrice.hopsBetweenMasts(MAST, 5)).isZero();
  }

  /** Beyond the first, two full masts of 68,000 + 35,000; 4.5 parts of half a mast's 85,000. */
  @Test
  void whatSettlementsShareOfASiteIsSummedByHand() {
    UnitPrice unit = PLAIN.unit(LINKED, gridAt(1));
    assertThat(unit.furtherCents(5)).isEqualTo(2 * (6_800_000 + 3_500_000));
    assertThat(unit.furtherCents(4)).isEqualTo(6_800_000 + 2 * 3_500_000);
    assertThat(unit.sharedCents(4.5, 5, false)).isEqualTo(4.5 * 4_250_000 + 2 * 1_800_000);
    assertThat(unit.sharedCents(4.5, 5, true)).isEqualTo(4.5 * 3_500_000 + 2 * 3_300_000);
  }

  /** Some of the settlements of a site, each with parts of its units; masts dearer and cheaper. */
  @Test
  void sharesOfASiteNeverAddUpToMoreThanItCosts() {
    SplittableRandom random = new SplittableRandom(36);
    for (int trial = 0; trial < 20_000; trial++) {
      UnitPrice unit =
          new UnitPrice(
              1 + random.nextInt(4),
              null,
              new Cost(0, 0, random.nextInt(100), 0),
              new Cost(0, 0, random.nextInt(100), 0),
              new Cost(0, 0, random.nextInt(50), 0));
      boolean onTower = random.nextBoolean();
      double parts = 0;
      double further = unit.site(1, onTower).lifetimeCents();
      double shared = 0;
      for (int i = random.nextInt(6); i >= 0; i--) {
        double each = (1 + random.nextInt(48)) / 8.0;
        int units = (int) Math.ceil(each);
        parts += each;
        further += unit.furtherCents(units);
        shared += unit.sharedCents(each, units, onTower);
      }
      double whole = unit.site((int) Math.ceil(parts), onTower).lifetimeCents() + 1e-6;
      assertThat(further).as("%s %s", unit, parts).isLessThanOrEqualTo(whole);
      assertThat(shared).as("%s %s", unit, parts).isLessThanOrEqualTo(whole);
    }
  }

  /** Two operators share what stands below 300 people a km²; a village of 200 is thicker. */
  @Test
  void operatorsShareWhereFewPeopleLive() {
    AccessPrices shared = prices(null, PlaceRules.NONE.withRuralOperators(2), FLAT);
    Settlement thin = gridAt(1).withAreaKm2(1);
    assertThat(shared.unit(MAST, thin).withMast())
        .isEqualTo(new Cost(2_000_000, 50_000, 2_500_000, 0));
    assertThat(shared.unit(LINKED, thin).link()).isEqualTo(new Cost(450_000, 45_000, 900_000, 0));
    assertThat(shared.unit(MAST, thin.withPopulation(300)).withMast().capexUsd()).isEqualTo(40_000);
    assertThat(shared.unit(MAST, thin.withAreaKm2(Double.NaN)).withMast().capexUsd())
        .isEqualTo(40_000);
    assertThat(shared.unit(MAST, null).withMast().capexUsd()).isEqualTo(48_000);
  }

  private static final AccessTechnology POWERED = MAST.withPowerW(Round.figure(1_000));

  /**
   * A kilowatt, ten years at 8 %: sun 45,902 (as SitePowerTest), a line of so many km 19,000 · km +
   * 6,000, their upkeep and energy 947 a year: cheaper within two kilometres.
   */
  @Test
  void energyIsWhatCostsAFirstUnitLeast() {
    AccessPrices priced = prices(Round.energy(), PlaceRules.NONE, Round.TEN_YEARS);
    assertThat(priced.unit(POWERED, gridAt(1)).supply()).isEqualTo(EnergySupply.GRID);
    assertThat(priced.unit(POWERED, gridAt(20)).supply()).isNotEqualTo(EnergySupply.GRID);
    assertThat(priced.unit(POWERED, gridAt(Double.NaN)).supply()).isNotEqualTo(EnergySupply.GRID);
    UnitPrice sun = priced.unit(POWERED, gridAt(20), EnergySupply.SOLAR);
    // the unit itself 40,000 + 7.2469 · 1,000, no solar power of the catalogue's beside it
    assertThat(sun.withMast().lifetimeUsd()).isCloseTo(47_246.9 + 45_902, within(6.0));
    assertThat(sun.beside().lifetimeUsd()).isCloseTo(32_246.9 + 45_902, within(6.0));
    assertThat(priced.unit(MAST, gridAt(1)).supply()).isNull();
  }

  @Test
  void everyUnitOnATowerBringsItsOwnEnergy() {
    AccessPrices priced = prices(Round.energy(), PlaceRules.NONE, Round.TEN_YEARS);
    UnitPrice tower = priced.unit(POWERED, null, EnergySupply.HYBRID);
    assertThat(tower.withMast().less(tower.beside()).capexUsd()).isEqualTo(15_000);
    UnitPrice mast = priced.unit(POWERED, gridAt(5), EnergySupply.HYBRID);
    assertThat(mast.withMast().less(mast.beside()).capexUsd()).isEqualTo(15_000 + 7_000);
  }

  @Test
  void whatIsAbsentCostsNothing() {
    AccessTechnology bare = Round.dish().withAdopterCapexUsd(null);
    assertThat(PLAIN.settlement(bare, 1, 10, 10)).isEqualTo(Cost.ZERO);
    assertThat(PLAIN.unit(bare, gridAt(9)).site(3, false)).isEqualTo(Cost.ZERO);
  }
}
