package org.kiungo.planner.programme;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.planner.MeasurementTable;
import org.kiungo.planner.Planner;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Programme;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioBuilder;

/**
 * Programmes of three and five phases on four countries of the built-in data, and what the ways in
 * which people plan phases today reach with the same money.
 *
 * <p>{@code mvn -Pbenchmark -pl planner/lab -am test -Dtest=ProgrammeBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}; {@code -Dkiungo.steps=2000}, {@code
 * -Dkiungo.countries=LSO,KEN} and {@code -Dkiungo.phases=3} take other limits or some only.
 */
class ProgrammeBenchmark {

  private static final long STEPS = Long.getLong("kiungo.steps", 2000);
  private static final Set<String> COUNTRIES =
      Set.of(System.getProperty("kiungo.countries", "LSO,RWA,KEN,BEN").split(","));
  private static final int ONLY = Integer.getInteger("kiungo.phases", 0);

  /** Money of a whole programme: about what serves half of those without service. */
  private record Question(String country, double usd) {}

  @Test
  void programmesAndTheWaysOfToday() {
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmarks/programme.tsv"),
            "country",
            "phases",
            "way",
            "weightedPersonYears",
            "shareOfBound",
            "gapRatio",
            "peopleByPhase",
            "spentRatio",
            "seconds");
    for (Question q :
        List.of(
            new Question("LSO", 25e6),
            new Question("RWA", 100e6),
            new Question("KEN", 200e6),
            new Question("BEN", 60e6))) {
      for (int phases : COUNTRIES.contains(q.country) ? List.of(3, 5) : List.<Integer>of()) {
        if (ONLY == 0 || ONLY == phases) {
          measure(table, q, phases(q.usd, phases));
        }
      }
    }
  }

  private static void measure(MeasurementTable table, Question q, List<Phase> phases) {
    PlanningProblem problem = problem(q.country);
    Scenario scenario =
        ScenarioBuilder.builder().countries(List.of(q.country)).phases(phases).steps(STEPS).build();
    long began = System.nanoTime();
    PlanResult found = Planner.plan(problem, scenario, Progress.NONE, () -> false);
    double seconds = (System.nanoTime() - began) / 1e9;
    double bound = found.certificate().bound();
    row(table, q, phases.size(), "programme", found.plan().programme(), bound, seconds);
  }

  private static void row(
      MeasurementTable table,
      Question q,
      int phases,
      String way,
      Programme programme,
      double bound,
      double seconds) {
    double value = programme.weightedPersonYears();
    List<String> people = new ArrayList<>();
    double spent = 0;
    for (Programme.PhaseAccount each : programme.phases()) {
      people.add("%.0f".formatted(each.peopleServed() + each.peopleBasic()));
      spent += each.spentUsd();
    }
    table.add(
        q.country,
        phases,
        way,
        value,
        value / bound,
        (bound - value) / bound,
        String.join(" ", people),
        spent / q.usd,
        seconds);
    System.out.printf(
        "%s %d %s %.0f gap %.4f %s spent %.3f in %.1f s%n",
        q.country, phases, way, value, (bound - value) / bound, people, spent / q.usd, seconds);
  }

  /** Three phases of 2, 3 and 5 years with 20, 30 and 50 % of the money, or five equal ones. */
  private static List<Phase> phases(double usd, int count) {
    return count == 3
        ? List.of(
            new Phase(2027, 2028, 0.2 * usd),
            new Phase(2029, 2031, 0.3 * usd),
            new Phase(2032, 2036, 0.5 * usd))
        : List.of(
            new Phase(2027, 2028, 0.2 * usd),
            new Phase(2029, 2030, 0.2 * usd),
            new Phase(2031, 2032, 0.2 * usd),
            new Phase(2033, 2034, 0.2 * usd),
            new Phase(2035, 2036, 0.2 * usd));
  }

  private static PlanningProblem problem(String country) {
    return ProblemAssembly.builtIn(
        List.of(country), CatalogueReader.builtIn(), ServiceStandard.DEFAULT, Money.DEFAULT);
  }
}
