package org.kiungo.planner.policy.lever;

import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.policy.Lever;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.policy.Setting;

/**
 * Operators share masts, power and civil works of new sites: what a site costs beyond its equipment
 * (the difference to a site on an existing tower) is divided among them.
 *
 * @param operators who share a mast
 */
@Lever(
    id = "passive-sharing",
    group = Lever.Group.SHARING,
    changes = {"siteCapexUsd", "offGridCapexUsd", "energy"},
    effect = Lever.Effect.LESS_PUBLIC_MONEY,
    source =
        "qubic (github.com/edwardoughton/qubic, scripts/options.py), sharing type "
            + "passive: the open model behind Oughton and others 2022, "
            + "doi:10.1016/j.techfore.2021.121409",
    excludes = {ActiveSharing.class, SharedRuralNetwork.class})
public record PassiveSharing(
    @Setting(unit = "operators", low = 1, high = 6, example = 2) int operators)
    implements PolicyLever {

  /** Changes nothing. */
  public PassiveSharing() {
    this(1);
  }

  public PassiveSharing {
    LeverDescription.require(PassiveSharing.class, operators);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    if (operators == 1) {
      return problem;
    }
    PlanningProblem energy =
        PolicyLever.onEnergy(problem, e -> e.withPurchasesTimes(1.0 / operators));
    return PolicyLever.onTechnologies(
        energy,
        t ->
            t.with()
                .siteCapexUsd(shared(t.siteCapexUsd(), t.towerSiteCapexUsd()))
                .offGridCapexUsd(PolicyLever.times(t.offGridCapexUsd(), 1.0 / operators))
                .build());
  }

  private Figure shared(Figure whole, Figure equipment) {
    if (whole == null || equipment == null) {
      return whole;
    }
    double mast = Math.max(0, whole.value() - equipment.value());
    return whole.withValue(whole.value() - mast + mast / operators);
  }
}
