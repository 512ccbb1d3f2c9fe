package org.kiungo.planner.benchmark.rival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.Verifier;
import org.kiungo.planner.verify.check.Verification;

class RivalTest {

  @TempDir private Path parent;

  private static Plan plan(PlanningProblem problem, int which, double budgetUsd) {
    return Rival.all(problem).get(which).plan(budgetUsd);
  }

  /** Per settlement 40,000 + 500 × 30 + one 30,000 hop = 85,000. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void lineIsBuiltFromTheNetworkOutward(int which) {
    Plan plan = plan(SmallWorlds.line(5), which, 170_000);
    assertThat(plan.totals().peopleServed()).isEqualTo(1000);
    assertThat(plan.totals().lifetimeCostUsd()).isEqualTo(170_000);
    assertThat(plan.links()).extracting(Plan.BuiltLink::toId).containsExactly("N", "s1");
  }

  /** Five hamlets in reach of one mast: who shares no site pays for five. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void noSiteIsShared(int which) {
    Plan plan = plan(SmallWorlds.cross(), which, 1e6);
    assertThat(plan.totals().peopleServed()).isEqualTo(1500);
    assertThat(plan.sites()).hasSize(5);
  }

  /** A wide gap that only the tree bridges: radio straight to the network is out of sight. */
  @Test
  void sequentialTreeServesNobodyBehindAnUnservedParent() {
    Plan plan = plan(SmallWorlds.line(5), 0, 84_999);
    assertThat(plan.totals().peopleServed()).isZero();
    assertThat(plan.links()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void everyPlanPassesTheVerifierAndStaysBelowTheBound(long seed) throws IOException {
    PlanningProblem world = SmallWorlds.random(seed, 12);
    for (double budgetUsd : List.of(0.0, 60_000.0, 250_000.0, 2e6)) {
      Scenario scenario = SmallWorlds.scenario(budgetUsd, 100);
      PlanResult ours = Planner.plan(world, scenario, Progress.NONE, () -> false);
      for (Rival rival : Rival.all(world)) {
        Plan plan = rival.plan(budgetUsd);
        double value = plan.totals().peopleServed() + 0.4 * plan.totals().peopleBasic();
        String where = rival.id() + " seed " + seed + " budget " + budgetUsd;
        assertThat(value).as(where).isLessThanOrEqualTo(ours.certificate().bound() + 1e-6);
        Path folder = parent.resolve(where.replace(' ', '-'));
        new PlanFolder(world, scenario, plan, unproven(ours, value)).write(folder);
        Verification verification = Verifier.verify(folder);
        assertThat(verification.broken()).as(where).isEmpty();
      }
    }
  }

  private static Certificate unproven(PlanResult ours, double value) {
    return new Certificate(
        Sense.MAXIMISE,
        value,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        "",
        "",
        List.of(),
        0,
        0,
        ours.certificate().engineVersion(),
        ours.certificate().catalogueVersion());
  }

  @Test
  void hopsAreDearerUnderLoad() {
    HopPrices prices = new HopPrices(SmallWorlds.line(1));
    double oneSystem = prices.cents(prices.firstUsd(10, Double.NaN), 800_000_000L) / 100.0;
    double twoSystems = prices.cents(prices.firstUsd(10, Double.NaN), 800_000_001L) / 100.0;
    assertThat(oneSystem).isEqualTo(30_000);
    assertThat(twoSystems).isEqualTo(45_000, within(1e-9));
  }
}
