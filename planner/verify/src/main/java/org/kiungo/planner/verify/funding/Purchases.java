package org.kiungo.planner.verify.funding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.NodeUpgrade;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Programme.Replaced;
import org.kiungo.planner.verify.formula.Cost;
import org.kiungo.planner.verify.read.Claims;
import org.kiungo.planner.verify.read.FolderReader;
import tools.jackson.databind.JsonNode;

/** Everything the plan buys, by list and id as projects name it: {@code links:id}. */
final class Purchases {

  private record Area(String country, String district) {}

  private record Later(int phase, long cents) {}

  private final Map<String, Bought> all = new LinkedHashMap<>();
  private final Map<String, Area> areas = new HashMap<>();
  private final Map<String, Area> siteAreas = new HashMap<>();
  private final Map<String, String> linkAt = new HashMap<>();
  private final Map<String, Set<Area>> users = new HashMap<>();
  private final Map<String, List<Later>> later = new HashMap<>();
  private final List<int[]> phases = new ArrayList<>();
  private final Claims claims;

  Purchases(FolderReader reader, Claims claims) {
    this.claims = claims;
    for (JsonNode phase : reader.document("scenario.json").path("phases")) {
      phases.add(
          new int[] {
            (int) Fields.number(phase, "firstYear"), (int) Fields.number(phase, "lastYear")
          });
    }
    reader.elements(
        "settlements.geojson",
        List.of("features"),
        feature -> {
          JsonNode p = feature.get("properties");
          areas.put(
              Fields.text(p, "id"),
              new Area(p.path("country").asString(""), p.path("district").asString("")));
        });
    reader.elements(
        "plan.json",
        List.of("programme", "further"),
        p ->
            later
                .computeIfAbsent(Fields.text(p, "assetId"), id -> new ArrayList<>())
                .add(
                    new Later(
                        phase((int) Fields.number(p, "buildYear")),
                        Cost.cents(Fields.number(p, "lifetimeCostUsd")))));
    claims.links().forEach(link -> linkAt.put(link.fromId(), "links:" + link.id()));
    siteAreas();
    usersOfPlaces();
    claims.services().forEach(this::services);
    claims.replaced().forEach(this::replaced);
    claims.sites().forEach(this::site);
    claims.links().forEach(this::link);
    claims.upgrades().forEach(this::node);
  }

  Map<String, Bought> all() {
    return all;
  }

  /**
   * What each district pays of links and nodes that several use, each of them shared equally:
   * {@code country\ndistrict} to cents, before rounding; under an empty name the sum.
   */
  Map<String, Double> fairCents() {
    Map<String, Double> fair = new TreeMap<>();
    claims.links().forEach(l -> share(l.fromId(), Cost.cents(l.lifetimeCostUsd()), fair));
    claims.upgrades().forEach(u -> share(u.nodeId(), Cost.cents(u.lifetimeCostUsd()), fair));
    return fair;
  }

  private void share(String place, long cents, Map<String, Double> fair) {
    Set<Area> by = users.getOrDefault(place, Set.of());
    if (by.size() > 1) {
      fair.merge("", (double) cents, Double::sum);
      for (Area a : by) {
        fair.merge(a.country() + "\n" + a.district(), (double) cents / by.size(), Double::sum);
      }
    }
  }

  private int phase(int year) {
    for (int k = 0; k < phases.size(); k++) {
      if (year >= phases.get(k)[0] && year <= phases.get(k)[1]) {
        return k + 1;
      }
    }
    return 1;
  }

  private void siteAreas() {
    Map<String, Map<String, Double>> demand = new HashMap<>();
    Map<String, Area> byText = new HashMap<>();
    for (SettlementService s : claims.services()) {
      Area area = areas.get(s.settlementId());
      String text = area.country() + "\n" + area.district();
      byText.put(text, area);
      for (PartService part : s.each()) {
        demand
            .computeIfAbsent(part.siteId(), id -> new TreeMap<>())
            .merge(text, part.demandMbps(), Double::sum);
      }
    }
    for (AccessSite site : claims.sites()) {
      Area most = areas.get(site.placeId());
      if (most == null) {
        double largest = -1;
        for (Map.Entry<String, Double> each : demand.getOrDefault(site.id(), Map.of()).entrySet()) {
          if (each.getValue() > largest) {
            largest = each.getValue();
            most = byText.get(each.getKey());
          }
        }
      }
      siteAreas.put(site.id(), most == null ? new Area("", "") : most);
    }
  }

  private void usersOfPlaces() {
    Map<String, String> towards = new HashMap<>();
    claims.links().forEach(link -> towards.put(link.fromId(), link.toId()));
    for (AccessSite site : claims.sites()) {
      Set<String> seen = new HashSet<>();
      for (String at = site.placeId(); at != null && seen.add(at); at = towards.get(at)) {
        users.computeIfAbsent(at, p -> new HashSet<>()).add(siteAreas.get(site.id()));
      }
    }
  }

  private void services(SettlementService s) {
    List<PartService> parts = s.each();
    long left = Cost.cents(s.lifetimeCostUsd());
    for (int k = 0; k < parts.size(); k++) {
      PartService part = parts.get(k);
      boolean last = k == parts.size() - 1;
      long cents = last ? left : Cost.cents(part.lifetimeCostUsd());
      left -= cents;
      boolean built = !part.technologyId().isEmpty() || cents != 0;
      if (built) {
        boolean alone = part.siteId().isEmpty();
        Area area = alone ? areas.get(s.settlementId()) : siteAreas.get(part.siteId());
        String id = s.parts().isEmpty() ? s.settlementId() : s.settlementId() + "#" + k;
        all.put(
            "services:" + id,
            new Bought(
                "access",
                area.country(),
                area.district(),
                part.technologyId(),
                phase(s.buildYear()),
                cents,
                part.status() == Status.STANDARD ? part.peopleServed() : 0,
                part.status() == Status.BASIC ? part.peopleServed() : 0,
                alone ? "" : "sites:" + part.siteId()));
      }
    }
  }

  private void replaced(Replaced each) {
    Area area = areas.get(each.settlementId());
    all.put(
        "services:" + each.settlementId() + "#replaced",
        new Bought(
            "access",
            area.country(),
            area.district(),
            each.technologyId(),
            phase(each.buildYear()),
            Cost.cents(each.lifetimeCostUsd()),
            0,
            0,
            ""));
  }

  private void site(AccessSite site) {
    asset(
        "sites:" + site.id(),
        site.id(),
        "access",
        siteAreas.get(site.id()),
        site.technologyId(),
        phase(site.buildYear()),
        Cost.cents(site.lifetimeCostUsd()),
        carrier(site.placeId()));
  }

  private void link(BuiltLink link) {
    asset(
        "links:" + link.id(),
        link.id(),
        layer(link.fromId()),
        area(link.fromId()),
        link.mediumId(),
        phase(link.buildYear()),
        Cost.cents(link.lifetimeCostUsd()),
        carrier(link.toId()));
  }

  private void node(NodeUpgrade node) {
    asset(
        "nodes:" + node.nodeId(),
        node.nodeId(),
        layer(node.nodeId()),
        area(node.nodeId()),
        "node",
        1,
        Cost.cents(node.lifetimeCostUsd()),
        "");
  }

  private String carrier(String place) {
    String link = linkAt.get(place);
    if (link != null) {
      return link;
    }
    boolean widened = claims.upgrades().stream().anyMatch(u -> u.nodeId().equals(place));
    return widened ? "nodes:" + place : "";
  }

  private String layer(String place) {
    return users.getOrDefault(place, Set.of()).size() > 1 ? "backbone" : "backhaul";
  }

  private Area area(String place) {
    Set<Area> behind = users.getOrDefault(place, Set.of());
    Area own = areas.get(place);
    if (behind.size() > 1 && own != null) {
      return own;
    }
    TreeSet<String> sorted = new TreeSet<>();
    behind.forEach(a -> sorted.add(a.country() + "\n" + a.district()));
    if (sorted.isEmpty()) {
      return new Area("", "");
    }
    String[] first = sorted.first().split("\n", -1);
    return new Area(first[0], first[1]);
  }

  private void asset(
      String key,
      String id,
      String layer,
      Area area,
      String equipment,
      int phase,
      long cents,
      String carrier) {
    long left = cents;
    for (Later each : later.getOrDefault(id, List.of())) {
      left -= each.cents();
      put(key + "@" + each.phase(), layer, area, equipment, each.phase(), each.cents(), key);
    }
    // a node that is widened later is nothing to buy before
    if (left != 0 || !later.containsKey(id)) {
      put(key, layer, area, equipment, phase, left, carrier);
    }
  }

  private void put(
      String key,
      String layer,
      Area area,
      String equipment,
      int phase,
      long cents,
      String carrier) {
    all.put(
        key,
        new Bought(layer, area.country(), area.district(), equipment, phase, cents, 0, 0, carrier));
  }
}
