package org.kiungo.planner.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kiungo.planner.model.service.EService;
import org.kiungo.planner.model.service.ServiceProblem;
import org.kiungo.planner.place.hosting.HostAssignment;
import org.kiungo.planner.place.hosting.Hosting;

/** A hosting site as a plan lists it: its services, load and money. */
final class SiteLine {

  private SiteLine() {}

  static Optional<ServicePlan.HostSite> of(
      Hosting hosting, boolean[][] placed, HostAssignment serving, int j, double people) {
    ServiceProblem.Site site = hosting.problem.sites().get(j);
    List<String> ids = new ArrayList<>();
    double load = 0;
    double capex = 0;
    double opex = 0;
    double lifetime = 0;
    boolean opens = false;
    for (int k = 0; k < hosting.services; k++) {
      if (placed[k][j]) {
        EService service = hosting.problem.services().get(k);
        ids.add(service.id());
        load += serving.loadMbps[k][j];
        if (!hosting.locked(k, j)) {
          opens = true;
          capex += service.siteCapexUsd().value();
          opex += service.siteOpexUsdPerYear().value();
          lifetime += hosting.serviceUsd[k][j];
        }
      }
    }
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    boolean existing = !site.hosted().isEmpty();
    if (opens && !existing) {
      capex += site.buildingCapexUsd();
      opex += site.buildingOpexUsdPerYear();
      lifetime += hosting.buildingUsd[j];
    }
    ids.sort(null);
    return Optional.of(
        new ServicePlan.HostSite(
            site.id(),
            site.name(),
            site.location(),
            site.country(),
            ids,
            existing,
            load,
            people,
            capex,
            opex,
            lifetime));
  }
}
