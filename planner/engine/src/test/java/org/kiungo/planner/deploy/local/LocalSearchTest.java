package org.kiungo.planner.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.planner.CountryData;
import org.kiungo.planner.SeededSample;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.deploy.BroadbandSolver;
import org.kiungo.planner.deploy.Deployment;
import org.kiungo.planner.deploy.moves.Neighbourhood;
import org.kiungo.planner.deploy.search.PlanImprover;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.optaplanner.core.config.solver.EnvironmentMode;

@Tag("slow")
class LocalSearchTest {

  private static Deployment solve(long seed, PlanImprover improver) {
    DeploySettings settings =
        new DeploySettings(200_000, Double.NaN, List.of(), List.of(), List.of(), seed, 150);
    return new BroadbandSolver(SmallWorlds.random(seed, 12), settings, improver)
        .solve(200_000, Progress.NONE, () -> false);
  }

  static List<Long> asserted() {
    return SeededSample.of("asserted searches", LongStream.rangeClosed(1, 6).boxed().toList(), 3);
  }

  static List<Long> searched() {
    return SeededSample.of("searches", LongStream.rangeClosed(1, 10).boxed().toList(), 5);
  }

  /** OptaPlanner itself compares every incremental score with one computed from scratch. */
  @ParameterizedTest
  @MethodSource("asserted")
  void incrementalScoreEqualsTheScoreFromScratch(long seed) {
    PlanImprover asserted =
        new LocalSearch(EnvironmentMode.FULL_ASSERT, EnumSet.allOf(Neighbourhood.Kind.class));
    assertThat(solve(seed, asserted).steps()).isEqualTo(150);
  }

  @ParameterizedTest
  @MethodSource("searched")
  void searchNeverLosesWhatTheConstructionFound(long seed) {
    double start = solve(seed, PlanImprover.NONE).weightedPeople();
    Deployment searched = solve(seed, new LocalSearch());
    assertThat(searched.weightedPeople()).isGreaterThanOrEqualTo(start);
    assertThat(searched.weightedPeople()).isLessThanOrEqualTo(searched.boundPeople());
  }

  /** Where links and sites fill up and some choices are locked, there is something to be found. */
  @Test
  void searchImprovesWhatTheConstructionFound() throws IOException {
    double built = 0;
    double searched = 0;
    for (int settlements : SeededSample.of("searched problems", List.of(200, 300, 400), 2)) {
      PlanningProblem problem = CountryData.read(Integer.toString(settlements));
      built += planned(problem, PlanImprover.NONE);
      searched += planned(problem, new LocalSearch());
    }
    assertThat(searched).isGreaterThan(1.003 * built);
  }

  /** Solvers come from one factory, which must not keep the first one's seed or length. */
  @Test
  void everySearchHasItsOwnSeedAndLength() throws IOException {
    PlanningProblem problem = CountryData.read("200");
    double first = planned(problem, new LocalSearch(), 42, 1_000);
    // one other seed may end at the same plan, as may a long search and a longer one
    boolean another =
        LongStream.range(43, 47)
            .anyMatch(seed -> planned(problem, new LocalSearch(), seed, 1_000) != first);
    assertThat(another).isTrue();
    assertThat(planned(problem, new LocalSearch(), 42, 50)).isNotEqualTo(first);
    assertThat(planned(problem, new LocalSearch(), 42, 1_000)).isEqualTo(first);
  }

  private static double planned(PlanningProblem problem, PlanImprover improver) {
    return planned(problem, improver, 42, 2_000);
  }

  private static double planned(
      PlanningProblem problem, PlanImprover improver, long seed, long steps) {
    double budgetUsd = 10_000.0 * problem.settlements().size();
    List<DeploySettings.LockedChoice> locks =
        problem.settlements().stream()
            .filter(s -> s.id().endsWith("7"))
            .map(s -> new DeploySettings.LockedChoice(s.id(), "fwa", true))
            .toList();
    return new BroadbandSolver(
            problem,
            new DeploySettings(budgetUsd, Double.NaN, List.of(), List.of(), locks, seed, steps),
            improver)
        .solve(budgetUsd, Progress.NONE, () -> false)
        .weightedPeople();
  }
}
