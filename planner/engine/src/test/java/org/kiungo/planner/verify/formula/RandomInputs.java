package org.kiungo.planner.verify.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.AccessTechnology.Serves;
import org.kiungo.planner.model.AccessTechnology.Subscriber;
import org.kiungo.planner.model.AccessTechnologyBuilder;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.DemandVolume;
import org.kiungo.planner.model.EquityWeight;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.MediumBuilder;
import org.kiungo.planner.model.PlaceRules;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.ServiceStandard.GrowthPoint;
import org.kiungo.planner.model.ServiceStandard.Sizing;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.Today.CountsAs;
import org.kiungo.planner.model.border.Crossing;
import org.kiungo.planner.model.energy.EnergyPrices;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.money.TransitPrice;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.model.value.LonLat;

/** Inputs of formulas, drawn by a seed: what is usual, what is rare, and what is not known. */
final class RandomInputs {

  final long seed;
  final Money money;
  final ServiceStandard standard;
  final Settlement place;
  final AccessTechnology technology;
  final Medium medium;
  final Catalogue catalogue;
  final CountryEconomics economics;
  final PlaceRules rules;
  final PlanningProblem problem;
  final double km;
  final int units;
  final boolean onTower;
  final long bps;
  final double lifetimeYears;
  final double[] groundM;
  private final SplittableRandom random;

  RandomInputs(long seed) {
    this.seed = seed;
    random = new SplittableRandom(seed);
    money = money();
    standard = standard();
    place = place("p");
    technology = technology();
    medium = medium();
    economics = economics();
    km = chance(0.2) ? 0 : Math.rint(40e6 * random.nextDouble()) / 1e6;
    units = 1 + random.nextInt(9);
    onTower = chance(0.3);
    bps = (long) (3e9 * random.nextDouble() * random.nextDouble());
    lifetimeYears = 0.1 + 30 * random.nextDouble();
    groundM = ground();
    catalogue =
        new Catalogue(
            "random",
            List.of(technology),
            List.of(medium),
            volumes(),
            transit(),
            chance(0.7) ? energy() : null,
            List.of());
    rules =
        PlaceRules.NONE
            .withRuralOperators(1 + random.nextInt(3))
            .withObligedFromPeople(chance(0.5) ? 1_000 : 0)
            .withEquity(
                List.of(
                    new EquityWeight("density", "rural", 0.1 + 5 * random.nextDouble()),
                    new EquityWeight("country", "BEN", 0.1 + 5 * random.nextDouble())));
    problem =
        new PlanningProblem(
                List.of(place),
                List.of(),
                List.of(),
                List.of(),
                catalogue,
                standard,
                money,
                List.of(),
                List.of(economics),
                rules)
            .with()
            .build();
  }

  private boolean chance(double ratio) {
    return random.nextDouble() < ratio;
  }

  /** A figure of up to four decimals, dated 2020 to 2027. */
  private Figure upTo(double most) {
    double value = Math.rint(most * random.nextDouble() * 1e4) / 1e4;
    return new Figure(value, value, value, 2020 + random.nextInt(8), "drawn", true);
  }

  private Figure maybe(double most) {
    return chance(0.25) ? null : upTo(most);
  }

  private Figure atLeast(double least, double most) {
    double value = least + Math.rint((most - least) * random.nextDouble() * 1e4) / 1e4;
    return new Figure(value, value, value, 2020 + random.nextInt(8), "drawn", true);
  }

  private Money money() {
    int years = 1 + random.nextInt(20);
    double rate = chance(0.15) ? 0 : Math.rint(3_000 * random.nextDouble()) / 1e4;
    int first = 2027;
    int last = first + years - 1;
    if (years > 4 && chance(0.25)) {
      double ratio = chance(0.3) ? 0 : 3 * random.nextDouble();
      return new Money(
          rate,
          first + 1,
          last,
          2025,
          new Money.Waiting(List.of(first, first + 1), first + 3, ratio));
    }
    return new Money(rate, first, last, 2025);
  }

  private ServiceStandard standard() {
    double adoption = 0.3 + Math.rint(70 * random.nextDouble()) / 100;
    ServiceStandard plain =
        new ServiceStandard(
            10,
            20,
            100,
            2,
            Math.rint(100 * random.nextDouble()) / 100,
            adoption,
            1 + random.nextInt(8),
            Sizing.values()[random.nextInt(3)]);
    boolean volume = chance(0.5);
    return chance(0.6)
        ? plain
        : plain.withGrowth(
            List.of(
                new GrowthPoint(2028, 0.3 * adoption, volume ? 0.5 : Double.NaN),
                new GrowthPoint(2031, 0.8 * adoption, volume ? 0.7 : Double.NaN)));
  }

  private Settlement place(String id) {
    double coverage = chance(0.3) ? Double.NaN : Math.rint(1e4 * random.nextDouble()) / 1e4;
    return SettlementBuilder.builder()
        .id(id)
        .location(new LonLat(50 * random.nextDouble() - 18, 70 * random.nextDouble() - 34))
        .population(Math.rint(StrictMath.exp(12 * random.nextDouble())))
        .areaKm2(chance(0.2) ? Double.NaN : Math.rint(1 + 4_000 * random.nextDouble()) / 100)
        .country("BEN")
        .baselineCoverageRatio(coverage)
        .baselineCountsAs(CountsAs.values()[random.nextInt(3)])
        .distanceToGridKm(chance(0.3) ? Double.NaN : Math.rint(500 * random.nextDouble()) / 100)
        .institutionMbps(chance(0.7) ? Double.NaN : Math.rint(50 * random.nextDouble()))
        .attributes(chance(0.5) ? Map.of() : Map.of("wealthTier", "high"))
        .siteCostRatio(chance(0.7) ? Double.NaN : 1 + Math.rint(100 * random.nextDouble()) / 100)
        .build();
  }

  private AccessTechnology technology() {
    boolean phone = chance(0.5);
    Figure sight = chance(0.6) ? null : upTo(1);
    return AccessTechnologyBuilder.builder()
        .id("t")
        .name("t")
        .family("mobile")
        .serves(Serves.values()[random.nextInt(3)])
        .subscriber(chance(0.5) ? Subscriber.PERSON : null)
        .reachKm(chance(0.1) ? null : atLeast(0.2, 12))
        .downlinkMbps(atLeast(1, 30))
        .roundTripMs(atLeast(1, 200))
        .siteCapexUsd(upTo(120_000))
        .siteOpexUsdPerYear(maybe(12_000))
        .siteLifetimeYears(chance(0.2) ? null : atLeast(1, 20))
        .siteCapacityMbps(chance(0.2) ? null : atLeast(10, 2_000))
        .capexUsdPerKm2(maybe(20_000))
        .opexUsdPerKm2PerYear(maybe(500))
        .adopterCapexUsd(maybe(500))
        .adopterOpexUsdPerYear(maybe(60))
        .adopterLifetimeYears(chance(0.2) ? null : atLeast(1, 12))
        .beamMbpsPerKm2(atLeast(0.01, 2))
        .towerSiteCapexUsd(maybe(60_000))
        .offGridCapexUsd(maybe(20_000))
        .offGridOpexUsdPerYear(maybe(900))
        .licensedMhz(maybe(100))
        .unitsPerMast(chance(0.5) ? null : atLeast(1, 4))
        .unitsPerKm2(chance(0.5) ? null : atLeast(0.5, 20))
        .furtherMastLinkCapexUsd(maybe(30_000))
        .furtherMastLinkOpexUsdPerYear(maybe(3_000))
        .bandGhz(phone ? atLeast(0.7, 4) : null)
        .mastM(phone ? atLeast(15, 45) : null)
        .beamGrowthRatioPerYear(chance(0.5) ? null : upTo(0.4))
        .beamForecastUntilYear(year(2030))
        .sightRatio(sight)
        .townSightRatio(sight == null || chance(0.5) ? null : upTo(1))
        .powerW(chance(0.3) ? null : atLeast(10, 2_000))
        .build();
  }

  private static Figure year(int year) {
    return new Figure(year, year, year, 2025, "drawn", true);
  }

  private Medium medium() {
    List<Medium.Hop> hops = new ArrayList<>();
    if (chance(0.6)) {
      hops.add(new Medium.Hop(15, upTo(40_000)));
      hops.add(new Medium.Hop(45, upTo(90_000)));
    }
    return MediumBuilder.builder()
        .id("m")
        .name("m")
        .capexUsdPerKm(maybe(30_000))
        .routeFactor(chance(0.3) ? null : atLeast(1, 1.5))
        .opexRatioPerYear(maybe(0.2))
        .lifetimeYears(chance(0.2) ? null : atLeast(1, 25))
        .hops(hops)
        .maxHopKm(chance(0.5) ? null : atLeast(5, 60))
        .systemMbps(chance(0.3) ? null : atLeast(10, 2_000))
        .furtherSystemRatio(maybe(1))
        .furtherSystemCapexUsd(chance(0.7) ? null : upTo(20_000))
        .mostSystems(chance(0.5) ? null : atLeast(1, 8))
        .delayMsPerKm(maybe(0.01))
        .delayMsPerHop(maybe(1))
        .systemOpexUsdPerYear(chance(0.7) ? null : upTo(2_000))
        .crossing(chance(0.7) ? null : new Crossing("BEN-TGO", 50_000.5, 1_234.56))
        .build();
  }

  private List<DemandVolume> volumes() {
    List<DemandVolume> volumes = new ArrayList<>();
    for (List<String> countries : List.of(List.<String>of(), List.of("BEN"))) {
      if (chance(0.6)) {
        volumes.add(
            new DemandVolume(
                "v",
                "v",
                countries,
                upTo(20),
                upTo(0.3),
                upTo(60),
                upTo(0.2),
                upTo(0.15),
                year(2026 + random.nextInt(8))));
      }
    }
    return volumes;
  }

  private List<TransitPrice> transit() {
    List<TransitPrice> prices = new ArrayList<>();
    if (chance(0.8)) {
      boolean own = chance(0.5);
      prices.add(
          new TransitPrice(
              "x",
              "x",
              own ? List.of("BEN") : List.of(),
              own ? Map.of("BEN", 700.0) : Map.of(),
              upTo(300),
              upTo(0.2),
              upTo(100),
              upTo(1),
              upTo(0.3),
              year(2026 + random.nextInt(8)),
              chance(0.8) ? upTo(50) : null));
    }
    return prices;
  }

  private EnergyPrices energy() {
    return new EnergyPrices(
        "e",
        "e",
        upTo(20_000),
        upTo(9_000),
        upTo(0.1),
        atLeast(5, 40),
        upTo(0.4),
        upTo(2_000),
        atLeast(5, 25),
        upTo(600),
        atLeast(2, 16),
        atLeast(0.4, 1),
        atLeast(0.5, 1),
        upTo(0.05),
        atLeast(10, 90),
        atLeast(2, 6),
        atLeast(0.3, 0.9),
        atLeast(5, 40),
        upTo(12_000),
        atLeast(2, 15),
        upTo(2_000),
        atLeast(0.2, 0.6),
        upTo(0.5),
        upTo(2),
        chance(0.7) ? null : 0.5 + random.nextDouble());
  }

  private CountryEconomics economics() {
    CountryEconomics known = CountryEconomics.unknown("BEN");
    for (EconomicTerm term : EconomicTerm.values()) {
      double most = Math.min(term.high(), 20);
      known = chance(0.4) ? known : known.with(term, atLeast(Math.max(0, term.low()), most));
    }
    return known;
  }

  private double[] ground() {
    double[] ground = new double[3 + random.nextInt(8)];
    for (int k = 0; k < ground.length; k++) {
      ground[k] = chance(0.05) ? Double.NaN : Math.rint(600 * random.nextDouble()) / 10;
    }
    return ground;
  }
}
