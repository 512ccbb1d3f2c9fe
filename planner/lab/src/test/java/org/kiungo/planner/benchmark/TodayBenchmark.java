package org.kiungo.planner.benchmark;

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
import org.kiungo.geodata.reference.PopulatedPlace;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.MeasurementTable;
import org.kiungo.planner.Planner;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.today.Today;
import org.kiungo.planner.model.today.TodayTotals;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.Scenario.Goal;
import org.kiungo.planner.scenario.ScenarioBuilder;

/**
 * Whom money reaches when today's coverage counts and when it does not, on the built-in data; and
 * how much of Benin's plan stands whatever the published share errs by.
 *
 * <p>{@code mvn -Pbenchmark -pl planner/lab -am -Dtest=TodayBenchmark}; {@code -Dkiungo.steps=2000}
 */
class TodayBenchmark {

  private static final Reference REFERENCE = Reference.builtIn();
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
            "inPlacesOfBothRatio");
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
          double both =
              other.entrySet().stream()
                  .filter(e -> central.containsKey(e.getKey()))
                  .mapToDouble(Map.Entry::getValue)
                  .sum();
          double all = other.values().stream().mapToDouble(Double::doubleValue).sum();
          table.add(name, all, both / all);
        });
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
    PopulatedPlace capital =
        REFERENCE.places(country).stream()
            .filter(place -> place.feature().equals("PPLC"))
            .findFirst()
            .orElseThrow();
    String district = REFERENCE.nearestDistrict(country, capital.location()).name();
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

  /** Technologies by people gained, most first: "fwa 61 %, ftth 39 %". */
  private static String technologies(Plan plan) {
    Map<String, Double> people = new TreeMap<>();
    double all = 0;
    for (SettlementService s : plan.settlements()) {
      if (isGain(s)) {
        people.merge(s.technologyId(), s.peopleServed(), Double::sum);
        all += s.peopleServed();
      }
    }
    double sum = all;
    return people.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .map(e -> e.getKey() + " " + Math.round(100 * e.getValue() / sum) + " %")
        .collect(Collectors.joining(", "));
  }
}
