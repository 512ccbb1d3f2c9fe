package org.kiungo.planner.project;

import java.util.HashMap;
import java.util.Map;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;

/** Names and areas of the places of a problem. */
final class Places {

  private final PlanningProblem problem;
  private final Map<String, Settlement> settlements = new HashMap<>();
  private final Map<String, NetworkNode> nodes = new HashMap<>();

  Places(PlanningProblem problem) {
    this.problem = problem;
    problem.settlements().forEach(each -> settlements.put(each.id(), each));
    problem.nodes().forEach(each -> nodes.put(each.id(), each));
  }

  /** The area of a settlement; null of any other place. */
  Area area(String id) {
    Settlement s = settlements.get(id);
    return s == null ? null : new Area(s.country(), s.district());
  }

  /** The name of a settlement or node, else of the named settlement nearest to a place. */
  String name(String id, LonLat place) {
    Settlement own = settlements.get(id);
    if (own != null && !own.name().isEmpty()) {
      return own.name();
    }
    NetworkNode node = nodes.get(id);
    if (node != null && !node.name().isEmpty()) {
      return node.name();
    }
    return nearestName(place);
  }

  /** Where a node stands, or a settlement; null of any other place. */
  LonLat location(String id) {
    Settlement own = settlements.get(id);
    if (own != null) {
      return own.location();
    }
    NetworkNode node = nodes.get(id);
    return node == null ? null : node.location();
  }

  private String nearestName(LonLat place) {
    String name = "";
    double nearest = Double.POSITIVE_INFINITY;
    for (Settlement each : problem.settlements()) {
      if (!each.name().isEmpty()) {
        double dLat = each.location().lat() - place.lat();
        double dLon = (each.location().lon() - place.lon()) * Math.cos(Math.toRadians(place.lat()));
        double squared = dLat * dLat + dLon * dLon;
        if (squared < nearest) {
          nearest = squared;
          name = each.name();
        }
      }
    }
    return name;
  }
}
