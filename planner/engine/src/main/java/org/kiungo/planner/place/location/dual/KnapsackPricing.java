package org.kiungo.planner.place.location.dual;

import java.util.Arrays;
import org.kiungo.planner.place.location.problem.AssignmentCosts;
import org.kiungo.planner.place.location.problem.Ranking;

/**
 * Sites with capacity: each takes the most profitable demand points that fit, whole ones by branch
 * and bound (Horowitz and Sahni) or, where a demand point may be split, by profit per unit. Where
 * the branch and bound reaches its node limit the fractional value stands in: still a bound.
 *
 * @see <a href="https://doi.org/10.1145/321812.321823">Horowitz and Sahni 1974</a>
 */
public final class KnapsackPricing implements SitePricing {

  private static final int NODE_LIMIT = 3000;
  private static final double SLACK = 1e-9;

  private final AssignmentCosts costs;
  private final double[] demand;
  private final double[] capacity;
  private final boolean split;

  /** Share of the demand point of each site-major entry that its site takes. */
  private final double[] taken;

  /** Points in question at one site, as its entries; then by falling profit per unit. */
  private final int[] entry;

  private final double[] key;
  private final Ranking ranking;
  private final int[] item;
  private final double[] profit;
  private final double[] weight;
  private final double[] profitBefore;
  private final double[] weightBefore;

  /** Runs of points taken: from, to, from, to, … */
  private final int[] runs;

  private final int[] bestRuns;
  private int bestDepth;
  private double bestProfit;
  private int nodes;

  public KnapsackPricing(AssignmentCosts costs, double[] demand, double[] capacity, boolean split) {
    this.costs = costs;
    this.demand = demand;
    this.capacity = capacity;
    this.split = split;
    this.taken = new double[costs.user.length];
    int most = costs.users;
    this.entry = new int[most];
    this.key = new double[most];
    this.ranking = new Ranking(most);
    this.item = new int[most];
    this.profit = new double[most];
    this.weight = new double[most];
    this.profitBefore = new double[most + 1];
    this.weightBefore = new double[most + 1];
    this.runs = new int[2 * most + 4];
    this.bestRuns = new int[2 * most + 4];
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
    int count = 0;
    double load = 0;
    double total = 0;
    for (int e = costs.siteStart[j]; e < costs.siteStart[j + 1]; e++) {
      int i = costs.user[e];
      double gain = u[i] - costs.userCost[e];
      if (gain > 0 && (split || demand[i] <= capacity[j] + SLACK)) {
        entry[count] = e;
        key[count++] = -gain / Math.max(demand[i], 1e-12);
        load += demand[i];
        total += gain;
      }
    }
    if (load <= capacity[j] + SLACK) {
      for (int k = 0; k < count; k++) {
        taken[entry[k]] = 1;
      }
      return total;
    }
    int[] order = ranking.ascending(key, count);
    profitBefore[0] = 0;
    weightBefore[0] = 0;
    for (int k = 0; k < count; k++) {
      item[k] = entry[order[k]];
      weight[k] = demand[costs.user[item[k]]];
      profit[k] = -key[order[k]] * Math.max(weight[k], 1e-12);
      profitBefore[k + 1] = profitBefore[k] + profit[k];
      weightBefore[k + 1] = weightBefore[k] + weight[k];
    }
    return split ? fractional(count, capacity[j]) : whole(count, capacity[j] + SLACK);
  }

  private double fractional(int count, double capacity) {
    double room = capacity;
    double total = 0;
    for (int k = 0; k < count && room > 0; k++) {
      double share = weight[k] <= room ? 1 : room / weight[k];
      taken[item[k]] = share;
      total += share * profit[k];
      room -= share * weight[k];
    }
    return total;
  }

  /**
   * Depth first along the order of profit per unit. Taking the longest run that fits is one step,
   * so that the depth is the number of gaps, not of points.
   */
  private double whole(int count, double room) {
    bestProfit = 0;
    bestDepth = 0;
    nodes = 0;
    branch(0, count, room, 0, 0);
    for (int d = 0; d < bestDepth; d += 2) {
      for (int k = bestRuns[d]; k < bestRuns[d + 1]; k++) {
        taken[item[k]] = 1;
      }
    }
    return nodes >= NODE_LIMIT
        ? Math.max(bestProfit, relaxed(0, count, room))
        : Math.max(bestProfit, 0);
  }

  private void branch(int from, int count, double room, double value, int depth) {
    if (nodes++ >= NODE_LIMIT || value + relaxed(from, count, room) <= bestProfit + 1e-9) {
      return;
    }
    int start = from;
    while (start < count && weight[start] > room) {
      start++;
    }
    int end = start == count ? count : firstBeyond(start, count, room);
    double reached = value + profitBefore[end] - profitBefore[start];
    runs[depth] = start;
    runs[depth + 1] = end;
    if (reached > bestProfit + 1e-12) {
      bestProfit = reached;
      bestDepth = depth + 2;
      System.arraycopy(runs, 0, bestRuns, 0, bestDepth);
    }
    if (end == count) {
      return;
    }
    // Go on behind the run, then with one of its points left out and those before it taken.
    double ratio = profit[end] / weight[end];
    double linear = value + relaxed(start, count, room);
    for (int stop = end; stop >= start && nodes < NODE_LIMIT; stop--) {
      if (linear - Math.max(0, profit[stop] - ratio * weight[stop]) > bestProfit + 1e-9) {
        double left = room - (weightBefore[stop] - weightBefore[start]);
        double sofar = value + profitBefore[stop] - profitBefore[start];
        runs[depth] = start;
        runs[depth + 1] = stop;
        branch(stop + 1, count, left, sofar, depth + 2);
      }
    }
  }

  /** First position whose weight, with all from {@code from} on, no longer fits. */
  private int firstBeyond(int from, int count, double room) {
    double limit = weightBefore[from] + room;
    int low = from;
    int high = count;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (weightBefore[middle] <= limit) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private double relaxed(int from, int count, double room) {
    if (from >= count) {
      return 0;
    }
    int end = firstBeyond(from, count, room);
    double total = profitBefore[end] - profitBefore[from];
    return end == count
        ? total
        : total + profit[end] * (room - (weightBefore[end] - weightBefore[from])) / weight[end];
  }
}
