package org.kiungo.planner.policy.lever;

import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.policy.Lever;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.policy.Setting;

/**
 * Taxes of the sector, against today; a country whose tax is not known stays unknown.
 *
 * @param taxFactor of the rate in force
 */
@Lever(
    id = "sector-tax",
    group = Lever.Group.TAX,
    changes = "taxRatio",
    effect = Lever.Effect.LESS_PUBLIC_MONEY,
    source =
        "qubic (github.com/edwardoughton/qubic, scripts/options.py), tax_low 10 %, "
            + "tax_baseline 25–31 %, tax_high 40–45 %")
public record SectorTax(
    @Setting(unit = "factor", low = 0, high = 5, example = 0.5) double taxFactor)
    implements PolicyLever {

  /** Changes nothing. */
  public SectorTax() {
    this(1);
  }

  public SectorTax {
    LeverDescription.require(SectorTax.class, taxFactor);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    return PolicyLever.times(problem, EconomicTerm.TAX, taxFactor);
  }
}
