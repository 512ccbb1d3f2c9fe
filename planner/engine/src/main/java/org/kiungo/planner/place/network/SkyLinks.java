package org.kiungo.planner.place.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.catalogue.TechnologyFamilies;
import org.kiungo.planner.cost.LinkCost;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.value.LonLat;

/** Sites that a plan feeds by satellite: their traffic comes down at the nearest backbone node. */
final class SkyLinks {

  private final LatencyTerms terms;
  private final NetworkDraft draft;
  private final NearestPlace backbone;
  private final Map<String, String> country = new HashMap<>();

  /**
   * @param draft with the backbone and nothing else
   */
  SkyLinks(PlanningProblem problem, LatencyTerms terms, NetworkDraft draft) {
    this.terms = terms;
    this.draft = draft;
    List<LonLat> places = new ArrayList<>();
    for (int v = 0; v < draft.size(); v++) {
      places.add(draft.place(v));
    }
    backbone = new NearestPlace(places);
    problem.settlements().forEach(each -> country.put(each.id(), each.country()));
    problem.towers().forEach(each -> country.put(each.id(), each.country()));
  }

  /** Joins a site's node; nothing where there is no backbone. */
  void link(int node, BuiltLink link, Medium medium) {
    int gateway = backbone.nearest(link.from());
    if (gateway >= 0) {
      boolean viaGateway = TechnologyFamilies.builtIn().shown(medium.constellation()).viaGateway();
      double toGatewayMs = LinkCost.roundTripMs(medium, link.distanceKm());
      double ms = terms.satelliteMs(country.get(link.fromId()), toGatewayMs, viaGateway);
      draft.link(node, gateway, ms, ServiceNetwork.Kind.PLANNED);
    }
  }
}
