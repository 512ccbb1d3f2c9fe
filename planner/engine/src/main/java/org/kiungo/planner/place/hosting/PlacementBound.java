package org.kiungo.planner.place.hosting;

import java.util.function.BooleanSupplier;
import java.util.function.DoubleUnaryOperator;

/**
 * Upper bound on the value of any joint placement: the rows "at most the copies asked for" are
 * priced with u ≥ 0, the budget with λ ≥ 0, so that the sites fall apart:
 *
 * <p>L(u, λ) = λ·B + Σ copies·u + Σ_j max(0, Σ_k max(0, K_kj(worth − u) − λ·service) − λ·building),
 * K = the fractional knapsack of site j's capacity. Distinct countries and "all copies or none" are
 * relaxed. K does not depend on λ, so every u is judged at the λ that is best for it; steps on u
 * follow an average of subgradients, each in proportion to the people behind the demand point
 * (volume algorithm), and the averaged openings approximate the fractional optimum.
 *
 * <p>Complexity per step: O(listed pairs log). Guarantee: every L is an upper bound.
 *
 * @see "Beasley 1993, Lagrangean heuristics for location problems, European Journal of Operational
 *     Research 65, 383–399"
 * @see <a href="https://doi.org/10.1007/s101070050002">Barahona and Anbil 2000, volume
 *     algorithm</a>
 */
public final class PlacementBound {

  /** Steps per iteration asked for. */
  private static final int STEPS = 15;

  private final Hosting hosting;
  private final double[] u;
  private final double[] bestU;
  private final double[] direction;
  private final PricedSites sites;

  /** Lowest upper bound so far, its λ and what each placement was worth under it. */
  public double bound = Double.POSITIVE_INFINITY;

  public double lambda;

  private double leastUpper = Double.POSITIVE_INFINITY;
  public final double[][] reduced;
  public final boolean[][] chosen;

  /** Share of late steps at which each placement was open: close to the fractional optimum. */
  public final double[][] averageOpen;

  public long steps;

  public PlacementBound(Hosting hosting) {
    this.hosting = hosting;
    int n = hosting.demandPoints();
    this.u = new double[n];
    this.bestU = new double[n];
    this.direction = new double[n];
    this.reduced = new double[hosting.services][hosting.sites];
    this.chosen = new boolean[hosting.services][hosting.sites];
    this.averageOpen = new double[hosting.services][hosting.sites];
    this.sites = new PricedSites(hosting);
  }

  /**
   * @param start prices to begin with, one per demand point: what its copies are worth today
   * @param value of the best placement known, which sets the step length
   * @param iterations each of {@value #STEPS} steps
   */
  public void tighten(double[] start, double value, int iterations, BooleanSupplier stop) {
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
    if (budget < Double.POSITIVE_INFINITY && all > 0 && budget > 0) {
      double high = Math.log(4 * Math.max(value, all / 100) / budget);
      PriceStart prices = new PriceStart(hosting);
      narrow(high - Math.log(1000), high, 10, stop, at -> start(prices, at));
    }
    descend(value, STEPS * iterations, stop);
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

  private double start(PriceStart prices, double at) {
    System.arraycopy(prices.at(at), 0, u, 0, u.length);
    double upper = evaluate(1);
    steps++;
    keep(upper);
    return upper;
  }

  /** Prices u at which the bound was found, one per demand point. */
  public double[] prices() {
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

  private void descend(double value, int iterations, BooleanSupplier stop) {
    System.arraycopy(bestU, 0, u, 0, u.length);
    double theta = 0.1;
    double weight = 0.3;
    int idle = 0;
    for (int step = 0; step < iterations && !stop.getAsBoolean(); step++) {
      double upper = evaluate(step == 0 ? 1 : weight);
      steps++;
      if (upper < leastUpper - 1e-9 * Math.abs(leastUpper)) {
        idle = 0;
        theta = Math.min(0.5, theta * 1.1);
      } else if (++idle % 5 == 0) {
        theta *= 0.8;
        weight = Math.max(0.02, weight * 0.9);
      }
      keep(upper);
      double norm = 0;
      for (int q = 0; q < u.length; q++) {
        boolean stuck =
            bestU[q] <= 0 && direction[q] < 0 || bestU[q] >= dearest(q) && direction[q] > 0;
        norm += stuck ? 0 : hosting.people[q] * direction[q] * direction[q];
      }
      if (norm < 1e-12 || theta < 1e-4 || leastUpper <= value * (1 + 1e-9)) {
        return;
      }
      double length = theta * Math.max(1e-5 * Math.abs(value), leastUpper - value) / norm;
      for (int q = 0; q < u.length; q++) {
        double moved = bestU[q] + length * hosting.people[q] * direction[q];
        u[q] = Math.min(dearest(q), Math.max(0, moved));
      }
    }
  }

  private double dearest(int q) {
    return hosting.worth[q].length == 0 ? 0 : hosting.worth[q][0];
  }

  private void keep(double upper) {
    bound = Math.min(bound, upper);
    if (upper < leastUpper) {
      leastUpper = upper;
      lambda = sites.money;
      System.arraycopy(u, 0, bestU, 0, u.length);
      for (int k = 0; k < hosting.services; k++) {
        for (int j = 0; j < hosting.sites; j++) {
          reduced[k][j] = sites.reduced(k, j);
          chosen[k][j] = sites.isOpen(k, j);
        }
      }
    }
  }

  /** Least L(u, λ) over λ; direction moves towards copies taken − copies asked for. */
  private double evaluate(double weight) {
    double upper = sites.evaluate(u);
    for (int k = 0; k < hosting.services; k++) {
      for (int j = 0; j < hosting.sites; j++) {
        averageOpen[k][j] += weight * ((sites.isOpen(k, j) ? 1 : 0) - averageOpen[k][j]);
      }
    }
    double[] taken = sites.taken();
    for (int q = 0; q < u.length; q++) {
      double g = taken[q] - hosting.copies[hosting.serviceOf[q]];
      direction[q] += weight * (g - direction[q]);
    }
    return upper;
  }
}
