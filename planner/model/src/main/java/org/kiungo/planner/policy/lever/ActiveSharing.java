package org.kiungo.planner.policy.lever;

import org.kiungo.planner.model.AccessTechnology.Serves;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.policy.Lever;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.policy.Setting;

/**
 * Operators share the radio network as well: masts, power, radios and the links behind them are
 * bought and kept up once and paid for by all.
 *
 * @param operators who share
 */
@Lever(
    id = "active-sharing",
    group = Lever.Group.SHARING,
    changes = {
      "siteCapexUsd",
      "siteOpexUsdPerYear",
      "towerSiteCapexUsd",
      "offGridCapexUsd",
      "offGridOpexUsdPerYear",
      "furtherMastLinkCapexUsd",
      "furtherMastLinkOpexUsdPerYear",
      "energy",
      "capexUsdPerKm",
      "hops",
      "furtherSystemCapexUsd"
    },
    effect = Lever.Effect.LESS_PUBLIC_MONEY,
    source =
        "qubic (github.com/edwardoughton/qubic, scripts/options.py), sharing type "
            + "active: passive assets, radio network and backhaul",
    excludes = {PassiveSharing.class, SharedRuralNetwork.class, OpenAccessTrunk.class})
public record ActiveSharing(
    @Setting(unit = "operators", low = 1, high = 6, example = 2) int operators)
    implements PolicyLever {

  /** Changes nothing. */
  public ActiveSharing() {
    this(1);
  }

  public ActiveSharing {
    LeverDescription.require(ActiveSharing.class, operators);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    if (operators == 1) {
      return problem;
    }
    double share = 1.0 / operators;
    PlanningProblem energy = PolicyLever.onEnergy(problem, e -> e.withAllTimes(share));
    PlanningProblem sites =
        PolicyLever.onTechnologies(
            energy,
            t ->
                t.serves() == Serves.IN_REACH ? t.withSiteCosts(figure -> figure.times(share)) : t);
    return PolicyLever.onMedia(sites, m -> m.viaSky() ? m : m.withCapexTimes(share));
  }
}
