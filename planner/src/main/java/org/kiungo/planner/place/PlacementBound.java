package org.kiungo.planner.place;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Upper bound on the value of any joint placement: the rows "at most the copies asked for" are
 * priced with u ≥ 0, the budget with λ ≥ 0, so that the sites fall apart:
 *
 * <p>L(u, λ) = λ·B + Σ copies·u + Σ_j max(0, Σ_k max(0, K_kj(worth − u) − λ·service) − λ·building),
 * K = the fractional knapsack of site j's capacity. Distinct countries and "all copies or none" are
 * relaxed. Subgradient steps on u for each λ, λ by golden section.
 *
 * <p>Complexity per step: O(listed pairs log). Guarantee: every L is an upper bound.
 *
 * @see "Beasley 1993, Lagrangean heuristics for location problems, European Journal of Operational
 *     Research 65, 383–399"
 */
final class PlacementBound {

  private final Hosting hosting;
  private final double[] u;
  private final double[] bestU;
  private final double[] direction;
  private final int[][] siteEntries;
  private final int[][] siteQueries;
  private final boolean[] capacityMatters;

  /** Lowest upper bound so far, its λ and what each placement was worth under it. */
  double bound = Double.POSITIVE_INFINITY;

  double lambda;
  final double[][] reduced;
  final boolean[][] chosen;
  long steps;

  PlacementBound(Hosting hosting) {
    this.hosting = hosting;
    int n = hosting.demandPoints();
    this.u = new double[n];
    this.bestU = new double[n];
    this.direction = new double[n];
    this.reduced = new double[hosting.services][hosting.sites];
    this.chosen = new boolean[hosting.services][hosting.sites];
    int[] size = new int[hosting.services * hosting.sites];
    double[] demand = new double[size.length];
    for (int q = 0; q < n; q++) {
      for (int j : hosting.allowed[q]) {
        size[cell(hosting.serviceOf[q], j)]++;
        demand[cell(hosting.serviceOf[q], j)] += hosting.demandMbps[q];
      }
    }
    this.siteEntries = new int[size.length][];
    this.siteQueries = new int[size.length][];
    this.capacityMatters = new boolean[size.length];
    for (int c = 0; c < size.length; c++) {
      siteEntries[c] = new int[size[c]];
      siteQueries[c] = new int[size[c]];
      capacityMatters[c] = demand[c] > hosting.capacityMbps[c / hosting.sites];
      size[c] = 0;
    }
    for (int q = 0; q < n; q++) {
      for (int x = 0; x < hosting.allowed[q].length; x++) {
        int c = cell(hosting.serviceOf[q], hosting.allowed[q][x]);
        siteQueries[c][size[c]] = q;
        siteEntries[c][size[c]++] = x;
      }
    }
  }

  /**
   * @param value of the best placement known, which sets the step length
   * @param iterations per λ
   */
  void tighten(double value, int iterations, BooleanSupplier stop) {
    double budget = hosting.problem.budgetUsd();
    double all = 0;
    for (int q = 0; q < u.length; q++) {
      double most = hosting.worth[q].length == 0 ? 0 : hosting.worth[q][0];
      all += most * hosting.copies[hosting.serviceOf[q]];
      bestU[q] = most / 2;
    }
    if (budget == Double.POSITIVE_INFINITY || all == 0) {
      descend(0, value, 3 * iterations, stop);
      return;
    }
    double low = 0;
    double high = 4 * all / Math.max(1, budget);
    double ratio = (Math.sqrt(5) - 1) / 2;
    double a = high - ratio * (high - low);
    double b = low + ratio * (high - low);
    double atA = descend(a, value, iterations, stop);
    double atB = descend(b, value, iterations, stop);
    for (int k = 0; k < 16 && !stop.getAsBoolean(); k++) {
      if (atA < atB) {
        high = b;
        b = a;
        atB = atA;
        a = high - ratio * (high - low);
        atA = descend(a, value, iterations, stop);
      } else {
        low = a;
        a = b;
        atA = atB;
        b = low + ratio * (high - low);
        atB = descend(b, value, iterations, stop);
      }
    }
    descend(lambda, value, 3 * iterations, stop);
  }

  /** Least L over subgradient steps from the best prices so far, at one λ. */
  private double descend(double lambda, double value, int iterations, BooleanSupplier stop) {
    double[] start = bestU.clone();
    System.arraycopy(start, 0, u, 0, u.length);
    double[] center = start;
    double least = Double.POSITIVE_INFINITY;
    double theta = 0.3;
    int idle = 0;
    for (int step = 0; step < iterations && !stop.getAsBoolean(); step++) {
      double upper = evaluate(lambda, step == 0 ? 1 : 0.25);
      steps++;
      if (upper < least - 1e-9 * Math.abs(least) || step == 0) {
        least = upper;
        center = u.clone();
        idle = 0;
        theta = Math.min(1, theta * 1.05);
        keep(upper, lambda);
      } else if (++idle % 4 == 0) {
        theta *= 0.75;
      }
      double norm = 0;
      for (int q = 0; q < u.length; q++) {
        norm += center[q] <= 0 && direction[q] < 0 ? 0 : direction[q] * direction[q];
      }
      if (norm < 1e-12 || theta < 1e-4) {
        break;
      }
      double length = theta * Math.max(1e-5 * Math.abs(value), least - value) / norm;
      for (int q = 0; q < u.length; q++) {
        u[q] = Math.max(0, center[q] + length * direction[q]);
      }
    }
    return least;
  }

  private void keep(double upper, double at) {
    if (upper < bound) {
      bound = upper;
      lambda = at;
      System.arraycopy(u, 0, bestU, 0, u.length);
      for (int c = 0; c < siteEntries.length; c++) {
        reduced[c / hosting.sites][c % hosting.sites] = price[c];
        chosen[c / hosting.sites][c % hosting.sites] = open[c];
      }
    }
  }

  private double[] price;
  private boolean[] open;
  private double[][] share;

  /** L(u, λ); direction moves towards copies taken − copies asked for. */
  private double evaluate(double lambda, double weight) {
    if (price == null) {
      price = new double[siteEntries.length];
      open = new boolean[siteEntries.length];
      share = new double[siteEntries.length][];
      for (int c = 0; c < share.length; c++) {
        share[c] = new double[siteEntries[c].length];
      }
    }
    double budget = hosting.problem.budgetUsd();
    double upper = lambda == 0 ? 0 : lambda * budget;
    for (int q = 0; q < u.length; q++) {
      upper += hosting.copies[hosting.serviceOf[q]] * u[q];
    }
    double[] taken = new double[u.length];
    for (int j = 0; j < hosting.sites; j++) {
      upper += site(j, lambda);
      for (int k = 0; k < hosting.services; k++) {
        int c = cell(k, j);
        for (int e = 0; open[c] && e < share[c].length; e++) {
          taken[siteQueries[c][e]] += share[c][e];
        }
      }
    }
    for (int q = 0; q < u.length; q++) {
      double g = taken[q] - hosting.copies[hosting.serviceOf[q]];
      direction[q] += weight * (g - direction[q]);
    }
    return upper;
  }

  private double site(int j, double lambda) {
    double locked = 0;
    double sum = 0;
    for (int k = 0; k < hosting.services; k++) {
      int c = cell(k, j);
      open[c] = false;
      if (hosting.serviceUsd[k][j] == Double.POSITIVE_INFINITY) {
        price[c] = 0;
        continue;
      }
      price[c] = knapsack(c, k) - lambda * hosting.serviceUsd[k][j];
      open[c] = price[c] > 0;
      if (hosting.locked(k, j)) {
        locked += Math.max(0, price[c]);
      } else {
        sum += Math.max(0, price[c]);
      }
    }
    double worth = sum - lambda * hosting.buildingUsd[j];
    for (int k = 0; k < hosting.services && worth <= 0; k++) {
      open[cell(k, j)] &= hosting.locked(k, j);
    }
    return locked + Math.max(0, worth);
  }

  private double knapsack(int c, int k) {
    double total = 0;
    double load = 0;
    int[] entries = siteEntries[c];
    for (int e = 0; e < entries.length; e++) {
      int q = siteQueries[c][e];
      double profit = hosting.worth[q][entries[e]] - u[q];
      share[c][e] = profit > 0 ? 1 : 0;
      if (profit > 0) {
        total += profit;
        load += hosting.demandMbps[q];
      }
    }
    if (!capacityMatters[c] || load <= hosting.capacityMbps[k]) {
      return total;
    }
    return fractional(c, k);
  }

  /** All demand points of a service ask for the same Mbps, so the most profitable ones go in. */
  private double fractional(int c, int k) {
    int[] entries = siteEntries[c];
    Integer[] order = new Integer[entries.length];
    Arrays.setAll(order, e -> e);
    double[] profit = new double[entries.length];
    for (int e = 0; e < entries.length; e++) {
      profit[e] = hosting.worth[siteQueries[c][e]][entries[e]] - u[siteQueries[c][e]];
    }
    Arrays.sort(order, (a, b) -> Double.compare(profit[b], profit[a]));
    double room = hosting.capacityMbps[k];
    double total = 0;
    for (int e : order) {
      double demand = hosting.demandMbps[siteQueries[c][e]];
      double part = profit[e] <= 0 || room <= 0 ? 0 : Math.min(1, room / demand);
      share[c][e] = part;
      total += part * Math.max(0, profit[e]);
      room -= part * demand;
    }
    return total;
  }

  private int cell(int k, int j) {
    return k * hosting.sites + j;
  }
}
