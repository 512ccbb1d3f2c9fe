package org.kiungo.planner.place.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.NetworkNodeBuilder;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.service.SeaCable;
import org.kiungo.planner.model.value.LonLat;

class LatencyNetworkTest {

  private static final Catalogue CATALOGUE = CatalogueReader.builtIn();
  private static final LatencyTerms TERMS = LatencyTerms.of(CATALOGUE, Set.of("AAA"));
  private static final double FIBRE_MS_PER_KM = 2 * 1.1 * 0.0049;

  private static Settlement settlement(String id, double lon, double lat, double coverage) {
    return SettlementBuilder.builder()
        .id(id)
        .name(id)
        .location(new LonLat(lon, lat))
        .population(1000)
        .areaKm2(1)
        .country(id.startsWith("far") ? "BBB" : "AAA")
        .baselineCoverageRatio(coverage)
        .build();
  }

  private static NetworkNode node(String id, double lon, double lat) {
    return NetworkNodeBuilder.builder()
        .id(id)
        .name(id)
        .location(new LonLat(lon, lat))
        .country("AAA")
        .kind(NetworkNode.Kind.CITY)
        .assumed(true)
        .source("made for this test")
        .build();
  }

  private static PlanningProblem problem(List<FibreLine> lines, NetworkNode... nodes) {
    return new PlanningProblem(
        List.of(
            settlement("covered", 0.1, 0, 1),
            settlement("far", 9, 0, Double.NaN),
            settlement("planned", 0, 0.2, Double.NaN),
            settlement("without", 0, 0.4, Double.NaN)),
        List.of(nodes),
        lines,
        List.of(),
        CATALOGUE,
        ServiceStandard.DEFAULT,
        Money.DEFAULT,
        List.of());
  }

  private static FibreLine line(String id, FibreLine.Status status, double... lonLat) {
    List<LonLat> path = new ArrayList<>();
    for (int k = 0; k < lonLat.length; k += 2) {
      path.add(new LonLat(lonLat[k], lonLat[k + 1]));
    }
    return new FibreLine(id, path, "AAA", "", status, "made for this test");
  }

  private static double between(LatencyNetwork network, LonLat a, LonLat b) {
    NetworkAccess from = network.onBackbone(a);
    NetworkAccess to = network.onBackbone(b);
    return new NetworkRoundTrips(
            network.network(),
            new int[] {from.node()},
            new double[] {from.roundTripMs()},
            new int[] {to.node()})
        .roundTripMs(0, 0);
  }

  @Test
  void withoutADrawingNodesAreJoinedByFibreTimesTheRouteFactorAndSaySo() {
    NetworkNode a = node("a", 0, 0);
    NetworkNode b = node("b", 1, 0);
    LatencyNetwork network = LatencyNetwork.today(problem(List.of(), a, b), List.of(), TERMS);
    double km = a.location().distanceKm(b.location());
    assertThat(between(network, a.location(), b.location()))
        .isCloseTo(km * FIBRE_MS_PER_KM + 0.2, within(1e-4));
    assertThat(network.network().links(ServiceNetwork.Kind.ASSUMED)).isEqualTo(1);
  }

  @Test
  void aDrawnDetourIsAsLongAsItsDrawingAndPlannedFibreCarriesNothing() {
    NetworkNode a = node("a", 0, 0);
    NetworkNode b = node("b", 1, 0);
    FibreLine detour = line("l", FibreLine.Status.OPERATIONAL, 0, 0, 0.5, 1, 1, 0);
    FibreLine announced = line("m", FibreLine.Status.UNKNOWN, 0, 0, 1, 0);
    LatencyNetwork network =
        LatencyNetwork.today(problem(List.of(detour, announced), a, b), List.of(), TERMS);
    double km =
        detour.path().get(0).distanceKm(detour.path().get(1))
            + detour.path().get(1).distanceKm(detour.path().get(2));
    // three hops: from the node to the line's end, along the line, and to the other node
    assertThat(between(network, a.location(), b.location()))
        .isCloseTo(2 * (km * 0.0049) + 3 * 0.2, within(1e-4));
    assertThat(network.network().links(ServiceNetwork.Kind.ASSUMED)).isZero();
  }

  @Test
  void linesThatShareAVertexMeetThereAndVerticesBetweenAreNoNodes() {
    NetworkNode a = node("a", 0, 0);
    NetworkNode b = node("b", 0.5, 0.5);
    FibreLine trunk = line("l", FibreLine.Status.OPERATIONAL, 0, 0, 0.25, 0, 0.5, 0, 0.75, 0, 1, 0);
    FibreLine spur = line("m", FibreLine.Status.OPERATIONAL, 0.5, 0, 0.5, 0.25, 0.5, 0.5);
    LatencyNetwork network =
        LatencyNetwork.today(problem(List.of(trunk, spur), a, b), List.of(), TERMS);
    assertThat(network.network().nodes()).isEqualTo(2 + 4);
    assertThat(between(network, a.location(), b.location())).isLessThan(2);
    assertThat(network.network().links(ServiceNetwork.Kind.ASSUMED)).isZero();
  }

  @Test
  void aCableJoinsItsLandings() {
    NetworkNode a = node("a", 0, 0);
    LonLat landing = new LonLat(20, -5);
    LatencyNetwork network =
        LatencyNetwork.today(
            problem(List.of(), a),
            List.of(new SeaCable("c", List.of(a.location(), landing))),
            TERMS);
    assertThat(network.network().links(ServiceNetwork.Kind.CABLE)).isEqualTo(1);
    assertThat(between(network, a.location(), landing)).isFinite().isGreaterThan(20);
  }

  private static Plan plan() {
    LonLat planned = new LonLat(0, 0.2);
    LonLat root = new LonLat(0, 0);
    return new Plan(
        List.of(
            service("covered", Plan.Status.BASELINE, "", ""),
            service("far", Plan.Status.BASIC, "leo", ""),
            service("planned", Plan.Status.STANDARD, "lte-macro", "s"),
            service("without", Plan.Status.UNSERVED, "", "")),
        List.of(
            new Plan.AccessSite(
                "s", "lte-macro", "planned", planned, 1, 1, 0, null, 1, 2027, 0, 0, 0)),
        List.of(
            new Plan.BuiltLink(
                "k",
                "planned",
                "a",
                planned,
                root,
                "microwave",
                1,
                planned.distanceKm(root),
                1,
                2027,
                0,
                0,
                0)),
        null);
  }

  private static Plan.SettlementService service(
      String id, Plan.Status status, String technology, String site) {
    return new Plan.SettlementService(
        id, status, technology, site, 1000, 1, 0, 2027, 0, 0, 0, null, List.of());
  }

  @Test
  void aPlanGivesWhatItBuildsAndNobodyElseALatency() {
    PlanningProblem problem = problem(List.of(), node("a", 0, 0), node("b", 9, 1));
    LatencyNetwork today = LatencyNetwork.today(problem, List.of(), TERMS);
    LatencyNetwork then = LatencyNetwork.of(problem, plan(), List.of(), TERMS);
    assertThat(today.settlement("planned")).isEqualTo(NetworkAccess.NONE);
    assertThat(then.settlement("planned").way()).isEqualTo(NetworkAccess.Way.PLAN);
    assertThat(then.settlement("planned").roundTripMs()).isEqualTo(40);
    assertThat(then.settlement("without")).isEqualTo(NetworkAccess.NONE);
    assertThat(then.settlement("covered").way()).isEqualTo(NetworkAccess.Way.MOBILE);
    assertThat(then.network().links(ServiceNetwork.Kind.PLANNED)).isEqualTo(1);
    NetworkAccess at = then.settlement("planned");
    double ms =
        new NetworkRoundTrips(
                then.network(),
                new int[] {at.node()},
                new double[] {at.roundTripMs()},
                new int[] {0})
            .roundTripMs(0, 0);
    double km = new LonLat(0, 0.2).distanceKm(new LonLat(0, 0));
    assertThat(ms).isCloseTo(40 + 2 * (km * 0.00334 + 0.2), within(1e-4));
  }

  @Test
  void aSatelliteWithoutAGatewayInTheCountryComesBackFromAnotherContinent() {
    PlanningProblem problem = problem(List.of(), node("a", 0, 0));
    LatencyNetwork then = LatencyNetwork.of(problem, plan(), List.of(), TERMS);
    assertThat(then.settlement("far"))
        .isEqualTo(new NetworkAccess(0, 296, NetworkAccess.Way.SATELLITE_FAR));
    LatencyNetwork gateway =
        LatencyNetwork.of(problem, plan(), List.of(), LatencyTerms.of(CATALOGUE, Set.of("BBB")));
    assertThat(gateway.settlement("far"))
        .isEqualTo(new NetworkAccess(0, 60, NetworkAccess.Way.SATELLITE));
    LatencyNetwork today = LatencyNetwork.today(problem, List.of(), TERMS);
    assertThat(today.facility(new LonLat(9, 0), "AAA").way())
        .isEqualTo(NetworkAccess.Way.SATELLITE);
    assertThat(today.facility(new LonLat(0.1, 0), "AAA").way()).isEqualTo(NetworkAccess.Way.MOBILE);
    assertThat(TERMS.satelliteMs("BBB", 400, true)).isEqualTo(400);
    assertThat(TERMS.satelliteMs("BBB", 100, true)).isEqualTo(296);
    assertThat(TERMS.satelliteMs("BBB", 100, false)).isEqualTo(100);
  }

  @Test
  void hangingLinksOfAChangedPlanLeaveTheTableUntouched() {
    PlanningProblem problem =
        problem(List.of(), node("a", 0, 0), node("b", 1, 0), node("c", 0.5, 1));
    LatencyNetwork today = LatencyNetwork.today(problem, List.of(), TERMS);
    LatencyNetwork then = LatencyNetwork.of(problem, plan(), List.of(), TERMS);
    int[] site = {1, 2};
    NetworkRoundTrips before =
        new NetworkRoundTrips(today.network(), new int[] {0}, new double[] {0}, site);
    NetworkAccess at = then.settlement("planned");
    NetworkRoundTrips after =
        before.updated(then.network(), new int[] {at.node()}, new double[] {at.roundTripMs()});
    NetworkRoundTrips anew =
        new NetworkRoundTrips(
            then.network(), new int[] {at.node()}, new double[] {at.roundTripMs()}, site);
    assertThat(after.roundTripMs(0, 1)).isEqualTo(anew.roundTripMs(0, 1));
    assertThat(after.sharesTable(before)).isTrue();
    assertThat(anew.sharesTable(before)).isFalse();
  }
}
