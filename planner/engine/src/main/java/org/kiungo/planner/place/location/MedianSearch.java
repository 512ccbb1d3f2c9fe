package org.kiungo.planner.place.location;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.place.location.dual.Ascent;
import org.kiungo.planner.place.location.dual.CoverCuts;
import org.kiungo.planner.place.location.dual.KeptSites;
import org.kiungo.planner.place.location.dual.LagrangianDual;
import org.kiungo.planner.place.location.dual.LocationTree;
import org.kiungo.planner.place.location.dual.OddCycles;
import org.kiungo.planner.place.location.dual.SitePricing;
import org.kiungo.planner.place.location.exchange.GreedyAdding;
import org.kiungo.planner.place.location.exchange.InterchangeSearch;
import org.kiungo.planner.place.location.exchange.MedianImprovement;
import org.kiungo.planner.place.location.problem.AssignmentCosts;
import org.kiungo.planner.place.location.problem.LocationLimits;
import org.kiungo.planner.place.location.problem.LocationSolution;

/**
 * Sites without capacity, fixed cost f_j each, at most or exactly p of them: the search that
 * p-median, maximal covering, set covering and uncapacitated fixed-charge location share. Greedy
 * adding and vertex substitution give a decision, the Lagrangian dual the bound and more starts,
 * reduced costs fix sites, branch and bound closes what is left.
 */
final class MedianSearch implements LocationTree.Primal {

  /** After this many fruitless proposals of the dual, only every eighth is tried. */
  private static final int PATIENCE = 30;

  private static final int ITERATIONS_PER_NODE = 60;

  /**
   * Rounds of cuts that lift the bound by less than this share of the gap, and how many of them.
   */
  private static final double CUT_LEAST = 0.01;

  private static final int CUT_PATIENCE = 2;

  /** Steps of a round for one of the first ascent, and numbers that a round reads at most. */
  private static final double CUT_STEPS = 4;

  private static final double CUT_READS = 1e9;

  /** Work of the search for better sites beside that of the proof, both as numbers read. */
  private static final double SEARCH_PER_PROOF = 2;

  private final AssignmentCosts costs;
  private final double[] fixedCost;
  private final int p;
  private final boolean covering;
  private final CoverCuts cuts = new CoverCuts();
  private final boolean exactly;
  private final boolean integral;
  private final LocationLimits limits;
  private final Progress progress;
  private final BooleanSupplier stop;
  private final SplittableRandom random;
  private InterchangeSearch exchange;
  private MedianImprovement improvement;
  private int[] best;
  private double value = Double.POSITIVE_INFINITY;
  private double bound = Double.NEGATIVE_INFINITY;
  private long steps;
  private int fruitless;

  /**
   * @param fixedCost f_j ≥ 0
   * @param p sites to open; the number of sites when there is no limit
   * @param exactly true: p sites, false: at most p
   * @param covering true: all listed costs are 0, so that cuts are known
   */
  MedianSearch(
      AssignmentCosts costs,
      double[] fixedCost,
      int p,
      boolean exactly,
      boolean covering,
      LocationLimits limits,
      Progress progress,
      BooleanSupplier stop) {
    this.costs = costs;
    this.fixedCost = fixedCost;
    this.p = p;
    this.exactly = exactly;
    this.integral = costs.integral && Arrays.stream(fixedCost).allMatch(f -> f == Math.rint(f));
    this.covering = covering;
    this.limits = limits;
    this.progress = progress;
    this.stop = stop;
    this.random = new SplittableRandom(limits.seed());
  }

  /**
   * @param prices where the dual starts, {@code null} = from the first decision
   */
  LocationSolution solve(double[] prices, String method) {
    int[] greedy = GreedyAdding.open(costs, fixedCost, p, exactly);
    int width = exactly ? p : Math.min(p, Math.min(costs.sites, 2 * greedy.length + 20));
    exchange = new InterchangeSearch(costs, fixedCost, width, !exactly, random.split());
    descendFrom(greedy);
    report("construction", 0.1);
    LagrangianDual dual = dual(costs, fixedCost, cuts, Ascent.QUICK);
    byte[] state = new byte[costs.sites];
    dual.climb(
        prices == null ? secondNearest() : prices,
        state,
        value,
        () -> LocationTree.enough(value, integral),
        limits.dualIterations(),
        stop,
        this::explore);
    raise(dual.bestBound);
    if (covering && bound < value) {
      dual = cut(dual, state);
    }
    report("bound", 0.4);
    if (bound < value && best.length > 0) {
      searchKept(dual, state);
    }
    report("certificate", 1);
    return solution(dual.iterations, method);
  }

  private LagrangianDual dual(AssignmentCosts on, double[] fixed, CoverCuts cuts, Ascent ascent) {
    return new LagrangianDual(on, fixed, p, SitePricing.uncapacitated(on), cuts, ascent);
  }

  /** Climbs on with cuts, round by round, as long as they lift the bound. */
  private LagrangianDual cut(LagrangianDual root, byte[] state) {
    LagrangianDual dual = root;
    double mostSteps =
        Math.min(CUT_STEPS * limits.dualIterations(), CUT_READS / (1 + costs.site.length));
    for (int inVain = 0; bound < value && inVain < CUT_PATIENCE; ) {
      LagrangianDual next = dual(costs, fixedCost, cuts, Ascent.FINE);
      next.climb(
          dual.bestU,
          state,
          value,
          () -> LocationTree.enough(value, integral),
          (int) mostSteps,
          stop,
          chosen -> {});
      if (stop.getAsBoolean()) {
        raise(next.bestBound);
        break;
      }
      steps += dual.iterations;
      boolean lifted = next.bestBound > dual.bestBound + CUT_LEAST * (value - dual.bestBound);
      dual = next;
      raise(dual.bestBound);
      int added = OddCycles.separate(costs, dual.averageOpen, cuts);
      inVain = lifted && added > 0 ? 0 : inVain + 1;
    }
    return dual;
  }

  /** Prices at which the first decision is nearly paid for: each point's second nearest site. */
  private double[] secondNearest() {
    boolean[] open = openFlags(best);
    double[] prices = new double[costs.users];
    for (int i = 0; i < costs.users; i++) {
      int seen = 0;
      prices[i] = costs.outsideCost[i];
      for (int e = costs.start[i]; e < costs.start[i + 1] && seen < 2; e++) {
        if (open[costs.site[e]] && ++seen == 2) {
          prices[i] = Math.min(costs.cost[e], costs.outsideCost[i]);
        }
      }
    }
    return prices;
  }

  /**
   * Fixes sites by the root's reduced costs; on those left, searches and branches in turn. Only
   * better sets than the best are looked for, so what is fixed is lost to neither.
   */
  private void searchKept(LagrangianDual root, byte[] state) {
    LocationTree fixing = new LocationTree(root, this, integral, p, 0, 0, stop);
    fixing.fix(state);
    for (int j : best) {
      state[j] = state[j] < 0 ? 0 : state[j];
    }
    int[] kept = KeptSites.of(state);
    AssignmentCosts smaller = KeptSites.restrict(costs, kept);
    byte[] smallerState = new byte[kept.length];
    double[] smallerFixed = new double[kept.length];
    double[] promise = new double[kept.length];
    int[] start = new int[best.length];
    for (int k = 0, b = 0; k < kept.length; k++) {
      smallerState[k] = state[kept[k]];
      smallerFixed[k] = fixedCost[kept[k]];
      promise[k] = root.averageOpen[kept[k]];
      if (b < best.length && best[b] == kept[k]) {
        start[b++] = k;
      }
    }
    improvement =
        new MedianImprovement(
            smaller,
            smallerFixed,
            Math.min(exchange.width(), kept.length),
            exactly,
            start,
            promise,
            random.split());
    LagrangianDual dual =
        dual(smaller, smallerFixed, cuts.restrictedTo(kept, costs.sites), Ascent.QUICK);
    LocationTree tree =
        new LocationTree(
            dual,
            new KeptSites.Translated(this, kept, costs.sites),
            integral,
            p,
            limits.branchNodes(),
            ITERATIONS_PER_NODE,
            stop);
    tree.begin(root.bestU, smallerState, limits.dualIterations() / 2 + 1);
    inTurns(tree, dual, kept, smaller.site.length);
    steps += tree.nodes() + dual.iterations + improvement.steps();
  }

  /**
   * Improves and proves in turn, until nothing is left of one of them and the other ends. Turns
   * that improve nothing leave more and more of the work to the proof.
   */
  private void inTurns(LocationTree tree, LagrangianDual dual, int[] kept, int pairs) {
    double improving = 0;
    double proving = 0;
    int turns = 0;
    int inVain = 0;
    boolean branching = true;
    while (!done() && (branching || turns < limits.starts())) {
      double share = SEARCH_PER_PROOF / (1 + 0.5 * inVain);
      boolean mayImprove = turns < limits.starts();
      if (mayImprove && (!branching || improving <= share * proving)) {
        double before = value;
        improving += improvement.turn(this::done);
        turns++;
        takeOver(kept);
        inVain = value < before ? 0 : inVain + 1;
      } else {
        long iterations = dual.iterations;
        branching = tree.explore(1);
        proving += (double) pairs * (dual.iterations - iterations);
        raise(tree.bound());
      }
    }
    report("search", 0.8);
  }

  private boolean done() {
    return bound >= value || stop.getAsBoolean();
  }

  private void takeOver(int[] kept) {
    if (improvement.bestValue() < value) {
      value = improvement.bestValue();
      best = Arrays.stream(improvement.best()).map(k -> kept[k]).toArray();
    }
  }

  private void explore(boolean[] chosen) {
    steps++;
    if (fruitless > PATIENCE && steps % 8 != 0) {
      return;
    }
    int[] opened = completed(chosen);
    if (opened.length == 0) {
      return;
    }
    double before = value;
    if (total(openFlags(opened)) < value * 1.01 || !exactly && fruitless % 4 == 0) {
      descendFrom(opened);
    }
    fruitless = value < before ? 0 : fruitless + 1;
  }

  private double total(boolean[] open) {
    double total = 0;
    int count = 0;
    for (int j = 0; j < costs.sites; j++) {
      total += open[j] ? fixedCost[j] : 0;
      count += open[j] ? 1 : 0;
    }
    if (count == 0 && costs.everybody) {
      return Double.POSITIVE_INFINITY;
    }
    for (int i = 0; i < costs.users; i++) {
      int j = costs.nearest(i, open);
      total += j < 0 ? costs.outsideCost[i] : costs.cost(i, j);
    }
    return total;
  }

  /** Chosen sites, cut to what may stand open or filled up to p with the best ones known. */
  private int[] completed(boolean[] chosen) {
    int most = exchange.width();
    int[] opened = new int[most];
    boolean[] open = chosen.clone();
    int count = 0;
    for (int j = 0; j < costs.sites && count < most; j++) {
      if (chosen[j]) {
        opened[count++] = j;
      }
    }
    for (int k = 0; exactly && k < best.length && count < p; k++) {
      if (!open[best[k]]) {
        open[best[k]] = true;
        opened[count++] = best[k];
      }
    }
    return Arrays.copyOf(opened, count);
  }

  private void descendFrom(int[] opened) {
    exchange.descendFrom(opened, stop);
    if (exchange.bestValue < value) {
      value = exchange.bestValue;
      best = exchange.best;
    }
  }

  private void raise(double proven) {
    double rounded = integral ? Math.ceil(proven - 1e-6) : proven;
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

  private LocationSolution solution(long dualIterations, String method) {
    boolean[] open = openFlags(best);
    int[] siteOf = new int[costs.users];
    for (int i = 0; i < costs.users; i++) {
      siteOf[i] = costs.nearest(i, open);
    }
    int[] opened = best.clone();
    Arrays.sort(opened);
    double total = total(open);
    return new LocationSolution(
        Sense.MINIMISE,
        opened,
        siteOf,
        total,
        Math.min(bound, total),
        method,
        steps + dualIterations + exchange.steps());
  }

  @Override
  public double best() {
    return value;
  }

  @Override
  public void propose(boolean[] chosen) {
    // The search on the kept sites goes on beside the tree.
  }

  @Override
  public double leaf(boolean[] open) {
    double total = total(open);
    if (total < value) {
      value = total;
      best = completedLeaf(open);
    }
    return total;
  }

  private int[] completedLeaf(boolean[] open) {
    int[] opened = new int[costs.sites];
    int count = 0;
    for (int j = 0; j < costs.sites; j++) {
      if (open[j]) {
        opened[count++] = j;
      }
    }
    for (int j = 0; exactly && j < costs.sites && count < p; j++) {
      if (!open[j]) {
        opened[count++] = j;
      }
    }
    return Arrays.copyOf(opened, count);
  }
}
