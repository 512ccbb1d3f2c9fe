package org.kiungo.planner.policy.lever;

import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.policy.Lever;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.policy.Setting;

/**
 * Sales tax on the terminals, drops and antennas of customers, added to the prices of the
 * catalogue, which are without tax.
 *
 * @param taxRatio of the price
 */
@Lever(
    id = "equipment-tax",
    group = Lever.Group.TAX,
    changes = "adopterCapexUsd",
    effect = Lever.Effect.MORE_PUBLIC_MONEY,
    source = "value-added tax on devices, 15–20 % in most African countries: rate assumed",
    assumed = true)
public record EquipmentTax(
    @Setting(unit = "ratio", low = 0, high = 1, example = 0.16) double taxRatio)
    implements PolicyLever {

  /** Changes nothing. */
  public EquipmentTax() {
    this(0);
  }

  public EquipmentTax {
    LeverDescription.require(EquipmentTax.class, taxRatio);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    return PolicyLever.onTechnologies(
        problem, t -> t.withAdopterCapexUsd(PolicyLever.times(t.adopterCapexUsd(), 1 + taxRatio)));
  }
}
