package org.kiungo.planner.place.location;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * Lagrangian dual of a location model whose "everybody is served once" rows are priced with u: L(u)
 * = Σ u_i + Σ of the at most p most negative f_j + ρ_j(u). Every L(u) is a lower bound; the volume
 * algorithm climbs to the best one and averages the sites chosen on the way, which approximates the
 * fractional optimum.
 *
 * <p>Complexity per step: pricing the sites, O(m log m) to choose. Guarantee: a lower bound at
 * every step; converges to the bound of the relaxation.
 *
 * @see "Beasley 1985, A note on solving large p-median problems, European Journal of Operational
 *     Research 21, 270–273"
 * @see <a href="https://doi.org/10.1007/s101070050002">Barahona and Anbil 2000, volume
 *     algorithm</a>
 */
final class LagrangianDual {

  private static final double SMALLEST_STEP = 1e-4;

  private final AssignmentCosts costs;
  private final double[] fixedCost;
  private final int p;
  private final SitePricing pricing;
  private final boolean payForSites;
  private final double[] u;
  private final double[] rho;
  private final boolean[] chosen;
  private final double[] served;
  private final double[] direction;

  /** Best prices, their bound, and what the sites were worth under them. */
  final double[] bestU;

  final double[] bestReduced;
  final boolean[] bestChosen;
  final double[] averageOpen;
  double bestBound = Double.NEGATIVE_INFINITY;
  private double threshold;
  private double worstChosen;

  /** Best reduced cost that found no room among the p sites; 0 when there was room left. */
  double bestThreshold;

  /** Reduced cost of the last site that found room; 0 when there was room left. */
  double bestWorstChosen;

  long iterations;

  /**
   * @param fixedCost f_j ≥ 0 of opening site j
   * @param p most sites to open; the number of sites when there is no limit
   */
  LagrangianDual(AssignmentCosts costs, double[] fixedCost, int p, SitePricing pricing) {
    this.costs = costs;
    this.fixedCost = fixedCost;
    this.p = p;
    this.pricing = pricing;
    this.payForSites =
        pricing instanceof KnapsackPricing || Arrays.stream(fixedCost).anyMatch(f -> f > 0);
    this.u = new double[costs.users];
    this.rho = new double[costs.sites];
    this.chosen = new boolean[costs.sites];
    this.served = new double[costs.users];
    this.direction = new double[costs.users];
    this.bestU = new double[costs.users];
    this.bestReduced = new double[costs.sites];
    this.bestChosen = new boolean[costs.sites];
    this.averageOpen = new double[costs.sites];
  }

  /**
   * Climbs from the given prices.
   *
   * @param state per site: 1 must open, −1 must not, 0 free
   * @param upper value to prove against; climbing ends when the bound reaches {@code enough}
   * @param onBetter sees the chosen sites at each better bound
   */
  void climb(
      double[] prices,
      byte[] state,
      double upper,
      DoubleSupplier enough,
      int steps,
      BooleanSupplier stop,
      Consumer<boolean[]> onBetter) {
    for (int i = 0; i < costs.users; i++) {
      u[i] = clamp(i, prices[i]);
    }
    bestBound = Double.NEGATIVE_INFINITY;
    double theta = 0.1;
    double share = 0.3;
    int idle = 0;
    for (int step = 0; step < steps && !stop.getAsBoolean(); step++) {
      double bound = evaluate(state);
      iterations++;
      average(step == 0 ? 1 : share);
      if (bound > bestBound + 1e-9 * Math.abs(bestBound) || step == 0) {
        theta = step == 0 ? theta : Math.min(0.5, theta * 1.1);
        keep(bound);
        idle = 0;
        onBetter.accept(bestChosen);
      } else if (++idle % 5 == 0) {
        theta *= 0.7;
        share = Math.max(0.02, share * 0.85);
      }
      double norm = norm();
      if (bestBound >= enough.getAsDouble() || norm < 1e-12 || theta < SMALLEST_STEP) {
        return;
      }
      double missing = Math.max(1.05 * (upper - bestBound), 1e-6 * Math.abs(upper));
      double length = theta * missing / norm;
      for (int i = 0; i < costs.users; i++) {
        u[i] = clamp(i, bestU[i] + length * direction[i]);
      }
    }
  }

  /** L(u) with the sites' states respected; infinite when more sites must open than may. */
  private double evaluate(byte[] state) {
    pricing.price(u, rho);
    double bound = 0;
    for (double price : u) {
      bound += price;
    }
    int left = p;
    int free = 0;
    double[] candidates = new double[costs.sites];
    for (int j = 0; j < costs.sites; j++) {
      double reduced = fixedCost[j] + rho[j];
      rho[j] = reduced;
      chosen[j] = state[j] == 1;
      if (state[j] == 1) {
        bound += reduced;
        left--;
      } else if (state[j] == 0 && reduced < 0) {
        candidates[free++] = reduced;
      }
    }
    if (left < 0) {
      return Double.POSITIVE_INFINITY;
    }
    threshold = 0;
    worstChosen = 0;
    if (free >= left) {
      Arrays.sort(candidates, 0, free);
      threshold = free == left ? 0 : candidates[left];
      worstChosen = left == 0 ? Double.NEGATIVE_INFINITY : candidates[left - 1];
    }
    bound += choose(state, left);
    Arrays.fill(served, 0);
    pricing.serve(chosen, served);
    return bound;
  }

  private double choose(byte[] state, int left) {
    double sum = 0;
    int open = 0;
    for (int j = 0; j < costs.sites; j++) {
      if (state[j] == 0 && open < left && rho[j] < threshold) {
        chosen[j] = true;
        sum += rho[j];
        open++;
      }
    }
    for (int j = 0; j < costs.sites && open < left; j++) {
      if (state[j] == 0 && !chosen[j] && rho[j] < 0 && rho[j] == threshold) {
        chosen[j] = true;
        sum += rho[j];
        open++;
      }
    }
    return sum;
  }

  private void keep(double bound) {
    bestBound = bound;
    bestThreshold = threshold;
    bestWorstChosen = worstChosen;
    System.arraycopy(u, 0, bestU, 0, u.length);
    System.arraycopy(rho, 0, bestReduced, 0, rho.length);
    System.arraycopy(chosen, 0, bestChosen, 0, chosen.length);
  }

  private void average(double share) {
    for (int i = 0; i < costs.users; i++) {
      direction[i] += share * (1 - served[i] - direction[i]);
    }
    for (int j = 0; j < costs.sites; j++) {
      averageOpen[j] += share * ((chosen[j] ? 1 : 0) - averageOpen[j]);
    }
  }

  private double norm() {
    double norm = 0;
    for (int i = 0; i < costs.users; i++) {
      boolean stuck =
          direction[i] > 0 && bestU[i] >= dearest(i) || direction[i] < 0 && bestU[i] <= cheapest(i);
      norm += stuck ? 0 : direction[i] * direction[i];
    }
    return norm;
  }

  private double cheapest(int i) {
    return costs.start[i] == costs.start[i + 1]
        ? costs.outsideCost[i]
        : Math.min(costs.outsideCost[i], costs.cost[costs.start[i]]);
  }

  /** A point that may stay outside never pays more; one that may not also pays for its sites. */
  private double dearest(int i) {
    return costs.everybody && payForSites ? Double.POSITIVE_INFINITY : costs.outsideCost[i];
  }

  private double clamp(int i, double price) {
    return Math.min(dearest(i), Math.max(cheapest(i), price));
  }
}
