package org.kiungo.planner.explain;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kiungo.planner.cost.LinkCost;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.NodeUpgrade;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.route.RoadRoutes;
import org.kiungo.planner.model.value.LonLat;

/** The links of a plan that lead from each place to the network. */
final class WaysToNetwork {

  private final Map<String, BuiltLink> linkFrom = new HashMap<>();
  private final Map<String, NodeUpgrade> upgradeOf = new HashMap<>();
  private final Map<String, Medium> media = new HashMap<>();
  private final Map<String, Double> rain = new HashMap<>();

  private final RoadRoutes roads;
  private final Money money;

  WaysToNetwork(PlanningProblem problem, Plan plan) {
    roads = RoadRoutes.of(problem);
    money = problem.money();
    plan.links().forEach(each -> linkFrom.put(each.fromId(), each));
    plan.upgrades().forEach(each -> upgradeOf.put(each.nodeId(), each));
    problem.catalogue().media().forEach(each -> media.put(each.id(), each));
    problem.settlements().forEach(each -> rain.put(each.id(), each.rainMmPerHour()));
    problem.towers().forEach(each -> rain.putIfAbsent(each.id(), each.rainMmPerHour()));
  }

  /**
   * One way.
   *
   * @param hops links on it
   * @param km their length
   * @param routeKm with detours
   * @param roadKm along roads
   * @param roadStraightKm straight from where they join a road to where they leave it
   * @param longestKm of them
   * @param viaSky true when a satellite carries the last of them
   * @param rainMmPerHour the worst on it; NaN when not known
   * @param borders crossed on it, each once, nearest first
   * @param bordersUsd what they cost its links, present value
   */
  record Way(
      int hops,
      double km,
      double routeKm,
      double roadKm,
      double roadStraightKm,
      double longestKm,
      boolean viaSky,
      double rainMmPerHour,
      List<String> borders,
      double bordersUsd) {}

  /** The way from a place; none where nothing leads away from it. */
  Way of(String placeId, Settlement settlement) {
    int hops = 0;
    double km = 0;
    double routeKm = 0;
    double roadKm = 0;
    double roadStraightKm = 0;
    LonLat joined = null;
    double longestKm = 0;
    boolean viaSky = false;
    double worst = settlement.rainMmPerHour();
    Set<String> borders = new LinkedHashSet<>();
    double bordersUsd = 0;
    BuiltLink link = linkFrom.get(placeId);
    while (link != null && hops <= linkFrom.size()) {
      Medium medium = roads.laid(media.get(link.mediumId()), link.fromId(), link.toId());
      if (medium.crossing() != null) {
        borders.add(medium.crossing().border());
        bordersUsd += LinkCost.crossingUsd(medium, money);
      }
      hops++;
      viaSky |= medium.viaSky();
      km += link.distanceKm();
      routeKm +=
          link.distanceKm() * (medium.routeFactor() == null ? 1 : medium.routeFactor().value());
      if (roads.find(link.fromId(), link.toId()).isPresent()) {
        roadKm += link.distanceKm();
        joined = joined == null ? link.from() : joined;
        BuiltLink next = linkFrom.get(link.toId());
        if (next == null || roads.find(next.fromId(), next.toId()).isEmpty()) {
          roadStraightKm += joined.distanceKm(link.to());
          joined = null;
        }
      }
      longestKm = Math.max(longestKm, link.distanceKm());
      double here = rain.getOrDefault(link.fromId(), Double.NaN);
      worst = Double.isNaN(worst) || here > worst ? here : worst;
      link = linkFrom.get(link.toId());
    }
    return new Way(
        hops,
        km,
        routeKm,
        roadKm,
        roadStraightKm,
        longestKm,
        viaSky,
        worst,
        List.copyOf(borders),
        bordersUsd);
  }

  /** A demand's share of the widening of the node where the way ends, present value in USD. */
  double upgradeUsd(String placeId, double demandMbps) {
    BuiltLink link = linkFrom.get(placeId);
    for (int hops = 0; link != null && hops <= linkFrom.size(); hops++) {
      NodeUpgrade upgrade = upgradeOf.get(link.toId());
      if (upgrade != null) {
        return upgrade.lifetimeCostUsd() * demandMbps / upgrade.loadMbps();
      }
      link = linkFrom.get(link.toId());
    }
    return 0;
  }

  /** A demand's share of every link on the way, present value in USD. */
  double lifetimeUsd(String placeId, double demandMbps) {
    double usd = 0;
    BuiltLink link = linkFrom.get(placeId);
    for (int hops = 0; link != null && hops <= linkFrom.size(); hops++) {
      usd += link.lifetimeCostUsd() * demandMbps / link.loadMbps();
      link = linkFrom.get(link.toId());
    }
    return usd;
  }
}
