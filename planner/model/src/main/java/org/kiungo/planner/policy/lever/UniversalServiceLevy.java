package org.kiungo.planner.policy.lever;

import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.policy.Lever;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.policy.Setting;

/**
 * Universal-service levy on revenue, in every country of the problem, on top of the levy in force.
 *
 * @param levyRatio of revenue
 */
@Lever(
    id = "universal-service-levy",
    group = Lever.Group.FINANCE,
    changes = "universalServiceLevyRatio",
    effect = Lever.Effect.MORE_PUBLIC_MONEY,
    source =
        "GSMA 2023, Universal service funds in Africa: 51 of 54 countries have or "
            + "prepare one; rate assumed",
    assumed = true)
public record UniversalServiceLevy(
    @Setting(unit = "ratio", low = 0, high = 0.2, example = 0.02) double levyRatio)
    implements PolicyLever {

  /** Changes nothing. */
  public UniversalServiceLevy() {
    this(0);
  }

  public UniversalServiceLevy {
    LeverDescription.require(UniversalServiceLevy.class, levyRatio);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    return PolicyLever.plus(problem, EconomicTerm.UNIVERSAL_SERVICE_LEVY, levyRatio);
  }
}
