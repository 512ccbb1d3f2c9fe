package org.kiungo.planner.policy.lever;

import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.policy.Lever;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.policy.Setting;

/**
 * Trunks that any operator may use at cost: their price is shared among tenants.
 *
 * @param tenants operators on a trunk
 */
@Lever(
    id = "open-access-trunk",
    group = Lever.Group.RULES,
    changes = {"capexUsdPerKm", "hops", "furtherSystemCapexUsd"},
    effect = Lever.Effect.LESS_PUBLIC_MONEY,
    source =
        "World Bank 2018, Innovative business models for expanding fiber-optic networks, "
            + "hdl.handle.net/10986/31072: mechanism; number of tenants assumed",
    assumed = true,
    excludes = ActiveSharing.class)
public record OpenAccessTrunk(
    @Setting(unit = "operators", low = 1, high = 6, example = 2) int tenants)
    implements PolicyLever {

  /** Changes nothing. */
  public OpenAccessTrunk() {
    this(1);
  }

  public OpenAccessTrunk {
    LeverDescription.require(OpenAccessTrunk.class, tenants);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    return PolicyLever.onMedia(problem, m -> m.viaSky() ? m : m.withCapexTimes(1.0 / tenants));
  }
}
