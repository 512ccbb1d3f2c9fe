package org.kiungo.planner.place.location;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.Progress;

/**
 * The search that capacitated p-median and single-source capacitated location share: Lagrangian
 * dual with one knapsack per site for the bound, descents from the sites it proposes, annealing
 * (or, where sites cost nothing, exchanges of sites), then branch and bound over sites.
 */
final class CapacitatedSearch implements LocationTree.Primal {

  private static final int ITERATIONS_PER_NODE = 40;
  private static final int KICKS_PER_START = 60;
  private static final int ROUNDS_PER_START = 400;
  private static final int ROUNDS_PER_LEAF = 40;
  private static final int LEAVES_PER_START = 5;
  private static final int MOST_LEAVES = 60;
  private static final int MOST_STARTS = 60;

  private final CapacitatedModel model;
  private final AssignmentCosts costs;
  private final SearchLimits limits;
  private final Progress progress;
  private final BooleanSupplier stop;
  private final SplittableRandom random;
  private final SingleSourceDescent descent;
  private final boolean integral;
  private final boolean sitesCost;
  private final double price;
  private final double dearest;
  private final SingleSourceAnnealing annealing;
  private final SiteSets leaves;
  private int[] best;
  private boolean[] bestOpen;
  private double value = Double.POSITIVE_INFINITY;
  private double bound = Double.NEGATIVE_INFINITY;
  private long steps;
  private int fruitless;

  CapacitatedSearch(
      CapacitatedModel model, SearchLimits limits, Progress progress, BooleanSupplier stop) {
    this.model = model;
    this.costs = model.costs();
    this.limits = limits;
    this.progress = progress;
    this.stop = stop;
    this.random = new SplittableRandom(limits.seed());
    this.descent = new SingleSourceDescent(model);
    this.integral =
        costs.integral && Arrays.stream(model.fixedCost()).allMatch(f -> f == Math.rint(f));
    this.sitesCost = Arrays.stream(model.fixedCost()).anyMatch(f -> f > 0);
    this.price = startPrice();
    this.dearest = dearest();
    this.annealing = new SingleSourceAnnealing(model);
    this.leaves = new SiteSets(model);
  }

  /**
   * @throws InputRefused ({@code place.capacity}) when no assignment within the capacities is found
   */
  LocationSolution solve(String method) {
    int[] greedy = GreedyAdding.open(costs, model.fixedCost(), model.p(), false);
    boolean[] open = withEnoughCapacity(greedy);
    offer(descent.build(open, price));
    double[] prices = new double[costs.users];
    for (int i = 0; i < prices.length; i++) {
      prices[i] = firstPrice(i, open);
    }
    LagrangianDual dual = dual(costs, model.fixedCost(), model.capacity());
    byte[] state = new byte[costs.sites];
    dual.climb(
        prices,
        state,
        upper(),
        () -> LocationTree.enough(value, integral),
        limits.dualIterations(),
        stop,
        this::propose);
    raise(dual.bestBound);
    progress.report("bound", 0.3, value, bound, gap());
    improve(dual);
    progress.report("search", 0.6, value, bound, gap());
    if (bound < value && limits.branchNodes() > 0) {
      branch(dual, state);
      if (sitesCost) {
        tryLeavesAgain();
      }
    }
    if (best == null) {
      throw new InputRefused("place.capacity", "p", model.p());
    }
    progress.report("certificate", 1, value, bound, gap());
    boolean[] used = new boolean[costs.sites];
    for (int j : best) {
      used[j] = true;
    }
    int[] opened = new int[costs.sites];
    int count = 0;
    for (int j = 0; j < used.length; j++) {
      if (used[j]) {
        opened[count++] = j;
      }
    }
    return new LocationSolution(
        Sense.MINIMISE,
        Arrays.copyOf(opened, count),
        best.clone(),
        value,
        Math.min(bound, value),
        method,
        steps + dual.iterations);
  }

  private LagrangianDual dual(AssignmentCosts on, double[] fixedCost, double[] capacity) {
    return new LagrangianDual(
        on, fixedCost, model.p(), new KnapsackPricing(on, model.demand(), capacity, false));
  }

  private double startPrice() {
    double sum = 0;
    for (int i = 0; i < costs.users; i++) {
      int size = costs.start[i + 1] - costs.start[i];
      sum += size == 0 ? 0 : costs.cost[costs.start[i] + size / 2] / model.demand()[i];
    }
    return Math.max(1e-6, sum / costs.users);
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

  private boolean[] withEnoughCapacity(int[] opened) {
    boolean[] open = new boolean[costs.sites];
    double room = 0;
    int count = opened.length;
    for (int j : opened) {
      open[j] = true;
      room += model.capacity()[j];
    }
    double need = 1.02 * Arrays.stream(model.demand()).sum();
    while (count < model.p() && room < need) {
      int best = -1;
      for (int j = 0; j < costs.sites; j++) {
        if (!open[j] && (best < 0 || perUnit(j) < perUnit(best))) {
          best = j;
        }
      }
      open[best] = true;
      room += model.capacity()[best];
      count++;
    }
    return open;
  }

  private double perUnit(int j) {
    return (model.fixedCost()[j] + 1e-9) / Math.max(1e-9, model.capacity()[j]);
  }

  private double upper() {
    return value < Double.POSITIVE_INFINITY ? value : model.forbidden() / 2;
  }

  private void improve(LagrangianDual dual) {
    for (int k = 0; k < 20 && best == null; k++) {
      offer(descent.build(withEnoughCapacity(randomSites()), price * (1 << k % 6)));
    }
    if (best == null) {
      return;
    }
    if (sitesCost) {
      anneal();
      return;
    }
    descent.restore(best, bestOpen);
    new SiteExchanges(costs, descent, price, dual.averageOpen, random)
        .search(
            value,
            (long) limits.starts() * KICKS_PER_START,
            this::offer,
            () -> bound >= value || stop.getAsBoolean());
    steps += (long) limits.starts() * KICKS_PER_START;
  }

  /** Anneals from the best assignment again and again. */
  private void anneal() {
    int starts = Math.min(MOST_STARTS, limits.starts());
    for (int k = 0; k < starts && bound < value && !stop.getAsBoolean(); k++) {
      annealing.search(best, (1 + k % 3) * dearest, ROUNDS_PER_START, random, stop);
      steps += ROUNDS_PER_START;
      takeOver();
    }
  }

  private void takeOver() {
    if (annealing.bestValue < value) {
      boolean[] open = new boolean[costs.sites];
      for (int j : annealing.best) {
        open[j] = true;
      }
      descent.restore(annealing.best, open);
      offer(descent.value());
    }
  }

  /** Price of a unit of overload at which no site is better closed than kept for what it holds. */
  private double dearest() {
    double dearest = price;
    for (int j = 0; j < costs.sites; j++) {
      if (model.capacity()[j] > 0) {
        dearest = Math.max(dearest, model.fixedCost()[j] / model.capacity()[j]);
      }
    }
    return dearest;
  }

  private int[] randomSites() {
    int[] sites = new int[Math.min(model.p(), costs.sites)];
    boolean[] seen = new boolean[costs.sites];
    for (int k = 0; k < sites.length; k++) {
      int j = random.nextInt(costs.sites);
      while (seen[j]) {
        j = random.nextInt(costs.sites);
      }
      seen[j] = true;
      sites[k] = j;
    }
    return sites;
  }

  private void branch(LagrangianDual root, byte[] state) {
    new LocationTree(root, this, integral, model.p(), 0, 0, stop).fix(state);
    int[] kept = Kept.of(state);
    byte[] smallerState = new byte[kept.length];
    double[] fixedCost = new double[kept.length];
    double[] capacity = new double[kept.length];
    for (int k = 0; k < kept.length; k++) {
      smallerState[k] = state[kept[k]];
      fixedCost[k] = model.fixedCost()[kept[k]];
      capacity[k] = model.capacity()[kept[k]];
    }
    LagrangianDual dual = dual(Kept.restrict(costs, kept), fixedCost, capacity);
    LocationTree tree =
        new LocationTree(
            dual,
            new Kept.Translated(this, kept, costs.sites),
            integral,
            model.p(),
            limits.branchNodes(),
            ITERATIONS_PER_NODE,
            stop);
    double proven = tree.search(root.bestU, smallerState, limits.dualIterations() / 2 + 1);
    steps += tree.nodes() + dual.iterations;
    raise(Math.min(proven, value));
  }

  /**
   * Where the tree is exhausted and a gap is left, the points fit into some set of sites better
   * than was found: the sets of least possible cost are tried again and again.
   */
  private void tryLeavesAgain() {
    List<boolean[]> cheapest = leaves.cheapest(MOST_LEAVES);
    long left = (long) limits.starts() * LEAVES_PER_START;
    while (!cheapest.isEmpty() && left > 0 && bound < value && !stop.getAsBoolean()) {
      for (boolean[] open : cheapest) {
        if (left-- > 0 && !stop.getAsBoolean()) {
          annealing.assign(open, dearest, ROUNDS_PER_LEAF, random);
          takeOver();
          steps++;
        }
      }
    }
  }

  private boolean offer(double reached) {
    boolean better =
        reached < value - 1e-9 * Math.max(1, Math.abs(value)) || best == null && reached < value;
    if (better) {
      value = reached;
      best = descent.siteOf.clone();
      bestOpen = descent.open.clone();
      fruitless = 0;
    }
    return better;
  }

  private void raise(double proven) {
    double rounded = integral ? Math.ceil(proven - 1e-6) : proven;
    bound = Math.max(bound, Math.min(rounded, value));
  }

  private double gap() {
    return value == 0 ? 0 : (value - bound) / value;
  }

  @Override
  public double best() {
    return upper();
  }

  @Override
  public void propose(boolean[] chosen) {
    steps++;
    if (++fruitless > 60 && fruitless % 6 != 0) {
      return;
    }
    int[] sites = new int[costs.sites];
    int count = 0;
    for (int j = 0; j < chosen.length; j++) {
      if (chosen[j]) {
        sites[count++] = j;
      }
    }
    offer(descent.build(withEnoughCapacity(Arrays.copyOf(sites, count)), price));
  }

  @Override
  public double leaf(boolean[] open) {
    if (!sitesCost) {
      propose(open);
    } else if (leaves.holdsAll(open)) {
      annealing.assign(open, dearest, ROUNDS_PER_LEAF, random);
      takeOver();
      leaves.add(open);
    }
    return Double.NEGATIVE_INFINITY;
  }
}
