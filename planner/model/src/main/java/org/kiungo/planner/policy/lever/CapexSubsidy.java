package org.kiungo.planner.policy.lever;

import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.policy.Lever;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.policy.Setting;

/**
 * Public money that pays a share of capex, in every country of the problem, on top of the share in
 * force.
 *
 * @param subsidyRatio of capex
 */
@Lever(
    id = "capex-subsidy",
    group = Lever.Group.FINANCE,
    changes = "capexSubsidyRatio",
    effect = Lever.Effect.SMALLER_VIABILITY_GAP,
    source =
        "World Bank 2009, Output-based aid: lessons learned and best practices (Mumssen "
            + "and others): mechanism; share assumed",
    assumed = true)
public record CapexSubsidy(
    @Setting(unit = "ratio", low = 0, high = 1, example = 0.2) double subsidyRatio)
    implements PolicyLever {

  /** Changes nothing. */
  public CapexSubsidy() {
    this(0);
  }

  public CapexSubsidy {
    LeverDescription.require(CapexSubsidy.class, subsidyRatio);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    return PolicyLever.plus(problem, EconomicTerm.CAPEX_SUBSIDY, subsidyRatio);
  }
}
