package org.kiungo.planner.place.location;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.place.location.assignment.Transportation;
import org.kiungo.planner.place.location.dual.KnapsackPricing;
import org.kiungo.planner.place.location.dual.LagrangianDual;
import org.kiungo.planner.place.location.dual.LocationTree;
import org.kiungo.planner.place.location.problem.AssignmentCosts;
import org.kiungo.planner.place.location.problem.CapacitatedModel;
import org.kiungo.planner.place.location.problem.LocationLimits;
import org.kiungo.planner.place.location.problem.LocationSolution;

/**
 * Capacitated fixed-charge location (CFLP): min Σ f_j y_j + Σ c_ij x_ij, Σ_j x_ij = 1, Σ_i d_i x_ij
 * ≤ s_j y_j, 0 ≤ x_ij ≤ y_j; a demand point may be split over sites.
 *
 * <p>Lagrangian dual with a fractional knapsack per site; the sites it proposes, and adds, drops
 * and exchanges from the best of them, are priced by the transportation problem; branch and bound
 * over sites. NP-hard. Guarantee: the stated bound; exact when value = bound.
 *
 * @see "Beasley 1988, An algorithm for solving large capacitated warehouse location problems,
 *     European Journal of Operational Research 33, 314–325"
 */
public final class CapacitatedFacilityLocation {

  private static final String METHOD =
      "Lagrangian dual with fractional knapsacks (Beasley 1988), branch and bound over sites";

  private CapacitatedFacilityLocation() {}

  /**
   * @return siteOf names the site that serves most of a demand point
   * @throws InputRefused ({@code place.capacity}) when all sites together have too little capacity
   */
  public static LocationSolution solve(
      CapacitatedModel model, LocationLimits limits, Progress progress, BooleanSupplier stop) {
    return new Run(model, limits, stop).solve(progress);
  }

  /** Of the sites that the climbing dual proposes, one in so many is priced. */
  private static final int PROPOSALS_SKIPPED = 8;

  /** One solve. */
  private static final class Run implements LocationTree.Primal {
    private final CapacitatedModel model;
    private final AssignmentCosts costs;
    private final LocationLimits limits;
    private final BooleanSupplier stop;
    private final Transportation transportation;
    private final double[][] flow;
    private final java.util.Set<java.util.BitSet> seen = new java.util.HashSet<>();
    private boolean[] best;
    private double value = Double.POSITIVE_INFINITY;
    private long steps;
    private int proposals;

    Run(CapacitatedModel model, LocationLimits limits, BooleanSupplier stop) {
      this.model = model;
      this.costs = model.costs();
      this.limits = limits;
      this.stop = stop;
      this.transportation = new Transportation(model);
      this.flow = new double[costs.users()][costs.sites()];
    }

    LocationSolution solve(Progress progress) {
      boolean[] all = new boolean[costs.sites()];
      Arrays.fill(all, true);
      tryOut(all);
      if (best == null) {
        throw new InputRefused("place.capacity", "p", model.p());
      }
      LagrangianDual dual =
          new LagrangianDual(
              costs,
              model.fixedCost(),
              costs.sites(),
              new KnapsackPricing(costs, model.demand(), model.capacity(), true));
      double[] prices = new double[costs.users()];
      for (int i = 0; i < prices.length; i++) {
        int last = Math.min(costs.start[i] + 1, costs.start[i + 1] - 1);
        prices[i] = costs.cost[last];
      }
      byte[] state = new byte[costs.sites()];
      dual.climb(
          prices,
          state,
          value,
          () -> LocationTree.enough(value, false),
          limits.dualIterations(),
          stop,
          chosen -> {
            if (proposals++ % PROPOSALS_SKIPPED == 0) {
              tryOut(enlarged(chosen, dual));
            }
          });
      double bound = dual.bestBound;
      exchange();
      progress.report("search", 0.5, value, bound, (value - bound) / value);
      if (limits.branchNodes() > 0 && bound < LocationTree.enough(value, false)) {
        LocationTree tree =
            new LocationTree(dual, this, false, costs.sites(), limits.branchNodes(), 60, stop);
        bound = Math.max(bound, tree.search(dual.bestU.clone(), state, limits.dualIterations()));
        steps += tree.nodes();
      }
      bound = Math.min(bound, value);
      progress.report("certificate", 1, value, bound, (value - bound) / value);
      return solution(bound, dual.iterations);
    }

    /** The chosen sites and, while room is short, those that the dual prices as next best. */
    private boolean[] enlarged(boolean[] chosen, LagrangianDual dual) {
      boolean[] open = chosen.clone();
      double need = Arrays.stream(model.demand()).sum();
      double room = 0;
      for (int j = 0; j < open.length; j++) {
        room += open[j] ? model.capacity()[j] : 0;
      }
      while (room < need) {
        int next = -1;
        for (int j = 0; j < open.length; j++) {
          if (!open[j] && (next < 0 || dual.bestReduced[j] < dual.bestReduced[next])) {
            next = j;
          }
        }
        if (next < 0) {
          return open;
        }
        open[next] = true;
        room += model.capacity()[next];
      }
      return open;
    }

    private double tryOut(boolean[] open) {
      java.util.BitSet key = new java.util.BitSet();
      for (int j = 0; j < open.length; j++) {
        key.set(j, open[j]);
      }
      if (!seen.add(key)) {
        return Double.POSITIVE_INFINITY;
      }
      steps++;
      double total = transportation.solve(open, flow);
      boolean[] used = new boolean[open.length];
      for (double[] row : flow) {
        for (int j = 0; j < row.length; j++) {
          used[j] |= row[j] > 1e-9;
        }
      }
      for (int j = 0; j < open.length; j++) {
        total += used[j] ? model.fixedCost()[j] : 0;
      }
      if (total < value - 1e-9) {
        value = total;
        best = used;
      }
      return total;
    }

    /** Drops, adds and exchanges of one site while they help. */
    private void exchange() {
      double before = Double.POSITIVE_INFINITY;
      while (value < before - 1e-9 && !stop.getAsBoolean()) {
        before = value;
        boolean[] from = best.clone();
        for (int a = 0; a < from.length && !stop.getAsBoolean(); a++) {
          boolean[] open = from.clone();
          open[a] = !open[a];
          tryOut(open);
          for (int b = 0; from[a] && b < from.length && !stop.getAsBoolean(); b++) {
            if (!from[b]) {
              boolean[] swapped = open.clone();
              swapped[b] = true;
              tryOut(swapped);
            }
          }
        }
      }
    }

    private LocationSolution solution(double bound, long iterations) {
      transportation.solve(best, flow);
      int[] siteOf = new int[costs.users()];
      for (int i = 0; i < siteOf.length; i++) {
        for (int j = 0; j < costs.sites(); j++) {
          siteOf[i] = flow[i][j] > flow[i][siteOf[i]] ? j : siteOf[i];
        }
      }
      int[] opened =
          java.util.stream.IntStream.range(0, best.length).filter(j -> best[j]).toArray();
      return new LocationSolution(
          Sense.MINIMISE, opened, siteOf, value, bound, METHOD, steps + iterations);
    }

    @Override
    public double best() {
      return value;
    }

    @Override
    public void propose(boolean[] chosen) {
      tryOut(chosen);
    }

    @Override
    public double leaf(boolean[] open) {
      double total = transportation.solve(open, flow);
      for (int j = 0; j < open.length; j++) {
        total += open[j] ? model.fixedCost()[j] : 0;
      }
      if (total < value - 1e-9) {
        value = total;
        best = open.clone();
      }
      return total;
    }
  }
}
