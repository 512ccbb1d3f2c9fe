package org.kiungo.planner.policy;

import org.kiungo.planner.model.PlanningProblem;

/**
 * Public money that pays a share of upkeep, in every country of the problem; replaces the share in
 * force.
 *
 * @param subsidyRatio of opex, 0–1; 0 = none
 */
public record OpexSubsidy(double subsidyRatio) implements PolicyLever {

  public OpexSubsidy {
    PolicyLever.require("subsidyRatio", subsidyRatio, 0, 1);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    int year = problem.money().priceYear();
    return PolicyLever.onEconomics(
        problem,
        e -> e.withOpexSubsidyRatio(PolicyLever.set(e.opexSubsidyRatio(), subsidyRatio, year)));
  }
}
