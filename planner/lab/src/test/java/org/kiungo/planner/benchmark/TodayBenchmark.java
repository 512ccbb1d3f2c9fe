package org.kiungo.planner.benchmark;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.planner.MeasurementTable;
import org.kiungo.planner.Planner;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.CoverageClass;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Today;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.today.TodayTotals;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.Scenario.Goal;
import org.kiungo.planner.scenario.ScenarioBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whom money reaches when today's coverage counts and when it does not, on the built-in data; and
 * how much of Benin's plan stands whatever the published share errs by.
 *
 * <p>{@code mvn -Pbenchmark -pl planner/lab -am test -Dtest=TodayBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}; {@code -Dkiungo.steps=2000}. With {@code
 * -Dkiungo.before=FOLDER}, plan folders of an earlier version named by country ({@code FOLDER/KEN})
 * are told too: whom they reach by the class of the place nearest today.
 */
class TodayBenchmark {

  private static final String BEFORE = System.getProperty("kiungo.before");
  private static final long STEPS = Long.getLong("kiungo.steps", 2000);

  private record Question(String country, double budgetUsd) {}

  @Test
  void whomMoneyReaches() {
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmarks/today.tsv"),
            "country",
            "budgetUsd",
            "today",
            "peopleStandard",
            "peopleBasic",
            "gainedCovered",
            "gainedUnsure",
            "gainedUncovered",
            "gainedUnknown",
            "capitalDistrictRatio",
            "costPerPersonUsd",
            "gapRatio",
            "technologies");
    for (Question q :
        List.of(
            new Question("KEN", 200e6),
            new Question("NGA", 1e9),
            new Question("COD", 1e9),
            new Question("BEN", 60e6),
            new Question("LSO", 60e6))) {
      PlanningProblem problem = problem(q.country);
      for (Today.Coverage coverage : List.of(Today.Coverage.NOT_KNOWN, Today.Coverage.MODELLED)) {
        PlanResult found = plan(problem, q, new Today(coverage, Today.CountsAs.STANDARD));
        Plan.Totals totals = found.plan().totals();
        TodayTotals today = totals.today();
        Map<String, Settlement> places = byId(problem);
        table.add(
            q.country,
            q.budgetUsd,
            coverage,
            totals.peopleServed(),
            totals.peopleBasic(),
            today == null ? Double.NaN : today.peopleGainedCovered(),
            today == null ? Double.NaN : today.peopleGainedUnsure(),
            today == null ? Double.NaN : today.peopleGainedUncovered(),
            today == null ? Double.NaN : today.peopleGainedUnknown(),
            inCapitalDistrict(q.country, found.plan(), places),
            totals.lifetimeCostUsd() / (totals.peopleServed() + totals.peopleBasic()),
            found.certificate().gapRatio(),
            technologies(found.plan()));
      }
    }
  }

  /** Share of the people gained who live in places that both of two plans choose. */
  @Test
  void howMuchOfBeninsPlanStands() {
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmarks/today-benin.tsv"),
            "coverage",
            "peopleGained",
            "inPlacesOfBothRatio",
            "ofCentralInPlacesOfBothRatio");
    PlanningProblem problem = problem("BEN");
    Question q = new Question("BEN", 60e6);
    Map<String, Double> central = gained(plan(problem, q, Today.DEFAULT).plan());
    Map<String, Function<Settlement, Settlement>> shifts = new TreeMap<>();
    shifts.put("10 points lower", s -> s.withBaselineCoverageRatio(s.baselineLowRatio()));
    shifts.put("10 points higher", s -> s.withBaselineCoverageRatio(s.baselineHighRatio()));
    shifts.forEach(
        (name, shift) -> {
          PlanningProblem shifted =
              problem.withSettlements(problem.settlements().stream().map(shift).toList());
          Map<String, Double> other = gained(plan(shifted, q, Today.DEFAULT).plan());
          table.add(name, sum(other), shared(other, central), shared(central, other));
        });
  }

  /** Share of one plan's people gained who live in places that the other chooses too. */
  private static double shared(Map<String, Double> one, Map<String, Double> other) {
    return one.entrySet().stream()
            .filter(e -> other.containsKey(e.getKey()))
            .mapToDouble(Map.Entry::getValue)
            .sum()
        / sum(one);
  }

  private static double sum(Map<String, Double> people) {
    return people.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Whom plans of an earlier version reach, by what is known of today now. */
  @Test
  void whomEarlierPlansReached() throws IOException {
    assumeTrue(BEFORE != null, "skipped: no earlier plans (set -Dkiungo.before)");
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmarks/today-before.tsv"),
            "country",
            "peopleStandard",
            "peopleBasic",
            "inCovered",
            "inUnsure",
            "inUncovered",
            "with4gAlready",
            "capitalDistrictRatio",
            "costPerPersonUsd",
            "gapRatio",
            "technologies");
    for (String country : List.of("KEN", "NGA", "COD", "BEN", "LSO")) {
      Path folder = Path.of(BEFORE, country);
      JsonNode totals = read(folder, "plan.json").get("totals");
      PeopleByToday people = new PeopleByToday(country, problem(country).settlements());
      for (JsonNode feature : read(folder, "plan.geojson").get("features")) {
        people.add(feature);
      }
      double served = totals.get("peopleServed").asDouble();
      double basic = totals.get("peopleBasic").asDouble();
      table.add(
          country,
          served,
          basic,
          people.of(CoverageClass.COVERED),
          people.of(CoverageClass.UNSURE),
          people.of(CoverageClass.UNCOVERED),
          people.with4g(),
          people.inCapitalDistrictRatio(),
          totals.get("lifetimeCostUsd").asDouble() / (served + basic),
          read(folder, "certificate.json").get("gapRatio").asDouble(),
          shares(people.byTechnology()));
    }
  }

  private static JsonNode read(Path folder, String file) throws IOException {
    return JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve(file)));
  }

  private static PlanningProblem problem(String country) {
    return ProblemAssembly.builtIn(
        List.of(country), CatalogueReader.builtIn(), ServiceStandard.DEFAULT, Money.DEFAULT);
  }

  private static PlanResult plan(PlanningProblem problem, Question q, Today today) {
    Scenario scenario =
        ScenarioBuilder.builder()
            .name(q.country)
            .countries(List.of(q.country))
            .goal(Goal.MOST_PEOPLE_UNDER_BUDGET)
            .budgetUsd(q.budgetUsd)
            .today(today)
            .seed(42)
            .steps(STEPS)
            .threads(2)
            .build();
    return Planner.plan(problem, scenario, Progress.NONE, () -> false);
  }

  private static Map<String, Settlement> byId(PlanningProblem problem) {
    return problem.settlements().stream()
        .collect(Collectors.toMap(Settlement::id, Function.identity()));
  }

  private static boolean isGain(SettlementService s) {
    return s.status() == Status.STANDARD || s.status() == Status.BASIC;
  }

  private static Map<String, Double> gained(Plan plan) {
    Map<String, Double> gained = new HashMap<>();
    plan.settlements().stream()
        .filter(TodayBenchmark::isGain)
        .forEach(s -> gained.put(s.settlementId(), s.peopleServed()));
    return gained;
  }

  private static double inCapitalDistrict(
      String country, Plan plan, Map<String, Settlement> places) {
    String district = PeopleByToday.capitalDistrict(country);
    double all = 0;
    double there = 0;
    for (SettlementService s : plan.settlements()) {
      if (isGain(s)) {
        all += s.peopleServed();
        there += places.get(s.settlementId()).district().equals(district) ? s.peopleServed() : 0;
      }
    }
    return there / all;
  }

  private static String technologies(Plan plan) {
    Map<String, Double> people = new TreeMap<>();
    plan.settlements().stream()
        .filter(TodayBenchmark::isGain)
        .forEach(s -> people.merge(s.technologyId(), s.peopleServed(), Double::sum));
    return shares(people);
  }

  /** Technologies by people gained, most first: "fwa 61 %, ftth 39 %". */
  private static String shares(Map<String, Double> people) {
    double all = sum(people);
    return people.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .map(e -> e.getKey() + " " + Math.round(100 * e.getValue() / all) + " %")
        .collect(Collectors.joining(", "));
  }
}
