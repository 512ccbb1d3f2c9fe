package org.kiungo.web.placement;

import org.kiungo.planner.model.service.EService;
import org.kiungo.planner.model.service.ServiceFacts;
import org.kiungo.planner.place.ServiceAssembly;
import org.kiungo.planner.scenario.InstitutionChoice;

/**
 * What a placement over today's network takes, told in places of a plan that take as much: its
 * institutions as they are read, then each pair of a need and a site, of which the search, the
 * bound and the greedy start each keep a list.
 */
final class PlacementMemory {

  private static final long BYTES_PER_INSTITUTION = 1_000;
  private static final long BYTES_PER_PAIR = 60;
  private static final long BYTES_PER_PLACE = 20_000;

  private PlacementMemory() {}

  /**
   * Places that take as much, at most.
   *
   * @param imported facilities that are imported of its countries
   */
  static long places(PlacementBody body, long imported) {
    ServicePlacer placer = ServicePlacer.today(body.countries());
    ServiceFacts facts = ServiceAssembly.facts(placer.facts(body.request()), body.request());
    boolean none = body.institutions() == InstitutionChoice.Source.NONE;
    long rows = none ? 0 : imported;
    long all = rows;
    long needs = 0;
    FacilityCounts carried =
        body.institutions() == InstitutionChoice.Source.BUILT_IN
            ? FacilityCounts.builtIn(placer.countries())
            : FacilityCounts.NONE;
    all += carried.healthSites() + carried.schools();
    for (EService service : body.request().services()) {
      long users = facts.users().get(service.users()).size();
      users +=
          switch (service.users()) {
            case HEALTH_FACILITIES -> rows + carried.healthSites();
            case SCHOOLS -> rows + carried.schools();
            default -> 0;
          };
      needs += Math.min(users, ServiceAssembly.TOGETHER);
    }
    return (all * BYTES_PER_INSTITUTION + needs * facts.sites().size() * BYTES_PER_PAIR)
        / BYTES_PER_PLACE;
  }
}
