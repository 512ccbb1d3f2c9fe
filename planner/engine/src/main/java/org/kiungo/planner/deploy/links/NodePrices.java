package org.kiungo.planner.deploy.links;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.cost.NodeCost;
import org.kiungo.planner.deploy.places.Roots;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.PlanningProblem;

/**
 * Existing nodes that sell so much as they stand and more at a price, by number; in cents. Nodes
 * without a limit, or whose further capacity has no price, and taps are none of them.
 */
public final class NodePrices {

  private final NodeCost cost;
  private final List<String> country = new ArrayList<>();
  private final long[] limitBps;

  /** Node of each root; −1 = none. */
  private final int[] of;

  /**
   * @param roots where links end
   */
  NodePrices(PlanningProblem problem, List<Roots.Root> roots) {
    cost = new NodeCost(problem.catalogue(), problem.money());
    Map<String, Integer> number = new HashMap<>();
    List<NetworkNode> limited = new ArrayList<>();
    for (NetworkNode node : problem.nodes()) {
      if (node.capacityMbps() > 0 && cost.isPriced(node.country())) {
        number.put(node.id(), limited.size());
        limited.add(node);
        country.add(node.country());
      }
    }
    limitBps = limited.stream().mapToLong(node -> NodeCost.limitBps(node.capacityMbps())).toArray();
    of = roots.stream().mapToInt(each -> number.getOrDefault(each.id(), -1)).toArray();
  }

  /** Number of such nodes. */
  public int count() {
    return limitBps.length;
  }

  /** The one that a root is; −1 when it is none of them. */
  int of(int root) {
    return of[root];
  }

  /** What a node costs that sells so much; 0 up to its limit. */
  public long cents(int node, long loadBps) {
    return loadBps <= limitBps[node]
        ? 0
        : cost.upgrade(country.get(node), limitBps[node], loadBps).lifetimeCents();
  }
}
