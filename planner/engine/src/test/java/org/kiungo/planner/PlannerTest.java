package org.kiungo.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;

class PlannerTest {

  private static PlanResult plan(PlanningProblem problem, double budgetUsd) {
    return Planner.plan(problem, SmallWorlds.scenario(budgetUsd, 200), Progress.NONE, () -> false);
  }

  @Test
  void zeroBudgetBuildsNothing() {
    PlanResult result = plan(SmallWorlds.line(3), 0);
    assertThat(result.plan().totals().lifetimeCostUsd()).isZero();
    assertThat(result.plan().sites()).isEmpty();
    assertThat(result.plan().links()).isEmpty();
    assertThat(result.certificate().bound()).isCloseTo(0, within(1e-3));
    assertThat(result.plan().settlements())
        .allMatch(s -> s.reason() == Plan.UnservedReason.OVER_BUDGET);
  }

  @Test
  void unlimitedBudgetServesEverybody() {
    PlanResult result = plan(SmallWorlds.line(5), Double.NaN);
    assertThat(result.plan().totals().peopleServed()).isEqualTo(2500);
    assertThat(result.certificate().gapRatio()).isLessThan(1e-6);
  }

  /** Per settlement 40,000 + 500 × 30 + one 30,000 hop = 85,000: two fit into 170,000. */
  @Test
  void lineIsBuiltFromTheNetworkOutward() {
    PlanResult result = plan(SmallWorlds.line(5), 170_000);
    assertThat(result.plan().totals().peopleServed()).isEqualTo(1000);
    assertThat(result.plan().totals().lifetimeCostUsd()).isEqualTo(170_000);
    assertThat(result.plan().links()).extracting(Plan.BuiltLink::toId).containsExactly("N", "s1");
  }

  @Test
  void oneMastServesItsNeighbours() {
    PlanResult result = plan(SmallWorlds.cross(), 200_000);
    assertThat(result.plan().totals().peopleServed()).isEqualTo(1500);
    assertThat(result.plan().sites()).hasSize(1);
    assertThat(result.plan().totals().lifetimeCostUsd())
        .isEqualTo(40_000 + 1500 * 30 + 60_000, within(0.01));
  }

  @Test
  void sameInputsGiveTheSamePlan() {
    PlanningProblem world = SmallWorlds.random(7, 12);
    assertThat(plan(world, 300_000)).isEqualTo(plan(world, 300_000));
  }

  /** Three of five on the line: 3 × 85,000; links of one system carry all of it. */
  @Test
  void targetIsReachedAtLeastCostAndTheBoundBelow() {
    Scenario scenario = SmallWorlds.scenario(Double.NaN, 50).withTarget(0.6);
    PlanResult result = Planner.plan(SmallWorlds.line(5), scenario, Progress.NONE, () -> false);
    assertThat(result.plan().totals().peopleServed()).isEqualTo(1500);
    assertThat(result.plan().totals().lifetimeCostUsd()).isEqualTo(255_000);
    assertThat(result.certificate().sense()).isEqualTo(Certificate.Sense.MINIMISE);
    assertThat(result.certificate().bound()).isBetween(200_000.0, 255_000.0);
  }

  @Test
  void targetBeyondReachIsRefused() {
    Scenario scenario = SmallWorlds.scenario(Double.NaN, 50).withTarget(0.9);
    assertThatThrownBy(
            () -> Planner.plan(SmallWorlds.unreachable(), scenario, Progress.NONE, () -> false))
        .isInstanceOf(InputRefused.class)
        .hasMessageContaining("target.unreachable");
  }
}
