package org.kiungo.planner.place.location.exchange;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.place.location.problem.AssignmentCosts;

/**
 * Simulated annealing of a set of open sites: exchanges, and where the number may change also adds
 * and drops, drawn near a random demand point. Only each point's two nearest open sites and each
 * open site's loss are kept, so that a move is judged by reading one site's list.
 *
 * <p>Complexity: O(list of a site) per move. Guarantee: none.
 *
 * @see <a href="https://doi.org/10.1126/science.220.4598.671">Kirkpatrick, Gelatt and Vecchi
 *     1983</a>
 */
final class SiteAnnealing {

  /** Last temperature over the first. */
  private static final double COLDEST = 0.003;

  private static final int SAMPLED = 500;

  private final AssignmentCosts costs;
  private final double[] fixedCost;
  private final boolean countMayChange;
  private final SplittableRandom random;
  private final boolean[] open;
  private final int[] slotOf;
  private final int[] siteIn;
  private final int width;
  private int count;
  private final int[] first;
  private final int[] second;
  private final double[] d1;
  private final double[] d2;
  private final double[] loss;
  private int moveIn;
  private int moveOut;
  private double value;

  /** Demand points near which moves are drawn; empty = all. */
  private int[] around;

  /** Best set of the last run and what it costs. */
  int[] best;

  double bestValue;

  SiteAnnealing(
      AssignmentCosts costs,
      double[] fixedCost,
      int width,
      boolean countMayChange,
      SplittableRandom random) {
    this.costs = costs;
    this.fixedCost = fixedCost;
    this.width = width;
    this.countMayChange = countMayChange;
    this.random = random;
    this.open = new boolean[costs.sites];
    this.slotOf = new int[costs.sites];
    this.siteIn = new int[costs.sites];
    this.first = new int[costs.users];
    this.second = new int[costs.users];
    this.d1 = new double[costs.users];
    this.d2 = new double[costs.users];
    this.loss = new double[costs.sites];
  }

  /**
   * @param start distinct sites, at least one
   * @param moves tried
   * @param heat first temperature as a multiple of what a random exchange costs, about 0.05–0.3
   */
  void run(int[] start, long moves, double heat, BooleanSupplier stop) {
    runAround(new int[0], start, moves, heat, stop);
  }

  /**
   * @param points demand points near which sites open and close; empty = all
   */
  void runAround(int[] points, int[] start, long moves, double heat, BooleanSupplier stop) {
    around = points;
    restart(start);
    best = start.clone();
    bestValue = value;
    double temperature = heat * typicalChange();
    double cooling = Math.pow(COLDEST, 1.0 / Math.max(1, moves / 1000));
    for (long k = 0; k < moves; k++) {
      if (k % 1000 == 999) {
        temperature *= cooling;
        if (stop.getAsBoolean()) {
          return;
        }
      }
      draw();
      if (moveIn < 0 && moveOut < 0) {
        continue;
      }
      double change = change();
      if (change <= 0
          || change < 15 * temperature && random.nextDouble() < Math.exp(-change / temperature)) {
        move();
        value += change;
        if (value < bestValue - 1e-9 * Math.abs(bestValue)) {
          bestValue = value;
          best = Arrays.copyOf(siteIn, count);
        }
      }
    }
  }

  private void restart(int[] start) {
    Arrays.fill(open, false);
    Arrays.fill(loss, 0);
    count = start.length;
    value = 0;
    for (int slot = 0; slot < count; slot++) {
      open[start[slot]] = true;
      slotOf[start[slot]] = slot;
      siteIn[slot] = start[slot];
      value += fixedCost[start[slot]];
    }
    for (int i = 0; i < costs.users; i++) {
      findTwoNearest(i);
      value += d1[i];
    }
  }

  private double typicalChange() {
    double sum = 0;
    int drawn = 0;
    for (int k = 0; k < SAMPLED; k++) {
      draw();
      if (moveIn >= 0 || moveOut >= 0) {
        sum += Math.abs(change());
        drawn++;
      }
    }
    return Math.max(1e-9, sum / Math.max(1, drawn));
  }

  /** A site near a random point, in place of the one that serves it or of any. */
  private void draw() {
    int i = drawPoint();
    moveIn = -1;
    moveOut = -1;
    if (costs.start[i] == costs.start[i + 1]) {
      return;
    }
    int near = Vicinity.near(costs, i, Vicinity.reach(costs, count));
    int in = costs.site[costs.start[i] + random.nextInt(near)];
    int any = drawOpen();
    int out = first[i] >= 0 && random.nextInt(8) > 0 ? first[i] : any;
    int kind = countMayChange ? random.nextInt(4) : 3;
    if (kind == 0 && !open[in] && count < width) {
      moveIn = in;
    } else if (kind == 1 && count > 1) {
      moveOut = out;
    } else if (kind > 1 && !open[in]) {
      moveIn = in;
      moveOut = out;
    }
  }

  private int drawPoint() {
    return around.length == 0 ? random.nextInt(costs.users) : around[random.nextInt(around.length)];
  }

  /** Any open site; in a part of the model, one that serves a point of it. */
  private int drawOpen() {
    for (int tries = 0; around.length > 0 && tries < 10; tries++) {
      int j = first[drawPoint()];
      if (j >= 0) {
        return j;
      }
    }
    return siteIn[random.nextInt(count)];
  }

  private double change() {
    double change = 0;
    if (moveOut >= 0) {
      change += loss[moveOut] - fixedCost[moveOut];
    }
    if (moveIn >= 0) {
      change += fixedCost[moveIn];
      for (int e = costs.siteStart[moveIn]; e < costs.siteStart[moveIn + 1]; e++) {
        int i = costs.user[e];
        double now = first[i] == moveOut && moveOut >= 0 ? d2[i] : d1[i];
        double c = costs.userCost[e];
        change -= c < now ? now - c : 0;
      }
    }
    return change;
  }

  private void move() {
    if (moveIn >= 0) {
      open[moveIn] = true;
      loss[moveIn] = 0;
      slotOf[moveIn] = count;
      siteIn[count++] = moveIn;
    }
    if (moveOut >= 0) {
      open[moveOut] = false;
      int slot = slotOf[moveOut];
      siteIn[slot] = siteIn[--count];
      slotOf[siteIn[slot]] = slot;
      for (int e = costs.siteStart[moveOut]; e < costs.siteStart[moveOut + 1]; e++) {
        int i = costs.user[e];
        if (first[i] == moveOut || second[i] == moveOut) {
          forget(i);
          findTwoNearest(i);
        }
      }
    }
    if (moveIn >= 0) {
      for (int e = costs.siteStart[moveIn]; e < costs.siteStart[moveIn + 1]; e++) {
        if (costs.userCost[e] < d2[costs.user[e]]) {
          meet(costs.user[e], moveIn, costs.userCost[e]);
        }
      }
    }
  }

  /** A site that has opened comes into point i's two nearest. */
  private void meet(int i, int in, double c) {
    if (first[i] == in || second[i] == in) {
      return;
    }
    forget(i);
    if (c < d1[i]) {
      second[i] = first[i];
      d2[i] = d1[i];
      first[i] = in;
      d1[i] = c;
    } else {
      second[i] = in;
      d2[i] = c;
    }
    remember(i);
  }

  private void forget(int i) {
    if (first[i] >= 0) {
      loss[first[i]] -= d2[i] - d1[i];
    }
  }

  private void remember(int i) {
    if (first[i] >= 0) {
      loss[first[i]] += d2[i] - d1[i];
    }
  }

  private void findTwoNearest(int i) {
    first[i] = -1;
    second[i] = -1;
    d1[i] = costs.outsideCost[i];
    d2[i] = costs.outsideCost[i];
    for (int e = costs.start[i]; e < costs.start[i + 1]; e++) {
      if (costs.cost[e] >= costs.outsideCost[i]) {
        break;
      }
      if (open[costs.site[e]]) {
        if (first[i] < 0) {
          first[i] = costs.site[e];
          d1[i] = costs.cost[e];
        } else {
          second[i] = costs.site[e];
          d2[i] = costs.cost[e];
          break;
        }
      }
    }
    remember(i);
  }
}
