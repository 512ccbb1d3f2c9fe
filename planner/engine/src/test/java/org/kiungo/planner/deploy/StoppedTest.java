package org.kiungo.planner.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.deploy.construct.GreedyConstruction;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.Scenario.Goal;
import org.kiungo.planner.scenario.ScenarioBuilder;
import org.kiungo.planner.scenario.ScenarioFacts;

/** Whenever a search is stopped, its plan is a plan. */
class StoppedTest {

  private static final double BUDGET_USD = 200_000;
  private static final int[] LOOKS = {0, 1, 2, 3, 5, 8, 20, 100};

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 12);
  }

  private static PlanningProblem world(long seed) {
    return SmallWorlds.random(seed, 9);
  }

  private static Scenario scenario(Goal goal, long seed) {
    return ScenarioBuilder.builder()
        .countries(List.of("BEN"))
        .goal(goal)
        .budgetUsd(BUDGET_USD)
        .standard(SmallWorlds.PLAIN)
        .money(SmallWorlds.ONE_YEAR)
        .seed(seed)
        .steps(800)
        .build();
  }

  /** True from so many looks at the clock on. */
  private static BooleanSupplier after(int looks) {
    AtomicInteger looked = new AtomicInteger();
    return () -> looked.getAndIncrement() >= looks;
  }

  private static double greedy(long seed, double budgetUsd) {
    Scenario scenario = scenario(Goal.MOST_PEOPLE_UNDER_BUDGET, seed);
    DeploySettings settings =
        new DeploySettings(
            budgetUsd, Double.NaN, List.of(), List.of(), List.of(), seed, scenario.steps());
    Question world = new Question(ScenarioFacts.of(world(seed), scenario), settings);
    Draft draft = new GreedyConstruction(world.withBudget(budgetUsd)).build(() -> false);
    return draft.value() / SolverUnits.VALUE_PER_PERSON;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noPlanIsWorseThanTheGreedyOne(long seed) {
    double greedy = greedy(seed, BUDGET_USD);
    assertThat(greedy).isPositive();
    Scenario scenario = scenario(Goal.MOST_PEOPLE_UNDER_BUDGET, seed);
    for (int looks : LOOKS) {
      PlanResult found = Planner.plan(world(seed), scenario, Progress.NONE, after(looks));
      assertThat(found.certificate().value())
          .as("seed %d after %d looks", seed, looks)
          .isGreaterThanOrEqualTo(greedy - 1e-6);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void moneyForDistrictsIsSpentToo(long seed) {
    Scenario scenario = scenario(Goal.HIGHEST_DISTRICT_FLOOR, seed);
    PlanResult found = Planner.plan(world(seed), scenario, Progress.NONE, () -> true);
    assertThat(found.plan().totals().lifetimeCostUsd()).isPositive();
  }

  /** Only the first plan has time: the others are no worse, for a dollar more or for thousands. */
  @ParameterizedTest
  @MethodSource("seeds")
  void moreMoneyNeverServesFewerWhereverTheTimeWent(long seed) {
    double[] budgetsUsd = {BUDGET_USD, BUDGET_USD + 1, BUDGET_USD + 9_000, 2 * BUDGET_USD};
    IntFunction<BooleanSupplier> stops = left -> () -> left < budgetsUsd.length;
    Scenario scenario = scenario(Goal.MOST_PEOPLE_UNDER_BUDGET, seed);
    for (boolean nested : new boolean[] {false, true}) {
      List<PlanResult> plans =
          nested
              ? Planner.nestedFrontier(world(seed), scenario, budgetsUsd, Progress.NONE, stops)
              : Planner.frontier(world(seed), scenario, budgetsUsd, Progress.NONE, stops);
      double before = greedy(seed, BUDGET_USD) - 1e-6;
      for (int k = 0; k < budgetsUsd.length; k++) {
        PlanResult plan = plans.get(k);
        assertThat(plan.certificate().value()).as("seed %d", seed).isGreaterThanOrEqualTo(before);
        assertThat(plan.plan().totals().lifetimeCostUsd()).isLessThanOrEqualTo(budgetsUsd[k]);
        assertThat(plan.certificate().bound())
            .isGreaterThanOrEqualTo(plan.certificate().value() - 1e-6);
        before = plan.certificate().value();
      }
    }
  }
}
