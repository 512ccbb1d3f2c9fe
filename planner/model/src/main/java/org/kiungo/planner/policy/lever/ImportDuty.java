package org.kiungo.planner.policy.lever;

import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.policy.Lever;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.policy.Setting;

/**
 * Import duty on radio, power and customer equipment, added to the prices of the catalogue, which
 * are without duty. Trenches and fibre are local work and stay.
 *
 * @param dutyRatio of the equipment price
 */
@Lever(
    id = "import-duty",
    group = Lever.Group.TAX,
    changes = {
      "siteCapexUsd",
      "towerSiteCapexUsd",
      "offGridCapexUsd",
      "furtherMastLinkCapexUsd",
      "adopterCapexUsd",
      "energy"
    },
    effect = Lever.Effect.MORE_PUBLIC_MONEY,
    source = "ECOWAS and EAC common external tariffs: bands 0, 5, 10, 20–25 and 35 %")
public record ImportDuty(
    @Setting(unit = "ratio", low = 0, high = 1, example = 0.1) double dutyRatio)
    implements PolicyLever {

  /** Changes nothing. */
  public ImportDuty() {
    this(0);
  }

  public ImportDuty {
    LeverDescription.require(ImportDuty.class, dutyRatio);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    double factor = 1 + dutyRatio;
    PlanningProblem energy = PolicyLever.onEnergy(problem, e -> e.withEquipmentTimes(factor));
    return PolicyLever.onTechnologies(
        energy,
        t ->
            t.with()
                .siteCapexUsd(PolicyLever.times(t.siteCapexUsd(), factor))
                .towerSiteCapexUsd(PolicyLever.times(t.towerSiteCapexUsd(), factor))
                .offGridCapexUsd(PolicyLever.times(t.offGridCapexUsd(), factor))
                .furtherMastLinkCapexUsd(PolicyLever.times(t.furtherMastLinkCapexUsd(), factor))
                .adopterCapexUsd(PolicyLever.times(t.adopterCapexUsd(), factor))
                .build());
  }
}
