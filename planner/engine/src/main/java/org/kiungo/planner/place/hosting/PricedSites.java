package org.kiungo.planner.place.hosting;

import java.util.Arrays;

/**
 * What sites are worth when demand points pay u for each copy and money costs λ: one fractional
 * knapsack per service and site, the services of a site together against its building, and the λ at
 * which that, with the budget, is least.
 *
 * <p>Complexity: O(listed pairs log) per u.
 */
final class PricedSites {

  private static final int HALVINGS = 60;

  private final Hosting hosting;
  private final double[][] worth;
  private final int[][] siteQueries;
  private final double[] price;
  private final double[] profit;
  private final boolean[] open;
  private final double[][] share;
  private double[] u;

  /** λ of the last evaluation. */
  double money;

  PricedSites(Hosting hosting) {
    this.hosting = hosting;
    int n = hosting.demandPoints();
    int[] size = new int[hosting.services * hosting.sites];
    for (int q = 0; q < n; q++) {
      for (int j : hosting.allowed[q]) {
        size[cell(hosting.serviceOf[q], j)]++;
      }
    }
    this.worth = new double[size.length][];
    this.siteQueries = new int[size.length][];
    for (int c = 0; c < size.length; c++) {
      worth[c] = new double[size[c]];
      siteQueries[c] = new int[size[c]];
      size[c] = 0;
    }
    for (int q = 0; q < n; q++) {
      for (int x = 0; x < hosting.allowed[q].length; x++) {
        int c = cell(hosting.serviceOf[q], hosting.allowed[q][x]);
        siteQueries[c][size[c]] = q;
        worth[c][size[c]++] = hosting.worth[q][x];
      }
    }
    this.price = new double[worth.length];
    this.profit = new double[worth.length];
    this.open = new boolean[worth.length];
    this.share = new double[worth.length][];
    for (int c = 0; c < share.length; c++) {
      share[c] = new double[worth[c].length];
    }
  }

  /** Least over λ of λ·B + Σ copies·u + what the sites earn: an upper bound for every u ≥ 0. */
  double evaluate(double[] prices) {
    u = prices;
    double asked = 0;
    for (int q = 0; q < u.length; q++) {
      asked += hosting.copies[hosting.serviceOf[q]] * u[q];
    }
    for (int c = 0; c < profit.length; c++) {
      boolean possible = serviceUsd(c) < Double.POSITIVE_INFINITY;
      profit[c] = possible ? knapsack(c, c / hosting.sites) : 0;
    }
    money = leastMoney();
    return asked + sites(money);
  }

  /** Copies that the sites open at the last evaluation take of each demand point. */
  double[] taken() {
    double[] taken = new double[u.length];
    for (int c = 0; c < open.length; c++) {
      for (int e = 0; open[c] && e < share[c].length; e++) {
        taken[siteQueries[c][e]] += share[c][e];
      }
    }
    return taken;
  }

  boolean isOpen(int k, int j) {
    return open[cell(k, j)];
  }

  /** Profit of a service at a site less λ · its cost, building aside. */
  double reduced(int k, int j) {
    return price[cell(k, j)];
  }

  private double serviceUsd(int c) {
    return hosting.serviceUsd[c / hosting.sites][c % hosting.sites];
  }

  /** The λ at which λ·B + what the sites earn is least: it is convex in λ, so its slope decides. */
  private double leastMoney() {
    double budget = hosting.problem.budgetUsd();
    if (budget == Double.POSITIVE_INFINITY || spent(0) <= budget) {
      return 0;
    }
    double high = 0;
    for (int c = 0; c < profit.length; c++) {
      double usd = serviceUsd(c);
      if (profit[c] > 0 && usd > 0) {
        high = Math.max(high, profit[c] / usd);
      }
    }
    double low = 0;
    for (int k = 0; k < HALVINGS; k++) {
      double middle = (low + high) / 2;
      if (spent(middle) > budget) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private double spent(double lambda) {
    sites(lambda);
    double usd = 0;
    for (int j = 0; j < hosting.sites; j++) {
      boolean any = false;
      for (int k = 0; k < hosting.services; k++) {
        int c = cell(k, j);
        usd += open[c] ? serviceUsd(c) : 0;
        any |= open[c] && !hosting.locked(k, j);
      }
      usd += any ? hosting.buildingUsd[j] : 0;
    }
    return usd;
  }

  /** λ·B + what all sites earn at λ; sets what is open and its reduced profit. */
  private double sites(double lambda) {
    double total = lambda == 0 ? 0 : lambda * hosting.problem.budgetUsd();
    for (int j = 0; j < hosting.sites; j++) {
      total += site(j, lambda);
    }
    return total;
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
      price[c] = profit[c] - lambda * hosting.serviceUsd[k][j];
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
    double[] values = worth[c];
    int[] queries = siteQueries[c];
    double[] shares = share[c];
    for (int e = 0; e < values.length; e++) {
      double gain = values[e] - u[queries[e]];
      shares[e] = gain > 0 ? 1 : 0;
      if (gain > 0) {
        total += gain;
        load += hosting.demandMbps[queries[e]];
      }
    }
    return load <= hosting.capacityMbps[k] ? total : fractional(c, k);
  }

  private double fractional(int c, int k) {
    int[] queries = siteQueries[c];
    double[] shares = share[c];
    int count = 0;
    double[] gain = new double[queries.length];
    double[] demand = new double[queries.length];
    double[] part = new double[queries.length];
    for (int e = 0; e < queries.length; e++) {
      if (shares[e] > 0) {
        gain[count] = worth[c][e] - u[queries[e]];
        demand[count++] = hosting.demandMbps[queries[e]];
      }
    }
    double total =
        FractionalKnapsack.bound(Arrays.copyOf(gain, count), demand, hosting.capacityMbps[k], part);
    for (int e = 0, x = 0; e < queries.length; e++) {
      if (shares[e] > 0) {
        shares[e] = part[x++];
      }
    }
    return total;
  }

  private int cell(int k, int j) {
    return k * hosting.sites + j;
  }
}
