package org.kiungo.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Today;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.Scenario.Lock;

/** Locked choices are kept, forbidden ones never built, and lines tapped where they run. */
class LocksAndTapsTest {

  private static Plan plan(PlanningProblem problem, double budgetUsd, Lock... locks) {
    Scenario s = SmallWorlds.scenario(budgetUsd, 100);
    Scenario locked = s.withLocks(List.of(locks));
    return Planner.plan(problem, locked, Progress.NONE, () -> false).plan();
  }

  private static SettlementService at(Plan plan, String id) {
    return plan.settlements().stream()
        .filter(s -> s.settlementId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void lockedTechnologyIsBuilt() {
    Plan plan = plan(SmallWorlds.cross(), 400_000, new Lock("s1", "cable", false));
    assertThat(at(plan, "s1").technologyId()).isEqualTo("cable");
    assertThat(at(plan, "s0").technologyId()).isEqualTo("mast");
  }

  @Test
  void forbiddenTechnologyIsNotUsedThere() {
    Plan plan = plan(SmallWorlds.cross(), 200_000, new Lock("s1", "mast", true));
    assertThat(at(plan, "s1").technologyId()).isNotEqualTo("mast");
    assertThat(at(plan, "s2").technologyId()).isEqualTo("mast");
  }

  @Test
  void placeWithoutAllowedTechnologySaysForbidden() {
    Plan plan = plan(SmallWorlds.cross(), 200_000, new Lock("s1", "*", true));
    assertThat(at(plan, "s1").reason()).isEqualTo(Plan.UnservedReason.FORBIDDEN);
  }

  @Test
  void lockDearerThanTheBudgetIsRefused() {
    assertThatThrownBy(() -> plan(SmallWorlds.cross(), 10_000, new Lock("s1", "cable", false)))
        .isInstanceOf(InputRefused.class)
        .hasMessageContaining("lock.overBudget");
  }

  /**
   *
   *
   * <pre>
   *  ════╤════ fibre      the tap is at the foot of the perpendicular, 11 km from s1;
   *      │                the planned line right beside s1 is never tapped
   *      s1
   * </pre>
   */
  @Test
  void linksStartAtTheFootOfThePerpendicularOnOperationalFibre() {
    FibreLine line =
        new FibreLine(
            "f",
            List.of(new LonLat(1, 9.1), new LonLat(3, 9.1)),
            "BEN",
            "",
            FibreLine.Status.OPERATIONAL,
            "test");
    FibreLine planned =
        new FibreLine(
            "p",
            List.of(new LonLat(1, 9.001), new LonLat(3, 9.001)),
            "BEN",
            "",
            FibreLine.Status.PLANNED,
            "test");
    FibreLine unknown =
        new FibreLine(
            "u",
            List.of(new LonLat(1, 9.002), new LonLat(3, 9.002)),
            "BEN",
            "",
            FibreLine.Status.UNKNOWN,
            "test");
    PlanningProblem problem =
        SmallWorlds.problem(
            List.of(SmallWorlds.settlement("s1", 2, 9, 500)),
            List.of(),
            List.of(line, planned, unknown),
            List.of(),
            List.of(SmallWorlds.mast()));
    Plan plan = plan(problem, 100_000);
    assertThat(plan.links()).hasSize(1);
    assertThat(plan.links().get(0).toId()).isEqualTo("tap:f@2.0,9.1");
    assertThat(plan.links().get(0).distanceKm()).isBetween(11.0, 11.1);
    Today works = new Today(null, null, Today.UnknownFibre.WORKS, null, null);
    Scenario taken = SmallWorlds.scenario(100_000, 100).withToday(works);
    Plan near = Planner.plan(problem, taken, Progress.NONE, () -> false).plan();
    assertThat(near.links().get(0).toId()).isEqualTo("tap:u@2.0,9.002");
  }
}
