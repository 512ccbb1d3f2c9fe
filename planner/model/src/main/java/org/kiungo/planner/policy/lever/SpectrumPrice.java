package org.kiungo.planner.policy.lever;

import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.policy.Lever;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.policy.Setting;

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
