package org.kiungo.geodata.openness.stress;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;

/** A plan as a graph: places and nodes joined by the links it builds, with the people served. */
final class PlanNetwork {

  private static final String SKY = "sky:";

  final Map<String, LonLat> at = new LinkedHashMap<>();
  final Map<String, String> names = new HashMap<>();

  /** Where the plan's links end on what is there today: nodes, and taps of fibre lines. */
  final Map<String, Root> roots = new LinkedHashMap<>();

  /** People by settlement, with the place through which they are served; "" for the sky. */
  final Map<String, Map<String, Double>> served = new LinkedHashMap<>();

  private final List<Plan.BuiltLink> links;
  private final Map<String, String> parent = new HashMap<>();

  /** A place that hangs on today's network, and in which country it does. */
  record Root(String id, String country, LonLat at) {}

  /**
   * @param country of what names none
   */
  PlanNetwork(PlanningProblem problem, Plan plan, String country) {
    links = plan.links();
    Map<String, String> countries = new HashMap<>();
    for (Settlement each : problem.settlements()) {
      names.put(each.id(), each.name());
      countries.put(each.id(), each.country());
    }
    for (NetworkNode each : problem.nodes()) {
      names.put(each.id(), each.name());
      countries.put(each.id(), each.country());
    }
    Map<String, String> placeOfSite = new HashMap<>();
    for (Plan.AccessSite each : plan.sites()) {
      placeOfSite.put(each.id(), each.placeId());
      at.put(each.placeId(), each.location());
    }
    for (Plan.BuiltLink each : links) {
      at.put(each.fromId(), each.from());
      at.put(each.toId(), each.to());
      countries.putIfAbsent(each.toId(), countries.getOrDefault(each.fromId(), ""));
      names.putIfAbsent(each.toId(), names.getOrDefault(each.fromId(), ""));
    }
    Set<String> fed = links.stream().map(Plan.BuiltLink::fromId).collect(Collectors.toSet());
    at.forEach(
        (id, here) -> {
          if (!fed.contains(id) && !isSky(id)) {
            String named = countries.getOrDefault(id, "");
            roots.put(id, new Root(id, named.isBlank() ? country : named, here));
          }
        });
    for (Plan.SettlementService each : plan.settlements()) {
      for (Plan.PartService part : each.each()) {
        if (part.peopleServed() > 0) {
          String place = placeOfSite.getOrDefault(part.siteId(), "");
          names.putIfAbsent(place, name(each.settlementId()));
          served
              .computeIfAbsent(each.settlementId(), k -> new LinkedHashMap<>())
              .merge(at.containsKey(place) ? place : "", part.peopleServed(), Double::sum);
        }
      }
    }
  }

  String name(String id) {
    String name = names.getOrDefault(id, "");
    return name.isBlank() ? id : name;
  }

  boolean hasLink(String id) {
    return links.stream().anyMatch(each -> each.id().equals(id));
  }

  /** Ids of what the plan hangs on with a name or id, as people write it. */
  List<String> nodesNamed(String name) {
    return roots.keySet().stream()
        .filter(each -> each.equalsIgnoreCase(name) || name(each).equalsIgnoreCase(name))
        .toList();
  }

  /** Joins what links join, but for those that are cut and those at nodes that are. */
  void join(Set<String> cut) {
    parent.clear();
    at.keySet().forEach(each -> parent.put(each, each));
    for (Plan.BuiltLink each : links) {
      if (!cut.contains(each.id())
          && !cut.contains(each.fromId())
          && !cut.contains(each.toId())
          && !isSky(each.toId())) {
        parent.put(root(each.fromId()), root(each.toId()));
      }
    }
  }

  /** Representative of everything that hangs together with a place. */
  String root(String id) {
    String root = id;
    while (!parent.get(root).equals(root)) {
      root = parent.get(root);
    }
    parent.put(id, root);
    return root;
  }

  /** Parts that keep a way: by one of their nodes, or by satellite. */
  Set<String> alive(Predicate<Root> keeps, Set<String> cut) {
    Set<String> alive = new HashSet<>();
    for (Root each : roots.values()) {
      if (!cut.contains(each.id()) && keeps.test(each)) {
        alive.add(root(each.id()));
      }
    }
    for (Plan.BuiltLink each : links) {
      if (isSky(each.toId()) && !cut.contains(each.id())) {
        alive.add(root(each.fromId()));
      }
    }
    return alive;
  }

  private static boolean isSky(String id) {
    return id.startsWith(SKY);
  }
}
