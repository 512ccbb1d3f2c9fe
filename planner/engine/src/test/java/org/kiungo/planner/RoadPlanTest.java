package org.kiungo.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.explain.PlacePrice;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.road.RoadNetwork;
import org.kiungo.planner.model.road.RoadStretch;
import org.kiungo.planner.model.route.RoadRoutes;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Roads;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.Verifier;

/**
 * Cables along an L-shaped road. Straight on they would be half as long again as the bird flies.
 *
 * <pre>
 *  corner ─── 11 km ─── b ─── 11 km ─── c        B and C lie 1.1 km north of b and c
 *    │
 *   22 km
 *    │
 *    a, 1.1 km east of the network node N
 * </pre>
 */
class RoadPlanTest {

  private static final LonLat CORNER = new LonLat(2, 9.2);
  private static final LonLat A = new LonLat(2, 9);
  private static final LonLat B = new LonLat(2.1, 9.2);
  private static final LonLat C = new LonLat(2.2, 9.2);

  private static final double ENDS_USD = 1_000;

  /** Straight lines are half as long again, so that roads win; ends have a price. */
  private static final Medium FIBRE =
      SmallWorlds.fibre()
          .with()
          .routeFactor(SmallWorlds.figure(1.5))
          .hops(List.of(new Medium.Hop(2_000, SmallWorlds.figure(ENDS_USD))))
          .build();

  private static final RoadNetwork ROADS =
      new RoadNetwork(
          List.of(new RoadStretch(List.of(A, CORNER, B)), new RoadStretch(List.of(B, C))));

  @TempDir Path folder;

  private static PlanningProblem world(RoadNetwork roads) {
    PlanningProblem plain =
        SmallWorlds.problem(
            List.of(
                SmallWorlds.settlement("B", 2.1, 9.21, 500),
                SmallWorlds.settlement("C", 2.2, 9.21, 500)),
            List.of(SmallWorlds.node("N", 2.01, 9)),
            List.of(),
            List.of(),
            List.of(SmallWorlds.cable()));
    return plain
        .withCatalogue(
            new Catalogue(
                "roads", plain.catalogue().technologies(), List.of(FIBRE, SmallWorlds.microwave())))
        .withRoads(roads);
  }

  private static Scenario scenario(String... media) {
    return SmallWorlds.scenario(Double.NaN, 50).with().mediumIds(List.of(media)).build();
  }

  private static PlanFolder planned(PlanningProblem world, Scenario scenario) {
    return Planner.folder(world, Planner.plan(world, scenario, Progress.NONE, () -> false));
  }

  private static BuiltLink link(PlanFolder plan, String fromId) {
    return plan.plan().links().stream()
        .filter(each -> each.fromId().equals(fromId))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoeverSharesAStretchPaysItOnce() throws IOException {
    PlanFolder plan = planned(world(ROADS), scenario("fibre"));
    double accessKm = link(plan, "B").distanceKm() + link(plan, "C").distanceKm();
    double rootKm = link(plan, RoadStretch.id(A)).distanceKm();
    double roadKm = ROADS.stretches().stream().mapToDouble(RoadStretch::lengthKm).sum();
    assertThat(roadKm).isCloseTo(44.1, within(0.1));
    assertThat(plan.plan().links()).hasSize(5);
    assertThat(link(plan, RoadStretch.id(B)).distanceKm())
        .isEqualTo(A.distanceKm(CORNER) + CORNER.distanceKm(B));
    double cablesUsd = 20_000 * (roadKm + 1.5 * (accessKm + rootKm)) + 3 * ENDS_USD;
    double linksUsd = plan.plan().links().stream().mapToDouble(BuiltLink::capexUsd).sum();
    assertThat(linksUsd).isCloseTo(cablesUsd, within(0.03));
    plan.write(folder);
    assertThat(Verifier.verify(folder).broken()).isEmpty();
  }

  @Test
  void roundTripsAreThoseOfTheWayAlongTheRoad() {
    PlanFolder plan = planned(world(ROADS), scenario("fibre"));
    double straightKm = link(plan, "B").distanceKm() + link(plan, RoadStretch.id(A)).distanceKm();
    double roadKm = link(plan, RoadStretch.id(B)).distanceKm();
    double ms = 5 + 2 * (0.005 * (roadKm + 1.5 * straightKm) + 3 * 0.1);
    assertThat(plan.plan().settlements().get(0).roundTripMs()).isCloseTo(ms, within(1e-9));
  }

  @Test
  void theWayOfAPlaceIsToldWithItsPartAlongTheRoad() {
    PlanFolder plan = planned(world(ROADS), scenario("fibre"));
    PlanResult found = new PlanResult(plan.scenario(), plan.plan(), plan.certificate());
    PlacePrice price = Planner.explainer(plan.problem(), found).explain("C").price();
    assertThat(price.roadKm()).isCloseTo(44.1, within(0.1));
    assertThat(price.hopsKm()).isCloseTo(46.3, within(0.1));
    assertThat(price.roadStraightKm()).isCloseTo(A.distanceKm(C), within(1e-6));
  }

  @Test
  void whereRoadsAreKnownOtherFibreGoesAcrossCountry() {
    Medium across = FIBRE.withCrossCountryFactor(SmallWorlds.figure(3));
    PlanningProblem world = world(ROADS);
    Catalogue catalogue =
        new Catalogue(
            "across", world.catalogue().technologies(), List.of(across, SmallWorlds.microwave()));
    PlanFolder plan = planned(world.withCatalogue(catalogue), scenario("fibre"));
    BuiltLink access = link(plan, "B");
    assertThat(access.capexUsd())
        .isCloseTo(ENDS_USD + 20_000 * 3 * access.distanceKm(), within(0.01));
    PlanFolder none = planned(world(RoadNetwork.NONE).withCatalogue(catalogue), scenario("fibre"));
    BuiltLink straight = none.plan().links().get(0);
    assertThat(straight.capexUsd())
        .isCloseTo(ENDS_USD + 20_000 * 1.5 * straight.distanceKm(), within(0.01));
  }

  @Test
  void theFolderHoldsTheRoadsAndTheirCourse() throws IOException {
    PlanFolder plan = planned(world(ROADS), scenario("fibre"));
    plan.write(folder);
    PlanFolder again = PlanFolder.read(folder);
    assertThat(again.problem().roads()).isEqualTo(ROADS);
    BuiltLink along = link(again, RoadStretch.id(B));
    assertThat(RoadRoutes.of(again.problem().roads()).path(along)).containsExactly(B, CORNER, A);
    assertThat(Files.readString(folder.resolve("links.geojson")))
        .contains("[[2.1,9.2],[2.0,9.2],[2.0,9.0]]");
    byte[] first = Files.readAllBytes(folder.resolve("roads.geojson"));
    again.write(folder);
    assertThat(Files.readAllBytes(folder.resolve("roads.geojson"))).isEqualTo(first);
    assertThat(Files.readString(folder.resolve("inputs.json"))).contains("\"roads.geojson\"");
  }

  @Test
  void radioGoesStraight() throws IOException {
    PlanFolder plan = planned(world(ROADS), scenario("microwave"));
    assertThat(plan.plan().links())
        .isNotEmpty()
        .noneMatch(each -> RoadStretch.isPlace(each.fromId()) || RoadStretch.isPlace(each.toId()));
    plan.write(folder);
    assertThat(Verifier.verify(folder).broken()).isEmpty();
  }

  @Test
  void whoeverFollowsNoRoadsBuildsStraight() throws IOException {
    Scenario none = scenario("fibre").with().roads(Roads.NONE).build();
    PlanFolder plan = planned(world(ROADS), none);
    PlanFolder unknown = planned(world(RoadNetwork.NONE), scenario("fibre"));
    assertThat(plan.plan()).isEqualTo(unknown.plan());
    plan.write(folder);
    assertThat(folder.resolve("roads.geojson")).doesNotExist();
    assertThat(Verifier.verify(folder).broken()).isEmpty();
    String json = new String(ScenarioFile.write(none), StandardCharsets.UTF_8);
    assertThat(json).contains("\"roads\" : \"NONE\"");
    assertThat(ScenarioFile.read(ScenarioFile.write(none))).isEqualTo(none);
  }

  @Test
  void theOrderOfRoadsDoesNotMatter() {
    List<RoadStretch> turned = new ArrayList<>();
    for (RoadStretch each : ROADS.stretches()) {
      List<LonLat> path = new ArrayList<>(each.path());
      Collections.reverse(path);
      turned.add(0, new RoadStretch(path));
    }
    assertThat(new RoadNetwork(turned)).isEqualTo(ROADS);
  }

  @Test
  void aShortenedRoadIsRefused() throws IOException {
    PlanFolder plan = planned(world(ROADS), scenario("fibre"));
    BuiltLink along = link(plan, RoadStretch.id(B));
    String km = "\"distanceKm\":" + along.distanceKm();
    assertThat(ForgedPlan.brokenAfter(plan, folder, "links.geojson", km, "\"distanceKm\":24.5"))
        .contains("link.length");
    String course = "[2.1,9.2],[2.0,9.2],[2.0,9.0]";
    assertThat(ForgedPlan.brokenAfter(plan, folder, "links.geojson", course, "[2.1,9.2],[2.0,9.0]"))
        .containsExactly("link.route");
    String road = "[2.0,9.0],[2.0,9.2],[2.1,9.2]";
    assertThat(ForgedPlan.brokenAfter(plan, folder, "roads.geojson", road, "[2.0,9.0],[2.1,9.2]"))
        .contains("road.length", "link.length", "link.route", "link.cost");
  }

  @Test
  void radioWhereNothingStandsIsRefused() throws IOException {
    Medium cheap = FIBRE.withCapexUsdPerKm(SmallWorlds.figure(100)).withHops(List.of());
    PlanningProblem world = world(ROADS);
    Catalogue catalogue =
        new Catalogue(
            "cheap", world.catalogue().technologies(), List.of(cheap, SmallWorlds.microwave()));
    PlanFolder plan = planned(world.withCatalogue(catalogue), scenario());
    String fibre = "\"toId\":\"" + RoadStretch.id(B) + "\",\"mediumId\":\"fibre\"";
    String radio = fibre.replace("fibre", "microwave");
    assertThat(ForgedPlan.brokenAfter(plan, folder, "links.geojson", fibre, radio))
        .contains("link.road");
  }
}
