package org.kiungo.planner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.AccessTechnology.Serves;
import org.kiungo.planner.model.AccessTechnologyBuilder;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.MediumBuilder;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.NetworkNodeBuilder;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.TowerBuilder;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.money.TransitPrice;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioBuilder;

/**
 * Worlds small enough to know the optimum by hand or by trying everything. Figures are round and
 * belong to the tests alone. One year, no discounting, adoption 1 and one person per household: a
 * person loads 0.5 Mbps and lifetime cost is capex + opex of one year.
 */
public final class SmallWorlds {

  public static final Money ONE_YEAR = new Money(0, 2027, 2027, 2025);
  public static final ServiceStandard PLAIN =
      new ServiceStandard(10, 20, 100, 2, 0.4, 1, 1, ServiceStandard.Sizing.RATE);

  /** 0.1 degrees of latitude near the equator is about this many km. */
  public static final double STEP_KM = 11.057;

  private SmallWorlds() {}

  public static Figure figure(double value) {
    return new Figure(value, value, value, 2025, "test", true);
  }

  /** A mast that serves everybody within 8 km: 40,000 USD per 1,000 Mbps, 30 USD per adopter. */
  public static AccessTechnology mast() {
    return technology(
        "mast", "mobile", Serves.IN_REACH, 8, 20, 12, 40_000, 1_000, 0, 30, Double.NaN);
  }

  /** Cables in one settlement: 5,000 USD per 2,000 Mbps, 20,000 USD per km², 10 USD per adopter. */
  public static AccessTechnology cable() {
    return technology(
        "cable", "fibre", Serves.OWN_SETTLEMENT, 0, 100, 5, 5_000, 2_000, 20_000, 10, -1);
  }

  /** Dishes with a slow link: basic service at 400 USD per adopter. */
  public static AccessTechnology dish() {
    return technology("dish", "geo", Serves.FREE_STANDING, 0, 5, 600, 0, 0, 0, 400, Double.NaN);
  }

  /** Low satellites: 300 USD per adopter, 0.1 Mbps per km². */
  public static AccessTechnology low() {
    return technology("low", "geo", Serves.FREE_STANDING, 0, 50, 60, 0, 0, 0, 300, 0.1);
  }

  private static AccessTechnology technology(
      String id,
      String family,
      Serves serves,
      double reachKm,
      double downlinkMbps,
      double roundTripMs,
      double siteUsd,
      double siteMbps,
      double usdPerKm2,
      double adopterUsd,
      double beamMbpsPerKm2) {
    return AccessTechnologyBuilder.builder()
        .id(id)
        .name(id)
        .family(family)
        .serves(serves)
        .reachKm(reachKm > 0 ? figure(reachKm) : null)
        .downlinkMbps(figure(downlinkMbps))
        .roundTripMs(figure(roundTripMs))
        .siteCapexUsd(figure(siteUsd))
        .siteCapacityMbps(siteMbps > 0 ? figure(siteMbps) : null)
        .capexUsdPerKm2(figure(usdPerKm2))
        .adopterCapexUsd(figure(adopterUsd))
        .beamMbpsPerKm2(beamMbpsPerKm2 > 0 ? figure(beamMbpsPerKm2) : null)
        .build();
  }

  /** 20,000 USD per km, any load. */
  public static Medium fibre() {
    return new Medium(
        "fibre",
        "fibre",
        figure(20_000),
        figure(1),
        null,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        figure(0.005),
        figure(0.1),
        null,
        null,
        null,
        null);
  }

  /** 30,000 USD up to 15 km, 60,000 up to 40 km, 800 Mbps a system, further systems at half. */
  public static Medium microwave() {
    return new Medium(
        "microwave",
        "microwave",
        null,
        null,
        null,
        null,
        List.of(new Medium.Hop(15, figure(30_000)), new Medium.Hop(40, figure(60_000))),
        null,
        figure(800),
        figure(0.5),
        null,
        null,
        figure(0.0034),
        figure(0.2),
        null,
        null,
        null,
        null);
  }

  /** Low satellites behind a site: 4,000 USD and 1,000 per 10 Mbps, 600 Mbps at most, 40 ms. */
  public static Medium sky() {
    return MediumBuilder.builder()
        .id("sky")
        .name("sky")
        .constellation("geo")
        .hops(List.of(new Medium.Hop(1, figure(4_000))))
        .systemMbps(figure(10))
        .systemOpexUsdPerYear(figure(1_000))
        .mostSystems(figure(60))
        .delayMsPerHop(figure(20))
        .build();
  }

  public static Settlement settlement(String id, double lon, double lat, double people) {
    return SettlementBuilder.builder()
        .id(id)
        .name(id)
        .location(new LonLat(lon, lat))
        .population(people)
        .areaKm2(0.5)
        .country("BEN")
        .build();
  }

  public static NetworkNode node(String id, double lon, double lat) {
    return NetworkNodeBuilder.builder()
        .id(id)
        .name(id)
        .location(new LonLat(lon, lat))
        .country("BEN")
        .kind(NetworkNode.Kind.FIBRE_NODE)
        .source("test")
        .build();
  }

  public static PlanningProblem problem(
      List<Settlement> settlements,
      List<NetworkNode> nodes,
      List<FibreLine> lines,
      List<Tower> towers,
      List<AccessTechnology> technologies) {
    return new PlanningProblem(
        settlements.stream().sorted(Comparator.comparing(Settlement::id)).toList(),
        nodes,
        lines,
        towers,
        new Catalogue(
            "test",
            technologies.stream().sorted(Comparator.comparing(AccessTechnology::id)).toList(),
            List.of(fibre(), microwave())),
        PLAIN,
        ONE_YEAR,
        List.of());
  }

  /**
   *
   *
   * <pre>
   *  N ──11 km── s1 ──11 km── s2 ──11 km── s3 …      500 people each
   * </pre>
   *
   * No mast reaches a neighbour, so every settlement needs its own site and the hops before it.
   */
  public static PlanningProblem line(int length) {
    List<Settlement> settlements = new ArrayList<>();
    for (int k = 1; k <= length; k++) {
      settlements.add(settlement("s" + k, 2, 9 + 0.1 * k, 500));
    }
    return problem(settlements, List.of(node("N", 2, 9)), List.of(), List.of(), List.of(mast()));
  }

  /**
   *
   *
   * <pre>
   *      s2
   *  s1  s0  s3      four hamlets 4.4 km from s0, 300 people each, s0 too; N 22 km south of s0
   *      s4
   *      │
   *      N
   * </pre>
   *
   * One mast at s0 (1,000 Mbps) reaches all five (750 Mbps).
   */
  public static PlanningProblem cross() {
    double d = 0.04;
    return problem(
        List.of(
            settlement("s0", 2, 9.2, 300),
            settlement("s1", 2 - d, 9.2, 300),
            settlement("s2", 2, 9.2 + d, 300),
            settlement("s3", 2 + d, 9.2, 300),
            settlement("s4", 2, 9.2 - d, 300)),
        List.of(node("N", 2, 9)),
        List.of(),
        List.of(),
        List.of(mast(), cable()));
  }

  /** One place with masts to choose and no network anywhere to reach. */
  public static PlanningProblem unreachable() {
    return problem(
        List.of(settlement("s1", 2, 9, 500)), List.of(), List.of(), List.of(), List.of(mast()));
  }

  /** A random world of a few places; the same seed gives the same world. */
  public static PlanningProblem random(long seed, int places) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Settlement> settlements = new ArrayList<>();
    for (int k = 0; k < places; k++) {
      double people = Math.rint(50 * StrictMath.exp(4 * random.nextDouble()));
      settlements.add(
          settlement(
              "s" + (char) ('a' + k),
              2 + 0.3 * random.nextDouble(),
              9 + 0.3 * random.nextDouble(),
              people));
    }
    List<AccessTechnology> technologies =
        random.nextBoolean()
            ? List.of(mast(), cable(), dish())
            : List.of(mast(), cable(), low(), dish());
    return problem(
        settlements,
        List.of(node("N", 2 + 0.3 * random.nextDouble(), 8.9)),
        List.of(),
        List.of(),
        technologies);
  }

  /**
   * A random world in which ground, masts and density count: places of 1 to 300 km², a tower among
   * them, masts that hold one or two units and are linked for 9,000 USD, cables that find room for
   * one unit on 3 km², microwave of two systems at most, fibre whose ends are bought by rate.
   */
  public static PlanningProblem wide(long seed, int places) {
    SplittableRandom random = new SplittableRandom(seed);
    PlanningProblem plain = random(seed, places);
    List<Settlement> settlements =
        plain.settlements().stream()
            .map(each -> each.withAreaKm2(StrictMath.exp(5.7 * random.nextDouble())))
            // a third of it is lived on in every second world
            .map(each -> seed % 2 == 0 ? each.withInhabitedKm2(each.areaKm2() / 3) : each)
            .toList();
    Figure perMast = figure(1 + random.nextInt(2));
    List<AccessTechnology> technologies =
        plain.catalogue().technologies().stream()
            .map(
                a ->
                    switch (a.id()) {
                      case "mast" ->
                          a.with()
                              .unitsPerMast(perMast)
                              .furtherMastLinkCapexUsd(figure(8_000))
                              .furtherMastLinkOpexUsdPerYear(figure(1_000))
                              .towerSiteCapexUsd(figure(15_000))
                              .siteCapacityMbps(figure(400))
                              .build();
                      case "cable" ->
                          a.with()
                              .capexUsdPerKm2(figure(200))
                              .siteCapacityMbps(figure(100))
                              .unitsPerKm2(figure(1 / 3.0))
                              .build();
                      default -> a;
                    })
            .toList();
    Tower tower =
        TowerBuilder.builder()
            .id("T")
            .location(new LonLat(2 + 0.3 * random.nextDouble(), 9 + 0.3 * random.nextDouble()))
            .country("BEN")
            .heightM(40)
            .build();
    PlanningProblem wide =
        problem(settlements, plain.nodes(), List.of(), List.of(tower), technologies);
    List<Medium> media =
        List.of(
            fibre().withSystemMbps(figure(500)).withFurtherSystemCapexUsd(figure(9_000)),
            microwave().withMostSystems(figure(2)));
    return wide.withCatalogue(new Catalogue("wide", wide.catalogue().technologies(), media));
  }

  /** The same world where traffic beyond the nodes, or beyond their limits, costs so much. */
  public static PlanningProblem withTransit(PlanningProblem world, double usdPerMbpsYear) {
    TransitPrice price =
        new TransitPrice(
            "all",
            "all",
            List.of(),
            Map.of(),
            figure(usdPerMbpsYear),
            figure(0),
            figure(0),
            figure(0),
            figure(0),
            figure(2025),
            figure(usdPerMbpsYear));
    return world.withCatalogue(world.catalogue().withTransit(List.of(price)));
  }

  /**
   * A random world in which 30–90 % of the people see a mast, and in every second one more see a
   * cheaper, slower one; the others have satellites, or nothing.
   */
  public static PlanningProblem sighted(long seed, int places) {
    SplittableRandom random = new SplittableRandom(seed);
    PlanningProblem plain = seed % 3 == 0 ? wide(seed, places) : random(seed, places);
    double seen = 0.3 + 0.6 * random.nextDouble();
    List<AccessTechnology> technologies = new ArrayList<>();
    for (AccessTechnology each : plain.catalogue().technologies()) {
      technologies.add(each.id().equals("mast") ? each.withSightRatio(figure(seen)) : each);
    }
    if (random.nextBoolean()) {
      AccessTechnology white =
          technology("white", "tvws", Serves.IN_REACH, 10, 4, 40, 25_000, 300, 0, 40, Double.NaN);
      technologies.add(white.withSightRatio(figure((1 + seen) / 2)));
    }
    return plain.withCatalogue(new Catalogue("sighted", technologies, plain.catalogue().media()));
  }

  /** A world as {@link #wide} whose sites may be fed by satellite. */
  public static PlanningProblem skyward(long seed, int places) {
    return underTheSky(wide(seed, places));
  }

  /** The same world with {@link #sky} beside its media. */
  public static PlanningProblem underTheSky(PlanningProblem world) {
    List<Medium> media = new ArrayList<>(world.catalogue().media());
    media.add(sky());
    return world.withCatalogue(world.catalogue().withMedia(media));
  }

  /** Serve as many people as a budget allows. */
  public static Scenario scenario(double budgetUsd, long steps) {
    return ScenarioBuilder.builder()
        .name("test")
        .countries(List.of("BEN"))
        .budgetUsd(budgetUsd)
        .standard(PLAIN)
        .money(ONE_YEAR)
        .steps(steps)
        .threads(1)
        .build();
  }
}
