package org.kiungo.planner.verify;

import java.util.List;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.AccessTechnology.Serves;
import org.kiungo.planner.model.AccessTechnologyBuilder;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.MediumBuilder;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.energy.EnergyPrices;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.model.value.LonLat;

/** Round figures with which sums are done by hand. */
public final class Round {

  /** Ten years from 2027 at 8 %. */
  public static final Money TEN_YEARS = new Money(0.08, 2027, 2036, 2025);

  /** Two years from 2027 at 25 %: v = 0.8. */
  public static final Money TWO_YEARS = new Money(0.25, 2027, 2028, 2025);

  public static final Money ONE_YEAR = new Money(0, 2027, 2027, 2025);

  /** Everybody subscribes by himself and takes 10 Mbps over 20: 0.5 Mbps a person. */
  public static final ServiceStandard HALF_A_MEGABIT =
      new ServiceStandard(10, 20, 100, 2, 0.4, 1, 1, ServiceStandard.Sizing.RATE);

  private Round() {}

  public static Figure figure(double value) {
    return of(value, 2025);
  }

  public static Figure of(double value, int year) {
    return new Figure(value, value, value, year, "by hand", true);
  }

  /**
   * A mast of 8 km and 1,000 Mbps for 40,000 USD and 1,000 a year, ten years; 30 USD a terminal.
   */
  public static AccessTechnology mast() {
    return AccessTechnologyBuilder.builder()
        .id("mast")
        .name("mast")
        .family("mobile")
        .serves(Serves.IN_REACH)
        .reachKm(figure(8))
        .downlinkMbps(figure(20))
        .roundTripMs(figure(12))
        .siteCapexUsd(figure(40_000))
        .siteOpexUsdPerYear(figure(1_000))
        .siteLifetimeYears(figure(10))
        .siteCapacityMbps(figure(1_000))
        .adopterCapexUsd(figure(30))
        .build();
  }

  /** A dish of 5 Mbps and 600 ms for 400 USD. */
  public static AccessTechnology dish() {
    return AccessTechnologyBuilder.builder()
        .id("dish")
        .name("dish")
        .family("geo")
        .serves(Serves.FREE_STANDING)
        .downlinkMbps(figure(5))
        .roundTripMs(figure(600))
        .adopterCapexUsd(figure(400))
        .build();
  }

  /** 20,000 USD a kilometre, 1.1 of the straight line; 5 µs a kilometre and 0.25 ms a hop. */
  public static Medium fibre() {
    return MediumBuilder.builder()
        .id("fibre")
        .name("fibre")
        .capexUsdPerKm(figure(20_000))
        .routeFactor(figure(1.1))
        .opexRatioPerYear(figure(0.05))
        .delayMsPerKm(figure(0.005))
        .delayMsPerHop(figure(0.25))
        .build();
  }

  /** Hops of 30,000 USD to 15 km and 60,000 to 40; 800 Mbps a system, further ones at half. */
  public static Medium microwave() {
    return MediumBuilder.builder()
        .id("microwave")
        .name("microwave")
        .opexRatioPerYear(figure(0.1))
        .lifetimeYears(figure(5))
        .hops(List.of(new Medium.Hop(15, figure(30_000)), new Medium.Hop(40, figure(60_000))))
        .systemMbps(figure(800))
        .furtherSystemRatio(figure(0.5))
        .mostSystems(figure(2))
        .delayMsPerHop(figure(0.2))
        .build();
  }

  /** Of energy as its file states it, years of ten. */
  public static EnergyPrices energy() {
    return new EnergyPrices(
        "sites",
        "sites",
        figure(13_000),
        figure(6_000),
        figure(0.025),
        figure(30),
        figure(0.108),
        figure(1_200),
        figure(20),
        figure(350),
        figure(8),
        figure(0.8),
        figure(0.85),
        figure(0.02),
        figure(48),
        figure(3.69),
        figure(0.7),
        figure(16),
        figure(7_000),
        figure(7),
        figure(1_200),
        figure(0.4),
        figure(0),
        figure(1.2),
        null);
  }

  /** A village of so many people on half a square kilometre. */
  public static Settlement village(String id, double people) {
    return SettlementBuilder.builder()
        .id(id)
        .name(id)
        .location(new LonLat(2, 9.1))
        .population(people)
        .areaKm2(0.5)
        .country("BEN")
        .build();
  }
}
