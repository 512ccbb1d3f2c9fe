package org.kiungo.planner.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.planner.Planner;
import org.kiungo.planner.Scenario;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.BoundProof;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.LonLat;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class VerifierTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  private static PlanningProblem problem() {
    List<Settlement> settlements = new ArrayList<>();
    for (int k = 0; k < 24; k++) {
      settlements.add(
          new Settlement(
              "s%02d".formatted(k),
              "",
              new LonLat(2 + 0.07 * (k % 6), 9 + 0.06 * (k / 6)),
              k == 23 ? Double.NaN : 150 + 700 * (k % 5),
              k % 3 == 0 ? Double.NaN : 1 + k / 10.0,
              "BEN",
              "",
              k == 7 ? 1 : k == 8 ? 0.5 : Double.NaN,
              k % 4 == 0 ? 0.5 : Double.NaN,
              false,
              Map.of()));
    }
    return new PlanningProblem(
        settlements,
        List.of(
            new NetworkNode(
                "N", "", new LonLat(2.02, 8.98), "BEN", NetworkNode.Kind.CITY, false, "test")),
        List.of(
            new FibreLine(
                "F",
                List.of(new LonLat(2.4, 9.02), new LonLat(2.45, 9.3)),
                "BEN",
                "",
                true,
                "test")),
        List.of(new Tower("T", new LonLat(2.1, 9.05), "BEN", 40, "")),
        CatalogueReader.builtIn(),
        ScenarioFile.DEFAULT.standard(),
        ScenarioFile.DEFAULT.money(),
        List.of());
  }

  private static void plan(PlanningProblem problem, Scenario scenario, Path to) throws IOException {
    PlanFolder.of(problem, Planner.plan(problem, scenario, Progress.NONE, () -> false)).write(to);
  }

  private static PlanFolder planned;

  @BeforeAll
  static void planAWorld() {
    String json = "{\"budgetUsd\": 1.5e6, \"steps\": 200}";
    Scenario scenario = ScenarioFile.read(json.getBytes(StandardCharsets.UTF_8));
    planned =
        PlanFolder.of(problem(), Planner.plan(problem(), scenario, Progress.NONE, () -> false));
  }

  @BeforeEach
  void writeTheFolder() throws IOException {
    planned.write(folder);
  }

  private void edit(String file, Consumer<ObjectNode> change) throws IOException {
    ObjectNode root = (ObjectNode) JSON.readTree(Files.readAllBytes(folder.resolve(file)));
    change.accept(root);
    Files.write(folder.resolve(file), JSON.writeValueAsBytes(root));
  }

  private static ObjectNode properties(ObjectNode collection, String field, String value) {
    for (var feature : collection.get("features")) {
      ObjectNode properties = (ObjectNode) feature.get("properties");
      if (value == null
          ? !properties.get(field).asString().isEmpty()
          : properties.get(field).asString().equals(value)) {
        return properties;
      }
    }
    throw new AssertionError("no feature with " + field + " " + value);
  }

  private void assertRefused(String... codes) {
    assertThat(Verifier.verify(folder).broken()).extracting(Check::code).contains(codes);
  }

  @Test
  void aGoodFolderIsAccepted() {
    Verification verification = Verifier.verify(folder);
    assertThat(verification.broken()).isEmpty();
    assertThat(verification.accepted()).isTrue();
    assertThat(verification.checks())
        .filteredOn(check -> check.examined() > 0)
        .extracting(Check::code)
        .contains("site.cost", "link.load", "link.cost", "settlement.cost", "bound.separable");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void plansOfSmallWorldsAreAccepted(long seed) throws IOException {
    for (double budget : new double[] {0, 20_000, 100_000, Double.NaN}) {
      Path to = folder.resolve("w" + budget);
      plan(SmallWorlds.random(seed, 8), SmallWorlds.scenario(budget, 50), to);
      Verification verification = Verifier.verify(to);
      assertThat(verification.broken()).as("seed %d budget %s", seed, budget).isEmpty();
      assertThat(verification.boundConfirmed()).as("seed %d budget %s", seed, budget).isTrue();
    }
  }

  @Test
  void otherGoalsAreAccepted() throws IOException {
    for (String goal :
        List.of(
            "{\"goal\": \"LEAST_COST_TO_TARGET\", \"targetRatio\": 0.7}",
            "{\"goal\": \"HIGHEST_DISTRICT_FLOOR\", \"budgetUsd\": 1.5e6}")) {
      Scenario scenario = ScenarioFile.read(goal.getBytes(StandardCharsets.UTF_8));
      plan(problem(), scenario, folder);
      assertThat(Verifier.verify(folder).broken()).as(goal).isEmpty();
      assertThat(Verifier.verify(folder).boundConfirmed()).as(goal).isTrue();
    }
    edit("certificate.json", all -> all.put("value", all.get("value").doubleValue() + 0.01));
    assertRefused("certificate.value");
  }

  @Test
  void aTighterFloorThanTheProofGivesIsRefused() throws IOException {
    String goal = "{\"goal\": \"HIGHEST_DISTRICT_FLOOR\", \"budgetUsd\": 3e5}";
    plan(problem(), ScenarioFile.read(goal.getBytes(StandardCharsets.UTF_8)), folder);
    assertThat(Verifier.verify(folder).boundConfirmed()).isTrue();
    edit("certificate.json", all -> all.put("bound", all.get("bound").doubleValue() * 0.9999));
    assertRefused("bound.proven");
  }

  @Test
  void aTargetThatIsNotReachedIsRefused() throws IOException {
    edit("scenario.json", all -> all.put("goal", "LEAST_COST_TO_TARGET").put("targetRatio", 0.99));
    assertRefused("target");
  }

  @Test
  void inventedPeopleAreRefused() throws IOException {
    edit("plan.geojson", all -> properties(all, "status", "STANDARD").put("peopleServed", 1e6));
    assertRefused("people");
  }

  @Test
  void inventedTotalsAreRefused() throws IOException {
    edit("plan.json", all -> ((ObjectNode) all.get("totals")).put("peopleServed", 1e6));
    assertRefused("total.people");
  }

  @Test
  void aCentTooLittleIsRefused() throws IOException {
    edit(
        "plan.geojson",
        all -> {
          ObjectNode one = properties(all, "status", "STANDARD");
          one.put("capexUsd", one.get("capexUsd").doubleValue() - 0.01);
        });
    assertRefused("settlement.cost");
  }

  @Test
  void aCentTooLittleInTheTotalIsRefused() throws IOException {
    edit(
        "plan.json",
        all -> {
          ObjectNode totals = (ObjectNode) all.get("totals");
          totals.put("lifetimeCostUsd", totals.get("lifetimeCostUsd").doubleValue() - 0.01);
        });
    assertRefused("total.cost");
  }

  @Test
  void aCheaperLinkIsRefused() throws IOException {
    edit("links.geojson", all -> properties(all, "id", null).put("lifetimeCostUsd", 1));
    assertRefused("link.cost");
  }

  @Test
  void aMissingLinkIsRefused() throws IOException {
    edit("links.geojson", all -> ((ArrayNode) all.get("features")).remove(0));
    assertRefused("decisions", "total.cost");
    edit("links.geojson", all -> ((ArrayNode) all.get("features")).removeAll());
    assertRefused("link.rooted", "roundTrip");
  }

  @Test
  void aLoopOfLinksIsRefused() throws IOException {
    edit(
        "links.geojson",
        all -> {
          ObjectNode link = properties(all, "id", null);
          link.put("toId", link.get("fromId").stringValue());
        });
    assertRefused("link.cycle");
  }

  @Test
  void aTapBesideTheFibreIsRefused() throws IOException {
    edit(
        "links.geojson",
        all -> {
          for (var feature : all.get("features")) {
            ObjectNode link = (ObjectNode) feature.get("properties");
            if (link.get("toId").stringValue().startsWith("tap:")) {
              link.put("toId", "tap:F@2.5,9.1");
              return;
            }
          }
          throw new AssertionError("no link ends at a tap");
        });
    assertRefused("link.ends");
  }

  @Test
  void aShorterLinkIsRefused() throws IOException {
    edit("links.geojson", all -> properties(all, "id", null).put("distanceKm", 0.5));
    assertRefused("link.length");
  }

  @Test
  void hiddenLoadIsRefused() throws IOException {
    edit("links.geojson", all -> properties(all, "id", null).put("loadMbps", 0.1));
    assertRefused("link.load");
  }

  @Test
  void fewerUnitsThanTheLoadNeedsAreRefused() throws IOException {
    Path csv = folder.resolve("sites.csv");
    List<String> rows = new ArrayList<>(Files.readAllLines(csv));
    String[] cells = rows.get(1).split(",");
    cells[5] = "0";
    rows.set(1, String.join(",", cells));
    Files.write(csv, rows);
    assertRefused("site.units");
  }

  @Test
  void aBetterStatusThanTheOptionGivesIsRefused() throws IOException {
    edit("plan.geojson", all -> properties(all, "status", "STANDARD").put("status", "BASIC"));
    assertRefused("status");
  }

  @Test
  void aSettlementLeftOutIsRefused() throws IOException {
    edit("plan.geojson", all -> ((ArrayNode) all.get("features")).remove(3));
    assertRefused("settlement.all");
  }

  @Test
  void aSettlementCountedTwiceIsRefused() throws IOException {
    edit(
        "plan.geojson",
        all -> ((ArrayNode) all.get("features")).add(all.get("features").get(0).deepCopy()));
    assertRefused("settlement.once");
  }

  @Test
  void spendingBeyondTheBudgetIsRefused() throws IOException {
    edit("scenario.json", all -> all.put("budgetUsd", 1000));
    assertRefused("budget", "inputs");
  }

  @Test
  void aBrokenLockIsRefused() throws IOException {
    edit(
        "scenario.json",
        all ->
            ((ArrayNode) all.get("locks"))
                .addObject()
                .put("settlementId", "s01")
                .put("technologyId", "geo")
                .put("forbid", false));
    assertRefused("lock");
  }

  @Test
  void aTechnologyThatIsNotAllowedIsRefused() throws IOException {
    edit("scenario.json", all -> ((ArrayNode) all.get("technologyIds")).add("geo"));
    assertRefused("technology.allowed");
  }

  @Test
  void aBoundBelowTheValueIsRefused() throws IOException {
    edit("certificate.json", all -> all.put("bound", all.get("value").doubleValue() / 2));
    assertRefused("bound.value", "certificate.gap");
  }

  @Test
  void aBoundTighterThanItsPriceProvesIsRefused() throws IOException {
    edit(
        "certificate.json",
        all -> {
          all.put("bound", all.get("value").doubleValue());
          all.put("method", "separable Lagrangian");
        });
    assertRefused("bound.proven");
  }

  @Test
  void aBoundByAMethodThatIsNotRepeatedStaysUnconfirmed() throws IOException {
    edit("certificate.json", all -> all.put("method", "another"));
    Files.deleteIfExists(folder.resolve("bound.proof"));
    Verification other = Verifier.verify(folder);
    assertThat(other.accepted()).isTrue();
    assertThat(other.boundConfirmed()).isFalse();
  }

  @Test
  void aValueAboveTheSeparableBoundIsRefused() throws IOException {
    edit("certificate.json", all -> all.put("lambdaPeoplePerUsd", 0));
    edit("certificate.json", all -> all.put("value", 1e9));
    assertRefused("bound.separable", "certificate.value");
  }

  private void tamper(Consumer<byte[]> change) throws IOException {
    byte[] proof = Files.readAllBytes(folder.resolve("bound.proof"));
    change.accept(proof);
    Files.write(folder.resolve("bound.proof"), proof);
  }

  @Test
  void aProvenBoundIsConfirmedAndATighterOneRefused() throws IOException {
    assertThat(Verifier.verify(folder).boundConfirmed()).isTrue();
    edit("certificate.json", all -> all.put("bound", all.get("bound").doubleValue() * 0.9999));
    assertRefused("bound.proven");
  }

  @Test
  void aProofAtAnotherPriceIsRefused() throws IOException {
    tamper(proof -> proof[26] ^= 16);
    assertThat(Verifier.verify(folder).accepted()).isFalse();
  }

  /** Whatever byte is changed, no tighter bound than the true one is ever confirmed. */
  @Test
  void noBrokenProofProvesATighterBound() throws IOException {
    byte[] good = Files.readAllBytes(folder.resolve("bound.proof"));
    edit("certificate.json", all -> all.put("bound", all.get("bound").doubleValue() * 0.999));
    SplittableRandom random = new SplittableRandom(5);
    for (int k = 0; k < 300; k++) {
      byte[] bad = good.clone();
      bad[BoundProof.HEAD.length() + random.nextInt(bad.length - BoundProof.HEAD.length())] ^=
          (byte) (1 << random.nextInt(8));
      Files.write(folder.resolve("bound.proof"), bad);
      assertThat(Verifier.verify(folder).accepted()).as("case %d", k).isFalse();
    }
  }

  @Test
  void aProofCutShortIsRefused() throws IOException {
    byte[] proof = Files.readAllBytes(folder.resolve("bound.proof"));
    Files.write(folder.resolve("bound.proof"), java.util.Arrays.copyOf(proof, proof.length / 2));
    assertRefused("bound.proof");
  }

  @Test
  void aSmallerGraphThanStatedIsRefused() throws IOException {
    edit(
        "certificate.json",
        all -> {
          String graph = all.get("candidateGraph").stringValue();
          all.put("candidateGraph", graph.replaceAll("links=\\d+", "links=999"));
        });
    assertRefused("bound.graph");
  }

  @Test
  void aGraphWithoutSomeOfTheNearestIsRefused() throws IOException {
    edit(
        "certificate.json",
        all -> {
          String graph = all.get("candidateGraph").stringValue();
          all.put(
              "candidateGraph",
              graph.replace("8 nearest, nearest root", "99 nearest, nearest root"));
        });
    assertRefused("bound.nearest");
  }

  @Test
  void aBetterValueThanTheDecisionsGiveIsRefused() throws IOException {
    edit("certificate.json", all -> all.put("value", all.get("value").doubleValue() + 1));
    assertRefused("certificate.value");
  }

  @Test
  void cheaperFiguresThanThoseOfTheRunAreRefused() throws IOException {
    String catalogue = Files.readString(folder.resolve("catalogue.json"));
    Files.writeString(folder.resolve("catalogue.json"), catalogue.replace("20000.0", "19999.0"));
    assertRefused("inputs");
  }

  @Test
  void aFolderWithoutItsFilesIsRefusedByName() throws IOException {
    Files.delete(folder.resolve("sites.csv"));
    assertThatThrownBy(() -> Verifier.verify(folder))
        .isInstanceOfSatisfying(
            InputRefused.class, e -> assertThat(e.arguments()).containsEntry("file", "sites.csv"));
  }
}
