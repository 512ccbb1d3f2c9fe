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

  public boolean funded(int project) {
    return deals.get(project) != null;
  }
}
