package org.kiungo.planner.demand;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan;

/**
 * What a plan would buy at existing nodes beside what is taken to be for sale there. Plans do not
 * hold that limit: it is told, so that nobody relies on capacity that may not be there.
 *
 * @param limited nodes with a known limit that the plan uses
 * @param over of these, nodes that would have to sell more than their limit
 * @param mostMbps the most that one of the latter would have to sell; 0 without any
 */
public record NodeLoads(int limited, int over, double mostMbps) {

  /** Loads at the ends of a plan's links. */
  public static NodeLoads of(List<NetworkNode> nodes, Plan plan) {
    Map<String, Double> loadMbps = new HashMap<>();
    plan.links().forEach(link -> loadMbps.merge(link.toId(), link.loadMbps(), Double::sum));
    int limited = 0;
    int over = 0;
    double mostMbps = 0;
    for (NetworkNode node : nodes) {
      double load = loadMbps.getOrDefault(node.id(), 0.0);
      if (load > 0 && node.capacityMbps() > 0) {
        limited++;
        if (load > node.capacityMbps()) {
          over++;
          mostMbps = Math.max(mostMbps, load);
        }
      }
    }
    return new NodeLoads(limited, over, mostMbps);
  }
}
