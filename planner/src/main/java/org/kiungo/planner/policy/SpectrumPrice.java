package org.kiungo.planner.policy;

import org.kiungo.planner.model.PlanningProblem;

/**
 * Price of licensed spectrum against today; a country whose price is not known stays unknown.
 *
 * @param priceFactor of the price in force, 0–10; 1 = unchanged
 * @see <a href="https://doi.org/10.1016/j.techfore.2021.121409">Oughton et al. 2022, spectrum
 *     pricing</a>
 */
public record SpectrumPrice(double priceFactor) implements PolicyLever {

  public SpectrumPrice {
    PolicyLever.require("priceFactor", priceFactor, 0, 10);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    return PolicyLever.onEconomics(
        problem,
        e -> e.withSpectrumUsdPerMhzPop(PolicyLever.times(e.spectrumUsdPerMhzPop(), priceFactor)));
  }
}
