package org.kiungo.planner.explain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.road.RoadRoutes;

/**
 * How far the links between a place and the network follow roads.
 *
 * @param roadKm along roads
 * @param wayKm all links together
 */
public record RoadWay(double roadKm, double wayKm) {

  /**
   * The way from the site of a settlement's first service; nothing where it has none.
   *
   * @param problem with the roads that the plan may follow
   */
  public static RoadWay of(PlanningProblem problem, Plan plan, String settlementId) {
    RoadRoutes roads = RoadRoutes.of(problem.roads());
    Map<String, String> placeOf = new HashMap<>();
    plan.sites().forEach(site -> placeOf.put(site.id(), site.placeId()));
    Map<String, BuiltLink> onward = new HashMap<>();
    plan.links().forEach(link -> onward.put(link.fromId(), link));
    String at =
        plan.settlements().stream()
            .filter(each -> each.settlementId().equals(settlementId))
            .map(each -> placeOf.get(each.siteId()))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    double roadKm = 0;
    double wayKm = 0;
    Set<String> passed = new HashSet<>();
    for (BuiltLink link = onward.get(at);
        link != null && passed.add(link.id());
        link = onward.get(link.toId())) {
      wayKm += link.distanceKm();
      roadKm += roads.find(link.fromId(), link.toId()).isPresent() ? link.distanceKm() : 0;
    }
    return new RoadWay(roadKm, wayKm);
  }
}
