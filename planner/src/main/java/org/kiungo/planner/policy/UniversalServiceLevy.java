package org.kiungo.planner.policy;

import org.kiungo.planner.model.PlanningProblem;

/**
 * Universal service levy on revenue, in every country of the problem; replaces the levy in force.
 *
 * @param levyRatio of revenue, 0–1; 0 = none
 */
public record UniversalServiceLevy(double levyRatio) implements PolicyLever {

  public UniversalServiceLevy {
    PolicyLever.require("levyRatio", levyRatio, 0, 1);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    int year = problem.money().priceYear();
    return PolicyLever.onEconomics(
        problem,
        e ->
            e.withUniversalServiceLevyRatio(
                PolicyLever.set(e.universalServiceLevyRatio(), levyRatio, year)));
  }
}
