package org.kiungo.planner.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.NetworkNodeBuilder;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.TowerBuilder;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.Scenario;

class PlanFolderTest {

  @TempDir private Path temp;

  private static Settlement settlement(
      String id, double lon, double population, double covered, Map<String, String> more) {
    return SettlementBuilder.builder()
        .id(id)
        .name("Sè " + id)
        .location(new LonLat(lon, 9.123456789))
        .population(population)
        .areaKm2(1.5)
        .country("BEN")
        .district("Borgou")
        .baselineCoverageRatio(covered)
        .attributes(more)
        .build();
  }

  private static PlanningProblem problem() {
    return new PlanningProblem(
        List.of(
            settlement("=a", 2.1, 900, Double.NaN, Map.of("schools", "3", "name", "other")),
            settlement("b,\"c\"", 2.11, 12_000, 0.25, Map.of()),
            settlement("d", 2.3, Double.NaN, Double.NaN, Map.of()),
            settlement("e", 3.9, 40, 0.5, Map.of())
                .with()
                .inhabitedKm2(0.125)
                .baselineLowRatio(0.375)
                .baselineHighRatio(0.75)
                .baselineModelled(true)
                .build()),
        List.of(
            NetworkNodeBuilder.builder()
                .id("N")
                .name("Parakou")
                .location(new LonLat(2.0, 9.1))
                .country("BEN")
                .kind(NetworkNode.Kind.FIBRE_NODE)
                .source("test")
                .build(),
            NetworkNodeBuilder.builder()
                .id("M")
                .location(new LonLat(4.9, 9.1))
                .country("BEN")
                .kind(NetworkNode.Kind.CITY)
                .assumed(true)
                .source("test")
                .capacityMbps(1_000)
                .build()),
        List.of(
            new FibreLine(
                "F",
                List.of(new LonLat(2.2, 9), new LonLat(2.2, 9.4)),
                "BEN",
                "SBEE",
                FibreLine.Status.OPERATIONAL,
                "test"),
            new FibreLine(
                "G",
                List.of(new LonLat(2.2, 9.5), new LonLat(2.2, 9.6)),
                "BEN",
                "",
                FibreLine.Status.UNKNOWN,
                "test")),
        List.of(
            TowerBuilder.builder()
                .id("T")
                .location(new LonLat(2.105, 9.12))
                .country("BEN")
                .build()),
        CatalogueReader.builtIn(),
        ScenarioFile.DEFAULT.standard(),
        ScenarioFile.DEFAULT.money(),
        List.of(new InputFile("settlements", "ben.csv", "0".repeat(64), "")));
  }

  private static PlanFolder planned() {
    return planned(problem());
  }

  private static PlanFolder planned(PlanningProblem problem) {
    String json = "{\"budgetUsd\": 4e6, \"steps\": 200}";
    Scenario scenario = ScenarioFile.read(json.getBytes(StandardCharsets.UTF_8));
    return Planner.folder(problem, Planner.plan(problem, scenario, Progress.NONE, () -> false));
  }

  private static Map<String, byte[]> bytesOf(Path folder) throws IOException {
    Map<String, byte[]> bytes = new java.util.TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        bytes.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return bytes;
  }

  @Test
  void readingAFolderGivesBackWhatWasWritten() throws IOException {
    PlanFolder written = planned();
    written.write(temp.resolve("a"));
    PlanFolder read = PlanFolder.read(temp.resolve("a"));
    assertThat(read.plan()).isEqualTo(written.plan());
    assertThat(read.scenario()).isEqualTo(written.scenario());
    assertThat(read.certificate()).isEqualTo(written.certificate());
    assertThat(read.problem()).isEqualTo(written.problem());
    assertThat(read.plan().sites()).isNotEmpty();
    assertThat(read.plan().links()).isNotEmpty();
  }

  @Test
  void aPlanOfBeforeWeightsOfPeopleWereKnownIsRead() throws IOException {
    PlanFolder written = planned();
    written.write(temp.resolve("a"));
    Path plan = temp.resolve("a/plan.json");
    String json = Files.readString(plan);
    String before = json.replaceFirst("(?s)\"fairness\" : \\[ *\\],\\s*", "");
    assertThat(before).isNotEqualTo(json).doesNotContain("fairness");
    Files.writeString(plan, before);
    assertThat(PlanFolder.read(temp.resolve("a")).scenario()).isEqualTo(written.scenario());
  }

  @Test
  void aFolderOfBeforeTheStatusOfFibreWasKeptIsRead() throws IOException {
    planned().write(temp.resolve("a"));
    Path fibre = temp.resolve("a/fibre.geojson");
    String before =
        Files.readString(fibre)
            .replaceAll("\"status\" ?: ?\"OPERATIONAL\"", "\"operational\": true")
            .replaceAll("\"status\" ?: ?\"UNKNOWN\"", "\"operational\": false");
    assertThat(before).contains("true").contains("false").doesNotContain("status");
    Files.writeString(fibre, before);
    assertThat(PlanFolder.read(temp.resolve("a")).problem()).isEqualTo(problem());
  }

  @Test
  void thePlanComputedAgainFromItsFolderIsTheSameBytes() throws IOException {
    planned().write(temp.resolve("a"));
    PlanFolder read = PlanFolder.read(temp.resolve("a"));
    Planner.folder(
            read.problem(),
            Planner.plan(read.problem(), read.scenario(), Progress.NONE, () -> false))
        .write(temp.resolve("b"));
    Map<String, byte[]> first = bytesOf(temp.resolve("a"));
    Map<String, byte[]> second = bytesOf(temp.resolve("b"));
    assertThat(second.keySet()).isEqualTo(first.keySet()).hasSize(17);
    first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
  }

  @Test
  void writingOverAFolderLeavesNoOldFiles() throws IOException {
    Path folder = temp.resolve("a");
    planned().write(folder);
    planned().write(folder);
    assertThat(bytesOf(folder)).hasSize(17);
    assertThat(temp.resolve("a.part")).doesNotExist();
  }

  @Test
  void everyFileKeepsItsSchema() throws IOException {
    Path folder = temp.resolve("a");
    InputFile elevation = new InputFile("elevation", "dem.tif", "0".repeat(64), "");
    planned(problem().withTerrain((from, to) -> new double[] {5, 900, 5}, elevation)).write(folder);
    assertThat(folder.resolve("blocked-hops.geojson")).content().contains("900.0");
    for (String name : bytesOf(folder).keySet()) {
      if (name.equals("bound.proof")) {
        continue;
      }
      String json = name.endsWith(".csv") ? null : Files.readString(folder.resolve(name));
      if (json != null) {
        assertThat(problems(name, json)).as(name).isEmpty();
      } else {
        List<String> rows = Files.readAllLines(folder.resolve(name));
        boolean sites = name.equals("sites.csv");
        List<String> columns = sites ? SitesCsv.COLUMNS : FinanceFiles.COLUMNS;
        assertThat(rows.get(0)).isEqualTo(String.join(",", columns));
      }
    }
    assertThat(
            FolderJson.STRICT.readTree(schemaText("sites.csv")).get("properties").propertyNames())
        .startsWith(SitesCsv.COLUMNS.toArray(String[]::new))
        .endsWith(PlanFiles.PHASE)
        .hasSize(SitesCsv.COLUMNS.size() + 1);
    assertThat(
            FolderJson.STRICT
                .readTree(schemaText("programme.csv"))
                .get("properties")
                .propertyNames())
        .containsExactlyElementsOf(ProgrammeCsv.COLUMNS);
    assertThat(
            FolderJson.STRICT.readTree(schemaText("finance.csv")).get("properties").propertyNames())
        .containsExactlyElementsOf(FinanceFiles.COLUMNS);
  }

  @Test
  void schemasRefuseWhatDoesNotBelong() throws IOException {
    Path folder = temp.resolve("a");
    planned().write(folder);
    String plan = Files.readString(folder.resolve("plan.geojson"));
    assertThat(problems("plan.geojson", plan.replace("\"status\"", "\"state\""))).isNotEmpty();
    assertThat(problems("scenario.json", "{\"budget\": 5}")).isNotEmpty();
    assertThat(problems("scenario.json", "{}")).isEmpty();
  }

  @Test
  void everyTechnologyFileKeepsItsSchema() {
    CatalogueReader.builtIn()
        .technologies()
        .forEach(
            t ->
                assertThat(problems("technology.yaml", FolderJson.SPARSE.writeValueAsString(t)))
                    .as(t.id())
                    .isEmpty());
  }

  @Test
  void spreadsheetFormulasStayText() throws IOException {
    planned().write(temp.resolve("a"));
    String sites = Files.readString(temp.resolve("a/sites.csv"));
    assertThat(sites).doesNotContain("\n=").doesNotContain(",=");
  }

  @Test
  void missingAndBrokenFilesAreNamed() throws IOException {
    Path folder = temp.resolve("a");
    planned().write(folder);
    Files.writeString(folder.resolve("nodes.geojson"), "{\"features\": [{}]}");
    assertThatThrownBy(() -> PlanFolder.read(folder))
        .isInstanceOfSatisfying(
            InputRefused.class,
            e -> assertThat(e.arguments()).containsEntry("file", "nodes.geojson"));
    Files.delete(folder.resolve("nodes.geojson"));
    assertThatThrownBy(() -> PlanFolder.read(folder))
        .isInstanceOfSatisfying(
            InputRefused.class, e -> assertThat(e.code()).isEqualTo("folder.missing"));
  }

  @Test
  void smallWorldsSurviveTheFolder() throws IOException {
    PlanningProblem problem = SmallWorlds.random(7, 8);
    Scenario scenario = SmallWorlds.scenario(50_000, 100);
    PlanFolder folder =
        Planner.folder(problem, Planner.plan(problem, scenario, Progress.NONE, () -> false));
    folder.write(temp.resolve("w"));
    assertThat(PlanFolder.read(temp.resolve("w")).plan()).isEqualTo(folder.plan());
  }

  private static String schemaText(String name) throws IOException {
    String resource = "/schema/" + name + ".schema.json";
    try (var in = PlanFolder.class.getResourceAsStream(resource)) {
      assertThat(in).as(resource).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> problems(String name, String json) {
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder.schemaIdResolvers(
                    ids -> ids.mapPrefix("https://kiungo.org/schema/", "classpath:schema/")));
    Schema schema =
        registry.getSchema(SchemaLocation.of("https://kiungo.org/schema/" + name + ".schema.json"));
    List<String> problems = new ArrayList<>();
    for (Error error : schema.validate(json, InputFormat.JSON)) {
      problems.add(error.toString());
    }
    return problems;
  }
}
