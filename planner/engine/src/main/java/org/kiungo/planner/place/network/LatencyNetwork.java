package org.kiungo.planner.place.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.cost.SkyWays;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.route.RoadRoutes;
import org.kiungo.planner.model.service.SeaCable;
import org.kiungo.planner.model.value.LonLat;

/**
 * The network over which users reach services, today or once a plan is built, with the round trip
 * of each of its links: drawn fibre (its drawn length), submarine cables between named landings,
 * links that a plan builds (length · route factor of their medium, and its hop), and assumed fibre
 * between backbone nodes that no drawing joins.
 *
 * <p>Complexity: O(vertices log vertices + backbone nodes²), once per network; a plan's links are
 * added to a copy of today's.
 */
public final class LatencyNetwork {

  /** A network node this near a drawn line stands on it. */
  private static final double ON_LINE_KM = 5;

  /** A landing this near a network node is that node. */
  private static final double LANDING_KM = 30;

  /** A facility gets the service of a settlement this near. */
  private static final double SETTLEMENT_KM = 10;

  private final PlanningProblem problem;
  private final LatencyTerms terms;
  private final NetworkDraft draft;
  private final int backbone;
  private final NearestPlace nearestBackbone;
  private final Map<String, Integer> nodeOf;
  private final Map<String, NetworkAccess> bySettlement;
  private final NearestPlace nearestSettlement;
  private final List<Settlement> settlements;

  private LatencyNetwork(
      PlanningProblem problem,
      LatencyTerms terms,
      NetworkDraft draft,
      int backbone,
      Map<String, Integer> nodeOf,
      Plan plan) {
    this.problem = problem;
    this.terms = terms;
    this.draft = draft;
    this.backbone = backbone;
    this.nodeOf = nodeOf;
    List<LonLat> places = new ArrayList<>();
    for (int v = 0; v < backbone; v++) {
      places.add(draft.place(v));
    }
    this.nearestBackbone = new NearestPlace(places);
    this.settlements = problem.settlements();
    this.nearestSettlement =
        plan == null
            ? null
            : new NearestPlace(settlements.stream().map(Settlement::location).toList());
    this.bySettlement = new HashMap<>();
    settlements(plan);
  }

  /**
   * Today's network: operational fibre, network nodes and cables, joined by assumed fibre where
   * nothing is drawn. Settlements have the service that their baseline says; unknown is none.
   */
  public static LatencyNetwork today(
      PlanningProblem problem, List<SeaCable> cables, LatencyTerms terms) {
    return build(problem, cables, terms, null);
  }

  /** The network once a plan is built. */
  public static LatencyNetwork of(
      PlanningProblem problem, Plan plan, List<SeaCable> cables, LatencyTerms terms) {
    return build(problem, cables, terms, plan);
  }

  private static LatencyNetwork build(
      PlanningProblem problem, List<SeaCable> cables, LatencyTerms terms, Plan plan) {
    NetworkDraft draft = new NetworkDraft(terms);
    Map<String, Integer> nodeOf = new HashMap<>();
    for (NetworkNode node : problem.nodes()) {
      nodeOf.put(node.id(), draft.add(node.location()));
    }
    FibreGraph fibre = new FibreGraph(problem.fibreLines());
    fibre.cutAtJunctions(draft);
    for (NetworkNode node : problem.nodes()) {
      int tap = fibre.tap(draft, node.location(), ON_LINE_KM);
      if (tap >= 0) {
        int own = nodeOf.get(node.id());
        draft.fibre(
            own, tap, node.location().distanceKm(draft.place(tap)), ServiceNetwork.Kind.FIBRE);
      }
    }
    if (plan != null) {
      taps(fibre, draft, plan, nodeOf);
    }
    fibre.link(draft);
    cables(draft, problem.nodes().size(), cables);
    int backbone = draft.size();
    new AssumedBackbone(draft, anchors(draft, problem.nodes().size())).link();
    if (plan != null) {
      links(problem, terms, draft, plan, nodeOf);
    }
    return new LatencyNetwork(problem, terms, draft, backbone, nodeOf, plan);
  }

  /** Nodes where a plan's links tap drawn fibre. */
  private static void taps(
      FibreGraph fibre, NetworkDraft draft, Plan plan, Map<String, Integer> nodeOf) {
    for (Plan.BuiltLink link : plan.links()) {
      if (link.toId().startsWith("tap:") && !nodeOf.containsKey(link.toId())) {
        int tap = fibre.tap(draft, link.to(), ON_LINE_KM);
        nodeOf.put(link.toId(), tap >= 0 ? tap : draft.add(link.to()));
      }
    }
  }

  private static void links(
      PlanningProblem problem,
      LatencyTerms terms,
      NetworkDraft draft,
      Plan plan,
      Map<String, Integer> nodeOf) {
    Map<String, Medium> media = new HashMap<>();
    problem.catalogue().media().forEach(m -> media.put(m.id(), m));
    SkyLinks sky = new SkyLinks(problem, terms, draft);
    RoadRoutes roads = RoadRoutes.of(problem);
    for (Plan.BuiltLink link : plan.links()) {
      Medium medium = roads.laid(media.get(link.mediumId()), link.fromId(), link.toId());
      int a = nodeOf.computeIfAbsent(link.fromId(), k -> draft.add(link.from()));
      if (SkyWays.isUp(link.toId())) {
        sky.link(a, link, media.get(link.mediumId()));
        continue;
      }
      int b = nodeOf.computeIfAbsent(link.toId(), k -> draft.add(link.to()));
      draft.link(a, b, roundTripMs(medium, link.distanceKm()), PLANNED);
    }
  }

  private static final ServiceNetwork.Kind PLANNED = ServiceNetwork.Kind.PLANNED;

  private static double roundTripMs(Medium medium, double km) {
    double factor = medium.routeFactor() == null ? 1 : medium.routeFactor().value();
    double perKm =
        medium.delayMsPerKm() == null
            ? FibreLatency.DELAY_MS_PER_KM
            : medium.delayMsPerKm().value();
    double hop = medium.delayMsPerHop() == null ? 0 : medium.delayMsPerHop().value();
    return 2 * (km * factor * perKm + hop);
  }

  /** Each cable as the shortest tree over its landings. */
  private static void cables(NetworkDraft draft, int nodes, List<SeaCable> cables) {
    List<LonLat> places = new ArrayList<>();
    for (int v = 0; v < nodes; v++) {
      places.add(draft.place(v));
    }
    NearestPlace nearest = new NearestPlace(places);
    Map<LonLat, Integer> landing = new HashMap<>();
    for (SeaCable cable : cables) {
      List<Integer> on = new ArrayList<>();
      for (LonLat place : cable.landings()) {
        int node = landing.computeIfAbsent(place, p -> landing(draft, nearest, p));
        if (!on.contains(node)) {
          on.add(node);
        }
      }
      List<Integer> rest = new ArrayList<>(on);
      List<Integer> tree = new ArrayList<>();
      while (!rest.isEmpty()) {
        int a = -1;
        int b = rest.get(0);
        double least = Double.POSITIVE_INFINITY;
        for (int t : tree) {
          for (int r : rest) {
            double km = draft.place(t).distanceKm(draft.place(r));
            if (km < least) {
              least = km;
              a = t;
              b = r;
            }
          }
        }
        if (a >= 0) {
          draft.fibre(a, b, least, ServiceNetwork.Kind.CABLE);
        }
        tree.add(b);
        rest.remove((Integer) b);
      }
    }
  }

  private static int landing(NetworkDraft draft, NearestPlace nearest, LonLat place) {
    int node = nearest.within(place, LANDING_KM);
    return node >= 0 ? node : draft.add(place);
  }

  /** All network nodes, and one node of each piece of drawn fibre that none of them stands on. */
  private static int[] anchors(NetworkDraft draft, int nodes) {
    List<Integer> anchors = new ArrayList<>();
    java.util.Set<Integer> seen = new java.util.HashSet<>();
    for (int v = 0; v < draft.size(); v++) {
      if (seen.add(draft.root(v)) || v < nodes) {
        anchors.add(v);
      }
    }
    return anchors.stream().mapToInt(v -> v).toArray();
  }

  private void settlements(Plan plan) {
    if (plan == null) {
      for (Settlement s : settlements) {
        double served = s.population() - s.unservedPopulation();
        bySettlement.put(s.id(), served > 0 ? terrestrial(s.location()) : NetworkAccess.NONE);
      }
      return;
    }
    Map<String, Settlement> byId = new HashMap<>();
    settlements.forEach(s -> byId.put(s.id(), s));
    Map<String, AccessTechnology> technologies = new HashMap<>();
    problem.catalogue().technologies().forEach(t -> technologies.put(t.id(), t));
    Map<String, String> placeOfSite = new HashMap<>();
    plan.sites().forEach(site -> placeOfSite.put(site.id(), site.placeId()));
    for (Plan.SettlementService service : plan.settlements()) {
      Settlement s = byId.get(service.settlementId());
      AccessTechnology t = technologies.get(service.technologyId());
      NetworkAccess access = NetworkAccess.NONE;
      if (t != null && t.needsBackhaul()) {
        access = overSite(placeOfSite.get(service.siteId()), s, t);
      } else if (t != null) {
        boolean viaGateway = LatencyTerms.viaGateway(t);
        access = overSatellite(s.location(), s.country(), t.roundTripMs().value(), viaGateway);
      } else if (s.population() - s.unservedPopulation() > 0) {
        access = terrestrial(s.location());
      }
      bySettlement.put(s.id(), access);
    }
  }

  private NetworkAccess overSite(String placeId, Settlement s, AccessTechnology t) {
    Integer node = nodeOf.get(placeId);
    double ms = t.roundTripMs() == null ? 0 : t.roundTripMs().value();
    if (node == null) {
      // a site without a link of its own stands where the network already is
      NetworkAccess there = onBackbone(s.location());
      return new NetworkAccess(there.node(), ms + there.roundTripMs(), NetworkAccess.Way.PLAN);
    }
    return new NetworkAccess(node, ms, NetworkAccess.Way.PLAN);
  }

  private NetworkAccess terrestrial(LonLat place) {
    NetworkAccess there = onBackbone(place);
    return there.node() < 0
        ? there
        : new NetworkAccess(
            there.node(), there.roundTripMs() + terms.accessMs(), NetworkAccess.Way.MOBILE);
  }

  private NetworkAccess overSatellite(
      LonLat place, String country, double toGatewayMs, boolean viaGateway) {
    int node = nearestBackbone.nearest(place);
    double ms = terms.satelliteMs(country, toGatewayMs, viaGateway);
    boolean far = ms > toGatewayMs;
    return node < 0
        ? NetworkAccess.NONE
        : new NetworkAccess(
            node, ms, far ? NetworkAccess.Way.SATELLITE_FAR : NetworkAccess.Way.SATELLITE);
  }

  /** A city, an exchange or an operator: straight fibre to the nearest backbone node. */
  public NetworkAccess onBackbone(LonLat place) {
    int node = nearestBackbone.nearest(place);
    return node < 0
        ? NetworkAccess.NONE
        : new NetworkAccess(
            node,
            2 * draft.fibreMs(place.distanceKm(draft.place(node))),
            NetworkAccess.Way.BACKBONE);
  }

  /**
   * A facility that stands by itself. With a plan it has what the nearest settlement within 10 km
   * has; today it is taken as on a mobile network near the backbone and on a satellite beyond.
   */
  public NetworkAccess facility(LonLat place, String country) {
    if (nearestSettlement != null) {
      int s = nearestSettlement.within(place, SETTLEMENT_KM);
      return s < 0 ? NetworkAccess.NONE : settlement(settlements.get(s).id());
    }
    int node = nearestBackbone.within(place, terms.reachKm());
    return node >= 0
        ? terrestrial(place)
        : overSatellite(place, country, terms.satelliteMs(), terms.satelliteViaGateway());
  }

  /** How a settlement of the problem reaches the network; {@link NetworkAccess#NONE} unserved. */
  public NetworkAccess settlement(String id) {
    return bySettlement.getOrDefault(id, NetworkAccess.NONE);
  }

  /** Nodes and links with their round trips. */
  public ServiceNetwork network() {
    return draft.network();
  }
}
