package org.kiungo.planner.place;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleUnaryOperator;

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

  /** Pairs of demand point and site up to which every λ tried is worth a whole descent. */
  private static final long PAIRS_TO_DESCEND_AT_EVERY_LAMBDA = 250_000;

  private final Hosting hosting;
  private final double[] u;
  private final double[] bestU;
  private final double[] direction;
  private final double[][] worth;
  private final int[][] siteQueries;

  /** Lowest upper bound so far, its λ and what each placement was worth under it. */
  double bound = Double.POSITIVE_INFINITY;

  double lambda;

  private double leastUpper = Double.POSITIVE_INFINITY;
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
  }

  /**
   * @param start prices to begin with, one per demand point: what its copies are worth today
   * @param value of the best placement known, which sets the step length
   * @param iterations per λ
   */
  void tighten(double[] start, double value, int iterations, BooleanSupplier stop) {
    double budget = hosting.problem.budgetUsd();
    double all = 0;
    for (int q = 0; q < u.length; q++) {
      bestU[q] = start[q];
      all +=
          hosting.worth[q].length == 0
              ? 0
              : hosting.copies[hosting.serviceOf[q]] * hosting.worth[q][0];
    }
    bound = all;
    if (budget == Double.POSITIVE_INFINITY || all == 0 || budget == 0) {
      descend(0, value, 3 * iterations, stop);
      orEverything(all);
      return;
    }
    double high = Math.log(4 * Math.max(value, all / 100) / budget);
    double low = high - Math.log(1000);
    if (pairs() <= PAIRS_TO_DESCEND_AT_EVERY_LAMBDA) {
      narrow(low, high, 9, stop, at -> descend(at, value, iterations, stop));
    }
    PriceStart prices = new PriceStart(hosting);
    narrow(low, high, 10, stop, at -> start(prices, at));
    double best = lambda;
    descend(best, value, 3 * iterations, stop);
    for (double factor : new double[] {0.94, 1.06}) {
      descend(best * factor, value, 2 * iterations, stop);
    }
    descend(lambda, value, 5 * iterations, stop);
    orEverything(all);
  }

  /**
   * Golden section search for the λ of the least L; the logarithm of λ lies between low and high.
   */
  private static void narrow(
      double low, double high, int rounds, BooleanSupplier stop, DoubleUnaryOperator leastAt) {
    double ratio = (Math.sqrt(5) - 1) / 2;
    double a = high - ratio * (high - low);
    double b = low + ratio * (high - low);
    double atA = leastAt.applyAsDouble(Math.exp(a));
    double atB = leastAt.applyAsDouble(Math.exp(b));
    for (int k = 0; k < rounds && !stop.getAsBoolean(); k++) {
      if (atA < atB) {
        high = b;
        b = a;
        atB = atA;
        a = high - ratio * (high - low);
        atA = leastAt.applyAsDouble(Math.exp(a));
      } else {
        low = a;
        a = b;
        atA = atB;
        b = low + ratio * (high - low);
        atB = leastAt.applyAsDouble(Math.exp(b));
      }
    }
  }

  private long pairs() {
    long pairs = 0;
    for (double[] each : worth) {
      pairs += each.length;
    }
    return pairs;
  }

  private double start(PriceStart prices, double at) {
    System.arraycopy(prices.at(at), 0, u, 0, u.length);
    double upper = evaluate(at, 1);
    steps++;
    keep(upper, at);
    return upper;
  }

  /** Prices u at which the bound was found, one per demand point. */
  double[] prices() {
    return bestU.clone();
  }

  /** What everybody is worth at best is a bound too: prices as high as that, money free. */
  private void orEverything(double all) {
    if (leastUpper > all) {
      lambda = 0;
      for (int q = 0; q < u.length; q++) {
        bestU[q] = hosting.worth[q].length == 0 ? 0 : hosting.worth[q][0];
      }
    }
  }

  /** Least L over subgradient steps from the best prices so far, at one λ. */
  private double descend(double at, double value, int iterations, BooleanSupplier stop) {
    System.arraycopy(bestU, 0, u, 0, u.length);
    double[] center = bestU.clone();
    double least = Double.POSITIVE_INFINITY;
    double theta = 0.1;
    double weight = 0.3;
    int idle = 0;
    for (int step = 0; step < iterations && !stop.getAsBoolean(); step++) {
      double upper = evaluate(at, step == 0 ? 1 : weight);
      steps++;
      if (upper < least - 1e-9 * Math.abs(least) || step == 0) {
        least = upper;
        System.arraycopy(u, 0, center, 0, u.length);
        idle = 0;
        theta = Math.min(0.5, theta * 1.1);
        keep(upper, at);
      } else if (++idle % 5 == 0) {
        theta *= 0.7;
        weight = Math.max(0.02, weight * 0.85);
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
    bound = Math.min(bound, upper);
    if (upper < leastUpper) {
      leastUpper = upper;
      lambda = at;
      System.arraycopy(u, 0, bestU, 0, u.length);
      for (int c = 0; c < worth.length; c++) {
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
      price = new double[worth.length];
      open = new boolean[worth.length];
      share = new double[worth.length][];
      for (int c = 0; c < share.length; c++) {
        share[c] = new double[worth[c].length];
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
    double[] values = worth[c];
    int[] queries = siteQueries[c];
    double[] shares = share[c];
    for (int e = 0; e < values.length; e++) {
      double profit = values[e] - u[queries[e]];
      shares[e] = profit > 0 ? 1 : 0;
      if (profit > 0) {
        total += profit;
        load += hosting.demandMbps[queries[e]];
      }
    }
    return load <= hosting.capacityMbps[k] ? total : fractional(c, k);
  }

  private double fractional(int c, int k) {
    int[] queries = siteQueries[c];
    double[] shares = share[c];
    int count = 0;
    double[] profit = new double[queries.length];
    double[] demand = new double[queries.length];
    double[] part = new double[queries.length];
    for (int e = 0; e < queries.length; e++) {
      if (shares[e] > 0) {
        profit[count] = worth[c][e] - u[queries[e]];
        demand[count++] = hosting.demandMbps[queries[e]];
      }
    }
    double total =
        FractionalKnapsack.bound(
            Arrays.copyOf(profit, count), demand, hosting.capacityMbps[k], part);
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
