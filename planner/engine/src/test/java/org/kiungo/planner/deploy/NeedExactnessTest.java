package org.kiungo.planner.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.alternative.AlternativeStudy;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.doubt.DoubtWorlds;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.alternative.Alternatives;
import org.kiungo.planner.folder.alternative.Alternatives.Need;
import org.kiungo.planner.folder.alternative.AlternativesFolder;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioFacts;

/** What is called necessary, against the optimum without it found by trying everything. */
class NeedExactnessTest {

  private static final double WITHIN_RATIO = 0.1;

  @Test
  void noPlanWithoutSomethingLosesLessThanIsProven() {
    int necessary = 0;
    for (long seed = 1; seed <= 5; seed++) {
      PlanningProblem world = SmallWorlds.random(seed, 4);
      PlanFolder plan = DoubtWorlds.planned(world, 60_000 + 30_000 * seed);
      AlternativesFolder found = AlternativeStudy.of(plan, WITHIN_RATIO, 1, 1, Progress.NONE);
      for (int k = 0; k < found.without().size(); k++) {
        Need need = found.alternatives().needs().get(k);
        Scenario without = found.without().get(k).scenario();
        DeploySettings settings =
            new DeploySettings(
                without.budgetUsd(),
                Double.NaN,
                without.technologyIds(),
                without.mediumIds(),
                List.of(),
                without.seed(),
                200);
        double best =
            BruteForce.bestValue(
                    new Question(ScenarioFacts.of(world, without), settings),
                    Math.round(need.value() * SolverUnits.VALUE_PER_PERSON))
                / SolverUnits.VALUE_PER_PERSON;
        double lostRatio = 1 - best / plan.certificate().value();
        assertThat(lostRatio)
            .as(seed + " " + need.id())
            .isGreaterThanOrEqualTo(need.fewerAtLeastRatio() - 1e-9);
        if (need.verdict().equals(Alternatives.NECESSARY)) {
          assertThat(lostRatio).isGreaterThan(WITHIN_RATIO);
          necessary++;
        }
      }
    }
    assertThat(necessary).isPositive();
  }
}
