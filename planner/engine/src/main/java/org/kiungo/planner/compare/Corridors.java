package org.kiungo.planner.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.border.Crossing;
import org.kiungo.planner.model.route.Crossings;

/** Finds the corridors of a plan: who uses them, and what each may pay. */
public final class Corridors {

  private final Crossings crossings;
  private final ToDoubleFunction<String> capacity;
  private final Map<String, BuiltLink> linkFrom = new HashMap<>();

  /** Of each link across a border, by the place it starts from: what comes over it by country. */
  private final Map<String, Map<String, Traffic>> over = new TreeMap<>();

  private static final class Traffic {
    private double mbps;
    private double people;
  }

  private Corridors(PlanningProblem facts, Plan plan, ToDoubleFunction<String> capacity) {
    crossings = Crossings.of(facts);
    this.capacity = capacity;
    plan.links().forEach(each -> linkFrom.put(each.fromId(), each));
    Map<String, AccessSite> sites = new HashMap<>();
    plan.sites().forEach(each -> sites.put(each.id(), each));
    plan.settlements()
        .forEach(
            s -> {
              for (PartService part : s.each()) {
                AccessSite site = sites.get(part.siteId());
                if (site != null) {
                  follow(site.placeId(), crossings.country(s.settlementId()), part);
                }
              }
            });
  }

  /**
   * Those of a plan, by what crosses them, most first.
   *
   * @param facts under the plan's scenario
   * @param capacity what the people of a country earn a head, by ISO 3166-1 alpha-3; NaN = not
   *     known
   */
  public static List<Corridor> of(
      PlanningProblem facts, Plan plan, ToDoubleFunction<String> capacity) {
    Corridors found = new Corridors(facts, plan, capacity);
    List<Corridor> all = new ArrayList<>();
    found.over.keySet().forEach(place -> all.add(found.corridor(place)));
    all.sort(
        Comparator.comparingDouble((Corridor each) -> -each.demandMbps())
            .thenComparing(each -> each.linkIds().get(0)));
    return List.copyOf(all);
  }

  private void follow(String placeId, String country, PartService part) {
    BuiltLink link = linkFrom.get(placeId);
    while (link != null) {
      if (crossings.find(link.fromId(), link.toId()).isPresent()) {
        Traffic traffic =
            over.computeIfAbsent(link.fromId(), k -> new TreeMap<>())
                .computeIfAbsent(country, k -> new Traffic());
        traffic.mbps += part.demandMbps();
        traffic.people += part.peopleServed();
      }
      link = linkFrom.get(link.toId());
    }
  }

  private Corridor corridor(String placeId) {
    BuiltLink first = linkFrom.get(placeId);
    Crossing crossing =
        crossings.find(first.fromId(), first.toId(), first.mediumId()).orElseThrow();
    Map<String, Traffic> traffic = over.get(placeId);
    double mbps = traffic.values().stream().mapToDouble(each -> each.mbps).sum();
    double people = traffic.values().stream().mapToDouble(each -> each.people).sum();
    List<String> chain = new ArrayList<>();
    double usd = 0;
    String end = placeId;
    for (BuiltLink link = first; link != null; link = linkFrom.get(link.toId())) {
      chain.add(link.id());
      usd +=
          link.lifetimeCostUsd() * (link.loadMbps() > 0 ? Math.min(1, mbps / link.loadMbps()) : 1);
      end = link.toId();
    }
    return new Corridor(
        crossing,
        chain,
        first.mediumId(),
        first.distanceKm(),
        end,
        mbps,
        people,
        usd,
        uses(crossing.border(), traffic, mbps, usd));
  }

  private List<Corridor.Use> uses(
      String border, Map<String, Traffic> traffic, double mbps, double usd) {
    Map<String, Traffic> all = new TreeMap<>(traffic);
    for (String each : border.split("-")) {
      all.putIfAbsent(each, new Traffic());
    }
    double earned = all.keySet().stream().mapToDouble(capacity).sum();
    List<Corridor.Use> uses = new ArrayList<>();
    all.forEach(
        (country, each) ->
            uses.add(
                new Corridor.Use(
                    country,
                    each.mbps,
                    each.people,
                    mbps > 0 ? usd * each.mbps / mbps : usd / all.size(),
                    usd / all.size(),
                    usd * capacity.applyAsDouble(country) / earned)));
    return uses;
  }
}
