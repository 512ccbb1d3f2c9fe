package org.kiungo.planner.place.hosting;

import java.util.Arrays;

/**
 * Fills a placement: opens, again and again, the service (or the building with several services)
 * that adds most value per dollar, while the budget lasts.
 *
 * <p>Complexity: O(rounds · listed pairs). Guarantee: none with fixed costs and capacity; it is a
 * start.
 */
final class GreedyHosting {

  private final Hosting hosting;
  private final int[][] queries;

  /** worth[c][e] = value of one copy from cell c to its e-th demand point. */
  private final double[][] worth;

  /** Best copies held by each demand point so far: value per group slot, ascending. */
  private final double[][] held;

  private final int[][] heldGroup;

  GreedyHosting(Hosting hosting) {
    this.hosting = hosting;
    int cells = hosting.services * hosting.sites;
    int[] size = new int[cells];
    for (int q = 0; q < hosting.demandPoints(); q++) {
      for (int j : hosting.allowed[q]) {
        size[hosting.serviceOf[q] * hosting.sites + j]++;
      }
    }
    this.queries = new int[cells][];
    this.worth = new double[cells][];
    for (int c = 0; c < cells; c++) {
      queries[c] = new int[size[c]];
      worth[c] = new double[size[c]];
      size[c] = 0;
    }
    for (int q = 0; q < hosting.demandPoints(); q++) {
      for (int x = 0; x < hosting.allowed[q].length; x++) {
        int c = hosting.serviceOf[q] * hosting.sites + hosting.allowed[q][x];
        queries[c][size[c]] = q;
        worth[c][size[c]++] = hosting.worth[q][x];
      }
    }
    this.held = new double[hosting.demandPoints()][];
    this.heldGroup = new int[hosting.demandPoints()][];
  }

  /** Demand points that a service at a site can serve. */
  int[] demandPoints(int cell) {
    return queries[cell];
  }

  /** Opens more in placed[k][j], in place, while something adds value within the budget. */
  void fill(boolean[][] placed) {
    for (int q = 0; q < held.length; q++) {
      held[q] = new double[hosting.copies[hosting.serviceOf[q]]];
      heldGroup[q] = new int[held[q].length];
      Arrays.fill(heldGroup[q], -1);
    }
    for (int k = 0; k < hosting.services; k++) {
      for (int j = 0; j < hosting.sites; j++) {
        if (placed[k][j]) {
          hold(k, j);
        }
      }
    }
    double left = hosting.problem.budgetUsd() - hosting.costUsd(placed);
    double[][] gain = new double[hosting.services][hosting.sites];
    boolean[] stale = new boolean[hosting.services];
    Arrays.fill(stale, true);
    while (true) {
      refresh(gain, stale, placed);
      int best = -1;
      double bestRatio = 0;
      for (int j = 0; j < hosting.sites; j++) {
        double ratio = ratio(j, gain, placed, left);
        if (ratio > bestRatio) {
          bestRatio = ratio;
          best = j;
        }
      }
      if (best < 0) {
        return;
      }
      left -= open(best, gain, placed, left, stale);
    }
  }

  private void refresh(double[][] gain, boolean[] stale, boolean[][] placed) {
    for (int k = 0; k < hosting.services; k++) {
      for (int j = 0; stale[k] && j < hosting.sites; j++) {
        gain[k][j] = placed[k][j] ? 0 : gain(k, j);
      }
      stale[k] = false;
    }
  }

  private double building(int j, boolean[][] placed) {
    for (int k = 0; k < hosting.services; k++) {
      if (placed[k][j] && !hosting.locked(k, j)) {
        return 0;
      }
    }
    return hosting.buildingUsd[j];
  }

  /** Value per dollar of the best set of services to add at j; 0 when nothing fits. */
  private double ratio(int j, double[][] gain, boolean[][] placed, double left) {
    double usd = building(j, placed);
    double value = 0;
    double best = 0;
    boolean[] in = new boolean[hosting.services];
    for (int round = 0; round < hosting.services; round++) {
      int k = next(j, gain, in);
      if (k < 0 || usd + hosting.serviceUsd[k][j] > left + 1e-6) {
        break;
      }
      in[k] = true;
      usd += hosting.serviceUsd[k][j];
      value += gain[k][j];
      best = Math.max(best, value / Math.max(usd, 1e-9));
    }
    return best;
  }

  private int next(int j, double[][] gain, boolean[] in) {
    int best = -1;
    for (int k = 0; k < hosting.services; k++) {
      if (!in[k]
          && gain[k][j] > 1e-9
          && (best < 0
              || gain[k][j] * hosting.serviceUsd[best][j]
                  > gain[best][j] * hosting.serviceUsd[k][j])) {
        best = k;
      }
    }
    return best;
  }

  /** Opens that best set; returns what it costs. */
  private double open(int j, double[][] gain, boolean[][] placed, double left, boolean[] stale) {
    double target = ratio(j, gain, placed, left);
    double usd = building(j, placed);
    double value = 0;
    boolean[] in = new boolean[hosting.services];
    for (int round = 0; round < hosting.services; round++) {
      int k = next(j, gain, in);
      in[k] = true;
      usd += hosting.serviceUsd[k][j];
      value += gain[k][j];
      placed[k][j] = true;
      hold(k, j);
      stale[k] = true;
      if (value / Math.max(usd, 1e-9) >= target * (1 - 1e-12)) {
        break;
      }
    }
    return usd;
  }

  private double gain(int k, int j) {
    int c = k * hosting.sites + j;
    double[] gains = new double[queries[c].length];
    double total = 0;
    double demand = 0;
    for (int e = 0; e < gains.length; e++) {
      int q = queries[c][e];
      gains[e] = Math.max(0, worth[c][e] - replaced(q, hosting.groupOf[k][j]));
      total += gains[e];
      demand += gains[e] > 0 ? hosting.demandMbps[q] : 0;
    }
    if (demand <= hosting.capacityMbps[k]) {
      return total;
    }
    double[] demands = new double[gains.length];
    for (int e = 0; e < gains.length; e++) {
      demands[e] = hosting.demandMbps[queries[c][e]];
    }
    return FractionalKnapsack.whole(gains, demands, hosting.capacityMbps[k]);
  }

  /** Value that a new copy in a group would replace: that group's copy, or the least one. */
  private double replaced(int q, int group) {
    double least = Double.POSITIVE_INFINITY;
    for (int s = 0; s < held[q].length; s++) {
      if (heldGroup[q][s] == group) {
        return held[q][s];
      }
      least = Math.min(least, held[q][s]);
    }
    return least;
  }

  private void hold(int k, int j) {
    int c = k * hosting.sites + j;
    int group = hosting.groupOf[k][j];
    for (int e = 0; e < queries[c].length; e++) {
      int q = queries[c][e];
      double value = worth[c][e];
      int slot = 0;
      for (int s = 0; s < held[q].length; s++) {
        if (heldGroup[q][s] == group) {
          slot = s;
          break;
        }
        slot = held[q][s] < held[q][slot] ? s : slot;
      }
      if (value > held[q][slot]) {
        held[q][slot] = value;
        heldGroup[q][slot] = group;
      }
    }
  }
}
