package org.kiungo.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.folder.PlanFolder;
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
import org.kiungo.planner.verify.FolderVerifier;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.form.Installed;

/** Locked choices are kept, forbidden ones never built, and lines tapped where they run. */
class LocksAndTapsTest {

  @TempDir private Path temp;

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

  /** A plan that chose a site itself is one of those that must have it: the bound is not below. */
  @Test
  void aSiteLockedWhereItStandsIsBuiltThereAndTheBoundHolds() throws IOException {
    int locked = 0;
    int moved = 0;
    for (long seed = 1; seed <= 16; seed++) {
      PlanningProblem world =
          seed % 2 == 0 ? SmallWorlds.wide(seed, 7) : SmallWorlds.random(seed, 7);
      Scenario free = SmallWorlds.scenario(300_000, 200);
      PlanFolder first = folder(world, free);
      Map<String, String> places = new HashMap<>();
      first.plan().sites().forEach(each -> places.put(each.id(), each.placeId()));
      for (SettlementService each : first.plan().settlements()) {
        String at = places.get(each.siteId());
        if (at == null) {
          continue;
        }
        Lock own = new Lock(each.settlementId(), each.technologyId(), false, at);
        PlanFolder same = folder(world, free.withLocks(List.of(own)));
        assertThat(same.certificate().bound())
            .as("seed %d %s", seed, own)
            .isGreaterThanOrEqualTo(first.certificate().value() - 1e-6);
        assertThat(placeOf(same.plan(), each.settlementId())).isEqualTo(at);
        locked++;
        String home = each.settlementId();
        if (!at.equals(home)) {
          Lock other = new Lock(home, each.technologyId(), false, home);
          PlanFolder elsewhere = folder(world, free.withLocks(List.of(other)));
          assertThat(placeOf(elsewhere.plan(), home)).isEqualTo(home);
          assertThat(elsewhere.certificate().value())
              .isLessThanOrEqualTo(first.certificate().bound() + 1e-6);
          verified(elsewhere);
          moved++;
        }
        if (seed % 8 == 0) {
          verified(same);
        }
      }
    }
    assertThat(locked).isGreaterThan(20);
    assertThat(moved).isPositive();
  }

  @Test
  void aPlanThatLeavesALockedSiteIsRefused() throws IOException {
    Lock lock = new Lock("s1", "mast", false, "s1");
    Scenario asked = SmallWorlds.scenario(400_000, 100).withLocks(List.of(lock));
    PlanFolder honest = folder(SmallWorlds.cross(), asked);
    verified(honest);
    Path scenario = temp.resolve("plan").resolve("scenario.json");
    String told = Files.readString(scenario);
    assertThat(told).contains("\"placeId\"");
    Files.writeString(scenario, told.replace("\"placeId\" : \"s1\"", "\"placeId\" : \"s2\""));
    assertThat(Files.readString(scenario)).isNotEqualTo(told);
    assertThat(FolderVerifier.verify(temp.resolve("plan"), Installed.UNKNOWN).broken())
        .extracting(Check::code)
        .contains("lock");
  }

  @Test
  void aLockOfASiteAtNoPlaceIsRefused() {
    for (Lock each :
        List.of(
            new Lock("s1", "mast", false, "nowhere"),
            new Lock("s1", "mast", true, "s1"),
            new Lock("s1", "dish", false, "s1"))) {
      assertThatThrownBy(() -> plan(SmallWorlds.cross(), 400_000, each))
          .as("%s", each)
          .isInstanceOf(InputRefused.class)
          .hasMessageContaining("lock.");
    }
  }

  private static PlanFolder folder(PlanningProblem world, Scenario scenario) {
    return Planner.folder(world, Planner.plan(world, scenario, Progress.NONE, () -> false));
  }

  private void verified(PlanFolder plan) throws IOException {
    plan.write(temp.resolve("plan"));
    assertThat(FolderVerifier.verify(temp.resolve("plan"), Installed.UNKNOWN).broken()).isEmpty();
  }

  private static String placeOf(Plan plan, String settlementId) {
    String siteId = at(plan, settlementId).siteId();
    return plan.sites().stream()
        .filter(each -> each.id().equals(siteId))
        .map(Plan.AccessSite::placeId)
        .findFirst()
        .orElse("");
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
