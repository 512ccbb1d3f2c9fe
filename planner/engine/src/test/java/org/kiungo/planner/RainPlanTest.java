package org.kiungo.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.TowerBuilder;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.radio.GroundProfile;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.Verifier;

/**
 * What the rain at the ends of a hop does to a plan, its folder and the verifier. One settlement
 * north of one node: radio is far cheaper than fibre wherever the rain lets it span the way.
 *
 * <pre>
 *   N ─────── lengthKm ─────── s
 * </pre>
 */
class RainPlanTest {

  private static final double KM_PER_DEGREE = SmallWorlds.STEP_KM * 10;
  private static final double DRY = 20;
  private static final double WET = 90;

  @TempDir private Path temp;

  private static PlanningProblem world(double lengthKm, double nodeMmPerHour, double mmPerHour) {
    double lat = 5 + lengthKm / KM_PER_DEGREE;
    return SmallWorlds.problem(
        List.of(SmallWorlds.settlement("s", 2, lat, 500).withRainMmPerHour(mmPerHour)),
        List.of(SmallWorlds.node("N", 2, 5).withRainMmPerHour(nodeMmPerHour)),
        List.of(),
        List.of(),
        List.of(SmallWorlds.mast()));
  }

  private static PlanFolder planned(PlanningProblem problem) {
    Scenario scenario = SmallWorlds.scenario(2e6, 200);
    return Planner.folder(problem, Planner.plan(problem, scenario, Progress.NONE, () -> false));
  }

  private static List<String> media(PlanningProblem problem) {
    return planned(problem).plan().links().stream().map(link -> link.mediumId()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "14, 20, 20, microwave",
    "14, 90, 90, microwave",
    "25, 20, 20, microwave",
    "25, 50, 50, microwave",
    "25, 90, 20, fibre",
    "25, 20, 90, fibre",
    "35, 20, 20, microwave",
    "35, 20, 50, fibre",
    "35, 50, 20, fibre",
    "35, 39.9, 39.9, microwave",
    "35, 40, 0, fibre",
    "35, NaN, NaN, microwave",
    "35, NaN, 50, fibre",
    "35, 50, NaN, fibre"
  })
  void theHarderRainOfItsEndsLimitsAHop(
      double lengthKm, double nodeMmPerHour, double mmPerHour, String medium) {
    assertThat(media(world(lengthKm, nodeMmPerHour, mmPerHour))).containsExactly(medium);
  }

  @Test
  void aMastInHeavyRainIsAnEndToo() {
    for (double mmPerHour : new double[] {DRY, WET}) {
      PlanningProblem bare = world(50, DRY, DRY);
      Tower half =
          TowerBuilder.builder()
              .id("mast")
              .location(new LonLat(2, 5 + 25 / KM_PER_DEGREE))
              .country("BEN")
              .heightM(40)
              .build();
      PlanningProblem relayed =
          SmallWorlds.problem(
              bare.settlements(),
              bare.nodes(),
              List.of(),
              List.of(half.withRainMmPerHour(mmPerHour)),
              bare.catalogue().technologies());
      assertThat(media(relayed))
          .as("mast in " + mmPerHour + " mm/h")
          .allMatch((mmPerHour == DRY ? "microwave" : "fibre")::equals);
    }
  }

  @Test
  void aClearViewDoesNotStopTheRain() {
    PlanningProblem plain =
        world(25, WET, WET)
            .withTerrain(
                (from, to) -> GroundProfile.of(at -> 100, from, to).groundM(),
                new InputFile("elevation", "plain", "0".repeat(64), ""));
    assertThat(media(plain)).containsExactly("fibre");
  }

  /** Sixteen places in a square, hops of about 17 km: dry in the south, wet in the north. */
  private static PlanningProblem country() {
    List<Settlement> places = new ArrayList<>();
    for (int k = 0; k < 16; k++) {
      double north = 0.15 * (1 + k / 4);
      places.add(
          SmallWorlds.settlement("s" + (char) ('a' + k), 2 + 0.15 * (k % 4), 5 + north, 500)
              .withRainMmPerHour(north < 0.4 ? DRY : WET));
    }
    return SmallWorlds.problem(
        places,
        List.of(SmallWorlds.node("N", 2, 5).withRainMmPerHour(DRY)),
        List.of(),
        List.of(),
        List.of(SmallWorlds.mast(), SmallWorlds.dish()));
  }

  @Test
  void theFolderTellsTheRainAndThePlanCanBeMadeAgain() throws IOException {
    PlanFolder first = planned(country());
    first.write(temp.resolve("a"));
    assertThat(first.plan().links())
        .extracting(link -> link.mediumId())
        .contains("microwave", "fibre");
    assertThat(Files.readString(temp.resolve("a/links.geojson")))
        .contains("\"lineOfSight\":\"UNVERIFIED\",\"rainMmPerHour\":20.0");
    PlanFolder read = PlanFolder.read(temp.resolve("a"));
    read.write(temp.resolve("b"));
    planned(read.problem()).write(temp.resolve("c"));
    assertThat(bytesOf(temp.resolve("b"))).isEqualTo(bytesOf(temp.resolve("a")));
    assertThat(bytesOf(temp.resolve("c"))).isEqualTo(bytesOf(temp.resolve("a")));
    assertThat(Verifier.verify(temp.resolve("a")).broken()).isEmpty();
  }

  private static Map<String, String> bytesOf(Path folder) throws IOException {
    Map<String, String> bytes = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        bytes.put(
            file.getFileName().toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return bytes;
  }

  private List<String> brokenAfter(
      PlanningProblem problem, String file, String found, String replaced) throws IOException {
    return ForgedPlan.brokenAfter(planned(problem), temp.resolve("v"), file, found, replaced);
  }

  @Test
  void radioBeyondWhatTheRainLetsIsRefused() throws IOException {
    assertThat(
            brokenAfter(
                world(25, DRY, WET),
                "links.geojson",
                "\"mediumId\":\"fibre\"",
                "\"lineOfSight\":\"UNVERIFIED\",\"rainMmPerHour\":90.0,\"mediumId\":\"microwave\""))
        .contains("link.rain");
  }

  @Test
  void rainThatTheFactsDoNotHaveIsRefused() throws IOException {
    PlanningProblem dry = world(25, DRY, DRY);
    String stated = "\"rainMmPerHour\":20.0";
    assertThat(brokenAfter(dry, "links.geojson", stated, "\"rainMmPerHour\":10.0"))
        .containsExactly("link.rain");
    assertThat(brokenAfter(dry, "nodes.geojson", stated, "\"rainMmPerHour\":90.0"))
        .contains("link.rain");
  }

  /** Rain said to be harder than the plan's own would let a bound claim too much. */
  @Test
  void aBoundOverAWetterWorldIsNotThisOnes() throws IOException {
    assertThat(
            brokenAfter(
                country(),
                "settlements.geojson",
                "\"rainMmPerHour\":90.0",
                "\"rainMmPerHour\":20.0"))
        .isNotEmpty();
  }
}
