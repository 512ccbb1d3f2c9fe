package org.kiungo.planner.place.location.assignment;

import org.kiungo.planner.place.location.problem.Ranking;

/**
 * The demand points of two sites shared out anew between them at least cost: a knapsack over the
 * load of one site, solved by lists of (load, cost) as Nemhauser and Ullmann do, cut off by the
 * bound that the best price of load gives. It contains every shift and every exchange of any number
 * of points between the two, and closing either.
 *
 * <p>Complexity: O(k log k) where the bound shows that nothing is gained, which is the rule; else
 * O(k · list). Guarantee: best for the two sites while no list outgrows {@value #LONGEST}.
 *
 * @see <a href="https://doi.org/10.1287/mnsc.15.9.494">Nemhauser and Ullmann 1969</a>
 */
final class TwoSites {

  /** More free points than this are not looked at together: those with least to decide stay. */
  private static final int MOST_FREE = 62;

  private static final int LONGEST = 3000;

  private final SingleSourceAssignment at;
  private final int[] point;
  private final double[] change;
  private final double[] weight;
  private final double[] key;
  private final double[] rest;
  private final int[] order;
  private final Ranking ranking;
  private double[] load = new double[2 * LONGEST + 2];
  private double[] cost = new double[2 * LONGEST + 2];
  private long[] chosen = new long[2 * LONGEST + 2];
  private double[] nextLoad = new double[2 * LONGEST + 2];
  private double[] nextCost = new double[2 * LONGEST + 2];
  private long[] nextChosen = new long[2 * LONGEST + 2];
  private int length;
  private int a;
  private int b;
  private int count;
  private int free;
  private double total;
  private double all;
  private double price;
  private double constant;

  TwoSites(SingleSourceAssignment at) {
    this.at = at;
    this.point = new int[at.n];
    this.change = new double[at.n];
    this.weight = new double[at.n];
    this.key = new double[at.n];
    this.rest = new double[at.n + 1];
    this.order = new int[at.n];
    this.ranking = new Ranking(at.n);
  }

  /** Shares the points of a and b out anew; returns what was gained, 0 when nothing changed. */
  double share(int siteA, int siteB) {
    a = siteA;
    b = siteB;
    double now = gather();
    double least = now - 1e-7 * Math.max(1, Math.abs(now));
    int together = -1;
    double allAtA = all + worth(total, true, false);
    double allAtB = worth(0, false, true);
    if (Math.min(allAtA, allAtB) < least) {
      least = Math.min(allAtA, allAtB);
      together = allAtA < allAtB ? a : b;
    }
    boolean both = at.members[a] > 0 && at.members[b] > 0 || at.openCount < at.p;
    int state = both && count > 1 ? search(least) : -1;
    if (state >= 0) {
      least = cost[state] + worth(load[state], true, true);
      move(state);
    } else if (together >= 0) {
      for (int k = 0; k < count; k++) {
        moveTo(point[k], together);
      }
    } else {
      return 0;
    }
    return now - least;
  }

  /** Costs relative to "all at b"; returns what the sharing of now costs. */
  private double gather() {
    count = at.list(b, point, at.list(a, point, 0));
    total = at.load[a] + at.load[b];
    all = 0;
    double now = worth(at.load[a], at.members[a] > 0, at.members[b] > 0);
    for (int k = 0; k < count; k++) {
      int i = point[k];
      change[k] = at.cost[i * at.m + a] - at.cost[i * at.m + b];
      weight[k] = at.demand[i];
      all += change[k];
      now += at.siteOf[i] == a ? change[k] : 0;
    }
    return now;
  }

  /** Fixed costs and overload when a carries so much. */
  private double worth(double loadOfA, boolean openA, boolean openB) {
    return (openA ? at.fixedCost[a] : 0)
        + (openB ? at.fixedCost[b] : 0)
        + at.overloadPrice * (at.over(a, loadOfA) + at.over(b, total - loadOfA));
  }

  /** Position of the cheapest sharing with both open that costs less than the goal; −1 = none. */
  private int search(double goal) {
    price();
    arrange();
    if (cost[0] + price * load[0] + rest[0] + constant >= goal) {
      return -1;
    }
    double narrowed = goal;
    for (int k = 0; k < free && length > 0; k++) {
      narrowed = extend(k, narrowed);
    }
    int best = -1;
    double least = goal;
    for (int s = 0; s < length; s++) {
      if (load[s] > 0 && load[s] < total * (1 - 1e-9)) {
        double reached = cost[s] + worth(load[s], true, true);
        if (reached < least) {
          least = reached;
          best = s;
        }
      }
    }
    return best;
  }

  /**
   * The price of load at a (negative: a subsidy) at which the bound on all sharings is best.
   * Overload costs at least price · (load − high) and −price · (low − load).
   */
  private void price() {
    double most = at.capacity[a];
    double least = total - at.capacity[b];
    double low = Math.min(most, least);
    double high = Math.max(most, least);
    double carried = 0;
    for (int k = 0; k < count; k++) {
      carried += change[k] < 0 ? weight[k] : 0;
      key[k] = -change[k] / weight[k];
    }
    price = 0;
    if (carried > high || carried < low) {
      int[] byRatio = ranking.ascending(key, count);
      for (int r = 0; r < count && carried > high; r++) {
        if (key[byRatio[r]] > 0) {
          price = key[byRatio[r]];
          carried -= weight[byRatio[r]];
        }
      }
      for (int r = count - 1; r >= 0 && carried < low && price <= 0; r--) {
        if (key[byRatio[r]] <= 0) {
          price = key[byRatio[r]];
          carried += weight[byRatio[r]];
        }
      }
    }
    price = Math.max(-at.overloadPrice, Math.min(at.overloadPrice, price));
    constant =
        at.fixedCost[a]
            + at.fixedCost[b]
            + at.overloadPrice * Math.max(0, least - most)
            - price * (price > 0 ? high : low);
  }

  /** Decisive points first; rest[k] = least that the points from k on may cost at the price. */
  private void arrange() {
    for (int k = 0; k < count; k++) {
      key[k] = -Math.abs(change[k] + price * weight[k]);
    }
    System.arraycopy(ranking.ascending(key, count), 0, order, 0, count);
    free = count;
    length = 1;
    load[0] = 0;
    cost[0] = 0;
    chosen[0] = 0;
    if (count > MOST_FREE) {
      int fixed = count - MOST_FREE;
      for (int k = 0; k < fixed; k++) {
        if (at.siteOf[point[order[k]]] == a) {
          load[0] += weight[order[k]];
          cost[0] += change[order[k]];
        }
      }
      System.arraycopy(order, fixed, order, 0, MOST_FREE);
      free = MOST_FREE;
    }
    rest[free] = 0;
    for (int k = free - 1; k >= 0; k--) {
      rest[k] = rest[k + 1] + Math.min(0, change[order[k]] + price * weight[order[k]]);
    }
  }

  /** Every state with and without the point, by load; drops what cannot beat the goal. */
  private double extend(int k, double goal) {
    double w = weight[order[k]];
    double c = change[order[k]];
    double after = rest[k + 1] + constant;
    int without = 0;
    int with = 0;
    int made = 0;
    while (without < length || with < length) {
      boolean takes = without == length || with < length && load[with] + w < load[without];
      int from = takes ? with++ : without++;
      double newLoad = takes ? load[from] + w : load[from];
      double newCost = takes ? cost[from] + c : cost[from];
      if (newCost + price * newLoad + after >= goal) {
        continue;
      }
      int slot = made > 0 && nextLoad[made - 1] == newLoad ? made - 1 : made;
      if (slot == made || newCost < nextCost[slot]) {
        nextLoad[slot] = newLoad;
        nextCost[slot] = newCost;
        nextChosen[slot] = takes ? chosen[from] | 1L << k : chosen[from];
        made = Math.max(made, slot + 1);
      }
    }
    swapLists();
    length = made;
    double narrower = goal;
    while (length > LONGEST) {
      narrower = narrow(after, narrower);
    }
    return narrower;
  }

  /** Lowers the goal half way to the most promising state and drops what no longer beats it. */
  private double narrow(double after, double goal) {
    double least = goal;
    for (int s = 0; s < length; s++) {
      least = Math.min(least, cost[s] + price * load[s] + after);
    }
    double lower = (least + goal) / 2;
    int kept = 0;
    for (int s = 0; s < length; s++) {
      boolean keep = cost[s] + price * load[s] + after < lower;
      if (lower >= goal - 1e-12 * Math.abs(goal)) {
        keep = kept < LONGEST;
      }
      if (keep) {
        load[kept] = load[s];
        cost[kept] = cost[s];
        chosen[kept++] = chosen[s];
      }
    }
    length = kept;
    return lower;
  }

  private void swapLists() {
    double[] swapped = load;
    load = nextLoad;
    nextLoad = swapped;
    swapped = cost;
    cost = nextCost;
    nextCost = swapped;
    long[] marks = chosen;
    chosen = nextChosen;
    nextChosen = marks;
  }

  private void move(int state) {
    for (int k = 0; k < free; k++) {
      moveTo(point[order[k]], (chosen[state] >> k & 1) == 1 ? a : b);
    }
  }

  private void moveTo(int i, int site) {
    if (at.siteOf[i] != site) {
      at.move(i, site);
    }
  }
}
