package org.kiungo.planner.place.location;

import java.util.Arrays;

/**
 * Sites with capacity: each takes the most profitable demand points that fit, whole ones by branch
 * and bound (Horowitz and Sahni) or, where a demand point may be split, by profit per unit. Where
 * the branch and bound reaches its node limit the fractional value stands in: still a bound.
 *
 * @see <a href="https://doi.org/10.1145/321812.321823">Horowitz and Sahni 1974</a>
 */
final class KnapsackPricing implements SitePricing {

  private static final int NODE_LIMIT = 3000;
  private static final double SLACK = 1e-9;

  private final AssignmentCosts costs;
  private final double[] demand;
  private final double[] capacity;
  private final boolean split;

  /** Share of the demand point of each site-major entry that its site takes. */
  private final double[] taken;

  private int[] item;
  private double[] profit;
  private double[] weight;
  private boolean[] take;
  private boolean[] bestTake;
  private double bestProfit;
  private int nodes;

  KnapsackPricing(AssignmentCosts costs, double[] demand, double[] capacity, boolean split) {
    this.costs = costs;
    this.demand = demand;
    this.capacity = capacity;
    this.split = split;
    this.taken = new double[costs.user.length];
  }

  @Override
  public void price(double[] u, double[] rho) {
    Arrays.fill(taken, 0);
    for (int j = 0; j < costs.sites; j++) {
      rho[j] = -worth(j, u);
    }
  }

  @Override
  public void serve(boolean[] chosen, double[] served) {
    for (int j = 0; j < costs.sites; j++) {
      for (int e = costs.siteStart[j]; chosen[j] && e < costs.siteStart[j + 1]; e++) {
        served[costs.user[e]] += taken[e];
      }
    }
  }

  private double worth(int j, double[] u) {
    int size = costs.siteStart[j + 1] - costs.siteStart[j];
    Integer[] order = new Integer[size];
    int count = 0;
    double load = 0;
    double total = 0;
    for (int e = costs.siteStart[j]; e < costs.siteStart[j + 1]; e++) {
      int i = costs.user[e];
      if (u[i] > costs.userCost[e] && (split || demand[i] <= capacity[j] + SLACK)) {
        order[count++] = e;
        load += demand[i];
        total += u[i] - costs.userCost[e];
      }
    }
    if (load <= capacity[j] + SLACK) {
      for (int k = 0; k < count; k++) {
        taken[order[k]] = 1;
      }
      return total;
    }
    Arrays.sort(order, 0, count, (a, b) -> Double.compare(perUnit(b, u), perUnit(a, u)));
    return split ? fractional(order, count, j, u) : Math.max(whole(order, count, j, u), 0);
  }

  private double perUnit(int e, double[] u) {
    int i = costs.user[e];
    return (u[i] - costs.userCost[e]) / Math.max(demand[i], 1e-12);
  }

  private double fractional(Integer[] order, int count, int j, double[] u) {
    double room = capacity[j];
    double total = 0;
    for (int k = 0; k < count && room > 0; k++) {
      int i = costs.user[order[k]];
      double share = demand[i] <= room ? 1 : room / demand[i];
      taken[order[k]] = share;
      total += share * (u[i] - costs.userCost[order[k]]);
      room -= share * demand[i];
    }
    return total;
  }

  private double whole(Integer[] order, int count, int j, double[] u) {
    if (item == null || item.length < count) {
      item = new int[count];
      profit = new double[count];
      weight = new double[count];
      take = new boolean[count];
      bestTake = new boolean[count];
    }
    for (int k = 0; k < count; k++) {
      item[k] = order[k];
      profit[k] = u[costs.user[order[k]]] - costs.userCost[order[k]];
      weight[k] = demand[costs.user[order[k]]];
      take[k] = false;
    }
    bestProfit = 0;
    nodes = 0;
    Arrays.fill(bestTake, false);
    branch(0, count, capacity[j] + SLACK, 0);
    for (int k = 0; k < count; k++) {
      taken[item[k]] = bestTake[k] ? 1 : 0;
    }
    return nodes >= NODE_LIMIT
        ? Math.max(bestProfit, relaxed(0, count, capacity[j] + SLACK))
        : bestProfit;
  }

  private void branch(int from, int count, double room, double value) {
    if (value > bestProfit + 1e-12) {
      bestProfit = value;
      System.arraycopy(take, 0, bestTake, 0, count);
    }
    if (from == count || nodes >= NODE_LIMIT) {
      return;
    }
    nodes++;
    if (value + relaxed(from, count, room) <= bestProfit + 1e-9) {
      return;
    }
    if (weight[from] <= room) {
      take[from] = true;
      branch(from + 1, count, room - weight[from], value + profit[from]);
      take[from] = false;
    }
    branch(from + 1, count, room, value);
  }

  private double relaxed(int from, int count, double room) {
    double total = 0;
    double left = room;
    for (int k = from; k < count; k++) {
      if (weight[k] <= left) {
        left -= weight[k];
        total += profit[k];
      } else {
        return total + profit[k] * left / weight[k];
      }
    }
    return total;
  }
}
