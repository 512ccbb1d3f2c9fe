package org.example.stranger;

import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.policy.Lever;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.policy.Setting;

/**
 * A voucher for terminals.
 *
 * @param cutRatio of their price
 */
@Lever(
    id = "terminal-voucher",
    group = Lever.Group.FINANCE,
    changes = "adopterCapexUsd",
    effect = Lever.Effect.LESS_PUBLIC_MONEY,
    source = "made up: assumed",
    assumed = true)
public record TerminalVoucher(
    @Setting(unit = "ratio", low = 0, high = 0.9, example = 0.5) double cutRatio)
    implements PolicyLever {

  /** Changes nothing. */
  public TerminalVoucher() {
    this(0);
  }

  public TerminalVoucher {
    LeverDescription.require(TerminalVoucher.class, cutRatio);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    return PolicyLever.onTechnologies(
        problem,
        t -> t.withAdopterCapexUsd(PolicyLever.times(t.adopterCapexUsd(), 1 - cutRatio)));
  }
}
