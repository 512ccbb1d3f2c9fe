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
    source =
        "qubic (github.com/edwardoughton/qubic, scripts/options.py), spectrum_cost_low "
            + "25 % of today; high 200 % in its country table")
public record SpectrumPrice(
    @Setting(unit = "factor", low = 0, high = 10, example = 0.5) double priceFactor)
    implements PolicyLever {

  /** Changes nothing. */
  public SpectrumPrice() {
    this(1);
  }

  public SpectrumPrice {
    LeverDescription.require(SpectrumPrice.class, priceFactor);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    return PolicyLever.times(problem, EconomicTerm.SPECTRUM, priceFactor);
  }
}
