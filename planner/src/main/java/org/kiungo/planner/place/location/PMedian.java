package org.kiungo.planner.place.location;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.model.Progress;

/**
 * p-median: open p sites so that the sum of the cost of every demand point to its nearest open site
 * is least; min Σ c_ij x_ij, Σ_j x_ij = 1, x_ij ≤ y_j, Σ y_j = p.
 *
 * <p>Greedy adding and vertex substitution from many starts give the plan, the Lagrangian dual the
 * bound and more starts, reduced costs fix sites, branch and bound closes what is left. NP-hard;
 * each dual step reads the list prefixes below the prices. Guarantee: the stated bound; exact when
 * value = bound.
 *
 * @see <a href="https://doi.org/10.1287/opre.12.3.450">Hakimi 1964</a>
 * @see <a href="https://doi.org/10.1016/0377-2217(85)90140-6">Beasley 1985</a>
 */
public final class PMedian {

  static final String METHOD = "Lagrangian dual (Beasley 1985) with branch and bound";

  private PMedian() {}

  /**
   * @param p sites to open, 1 … number of sites
   * @throws IllegalArgumentException if p is out of range
   */
  public static LocationSolution solve(
      AssignmentCosts costs, int p, SearchLimits limits, Progress progress, BooleanSupplier stop) {
    if (p < 1 || p > costs.sites) {
      throw new IllegalArgumentException("p is " + p + "; allowed 1 to " + costs.sites);
    }
    return new Run(costs, p, limits, progress, stop).solve();
  }

  /** One solve: the best sites so far and the machinery around them. */
  private static final class Run implements LocationTree.Primal {
    private final AssignmentCosts costs;
    private final int p;
    private final SearchLimits limits;
    private final Progress progress;
    private final BooleanSupplier stop;
    private final SplittableRandom random;
    private VertexSubstitution exchange;
    private int[] best;
    private double value = Double.POSITIVE_INFINITY;
    private double bound = 0;
    private long steps;

    Run(
        AssignmentCosts costs,
        int p,
        SearchLimits limits,
        Progress progress,
        BooleanSupplier stop) {
      this.costs = costs;
      this.p = p;
      this.limits = limits;
      this.progress = progress;
      this.stop = stop;
      this.random = new SplittableRandom(limits.seed());
    }

    LocationSolution solve() {
      int[] greedy = GreedyAdding.open(costs, p);
      exchange = new VertexSubstitution(costs, greedy);
      descend();
      report("construction", 0.1);
      LagrangianDual dual = dual(costs);
      double[] prices = new double[costs.users];
      boolean[] open = openFlags(best);
      for (int i = 0; i < costs.users; i++) {
        prices[i] = secondNearest(i, open);
      }
      byte[] state = new byte[costs.sites];
      double enough = LocationTree.enough(value, costs.integral);
      dual.climb(
          prices, state, value, enough, limits.dualIterations(), stop, chosen -> explore(chosen));
      raise(dual.bestBound);
      report("bound", 0.4);
      restarts(dual);
      report("search", 0.6);
      if (bound < value && limits.branchNodes() > 0) {
        branch(dual, state);
      }
      report("certificate", 1);
      return solution(dual.iterations);
    }

    private LagrangianDual dual(AssignmentCosts on) {
      return new LagrangianDual(on, new double[on.sites], p, SitePricing.uncapacitated(on));
    }

    private double secondNearest(int i, boolean[] open) {
      int seen = 0;
      for (int e = costs.start[i]; e < costs.start[i + 1]; e++) {
        if (open[costs.site[e]] && ++seen == 2) {
          return Math.min(costs.cost[e], costs.outsideCost[i]);
        }
      }
      return costs.outsideCost[i];
    }

    /** Fixes sites by the root's reduced costs and branches on what is left. */
    private void branch(LagrangianDual root, byte[] state) {
      new LocationTree(costs, root, this, costs.integral, p, 0, 0, stop).fix(state);
      int[] kept = Kept.of(state);
      AssignmentCosts smaller = Kept.restrict(costs, kept);
      byte[] smallerState = new byte[kept.length];
      for (int k = 0; k < kept.length; k++) {
        smallerState[k] = state[kept[k]];
      }
      LagrangianDual dual = dual(smaller);
      LocationTree tree =
          new LocationTree(
              smaller,
              dual,
              new Kept.Translated(this, kept, costs.sites),
              costs.integral,
              p,
              limits.branchNodes(),
              60,
              stop);
      double proven = tree.search(root.bestU, smallerState, limits.dualIterations() / 2);
      steps += tree.nodes() + dual.iterations;
      raise(Math.min(proven, value));
    }

    /** Vertex substitution from the best sites with some of them drawn anew. */
    private void restarts(LagrangianDual dual) {
      for (int start = 0; start < limits.starts() && bound < value; start++) {
        if (stop.getAsBoolean() || p == costs.sites) {
          return;
        }
        exchange.restart(perturbed(dual));
        descend();
      }
    }

    private int[] perturbed(LagrangianDual dual) {
      int[] opened = best.clone();
      boolean[] open = openFlags(best);
      int draws = Math.max(1, Math.min(opened.length, 1 + random.nextInt(1 + p / 3)));
      for (int k = 0; k < draws; k++) {
        int in = drawClosed(open, dual);
        int slot = random.nextInt(p);
        open[opened[slot]] = false;
        opened[slot] = in;
        open[in] = true;
      }
      return opened;
    }

    /** A closed site, rather one that the fractional optimum opens in part. */
    private int drawClosed(boolean[] open, LagrangianDual dual) {
      int best = -1;
      for (int tries = 0; tries < 8 || best < 0; tries++) {
        int j = random.nextInt(costs.sites);
        if (!open[j] && (best < 0 || dual.averageOpen[j] > dual.averageOpen[best])) {
          best = j;
        }
      }
      return best;
    }

    private void explore(boolean[] chosen) {
      int[] opened = completed(chosen);
      boolean[] open = openFlags(opened);
      double total = 0;
      for (int i = 0; i < costs.users; i++) {
        total += costs.cost(i, costs.nearest(i, open));
      }
      steps++;
      if (total < value * 1.01) {
        exchange.restart(opened);
        descend();
      }
    }

    /** Chosen sites, filled up to p with the best ones known. */
    private int[] completed(boolean[] chosen) {
      int[] opened = new int[p];
      boolean[] open = chosen.clone();
      int count = 0;
      for (int j = 0; j < costs.sites; j++) {
        if (chosen[j] && count < p) {
          opened[count++] = j;
        }
      }
      for (int k = 0; k < best.length && count < p; k++) {
        if (!open[best[k]]) {
          open[best[k]] = true;
          opened[count++] = best[k];
        }
      }
      return opened;
    }

    private void descend() {
      double total = exchange.descend(stop);
      if (total < value) {
        value = total;
        best = exchange.opened();
      }
    }

    private void raise(double proven) {
      double rounded = costs.integral ? Math.ceil(proven - 1e-6) : proven;
      bound = Math.max(bound, Math.min(rounded, value));
    }

    private void report(String phase, double doneRatio) {
      progress.report(phase, doneRatio, value, bound, value == 0 ? 0 : (value - bound) / value);
    }

    private boolean[] openFlags(int[] opened) {
      boolean[] open = new boolean[costs.sites];
      for (int j : opened) {
        open[j] = true;
      }
      return open;
    }

    private LocationSolution solution(long dualIterations) {
      boolean[] open = openFlags(best);
      int[] siteOf = new int[costs.users];
      double total = 0;
      for (int i = 0; i < costs.users; i++) {
        siteOf[i] = costs.nearest(i, open);
        total += costs.cost(i, siteOf[i]);
      }
      int[] opened = best.clone();
      Arrays.sort(opened);
      return new LocationSolution(
          Sense.MINIMISE,
          opened,
          siteOf,
          total,
          Math.min(bound, total),
          METHOD,
          steps + dualIterations + exchange.steps());
    }

    @Override
    public double best() {
      return value;
    }

    @Override
    public void propose(boolean[] chosen) {
      explore(chosen);
    }

    @Override
    public double leaf(boolean[] open) {
      double total = 0;
      for (int i = 0; i < costs.users; i++) {
        total += costs.cost(i, costs.nearest(i, open));
      }
      if (total < value) {
        value = total;
        best = completed(open);
      }
      return total;
    }
  }
}
