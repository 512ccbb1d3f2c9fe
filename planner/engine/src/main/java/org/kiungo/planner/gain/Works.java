package org.kiungo.planner.gain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kiungo.planner.cost.AccessCost;
import org.kiungo.planner.cost.LinkCost;
import org.kiungo.planner.cost.NodeCost;
import org.kiungo.planner.cost.ServiceAbroad;
import org.kiungo.planner.cost.SiteEnergy;
import org.kiungo.planner.cost.SiteSupply;
import org.kiungo.planner.cost.SkyWays;
import org.kiungo.planner.cost.TransitCost;
import org.kiungo.planner.demand.BusyHour;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.route.RoadRoutes;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.radio.BeamCell;
import org.kiungo.planner.radio.SightParts;
import org.kiungo.planner.radio.SiteUnits;

/**
 * The works of a plan (its sites, links and media) for some of the places that it serves, sized for
 * whoever is without service there at the low end of today's coverage. Sums are whole cents and
 * bits per second, kept up to date while places come and go: a change costs O(depth).
 */
final class Works {

  private static final int NONE = -1;

  /** Of a place that is served: a part of its people at a site, or under a beam. */
  private record Part(int site, int beam, long bps, long taken) {}

  private final PlanningProblem facts;
  private final SiteEnergy energy;
  private final NodeCost nodeCosts;

  // places that the plan serves
  private final List<String> ids = new ArrayList<>();
  private final List<Part[]> parts = new ArrayList<>();
  private double[] people = new double[0];
  private long[] privateCents = new long[0];
  private boolean[] fits = new boolean[0];
  private boolean[] on = new boolean[0];

  // sites
  private final AccessSite[] sites;
  private final Settlement[] siteAt;
  private final AccessTechnology[] paid;
  private final SiteSupply[] supply;
  private final int[] siteLink;
  private final long[] siteTaken;
  private final int[] siteUsers;
  private final long[] siteCents;

  // links
  private final BuiltLink[] links;
  private final Medium[] laid;
  private final int[] parent;
  private final int[] linkNode;
  private final int[] linkBeam;
  private final long[] linkBps;
  private final int[] linkUsers;
  private final long[] linkCents;

  // nodes that sell up to a limit
  private final List<NetworkNode> nodes = new ArrayList<>();
  private long[] nodeBps = new long[0];
  private long[] nodeCents = new long[0];

  // beams
  private final Map<String, Integer> beamOf = new HashMap<>();
  private final List<Long> beamCap = new ArrayList<>();
  private long[] beamBps = new long[0];

  private long cents;

  /**
   * @param facts with today's coverage as the scenario counts it
   */
  Works(PlanningProblem facts, Plan plan) {
    this.facts = facts;
    energy = SiteEnergy.of(facts);
    nodeCosts = new NodeCost(facts.catalogue(), facts.money());
    Map<String, Settlement> settlements = new HashMap<>();
    facts.settlements().forEach(each -> settlements.put(each.id(), each));
    Map<String, AccessTechnology> technologies = new HashMap<>();
    facts.catalogue().technologies().forEach(each -> technologies.put(each.id(), each));
    links = plan.links().toArray(BuiltLink[]::new);
    laid = new Medium[links.length];
    parent = new int[links.length];
    linkNode = new int[links.length];
    linkBeam = new int[links.length];
    linkBps = new long[links.length];
    linkUsers = new int[links.length];
    linkCents = new long[links.length];
    Map<String, Integer> linkOf = drawLinks();
    sites = plan.sites().toArray(AccessSite[]::new);
    siteAt = new Settlement[sites.length];
    paid = new AccessTechnology[sites.length];
    supply = new SiteSupply[sites.length];
    siteLink = new int[sites.length];
    siteTaken = new long[sites.length];
    siteUsers = new int[sites.length];
    siteCents = new long[sites.length];
    Map<String, Integer> siteOf = new HashMap<>();
    for (int s = 0; s < sites.length; s++) {
      siteOf.put(sites[s].id(), s);
      siteAt[s] = settlements.get(sites[s].placeId());
      paid[s] = facts.rules().at(siteAt[s], technologies.get(sites[s].technologyId()));
      supply[s] = energy.at(siteAt[s], paid[s]);
      siteLink[s] = linkOf.getOrDefault(sites[s].placeId(), NONE);
    }
    for (SettlementService each : plan.settlements()) {
      if (each.each().stream().anyMatch(part -> !part.technologyId().isEmpty())) {
        addPlace(settlements.get(each.settlementId()), each, technologies, siteOf);
      }
    }
    beamBps = new long[beamCap.size()];
    nodeBps = new long[nodes.size()];
    nodeCents = new long[nodes.size()];
    on = new boolean[ids.size()];
  }

  private Map<String, Integer> drawLinks() {
    RoadRoutes roads = RoadRoutes.of(facts);
    Map<String, Medium> media = new HashMap<>();
    facts.catalogue().media().forEach(each -> media.put(each.id(), each));
    Map<String, NetworkNode> byId = new HashMap<>();
    facts.nodes().forEach(each -> byId.put(each.id(), each));
    Map<String, Integer> linkOf = new HashMap<>();
    for (int k = 0; k < links.length; k++) {
      linkOf.put(links[k].fromId(), k);
    }
    Map<String, Integer> nodeOf = new HashMap<>();
    for (int k = 0; k < links.length; k++) {
      Medium medium = media.get(links[k].mediumId());
      laid[k] = roads.laid(medium, links[k].fromId(), links[k].toId());
      parent[k] = linkOf.getOrDefault(links[k].toId(), NONE);
      NetworkNode node = byId.get(links[k].toId());
      boolean limited =
          parent[k] == NONE
              && node != null
              && node.capacityMbps() > 0
              && nodeCosts.isPriced(node.country());
      linkNode[k] = limited ? nodeOf.computeIfAbsent(node.id(), id -> seller(node)) : NONE;
      linkBeam[k] = NONE;
      if (SkyWays.isUp(links[k].toId())) {
        LonLat at = links[k].from();
        int here = k;
        SkyWays.carrier(medium, facts.catalogue().technologies())
            .ifPresent(carrier -> linkBeam[here] = beam(carrier, at));
      }
    }
    return linkOf;
  }

  private int seller(NetworkNode node) {
    nodes.add(node);
    return nodes.size() - 1;
  }

  private int beam(AccessTechnology carrier, LonLat at) {
    if (carrier.beamMbpsPerKm2() == null) {
      return NONE;
    }
    BeamCell cell = BeamCell.of(at);
    return beamOf.computeIfAbsent(
        carrier.id() + ' ' + cell,
        key -> {
          beamCap.add(Math.round(cell.mbps(carrier, facts.money()) * 1e6));
          return beamCap.size() - 1;
        });
  }

  private void addPlace(
      Settlement modelled,
      SettlementService service,
      Map<String, AccessTechnology> technologies,
      Map<String, Integer> siteOf) {
    Settlement low = atLowEnd(modelled);
    TransitCost transit = TransitCost.of(facts);
    BusyHour busyHour = BusyHour.of(facts);
    ServiceAbroad abroad = ServiceAbroad.of(facts);
    List<Part> each = new ArrayList<>();
    double gained = 0;
    long own = 0;
    boolean room = true;
    for (PartService part : service.each()) {
      AccessTechnology a = technologies.get(part.technologyId());
      if (a != null) {
        Settlement some = SightParts.share(low, shareRatio(service, part, a, low));
        double builtFor = Demand.people(some, a, facts.standard());
        double areaKm2 = Demand.areaKm2(some, builtFor);
        long bps = Math.round(busyHour.mbps(some, builtFor, a) * 1e6);
        long taken = SiteUnits.taken(a, some, areaKm2, bps);
        boolean fed = a.needsBackhaul();
        room &= !fed || SiteUnits.haveRoom(a, areaKm2, taken);
        gained += Demand.people(some, part.status());
        own +=
            AccessCost.settlement(
                    a,
                    Demand.inhabitedKm2(some, builtFor),
                    Demand.adopterHouseholds(builtFor, facts.standard()),
                    facts.money())
                .plus(transit.of(some, a, bps))
                .lifetimeCents();
        if (fed) {
          own += abroad.cost(low.id(), sites[siteOf.get(part.siteId())].placeId()).lifetimeCents();
        }
        each.add(
            fed
                ? new Part(siteOf.get(part.siteId()), NONE, bps, taken)
                : new Part(NONE, beam(a, low.location()), bps, 0));
      }
    }
    int k = ids.size();
    ids.add(service.settlementId());
    parts.add(each.toArray(Part[]::new));
    people = grown(people, k);
    people[k] = gained;
    if (privateCents.length <= k) {
      privateCents = Arrays.copyOf(privateCents, people.length);
      fits = Arrays.copyOf(fits, people.length);
    }
    privateCents[k] = own;
    fits[k] = room;
  }

  private static double[] grown(double[] values, int index) {
    return index < values.length ? values : Arrays.copyOf(values, Math.max(16, 2 * index));
  }

  /** A settlement of which no more people are covered than its range lets. */
  static Settlement atLowEnd(Settlement modelled) {
    double low = modelled.baselineLowRatio();
    return Double.isNaN(low) ? modelled : modelled.with().baselineCoverageRatio(low).build();
  }

  /** Where all have the same, those whom more people leave out of sight are not served. */
  private static double shareRatio(
      SettlementService service, PartService part, AccessTechnology a, Settlement low) {
    return service.parts().isEmpty() ? SightParts.seenRatio(a, low) : part.shareRatio();
  }

  /** Places that the plan serves. */
  int count() {
    return ids.size();
  }

  String id(int place) {
    return ids.get(place);
  }

  /** Whom the plan brings service at a place, where the low end holds. */
  double people(int place) {
    return people[place];
  }

  /** False where the ground of a place has no room for what its people need. */
  boolean fits(int place) {
    return fits[place];
  }

  boolean isOn(int place) {
    return on[place];
  }

  /** Lifetime cost of the works for the places that are on, cents. */
  long cents() {
    return cents;
  }

  /** Takes a place in, or leaves it out. */
  void set(int place, boolean wanted) {
    if (on[place] == wanted) {
      return;
    }
    on[place] = wanted;
    int sign = wanted ? 1 : -1;
    cents += sign * privateCents[place];
    for (Part part : parts.get(place)) {
      if (part.beam != NONE) {
        beamBps[part.beam] += sign * part.bps;
      }
      if (part.site != NONE) {
        carry(part.site, sign, part);
      }
    }
  }

  private void carry(int s, int sign, Part part) {
    siteTaken[s] += sign * part.taken;
    siteUsers[s] += sign;
    cents -= siteCents[s];
    siteCents[s] =
        siteUsers[s] == 0
            ? 0
            : AccessCost.site(
                    paid[s],
                    SiteUnits.units(siteTaken[s]),
                    siteAt[s] == null,
                    supply[s],
                    facts.money())
                .lifetimeCents();
    cents += siteCents[s];
    for (int k = siteLink[s]; k != NONE; k = parent[k]) {
      linkBps[k] += sign * part.bps;
      linkUsers[k] += sign;
      cents -= linkCents[k];
      linkCents[k] =
          linkUsers[k] == 0
              ? 0
              : LinkCost.link(laid[k], links[k].distanceKm(), (int) systems(k), facts.money())
                  .lifetimeCents();
      cents += linkCents[k];
      if (linkBeam[k] != NONE) {
        beamBps[linkBeam[k]] += sign * part.bps;
      }
      if (linkNode[k] != NONE) {
        sell(linkNode[k], sign * part.bps);
      }
    }
  }

  private void sell(int node, long bps) {
    nodeBps[node] += bps;
    cents -= nodeCents[node];
    NetworkNode seller = nodes.get(node);
    nodeCents[node] =
        nodeCosts
            .upgrade(seller.country(), NodeCost.limitBps(seller.capacityMbps()), nodeBps[node])
            .lifetimeCents();
    cents += nodeCents[node];
  }

  private long systems(int link) {
    if (laid[link].systemMbps() == null) {
      return 1;
    }
    long each = Math.round(laid[link].systemMbps().value() * 1e6);
    return Math.max(1, (linkBps[link] + each - 1) / each);
  }

  private boolean isOver(int link) {
    return linkUsers[link] > 0 && systems(link) > LinkCost.mostSystems(laid[link]);
  }

  /** A link with more systems than its spectrum holds, or a beam beyond its capacity; −1 = none. */
  int findOver() {
    for (int k = 0; k < links.length; k++) {
      if (isOver(k)) {
        return k;
      }
    }
    for (int b = 0; b < beamBps.length; b++) {
      if (beamBps[b] > beamCap.get(b)) {
        return links.length + b;
      }
    }
    return NONE;
  }

  /** Whether a place loads the link or the beam that {@link #findOver} names. */
  boolean loads(int place, int over) {
    for (Part part : parts.get(place)) {
      if (part.beam != NONE && links.length + part.beam == over) {
        return true;
      }
      for (int k = part.site == NONE ? NONE : siteLink[part.site]; k != NONE; k = parent[k]) {
        if (k == over || linkBeam[k] != NONE && links.length + linkBeam[k] == over) {
          return true;
        }
      }
    }
    return false;
  }

  /** True when a place loads nothing beyond its capacity. */
  boolean isWithin(int place) {
    for (Part part : parts.get(place)) {
      if (part.beam != NONE && beamBps[part.beam] > beamCap.get(part.beam)) {
        return false;
      }
      for (int k = part.site == NONE ? NONE : siteLink[part.site]; k != NONE; k = parent[k]) {
        Optional<Integer> beam = linkBeam[k] == NONE ? Optional.empty() : Optional.of(linkBeam[k]);
        if (isOver(k) || beam.filter(b -> beamBps[b] > beamCap.get(b)).isPresent()) {
          return false;
        }
      }
    }
    return true;
  }

  /** What is saved when a place is left out, cents; may be 0 or less where others need it all. */
  long savedCents(int place) {
    long with = cents;
    set(place, false);
    long saved = with - cents;
    set(place, true);
    return saved;
  }
}
