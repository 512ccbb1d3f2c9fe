package org.kiungo.planner.programme;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.MeasurementTable;
import org.kiungo.planner.deploy.local.LocalSearch;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.programme.ProgrammePlanning.ScheduleSearch;
import org.kiungo.planner.programme.local.PhaseSearch;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioBuilder;
import org.kiungo.planner.scenario.ScenarioFacts;

/**
 * OptaPlanner's search of phases beside a plain late acceptance on the same neighbourhood, from
 * every start of a programme of Lesotho and of Rwanda.
 *
 * <p>{@code mvn -Pbenchmark -pl planner/lab -am test -Dtest=PhaseAblationBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}
 */
class PhaseAblationBenchmark {

  private static final long MOVES = 20_000;
  private static final int SEEDS = 3;

  /** A search that was asked for. */
  private record Asked(Schedule start, ScheduleSearch.Request request) {}

  @Test
  void optaPlannerBesidePlainLateAcceptance() {
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmarks/phase-ablation.tsv"),
            "country",
            "phases",
            "starts",
            "gain of OptaPlanner %",
            "gain of plain late acceptance %",
            "OptaPlanner better",
            "plain better");
    for (int phases : new int[] {3, 5}) {
      measure(table, "LSO", ProgrammeBenchmark.phases(25e6, phases));
      measure(table, "RWA", ProgrammeBenchmark.phases(20e6, phases));
    }
  }

  private static void measure(MeasurementTable table, String country, List<Phase> phases) {
    double opta = 0;
    double plain = 0;
    int better = 0;
    int worse = 0;
    List<Asked> asked = asked(country, phases);
    for (Asked each : asked) {
      for (int seed = 0; seed < SEEDS; seed++) {
        double one = gain(new PhaseSearch(), each, seed);
        double other = gain(new PlainPhaseSearch(), each, seed);
        opta += one / SEEDS / asked.size();
        plain += other / SEEDS / asked.size();
        better += one > other ? 1 : 0;
        worse += one < other ? 1 : 0;
      }
    }
    table.add(country, phases.size(), asked.size(), 100 * opta, 100 * plain, better, worse);
  }

  private static double gain(ScheduleSearch search, Asked asked, int seed) {
    ScheduleSearch.Request own =
        new ScheduleSearch.Request(
            asked.request.cumulativeCents(),
            asked.request.rowPricePerCent(),
            seed,
            MOVES,
            asked.request.fitted());
    double before = asked.start.value();
    return search.improve(asked.start.copy(), own, () -> false).value() / before - 1;
  }

  /** All that a programme wants searched, none of it searched. */
  private static List<Asked> asked(String country, List<Phase> phases) {
    PlanningProblem problem = ProgrammeBenchmark.problem(country);
    Scenario scenario =
        ScenarioBuilder.builder().countries(List.of(country)).phases(phases).build();
    DeploySettings settings =
        new DeploySettings(
            Double.NaN, Double.NaN, List.of(), List.of(), List.of(), scenario.seed(), 1_000);
    List<Asked> asked = new ArrayList<>();
    new ProgrammePlanning(
            ScenarioFacts.of(problem, scenario),
            phases,
            scenario.phaseWeights(),
            settings,
            new LocalSearch(),
            (start, request, stop) -> {
              asked.add(new Asked(start.copy(), request));
              return start;
            })
        .plan(Progress.NONE, () -> false);
    return asked;
  }
}
