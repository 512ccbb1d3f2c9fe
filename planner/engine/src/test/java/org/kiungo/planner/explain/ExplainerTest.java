package org.kiungo.planner.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.deploy.plan.OptionHere;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.PlanResult;

class ExplainerTest {

  private static Explainer explainer(PlanningProblem problem, double budgetUsd) {
    PlanResult result =
        Planner.plan(problem, SmallWorlds.scenario(budgetUsd, 50), Progress.NONE, () -> false);
    return Planner.explainer(problem, result);
  }

  /** s1 and s2 are built for 170,000; s3 needs a mast, its terminals and a hop: 85,000 more. */
  @Test
  void unservedPlaceSaysWhatItWouldTake() {
    Explanation why = explainer(SmallWorlds.line(3), 170_000).explain("s3");
    assertThat(why.binding()).isEqualTo(Explanation.Binding.BUDGET);
    assertThat(why.budgetNeededUsd()).isCloseTo(85_000, within(0.01));
    assertThat(why.priceUsdPerPerson()).isCloseTo(170, within(0.01));
  }

  /** Dishes for 200,000; a mast would need 44 km of fibre for 880,000 and itself for 55,000. */
  @Test
  void placeWithBasicServiceSaysWhatTheStandardWouldTake() {
    PlanningProblem far =
        SmallWorlds.problem(
            List.of(SmallWorlds.settlement("s1", 2, 9.4, 500)),
            List.of(SmallWorlds.node("N", 2, 9)),
            List.of(),
            List.of(),
            List.of(SmallWorlds.mast(), SmallWorlds.dish()));
    Explanation why = explainer(far, 300_000).explain("s1");
    assertThat(why.technologyId()).isEqualTo("dish");
    assertThat(why.binding()).isEqualTo(Explanation.Binding.BUDGET);
    assertThat(why.budgetNeededUsd()).isCloseTo(935_000 - 300_000, within(10_000.0));
    assertThat(why.options()).extracting(OptionHere::people).containsOnly(500.0);
  }

  @Test
  void servedPlaceNamesItsRunnerUp() {
    Explanation why = explainer(SmallWorlds.cross(), 200_000).explain("s1");
    assertThat(why.technologyId()).isEqualTo("mast");
    assertThat(why.runnerUpTechnologyId()).isEqualTo("cable");
    assertThat(why.runnerUpExtraCostUsd()).isPositive();
    assertThat(why.binding()).isEqualTo(Explanation.Binding.NOTHING);
  }

  @Test
  void unknownPlaceIsRefused() {
    assertThatThrownBy(() -> explainer(SmallWorlds.line(2), 0).explain("nowhere"))
        .isInstanceOf(InputRefused.class);
  }
}
