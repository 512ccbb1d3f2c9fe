package org.kiungo.planner.verify.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.SecondPaths.Way;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.resilience.Disjoint;
import org.kiungo.planner.model.resilience.TwoPaths;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.formula.SkyLinks;
import org.kiungo.planner.verify.read.Claims;
import org.kiungo.planner.verify.read.EndFacts;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.FolderReader;
import org.kiungo.planner.verify.read.SecondClaims;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Every hub that the plan serves from a site has two ways that share nothing they may not. */
public final class SecondWayChecks {

  /** So near to the network a place has the network's own two ways. */
  private static final double ON_NETWORK_KM = 1;

  private final Facts facts;
  private final Claims claims;
  private final Ledger ledger;
  private final Map<String, BuiltLink> first = new HashMap<>();
  private final Set<String> hops = new HashSet<>();

  public SecondWayChecks(Facts facts, Claims claims, Ledger ledger) {
    this.facts = facts;
    this.claims = claims;
    this.ledger = ledger;
    claims.links().forEach(link -> first.put(link.fromId(), link));
    claims.links().forEach(link -> hops.add(SecondClaims.hop(link.fromId(), link.toId())));
    for (BuiltLink link : claims.second().links()) {
      String hop = SecondClaims.hop(link.fromId(), link.toId());
      ledger.holds("twoPaths.link", link.id(), hops.add(hop), "once", "twice");
    }
  }

  /** Holds the ways against the scenario's rule; nothing where neither is there. */
  public void check(FolderReader reader) {
    TwoPaths rule = rule();
    boolean asked = rule.capitals() || rule.abovePeople() > 0 || !rule.hubIds().isEmpty();
    if (!asked && claims.second().ways().isEmpty() && claims.second().links().isEmpty()) {
      return;
    }
    ledger.rule("twoPaths.way");
    ledger.rule("twoPaths.link");
    ledger.rule("twoPaths.apart");
    Map<String, Long> bps = new TreeMap<>();
    Map<String, SortedSet<String>> needed = needed(rule, bps);
    EndFacts ends = new EndFacts(reader);
    for (Way way : claims.second().ways()) {
      String place = way.placeId();
      SortedSet<String> hubs = needed.remove(place);
      ledger.same("twoPaths.way", place, hubs == null ? "none" : List.copyOf(hubs), way.hubIds());
      long demand = bps.getOrDefault(place, 0L);
      ledger.same("twoPaths.way", place, demand, SiteChecks.bps(way.demandMbps()));
      if (leads(way)) {
        String shared = shared(rule.disjoint(), firstWay(place), way.placeIds(), ends);
        ledger.holds("twoPaths.apart", place, shared.isEmpty(), "nothing shared", shared);
      }
    }
    needed.forEach(
        (place, hubs) -> ledger.holds("twoPaths.way", place, false, "a second way", hubs));
    Map<String, Long> loads = claims.second().loadsBps();
    for (BuiltLink link : claims.second().links()) {
      boolean used = loads.containsKey(SecondClaims.hop(link.fromId(), link.toId()));
      ledger.holds("twoPaths.link", link.id(), used, "part of a second way", "of none");
    }
  }

  private TwoPaths rule() {
    JsonNode asked = facts.scenario().path("twoPaths");
    if (!asked.isObject()) {
      return TwoPaths.NONE;
    }
    try {
      JsonNode people = asked.path("abovePeople");
      List<String> ids = new ArrayList<>();
      asked.path("hubIds").forEach(id -> ids.add(id.stringValue()));
      return new TwoPaths(
          asked.path("capitals").asBoolean(false),
          people.isNumber() ? people.doubleValue() : Double.NaN,
          ids,
          Disjoint.valueOf(asked.path("disjoint").asString("LINK")));
    } catch (JacksonException | IllegalArgumentException e) {
      throw Unreadable.file("scenario.json", e);
    }
  }

  /** Hubs by the place of the site that serves them, where a second way is needed. */
  private Map<String, SortedSet<String>> needed(TwoPaths rule, Map<String, Long> bps) {
    Map<String, SortedSet<String>> needed = new TreeMap<>();
    Set<String> hubs = hubs(rule);
    Map<String, String> placeOf = new HashMap<>();
    for (AccessSite site : claims.sites()) {
      placeOf.put(site.id(), site.placeId());
    }
    for (SettlementService service : claims.services()) {
      for (PartService part : service.each()) {
        String place = placeOf.get(part.siteId());
        if (hubs.contains(service.settlementId()) && place != null && !standsOnNetwork(place)) {
          needed.computeIfAbsent(place, p -> new TreeSet<>()).add(service.settlementId());
          bps.merge(place, SiteChecks.bps(part.demandMbps()), Long::sum);
        }
      }
    }
    return needed;
  }

  private Set<String> hubs(TwoPaths rule) {
    Set<String> hubs = new TreeSet<>(rule.hubIds());
    Map<String, Settlement> largest = new HashMap<>();
    for (Settlement s : facts.settlements().values()) {
      if (s.population() >= rule.abovePeople()) {
        hubs.add(s.id());
      }
      if (rule.capitals() && s.population() > 0) {
        largest.merge(s.country() + "\n" + s.district(), s, SecondWayChecks::larger);
      }
    }
    largest.values().forEach(s -> hubs.add(s.id()));
    if (!facts.settlements().keySet().containsAll(rule.hubIds())) {
      throw Unreadable.file(
          "scenario.json", new InputRefused("twoPaths.hub", "field", "twoPaths", "id", hubs));
    }
    return hubs;
  }

  /** The one with more people; of equals the first by id. */
  private static Settlement larger(Settlement one, Settlement other) {
    int more = Double.compare(one.population(), other.population());
    boolean first = more == 0 ? one.id().compareTo(other.id()) < 0 : more > 0;
    return first ? one : other;
  }

  private boolean standsOnNetwork(String place) {
    BuiltLink link = first.get(place);
    return link != null
        && !first.containsKey(link.toId())
        && !SkyLinks.isUp(link.toId())
        && link.distanceKm() <= ON_NETWORK_KM;
  }

  /** True when a way starts at its place and comes over built links, without a loop, to the end. */
  private boolean leads(Way way) {
    List<String> places = way.placeIds();
    boolean ok = places.size() > 1 && places.get(0).equals(way.placeId());
    ok &= new HashSet<>(places).size() == places.size();
    for (int k = 0; ok && k + 1 < places.size(); k++) {
      ok = hops.contains(SecondClaims.hop(places.get(k), places.get(k + 1)));
      ok &= k + 2 == places.size() || isPlace(places.get(k + 1));
    }
    String end = places.isEmpty() ? "" : places.get(places.size() - 1);
    ok &= !isPlace(end) && !SkyLinks.isUp(end);
    return ledger.holds("twoPaths.way", way.placeId(), ok, "built links to the network", places);
  }

  private boolean isPlace(String id) {
    return facts.place(id) != null || facts.roads().places().containsKey(id);
  }

  private List<String> firstWay(String place) {
    List<String> places = new ArrayList<>(List.of(place));
    String at = place;
    while (first.containsKey(at) && places.size() <= first.size() + 1) {
      at = first.get(at).toId();
      places.add(at);
    }
    return places;
  }

  /** What two ways share that they may not; empty if nothing. */
  private String shared(Disjoint rule, List<String> one, List<String> other, EndFacts ends) {
    Set<String> links = hops(one);
    links.retainAll(hops(other));
    if (!links.isEmpty()) {
      return "link " + links.iterator().next().replace('\u0000', ' ');
    }
    String end = one.get(one.size() - 1);
    String otherEnd = other.get(other.size() - 1);
    switch (rule) {
      case NODE -> {
        Set<String> places = new TreeSet<>(one.subList(1, one.size()));
        places.retainAll(other);
        return places.isEmpty() ? "" : "node " + places.iterator().next();
      }
      case OPERATOR -> {
        String operator = ends.operator(otherEnd);
        String theirs = ends.operator(end);
        boolean apart =
            !operator.isEmpty()
                && (SkyLinks.isUp(end) || !theirs.isEmpty() && !theirs.equals(operator));
        return apart ? "" : "operator " + (operator.isEmpty() ? "not known" : operator);
      }
      case BORDER -> {
        Set<String> borders = borders(one, ends);
        borders.retainAll(borders(other, ends));
        return borders.isEmpty() ? "" : "border " + borders.iterator().next();
      }
      default -> {
        return "";
      }
    }
  }

  private static Set<String> hops(List<String> places) {
    Set<String> hops = new TreeSet<>();
    for (int k = 0; k + 1 < places.size(); k++) {
      hops.add(SecondClaims.hop(places.get(k), places.get(k + 1)));
    }
    return hops;
  }

  /** Borders that a way crosses between places whose countries are known. */
  private Set<String> borders(List<String> places, EndFacts ends) {
    Set<String> borders = new TreeSet<>();
    String country = "";
    for (String place : places) {
      Settlement settlement = facts.settlements().get(place);
      String next = settlement == null ? ends.country(place) : settlement.country();
      if (!country.isEmpty() && !next.isEmpty() && !country.equals(next)) {
        borders.add(country.compareTo(next) < 0 ? country + next : next + country);
      }
      country = next.isEmpty() ? country : next;
    }
    return borders;
  }
}
