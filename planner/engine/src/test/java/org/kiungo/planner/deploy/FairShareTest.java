package org.kiungo.planner.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.deploy.local.LocalSearch;
import org.kiungo.planner.deploy.question.Districts;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.question.Welfare;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;

/** Fair shares of districts against the fairest found by trying everything. */
class FairShareTest {

  private static final int WORLDS = 100;

  /** Two districts of a random world, west and east by turns. */
  private static PlanningProblem inDistricts(PlanningProblem problem) {
    List<Settlement> settlements = new ArrayList<>();
    for (Settlement s : problem.settlements()) {
      settlements.add(s.withDistrict(settlements.size() % 2 == 0 ? "east" : "west"));
    }
    return SmallWorlds.problem(
        settlements, problem.nodes(), List.of(), List.of(), problem.catalogue().technologies());
  }

  @ParameterizedTest
  @EnumSource(Welfare.class)
  void boundIsNeverBelowAndPlansAreAsFairAsAny(Welfare welfare) {
    int optimal = 0;
    for (long seed = 1; seed <= WORLDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      PlanningProblem problem = inDistricts(SmallWorlds.random(seed, 2 + random.nextInt(2)));
      double budgetUsd = Math.rint(50_000 + 300_000 * random.nextDouble());
      DeploySettings settings =
          new DeploySettings(budgetUsd, Double.NaN, List.of(), List.of(), List.of(), seed, 200);
      Deployment found =
          new BroadbandSolver(problem, settings, new LocalSearch())
              .solveForFairness(welfare, budgetUsd, Progress.NONE, () -> false);
      Question world = new Question(problem, settings);
      Districts districts = new Districts(problem.settlements(), problem.standard());
      double best =
          BruteForce.bestOf(
              world,
              draft -> welfare.of(districts.shares(draft::ownValue), districts.peopleRatio()));
      assertThat(found.boundPeople()).as("seed %d", seed).isGreaterThanOrEqualTo(best - 1e-6);
      assertThat(found.weightedPeople()).as("seed %d", seed).isLessThanOrEqualTo(best + 1e-6);
      assertThat(found.plan().totals().lifetimeCostUsd()).isLessThanOrEqualTo(budgetUsd);
      optimal += found.weightedPeople() >= best - 1e-6 ? 1 : 0;
    }
    assertThat(optimal).isEqualTo(WORLDS);
  }

  /** What the worse off of two people drawn by chance has is the mean less what is unequal. */
  @Test
  void equitableSharesAreTheMeanLessTheGiniCoefficient() {
    double[] people = {0.5, 0.3, 0.2};
    double[] share = {0.9, 0.2, 0.4};
    double mean = 0;
    double difference = 0;
    for (int d = 0; d < 3; d++) {
      mean += people[d] * share[d];
      for (int e = 0; e < 3; e++) {
        difference += people[d] * people[e] * Math.abs(share[d] - share[e]);
      }
    }
    double gini = difference / (2 * mean);
    assertThat(Welfare.EQUITABLE_SHARE.of(share, people))
        .isCloseTo(mean * (1 - gini), within(1e-12));
  }

  /** However weights learn, no weighted mean lies below what it bounds. */
  @Test
  void weightedMeansBoundEveryShares() {
    SplittableRandom random = new SplittableRandom(7);
    double[] people = {0.1, 0.4, 0.2, 0.3};
    for (Welfare welfare : Welfare.values()) {
      Welfare.Weights weights = welfare.weights(people);
      for (int k = 0; k < 200; k++) {
        double[] share = random.doubles(4).toArray();
        double[] weight = weights.weight();
        double mean = 0;
        for (int d = 0; d < 4; d++) {
          mean += weight[d] * share[d];
        }
        assertThat(Arrays.stream(weight).sum()).isCloseTo(1, within(1e-9));
        assertThat(mean).isGreaterThanOrEqualTo(welfare.of(share, people) - 1e-9);
        weights.learn(share, random.nextDouble());
      }
    }
  }
}
