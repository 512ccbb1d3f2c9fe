package org.kiungo.planner.policy;

import org.kiungo.planner.model.PlanningProblem;

/**
 * Public money that pays a share of capex up front, in every country of the problem; replaces the
 * share in force.
 *
 * @param subsidyRatio of capex, 0–1; 0 = none
 */
public record CapexSubsidy(double subsidyRatio) implements PolicyLever {

  public CapexSubsidy {
    PolicyLever.require("subsidyRatio", subsidyRatio, 0, 1);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    int year = problem.money().priceYear();
    return PolicyLever.onEconomics(
        problem,
        e -> e.withCapexSubsidyRatio(PolicyLever.set(e.capexSubsidyRatio(), subsidyRatio, year)));
  }
}
