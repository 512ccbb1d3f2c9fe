package org.kiungo.planner;

import java.util.function.BooleanSupplier;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.fund.FundedPlan;
import org.kiungo.planner.fund.Funding;
import org.kiungo.planner.fund.FundingQuestion;
import org.kiungo.planner.fund.Relaxing;
import org.kiungo.planner.fund.local.FundingSearch;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.partner.FundingResult;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.planner.partner.PhaseYears;
import org.kiungo.planner.project.ProjectCut;
import org.kiungo.planner.scenario.Scenario;

/** Who pays for an existing plan's projects. */
public final class PartnerFunding {

  /** Steps of the search for each relaxation, a part of those for the payments. */
  private static final long RELAXING_PART = 10;

  private PartnerFunding() {}

  /**
   * A plan's projects before partners.
   *
   * @param smallestCents connected builds of a district worth less are signed together, ≥ 0
   */
  public static FundingQuestion question(
      PlanFolder folder, Partnership partnership, long smallestCents) {
    Scenario scenario = folder.scenario();
    KnownNames.check(partnership, folder.problem());
    refuseTwoPaths(scenario);
    return new FundingQuestion(
        ProjectCut.of(folder.problem(), folder.plan(), scenario.phases(), smallestCents),
        partnership,
        PhaseYears.of(scenario.phases(), scenario.money()),
        scenario.standard().basicWeightRatio());
  }

  /** Projects are cut along one way of every place. */
  static void refuseTwoPaths(Scenario scenario) {
    if (!scenario.twoPaths().isNone()) {
      throw new InputRefused("twoPaths.partners", "field", "twoPaths");
    }
  }

  /** Payments from nothing, with what holds them back. */
  public static FundingResult fund(
      FundingQuestion question, Funding.Limits limits, BooleanSupplier stop) {
    return told(Funding.of(question, limits, FundingSearch::improve, stop), limits, stop);
  }

  /**
   * Payments for the same projects under other partners, starting from those that stand.
   *
   * @param standing its projects are taken over
   */
  public static FundingResult fund(
      FundingResult standing, Partnership changed, Funding.Limits limits, BooleanSupplier stop) {
    FundingQuestion question =
        new FundingQuestion(
            standing.projects(), changed, standing.phases(), standing.basicWeight());
    return told(
        Funding.from(standing.ledger(), question, limits, FundingSearch::improve, stop),
        limits,
        stop);
  }

  /** Payments for every project of a plan, which nothing holds back. */
  static FundingResult inFull(FundedPlan payments, FundingQuestion question) {
    return versioned(payments.inFull(question).result());
  }

  private static FundingResult told(FundedPlan plan, Funding.Limits limits, BooleanSupplier stop) {
    FundingResult result = plan.result();
    Funding.Limits few = new Funding.Limits(limits.seed(), limits.steps() / RELAXING_PART);
    return versioned(result)
        .with(Relaxing.of(result, plan.question(), few, FundingSearch::improve, stop));
  }

  private static FundingResult versioned(FundingResult result) {
    Certificate c = result.certificate();
    Certificate versioned =
        new Certificate(
                c.sense(),
                c.value(),
                c.bound(),
                c.gapRatio(),
                c.lambdaPeoplePerUsd(),
                c.method(),
                c.candidateGraph(),
                c.relaxed(),
                c.seed(),
                c.steps(),
                EngineVersion.read(),
                c.catalogueVersion())
            .withEnd(c.endedBy());
    return new FundingResult(
        result.projects(),
        result.partnership(),
        result.phases(),
        result.basicWeight(),
        result.payments(),
        versioned,
        result.prices(),
        result.relaxations());
  }
}
