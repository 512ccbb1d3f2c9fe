package org.kiungo.planner.policy;

import org.kiungo.planner.model.PlanningProblem;

/**
 * Tax on network cost against today; a country whose tax is not known stays unknown.
 *
 * @param taxFactor of the rate in force, 0–5; 1 = unchanged
 * @see <a href="https://doi.org/10.1016/j.techfore.2021.121409">Oughton et al. 2022, taxation</a>
 */
public record SectorTax(double taxFactor) implements PolicyLever {

  public SectorTax {
    PolicyLever.require("taxFactor", taxFactor, 0, 5);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    return PolicyLever.onEconomics(
        problem, e -> e.withTaxRatio(PolicyLever.times(e.taxRatio(), taxFactor)));
  }
}
