package org.kiungo.planner.policy;

import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.PlanningProblem;

/**
 * Import duty on radio and customer equipment, added to the prices of the catalogue, which are
 * without duty. Trenches and fibre are local work and stay.
 *
 * @param dutyRatio of the equipment price, 0–1; 0 = none
 */
public record ImportDuty(double dutyRatio) implements PolicyLever {

  public ImportDuty {
    PolicyLever.require("dutyRatio", dutyRatio, 0, 1);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
    double factor = 1 + dutyRatio;
    return PolicyLever.onTechnologies(
        problem,
        t ->
            new AccessTechnology(
                t.id(),
                t.name(),
                t.family(),
                t.serves(),
                t.reachKm(),
                t.downlinkMbps(),
                t.roundTripMs(),
                PolicyLever.times(t.siteCapexUsd(), factor),
                t.siteOpexUsdPerYear(),
                t.siteLifetimeYears(),
                t.siteCapacityMbps(),
                t.capexUsdPerKm2(),
                t.opexUsdPerKm2PerYear(),
                PolicyLever.times(t.adopterCapexUsd(), factor),
                t.adopterOpexUsdPerYear(),
                t.adopterLifetimeYears(),
                t.beamMbpsPerKm2(),
                PolicyLever.times(t.towerSiteCapexUsd(), factor),
                PolicyLever.times(t.offGridCapexUsd(), factor),
                t.offGridOpexUsdPerYear(),
                t.licensedMhz()));
  }
}
