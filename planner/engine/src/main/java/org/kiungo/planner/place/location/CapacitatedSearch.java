package org.kiungo.planner.place.location;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.place.location.assignment.SingleSourceSearch;
import org.kiungo.planner.place.location.dual.KeptSites;
import org.kiungo.planner.place.location.dual.KnapsackPricing;
import org.kiungo.planner.place.location.dual.LagrangianDual;
import org.kiungo.planner.place.location.dual.LocationTree;
import org.kiungo.planner.place.location.exchange.GreedyAdding;
import org.kiungo.planner.place.location.problem.AssignmentCosts;
import org.kiungo.planner.place.location.problem.CapacitatedModel;
import org.kiungo.planner.place.location.problem.LocationLimits;
import org.kiungo.planner.place.location.problem.LocationSolution;

/**
 * The search that capacitated p-median and single-source capacitated location share: Lagrangian
 * dual with one knapsack per site for the bound, iterated local search from the sites it proposes,
 * then branch and bound over sites with the local search going on beside it.
 */
final class CapacitatedSearch implements LocationTree.Primal {

  private static final int ITERATIONS_PER_NODE = 40;
  private static final int KICKS_PER_START = 50;
  private static final int KICKS_BEFORE_BOUND = 300;
  private static final int MOST_KICKS_AT_FIRST = 3000;

  /** Work of the search for a better assignment beside that of the proof, both as numbers read. */
  private static final double SEARCH_PER_PROOF = 2;

  private static final int KICKS_PER_LEAF = 60;

  /** After so many fruitless proposals of the dual, only every sixth is tried. */
  private static final int PATIENCE = 40;

  private final CapacitatedModel model;
  private final AssignmentCosts costs;
  private final LocationLimits limits;
  private final Progress progress;
  private final BooleanSupplier stop;
  private final SplittableRandom random;
  private final SingleSourceSearch search;
  private final boolean integral;
  private final double forbidden;
  private SingleSourceSearch leaves;
  private double bound = Double.NEGATIVE_INFINITY;
  private long steps;
  private int fruitless;
  private boolean searching;

  CapacitatedSearch(
      CapacitatedModel model, LocationLimits limits, Progress progress, BooleanSupplier stop) {
    this.model = model;
    this.costs = model.costs();
    this.limits = limits;
    this.progress = progress;
    this.stop = stop;
    this.random = new SplittableRandom(limits.seed());
    this.search = new SingleSourceSearch(model, random.split());
    this.integral =
        costs.integral && Arrays.stream(model.fixedCost()).allMatch(f -> f == Math.rint(f));
    this.forbidden = model.forbidden();
  }

  /**
   * @throws InputRefused ({@code place.capacity}) when no assignment within the capacities is found
   */
  LocationSolution solve(String method) {
    long kicks = (long) limits.starts() * KICKS_PER_START;
    boolean[] open = withEnoughCapacity(greedy());
    search.build(open);
    search.search(Math.min(kicks, KICKS_BEFORE_BOUND), this::done);
    double[] prices = new double[costs.users];
    for (int i = 0; i < prices.length; i++) {
      prices[i] = firstPrice(i, open);
    }
    LagrangianDual dual = dual(costs, model.fixedCost(), model.capacity());
    byte[] state = new byte[costs.sites];
    dual.climb(
        prices,
        state,
        best(),
        () -> LocationTree.enough(value(), integral),
        limits.dualIterations(),
        stop,
        this::propose);
    raise(dual.bestBound);
    progress.report("bound", 0.3, value(), bound, gap());
    search.promise(dual.averageOpen);
    searching = true;
    search.search(Math.min(kicks, MOST_KICKS_AT_FIRST), this::done);
    progress.report("search", 0.6, value(), bound, gap());
    if (bound < value() && limits.branchNodes() > 0) {
      branch(dual, state);
    }
    search.search(kicks - search.steps, this::done);
    if (value() == Double.POSITIVE_INFINITY) {
      throw new InputRefused("place.capacity", "p", model.p());
    }
    progress.report("certificate", 1, value(), bound, gap());
    return solution(method, dual.iterations);
  }

  private boolean done() {
    return bound >= value() || stop.getAsBoolean();
  }

  /** Of the best assignment that uses listed pairs only; infinite before the first. */
  private double value() {
    return search.bestValue < forbidden ? search.bestValue : Double.POSITIVE_INFINITY;
  }

  private boolean[] greedy() {
    boolean[] open = new boolean[costs.sites];
    for (int j : GreedyAdding.open(costs, model.fixedCost(), model.p(), false)) {
      open[j] = true;
    }
    return open;
  }

  private LagrangianDual dual(AssignmentCosts on, double[] fixedCost, double[] capacity) {
    return new LagrangianDual(
        on, fixedCost, model.p(), new KnapsackPricing(on, model.demand(), capacity, false));
  }

  private double firstPrice(int i, boolean[] open) {
    double nearest = Double.NaN;
    for (int e = costs.start[i]; e < costs.start[i + 1]; e++) {
      if (open[costs.site[e]]) {
        if (!Double.isNaN(nearest)) {
          return costs.cost[e];
        }
        nearest = costs.cost[e];
      }
    }
    return Double.isNaN(nearest) ? costs.outsideCost[i] : nearest;
  }

  /** The sites and, while room is short and more may open, those with the cheapest room. */
  private boolean[] withEnoughCapacity(boolean[] sites) {
    boolean[] open = sites.clone();
    double room = 0;
    int count = 0;
    for (int j = 0; j < open.length; j++) {
      room += open[j] ? model.capacity()[j] : 0;
      count += open[j] ? 1 : 0;
    }
    double need = 1.02 * Arrays.stream(model.demand()).sum();
    while (count < model.p() && room < need) {
      int cheapest = -1;
      for (int j = 0; j < costs.sites; j++) {
        if (!open[j] && (cheapest < 0 || perUnit(j) < perUnit(cheapest))) {
          cheapest = j;
        }
      }
      open[cheapest] = true;
      room += model.capacity()[cheapest];
      count++;
    }
    return open;
  }

  private double perUnit(int j) {
    return (model.fixedCost()[j] + 1e-9) / Math.max(1e-9, model.capacity()[j]);
  }

  private void branch(LagrangianDual root, byte[] state) {
    new LocationTree(root, this, integral, model.p(), 0, 0, stop).fix(state);
    int[] kept = KeptSites.of(state);
    byte[] smallerState = new byte[kept.length];
    double[] fixedCost = new double[kept.length];
    double[] capacity = new double[kept.length];
    for (int k = 0; k < kept.length; k++) {
      smallerState[k] = state[kept[k]];
      fixedCost[k] = model.fixedCost()[kept[k]];
      capacity[k] = model.capacity()[kept[k]];
    }
    LagrangianDual dual = dual(KeptSites.restrict(costs, kept), fixedCost, capacity);
    LocationTree tree =
        new LocationTree(
            dual,
            new KeptSites.Translated(this, kept, costs.sites),
            integral,
            model.p(),
            limits.branchNodes(),
            ITERATIONS_PER_NODE,
            stop);
    tree.begin(root.bestU, smallerState, limits.dualIterations() / 2 + 1);
    double perIteration = 3.0 * costs.sites * costs.users;
    double perKick = 40.0 * costs.users + 4.0 * costs.sites;
    double owed = 0;
    long iterations = 0;
    while (!done() && tree.explore(1)) {
      raise(tree.bound());
      owed += SEARCH_PER_PROOF * perIteration * (dual.iterations - iterations) / perKick;
      iterations = dual.iterations;
      search.search((long) owed, this::done);
      owed -= (long) owed;
    }
    raise(tree.bound());
    steps += tree.nodes() + dual.iterations;
  }

  private void raise(double proven) {
    double rounded = integral ? Math.ceil(proven - 1e-6) : proven;
    bound = Math.max(bound, Math.min(rounded, value()));
  }

  private double gap() {
    return value() == 0 ? 0 : (value() - bound) / value();
  }

  @Override
  public double best() {
    return value() < Double.POSITIVE_INFINITY ? value() : forbidden / 2;
  }

  /** Builds an assignment to the sites that the root opens. */
  @Override
  public void propose(boolean[] chosen) {
    steps++;
    double before = value();
    if (!searching && (++fruitless <= PATIENCE || fruitless % 6 == 0)) {
      search.build(withEnoughCapacity(chosen));
    }
    fruitless = value() < before ? 0 : fruitless;
  }

  /** Assigns to exactly these sites by local search: finds, but proves nothing. */
  @Override
  public double leaf(boolean[] open) {
    double room = 0;
    for (int j = 0; j < open.length; j++) {
      room += open[j] ? model.capacity()[j] : 0;
    }
    if (room >= Arrays.stream(model.demand()).sum()) {
      leaves = leaves == null ? new SingleSourceSearch(model, random.split()) : leaves;
      leaves.searchWithin(open, KICKS_PER_LEAF, this::done);
      search.adopt(leaves);
    }
    return Double.NEGATIVE_INFINITY;
  }

  private LocationSolution solution(String method, long dualIterations) {
    int[] opened = Arrays.stream(search.best).distinct().sorted().toArray();
    return new LocationSolution(
        Sense.MINIMISE,
        opened,
        search.best.clone(),
        value(),
        Math.min(bound, value()),
        method,
        steps + search.steps + dualIterations);
  }
}
