package org.kiungo.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Terrain;
import org.kiungo.planner.model.TowerBuilder;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.radio.GroundProfile;
import org.kiungo.planner.scenario.Scenario;

/** What ground between two places does to a plan, its folder and the verifier. */
class TerrainPlanTest {

  private static final InputFile ELEVATION =
      new InputFile("elevation", "ridge", "0".repeat(64), "");

  @TempDir private Path temp;

  /** Plain at 100 m with a wall of 300 m from west to east between s1 and s2. */
  private static Terrain wall(double fromLon, double toLon) {
    return (from, to) ->
        GroundProfile.of(
                at ->
                    Math.abs(at.lat() - 9.15) < 0.01 && at.lon() > fromLon && at.lon() < toLon
                        ? 300
                        : 100,
                from,
                to)
            .groundM();
  }

  private static PlanningProblem line(Terrain terrain) {
    return SmallWorlds.line(3).withTerrain(terrain, ELEVATION);
  }

  private static PlanFolder planned(PlanningProblem problem) {
    Scenario scenario = SmallWorlds.scenario(1e6, 200);
    return Planner.folder(problem, Planner.plan(problem, scenario, Progress.NONE, () -> false));
  }

  private static Map<String, String> mediumByPlace(PlanFolder folder) {
    return folder.plan().links().stream()
        .collect(Collectors.toMap(BuiltLink::fromId, BuiltLink::mediumId));
  }

  @Test
  void radioTakesNoHopThatTheGroundBlocks() {
    assertThat(mediumByPlace(planned(SmallWorlds.line(3))))
        .isEqualTo(Map.of("s1", "microwave", "s2", "microwave", "s3", "microwave"));
    assertThat(mediumByPlace(planned(line(wall(0, 9)))))
        .isEqualTo(Map.of("s1", "microwave", "s2", "fibre", "s3", "microwave"));
  }

  @Test
  void aRelayPassesAroundTheRidge() {
    PlanningProblem line = SmallWorlds.line(3);
    PlanningProblem withMast =
        SmallWorlds.problem(
            line.settlements(),
            line.nodes(),
            List.of(),
            List.of(
                TowerBuilder.builder()
                    .id("mast")
                    .location(new LonLat(2.06, 9.15))
                    .country("BEN")
                    .heightM(40)
                    .build()),
            line.catalogue().technologies());
    PlanFolder around = planned(withMast.withTerrain(wall(1.9, 2.04), ELEVATION));
    assertThat(mediumByPlace(around))
        .isEqualTo(
            Map.of("s1", "microwave", "mast", "microwave", "s2", "microwave", "s3", "microwave"));
  }

  @Test
  void higherMastsLookOverIt() {
    PlanningProblem line = SmallWorlds.line(2);
    List<LonLat> ends = List.of(new LonLat(2.0001, 9.1), new LonLat(2.0001, 9.2));
    for (double heightM : new double[] {150, 250}) {
      PlanningProblem masts =
          SmallWorlds.problem(
                  line.settlements(),
                  line.nodes(),
                  List.of(),
                  List.of(
                      TowerBuilder.builder()
                          .id("t1")
                          .location(ends.get(0))
                          .country("BEN")
                          .heightM(heightM)
                          .build(),
                      TowerBuilder.builder()
                          .id("t2")
                          .location(ends.get(1))
                          .country("BEN")
                          .heightM(heightM)
                          .build()),
                  line.catalogue().technologies())
              .withTerrain(wall(0, 9), ELEVATION);
      boolean blocked =
          Planner.blockedHops(masts, SmallWorlds.scenario(1e6, 200)).stream()
              .anyMatch(hop -> hop.fromId().equals("t1") && hop.toId().equals("t2"));
      assertThat(blocked).as("masts of " + heightM + " m").isEqualTo(heightM < 200);
    }
  }

  @Test
  void theFolderTellsTheGroundSoThatThePlanCanBeMadeAgain() throws IOException {
    planned(line(wall(0, 9))).write(temp.resolve("a"));
    PlanFolder read = PlanFolder.read(temp.resolve("a"));
    read.write(temp.resolve("b"));
    planned(read.problem()).write(temp.resolve("c"));
    assertThat(bytesOf(temp.resolve("b"))).isEqualTo(bytesOf(temp.resolve("a")));
    assertThat(bytesOf(temp.resolve("c"))).isEqualTo(bytesOf(temp.resolve("a")));
    assertThat(Files.readString(temp.resolve("a/links.geojson")))
        .contains("\"CLEAR\"")
        .doesNotContain("UNVERIFIED", "BLOCKED");
  }

  private static Map<String, String> bytesOf(Path folder) throws IOException {
    Map<String, String> bytes = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        bytes.put(
            file.getFileName().toString(),
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return bytes;
  }

  private List<String> brokenAfter(String file, String found, String replaced) throws IOException {
    return ForgedPlan.brokenAfter(
        planned(line(wall(0, 9))), temp.resolve("v"), file, found, replaced);
  }

  @Test
  void anObstacleThatBlocksNothingIsRefused() throws IOException {
    assertThat(brokenAfter("blocked-hops.geojson", "\"obstacleM\":300.0", "\"obstacleM\":101.0"))
        .contains("hop.blocked");
  }

  @Test
  void aBlockedHopBetweenOtherPlacesIsRefused() throws IOException {
    assertThat(brokenAfter("blocked-hops.geojson", "\"toId\":\"s2\"", "\"toId\":\"s3\""))
        .contains("hop.ends");
  }

  @Test
  void aMastLowerThanTheFactsHaveItIsRefused() throws IOException {
    assertThat(brokenAfter("blocked-hops.geojson", "\"fromAntennaM\":30.0", "\"fromAntennaM\":3.0"))
        .contains("hop.masts");
  }

  @Test
  void radioThroughTheGroundIsRefused() throws IOException {
    assertThat(brokenAfter("links.geojson", "\"mediumId\":\"fibre\"", "\"mediumId\":\"microwave\""))
        .contains("link.ground");
  }
}
