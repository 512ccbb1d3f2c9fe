package org.kiungo.planner.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.deploy.question.Districts;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.search.PlanImprover;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;

/** Floors of districts against the highest found by trying everything. */
class FloorTest {

  private static final int WORLDS = 60;

  /** Two districts of a random world, west and east by turns. */
  private static PlanningProblem inDistricts(PlanningProblem problem) {
    List<Settlement> settlements = new ArrayList<>();
    for (Settlement s : problem.settlements()) {
      settlements.add(s.withDistrict(settlements.size() % 2 == 0 ? "east" : "west"));
    }
    return SmallWorlds.problem(
        settlements, problem.nodes(), List.of(), List.of(), problem.catalogue().technologies());
  }

  @Test
  void boundIsNeverBelowAndPlanSeldomBelowTheHighestFloor() {
    int optimal = 0;
    for (long seed = 1; seed <= WORLDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      PlanningProblem problem = inDistricts(SmallWorlds.random(seed, 2 + random.nextInt(2)));
      double budgetUsd = Math.rint(50_000 + 300_000 * random.nextDouble());
      DeploySettings settings =
          new DeploySettings(budgetUsd, Double.NaN, List.of(), List.of(), List.of(), seed, 0);
      Deployment found =
          new BroadbandSolver(problem, settings, PlanImprover.NONE)
              .solveForFloor(budgetUsd, Progress.NONE, () -> false);
      Question world = new Question(problem, settings);
      Districts districts = new Districts(problem.settlements(), problem.standard());
      double best =
          BruteForce.bestOf(
              world, draft -> Arrays.stream(districts.shares(draft::ownValue)).min().orElse(1));
      assertThat(found.boundPeople()).as("seed %d", seed).isGreaterThanOrEqualTo(best - 1e-6);
      assertThat(found.weightedPeople()).as("seed %d", seed).isLessThanOrEqualTo(best + 1e-6);
      assertThat(found.plan().totals().lifetimeCostUsd()).isLessThanOrEqualTo(budgetUsd);
      optimal += found.weightedPeople() >= best - 1e-6 ? 1 : 0;
    }
    assertThat(optimal).isGreaterThanOrEqualTo(WORLDS * 7 / 10);
  }
}
