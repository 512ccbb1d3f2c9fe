package org.kiungo.planner.lot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kiungo.planner.explain.BuiltWorks;
import org.kiungo.planner.explain.BuiltWorks.Bought;
import org.kiungo.planner.explain.BuiltWorks.Member;
import org.kiungo.planner.explain.BuiltWorks.Part;
import org.kiungo.planner.folder.lot.Lot;
import org.kiungo.planner.folder.lot.RestWorks;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.Phase;

/**
 * Everything that a plan buys, with the area whose lot it is of. A site is of its own place's area,
 * one on a mast that stands of that of most it serves; whoever is served is of the site's. A link
 * is of the area whose sites of the link's own phase send most through it: whoever needs it first
 * builds it. It goes with the works of the place behind it that sends most.
 */
final class Purchases {

  private final PlanningProblem problem;
  private final Plan plan;
  private final List<Phase> phases;
  private final RestWorks rest;
  private final Map<String, Settlement> settlements = new HashMap<>();
  private final Map<String, AccessSite> sites = new HashMap<>();
  private final Map<String, BuiltLink> links = new HashMap<>();
  private final Map<String, BuiltLink> linkFrom = new HashMap<>();
  private final Map<String, Area> areaOfSite = new HashMap<>();
  private final Map<String, LonLat> places = new HashMap<>();

  /** Mbps of sites behind each place, by their area and phase. */
  private final Map<String, Map<Area, Double>> behind = new HashMap<>();

  /** What becomes of parts of settlements' people, by member id. */
  private final Map<String, Served> served = new HashMap<>();

  private record Served(PartService part, double likely, double sure) {}

  private record Key(Member kind, String id) {}

  /**
   * @param problem as the scenario plans it
   * @param phases of the scenario; empty = everything is built in one
   */
  Purchases(PlanningProblem problem, Plan plan, List<Phase> phases) {
    this.problem = problem;
    this.plan = plan;
    this.phases = phases;
    rest = RestWorks.of(problem.inputs());
    problem.settlements().forEach(each -> settlements.put(each.id(), each));
    plan.sites().forEach(each -> sites.put(each.id(), each));
    plan.links().forEach(each -> linkFrom.put(each.fromId(), each));
    plan.links().forEach(each -> links.put(each.id(), each));
    plan.secondPaths().links().forEach(each -> links.put(each.id(), each));
    places();
    areasOfSites();
    plan.sites().forEach(this::climb);
    plan.settlements().forEach(this::served);
  }

  private void places() {
    links.values().forEach(each -> places.put(each.toId(), each.to()));
    links.values().forEach(each -> places.put(each.fromId(), each.from()));
    problem.nodes().forEach(each -> places.put(each.id(), each.location()));
    plan.sites().forEach(each -> places.put(each.placeId(), each.location()));
    problem.settlements().forEach(each -> places.put(each.id(), each.location()));
  }

  /** Where a place lies; null of one that is not known. */
  LonLat place(String id) {
    return places.get(id);
  }

  private int phase(int buildYear) {
    return Math.max(1, Phase.of(phases, Math.max(buildYear, problem.money().firstYear())));
  }

  private void areasOfSites() {
    Map<String, Map<Area, Double>> most = new HashMap<>();
    for (SettlementService each : plan.settlements()) {
      for (PartService part : each.each()) {
        AccessSite site = sites.get(part.siteId());
        if (site != null) {
          most.computeIfAbsent(site.id(), k -> new HashMap<>())
              .merge(
                  area(settlements.get(each.settlementId()), phase(site.buildYear())),
                  part.demandMbps(),
                  Double::sum);
        }
      }
    }
    for (AccessSite each : plan.sites()) {
      Settlement own = settlements.get(each.placeId());
      int phase = phase(each.buildYear());
      Area area =
          own == null ? Area.most(most.getOrDefault(each.id(), Map.of())) : area(own, phase);
      areaOfSite.put(each.id(), area == null ? new Area(phase, "", "") : area);
    }
  }

  private static Area area(Settlement at, int phase) {
    return new Area(phase, at.country(), at.district());
  }

  private void climb(AccessSite site) {
    Set<String> seen = new HashSet<>();
    String at = site.placeId();
    while (at != null && seen.add(at)) {
      behind
          .computeIfAbsent(at, k -> new TreeMap<>())
          .merge(areaOfSite.get(site.id()), site.loadMbps(), Double::sum);
      BuiltLink link = linkFrom.get(at);
      at = link == null ? null : link.toId();
    }
  }

  private void served(SettlementService service) {
    Settlement at = settlements.get(service.settlementId());
    double most =
        Double.isNaN(at.baselineHighRatio()) ? at.baselineCoverageRatio() : at.baselineHighRatio();
    double sure = Double.isNaN(most) ? 0 : at.population() * (1 - most);
    List<PartService> parts = service.each();
    for (int k = 0; k < parts.size(); k++) {
      PartService part = parts.get(k);
      String id = service.parts().isEmpty() ? at.id() : at.id() + "#" + k;
      boolean gains = part.status() == Status.STANDARD || part.status() == Status.BASIC;
      double likely = gains ? part.peopleServed() : 0;
      boolean hangs = gains && plan.totals().today() != null;
      served.put(id, new Served(part, likely, hangs ? sure * part.shareRatio() : likely));
    }
  }

  /** All of it, in the plan's order, each with the place whose works it goes with. */
  List<Purchase> all() {
    Map<Key, List<Part>> parts = new LinkedHashMap<>();
    for (Part each : BuiltWorks.parts(problem, plan)) {
      parts
          .computeIfAbsent(
              new Key(each.bought().kind(), member(each.bought())), k -> new ArrayList<>())
          .add(each);
    }
    List<Purchase> all = new ArrayList<>();
    parts.forEach((key, rows) -> all.add(purchase(key.id, rows)));
    free(parts.keySet(), all);
    return homes(all);
  }

  /** What costs nothing has no row, and is built all the same. */
  private void free(Set<Key> priced, List<Purchase> all) {
    List<Bought> due = new ArrayList<>();
    for (SettlementService each : plan.settlements()) {
      List<PartService> parts = each.each();
      for (int k = 0; k < parts.size(); k++) {
        if (!parts.get(k).technologyId().isEmpty()) {
          String id = each.parts().isEmpty() ? each.settlementId() : each.settlementId() + "#" + k;
          due.add(new Bought(Member.SERVICE, id, false, each.buildYear()));
        }
      }
    }
    plan.sites().forEach(s -> due.add(new Bought(Member.SITE, s.id(), false, s.buildYear())));
    links.values().forEach(l -> due.add(new Bought(Member.LINK, l.id(), false, l.buildYear())));
    for (Bought each : due) {
      if (!priced.contains(new Key(each.kind(), each.id()))) {
        all.add(purchase(each.id(), each, List.of()));
      }
    }
  }

  /**
   * How far works of a rest are; of any other plan nothing is built. Lines and terminals of a site
   * that stands are still to be bought.
   */
  Lot.State state(Purchase purchase) {
    Bought bought = purchase.bought();
    if (bought.later()) {
      return Lot.State.PLANNED;
    }
    return switch (bought.kind()) {
      case SITE -> state(sites.get(bought.id()));
      case LINK -> {
        BuiltLink link = links.get(bought.id());
        yield rest.state(RestWorks.link(link), RestWorks.first(plan, link.id(), link.systems()));
      }
      case SERVICE -> {
        AccessSite site = sites.get(purchase.siteId());
        boolean signed = site != null && state(site) == Lot.State.SIGNED;
        yield signed ? Lot.State.SIGNED : Lot.State.PLANNED;
      }
      case NODE -> Lot.State.PLANNED;
    };
  }

  private Lot.State state(AccessSite site) {
    return rest.state(RestWorks.site(site), RestWorks.first(plan, site.id(), site.units()));
  }

  private String member(Bought each) {
    return each.later() ? each.id() + "@" + phase(each.year()) : each.id();
  }

  private Purchase purchase(String id, List<Part> parts) {
    return purchase(id, parts.get(0).bought(), parts);
  }

  private Purchase purchase(String id, Bought bought, List<Part> parts) {
    int phase = phase(bought.year());
    return switch (bought.kind()) {
      case SERVICE -> service(id, bought, phase, parts);
      case SITE -> {
        AccessSite site = sites.get(bought.id());
        String at = site.placeId();
        Area area = areaOfSite.get(site.id()).in(phase);
        yield new Purchase(bought, id, area, at, at, at, "", 0, 0, parts);
      }
      case LINK -> {
        BuiltLink link = links.get(bought.id());
        Area area = carried(link.fromId(), phase, parts);
        yield new Purchase(bought, id, area, "", link.fromId(), link.toId(), "", 0, 0, parts);
      }
      case NODE -> {
        Area area = carried(bought.id(), phase, parts);
        yield new Purchase(bought, id, area, "", bought.id(), "", "", 0, 0, parts);
      }
    };
  }

  private Purchase service(String id, Bought bought, int phase, List<Part> parts) {
    Served who = served.get(id);
    AccessSite site = who == null ? null : sites.get(who.part.siteId());
    int mark = id.lastIndexOf('#');
    String settlementId = settlements.containsKey(id) || mark < 0 ? id : id.substring(0, mark);
    Area area =
        site == null
            ? area(settlements.get(settlementId), phase)
            : areaOfSite.get(site.id()).in(phase);
    String at = site == null ? settlementId : site.placeId();
    return new Purchase(
        bought,
        id,
        area,
        at,
        settlementId,
        "",
        site == null ? "" : site.id(),
        who == null ? 0 : who.likely,
        who == null ? 0 : who.sure,
        parts);
  }

  /** Of what carries traffic: whose sites of its phase send most, else whose of any. */
  private Area carried(String place, int phase, List<Part> parts) {
    Map<Area, Double> users = behind.getOrDefault(place, Map.of());
    Map<Area, Double> then = new TreeMap<>(users);
    then.keySet().removeIf(each -> each.phase() != phase);
    Area most = Area.most(then.isEmpty() ? users : then);
    if (most != null) {
      return most.in(phase);
    }
    var own = settlements.get(place);
    if (own != null) {
      return area(own, phase);
    }
    return parts.isEmpty()
        ? new Area(phase, "", "")
        : new Area(phase, parts.get(0).work().country(), parts.get(0).work().district());
  }

  /** Links and nodes go with the place of their area behind them that sends most. */
  private List<Purchase> homes(List<Purchase> all) {
    Map<Area, Set<String>> own = new HashMap<>();
    Map<Area, Map<String, List<Purchase>>> into = new HashMap<>();
    for (Purchase each : all) {
      if (!each.home().isEmpty()) {
        own.computeIfAbsent(each.area(), k -> new HashSet<>()).add(each.home());
      } else if (each.bought().kind() == Member.LINK
          && linkFrom.get(each.from()) == links.get(each.bought().id())) {
        into.computeIfAbsent(each.area(), k -> new HashMap<>())
            .computeIfAbsent(each.to(), k -> new ArrayList<>())
            .add(each);
      }
    }
    List<Purchase> homed = new ArrayList<>();
    for (Purchase each : all) {
      homed.add(
          each.home().isEmpty()
              ? each.goingWith(
                  home(
                      each.from(),
                      own.getOrDefault(each.area(), Set.of()),
                      into.getOrDefault(each.area(), Map.of())))
              : each);
    }
    return homed;
  }

  private String home(String place, Set<String> own, Map<String, List<Purchase>> into) {
    String at = place;
    Set<String> seen = new HashSet<>();
    while (!own.contains(at) && into.containsKey(at) && seen.add(at)) {
      at =
          into.get(at).stream()
              .max(
                  Comparator.comparingDouble((Purchase each) -> sent(each.from()))
                      .thenComparing(Purchase::id, Comparator.reverseOrder()))
              .orElseThrow()
              .from();
    }
    return at;
  }

  private double sent(String place) {
    return behind.getOrDefault(place, Map.of()).values().stream()
        .mapToDouble(Double::doubleValue)
        .sum();
  }
}
