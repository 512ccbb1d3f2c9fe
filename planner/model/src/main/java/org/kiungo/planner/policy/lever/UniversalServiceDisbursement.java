package org.kiungo.planner.policy.lever;

import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.policy.Lever;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.policy.Setting;

/**
 * How much of the universal-service levy is paid out where money is missing; what lies idle helps
 * nobody. Without a levy there is nothing to pay out.
 *
 * @param disbursedRatio of the levy collected
 */
@Lever(
    id = "universal-service-disbursement",
    group = Lever.Group.FINANCE,
    changes = "universalServiceDisbursedRatio",
    effect = Lever.Effect.LESS_PUBLIC_MONEY,
    source =
        "Thakur and Potter 2018, Universal Service and Access Funds (Web Foundation, "
            + "A4AI), key findings: 177 million USD unspent in the 13 African countries that "
            + "publish it")
public record UniversalServiceDisbursement(
    @Setting(unit = "ratio", low = 0, high = 1, example = 1) double disbursedRatio)
    implements PolicyLever {

  /** Changes nothing. */
  public UniversalServiceDisbursement() {
    this(0);
  }

  public UniversalServiceDisbursement {
    LeverDescription.require(UniversalServiceDisbursement.class, disbursedRatio);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    return PolicyLever.plus(problem, EconomicTerm.UNIVERSAL_SERVICE_DISBURSED, disbursedRatio);
  }
}
