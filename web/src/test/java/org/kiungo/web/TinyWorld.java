package org.kiungo.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.Planner;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.NetworkNodeBuilder;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.scenario.ProblemSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Twelve settlements of 500 to 6,000 people on a 4 × 3 grid, 11 km apart, one exchange point in the
 * south-west corner; the last settlement's population is not known.
 *
 * <pre>
 *   s8  s9  s10 s11?
 *   s4  s5  s6  s7
 *  [IXP]s0  s1  s2  s3
 * </pre>
 */
public final class TinyWorld {

  /** People whose number is known: 500 · (1 + … + 11). */
  public static final double POPULATION = 33_000;

  private TinyWorld() {}

  /** The facts, for any scenario. */
  public static PlanningProblem problem(Scenario scenario) {
    List<Settlement> settlements = new ArrayList<>();
    for (int k = 0; k < 12; k++) {
      settlements.add(
          SettlementBuilder.builder()
              .id("s%02d".formatted(k))
              .name(k == 5 ? "Thaba-Tséka" : "Place " + k)
              .location(new LonLat(28 + 0.1 * (k % 4), -29.5 + 0.1 * (k / 4)))
              .population(k == 11 ? Double.NaN : 500 * (k + 1))
              .areaKm2(1 + k / 4.0)
              .country("LSO")
              .district(k < 6 ? "South" : "North")
              .modelled(k % 2 == 1)
              .build());
    }
    NetworkNode exchange =
        NetworkNodeBuilder.builder()
            .id("ixp")
            .name("Exchange")
            .location(new LonLat(27.95, -29.5))
            .country("LSO")
            .kind(NetworkNode.Kind.EXCHANGE_POINT)
            .source("test")
            .build();
    return new PlanningProblem(
        settlements,
        List.of(exchange),
        List.of(),
        List.of(),
        CatalogueReader.builtIn(),
        scenario.standard(),
        scenario.money(),
        List.of(new InputFile("settlements", "tiny.csv", "0".repeat(64), "")));
  }

  /** JSON of a scenario for it. */
  public static String scenario(String budgetUsd, long steps) {
    return """
        {"name": "Tiny", "countries": ["LSO"], "budgetUsd": %s, "steps": %d}"""
        .formatted(budgetUsd, steps);
  }

  /** A plan for it. */
  public static PlanFolder plan(double budgetUsd) {
    return planOf(scenario(String.valueOf(budgetUsd), 50));
  }

  /** A plan for it of a scenario document. */
  public static PlanFolder planOf(String json) {
    Scenario scenario = ScenarioFile.read(json.getBytes(StandardCharsets.UTF_8));
    PlanningProblem problem = problem(scenario);
    PlanResult result = Planner.plan(problem, scenario, Progress.NONE, () -> false);
    return Planner.folder(problem, result);
  }

  /** A plan of three phases for it: two years, three, and five. */
  public static PlanFolder programme(String name) {
    String phases =
        """
        {"name": "%s", "countries": ["LSO"], "steps": 50, "phases": [
          {"firstYear": 2027, "lastYear": 2028, "budgetUsd": 600000},
          {"firstYear": 2029, "lastYear": 2031, "budgetUsd": 500000},
          {"firstYear": 2032, "lastYear": 2036, "budgetUsd": 400000}]}"""
            .formatted(name);
    return planOf(phases);
  }

  /** The tiny world with a border through it: what is fed from the exchange lies beyond. */
  public static PlanFolder across() {
    String asked =
        """
        {"name": "Across", "countries": ["SWZ", "ZAF"], "budgetUsd": 4e6, "steps": 50}\
        """;
    Scenario scenario = ScenarioFile.read(asked.getBytes(StandardCharsets.UTF_8));
    PlanningProblem tiny = problem(scenario);
    PlanningProblem divided =
        tiny.with()
            .settlements(
                tiny.settlements().stream()
                    .map(s -> s.withCountry(s.location().lon() > 28.15 ? "ZAF" : "SWZ"))
                    .toList())
            .nodes(tiny.nodes().stream().map(n -> n.withCountry("SWZ")).toList())
            .catalogue(CatalogueReader.withBorders(tiny.catalogue()))
            .build();
    return Planner.folder(divided, Planner.plan(divided, scenario, Progress.NONE, () -> false));
  }

  /** Puts the tiny world in the place of the built-in data. */
  @TestConfiguration
  public static class Beans {

    @Bean
    @Primary
    ProblemSource tinyWorld() {
      return new ProblemSource() {
        @Override
        public PlanningProblem problem(Scenario scenario) {
          return TinyWorld.problem(scenario);
        }

        @Override
        public PlanningProblem builtIn(String iso3) {
          return TinyWorld.problem(ScenarioFile.DEFAULT);
        }
      };
    }
  }
}
