package org.kiungo.planner.policy.lever;

import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.policy.Lever;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.policy.Setting;

/**
 * Customers of every operator may use the one network that is there: their operators pay for it.
 *
 * @param visitorRevenueRatio what visitors bring, as a share of the network's own revenue
 */
@Lever(
    id = "national-roaming",
    group = Lever.Group.SHARING,
    changes = "roamingRevenueRatio",
    effect = Lever.Effect.LESS_PUBLIC_MONEY,
    source =
        "BEREC 2019, Common position on mobile infrastructure sharing (BoR (19) 110): "
            + "mechanism; revenue share assumed",
    assumed = true)
public record NationalRoaming(
    @Setting(unit = "ratio", low = 0, high = 0.5, example = 0.1) double visitorRevenueRatio)
    implements PolicyLever {

  /** Changes nothing. */
  public NationalRoaming() {
    this(0);
  }

  public NationalRoaming {
    LeverDescription.require(NationalRoaming.class, visitorRevenueRatio);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    return PolicyLever.plus(problem, EconomicTerm.ROAMING_REVENUE, visitorRevenueRatio);
  }
}
