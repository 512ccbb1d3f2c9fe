package org.kiungo.planner.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.deploy.local.LocalSearch;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;

/** Random worlds of six to twelve places against their exact optimum. */
class TwelvePlacesTest {

  private static final int WORLDS = 60;

  /** Cables alone, so few people that one system carries them all: 12 × 120 × 0.5 < 800 Mbps. */
  private static PlanningProblem world(SplittableRandom random) {
    List<Settlement> settlements = new ArrayList<>();
    int places = 6 + random.nextInt(7);
    for (int k = 0; k < places; k++) {
      double lon = 2 + 0.8 * random.nextDouble();
      double lat = 9 + 0.8 * random.nextDouble();
      double people = 10 + random.nextInt(110);
      settlements.add(SmallWorlds.settlement("s" + (char) ('a' + k), lon, lat, people));
    }
    return SmallWorlds.problem(
        settlements,
        List.of(SmallWorlds.node("N", 2 + 0.8 * random.nextDouble(), 8.9)),
        List.of(),
        List.of(),
        List.of(SmallWorlds.cable()));
  }

  @Test
  void boundIsNeverBelowAndPlanSeldomBelowTheOptimum() {
    int optimal = 0;
    double lost = 0;
    for (long seed = 1; seed <= WORLDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      PlanningProblem problem = world(random);
      double budgetUsd = Math.rint(60_000 + 500_000 * random.nextDouble());
      DeploySettings settings =
          new DeploySettings(budgetUsd, Double.NaN, List.of(), List.of(), List.of(), seed, 3_200);
      Deployment found =
          new BroadbandSolver(problem, settings, new LocalSearch())
              .solve(budgetUsd, Progress.NONE, () -> false);
      Question world = new Question(problem, settings);
      double best =
          new SteinerTable(world).bestValue(world.budgetCents()) / SolverUnits.VALUE_PER_PERSON;
      assertThat(found.boundPeople())
          .as("bound of seed %d", seed)
          .isGreaterThanOrEqualTo(best - 1e-6);
      assertThat(found.weightedPeople())
          .as("plan of seed %d", seed)
          .isLessThanOrEqualTo(best + 1e-6);
      optimal += found.weightedPeople() >= best - 1e-6 ? 1 : 0;
      lost += best == 0 ? 0 : (best - found.weightedPeople()) / best;
    }
    assertThat(optimal).isGreaterThanOrEqualTo(WORLDS * 9 / 10);
    assertThat(lost / WORLDS).isLessThanOrEqualTo(0.005);
  }
}
