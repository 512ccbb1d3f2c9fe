package org.kiungo.planner.place;

import java.util.Arrays;

/**
 * Who is served from where once services stand at sites: each demand point takes its most valuable
 * open sites with room, as many as copies are asked for and no two in one country, grid or cable,
 * or none. Demand points with most people go first where capacity is short.
 */
final class Serving {

  private final Hosting hosting;
  private final Integer[] order;

  /** taken[q] = positions in allowed[q] that serve demand point q; empty when unserved. */
  final int[][] taken;

  final double[][] loadMbps;
  double value;

  Serving(Hosting hosting) {
    this.hosting = hosting;
    this.order = new Integer[hosting.demandPoints()];
    Arrays.setAll(order, q -> q);
    Arrays.sort(
        order,
        java.util.Comparator.comparingDouble(
                (Integer q) -> -hosting.people[q] / hosting.demandMbps[q])
            .thenComparingDouble(q -> -hosting.people[q]));
    this.taken = new int[hosting.demandPoints()][];
    this.loadMbps = new double[hosting.services][hosting.sites];
  }

  /** Serves everybody it can from placed[k][j]; returns the value. */
  double serve(boolean[][] placed) {
    value = 0;
    for (double[] load : loadMbps) {
      Arrays.fill(load, 0);
    }
    for (int q : order) {
      value += serve(q, placed);
    }
    return value;
  }

  private double serve(int q, boolean[][] placed) {
    int k = hosting.serviceOf[q];
    int need = hosting.copies[k];
    int[] found = new int[need];
    int count = 0;
    double worth = 0;
    int[] allowed = hosting.allowed[q];
    for (int x = 0; x < allowed.length && count < need; x++) {
      int j = allowed[x];
      if (placed[k][j]
          && loadMbps[k][j] + hosting.demandMbps[q] <= hosting.capacityMbps[k] + 1e-9
          && !sameGroup(q, found, count, j)) {
        found[count++] = x;
        worth += hosting.worth[q][x];
      }
    }
    if (count < need) {
      taken[q] = new int[0];
      return 0;
    }
    taken[q] = found;
    for (int x : found) {
      loadMbps[k][allowed[x]] += hosting.demandMbps[q];
    }
    return worth;
  }

  private boolean sameGroup(int q, int[] found, int count, int j) {
    int[] groups = hosting.groupOf[hosting.serviceOf[q]];
    for (int c = 0; c < count; c++) {
      if (groups[hosting.allowed[q][found[c]]] == groups[j]) {
        return true;
      }
    }
    return false;
  }
}
