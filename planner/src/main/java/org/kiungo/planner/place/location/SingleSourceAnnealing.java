package org.kiungo.planner.place.location;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Simulated annealing of an assignment of whole demand points to sites: shift, swap, and moves of
 * whole sites (close one, open one, exchange two). A site is open while it serves somebody.
 * Overload is allowed at a price that rises while the search stays overloaded and falls while it
 * does not, so that it works along the edge of what fits.
 *
 * <p>Complexity: O(1) per shift or swap, O(n·m) per move of a site. Guarantee: none.
 *
 * @see <a href="https://doi.org/10.1126/science.220.4598.671">Kirkpatrick, Gelatt and Vecchi
 *     1983</a>
 */
final class SingleSourceAnnealing {

  private static final int LEVELS = 8;
  private static final int MOVES_PER_POINT = 8;
  private static final double COOLING = 0.5;

  /** Share of the value by which a worse assignment may be taken at first. */
  private static final double TOLERANCE = 0.006;

  private static final byte SHUT = 0;
  private static final byte OPEN = 1;
  private static final byte CLOSING = 2;

  private final int n;
  private final int m;
  private final int p;
  private final double[] cost;
  private final double[] demand;
  private final double[] capacity;
  private final double[] fixedCost;
  private final int[] near;
  private final int[] siteOf;
  private final double[] load;
  private final int[] members;
  private final byte[] state;
  private final double need;
  private int openCount;
  private double spent;
  private double overload;
  private double overloadPrice;
  private boolean sitesGiven;

  /** Best assignment without overload, and what it costs; infinite before the first. */
  final int[] best;

  double bestValue = Double.POSITIVE_INFINITY;

  SingleSourceAnnealing(CapacitatedModel model) {
    double[][] c = model.matrix();
    this.n = c.length;
    this.m = model.capacity().length;
    this.p = model.p();
    this.cost = new double[n * m];
    this.near = new int[n * m];
    this.demand = model.demand();
    this.capacity = model.capacity();
    this.fixedCost = model.fixedCost();
    for (int i = 0; i < n; i++) {
      System.arraycopy(c[i], 0, cost, i * m, m);
      Integer[] order = new Integer[m];
      Arrays.setAll(order, j -> j);
      double[] row = c[i];
      Arrays.sort(order, (a, b) -> Double.compare(row[a], row[b]));
      for (int k = 0; k < m; k++) {
        near[i * m + k] = order[k];
      }
    }
    this.siteOf = new int[n];
    this.load = new double[m];
    this.members = new int[m];
    this.state = new byte[m];
    this.need = Arrays.stream(demand).sum();
    this.best = new int[n];
  }

  /**
   * Perturbs the sites and settles the points again, {@code rounds} times.
   *
   * @param price of overload, per unit of demand
   */
  void search(int[] from, double price, int rounds, SplittableRandom random, BooleanSupplier stop) {
    start(from, price);
    double hottest = hottest(random);
    settle(hottest, random);
    int[] current = siteOf.clone();
    double currentValue = spent + overloadPrice * overload;
    for (int round = 0; round < rounds && !stop.getAsBoolean(); round++) {
      moveSites(random);
      settle(hottest, random);
      double reached = spent + overloadPrice * overload;
      double tolerance = TOLERANCE * bestOr(reached) * (1 - (double) round / rounds);
      if (reached <= currentValue - tolerance * Math.log(random.nextDouble() + 1e-300)) {
        System.arraycopy(siteOf, 0, current, 0, n);
        currentValue = reached;
      } else {
        start(current, overloadPrice);
      }
    }
  }

  /**
   * Assigns the points to exactly these sites, again and again from a random assignment, with
   * overload cheap, dear, and in between.
   *
   * @param sites that may serve
   * @param price of overload, per unit of demand
   */
  void assign(boolean[] sites, double price, int rounds, SplittableRandom random) {
    int[] open = new int[m];
    int count = 0;
    for (int j = 0; j < m; j++) {
      if (sites[j]) {
        open[count++] = j;
      }
    }
    int[] from = new int[n];
    for (int i = 0; i < n; i++) {
      from[i] = open[random.nextInt(count)];
    }
    start(from, price);
    double hottest = hottest(random);
    sitesGiven = true;
    for (int j = 0; j < m; j++) {
      state[j] = sites[j] ? OPEN : SHUT;
    }
    for (int round = 0; round < rounds; round++) {
      overloadPrice = price * (0.1 + 0.9 * random.nextDouble());
      settle(hottest, random);
    }
    sitesGiven = false;
  }

  private double bestOr(double value) {
    return bestValue < Double.POSITIVE_INFINITY ? bestValue : value;
  }

  /** Shifts and swaps from warm to cold. */
  private void settle(double hottest, SplittableRandom random) {
    double temperature = hottest;
    for (int level = 0; level < LEVELS; level++) {
      for (int move = 0; move < MOVES_PER_POINT * n; move++) {
        if ((move & 1) == 0) {
          shift(temperature, random);
        } else {
          swap(temperature, random);
        }
        if (overload <= 1e-9) {
          keep();
        }
      }
      temperature *= COOLING;
    }
  }

  private void start(int[] from, double price) {
    overloadPrice = price;
    Arrays.fill(load, 0);
    Arrays.fill(members, 0);
    System.arraycopy(from, 0, siteOf, 0, n);
    spent = 0;
    overload = 0;
    openCount = 0;
    for (int i = 0; i < n; i++) {
      int j = siteOf[i];
      spent += cost[i * m + j] + (members[j] == 0 ? fixedCost[j] : 0);
      openCount += members[j] == 0 ? 1 : 0;
      members[j]++;
      load[j] += demand[i];
    }
    for (int j = 0; j < m; j++) {
      overload += Math.max(0, load[j] - capacity[j]);
    }
  }

  /** Half of what a random shift to a worse place costs on average. */
  private double hottest(SplittableRandom random) {
    double sum = 0;
    int count = 0;
    for (int k = 0; k < 50 * n; k++) {
      int i = random.nextInt(n);
      int j = near[i * m + random.nextInt(Math.max(1, m / 3))];
      double dearer = cost[i * m + j] - cost[i * m + siteOf[i]];
      if (dearer > 0 && members[j] > 0) {
        sum += dearer;
        count++;
      }
    }
    return count == 0 ? 1 : 0.5 * sum / count;
  }

  private void keep() {
    if (spent < bestValue - 1e-9 * Math.max(1, spent)) {
      double total = 0;
      boolean[] used = new boolean[m];
      for (int i = 0; i < n; i++) {
        int j = siteOf[i];
        total += cost[i * m + j] + (used[j] ? 0 : fixedCost[j]);
        used[j] = true;
      }
      spent = total;
      if (total < bestValue) {
        bestValue = total;
        System.arraycopy(siteOf, 0, best, 0, n);
      }
    }
  }

  private void shift(double temperature, SplittableRandom random) {
    int i = random.nextInt(n);
    int a = siteOf[i];
    int width = random.nextBoolean() ? m : Math.max(2, m / 4);
    int j = near[i * m + random.nextInt(Math.min(m, width))];
    if (j == a
        || (sitesGiven ? state[j] != OPEN : members[j] == 0 && openCount >= p && members[a] > 1)) {
      return;
    }
    double opening = (members[j] == 0 ? fixedCost[j] : 0) - (members[a] == 1 ? fixedCost[a] : 0);
    double money = cost[i * m + j] - cost[i * m + a] + (sitesGiven ? 0 : opening);
    double more = more(a, -demand[i]) + more(j, demand[i]);
    if (accepted(money + overloadPrice * more, temperature, random)) {
      relocate(i, j);
    }
  }

  private void swap(double temperature, SplittableRandom random) {
    int i = random.nextInt(n);
    int k = random.nextInt(n);
    int a = siteOf[i];
    int b = siteOf[k];
    if (a == b) {
      return;
    }
    double money = cost[i * m + b] + cost[k * m + a] - cost[i * m + a] - cost[k * m + b];
    double change = demand[k] - demand[i];
    double more = more(a, change) + more(b, -change);
    if (accepted(money + overloadPrice * more, temperature, random)) {
      siteOf[i] = b;
      siteOf[k] = a;
      load[a] += change;
      load[b] -= change;
      spent += money;
      overload += more;
    }
  }

  /** Closes up to three sites, opens others until all demand fits in total, moves the points. */
  private void moveSites(SplittableRandom random) {
    double room = -need;
    for (int j = 0; j < m; j++) {
      state[j] = members[j] > 0 ? OPEN : SHUT;
      room += members[j] > 0 ? capacity[j] : 0;
    }
    int count = openCount;
    int closing = Math.min(count, random.nextInt(4));
    for (int k = 0; k < closing; k++) {
      int a = siteOf[random.nextInt(n)];
      if (state[a] == OPEN) {
        state[a] = CLOSING;
        room -= capacity[a];
        count--;
      }
    }
    boolean another = closing == 0 || random.nextInt(4) == 0;
    for (int tries = 0; tries < 4 * m && count < p && (room < 0 || another); tries++) {
      int b = random.nextInt(m);
      if (state[b] == SHUT) {
        state[b] = OPEN;
        another = false;
        room += capacity[b];
        count++;
      }
    }
    for (int i = 0; i < n; i++) {
      int a = siteOf[i];
      int j = cheapest(i);
      if (j >= 0 && j != a && (state[a] == CLOSING || worthMoving(i, a, j))) {
        relocate(i, j);
      }
    }
  }

  private boolean worthMoving(int i, int a, int j) {
    double more = more(a, -demand[i]) + more(j, demand[i]);
    return cost[i * m + j] - cost[i * m + a] + overloadPrice * more < 0;
  }

  private int cheapest(int i) {
    int found = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int j = 0; j < m; j++) {
      if (state[j] == OPEN) {
        double price = cost[i * m + j] + overloadPrice * (j == siteOf[i] ? 0 : more(j, demand[i]));
        if (price < least) {
          least = price;
          found = j;
        }
      }
    }
    return found;
  }

  private void relocate(int i, int j) {
    int a = siteOf[i];
    double money =
        cost[i * m + j]
            - cost[i * m + a]
            + (members[j] == 0 ? fixedCost[j] : 0)
            - (members[a] == 1 ? fixedCost[a] : 0);
    put(i, j, money, more(a, -demand[i]) + more(j, demand[i]));
  }

  private void put(int i, int j, double money, double more) {
    int a = siteOf[i];
    openCount += (members[j] == 0 ? 1 : 0) - (members[a] == 1 ? 1 : 0);
    members[a]--;
    members[j]++;
    load[a] -= demand[i];
    load[j] += demand[i];
    siteOf[i] = j;
    spent += money;
    overload += more;
  }

  private double more(int j, double change) {
    double now = load[j] - capacity[j];
    return Math.max(0, now + change) - Math.max(0, now);
  }

  private static boolean accepted(double change, double temperature, SplittableRandom random) {
    return change <= 0
        || change < 12 * temperature && random.nextDouble() < Math.exp(-change / temperature);
  }
}
