package org.kiungo.planner.place.location;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.Progress;

/**
 * The search that capacitated p-median and single-source capacitated location share: Lagrangian
 * dual with one knapsack per site for the bound, descents from the sites it proposes, iterated
 * local search, then branch and bound over sites.
 */
final class CapacitatedSearch implements LocationTree.Primal {

  private static final int ITERATIONS_PER_NODE = 40;
  private static final int KICKS_PER_START = 60;

  private final CapacitatedModel model;
  private final AssignmentCosts costs;
  private final SearchLimits limits;
  private final Progress progress;
  private final BooleanSupplier stop;
  private final SplittableRandom random;
  private final SingleSourceDescent descent;
  private final boolean integral;
  private final double price;
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
    this.price = startPrice();
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
    kicks(dual);
    progress.report("search", 0.6, value, bound, gap());
    if (bound < value && limits.branchNodes() > 0) {
      branch(dual, state);
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

  /**
   * Iterated local search: exchange a site or move points at random, descend, keep if not worse.
   */
  private void kicks(LagrangianDual dual) {
    if (best == null) {
      for (int k = 0; k < 20 && best == null; k++) {
        offer(descent.build(withEnoughCapacity(randomSites()), price * (1 << k % 6)));
      }
      if (best == null) {
        return;
      }
    }
    int[] current = best.clone();
    boolean[] currentOpen = bestOpen.clone();
    double currentValue = value;
    int idle = 0;
    long total = (long) limits.starts() * KICKS_PER_START;
    for (long kick = 0; kick < total && bound < value && !stop.getAsBoolean(); kick++) {
      descent.restore(current, currentOpen);
      descent.setOverloadPrice(price * (0.25 + random.nextDouble()));
      kick(dual);
      double reached = descent.descend();
      steps++;
      if (reached < value - 1e-9) {
        idle = 0;
      }
      offer(reached);
      if (reached <= currentValue * (1 + 0.004 * random.nextDouble())) {
        System.arraycopy(descent.siteOf, 0, current, 0, current.length);
        System.arraycopy(descent.open, 0, currentOpen, 0, currentOpen.length);
        currentValue = reached;
      }
      if (++idle % 300 == 0) {
        current = best.clone();
        currentOpen = bestOpen.clone();
        currentValue = value;
      }
    }
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

  private void kick(LagrangianDual dual) {
    int exchanges = random.nextInt(3);
    for (int k = 0; k < exchanges; k++) {
      int a = random.nextInt(costs.sites);
      int b = random.nextInt(costs.sites);
      for (int tries = 0; tries < 6; tries++) {
        int other = random.nextInt(costs.sites);
        b = dual.averageOpen[other] > dual.averageOpen[b] || descent.open[b] ? other : b;
        int open = random.nextInt(costs.sites);
        a = descent.open[a] ? a : open;
      }
      if (descent.open[a] && !descent.open[b]) {
        descent.exchange(a, b);
      }
    }
    int moves = exchanges == 0 ? 2 + random.nextInt(4) : random.nextInt(2);
    for (int k = 0; k < moves; k++) {
      int i = random.nextInt(costs.users);
      int size = costs.start[i + 1] - costs.start[i];
      int j =
          costs.site[costs.start[i] + random.nextInt(Math.max(1, Math.min(size, size / 3 + 1)))];
      if (descent.open[j]) {
        descent.move(i, j);
      }
    }
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

  private void offer(double reached) {
    if (reached < value - 1e-9 * Math.max(1, Math.abs(value)) || best == null && reached < value) {
      value = reached;
      best = descent.siteOf.clone();
      bestOpen = descent.open.clone();
      fruitless = 0;
    }
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
    propose(open);
    return Double.NEGATIVE_INFINITY;
  }
}
