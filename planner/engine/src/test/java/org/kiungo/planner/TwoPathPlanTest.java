package org.kiungo.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.SecondPaths;
import org.kiungo.planner.model.resilience.Disjoint;
import org.kiungo.planner.model.resilience.TwoPaths;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.Scenario.Goal;

/**
 * A row of places between two nodes: the one in the middle has a way to either side.
 *
 * <pre>
 *  N ──11 km── s1 ──11 km── s2 ──11 km── s3 ──11 km── s4 ──22 km── M
 * </pre>
 */
class TwoPathPlanTest {

  @TempDir Path folder;

  private static final double MUCH_USD = 2_000_000;

  private static PlanningProblem row() {
    PlanningProblem line = SmallWorlds.line(4);
    return line.withNodes(List.of(SmallWorlds.node("M", 2, 9.6), line.nodes().get(0)));
  }

  private static Scenario asking(double budgetUsd, TwoPaths rule) {
    return SmallWorlds.scenario(budgetUsd, 500).withTwoPaths(rule);
  }

  private static TwoPaths of(Disjoint disjoint, String... hubs) {
    return new TwoPaths(false, Double.NaN, List.of(hubs), disjoint);
  }

  private static PlanResult plan(PlanningProblem world, Scenario scenario) {
    return Planner.plan(world, scenario, Progress.NONE, () -> false);
  }

  @Test
  void aHubGetsAWayToTheOtherSideAndItIsPaidFor() throws IOException {
    PlanningProblem world = row();
    Plan one = plan(world, asking(MUCH_USD, TwoPaths.NONE)).plan();
    PlanResult two = plan(world, asking(MUCH_USD, of(Disjoint.NODE, "s2")));
    assertThat(one.secondPaths().isNone()).isTrue();
    assertThat(two.plan().totals().peopleServed()).isEqualTo(one.totals().peopleServed());
    SecondPaths.Way way = two.plan().secondPaths().ways().get(0);
    assertThat(way.hubIds()).containsExactly("s2");
    assertThat(way.placeIds()).startsWith("s2").endsWith("M").doesNotHaveDuplicates();
    double further = two.plan().totals().lifetimeCostUsd() - one.totals().lifetimeCostUsd();
    assertThat(further).isPositive();
    assertThat(two.certificate().relaxed()).contains("twoPaths");
    PlanFolder written = Planner.folder(world, two);
    assertThat(
            ForgedPlan.brokenAfter(
                written,
                folder.resolve("a"),
                "plan.json",
                "\"demandMbps\" : 250.0",
                "\"demandMbps\" : 200.0"))
        .contains("twoPaths.way", "link.load");
    assertThat(
            ForgedPlan.brokenAfter(
                written,
                folder.resolve("b"),
                "second-links.geojson",
                "\"systems\":1",
                "\"systems\":2"))
        .contains("link.systems");
    PlanFolder read = PlanFolder.read(folder.resolve("c-" + write(written, "c")));
    assertThat(read.plan()).isEqualTo(two.plan());
    assertThat(read.scenario()).isEqualTo(two.scenario());
  }

  private String write(PlanFolder plan, String name) throws IOException {
    plan.write(folder.resolve("c-" + name));
    return name;
  }

  @Test
  void waysThatShareAreToldByVerify() throws IOException {
    PlanResult two = plan(row(), asking(MUCH_USD, of(Disjoint.LINK, "s2")));
    assertThat(two.plan().secondPaths().ways().get(0).placeIds()).containsExactly("s2", "s3", "N");
    String back = "\"s2\",\n        \"s3\",\n        \"N\"";
    String same = "\"s2\",\n        \"s1\",\n        \"N\"";
    assertThat(ForgedPlan.brokenAfter(Planner.folder(row(), two), folder, "plan.json", back, same))
        .contains("twoPaths.apart");
  }

  @Test
  void moneyThatDoesNotReachForTwoWaysLeavesTheHubOut() {
    PlanningProblem world = row();
    double enough = plan(world, asking(MUCH_USD, TwoPaths.NONE)).plan().totals().lifetimeCostUsd();
    PlanResult two = plan(world, asking(enough, of(Disjoint.LINK, "s4")));
    assertThat(two.plan().totals().lifetimeCostUsd()).isLessThanOrEqualTo(enough);
    assertThat(two.certificate().value()).isLessThan(two.certificate().bound());
  }

  @Test
  void operatorsAreTwoOnlyWhereBothAreKnown() {
    PlanningProblem world =
        row()
            .withNodes(List.of())
            .withFibreLines(List.of(line("x", 8.99, "one"), line("y", 9.6, "")));
    Plan unknown = plan(world, asking(MUCH_USD, of(Disjoint.OPERATOR, "s2"))).plan();
    assertThat(unknown.secondPaths().isNone()).isTrue();
    assertThat(unknown.totals().peopleServed()).isEqualTo(1_500);
    world = world.withFibreLines(List.of(line("x", 8.99, "one"), line("y", 9.6, "two")));
    Plan known = plan(world, asking(MUCH_USD, of(Disjoint.OPERATOR, "s2"))).plan();
    assertThat(known.secondPaths().ways()).hasSize(1);
    assertThat(known.totals().peopleServed()).isEqualTo(2_000);
  }

  private static FibreLine line(String id, double lat, String operator) {
    List<LonLat> path = List.of(new LonLat(1.9, lat), new LonLat(2.1, lat));
    return new FibreLine(id, path, "BEN", operator, FibreLine.Status.OPERATIONAL, "test");
  }

  @Test
  void aTargetIsReachedWithTwoWays() {
    Scenario asked = asking(Double.NaN, of(Disjoint.LINK, "s2")).withTarget(1);
    PlanResult two = plan(row(), asked);
    assertThat(two.plan().totals().peopleServed()).isEqualTo(2_000);
    assertThat(two.plan().secondPaths().ways()).hasSize(1);
    assertThat(two.certificate().value()).isGreaterThan(two.certificate().bound());
  }

  @Test
  void hubsAreNamedLargeOrFirstOfTheirDistrict() {
    PlanningProblem world = row();
    assertThat(new TwoPaths(true, Double.NaN, List.of(), null).hubs(world.settlements()))
        .containsExactly("s1");
    assertThat(new TwoPaths(false, 501, List.of("s3"), null).hubs(world.settlements()))
        .containsExactly("s3");
    assertThatThrownBy(() -> plan(world, asking(MUCH_USD, of(Disjoint.LINK, "nowhere"))))
        .isInstanceOf(InputRefused.class)
        .hasMessageContaining("twoPaths.hub");
    assertThatThrownBy(
            () -> asking(MUCH_USD, of(Disjoint.LINK, "s2")).withGoal(Goal.HIGHEST_DISTRICT_FLOOR))
        .hasMessageContaining("twoPaths.goal");
  }

  @Test
  void theRuleIsWrittenWhereItIsAskedAlone() {
    Scenario plain = asking(MUCH_USD, TwoPaths.NONE);
    assertThat(new String(ScenarioFile.write(plain))).doesNotContain("twoPaths");
    Scenario asked = asking(MUCH_USD, new TwoPaths(true, 5e4, List.of("s2"), Disjoint.BORDER));
    assertThat(ScenarioFile.read(ScenarioFile.write(asked))).isEqualTo(asked);
    String given = "{\"twoPaths\": {\"capitals\": true}}";
    assertThat(ScenarioFile.read(given.getBytes()).twoPaths())
        .isEqualTo(new TwoPaths(true, Double.NaN, List.of(), Disjoint.LINK));
    String named = "{\"twoPaths\": {\"hubIds\": [\"s2\"], \"disjoint\": \"NODE\"}}";
    assertThat(ScenarioFile.read(named.getBytes()).twoPaths()).isEqualTo(of(Disjoint.NODE, "s2"));
  }
}
