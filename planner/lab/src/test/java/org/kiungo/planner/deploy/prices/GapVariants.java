package org.kiungo.planner.deploy.prices;

import java.util.List;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.AccessTechnology.Serves;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.PlanningProblem;

/** The model taken apart, so that each part's share of a gap can be told. */
enum GapVariants {
  /** Every settlement has its own sites; nothing ever fills up. */
  OWN_SITES_NO_LOAD,
  /** Sites serve what is in reach; nothing ever fills up. */
  SHARED_SITES_NO_LOAD,
  /** Sites and links are paid by the load they carry. */
  COMPLETE;

  PlanningProblem of(PlanningProblem problem) {
    if (this == COMPLETE) {
      return problem;
    }
    Catalogue catalogue = problem.catalogue();
    List<AccessTechnology> technologies =
        catalogue.technologies().stream()
            .map(a -> technology(a, this == OWN_SITES_NO_LOAD, true, true))
            .toList();
    List<Medium> media = catalogue.media().stream().map(GapVariants::endless).toList();
    return problem.withCatalogue(catalogue.withTechnologies(technologies).withMedia(media));
  }

  /** A technology without what is named. */
  static AccessTechnology technology(
      AccessTechnology a, boolean own, boolean endlessSites, boolean endlessBeams) {
    boolean alone = own && a.serves() == Serves.IN_REACH;
    return a.with()
        .serves(alone ? Serves.OWN_SETTLEMENT : a.serves())
        .reachKm(
            endlessSites && (alone || a.serves() == Serves.OWN_SETTLEMENT) ? null : a.reachKm())
        .siteCapacityMbps(endlessSites ? null : a.siteCapacityMbps())
        .beamMbpsPerKm2(endlessBeams ? null : a.beamMbpsPerKm2())
        .build();
  }

  /** A medium whose first system carries everything. */
  static Medium endless(Medium m) {
    return m.with().systemMbps(null).mostSystems(null).build();
  }
}
