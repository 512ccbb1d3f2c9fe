package org.kiungo.planner.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SmallWorlds;
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
