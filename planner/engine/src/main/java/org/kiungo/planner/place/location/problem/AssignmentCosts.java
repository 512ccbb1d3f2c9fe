package org.kiungo.planner.place.location.problem;

import java.util.Arrays;

/**
 * Costs c_ij of serving demand point i from candidate site j, as one list per demand point in
 * ascending cost, with its transpose. A pair that is not listed is not allowed; a demand point
 * without an open listed site pays its outside cost.
 *
 * <p>Lists instead of a matrix, because every bound and every exchange only ever reads the cheap
 * end: a prefix of each list. Memory is 24 bytes per listed pair.
 */
public final class AssignmentCosts {

  public final int users;
  public final int sites;

  /** Entries of demand point i stand at start[i] … start[i + 1] − 1. */
  public final int[] start;

  public final int[] site;
  public final double[] cost;
  public final double[] outsideCost;

  /** Entries of site j stand at siteStart[j] … siteStart[j + 1] − 1, demand points ascending. */
  public final int[] siteStart;

  public final int[] user;
  public final double[] userCost;

  /** True when every cost is an integer, so that a bound may be rounded up. */
  public final boolean integral;

  /** True when nobody may be left outside: outside costs are then only large enough to price. */
  public final boolean everybody;

  private AssignmentCosts(
      int sites, int[] start, int[] site, double[] cost, double[] outsideCost, boolean everybody) {
    this.everybody = everybody;
    this.users = start.length - 1;
    this.sites = sites;
    this.start = start;
    this.site = site;
    this.cost = cost;
    this.outsideCost = outsideCost;
    for (int i = 0; i < users; i++) {
      sortList(i);
    }
    this.siteStart = new int[sites + 1];
    this.user = new int[site.length];
    this.userCost = new double[site.length];
    transpose();
    this.integral = isIntegral();
  }

  /**
   * Every site may serve every demand point.
   *
   * @param cost cost[i][j] ≥ 0, i = demand point, j = candidate site
   */
  public static AssignmentCosts ofMatrix(double[][] cost) {
    double[] weight = new double[cost.length];
    Arrays.fill(weight, 1);
    return ofMatrix(cost, weight);
  }

  /**
   * Every site may serve every demand point, at weight × distance.
   *
   * @param distance distance[i][j] ≥ 0, i = demand point, j = candidate site; infinite = not
   *     allowed
   * @param weight weight[i] ≥ 0
   */
  public static AssignmentCosts ofMatrix(double[][] distance, double[] weight) {
    int n = distance.length;
    int m = n == 0 ? 0 : distance[0].length;
    int[][] site = new int[n][];
    double[][] cost = new double[n][];
    for (int i = 0; i < n; i++) {
      int[] s = new int[m];
      double[] c = new double[m];
      int k = 0;
      for (int j = 0; j < m; j++) {
        if (distance[i][j] < Double.POSITIVE_INFINITY) {
          s[k] = j;
          c[k++] = weight[i] == 0 ? 0 : weight[i] * distance[i][j];
        }
      }
      site[i] = k == m ? s : Arrays.copyOf(s, k);
      cost[i] = k == m ? c : Arrays.copyOf(c, k);
    }
    return ofLists(m, site, cost, null);
  }

  /**
   * Only listed pairs are allowed.
   *
   * @param sites number of candidate sites
   * @param site site[i] = sites that may serve demand point i, in any order
   * @param cost cost[i][k] ≥ 0 of serving i from site[i][k]
   * @param outsideCost outsideCost[i] of leaving i unserved, or {@code null} when everybody must be
   *     served: then it is dearer than any complete service, or, when every pair is listed, as dear
   *     as i's dearest site (some site is always open)
   */
  public static AssignmentCosts ofLists(
      int sites, int[][] site, double[][] cost, double[] outsideCost) {
    return ofLists(sites, site, cost, outsideCost, outsideCost == null);
  }

  public static AssignmentCosts ofLists(
      int sites, int[][] site, double[][] cost, double[] outsideCost, boolean everybody) {
    int n = site.length;
    int[] start = new int[n + 1];
    for (int i = 0; i < n; i++) {
      start[i + 1] = Math.addExact(start[i], site[i].length);
    }
    int[] flatSite = new int[start[n]];
    double[] flatCost = new double[start[n]];
    double dearest = 0;
    boolean complete = true;
    for (int i = 0; i < n; i++) {
      System.arraycopy(site[i], 0, flatSite, start[i], site[i].length);
      System.arraycopy(cost[i], 0, flatCost, start[i], site[i].length);
      dearest += Arrays.stream(cost[i]).max().orElse(0);
      complete &= site[i].length == sites;
    }
    double[] outside = outsideCost;
    if (outside == null) {
      outside = new double[n];
      for (int i = 0; i < n; i++) {
        outside[i] =
            complete ? Arrays.stream(cost[i]).max().orElse(0) : Math.max(1, Math.ceil(dearest)) + 1;
      }
    }
    return new AssignmentCosts(sites, start, flatSite, flatCost, outside.clone(), everybody);
  }

  /** Number of demand points. */
  public int users() {
    return users;
  }

  /** Number of candidate sites. */
  public int sites() {
    return sites;
  }

  /** Cheapest open site of demand point i, or −1 when none is listed. */
  public int nearest(int i, boolean[] open) {
    for (int e = start[i]; e < start[i + 1] && cost[e] < outsideCost[i]; e++) {
      if (open[site[e]]) {
        return site[e];
      }
    }
    return lastResort(i, open);
  }

  /** An open site that costs exactly as much as the outside: served rather than left. */
  private int lastResort(int i, boolean[] open) {
    for (int e = start[i]; e < start[i + 1] && cost[e] <= outsideCost[i]; e++) {
      if (open[site[e]]) {
        return site[e];
      }
    }
    return -1;
  }

  /** Cost of serving i from j; the outside cost for j = −1; infinite when not listed. */
  public double cost(int i, int j) {
    if (j < 0) {
      return outsideCost[i];
    }
    int low = siteStart[j];
    int at = Arrays.binarySearch(user, low, siteStart[j + 1], i);
    return at < 0 ? Double.POSITIVE_INFINITY : userCost[at];
  }

  private void sortList(int i) {
    int low = start[i];
    int size = start[i + 1] - low;
    boolean sorted = true;
    for (int e = low + 1; e < low + size && sorted; e++) {
      sorted = cost[e - 1] < cost[e] || cost[e - 1] == cost[e] && site[e - 1] < site[e];
    }
    if (sorted) {
      return;
    }
    Integer[] order = new Integer[size];
    Arrays.setAll(order, k -> low + k);
    Arrays.sort(
        order,
        (a, b) -> {
          int byCost = Double.compare(cost[a], cost[b]);
          return byCost != 0 ? byCost : Integer.compare(site[a], site[b]);
        });
    int[] s = new int[size];
    double[] c = new double[size];
    for (int k = 0; k < size; k++) {
      s[k] = site[order[k]];
      c[k] = cost[order[k]];
    }
    System.arraycopy(s, 0, site, low, size);
    System.arraycopy(c, 0, cost, low, size);
  }

  private void transpose() {
    for (int j : site) {
      siteStart[j + 1]++;
    }
    for (int j = 0; j < sites; j++) {
      siteStart[j + 1] += siteStart[j];
    }
    int[] next = siteStart.clone();
    for (int i = 0; i < users; i++) {
      for (int e = start[i]; e < start[i + 1]; e++) {
        int at = next[site[e]]++;
        user[at] = i;
        userCost[at] = cost[e];
      }
    }
  }

  private boolean isIntegral() {
    for (double c : cost) {
      if (c != Math.rint(c)) {
        return false;
      }
    }
    for (double c : outsideCost) {
      if (c != Math.rint(c)) {
        return false;
      }
    }
    return true;
  }
}
