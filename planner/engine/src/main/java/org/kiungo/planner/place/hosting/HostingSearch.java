package org.kiungo.planner.place.hosting;

import java.util.BitSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.place.local.PlacementSearch;

/**
 * Improves a placement: every set of services and sites where there are few, else drop-and-refill
 * and exchanges drawn at random, kept when they raise the value within the budget.
 */
public final class HostingSearch {

  /** Up to this many undecided placements, all of them are tried. */
  private static final int ENUMERATED = 12;

  /**
   * Share of what the best placement serves at first sight from which another is served with
   * neighbours making room.
   */
  private static final double WORTH_REPAIRING = 0.99;

  private static final double UNDECIDED = 0.02;

  /** Demand points that the late acceptance may judge, all placements together. */
  private static final long MOST_JUDGED = 100_000_000L;

  /** Making room for a demand point takes about so many times what serving it takes. */
  private static final long REPAIRED_AS = 50;

  private final Hosting hosting;
  private final HostAssignment serving;
  private final GreedyHosting greedy;
  private final SplittableRandom random;
  private boolean[][] best;
  private double value = -1;
  private double bestServed;
  private double bestUsd;
  private long judged;
  public long steps;

  public HostingSearch(Hosting hosting, long seed) {
    this.hosting = hosting;
    this.serving = new HostAssignment(hosting);
    this.greedy = new GreedyHosting(hosting);
    this.random = new SplittableRandom(seed);
    this.best = lockedOnly();
    offer(best);
  }

  public double value() {
    return value;
  }

  public boolean[][] placed() {
    return best;
  }

  /** What a copy is worth to each demand point under the best placement; 0 when unserved. */
  public double[] worthHeld() {
    serving.serve(best);
    double[] held = new double[hosting.demandPoints()];
    for (int q = 0; q < held.length; q++) {
      for (int x : serving.taken[q]) {
        held[q] = Math.max(held[q], hosting.worth[q][x]);
      }
    }
    return held;
  }

  /** Placement with nothing but what stands already. */
  public boolean[][] lockedOnly() {
    boolean[][] placed = new boolean[hosting.services][hosting.sites];
    for (int k = 0; k < hosting.services; k++) {
      for (int j = 0; j < hosting.sites; j++) {
        placed[k][j] = hosting.locked(k, j);
      }
    }
    return placed;
  }

  /** Fills a start greedily and keeps it when it is the best so far. */
  public void construct(boolean[][] start) {
    boolean[][] placed = copy(start);
    if (hosting.costUsd(placed) > hosting.problem.budgetUsd()) {
      return;
    }
    greedy.fill(placed);
    offer(placed);
  }

  /** Keeps a placement that costs no more than the budget and is worth more (or costs less). */
  boolean offer(boolean[][] placed) {
    steps++;
    double usd = hosting.costUsd(placed);
    if (usd > hosting.problem.budgetUsd() + 1e-6) {
      return false;
    }
    double served = serving.serve(placed);
    double reached = served > WORTH_REPAIRING * bestServed ? serving.repair(placed) : served;
    double tie = 1e-9 * Math.max(1, value);
    if (reached > value + tie || reached > value - tie && usd < bestUsd - 1e-6) {
      value = Math.max(reached, value);
      bestServed = served;
      bestUsd = usd;
      best = copy(placed);
      return true;
    }
    return false;
  }

  /**
   * True when every placement was tried: the value is then the optimum of {@link HostAssignment}.
   */
  public boolean enumerate() {
    int[] cells = freeCells();
    if (cells.length > ENUMERATED) {
      return false;
    }
    for (int set = 0; set < 1 << cells.length; set++) {
      boolean[][] placed = lockedOnly();
      for (int c = 0; c < cells.length; c++) {
        if ((set >> c & 1) == 1) {
          placed[cells[c] / hosting.sites][cells[c] % hosting.sites] = true;
        }
      }
      offer(placed);
    }
    return true;
  }

  /**
   * Drops and exchanges drawn at random, refilled greedily; what the bound opens half of the time
   * is tried most, what it never opens is dropped first.
   *
   * @param openRatio openRatio[k][j] = share of the bound's steps at which it opened the placement
   */
  public void improve(int tries, double[][] openRatio, BooleanSupplier stop) {
    int[] cells = freeCells();
    int[] undecided =
        java.util.Arrays.stream(cells)
            .filter(c -> ratio(openRatio, c) > UNDECIDED && ratio(openRatio, c) < 1 - UNDECIDED)
            .toArray();
    for (int t = 0; t < tries && cells.length > 0 && !stop.getAsBoolean(); t++) {
      boolean[][] placed = copy(best);
      int drops = 1 + random.nextInt(3);
      for (int d = 0; d < drops; d++) {
        drop(placed, openRatio);
      }
      int[] from = undecided.length > 0 && random.nextInt(4) > 0 ? undecided : cells;
      int c = from[random.nextInt(from.length)];
      if (random.nextInt(3) > 0) {
        placed[c / hosting.sites][c % hosting.sites] = true;
      }
      if (hosting.costUsd(placed) <= hosting.problem.budgetUsd()) {
        greedy.fill(placed);
        offer(placed);
      }
    }
    prune();
  }

  private double ratio(double[][] openRatio, int c) {
    return openRatio[c / hosting.sites][c % hosting.sites];
  }

  /**
   * OptaPlanner's late acceptance from the best placement; kept when it is better.
   *
   * @param calculations placements that it may judge at most
   * @param openRatio as in {@link #improve}
   */
  public void polish(
      long seed,
      long calculations,
      double[][] openRatio,
      Set<HostingMoves.Kind> kinds,
      BooleanSupplier stop) {
    int[] cells = freeCells();
    if (cells.length < 2 || calculations < 1) {
      return;
    }
    BitSet start = new BitSet();
    for (int c : cells) {
      start.set(c, best[c / hosting.sites][c % hosting.sites]);
    }
    double repairFrom = WORTH_REPAIRING * bestServed;
    PlacementSearch.Worth worth =
        new PlacementSearch.Worth() {
          @Override
          public double value(BitSet open) {
            boolean[][] placed = hosting.placed(open);
            judged += hosting.demandPoints();
            double served = serving.serve(placed);
            if (served <= repairFrom) {
              return served;
            }
            judged += REPAIRED_AS * hosting.demandPoints();
            return serving.repair(placed);
          }

          @Override
          public double overBudgetUsd(BitSet open) {
            return hosting.costUsd(hosting.placed(open)) - hosting.problem.budgetUsd();
          }
        };
    judged = 0;
    offer(
        hosting.placed(
            PlacementSearch.improve(
                cells,
                start,
                worth,
                new HostingMoves(hosting, greedy, openRatio, cells, kinds),
                seed,
                calculations,
                () -> judged > MOST_JUDGED || stop.getAsBoolean())));
    steps += calculations;
  }

  /** Closes what serves nobody better: same value for less money. */
  public void prune() {
    for (int k = 0; k < hosting.services; k++) {
      for (int j = 0; j < hosting.sites; j++) {
        if (best[k][j] && !hosting.locked(k, j)) {
          boolean[][] placed = copy(best);
          placed[k][j] = false;
          offer(placed);
        }
      }
    }
  }

  /** Closes one of two drawn at random: the one that the bound opens less. */
  private void drop(boolean[][] placed, double[][] openRatio) {
    int open = 0;
    int one = -1;
    int other = -1;
    for (int c = 0; c < hosting.services * hosting.sites; c++) {
      int k = c / hosting.sites;
      int j = c % hosting.sites;
      if (placed[k][j] && !hosting.locked(k, j)) {
        open++;
        one = random.nextInt(open) == 0 ? c : one;
        other = random.nextInt(open) == 0 ? c : other;
      }
    }
    if (open > 0) {
      int chosen = ratio(openRatio, one) <= ratio(openRatio, other) ? one : other;
      placed[chosen / hosting.sites][chosen % hosting.sites] = false;
    }
  }

  int[] freeCells() {
    int[] cells = new int[hosting.services * hosting.sites];
    int count = 0;
    for (int c = 0; c < cells.length; c++) {
      int k = c / hosting.sites;
      int j = c % hosting.sites;
      if (!hosting.locked(k, j)
          && hosting.serviceUsd[k][j] + hosting.buildingUsd[j] <= hosting.problem.budgetUsd()
          && hosting.serviceUsd[k][j] < Double.POSITIVE_INFINITY) {
        cells[count++] = c;
      }
    }
    return java.util.Arrays.copyOf(cells, count);
  }

  private static boolean[][] copy(boolean[][] placed) {
    boolean[][] copy = new boolean[placed.length][];
    for (int k = 0; k < placed.length; k++) {
      copy[k] = placed[k].clone();
    }
    return copy;
  }
}
