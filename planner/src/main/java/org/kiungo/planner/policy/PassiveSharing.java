package org.kiungo.planner.policy;

import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Figure;
import org.kiungo.planner.model.PlanningProblem;

/**
 * Operators share masts, power and civil works of new sites: what a site costs beyond its equipment
 * (the difference to a site on an existing tower) is divided among them.
 *
 * @param operators who share a mast, 1–6; 1 = no sharing
 * @see <a href="https://doi.org/10.1016/j.techfore.2021.121409">Oughton et al. 2022, passive
 *     sharing</a>
 */
public record PassiveSharing(int operators) implements PolicyLever {

  public PassiveSharing {
    PolicyLever.require("operators", operators, 1, 6);
  }

  @Override
  public PlanningProblem applyTo(PlanningProblem problem) {
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
                shared(t.siteCapexUsd(), t.towerSiteCapexUsd()),
                t.siteOpexUsdPerYear(),
                t.siteLifetimeYears(),
                t.siteCapacityMbps(),
                t.capexUsdPerKm2(),
                t.opexUsdPerKm2PerYear(),
                t.adopterCapexUsd(),
                t.adopterOpexUsdPerYear(),
                t.adopterLifetimeYears(),
                t.beamMbpsPerKm2(),
                t.towerSiteCapexUsd(),
                PolicyLever.times(t.offGridCapexUsd(), 1.0 / operators),
                t.offGridOpexUsdPerYear(),
                t.licensedMhz()));
  }

  private Figure shared(Figure whole, Figure equipment) {
    if (operators == 1 || whole == null || equipment == null) {
      return whole;
    }
    double mast = Math.max(0, whole.value() - equipment.value());
    return whole.withValue(whole.value() - mast + mast / operators);
  }
}
