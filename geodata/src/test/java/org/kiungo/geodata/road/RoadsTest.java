package org.kiungo.geodata.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.road.RoadNetwork;
import org.kiungo.planner.model.road.RoadStretch;
import org.kiungo.planner.model.route.RoadRoutes;
import org.kiungo.planner.model.value.LonLat;

/** Networks of drawn roads. 0.1 degrees are about 11 km. */
class RoadsTest {

  private static final LonLat WEST = new LonLat(2, 9.1);
  private static final LonLat EAST = new LonLat(2.4, 9.1);
  private static final LonLat SOUTH = new LonLat(2.2, 9);
  private static final LonLat NORTH = new LonLat(2.2, 9.3);
  private static final LonLat CROSSING = new LonLat(2.2, 9.1);

  private static final List<List<LonLat>> CROSS =
      List.of(List.of(WEST, EAST), List.of(SOUTH, NORTH));

  private static List<List<LonLat>> turned(List<List<LonLat>> lines) {
    List<List<LonLat>> turned = new ArrayList<>();
    for (List<LonLat> each : lines) {
      List<LonLat> line = new ArrayList<>(each);
      Collections.reverse(line);
      turned.add(0, line);
    }
    return turned;
  }

  @Test
  void linesAreCutWhereTheyCross() {
    RoadNetwork roads = Roads.network(CROSS, List.of(WEST, EAST, SOUTH, NORTH));
    assertThat(roads.stretches()).hasSize(4);
    assertThat(RoadRoutes.of(roads).places().values())
        .containsExactlyInAnyOrder(WEST, EAST, SOUTH, NORTH, CROSSING);
  }

  @Test
  void neitherTheOrderOfLinesNorTheirDirectionMatters() {
    List<LonLat> places = List.of(WEST, NORTH, new LonLat(2.21, 9.05));
    assertThat(Roads.network(turned(CROSS), places)).isEqualTo(Roads.network(CROSS, places));
  }

  @Test
  void roadsThatLeadToNobodyAreLeftOutAndBendsStay() {
    RoadNetwork roads = Roads.network(CROSS, List.of(WEST, NORTH));
    assertThat(roads.stretches()).containsExactly(new RoadStretch(List.of(WEST, CROSSING, NORTH)));
    assertThat(roads.stretches().get(0).lengthKm())
        .isCloseTo(WEST.distanceKm(CROSSING) + CROSSING.distanceKm(NORTH), within(1e-9));
  }

  @Test
  void endsThatNearlyMeetAreJoined() {
    LonLat nearly = new LonLat(2.2003, 9.1);
    List<List<LonLat>> lines = List.of(List.of(WEST, CROSSING), List.of(nearly, EAST));
    assertThat(Roads.network(lines, List.of(WEST, EAST)).stretches()).hasSize(1);
    LonLat apart = new LonLat(2.21, 9.1);
    lines = List.of(List.of(WEST, CROSSING), List.of(apart, EAST));
    assertThat(Roads.network(lines, List.of(WEST, EAST)).stretches()).isEmpty();
  }

  @Test
  void placesComeToTheNearestPointOfANearRoad() {
    LonLat village = new LonLat(2.1, 9.13);
    LonLat far = new LonLat(2.3, 9.16);
    RoadNetwork roads = Roads.network(CROSS, List.of(WEST, EAST, village, far));
    assertThat(RoadRoutes.of(roads).places().values())
        .containsExactlyInAnyOrder(WEST, EAST, new LonLat(2.1, 9.1));
  }

  @Test
  void placesCloseTogetherShareAFoot() {
    LonLat village = new LonLat(2.1, 9.12);
    LonLat hamlet = new LonLat(2.11, 9.08);
    LonLat next = new LonLat(2.13, 9.12);
    RoadNetwork roads = Roads.network(CROSS, List.of(WEST, EAST, village, hamlet, next));
    assertThat(RoadRoutes.of(roads).places().values())
        .containsExactlyInAnyOrder(WEST, EAST, new LonLat(2.1, 9.1), new LonLat(2.13, 9.1));
  }

  @Test
  void kenyasTrunkRoadsJoinItsTowns() {
    LonLat nairobi = new LonLat(36.82, -1.29);
    LonLat mombasa = new LonLat(39.66, -4.05);
    RoadNetwork roads = Roads.network(Reference.builtIn().roads("KEN"), List.of(nairobi, mombasa));
    assertThat(roads.stretches()).isNotEmpty();
    double shortest =
        roads.stretches().stream().mapToDouble(RoadStretch::lengthKm).min().orElseThrow();
    assertThat(shortest).isPositive();
    assertThat(Roads.network(turned(Reference.builtIn().roads("KEN")), List.of(nairobi, mombasa)))
        .isEqualTo(roads);
  }

  @Test
  void islandsHaveNoRoads() {
    assertThat(Roads.network(Reference.builtIn().roads("MUS"), List.of(WEST)))
        .isEqualTo(RoadNetwork.NONE);
  }
}
