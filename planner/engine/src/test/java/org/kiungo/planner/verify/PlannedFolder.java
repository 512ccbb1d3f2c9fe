package org.kiungo.planner.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.Planner;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.NetworkNodeBuilder;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.TowerBuilder;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.check.Check;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The folder of a plan of a small world, written anew for each test, to be falsified. */
abstract class PlannedFolder {

  static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;

  static PlanningProblem problem() {
    List<Settlement> settlements = new ArrayList<>();
    for (int k = 0; k < 24; k++) {
      settlements.add(
          SettlementBuilder.builder()
              .id("s%02d".formatted(k))
              .location(new LonLat(2 + 0.07 * (k % 6), 9 + 0.06 * (k / 6)))
              .population(k == 23 ? Double.NaN : 150 + 700 * (k % 5))
              .areaKm2(k % 3 == 0 ? Double.NaN : 1 + k / 10.0)
              .country("BEN")
              .baselineCoverageRatio(k == 7 ? 1 : k == 8 ? 0.5 : Double.NaN)
              .distanceToGridKm(k % 4 == 0 ? 0.5 : Double.NaN)
              .build());
    }
    return new PlanningProblem(
        settlements,
        List.of(
            NetworkNodeBuilder.builder()
                .id("N")
                .location(new LonLat(2.02, 8.98))
                .country("BEN")
                .kind(NetworkNode.Kind.CITY)
                .source("test")
                .build()),
        List.of(
            new FibreLine(
                "F",
                List.of(new LonLat(2.4, 9.02), new LonLat(2.45, 9.3)),
                "BEN",
                "",
                FibreLine.Status.OPERATIONAL,
                "test")),
        List.of(
            TowerBuilder.builder()
                .id("T")
                .location(new LonLat(2.1, 9.05))
                .country("BEN")
                .heightM(40)
                .build()),
        CatalogueReader.builtIn(),
        ScenarioFile.DEFAULT.standard(),
        ScenarioFile.DEFAULT.money(),
        List.of());
  }

  static void plan(PlanningProblem problem, Scenario scenario, Path to) throws IOException {
    Planner.folder(problem, Planner.plan(problem, scenario, Progress.NONE, () -> false)).write(to);
  }

  static PlanFolder planned;

  @BeforeAll
  static void planAWorld() {
    String json = "{\"budgetUsd\": 1.5e6, \"steps\": 200}";
    Scenario scenario = ScenarioFile.read(json.getBytes(StandardCharsets.UTF_8));
    planned =
        Planner.folder(problem(), Planner.plan(problem(), scenario, Progress.NONE, () -> false));
  }

  @BeforeEach
  void writeTheFolder() throws IOException {
    planned.write(folder);
  }

  void edit(String file, Consumer<ObjectNode> change) throws IOException {
    ObjectNode root = (ObjectNode) JSON.readTree(Files.readAllBytes(folder.resolve(file)));
    change.accept(root);
    Files.write(folder.resolve(file), JSON.writeValueAsBytes(root));
  }

  static ObjectNode properties(ObjectNode collection, String field, String value) {
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

  void assertRefused(String... codes) {
    assertThat(Verifier.verify(folder).broken()).extracting(Check::code).contains(codes);
  }
}
