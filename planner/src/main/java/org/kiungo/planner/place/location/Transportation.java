package org.kiungo.planner.place.location;

import java.util.Arrays;

/**
 * Cheapest way to share demand out among open sites with capacity (transportation problem), by
 * successive shortest augmenting paths over the sites: a demand point's next unit goes to a site
 * with room, directly or by pushing others' demand from site to site.
 *
 * <p>Complexity: O(augmentations · (n·m + m³)). Guarantee: exact.
 *
 * @see <a href="https://doi.org/10.1145/321694.321699">Edmonds and Karp 1972</a>
 */
final class Transportation {

  private final double[][] unitCost;
  private final double[] demand;
  private final double[] capacity;
  private final int n;
  private final int m;

  Transportation(CapacitatedModel model) {
    double[][] c = model.matrix();
    this.demand = model.demand();
    this.capacity = model.capacity();
    this.n = c.length;
    this.m = capacity.length;
    this.unitCost = new double[n][m];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        unitCost[i][j] = c[i][j] / demand[i];
      }
    }
  }

  /**
   * @param flow filled: flow[i][j] = demand of i served from j
   * @return total cost; infinite when the open sites have too little room
   */
  double solve(boolean[] open, double[][] flow) {
    double room = 0;
    for (int j = 0; j < m; j++) {
      room += open[j] ? capacity[j] : 0;
    }
    if (room < Arrays.stream(demand).sum() - 1e-9) {
      return Double.POSITIVE_INFINITY;
    }
    double[] left = capacity.clone();
    for (double[] row : flow) {
      Arrays.fill(row, 0);
    }
    for (int i = 0; i < n; i++) {
      double need = demand[i];
      while (need > 1e-9) {
        double sent = augment(i, need, open, left, flow);
        if (sent <= 0) {
          return Double.POSITIVE_INFINITY;
        }
        need -= sent;
      }
    }
    double total = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        total += flow[i][j] * unitCost[i][j];
      }
    }
    return total;
  }

  /** Bellman and Ford over the sites, then one push along the cheapest path. */
  private double augment(int i, double need, boolean[] open, double[] left, double[][] flow) {
    double[][] push = new double[m][m];
    int[][] by = new int[m][m];
    for (double[] row : push) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    for (int k = 0; k < n; k++) {
      for (int a = 0; a < m; a++) {
        for (int b = 0; flow[k][a] > 1e-9 && b < m; b++) {
          double change = unitCost[k][b] - unitCost[k][a];
          if (open[b] && change < push[a][b]) {
            push[a][b] = change;
            by[a][b] = k;
          }
        }
      }
    }
    double[] distance = new double[m];
    int[] before = new int[m];
    for (int j = 0; j < m; j++) {
      distance[j] = open[j] ? unitCost[i][j] : Double.POSITIVE_INFINITY;
      before[j] = -1;
    }
    boolean shorter = true;
    for (int round = 0; shorter && round < m; round++) {
      shorter = false;
      for (int a = 0; a < m; a++) {
        for (int b = 0; distance[a] < Double.POSITIVE_INFINITY && b < m; b++) {
          if (a != b && distance[a] + push[a][b] < distance[b] - 1e-9) {
            distance[b] = distance[a] + push[a][b];
            before[b] = a;
            shorter = true;
          }
        }
      }
    }
    int end = -1;
    for (int j = 0; j < m; j++) {
      if (left[j] > 1e-9 && (end < 0 || distance[j] < distance[end])) {
        end = open[j] ? j : end;
      }
    }
    return end < 0 ? 0 : send(i, Math.min(need, left[end]), end, before, by, left, flow);
  }

  private double send(
      int i, double most, int end, int[] before, int[][] by, double[] left, double[][] flow) {
    double amount = most;
    int length = 0;
    for (int b = end; before[b] >= 0; b = before[b]) {
      amount = Math.min(amount, flow[by[before[b]][b]][before[b]]);
      if (++length > m) {
        return 0;
      }
    }
    int b = end;
    while (before[b] >= 0) {
      int a = before[b];
      int k = by[a][b];
      flow[k][a] -= amount;
      flow[k][b] += amount;
      b = a;
    }
    flow[i][b] += amount;
    left[end] -= amount;
    return amount;
  }
}
