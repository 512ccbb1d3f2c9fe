package org.kiungo.planner.place.location.dual;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.kiungo.planner.place.location.problem.AssignmentCosts;

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
public final class LagrangianDual {

  private final AssignmentCosts costs;
  private final double[] fixedCost;
  private final int p;
  private final SitePricing pricing;
  private final CoverCuts cuts;
  private final boolean payForSites;

  /** Prices of the rows, then of the cuts. */
  private final double[] u;

  private final double[] rho;
  private final boolean[] chosen;
  private final double[] served;
  private final double[] direction;

  /** What leaving a point out and opening a site cost beside the cuts' prices. */
  private final double[] outside;

  private final double[] bestOutside;
  private final double[] siteCost;
  private final double[] missed;
  private double paidByCuts;
  private final Ascent ascent;

  /** Best prices, their bound, and what the sites were worth under them. */
  public final double[] bestU;

  public final double[] bestReduced;
  final boolean[] bestChosen;
  public final double[] averageOpen;
  public double bestBound = Double.NEGATIVE_INFINITY;
  private double threshold;
  private double worstChosen;

  /** Best reduced cost that found no room among the p sites; 0 when there was room left. */
  double bestThreshold;

  /** Reduced cost of the last site that found room; 0 when there was room left. */
  double bestWorstChosen;

  public long iterations;

  /**
   * @param fixedCost f_j ≥ 0 of opening site j
   * @param p most sites to open; the number of sites when there is no limit
   */
  public LagrangianDual(AssignmentCosts costs, double[] fixedCost, int p, SitePricing pricing) {
    this(costs, fixedCost, p, pricing, new CoverCuts(), Ascent.QUICK);
  }

  /**
   * @param cuts priced as well; no more may be added as long as this dual is in use
   */
  public LagrangianDual(
      AssignmentCosts costs,
      double[] fixedCost,
      int p,
      SitePricing pricing,
      CoverCuts cuts,
      Ascent ascent) {
    this.ascent = ascent;
    this.costs = costs;
    this.fixedCost = fixedCost;
    this.p = p;
    this.pricing = pricing;
    this.payForSites =
        pricing instanceof KnapsackPricing || Arrays.stream(fixedCost).anyMatch(f -> f > 0);
    this.cuts = cuts;
    int rows = costs.users + cuts.count();
    this.u = new double[rows];
    this.outside = costs.outsideCost.clone();
    this.bestOutside = costs.outsideCost.clone();
    this.siteCost = fixedCost.clone();
    this.missed = new double[costs.users];
    this.rho = new double[costs.sites];
    this.chosen = new boolean[costs.sites];
    this.served = new double[costs.users];
    this.direction = new double[rows];
    this.bestU = new double[rows];
    this.bestReduced = new double[costs.sites];
    this.bestChosen = new boolean[costs.sites];
    this.averageOpen = new double[costs.sites];
  }

  /**
   * Climbs from the given prices.
   *
   * @param prices of the points and of the first cuts; further cuts begin at 0
   * @param state per site: 1 must open, −1 must not, 0 free
   * @param upper value to prove against; climbing ends when the bound reaches {@code enough}
   * @param onBetter sees the chosen sites at each better bound
   */
  public void climb(
      double[] prices,
      byte[] state,
      double upper,
      DoubleSupplier enough,
      int steps,
      BooleanSupplier stop,
      Consumer<boolean[]> onBetter) {
    System.arraycopy(prices, 0, u, 0, prices.length);
    Arrays.fill(u, prices.length, u.length, 0);
    project();
    bestBound = Double.NEGATIVE_INFINITY;
    double theta = ascent.firstStep();
    double share = ascent.firstShare();
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
      } else if (++idle % ascent.patience() == 0) {
        theta *= ascent.shrink();
        share = Math.max(ascent.leastShare(), share * ascent.shareShrink());
      }
      double norm = norm();
      if (bestBound >= enough.getAsDouble() || norm < 1e-12 || theta < ascent.smallestStep()) {
        return;
      }
      double missing = Math.max(1.05 * (upper - bestBound), 1e-6 * Math.abs(upper));
      double length = theta * missing / norm;
      for (int i = 0; i < u.length; i++) {
        u[i] = bestU[i] + length * direction[i];
      }
      project();
    }
  }

  /** L(u) with the sites' states respected; infinite when more sites must open than may. */
  private double evaluate(byte[] state) {
    pricing.price(u, rho);
    double bound = paidByCuts;
    for (int i = 0; i < costs.users; i++) {
      bound += u[i];
    }
    int left = p;
    int free = 0;
    double[] candidates = new double[costs.sites];
    for (int j = 0; j < costs.sites; j++) {
      double reduced = siteCost[j] + rho[j];
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
    System.arraycopy(outside, 0, bestOutside, 0, outside.length);
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
      boolean dear = direction[i] > 0 && bestU[i] >= dearest(i, bestOutside);
      missed[i] = dear ? direction[i] : 0;
      boolean stuck = dear || direction[i] < 0 && bestU[i] <= cheapest(i);
      norm += stuck ? 0 : direction[i] * direction[i];
    }
    cuts.violations(missed, averageOpen, direction, costs.users);
    for (int c = costs.users; c < u.length; c++) {
      norm += direction[c] < 0 && bestU[c] <= 0 ? 0 : direction[c] * direction[c];
    }
    return norm;
  }

  /** Brings prices into their range: of cuts first, because they limit those of the points. */
  private void project() {
    for (int c = costs.users; c < u.length; c++) {
      u[c] = Math.max(0, u[c]);
    }
    if (cuts.count() > 0) {
      System.arraycopy(costs.outsideCost, 0, outside, 0, outside.length);
      System.arraycopy(fixedCost, 0, siteCost, 0, siteCost.length);
      paidByCuts = cuts.charge(u, costs.users, outside, siteCost);
    }
    for (int i = 0; i < costs.users; i++) {
      u[i] = Math.min(dearest(i, outside), Math.max(cheapest(i), u[i]));
    }
  }

  private double cheapest(int i) {
    return costs.start[i] == costs.start[i + 1]
        ? costs.outsideCost[i]
        : Math.min(costs.outsideCost[i], costs.cost[costs.start[i]]);
  }

  /** A point that may stay outside never pays more; one that may not also pays for its sites. */
  private double dearest(int i, double[] outside) {
    return costs.everybody && payForSites ? Double.POSITIVE_INFINITY : outside[i];
  }
}
