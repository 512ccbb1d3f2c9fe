package org.kiungo.planner.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.folder.Assumptions;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Today;
import org.kiungo.planner.model.Today.CountsAs;
import org.kiungo.planner.model.Today.Coverage;
import org.kiungo.planner.model.Today.UnsureCoverage;
import org.kiungo.planner.model.today.TodayTotals;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.check.Verification;
import tools.jackson.databind.node.ObjectNode;

/** Plans over modelled coverage: whoever has service today is never the plan's work. */
class TodayPlanTest extends PlannedFolder {

  private static final double BUDGET_USD = 150_000;

  /** A small world where coverage is modelled at most places, stated at some, unknown at some. */
  private static PlanningProblem world(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    PlanningProblem plain = SmallWorlds.random(seed, 8);
    List<Settlement> covered = new ArrayList<>();
    for (Settlement each : plain.settlements()) {
      double share = random.nextInt(17) / 16.0;
      switch (random.nextInt(4)) {
        case 0 -> covered.add(each);
        case 1 -> covered.add(each.withBaseline(share));
        default ->
            covered.add(
                each.with()
                    .baselineCoverageRatio(share)
                    .baselineLowRatio(share / 2)
                    .baselineHighRatio((1 + share) / 2)
                    .baselineModelled(true)
                    .build());
      }
    }
    return plain.withSettlements(covered);
  }

  private static Scenario scenario(Today today) {
    return SmallWorlds.scenario(BUDGET_USD, 50).withToday(today);
  }

  private static final Today SURE =
      new Today(Coverage.MODELLED, CountsAs.STANDARD, null, null, UnsureCoverage.COVERED);

  static Stream<Today> todays() {
    Stream<Today> expected =
        Stream.of(Coverage.values())
            .flatMap(c -> Stream.of(CountsAs.values()).map(as -> new Today(c, as)));
    return Stream.concat(
        expected,
        Stream.of(
            SURE,
            new Today(Coverage.IMPORTED_ONLY, CountsAs.BASIC, null, null, UnsureCoverage.COVERED)));
  }

  @ParameterizedTest
  @MethodSource("todays")
  void plansAndBoundsHoldForEveryGoal(Today today) throws IOException {
    for (long seed = 1; seed <= 2; seed++) {
      Scenario most = scenario(today);
      List<Scenario> goals = new ArrayList<>(List.of(most));
      Scenario alone = most.withToday(Today.DEFAULT).withBudgetUsd(Double.NaN);
      for (Scenario share :
          List.of(
              alone.withTarget(0.6),
              most.withToday(Today.DEFAULT).withGoal(Scenario.Goal.HIGHEST_DISTRICT_FLOOR))) {
        if (today.unsureCoverage() == UnsureCoverage.EXPECTED) {
          goals.add(share.withToday(today));
        } else {
          assertThatThrownBy(() -> share.withToday(today)).hasMessageContaining("today.unsure");
        }
      }
      for (Scenario asked : goals) {
        PlanningProblem world = world(seed);
        plan(world, asked, folder);
        Verification found = Verifier.verify(folder);
        assertThat(found.broken()).as("%s %s seed %d", today, asked.goal(), seed).isEmpty();
        assertThat(found.boundConfirmed()).as("%s %s", today, asked.goal()).isTrue();
        everybodyIsCountedOnceAndWhoeverHasServiceGainsNothing(world, today);
      }
    }
  }

  private void everybodyIsCountedOnceAndWhoeverHasServiceGainsNothing(
      PlanningProblem world, Today today) throws IOException {
    Plan plan = PlanFolder.read(folder).plan();
    Plan.Totals t = plan.totals();
    double basicToday = t.today() == null ? 0 : t.today().peopleBaselineBasic();
    double byPlan = t.peopleServed() + t.peopleBasic() + t.peopleUnserved();
    assertThat(t.peopleBaseline() + basicToday + byPlan).isCloseTo(t.population(), within(1e-6));
    for (int i = 0; i < plan.settlements().size(); i++) {
      Settlement at = world.settlements().get(i);
      Plan.SettlementService service = plan.settlements().get(i);
      boolean counts = today.of(at).baselineCountsAs() != CountsAs.NOTHING;
      boolean had = today.fourGCountsAs() == CountsAs.STANDARD || service.status() == Status.BASIC;
      double share = today.of(at).baselineCoverageRatio();
      double covered = Double.isNaN(share) ? 0 : share;
      assertThat(service.peopleServed())
          .isLessThanOrEqualTo(at.population() * (counts && had ? 1 - covered : 1) + 1e-9);
    }
  }

  /** What is planned for the sure gain gains more for sure than any other plan can. */
  @Test
  void whereOnlySureGainsCountThePlanIsForThem() throws IOException {
    double sureOfTheSure = 0;
    double sureOfTheLikely = 0;
    for (long seed = 1; seed <= 5; seed++) {
      plan(world(seed), scenario(Today.DEFAULT), folder);
      double other = PlanFolder.read(folder).plan().totals().today().peopleGainedSure();
      plan(world(seed), scenario(SURE), folder);
      PlanFolder sure = PlanFolder.read(folder);
      TodayTotals today = sure.plan().totals().today();
      assertThat(sure.scenario().today()).isEqualTo(SURE);
      assertThat(today.peopleGainedSure())
          .as("likely, but where nobody knows")
          .isCloseTo(today.peopleGainedLikely() - today.peopleGainedUnknown(), within(1e-6));
      assertThat(sure.certificate().bound()).as("no plan gains more").isGreaterThan(other - 1e-6);
      sureOfTheSure += today.peopleGainedSure();
      sureOfTheLikely += other;
    }
    assertThat(sureOfTheSure).isGreaterThan(sureOfTheLikely);
    edit("scenario.json", all -> all.remove("today"));
    assertThat(Verifier.verify(folder).broken()).isNotEmpty();
    assertThat(Assumptions.between(scenario(Today.DEFAULT), scenario(SURE)).changes())
        .containsExactly(new Assumptions.Change("today.unsureCoverage", "EXPECTED", "COVERED"));
  }

  @Test
  void rangesHoldTheFiguresAndClassesAddUpToThem() throws IOException {
    double gained = 0;
    for (long seed = 1; seed <= 5; seed++) {
      plan(world(seed), scenario(Today.DEFAULT), folder);
      Plan.Totals t = PlanFolder.read(folder).plan().totals();
      TodayTotals today = t.today();
      double served = t.peopleServed() + t.peopleBasic();
      assertThat(t.peopleBaseline())
          .isBetween(today.peopleBaselineLow(), today.peopleBaselineHigh());
      assertThat(today.peopleGainedLikely()).isCloseTo(served, within(1e-6));
      assertThat(today.peopleGainedSure()).isLessThanOrEqualTo(served + 1e-9);
      assertThat(today.peopleGainedPossible()).isGreaterThanOrEqualTo(served - 1e-6);
      assertThat(
              today.peopleGainedCovered()
                  + today.peopleGainedUnsure()
                  + today.peopleGainedUncovered()
                  + today.peopleGainedUnknown())
          .isCloseTo(served, within(1e-6));
      gained += today.peopleGainedPossible() - today.peopleGainedSure();
    }
    assertThat(gained).isPositive();
  }

  /** A signal of 4G is one, whatever a scenario takes it to be. */
  @ParameterizedTest
  @MethodSource("todays")
  void nobodyWhoMayHave4GIsSurelyWithout(Today today) throws IOException {
    for (long seed = 1; seed <= 3; seed++) {
      plan(world(seed), scenario(today), folder);
      PlanFolder made = PlanFolder.read(folder);
      double without = 0;
      for (Settlement each : made.problem().settlements()) {
        double high = each.baselineHighRatio();
        double most = Double.isNaN(high) ? each.baselineCoverageRatio() : high;
        without += Double.isNaN(most) ? 0 : each.population() * (1 - most);
      }
      TodayTotals told = made.plan().totals().today();
      assertThat(told == null ? 0 : told.peopleGainedSure()).isLessThanOrEqualTo(without + 1e-6);
      assertThat(Verifier.verify(folder).broken()).isEmpty();
    }
  }

  /** Its own works, enlarged for the low end, cost no more than the budget; verify works it out. */
  @Test
  void whatAPlanMayPossiblyGainIsPaidByItsBudget() throws IOException {
    double budgetUsd = 4 * BUDGET_USD;
    int more = 0;
    int trimmed = 0;
    for (long seed = 1; seed <= 8; seed++) {
      plan(world(seed), scenario(Today.DEFAULT).withBudgetUsd(budgetUsd), folder);
      Plan plan = PlanFolder.read(folder).plan();
      TodayTotals today = plan.totals().today();
      assertThat(today.peopleGainedSure()).isLessThanOrEqualTo(today.peopleGainedLikely());
      assertThat(today.peopleGainedLikely()).isLessThanOrEqualTo(today.peopleGainedPossible());
      assertThat(Verifier.verify(folder).broken()).isEmpty();
      if (plan.possible() != null) {
        more++;
        trimmed += plan.possible().without().isEmpty() ? 0 : 1;
        assertThat(plan.possible().lifetimeCostUsd()).isLessThanOrEqualTo(budgetUsd);
        assertThat(plan.possible().people()).isEqualTo(today.peopleGainedPossible());
        edit(
            "plan.json",
            root ->
                ((ObjectNode) root.at("/totals/today"))
                    .put("peopleGainedPossible", plan.possible().people() * 1.01));
        assertRefused("total.possible");
        edit(
            "plan.json",
            root ->
                ((ObjectNode) root.at("/totals/today"))
                    .put("peopleGainedPossible", plan.possible().people()));
        edit(
            "plan.json",
            root ->
                ((ObjectNode) root.get("possible"))
                    .put("lifetimeCostUsd", plan.possible().lifetimeCostUsd() - 0.01));
        assertRefused("total.possible");
      }
    }
    assertThat(more).isGreaterThan(2);
    assertThat(trimmed).isPositive();
  }

  @Test
  void basicServiceTodayIsLiftedForWhatItFallsShort() throws IOException {
    PlanningProblem line = SmallWorlds.line(1);
    Settlement half = line.settlements().get(0).withBaseline(0.5);
    Scenario scenario = scenario(new Today(Coverage.MODELLED, CountsAs.BASIC));
    plan(line.withSettlements(List.of(half)), scenario, folder);
    PlanFolder found = PlanFolder.read(folder);
    assertThat(found.plan().totals().peopleServed()).isEqualTo(500);
    double weight = scenario.standard().basicWeightRatio();
    assertThat(found.certificate().value()).isCloseTo(500 - 250 * weight, within(1e-6));
  }

  @Test
  void withoutModelledCoverageNothingIsWrittenOfToday() throws IOException {
    plan(SmallWorlds.line(3), scenario(Today.DEFAULT), folder);
    assertThat(read("scenario.json").has("today")).isFalse();
    assertThat(read("plan.json").get("totals").has("today")).isFalse();
    assertThat(read("plan.json").get("scenario").has("today")).isFalse();
    plan(SmallWorlds.line(3), scenario(new Today(Coverage.NOT_KNOWN, null)), folder);
    assertThat(read("scenario.json").get("today").get("coverage").stringValue())
        .isEqualTo("NOT_KNOWN");
    assertThat(PlanFolder.read(folder).scenario().today().coverage()).isEqualTo(Coverage.NOT_KNOWN);
  }

  private ObjectNode read(String file) throws IOException {
    return (ObjectNode) JSON.readTree(java.nio.file.Files.readAllBytes(folder.resolve(file)));
  }

  /** A tap on fibre of unknown status stands on the scenario's word alone. */
  @Test
  void fibreOfUnknownStatusIsTappedWhereItCountsAsWorking() throws IOException {
    PlanningProblem line = SmallWorlds.line(1);
    Settlement only = line.settlements().get(0);
    double lat = only.location().lat() + 0.002;
    double lon = only.location().lon();
    List<LonLat> path = List.of(new LonLat(lon - 1, lat), new LonLat(lon + 1, lat));
    PlanningProblem world =
        line.withFibreLines(
            List.of(new FibreLine("u", path, "BEN", "", FibreLine.Status.UNKNOWN, "test")));
    Today works = new Today(null, null, Today.UnknownFibre.WORKS, null, null);
    plan(world, scenario(works), folder);
    assertThat(PlanFolder.read(folder).plan().links().get(0).toId()).startsWith("tap:u@");
    assertThat(PlanFolder.read(folder).scenario().today()).isEqualTo(works);
    assertThat(PlanFolder.read(folder).problem().fibreLines())
        .extracting(FibreLine::status)
        .containsExactly(FibreLine.Status.UNKNOWN);
    assertThat(Verifier.verify(folder).broken()).isEmpty();
    assertThat(Assumptions.between(scenario(Today.DEFAULT), scenario(works)).changes())
        .containsExactly(new Assumptions.Change("today.unknownFibre", "LEFT_OUT", "WORKS"));
    edit("scenario.json", all -> ((ObjectNode) all.get("today")).remove("unknownFibre"));
    assertThat(Verifier.verify(folder).broken()).isNotEmpty();
  }

  /** A plan that starts at a node which no source names stands on the scenario's word alone. */
  @Test
  void noPlanStartsAtNodesThatNobodyPublishedWhereTheyAreLeftOut() throws IOException {
    PlanningProblem line = SmallWorlds.line(1);
    List<NetworkNode> nodes = new ArrayList<>();
    line.nodes().forEach(each -> nodes.add(each.with().id("guess").assumed(true).build()));
    line.nodes()
        .forEach(
            each ->
                nodes.add(
                    each.with()
                        .id("told")
                        .location(new LonLat(each.location().lon() + 0.05, each.location().lat()))
                        .build()));
    PlanningProblem world = line.withNodes(nodes);
    plan(world, scenario(Today.DEFAULT), folder);
    assertThat(PlanFolder.read(folder).plan().links()).last().returns("guess", BuiltLink::toId);
    edit(
        "scenario.json",
        all -> all.set("today", JSON.createObjectNode().put("assumedNodes", "LEFT_OUT")));
    assertRefused("link.ends");
    Today told = new Today(null, null, null, Today.AssumedNodes.LEFT_OUT, null);
    plan(world, scenario(told), folder);
    assertThat(PlanFolder.read(folder).plan().links()).last().returns("told", BuiltLink::toId);
    assertThat(PlanFolder.read(folder).scenario().today()).isEqualTo(told);
    assertThat(Verifier.verify(folder).broken()).isEmpty();
    assertThat(Verifier.verify(folder).boundConfirmed()).isTrue();
    assertThat(Assumptions.between(scenario(Today.DEFAULT), scenario(told)).changes())
        .containsExactly(new Assumptions.Change("today.assumedNodes", "COUNT", "LEFT_OUT"));
  }

  @Test
  void aFolderThatCountsCoveredPeopleIsRefused() throws IOException {
    PlanningProblem line = SmallWorlds.line(1);
    Settlement half = line.settlements().get(0).withBaseline(0.5);
    Scenario asked = scenario(new Today(Coverage.NOT_KNOWN, null));
    plan(line.withSettlements(List.of(half)), asked, folder);
    assertThat(Verifier.verify(folder).broken()).isEmpty();
    edit("scenario.json", all -> all.remove("today"));
    assertRefused("people", "total.people", "total.today", "demand");
  }

  @Test
  void forgedSumsOfTodayAreRefused() throws IOException {
    plan(world(3), scenario(Today.DEFAULT), folder);
    assertThat(Verifier.verify(folder).broken()).isEmpty();
    edit(
        "plan.json",
        all -> ((ObjectNode) all.get("totals").get("today")).put("peopleBaselineHigh", 1));
    assertRefused("total.today");
    edit("plan.json", all -> ((ObjectNode) all.get("totals")).remove("today"));
    assertRefused("total.today");
  }
}
