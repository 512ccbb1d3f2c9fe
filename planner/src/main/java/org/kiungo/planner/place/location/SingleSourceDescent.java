package org.kiungo.planner.place.location;

import java.util.Arrays;

/**
 * Assignment of whole demand points to open sites, improved by shift (one point to another site),
 * swap (two points change sites) and site replacement (all points of one site to a closed one).
 * Overload is allowed at a price per unit that rises until there is none.
 *
 * <p>Complexity: O(n² + n·m) per pass. Guarantee: none; a local optimum of the three moves.
 */
final class SingleSourceDescent {

  private final double[][] c;
  private final double[] demand;
  private final double[] capacity;
  private final double[] fixedCost;
  private final int p;
  private final int n;
  private final int m;
  final int[] siteOf;
  private final double[] load;
  final boolean[] open;
  private final int[] members;
  private int openCount;
  private double overloadPrice;

  SingleSourceDescent(CapacitatedModel model) {
    this.c = model.matrix();
    this.demand = model.demand();
    this.capacity = model.capacity();
    this.fixedCost = model.fixedCost();
    this.p = model.p();
    this.n = c.length;
    this.m = capacity.length;
    this.siteOf = new int[n];
    this.load = new double[m];
    this.open = new boolean[m];
    this.members = new int[m];
  }

  /** Assigns everybody to the given sites, dearest loss first, and descends. */
  double build(boolean[] sites, double startPrice) {
    System.arraycopy(sites, 0, open, 0, m);
    Arrays.fill(load, 0);
    Arrays.fill(members, 0);
    openCount = 0;
    for (boolean o : open) {
      openCount += o ? 1 : 0;
    }
    overloadPrice = startPrice;
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(demand[b], demand[a]));
    for (int i : order) {
      int best = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int j = 0; j < m; j++) {
        double cost = open[j] ? c[i][j] + overloadPrice * overload(j, demand[i]) : least;
        if (cost < least) {
          least = cost;
          best = j;
        }
      }
      put(i, best);
    }
    return descend();
  }

  /** Takes over an assignment as it is. */
  void restore(int[] assignment, boolean[] sites) {
    System.arraycopy(sites, 0, open, 0, m);
    Arrays.fill(load, 0);
    Arrays.fill(members, 0);
    openCount = 0;
    for (boolean o : open) {
      openCount += o ? 1 : 0;
    }
    for (int i = 0; i < n; i++) {
      put(i, assignment[i]);
    }
  }

  /** Descends with a rising price of overload; infinite when overload remains. */
  double descend() {
    for (int rise = 0; rise < 12; rise++) {
      boolean moved = true;
      while (moved) {
        moved = shiftAll();
        moved |= swapAll();
        moved |= !moved && replaceSite();
      }
      if (!overloaded()) {
        return value();
      }
      overloadPrice *= 2;
    }
    return Double.POSITIVE_INFINITY;
  }

  void setOverloadPrice(double price) {
    overloadPrice = price;
  }

  /** Closes site a, opens b and moves each of a's points where it costs least. */
  void exchange(int a, int b) {
    open[b] = true;
    open[a] = false;
    for (int i = 0; i < n; i++) {
      if (siteOf[i] == a) {
        take(i);
        int best = b;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < m; j++) {
          double cost = open[j] ? c[i][j] + overloadPrice * overload(j, demand[i]) : least;
          if (cost < least) {
            least = cost;
            best = j;
          }
        }
        put(i, best);
      }
    }
  }

  /** Moves demand point i to site j, open or not. */
  void move(int i, int j) {
    take(i);
    put(i, j);
    if (!open[j]) {
      open[j] = true;
      openCount++;
    }
  }

  double value() {
    double total = 0;
    for (int j = 0; j < m; j++) {
      total += open[j] && members[j] > 0 ? fixedCost[j] : 0;
    }
    for (int i = 0; i < n; i++) {
      total += c[i][siteOf[i]];
    }
    return total;
  }

  private boolean overloaded() {
    for (int j = 0; j < m; j++) {
      if (load[j] > capacity[j] + 1e-9) {
        return true;
      }
    }
    return false;
  }

  private double overload(int j, double change) {
    return Math.max(0, load[j] + change - capacity[j]) - Math.max(0, load[j] - capacity[j]);
  }

  private void put(int i, int j) {
    siteOf[i] = j;
    load[j] += demand[i];
    members[j]++;
  }

  private void take(int i) {
    load[siteOf[i]] -= demand[i];
    members[siteOf[i]]--;
  }

  private boolean shiftAll() {
    boolean moved = false;
    for (int i = 0; i < n; i++) {
      int a = siteOf[i];
      double leaving =
          -c[i][a] + overloadPrice * overload(a, -demand[i]) - (members[a] == 1 ? fixedCost[a] : 0);
      int best = -1;
      double least = -1e-7;
      for (int j = 0; j < m; j++) {
        if (j == a || !open[j] && (openCount >= p && members[a] > 1)) {
          continue;
        }
        double change =
            leaving
                + c[i][j]
                + (members[j] == 0 ? fixedCost[j] : 0)
                + overloadPrice * overload(j, demand[i]);
        if (change < least) {
          least = change;
          best = j;
        }
      }
      if (best >= 0) {
        take(i);
        closeIfEmpty(a);
        if (!open[best]) {
          open[best] = true;
          openCount++;
        }
        put(i, best);
        moved = true;
      }
    }
    return moved;
  }

  private void closeIfEmpty(int a) {
    if (members[a] == 0) {
      open[a] = false;
      openCount--;
    }
  }

  private boolean swapAll() {
    boolean moved = false;
    for (int i = 0; i < n; i++) {
      for (int k = i + 1; k < n; k++) {
        int a = siteOf[i];
        int b = siteOf[k];
        if (a == b) {
          continue;
        }
        double change = c[i][b] + c[k][a] - c[i][a] - c[k][b];
        double more = demand[k] - demand[i];
        if (more != 0) {
          change += overloadPrice * (overload(a, more) + overload(b, -more));
        }
        if (change < -1e-7) {
          take(i);
          take(k);
          put(i, b);
          put(k, a);
          moved = true;
        }
      }
    }
    return moved;
  }

  /** All points of the open site a to the closed site b, best pair; true when one helps. */
  private boolean replaceSite() {
    double[][] sum = new double[m][];
    for (int i = 0; i < n; i++) {
      int a = siteOf[i];
      if (sum[a] == null) {
        sum[a] = new double[m];
      }
      for (int b = 0; b < m; b++) {
        sum[a][b] += c[i][b] - c[i][a];
      }
    }
    double least = -1e-7;
    int from = -1;
    int to = -1;
    for (int a = 0; a < m; a++) {
      for (int b = 0; sum[a] != null && b < m; b++) {
        if (!open[b]) {
          double change =
              sum[a][b]
                  + fixedCost[b]
                  - fixedCost[a]
                  + overloadPrice
                      * (Math.max(0, load[a] - capacity[b]) - Math.max(0, load[a] - capacity[a]));
          if (change < least) {
            least = change;
            from = a;
            to = b;
          }
        }
      }
    }
    if (from < 0) {
      return false;
    }
    open[to] = true;
    open[from] = false;
    for (int i = 0; i < n; i++) {
      if (siteOf[i] == from) {
        take(i);
        put(i, to);
      }
    }
    return true;
  }
}
