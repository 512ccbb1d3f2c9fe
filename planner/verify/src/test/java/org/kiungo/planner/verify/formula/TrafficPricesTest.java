package org.kiungo.planner.verify.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.DemandVolume;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.ServiceStandard.Sizing;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.money.TransitPrice;
import org.kiungo.planner.verify.Round;

/** Two years at 25 %: v = 0.8, two payments of one dollar are worth 1.8. */
class TrafficPricesTest {

  /** Transit 60, haul 0.02 a km over 1,000 km, core 40, half at home, halved each year to 2028. */
  private static TransitPrice price(String... countries) {
    return new TransitPrice(
        "p",
        "p",
        List.of(countries),
        countries.length == 0 ? Map.of() : Map.of(countries[0], 1_000.0),
        Round.of(60, 2027),
        Round.of(0.02, 2027),
        Round.of(40, 2027),
        Round.figure(0.5),
        Round.figure(0.5),
        Round.figure(2028),
        Round.figure(100));
  }

  private static TrafficPrices by(Money money, BusyHourLoad load, TransitPrice... prices) {
    return new TrafficPrices(load, money, Discounting.of(money), List.of(prices));
  }

  private static TrafficPrices by(TransitPrice... prices) {
    Money money = Round.TWO_YEARS;
    return by(money, BusyHourLoad.of(Round.HALF_A_MEGABIT, money, List.of()), prices);
  }

  /** 40 + (60 + 20) / 2 = 80 in 2027, 40 in 2028 and after: level (80 + 0.8 · 40) / 1.8. */
  @Test
  void eachYearPaysItsPrice() {
    assertThat(TrafficPrices.usdPerMbps(price("BEN"), "BEN", 2026)).isEqualTo(80);
    assertThat(TrafficPrices.usdPerMbps(price("BEN"), "BEN", 2027)).isEqualTo(80);
    assertThat(TrafficPrices.usdPerMbps(price("BEN"), "BEN", 2030)).isEqualTo(40);
    Cost cost = by(price("BEN")).of(Round.village("v", 1), Round.mast(), 10_000_000);
    assertThat(cost.lifetimeUsd()).isEqualTo(1_120);
    assertThat(cost.opexUsdPerYear()).isCloseTo(622.22, within(0.005));
    assertThat(cost.capexCents()).isZero();
  }

  /** Volumes double from 2027 to 2028: half the traffic in the first year. */
  @Test
  void trafficGrowsToWhatNetworksAreSizedFor() {
    ServiceStandard standard = new ServiceStandard(10, 20, 100, 2, 0.4, 1, 1, Sizing.VOLUME);
    DemandVolume doubles =
        new DemandVolume(
            "v",
            "v",
            List.of(),
            Round.of(5, 2027),
            Round.figure(1),
            Round.of(5, 2027),
            Round.figure(1),
            Round.figure(0.08),
            Round.figure(2028));
    BusyHourLoad load = BusyHourLoad.of(standard, Round.TWO_YEARS, List.of(doubles));
    Cost cost =
        by(Round.TWO_YEARS, load, price("BEN")).of(Round.village("v", 1), Round.mast(), 10_000_000);
    assertThat(cost.lifetimeUsd()).isEqualTo(400 + 0.8 * 400);
  }

  @Test
  void theCountrysOwnPriceComesFirstAndNoPriceIsNone() {
    TransitPrice other = price();
    TrafficPrices both = by(other, price("BEN"));
    long bps = 10_000_000;
    // without a way to the sea 40 + 60 / 2 = 70 and 35
    assertThat(both.of(Round.village("v", 1).withCountry("TGO"), Round.mast(), bps).lifetimeUsd())
        .isEqualTo(980);
    assertThat(both.of(Round.village("v", 1), Round.mast(), bps).lifetimeUsd()).isEqualTo(1_120);
    assertThat(both.of(Round.village("v", 1), Round.dish(), bps)).isEqualTo(Cost.ZERO);
    assertThat(by().of(Round.village("v", 1), Round.mast(), bps)).isEqualTo(Cost.ZERO);
    assertThat(by().areThere()).isFalse();
    assertThat(by(price("TGO")).of(Round.village("v", 1), Round.mast(), bps)).isEqualTo(Cost.ZERO);
  }

  /** 5 Mbps more at 100 a year: 500, worth 900 in two years. */
  @Test
  void aNodeAsksForWhatItSellsBeyondItsLimit() {
    assertThat(by(price("BEN")).widening("BEN", 5_000_000))
        .isEqualTo(new Cost(0, 50_000, 90_000, 0));
    assertThat(by(price("BEN")).widening("BEN", 0)).isEqualTo(Cost.ZERO);
    assertThat(by(price("BEN")).isWideningPriced("BEN")).isTrue();
    assertThat(by(price("BEN")).isWideningPriced("TGO")).isFalse();
  }

  /** From 2027 on 112 a Mbps, from 2028 on 40: so 2 · 112 − 40 = 184. */
  @Test
  void inARowOfAProgrammeTheLeastSoFarIsWeighedAgainstTheNextPhase() {
    Money row = new Money(0.25, 2027, 2028, 2025, new Money.Waiting(List.of(2027), 2028, 1));
    BusyHourLoad load = BusyHourLoad.of(Round.HALF_A_MEGABIT, row, List.of());
    Cost cost = by(row, load, price("BEN")).of(Round.village("v", 1), Round.mast(), 10_000_000);
    assertThat(cost.lifetimeCents()).isEqualTo(184_000 - 2);
  }
}
