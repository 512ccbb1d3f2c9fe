package org.kiungo.planner.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.planner.BorderWorlds;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.compare.JointPair.Country;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;

/** An answer beats its own parts, and a difference that nothing crosses for is none. */
class JointPairTest {

  private static final int WORLDS = 6;
  private static final int PLACES = 40;

  private static Scenario scenario(double budgetUsd, Map<String, Double> byCountry) {
    return SmallWorlds.scenario(budgetUsd, 5)
        .with()
        .countries(List.of("BEN", "TGO"))
        .budgetsByCountry(byCountry)
        .build();
  }

  /** Searches that are stopped after one price leave much behind. */
  private static JointPair run(PlanningProblem world, Scenario scenario) {
    return JointPair.run(world, scenario, iso3 -> 1_000, Progress.NONE, plans -> () -> true);
  }

  private static PlanningProblem world(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return BorderWorlds.divided(SmallWorlds.wide(seed, PLACES), random);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void togetherNobodyIsShortOfThePartsAndWhereNothingCrossesThereIsNoDifference(int capped) {
    int crossed = 0;
    int none = 0;
    for (int seed = 1 + capped * WORLDS; seed <= (1 + capped) * WORLDS; seed++) {
      PlanningProblem world = world(seed);
      double usd = 300_000 + 40_000 * seed;
      Map<String, Double> byCountry =
          capped == 0 ? Map.of() : Map.of("BEN", 0.6 * usd, "TGO", 0.4 * usd);
      JointPair pair = run(world, scenario(usd, byCountry));
      assertThat(pair.jointPeople())
          .as("seed %d", seed)
          .isGreaterThanOrEqualTo(pair.separatePeople() - 1e-6)
          .isCloseTo(pair.joint().certificate().value(), within(1e-6));
      double spentUsd = 0;
      for (Country each : pair.countries()) {
        spentUsd += each.separateUsd();
        assertThat(each.separateUsd()).isLessThanOrEqualTo(each.budgetUsd());
        assertThat(each.separatePeople()).isLessThanOrEqualTo(each.separateBoundPeople() + 1e-6);
      }
      assertThat(spentUsd).isLessThanOrEqualTo(usd);
      if (pair.crosses()) {
        crossed++;
        assertThat(pair.isDistinguishable())
            .isEqualTo(pair.jointPeople() > pair.separateBoundPeople() + 1e-6);
      } else {
        none++;
        assertThat(pair.gainedPeople()).isZero();
        assertThat(pair.losing()).isEmpty();
        for (Country each : pair.countries()) {
          assertThat(each.jointPeople()).isEqualTo(each.separatePeople());
          assertThat(each.jointUsd()).isEqualTo(each.separateUsd());
        }
        assertThat(pair.isDistinguishable()).isFalse();
      }
    }
    assertThat(crossed).isPositive();
    assertThat(none).isPositive();
  }

  /** One question has one answer, by whichever command it is asked: from its parts, too. */
  @Test
  void aPlanOfSeveralCountriesIsTheJointOne() {
    PlanningProblem world = world(1);
    Scenario scenario = scenario(340_000, Map.of());
    List<Integer> plans = new ArrayList<>();
    PlanResult plan =
        JointPair.plan(
            world,
            scenario,
            List.of(),
            Progress.NONE,
            left -> {
              plans.add(left);
              return () -> true;
            });
    assertThat(plan.plan()).isEqualTo(run(world, scenario).joint().plan());
    assertThat(plans).startsWith(6, 4, 3, 3);
    plans.clear();
    Scenario one = scenario.with().countries(List.of("BEN")).build();
    JointPair.plan(
        world,
        one,
        List.of(),
        Progress.NONE,
        left -> {
          plans.add(left);
          return () -> true;
        });
    assertThat(plans).containsExactly(1);
  }

  /** Plans of single countries in between are no best plan of all, and nobody resumes from one. */
  @Test
  void whatIsToldOnTheWayIsOfAllCountriesAndNeverGetsWorse() {
    List<double[]> told = new ArrayList<>();
    List<Plan> offered = new ArrayList<>();
    Progress listener =
        new Progress() {
          @Override
          public void report(String phase, double done, double value, double bound, double gap) {
            told.add(new double[] {value, bound});
          }

          @Override
          public void offer(Supplier<Plan> plan) {
            offered.add(plan.get());
          }
        };
    PlanningProblem world = world(2);
    JointPair.run(world, scenario(380_000, Map.of()), iso3 -> 1_000, listener, left -> () -> false);
    double[] before = {Double.NaN, Double.NaN};
    for (double[] each : told) {
      assertThat(each[0] < before[0] || each[1] > before[1])
          .as("%s after %s", each, before)
          .isFalse();
      before = each;
    }
    assertThat(before[0]).isPositive();
    assertThat(offered)
        .isNotEmpty()
        .allMatch(each -> each.settlements().size() == world.settlements().size());
  }

  @Test
  void whoLosesIsNamed() {
    Country loses = new Country("TGO", 1, 1, 1, 400, 1_000, 1_000, 9_000);
    Country gains = new Country("BEN", 1, 1, 1, 2_000, 1_000, 1_200, 9_000);
    JointPair pair = new JointPair(null, List.of(gains, loses), List.of(), List.of());
    assertThat(pair.losing()).containsExactly(loses);
    assertThat(loses.gainedPeople()).isEqualTo(-600);
    assertThat(pair.gainedPeople()).as("nothing crosses").isZero();
  }
}
