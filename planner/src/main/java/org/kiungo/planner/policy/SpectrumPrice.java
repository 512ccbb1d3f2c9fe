package org.kiungo.planner.policy;

import org.kiungo.planner.model.EconomicTerm;
import org.kiungo.planner.model.PlanningProblem;

/**
 * Price of licensed spectrum per MHz and person, against today; a country whose price is not known
 * stays unknown.
 *
 * @param priceFactor of the price in force
 */
@Lever(
    id = "spectrum-price",
    group = Lever.Group.SPECTRUM,
    changes = "spectrumUsdPerMhzPop",
    effect = Lever.Effect.LESS_PUBLIC_MONEY,
    source = "Oughton et al. 2022, doi:10.1016/j.techfore.2021.121409: low 0.25, high 2 × baseline")
public record SpectrumPrice(
    @Setting(unit = "factor", low = 0, high = 10, neutral = 1, example = 0.5) double priceFactor)
    implements PolicyLever {

  public SpectrumPrice {
    LeverDescription.require(SpectrumPrice.class, priceFactor);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    return PolicyLever.times(problem, EconomicTerm.SPECTRUM, priceFactor);
  }
}
