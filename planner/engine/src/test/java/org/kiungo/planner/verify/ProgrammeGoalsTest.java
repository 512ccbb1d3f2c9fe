package org.kiungo.planner.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.planner.PartnerFunding;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.compare.LeverPair;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.funding.FundingFiles;
import org.kiungo.planner.folder.funding.PartnerFile;
import org.kiungo.planner.fund.Funding;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Programme;
import org.kiungo.planner.model.Programme.PhaseAccount;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.ServiceStandard.GrowthPoint;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.partner.FundingResult;
import org.kiungo.planner.policy.MarketTerm;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.policy.lever.CapexSubsidy;
import org.kiungo.planner.policy.lever.CoverageObligation;
import org.kiungo.planner.policy.lever.DigOnce;
import org.kiungo.planner.policy.lever.UniversalServiceLevy;
import org.kiungo.planner.programme.PlannedProgramme;
import org.kiungo.planner.programme.Timing;
import org.kiungo.planner.project.Project;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.Scenario.Goal;
import org.kiungo.planner.scenario.ScenarioBuilder;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.funding.FundingVerifier;

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

  private static Scenario small() {
    return scenario(Double.NaN)
        .phases(List.of(new Phase(2027, 2029, 60_000), new Phase(2030, 2036, 140_000)))
        .steps(20)
        .build();
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

  /**
   * Dishes at once for 40,000 USD, which bring 100 people 0.4 years of service each, and a mast
   * with its hop for 73,000 a year later: more than either alone, and than what one terminal per
   * place would prove.
   */
  @Test
  void whatIsReplacedIsPaidInFullAndRegretted() throws IOException {
    PlanningProblem world =
        SmallWorlds.problem(
            List.of(SmallWorlds.settlement("s1", 2, 9.1, 100)),
            List.of(SmallWorlds.node("N", 2, 9)),
            List.of(),
            List.of(),
            List.of(SmallWorlds.mast(), SmallWorlds.dish()));
    Scenario scenario =
        SmallWorlds.scenario(113_000, 100)
            .with()
            .money(new Money(0, 2027, 2028, 2025))
            .phases(List.of(new Phase(2027, 2027, 40_000), new Phase(2028, 2028, 73_000)))
            .build();
    PlanResult result = Planner.plan(world, scenario, Progress.NONE, () -> false);
    Programme programme = result.plan().programme();
    assertThat(result.certificate().value()).isEqualTo(140);
    assertThat(result.certificate().bound()).isGreaterThanOrEqualTo(140);
    assertThat(programme.replaced())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.technologyId()).isEqualTo("dish");
              assertThat(each.buildYear()).isEqualTo(2027);
              assertThat(each.replacedYear()).isEqualTo(2028);
            });
    assertThat(programme.phases().get(0).peopleBasic()).isEqualTo(100);
    assertThat(programme.phases().get(1).peopleBasic()).isZero();
    assertThat(programme.regrettedUsd()).isEqualTo(40_000);
    assertThat(result.plan().totals().lifetimeCostUsd()).isEqualTo(113_000);
    Timing timing = Planner.explainer(world, result).explain("s1").timing();
    assertThat(timing.replacesId()).isEqualTo("dish");
    assertThat(timing.regrettedUsd()).isEqualTo(40_000);
    assertThat(
            new PlannedProgramme(
                    world.withTerms(scenario.standard(), scenario.money()), result.plan())
                .repriced()
                .programme())
        .isEqualTo(programme);
    verified(world, result);
    assertThat(PlanFolder.read(folder).plan()).isEqualTo(result.plan());
    String partner =
        "partners: [{letter: E, name: Grant, kind: donor, instrument: {type: grant}, envelopes: ["
            + "{firstYear: 2027, lastYear: 2027, amount: 40000},"
            + "{firstYear: 2028, lastYear: 2028, amount: 73000}]}]";
    FundingResult funded =
        PartnerFunding.fund(
            PartnerFunding.question(
                PlanFolder.read(folder),
                PartnerFile.read(partner.getBytes(StandardCharsets.UTF_8), "partners.yaml"),
                0),
            new Funding.Limits(1, 50),
            () -> false);
    FundingFiles.write(folder, funded);
    assertThat(FundingVerifier.verify(folder).broken()).isEmpty();
    assertThat(funded.projects().stream().mapToLong(Project::costCents))
        .containsExactlyInAnyOrder(4_000_000L, 7_300_000L);
    assertThat(
            brokenAfter("plan.json", "\"lifetimeCostUsd\" : 40000.0", "\"lifetimeCostUsd\" : 4.0"))
        .contains("phase.replaced");
    Planner.folder(world, result).write(folder);
    assertThat(brokenAfter("plan.json", "\"replaced\" :", "\"further2\" :"))
        .contains("phase.account", "phase.people", "total.cost", "certificate.value");
    Planner.folder(world, result).write(folder);
    assertThat(brokenAfter("plan.json", "\"replacedYear\" : 2028", "\"replacedYear\" : 2029"))
        .contains("phase.replaced");
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
    Scenario base = small();
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
    PlanningProblem world = SmallWorlds.random(3, 6);
    Scenario scenario = small();
    double[] budgetsUsd = {100_000, 200_000};
    List<PlanResult> results =
        Planner.frontier(world, scenario, budgetsUsd, Progress.NONE, left -> () -> false);
    double before = 0;
    for (int k = 0; k < budgetsUsd.length; k++) {
      assertThat(results.get(k).scenario().budgetUsd()).isEqualTo(budgetsUsd[k]);
      assertThat(results.get(k).certificate().value()).isGreaterThanOrEqualTo(before);
      before = results.get(k).certificate().value();
    }
    verified(world, results.get(1));
    assertThatThrownBy(
            () ->
                Planner.nestedFrontier(
                    world, scenario, budgetsUsd, Progress.NONE, left -> () -> false))
        .isInstanceOfSatisfying(
            InputRefused.class, e -> assertThat(e.code()).isEqualTo("phases.nested"));
  }
}
