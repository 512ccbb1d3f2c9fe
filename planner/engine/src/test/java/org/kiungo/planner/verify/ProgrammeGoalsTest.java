package org.kiungo.planner.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.compare.LeverPair;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.model.GrowthPoint;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Programme.PhaseAccount;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.policy.MarketTerm;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.policy.lever.CapexSubsidy;
import org.kiungo.planner.policy.lever.CoverageObligation;
import org.kiungo.planner.policy.lever.DigOnce;
import org.kiungo.planner.policy.lever.UniversalServiceLevy;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.Scenario.Goal;
import org.kiungo.planner.scenario.ScenarioBuilder;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.check.Verification;

/** Everything that one budget can be asked is asked of phases, and verified from the files. */
class ProgrammeGoalsTest {

  private static final PlanningProblem PROBLEM = PlannedFolder.problem();

  @TempDir private Path folder;

  private static ScenarioBuilder scenario(double firstTarget) {
    return ScenarioBuilder.builder()
        .countries(List.of("BEN"))
        .phases(
            List.of(new Phase(2027, 2029, 700_000, firstTarget), new Phase(2030, 2036, 1_300_000)))
        .marketTerms(
            Stream.of(EconomicTerm.ARPU_LOW, EconomicTerm.ARPU_MIDDLE)
                .map(term -> new MarketTerm("BEN", term.term(), 1.5))
                .toList())
        .steps(100);
  }

  private static Scenario target(Goal goal) {
    return scenario(0.2).goal(goal).targetRatio(0.7).build();
  }

  static List<Scenario> questions() {
    return List.of(
        target(Goal.LEAST_COST_TO_TARGET),
        target(Goal.LEAST_PUBLIC_MONEY_TO_TARGET),
        scenario(Double.NaN).goal(Goal.HIGHEST_DISTRICT_FLOOR).build(),
        scenario(Double.NaN).publicBudgetUsd(300_000).build());
  }

  private static PlanResult plan(Scenario scenario) {
    return Planner.plan(PROBLEM, scenario, Progress.NONE, () -> false);
  }

  private void verified(PlanResult result) throws IOException {
    verified(PROBLEM, result);
  }

  private void verified(PlanningProblem problem, PlanResult result) throws IOException {
    Planner.folder(problem, result).write(folder);
    Verification verified = Verifier.verify(folder);
    assertThat(verified.broken()).isEmpty();
    assertThat(verified.boundConfirmed()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void everyGoalIsPlannedWithinItsMoneyAndVerified(Scenario scenario) throws IOException {
    PlanResult result = plan(scenario);
    verified(result);
    assertThat(result.certificate().gapRatio()).isBetween(-1e-9, 1.0);
    if (scenario.strivesForTarget()) {
      assertThat(result.certificate().sense()).isEqualTo(Sense.MINIMISE);
    }
    if (scenario.publicBudgetUsd() > 0) {
      double publicUsd = result.plan().totals().viabilityGapUsd();
      assertThat(publicUsd).isBetween(1.0, scenario.publicBudgetUsd());
      assertThat(result.certificate().relaxed()).contains("publicBudget");
      assertThat(plan(scenario.withPublicBudgetUsd(Double.NaN)).plan().totals().viabilityGapUsd())
          .isGreaterThan(scenario.publicBudgetUsd());
    }
  }

  @Test
  void targetsOfPhasesAreReachedProvenAndNotForged() throws IOException {
    PlanResult result = plan(target(Goal.LEAST_COST_TO_TARGET));
    List<PhaseAccount> phases = result.plan().programme().phases();
    assertThat(phases.get(0).peopleServed()).isGreaterThan(0);
    assertThat(result.certificate().rows()).hasSize(2);
    double bound = result.certificate().bound();
    PlanResult free =
        plan(scenario(Double.NaN).goal(Goal.LEAST_COST_TO_TARGET).targetRatio(0.7).build());
    assertThat(free.plan().programme().phases().get(0).peopleServed()).isZero();
    assertThat(bound).isGreaterThan(free.certificate().bound());
    assertThat(result.certificate().gapRatio()).isLessThan(0.3);
    verified(result);
    assertThat(brokenAfter("certificate.json", "" + bound, "" + bound * 1.01))
        .contains("bound.proven");
    Planner.folder(PROBLEM, result).write(folder);
    assertThat(brokenAfter("scenario.json", "\"targetRatio\" : 0.2", "\"targetRatio\" : 0.6"))
        .contains("phase.target");
  }

  private List<String> brokenAfter(String file, String found, String forged) throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(found);
    Files.writeString(path, text.replace(found, forged));
    return Verifier.verify(folder).broken().stream().map(Check::code).toList();
  }

  @Test
  void demandThatGrowsIsSizedAndPaidByPhase() throws IOException {
    Scenario scenario = scenario(Double.NaN).build();
    ServiceStandard growing =
        scenario.standard().withGrowth(List.of(new GrowthPoint(2028, 0.05, 0.2)));
    PlanResult sized = plan(scenario);
    PlanResult grown = plan(scenario.withStandard(growing));
    assertThat(grown.plan().programme().further().stream().filter(each -> each.further() > 0))
        .hasSizeGreaterThan(sized.plan().programme().further().size());
    assertThat(grown.certificate().value()).isGreaterThan(sized.certificate().value());
    verified(grown);
    assertThat(brokenAfter("scenario.json", "\"volumeRatio\" : 0.2", "\"volumeRatio\" : 0.9"))
        .contains("settlement.cost", "phase.account");
  }

  @Test
  void whatNoMoneyReachesIsRefused() {
    Scenario poor =
        target(Goal.LEAST_COST_TO_TARGET)
            .withProgramme(List.of(new Phase(2027, 2029, 9_000), new Phase(2030, 2036, 1_000)));
    assertThatThrownBy(() -> plan(poor))
        .isInstanceOfSatisfying(
            InputRefused.class, e -> assertThat(e.code()).isEqualTo("phases.target-money"));
  }

  @Test
  void leversOfEveryKindMoveAProgrammeTheirWay() throws IOException {
    PlanningProblem world = SmallWorlds.random(3, 6);
    Scenario base =
        scenario(Double.NaN)
            .phases(List.of(new Phase(2027, 2029, 60_000), new Phase(2030, 2036, 140_000)))
            .build();
    for (PolicyLever lever :
        List.of(
            new CapexSubsidy(0.4),
            new UniversalServiceLevy(0.02),
            new DigOnce(0.5),
            new CoverageObligation(700))) {
      LeverPair pair = LeverPair.run(world, base, lever, Progress.NONE, () -> false);
      verified(world, pair.with());
      double before = pair.without().certificate().value();
      double after = pair.with().certificate().value();
      if (lever instanceof CoverageObligation) {
        assertThat(after).isLessThanOrEqualTo(before);
      } else {
        assertThat(after).as(lever.toString()).isGreaterThanOrEqualTo(before);
      }
    }
  }

  @Test
  void programmesForRisingMoneyAreNeverWorse() throws IOException {
    Scenario scenario = scenario(Double.NaN).build();
    double[] budgetsUsd = {500_000, 1_000_000, 2_000_000};
    List<PlanResult> results =
        Planner.frontier(PROBLEM, scenario, budgetsUsd, Progress.NONE, left -> () -> false);
    double before = 0;
    for (int k = 0; k < budgetsUsd.length; k++) {
      assertThat(results.get(k).scenario().budgetUsd()).isEqualTo(budgetsUsd[k]);
      assertThat(results.get(k).certificate().value()).isGreaterThanOrEqualTo(before);
      before = results.get(k).certificate().value();
    }
    verified(results.get(1));
    assertThatThrownBy(
            () ->
                Planner.nestedFrontier(
                    PROBLEM, scenario, budgetsUsd, Progress.NONE, left -> () -> false))
        .isInstanceOfSatisfying(
            InputRefused.class, e -> assertThat(e.code()).isEqualTo("phases.nested"));
  }
}
