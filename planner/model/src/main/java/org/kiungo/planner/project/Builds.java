package org.kiungo.planner.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.NodeUpgrade;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Programme.Further;
import org.kiungo.planner.model.Programme.Replaced;
import org.kiungo.planner.scenario.Phase;

/**
 * Everything a plan buys, with the district it belongs to. Whoever is served belongs to the
 * district of the site; links and nodes to the district behind them, to none where there are
 * several.
 */
final class Builds {

  private final Plan plan;
  private final Places places;
  private final Map<String, AccessSite> sites = new HashMap<>();
  private final Map<String, BuiltLink> linkFrom = new HashMap<>();
  private final Map<String, Area> areaOfSite = new HashMap<>();

  /** Areas of the sites behind a link or a node, by the place it starts at. */
  private final Map<String, Set<Area>> behind = new HashMap<>();

  private final List<Build> all = new ArrayList<>();

  private final List<Phase> phases;

  /** What later phases add to an asset, by its id. */
  private final Map<String, List<Further>> further = new HashMap<>();

  private Builds(Plan plan, Places places, List<Phase> phases) {
    this.plan = plan;
    this.places = places;
    this.phases = phases;
    if (plan.programme() != null) {
      for (Further each : plan.programme().further()) {
        further.computeIfAbsent(each.assetId(), id -> new ArrayList<>()).add(each);
      }
    }
  }

  /**
   * @param phases of the scenario; empty = everything is built in one
   */
  static List<Build> of(Plan plan, Places places, List<Phase> phases) {
    return read(plan, places, phases).all;
  }

  /** The same with who uses what. */
  static Builds read(Plan plan, Places places, List<Phase> phases) {
    Builds builds = new Builds(plan, places, phases);
    builds.collect();
    return builds;
  }

  List<Build> all() {
    return all;
  }

  /** Areas whose sites send traffic through a place. */
  Set<Area> users(String place) {
    return behind.getOrDefault(place, Set.of());
  }

  private void collect() {
    plan.sites().forEach(site -> sites.put(site.id(), site));
    plan.links().forEach(link -> linkFrom.put(link.fromId(), link));
    areasOfSites();
    for (AccessSite site : plan.sites()) {
      climb(site.placeId(), areaOfSite.get(site.id()));
    }
    plan.settlements().forEach(this::services);
    if (plan.programme() != null) {
      plan.programme().replaced().forEach(this::replaced);
    }
    plan.sites().forEach(this::site);
    plan.links().forEach(this::link);
    plan.upgrades().forEach(this::node);
  }

  /** A site's own area, or where no place of a district stands there that of most it serves. */
  private void areasOfSites() {
    Map<String, Map<Area, Double>> served = new HashMap<>();
    for (SettlementService s : plan.settlements()) {
      for (PartService part : s.each()) {
        if (sites.containsKey(part.siteId())) {
          served
              .computeIfAbsent(part.siteId(), k -> new HashMap<>())
              .merge(places.area(s.settlementId()), part.demandMbps(), Double::sum);
        }
      }
    }
    for (AccessSite site : plan.sites()) {
      Area own = places.area(site.placeId());
      areaOfSite.put(
          site.id(), own != null ? own : Area.most(served.getOrDefault(site.id(), Map.of())));
    }
  }

  private void climb(String start, Area area) {
    String at = start;
    for (int hops = 0; hops <= linkFrom.size() && at != null; hops++) {
      if (!behind.computeIfAbsent(at, k -> new TreeSet<>()).add(area)) {
        return; // whoever came this way before went on
      }
      BuiltLink link = linkFrom.get(at);
      at = link == null ? null : link.toId();
    }
  }

  private void services(SettlementService s) {
    List<PartService> parts = s.each();
    long left = AssetCost.cents(s.lifetimeCostUsd());
    for (int k = 0; k < parts.size(); k++) {
      PartService part = parts.get(k);
      long cents = k == parts.size() - 1 ? left : AssetCost.cents(part.lifetimeCostUsd());
      left -= cents;
      if (part.technologyId().isEmpty() && cents == 0) {
        continue;
      }
      AccessSite site = sites.get(part.siteId());
      Area area = site == null ? places.area(s.settlementId()) : areaOfSite.get(site.id());
      all.add(
          new Build(
              Build.Kind.SERVICE,
              s.parts().isEmpty() ? s.settlementId() : s.settlementId() + "#" + k,
              s.settlementId(),
              part.siteId(),
              work(NetworkLayer.ACCESS, area, part.technologyId()),
              phase(s.buildYear()),
              cents,
              part.status() == Status.STANDARD ? part.peopleServed() : 0,
              part.status() == Status.BASIC ? part.peopleServed() : 0));
    }
  }

  /** What is replaced later is bought too; its people are those of what replaces it. */
  private void replaced(Replaced each) {
    all.add(
        new Build(
            Build.Kind.SERVICE,
            each.settlementId() + "#replaced",
            each.settlementId(),
            "",
            work(NetworkLayer.ACCESS, places.area(each.settlementId()), each.technologyId()),
            phase(each.buildYear()),
            AssetCost.cents(each.lifetimeCostUsd()),
            0,
            0));
  }

  private void site(AccessSite site) {
    Area area = areaOfSite.get(site.id());
    asset(
        new Build(
            Build.Kind.SITE,
            site.id(),
            site.placeId(),
            site.placeId(),
            work(NetworkLayer.ACCESS, area, site.technologyId()),
            phase(site.buildYear()),
            AssetCost.cents(site.lifetimeCostUsd()),
            0,
            0));
  }

  private void link(BuiltLink link) {
    asset(
        new Build(
            Build.Kind.LINK,
            link.id(),
            link.fromId(),
            link.toId(),
            carried(link.fromId(), link.mediumId()),
            phase(link.buildYear()),
            AssetCost.cents(link.lifetimeCostUsd()),
            0,
            0));
  }

  private void node(NodeUpgrade node) {
    asset(
        new Build(
            Build.Kind.NODE,
            node.nodeId(),
            node.nodeId(),
            "",
            carried(node.nodeId(), Work.NODE),
            1,
            AssetCost.cents(node.lifetimeCostUsd()),
            0,
            0));
  }

  private int phase(int buildYear) {
    return Math.max(1, Phase.of(phases, buildYear));
  }

  /**
   * An asset, and what later phases add to it as builds of their own, {@code id@phase}; a node that
   * is widened later is nothing to pay for before.
   */
  private void asset(Build built) {
    long left = built.cents();
    List<Build> later = new ArrayList<>();
    for (Further each : further.getOrDefault(built.id(), List.of())) {
      long cents = AssetCost.cents(each.lifetimeCostUsd());
      int phase = phase(each.buildYear());
      left -= cents;
      later.add(built.added(phase, cents));
    }
    if (left > 0 || later.isEmpty()) {
      all.add(built.costing(left));
    }
    all.addAll(later);
  }

  /** What carries traffic stands in the area of its own place, else in that of one behind it. */
  private Work carried(String from, String equipment) {
    Set<Area> users = behind.getOrDefault(from, Set.of());
    boolean shared = users.size() > 1;
    Area own = places.area(from);
    Area user = users.isEmpty() ? Area.NOWHERE : users.iterator().next();
    Area area = shared && own != null ? own : user;
    return work(shared ? NetworkLayer.BACKBONE : NetworkLayer.BACKHAUL, area, equipment);
  }

  private static Work work(NetworkLayer layer, Area area, String equipment) {
    return new Work(layer, area.country(), area.district(), equipment);
  }
}
