package org.kiungo.planner.cost;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.money.TransitPrice;

/**
 * What selling more than its limit costs at an existing node: its own way to the fibre network is
 * widened, at a price per further Mbps and year, for the load that networks are sized for. Convex
 * in the load: nothing up to the limit, a straight line beyond.
 */
public final class NodeCost {

  private final Catalogue catalogue;
  private final Money money;

  public NodeCost(Catalogue catalogue, Money money) {
    this.catalogue = catalogue;
    this.money = money;
  }

  /** True when what a node of a country sells beyond its limit has a price. */
  public boolean isPriced(String country) {
    TransitPrice price = catalogue.transitOf(country);
    return price != null && price.upgradeUsdPerMbpsYear() != null;
  }

  /**
   * Of one node.
   *
   * @param country of the node, ISO 3166-1 alpha-3
   * @param limitBps what it sells as it stands
   * @param loadBps busy-hour demand of everybody behind it
   * @return running cost alone
   */
  public AssetCost upgrade(String country, long limitBps, long loadBps) {
    if (loadBps <= limitBps || !isPriced(country)) {
      return AssetCost.ZERO;
    }
    double usdPerYear =
        (loadBps - limitBps) / 1e6 * catalogue.transitOf(country).upgradeUsdPerMbpsYear().value();
    return AssetCost.ofUsd(
        0, usdPerYear, PresentValue.lifetimeUsd(0, usdPerYear, money.years(), money));
  }

  /** What of a node is sold as it stands, whole bits per second. */
  public static long limitBps(double capacityMbps) {
    return Math.round(capacityMbps * 1e6);
  }

  /** The nodes that links load beyond their limit, in the order of the problem's nodes. */
  public static List<Plan.NodeUpgrade> upgrades(
      PlanningProblem problem, List<Plan.BuiltLink> links) {
    NodeCost costs = new NodeCost(problem.catalogue(), problem.money());
    Map<String, Long> loadBps = new HashMap<>();
    links.forEach(l -> loadBps.merge(l.toId(), Math.round(l.loadMbps() * 1e6), Long::sum));
    List<Plan.NodeUpgrade> upgrades = new ArrayList<>();
    for (NetworkNode node : problem.nodes()) {
      long load = loadBps.getOrDefault(node.id(), 0L);
      if (node.capacityMbps() > 0 && costs.isPriced(node.country())) {
        long limit = limitBps(node.capacityMbps());
        AssetCost cost = costs.upgrade(node.country(), limit, load);
        if (load > limit) {
          upgrades.add(
              new Plan.NodeUpgrade(
                  node.id(),
                  load / 1e6,
                  (load - limit) / 1e6,
                  cost.opexUsdPerYear(),
                  cost.lifetimeUsd()));
        }
      }
    }
    return upgrades;
  }
}
