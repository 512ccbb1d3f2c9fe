package org.kiungo.planner.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.doubt.DoubtLayer;
import org.kiungo.planner.doubt.DoubtWorlds;
import org.kiungo.planner.doubt.Futures;
import org.kiungo.planner.folder.doubt.DoubtFolder;
import org.kiungo.planner.folder.doubt.FutureRow;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.scenario.ScenarioFacts;

/** Bounds of futures against the optimum found by trying everything. */
class FutureExactnessTest {

  private static final int FUTURES = 4;

  @Test
  void noBoundOfAFutureIsBelowItsOptimum() {
    for (long seed = 1; seed <= 6; seed++) {
      PlanningProblem world = DoubtWorlds.world(seed, 4);
      double budgetUsd = 60_000 + 30_000 * seed;
      DoubtFolder found =
          DoubtWorlds.doubted(DoubtWorlds.planned(world, budgetUsd), FUTURES, 0.7 * budgetUsd, 1);
      for (FutureRow each : found.futures()) {
        List<DoubtLayer> layers =
            each.layer().isEmpty() ? DoubtWorlds.ALL : DoubtLayer.of(List.of(each.layer()));
        PlanningProblem facts =
            ScenarioFacts.of(
                Futures.of(world, layers, 7, FUTURES, each.number()), found.plan().scenario());
        DeploySettings settings =
            new DeploySettings(budgetUsd, Double.NaN, List.of(), List.of(), List.of(), seed, 200);
        double best =
            BruteForce.bestValue(
                    new Question(facts, settings),
                    Math.round(each.refilled() * SolverUnits.VALUE_PER_PERSON))
                / SolverUnits.VALUE_PER_PERSON;
        assertThat(each.bound()).as(seed + " " + each.name()).isGreaterThanOrEqualTo(best - 1e-6);
        assertThat(each.refilled()).isLessThanOrEqualTo(best + 1e-6);
        if (each.layer().isEmpty()) {
          assertThat(each.completed()).isLessThanOrEqualTo(best + 1e-6);
        }
      }
    }
  }
}
