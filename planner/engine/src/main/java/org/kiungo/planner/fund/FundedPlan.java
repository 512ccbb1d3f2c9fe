package org.kiungo.planner.fund;

import java.util.List;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.partner.FundingResult;
import org.kiungo.planner.partner.RowPrice;

/**
 * Who pays for what.
 *
 * @param question projects, partners and phases
 * @param deals by project, in the question's order; null where it is not funded
 * @param certificate value and bound in weighted people
 * @param prices of money at which the bound was found
 */
public record FundedPlan(
    FundingQuestion question, List<Deal> deals, Certificate certificate, List<RowPrice> prices) {

  /** Everything about it that files and screens tell. */
  public FundingResult result() {
    return new FundingResult(
        question.projects(),
        question.partnership(),
        question.phases(),
        question.basicWeight(),
        Payments.of(question, question.jobs(), deals),
        certificate,
        prices,
        List.of());
  }

  /**
   * The same deals where all projects are funded, their people counted as another question counts
   * them: nothing is held back, so that money has no price.
   *
   * @param other the same projects, partners and phases
   */
  public FundedPlan inFull(FundingQuestion other) {
    double value = other.jobs().stream().mapToLong(Job::weight).sum() / 1000.0;
    List<RowPrice> free =
        prices.stream()
            .map(
                r ->
                    new RowPrice(
                        r.partner(),
                        r.firstPhase(),
                        r.lastPhase(),
                        r.usd(),
                        r.guarantor(),
                        r.spentUsd(),
                        0))
            .toList();
    Certificate c = certificate;
    Certificate whole =
        new Certificate(
            c.sense(),
            value,
            value,
            0,
            c.lambdaPeoplePerUsd(),
            c.method(),
            c.candidateGraph(),
            c.relaxed(),
            c.seed(),
            c.steps(),
            c.engineVersion(),
            c.catalogueVersion());
    return new FundedPlan(other, deals, whole.withEnd(c.endedBy()), free);
  }

  public boolean funded(int project) {
    return deals.get(project) != null;
  }
}
