package org.kiungo.planner.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SeededSample;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.folder.Durable;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.folder.TextFiles;
import org.kiungo.planner.folder.redaction.RedactedFolder;
import org.kiungo.planner.folder.redaction.Redaction;
import org.kiungo.planner.folder.redaction.Redaction.Wanted;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.road.RoadNetwork;
import org.kiungo.planner.model.road.RoadStretch;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.check.Open;
import org.kiungo.planner.verify.check.Verdict;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.form.Installed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A redacted copy is accepted where nothing of the full plan is, tells nothing that it hides, and
 * whoever changes it, everything sealed anew, is refused.
 */
class RedactionVerifierTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Wanted TEN_KM = new Wanted(10, true, true);
  private static final Wanted NOWHERE = new Wanted(Double.NaN, true, true);

  private static PlanFolder full;

  @TempDir private Path temp;

  /** A world with roads, a line to tap, owners, names, rain and columns nobody asked for. */
  private static PlanningProblem world() {
    PlanningProblem plain = PlannedFolder.problem();
    List<Settlement> settlements = new ArrayList<>();
    for (Settlement each : plain.settlements()) {
      settlements.add(
          each.with()
              .name("Village of " + each.id())
              .rainMmPerHour(60 + each.location().lat())
              .attributes(java.util.Map.of("surveyor", "Aminata", "wealthTier", "LOW"))
              .build());
    }
    List<RoadStretch> roads = new ArrayList<>();
    for (double lon = 2; lon < 2.35; lon += 0.07) {
      roads.add(new RoadStretch(List.of(new LonLat(lon, 9), new LonLat(lon + 0.07, 9))));
      roads.add(new RoadStretch(List.of(new LonLat(lon, 9), new LonLat(lon, 9.06))));
    }
    return plain
        .with()
        .settlements(settlements)
        .nodes(
            plain.nodes().stream()
                .map(n -> n.with().name("Parakou").source("Operator's list").build())
                .toList())
        .fibreLines(
            plain.fibreLines().stream()
                .map(
                    f ->
                        new FibreLine(
                            f.id(), f.path(), f.country(), "Okapi Fibre", f.status(), "okapi.test"))
                .toList())
        .towers(plain.towers().stream().map(t -> t.withOperator("Zebra Towers")).toList())
        .inputs(List.of(new InputFile("towers", "zebra-towers.csv", "a".repeat(64), "zebra/3")))
        .roads(new RoadNetwork(roads))
        .build();
  }

  private static PlanFolder planned(PlanningProblem problem, Scenario scenario) {
    return Planner.folder(problem, Planner.plan(problem, scenario, Progress.NONE, () -> false));
  }

  private static Scenario scenario(String json) {
    return ScenarioFile.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @BeforeAll
  static void planAWorld() {
    full =
        planned(
            world(),
            scenario("{\"name\": \"Zebra's north\", \"budgetUsd\": 1.5e6, \"steps\": 200}"));
    assertThat(full.plan().links()).isNotEmpty();
  }

  private Path copy() {
    return temp.resolve("copy");
  }

  /** The copy, in a folder beside which there is no plan. */
  private Redaction redact(PlanFolder plan, Wanted wanted) throws IOException {
    Path at = temp.resolve("full");
    plan.write(at);
    Redaction told = RedactedFolder.write(at, wanted, copy());
    Durable.discard(at);
    assertThat(at).doesNotExist();
    return told;
  }

  private Verification verified() {
    return FolderVerifier.verify(copy(), Installed.UNKNOWN);
  }

  private static List<String> broken(Verification found) {
    return found.broken().stream()
        .map(
            each ->
                each.code() + " " + each.where() + ": " + each.expected() + " | " + each.found())
        .toList();
  }

  @Test
  void aCopyIsAcceptedWhereTheFullPlanIsNot() throws IOException {
    Redaction told = redact(full, TEN_KM);
    Verification found = verified();
    assertThat(broken(found)).isEmpty();
    assertThat(found.verdict()).isEqualTo(Verdict.CHECKED);
    assertThat(found.boundConfirmed()).isFalse();
    assertThat(found.open())
        .contains(
            new Open("redaction.unchecked", "link.length"),
            new Open("redaction.unchecked", "site.reach"))
        .extracting(Open::code)
        .contains("bound.redacted");
    assertThat(found.checks().stream().filter(each -> each.examined() > 0).map(Check::code))
        .contains(
            "site.cost",
            "link.cost",
            "link.load",
            "roundTrip",
            "total.cost",
            "total.people",
            "total.publicMoney",
            "certificate.value",
            "certificate.gap",
            "redaction.position",
            "redaction.length",
            "redaction.reach",
            "redaction.operator")
        .doesNotContain("link.length", "beam", "bound.proven", "bound.graph");
    assertThat(told.leftOut()).containsExactly("bound.proof", "roads.geojson");
    assertThat(told.moved()).isEqualTo(new Redaction.Moved(24, 1, 1, 1, told.moved().linkEnds()));
    assertThat(told.hidden().operators()).isEqualTo(2);
    assertThat(told.hidden().names()).isEqualTo(25);
    assertThat(told.hidden().columns()).isEqualTo(1);
    full.write(temp.resolve("again"));
    assertThat(told.fullCertificateSha256())
        .isEqualTo(PlanFolder.certificateSha256(temp.resolve("again")));
  }

  @Test
  void figuresAreThoseOfTheFullPlan() throws IOException {
    redact(full, TEN_KM);
    PlanFolder read = PlanFolder.readAny(copy());
    assertThat(read.plan().totals().lifetimeCostUsd())
        .isEqualTo(full.plan().totals().lifetimeCostUsd());
    assertThat(read.plan().totals().peopleServed()).isEqualTo(full.plan().totals().peopleServed());
    assertThat(read.certificate()).isEqualTo(full.certificate());
  }

  /** Nothing in any file is a position, an id, a name or an owner of the full plan. */
  @ParameterizedTest
  @ValueSource(doubles = {3, 10, 50, Double.NaN})
  void nothingHiddenIsTold(double cellKm) throws IOException {
    redact(full, new Wanted(cellKm, true, true));
    assertThat(broken(verified())).isEmpty();
    List<String> secrets =
        new ArrayList<>(
            List.of(
                "Village", "Parakou", "Okapi", "okapi", "Zebra", "zebra", "Aminata", "surveyor"));
    for (Settlement each : full.problem().settlements()) {
      secrets.add(each.location().lon() + "," + each.location().lat());
      secrets.add("\"" + each.id() + "\"");
    }
    for (NetworkNode each : full.problem().nodes()) {
      secrets.add(each.location().lon() + "," + each.location().lat());
    }
    for (Tower each : full.problem().towers()) {
      secrets.add(each.location().lon() + "," + each.location().lat());
    }
    full.plan().links().forEach(each -> secrets.add(each.id()));
    full.plan().sites().forEach(each -> secrets.add(each.id()));
    try (Stream<Path> files = Files.list(copy())) {
      for (Path file : files.toList()) {
        String text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        if (!file.endsWith("catalogue.json")) {
          assertThat(secrets).as(file.toString()).noneMatch(text::contains);
        }
      }
    }
  }

  /** Every position is the middle of a cell, in which the true one lies, and no cell is smaller. */
  @Test
  void noPositionIsCloserThanAsked() throws IOException {
    redact(full, TEN_KM);
    List<LonLat> told = new ArrayList<>();
    for (String file :
        List.of(
            "settlements.geojson",
            "nodes.geojson",
            "towers.geojson",
            "fibre.geojson",
            "plan.geojson",
            "links.geojson")) {
      for (JsonNode feature :
          JSON.readTree(Files.readAllBytes(copy().resolve(file))).get("features")) {
        JsonNode drawn = feature.at("/geometry/coordinates");
        if (drawn.get(0).isNumber()) {
          told.add(new LonLat(drawn.get(0).asDouble(), drawn.get(1).asDouble()));
        } else {
          drawn.forEach(at -> told.add(new LonLat(at.get(0).asDouble(), at.get(1).asDouble())));
        }
      }
    }
    assertThat(told).hasSizeGreaterThan(50);
    List<LonLat> middles = told.stream().distinct().toList();
    assertThat(middles).hasSizeGreaterThan(3);
    for (LonLat one : middles) {
      for (LonLat other : middles) {
        assertThat(one.equals(other) || one.distanceKm(other) >= 10 - 0.001).isTrue();
      }
    }
  }

  @Test
  void theSamePlanGivesTheSameBytes() throws IOException {
    redact(full, TEN_KM);
    Path first = temp.resolve("first");
    Files.move(copy(), first);
    redact(full, TEN_KM);
    try (Stream<Path> files = Files.list(first)) {
      for (Path file : files.toList()) {
        assertThat(copy().resolve(file.getFileName())).hasSameBinaryContentAs(file);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {10, Double.NaN})
  void filesAreAsTheirSchemasHaveThem(double cellKm) throws IOException {
    redact(full, new Wanted(cellKm, true, true));
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder.schemaIdResolvers(
                    ids -> ids.mapPrefix("https://kiungo.org/schema/", "classpath:schema/")));
    try (Stream<Path> files = Files.list(copy())) {
      for (Path file : files.filter(each -> each.toString().endsWith("json")).toList()) {
        String id = "https://kiungo.org/schema/" + file.getFileName() + ".schema.json";
        assertThat(
                registry
                    .getSchema(SchemaLocation.of(id))
                    .validate(Files.readString(file), InputFormat.JSON))
            .as(file.toString())
            .isEmpty();
      }
    }
  }

  /** Lengths along roads are longer than straight on, and cost less than across country. */
  @Test
  void linksAlongRoadsKeepTheirLength() throws IOException {
    PlanningProblem plain =
        SmallWorlds.problem(
            List.of(
                SmallWorlds.settlement("B", 2.1, 9.21, 500),
                SmallWorlds.settlement("C", 2.2, 9.21, 500)),
            List.of(SmallWorlds.node("N", 2.01, 9)),
            List.of(),
            List.of(),
            List.of(SmallWorlds.cable()));
    Medium fibre = SmallWorlds.fibre().withRouteFactor(SmallWorlds.figure(1.5));
    LonLat b = new LonLat(2.1, 9.2);
    RoadNetwork roads =
        new RoadNetwork(
            List.of(
                new RoadStretch(List.of(new LonLat(2, 9), new LonLat(2, 9.2), b)),
                new RoadStretch(List.of(b, new LonLat(2.2, 9.2)))));
    PlanningProblem world =
        plain
            .withCatalogue(new Catalogue("roads", plain.catalogue().technologies(), List.of(fibre)))
            .withRoads(roads);
    PlanFolder plan = planned(world, SmallWorlds.scenario(1e9, 20));
    Redaction told = redact(plan, new Wanted(5, true, true));
    assertThat(told.alongRoads()).isNotEmpty();
    assertThat(told.moved().linkEnds()).isPositive();
    assertThat(told.leftOut()).contains("roads.geojson");
    assertThat(broken(verified())).isEmpty();
    forge("redaction.json", all -> all.set("alongRoads", JSON.createArrayNode()));
    assertRefused("link.cost");
  }

  @Test
  void positionsAreLeftOut() throws IOException {
    redact(full, NOWHERE);
    Verification found = verified();
    assertThat(broken(found)).isEmpty();
    assertThat(found.checks().stream().map(Check::code)).doesNotContain("redaction.reach");
    assertThat(Files.readString(copy().resolve("settlements.geojson")))
        .contains("\"geometry\":null")
        .doesNotContain("coordinates");
    assertThat(Files.readString(copy().resolve("sites.csv"))).contains(",,,1,");
  }

  static List<Long> seeds() {
    return SeededSample.seeds("redacted worlds", 12, 4);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void plansOfSmallWorldsAreAcceptedRedacted(long seed) throws IOException {
    Scenario scenario = SmallWorlds.scenario(100_000, 50);
    for (PlanningProblem each :
        List.of(
            SmallWorlds.random(seed, 8),
            SmallWorlds.wide(seed, 8),
            SmallWorlds.sighted(seed, 8),
            SmallWorlds.skyward(seed, 8))) {
      PlanFolder plan = planned(each, scenario);
      for (Wanted wanted :
          List.of(new Wanted(4, true, true), new Wanted(40, false, false), NOWHERE)) {
        redact(plan, wanted);
        assertThat(broken(verified())).as("seed %d %s", seed, wanted).isEmpty();
      }
    }
  }

  @Test
  void programmesAreAcceptedRedacted() throws IOException {
    Scenario scenario =
        scenario("{\"steps\": 50}")
            .with()
            .countries(List.of("BEN"))
            .phases(List.of(new Phase(2027, 2029, 6e5), new Phase(2030, 2036, 9e5)))
            .build();
    PlanFolder plan = planned(world(), scenario);
    assertThat(plan.plan().programme().phases()).hasSize(2);
    redact(plan, TEN_KM);
    assertThat(broken(verified())).isEmpty();
    assertThat(verified().verdict()).isEqualTo(Verdict.CHECKED);
    assertThat(copy().resolve("bound-1.proof")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"goal\": \"LEAST_COST_TO_TARGET\", \"targetRatio\": 0.7, \"steps\": 50}",
        "{\"goal\": \"HIGHEST_DISTRICT_FLOOR\", \"budgetUsd\": 1.5e6, \"steps\": 50}",
        "{\"budgetUsd\": 3e6, \"steps\": 50, \"twoPaths\": {\"abovePeople\": 2000}}",
        "{\"budgetUsd\": 1.5e6, \"steps\": 50, \"locks\": [{\"settlementId\": \"s05\","
            + " \"technologyId\": \"lte-macro\", \"forbid\": true}]}"
      })
  void otherQuestionsAreAcceptedRedacted(String question) throws IOException {
    PlanFolder plan = planned(world(), scenario(question));
    for (Wanted wanted : List.of(TEN_KM, NOWHERE)) {
      redact(plan, wanted);
      assertThat(broken(verified())).as("%s %s", question, wanted).isEmpty();
      assertThat(verified().verdict()).isEqualTo(Verdict.CHECKED);
    }
  }

  @Test
  void nothingIsBuiltOnACopy() throws IOException {
    redact(full, TEN_KM);
    assertThatThrownBy(() -> PlanFolder.read(copy()))
        .isInstanceOfSatisfying(
            InputRefused.class, e -> assertThat(e.code()).isEqualTo("folder.redacted"));
    Files.createDirectories(temp.resolve("other"));
    full.write(temp.resolve("full"));
    assertThatThrownBy(
            () -> RedactedFolder.write(temp.resolve("full"), TEN_KM, temp.resolve("other")))
        .isInstanceOfSatisfying(
            InputRefused.class, e -> assertThat(e.code()).isEqualTo("redaction.out"));
    assertThatThrownBy(
            () ->
                RedactedFolder.write(
                    temp.resolve("full"), new Wanted(0, true, true), temp.resolve("new")))
        .isInstanceOfSatisfying(
            InputRefused.class, e -> assertThat(e.code()).isEqualTo("field.range"));
  }

  /** Changes a file as whoever forges would: with its hash wherever it stands. */
  private void forge(String file, Consumer<ObjectNode> change) throws IOException {
    Path path = copy().resolve(file);
    String before = TextFiles.sha256(path);
    ObjectNode root = (ObjectNode) JSON.readTree(Files.readAllBytes(path));
    change.accept(root);
    Files.write(path, TextFiles.pretty(root));
    Path inputs = copy().resolve("inputs.json");
    String text = Files.readString(inputs);
    Files.writeString(inputs, text.replace(before, TextFiles.sha256(path)));
    Manifest.seal(copy());
  }

  private void assertRefused(String... rules) {
    Verification found = verified();
    assertThat(found.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(found.broken()).extracting(Check::code).contains(rules);
  }

  private static ObjectNode feature(ObjectNode all, int k) {
    return (ObjectNode) all.get("features").get(k);
  }

  private static ObjectNode properties(ObjectNode all, int k) {
    return (ObjectNode) feature(all, k).get("properties");
  }

  @Test
  void anotherCostIsRefused() throws IOException {
    redact(full, TEN_KM);
    forge("links.geojson", all -> properties(all, 0).put("lifetimeCostUsd", 1));
    assertRefused("link.cost");
  }

  @Test
  void aPersonMoreIsRefused() throws IOException {
    redact(full, TEN_KM);
    forge(
        "plan.json",
        all -> {
          ObjectNode totals = (ObjectNode) all.get("totals");
          totals.put("peopleServed", totals.get("peopleServed").doubleValue() + 1);
        });
    assertRefused("total.people");
  }

  @Test
  void aBoundBelowThePlanIsRefused() throws IOException {
    redact(full, TEN_KM);
    forge(
        "certificate.json",
        all -> all.put("bound", all.get("value").doubleValue() - 1).put("gapRatio", 0));
    assertRefused("bound.value");
  }

  /** Between value and bound nobody can tell without positions: then it is not confirmed. */
  @Test
  void aBoundThatCouldBeIsNotConfirmed() throws IOException {
    redact(full, TEN_KM);
    forge(
        "certificate.json",
        all -> all.put("bound", all.get("value").doubleValue()).put("gapRatio", 0.0));
    assertThat(verified().boundConfirmed()).isFalse();
    assertThat(verified().verdict()).isNotEqualTo(Verdict.PROVEN);
  }

  @Test
  void aPositionBesideTheMiddleOfItsCellIsRefused() throws IOException {
    redact(full, TEN_KM);
    forge(
        "nodes.geojson",
        all -> {
          ArrayNode at = (ArrayNode) feature(all, 0).at("/geometry/coordinates");
          at.set(0, at.get(0).doubleValue() + 0.001);
        });
    assertRefused("redaction.position");
  }

  @Test
  void smallerCellsThanAreSaidAreRefused() throws IOException {
    redact(full, new Wanted(3, true, true));
    forge("redaction.json", all -> all.put("cellKm", 10.0));
    assertRefused("redaction.position");
  }

  @Test
  void aLengthThatNoCellsAllowIsRefused() throws IOException {
    redact(full, TEN_KM);
    forge("links.geojson", all -> properties(all, 0).put("distanceKm", 900.0));
    assertRefused("redaction.length");
  }

  @Test
  void anOwnersTrueNameIsRefused() throws IOException {
    redact(full, TEN_KM);
    forge("towers.geojson", all -> properties(all, 0).put("operator", "Zebra Towers"));
    assertRefused("redaction.operator");
  }

  @Test
  void theNameOfAnInputIsRefused() throws IOException {
    redact(full, TEN_KM);
    forge(
        "inputs.json",
        all -> ((ObjectNode) all.get("inputs").get(0)).put("name", "zebra-towers.csv"));
    assertRefused("redaction.operator");
  }

  @Test
  void theNameOfAPlaceIsRefused() throws IOException {
    redact(full, TEN_KM);
    forge("nodes.geojson", all -> properties(all, 0).put("name", "Parakou"));
    assertRefused("redaction.name");
  }

  @Test
  void rainAndColumnsAreRefused() throws IOException {
    redact(full, TEN_KM);
    forge("settlements.geojson", all -> properties(all, 0).put("rainMmPerHour", 61.2));
    assertRefused("redaction.hint");
    redact(full, TEN_KM);
    forge("settlements.geojson", all -> properties(all, 0).put("surveyor", "Aminata"));
    assertRefused("redaction.hint");
  }

  @Test
  void aProofThatNamesAllCandidatesIsRefused() throws IOException {
    redact(full, TEN_KM);
    Files.write(copy().resolve("bound.proof"), full.proof().bytes());
    Manifest.seal(copy());
    assertRefused("redaction.hint");
  }

  @Test
  void otherCountsAreRefused() throws IOException {
    redact(full, TEN_KM);
    forge("redaction.json", all -> ((ObjectNode) all.get("moved")).put("towers", 0));
    assertRefused("redaction.count");
  }

  @Test
  void aFullPlanThatIsCalledRedactedIsRefused() throws IOException {
    redact(full, TEN_KM);
    byte[] told = Files.readAllBytes(copy().resolve("redaction.json"));
    Durable.discard(copy());
    full.write(copy());
    Files.write(copy().resolve("redaction.json"), told);
    Manifest.seal(copy());
    assertRefused("redaction.position", "redaction.name", "redaction.operator", "redaction.id");
  }

  @Test
  void aCopyThatIsCalledFullIsRefused() throws IOException {
    redact(full, TEN_KM);
    Files.delete(copy().resolve("redaction.json"));
    Manifest.seal(copy());
    assertRefused("link.length");
  }
}
