package org.kiungo.planner.place.location.assignment;

import java.util.Arrays;
import org.kiungo.planner.place.location.problem.CapacitatedModel;
import org.kiungo.planner.place.location.problem.Ranking;

/**
 * Whole demand points assigned to sites with capacity, kept up to date move by move: a site is open
 * while it serves somebody. Overload is allowed at a price per unit, so that a search may cross
 * what does not fit.
 */
final class SingleSourceAssignment {

  final int n;
  final int m;
  final int p;

  /** cost[i · m + j] of serving demand point i from site j. */
  final double[] cost;

  final double[] demand;
  final double[] capacity;
  final double[] fixedCost;

  /** near[i · m + k] = k-th cheapest site of demand point i. */
  final int[] near;

  final int[] siteOf;
  final double[] load;
  final int[] members;
  private final int[] first;
  private final int[] next;
  private final int[] before;
  int openCount;
  double overloadPrice;

  SingleSourceAssignment(CapacitatedModel model) {
    double[][] c = model.matrix();
    this.n = c.length;
    this.m = model.capacity().length;
    this.p = model.p();
    this.cost = new double[n * m];
    this.near = new int[n * m];
    this.demand = model.demand();
    this.capacity = model.capacity();
    this.fixedCost = model.fixedCost();
    Ranking ranking = new Ranking(m);
    for (int i = 0; i < n; i++) {
      System.arraycopy(c[i], 0, cost, i * m, m);
      System.arraycopy(ranking.ascending(c[i], m), 0, near, i * m, m);
    }
    this.siteOf = new int[n];
    this.load = new double[m];
    this.members = new int[m];
    this.first = new int[m];
    this.next = new int[n];
    this.before = new int[n];
    clear();
  }

  /** Nobody is assigned. */
  void clear() {
    Arrays.fill(siteOf, -1);
    Arrays.fill(load, 0);
    Arrays.fill(members, 0);
    Arrays.fill(first, -1);
    openCount = 0;
  }

  void restore(int[] assignment) {
    clear();
    for (int i = 0; i < n; i++) {
      put(i, assignment[i]);
    }
  }

  /** First demand point of site j, −1 when it has none; {@link #next} leads to the others. */
  int first(int j) {
    return first[j];
  }

  int next(int i) {
    return next[i];
  }

  /** The demand points of site j, written to {@code list}; returns how many. */
  int list(int j, int[] list, int from) {
    int count = from;
    for (int i = first[j]; i >= 0; i = next[i]) {
      list[count++] = i;
    }
    return count;
  }

  void put(int i, int j) {
    siteOf[i] = j;
    load[j] += demand[i];
    openCount += members[j]++ == 0 ? 1 : 0;
    next[i] = first[j];
    before[i] = -1;
    if (first[j] >= 0) {
      before[first[j]] = i;
    }
    first[j] = i;
  }

  void take(int i) {
    int j = siteOf[i];
    siteOf[i] = -1;
    openCount -= --members[j] == 0 ? 1 : 0;
    load[j] = members[j] == 0 ? 0 : load[j] - demand[i];
    if (before[i] < 0) {
      first[j] = next[i];
    } else {
      next[before[i]] = next[i];
    }
    if (next[i] >= 0) {
      before[next[i]] = before[i];
    }
  }

  void move(int i, int j) {
    take(i);
    put(i, j);
  }

  /** What serving i from j costs on top: pair, opening and overload. */
  double adding(int i, int j) {
    return cost[i * m + j]
        + (members[j] == 0 ? fixedCost[j] : 0)
        + overloadPrice * (over(j, load[j] + demand[i]) - over(j, load[j]));
  }

  double over(int j, double withLoad) {
    return Math.max(0, withLoad - capacity[j]);
  }

  /** Cost of sites and pairs, overload aside. */
  double spent() {
    double total = 0;
    for (int j = 0; j < m; j++) {
      total += members[j] > 0 ? fixedCost[j] : 0;
    }
    for (int i = 0; i < n; i++) {
      total += cost[i * m + siteOf[i]];
    }
    return total;
  }

  double overload() {
    double total = 0;
    for (int j = 0; j < m; j++) {
      total += over(j, load[j]);
    }
    return total <= 1e-9 ? 0 : total;
  }
}
