package org.kiungo.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.EquityWeight;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.Scenario.Goal;
import org.kiungo.planner.verify.Verifier;
import org.kiungo.planner.verify.check.Verification;

/** Plans in which people of some groups count more. */
@Tag("slow")
class FairnessTest {

  private static final EquityWeight CAMPS = new EquityWeight("refugees", "yes", 5);

  @TempDir private Path temp;

  /** A random world with an imported column: every other place hosts refugees. */
  private static PlanningProblem world(long seed) {
    PlanningProblem plain = SmallWorlds.random(seed, 7);
    List<Settlement> settlements = new ArrayList<>();
    for (Settlement s : plain.settlements()) {
      String hosts = settlements.size() % 2 == 0 ? "yes" : "no";
      settlements.add(s.withAttributes(Map.of("refugees", hosts)));
    }
    return SmallWorlds.problem(
        settlements, plain.nodes(), List.of(), List.of(), plain.catalogue().technologies());
  }

  private static PlanResult plan(PlanningProblem world, Scenario scenario) {
    return Planner.plan(world, scenario, Progress.NONE, () -> false);
  }

  private static double servedInCamps(PlanningProblem world, PlanResult result) {
    Set<String> camps =
        world.settlements().stream()
            .filter(CAMPS::covers)
            .map(Settlement::id)
            .collect(Collectors.toSet());
    return result.plan().settlements().stream()
        .filter(s -> camps.contains(s.settlementId()))
        .mapToDouble(s -> s.peopleServed())
        .sum();
  }

  @Test
  void aGroupThatCountsMoreIsServedMoreAndItsBoundIsProven() throws IOException {
    double before = 0;
    double after = 0;
    List<Long> worlds = LongStream.range(0, 25).boxed().toList();
    for (long seed : SeededSample.of("worlds with refugees", worlds, 12)) {
      PlanningProblem world = world(seed);
      Scenario base = SmallWorlds.scenario(120_000, 100).withMarketTerms(LeverPairs.terms("BEN"));
      before += servedInCamps(world, plan(world, base));
      for (Scenario each :
          List.of(
              base,
              base.withTarget(0.5).withBudgetUsd(Double.NaN),
              base.withPublicBudgetAlone(60_000),
              base.withPublicTarget(0.5))) {
        PlanResult fair = plan(world, each.withFairness(List.of(CAMPS)));
        after += each == base ? servedInCamps(world, fair) : 0;
        Path folder = temp.resolve(each.goal() + "" + each.publicBudgetUsd() + seed);
        Planner.folder(world, fair).write(folder);
        Verification verified = Verifier.verify(folder);
        assertThat(verified.broken()).as("seed %d, %s", seed, each.goal()).isEmpty();
        assertThat(verified.boundConfirmed()).as("seed %d, %s", seed, each.goal()).isTrue();
      }
    }
    assertThat(after).isGreaterThan(1.1 * before);
  }

  @Test
  void aWeightOfOneIsTheSameAsNone() {
    Scenario base = SmallWorlds.scenario(120_000, 100);
    Scenario same = base.withFairness(List.of(new EquityWeight("refugees", "yes", 1)));
    assertThat(ScenarioFile.write(same)).isEqualTo(ScenarioFile.write(base));
    assertThat(plan(world(3), same)).isEqualTo(plan(world(3), base));
  }

  @Test
  void weightsExistOnlyForLayersThatExist() {
    Scenario base = SmallWorlds.scenario(120_000, 0);
    assertRefused(base, new EquityWeight("gender", "women", 2), "fairness.layer", "refugees");
    assertRefused(base, new EquityWeight("refugees", "many", 2), "fairness.group", "yes");
    assertThatThrownBy(() -> base.withFairness(List.of(CAMPS, CAMPS)))
        .isInstanceOfSatisfying(
            InputRefused.class, e -> assertThat(e.code()).isEqualTo("fairness.twice"));
    assertThatThrownBy(() -> new EquityWeight("density", "rural", 0))
        .isInstanceOfSatisfying(
            InputRefused.class, e -> assertThat(e.code()).isEqualTo("field.range"));
    for (Goal goal : List.of(Goal.HIGHEST_DISTRICT_FLOOR, Goal.HIGHEST_EQUITABLE_SHARE)) {
      String floor =
          "{\"goal\": \""
              + goal
              + "\", \"fairness\": [{\"layer\": \"density\","
              + " \"group\": \"rural\", \"weightRatio\": 2}]}";
      assertThatThrownBy(() -> ScenarioFile.read(floor.getBytes()))
          .isInstanceOfSatisfying(
              InputRefused.class, e -> assertThat(e.code()).isEqualTo("fairness.floor"));
    }
    String phased =
        """
        {"goal": "HIGHEST_EQUITABLE_SHARE", "phases": [
          {"firstYear": 2027, "lastYear": 2029, "budgetUsd": 1e6},
          {"firstYear": 2030, "lastYear": 2036, "budgetUsd": 1e6}]}""";
    assertThatThrownBy(() -> ScenarioFile.read(phased.getBytes()))
        .isInstanceOfSatisfying(
            InputRefused.class, e -> assertThat(e.code()).isEqualTo("fairness.phases"));
  }

  private static void assertRefused(Scenario base, EquityWeight weight, String code, String known) {
    Scenario scenario = base.withFairness(List.of(weight));
    assertThatThrownBy(() -> plan(world(1), scenario))
        .isInstanceOfSatisfying(
            InputRefused.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.arguments().toString()).contains(known);
            });
  }
}
