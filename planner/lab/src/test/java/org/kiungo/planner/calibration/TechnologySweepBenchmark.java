package org.kiungo.planner.calibration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.planner.MeasurementTable;
import org.kiungo.planner.Planner;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.ServiceStandard.Sizing;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioBuilder;

/**
 * Which technology is chosen how often, and what flips it: eight countries, three standards, three
 * budgets; and Kenya with one technology taken away.
 *
 * <p>{@code mvn -Pbenchmark -pl planner/lab -am test -Dtest=TechnologySweepBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}; {@code -Dkiungo.steps=500}.
 */
class TechnologySweepBenchmark {

  /** From two islands of people to the Sahara, coast and landlocked, dense and empty. */
  static final List<String> COUNTRIES =
      List.of("BEN", "KEN", "LBR", "LSO", "MDG", "NAM", "RWA", "TCD");

  private static final long STEPS = Long.getLong("kiungo.steps", 500);
  private static final double[] USD_PER_PERSON = {20, 60, 200};
  private static final double KENYA_USD = 1e9;

  /** 4 Mbps whatever the delay, the default, and a line that a household would call fast. */
  private static Map<String, ServiceStandard> standards() {
    ServiceStandard d = ServiceStandard.DEFAULT;
    Map<String, ServiceStandard> standards = new TreeMap<>();
    standards.put("10 Mbps, 100 ms", d);
    standards.put("4 Mbps, 1,000 ms", with(d, 4, 1000));
    standards.put("50 Mbps, 50 ms", with(d, 50, 50));
    return standards;
  }

  private static ServiceStandard with(ServiceStandard d, double mbps, double roundTripMs) {
    return new ServiceStandard(
        mbps,
        d.overbookingFactor(),
        roundTripMs,
        d.basicDownlinkMbps(),
        d.basicWeightRatio(),
        d.adoptionRatio(),
        d.peoplePerHousehold(),
        Sizing.VOLUME);
  }

  @Test
  void whatIsChosenWhere() {
    MeasurementTable table = table("sweep", "country", "standard", "budgetUsd");
    standards()
        .forEach(
            (name, standard) -> {
              for (String country : COUNTRIES) {
                PlanningProblem problem = problem(country, standard);
                double without =
                    problem.settlements().stream()
                        .mapToDouble(Settlement::unservedPopulation)
                        .sum();
                for (double each : USD_PER_PERSON) {
                  double budgetUsd = Math.rint(each * without / 1e6) * 1e6;
                  add(
                      table, problem, country, standard, budgetUsd, List.of(), country, name,
                      budgetUsd);
                }
              }
            });
  }

  @Test
  void kenyaWithoutOneTechnology() {
    MeasurementTable table = table("without", "without");
    PlanningProblem problem = problem("KEN", ServiceStandard.DEFAULT);
    List<String> all =
        problem.catalogue().technologies().stream().map(AccessTechnology::id).sorted().toList();
    List<String> removed = new ArrayList<>(all);
    removed.add(0, "nothing");
    for (String without : removed) {
      List<String> rest = all.stream().filter(id -> !id.equals(without)).toList();
      add(table, problem, "KEN", ServiceStandard.DEFAULT, KENYA_USD, rest, without);
    }
  }

  private static MeasurementTable table(String name, String... asked) {
    List<String> columns = new ArrayList<>(List.of(asked));
    columns.addAll(
        List.of("peopleStandard", "peopleBasic", "usdPerPerson", "gapRatio", "mix", "media"));
    return new MeasurementTable(
        Path.of("target/benchmarks/technology-" + name + ".tsv"), columns.toArray(String[]::new));
  }

  private static void add(
      MeasurementTable table,
      PlanningProblem problem,
      String country,
      ServiceStandard standard,
      double budgetUsd,
      List<String> technologies,
      Object... asked) {
    Scenario scenario =
        ScenarioBuilder.builder()
            .countries(List.of(country))
            .standard(standard)
            .budgetUsd(budgetUsd)
            .technologyIds(technologies)
            .seed(42)
            .steps(STEPS)
            .build();
    PlanResult found = Planner.plan(problem, scenario, Progress.NONE, () -> false);
    Plan.Totals totals = found.plan().totals();
    List<Object> cells = new ArrayList<>(List.of(asked));
    cells.add(totals.peopleServed());
    cells.add(totals.peopleBasic());
    cells.add(totals.lifetimeCostUsd() / (totals.peopleServed() + totals.peopleBasic()));
    cells.add(found.certificate().gapRatio());
    cells.add(shares(people(found.plan())));
    cells.add(shares(media(found.plan())));
    table.add(cells.toArray());
  }

  private static PlanningProblem problem(String country, ServiceStandard standard) {
    Catalogue catalogue = CatalogueReader.builtIn();
    return ProblemAssembly.builtIn(List.of(country), catalogue, standard, Money.DEFAULT);
  }

  private static Map<String, Double> people(Plan plan) {
    return plan.settlements().stream()
        .filter(s -> !s.technologyId().isEmpty())
        .collect(
            Collectors.groupingBy(
                Plan.SettlementService::technologyId,
                TreeMap::new,
                Collectors.summingDouble(Plan.SettlementService::peopleServed)));
  }

  private static Map<String, Double> media(Plan plan) {
    return plan.links().stream()
        .collect(
            Collectors.groupingBy(
                BuiltLink::mediumId, TreeMap::new, Collectors.summingDouble(link -> 1)));
  }

  /** Most first: "fwa 61.0 %, ftth 39.0 %". */
  private static String shares(Map<String, Double> parts) {
    double all = parts.values().stream().mapToDouble(Double::doubleValue).sum();
    return parts.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .map(e -> "%s %.1f %%".formatted(e.getKey(), 100 * e.getValue() / all))
        .collect(Collectors.joining(", "));
  }
}
