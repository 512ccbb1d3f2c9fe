package org.kiungo.planner.place.location.assignment;

import java.util.Arrays;
import org.kiungo.planner.place.location.problem.CapacitatedModel;

/**
 * Cheapest way to share demand out among open sites with capacity (transportation problem).
 *
 * <p>Complexity: that of {@link SplitAssignment}. Guarantee: exact.
 */
public final class Transportation {

  private final double[][] unitCost;
  private final double[] demand;
  private final double[] capacity;
  private final double dearest;

  public Transportation(CapacitatedModel model) {
    double[][] c = model.matrix();
    this.demand = model.demand();
    this.capacity = model.capacity();
    this.unitCost = new double[c.length][capacity.length];
    double most = 0;
    for (int i = 0; i < c.length; i++) {
      for (int j = 0; j < capacity.length; j++) {
        unitCost[i][j] = c[i][j] / demand[i];
        most = Math.max(most, unitCost[i][j]);
      }
    }
    this.dearest = most;
  }

  /**
   * @param flow filled: flow[i][j] = demand of i served from j
   * @return total cost; infinite when the open sites have too little room
   */
  public double solve(boolean[] open, double[][] flow) {
    int[] sites = java.util.stream.IntStream.range(0, open.length).filter(j -> open[j]).toArray();
    double[] room = Arrays.stream(sites).mapToDouble(j -> capacity[j]).toArray();
    if (Arrays.stream(room).sum() < Arrays.stream(demand).sum() - 1e-9) {
      return Double.POSITIVE_INFINITY;
    }
    SplitAssignment split = new SplitAssignment(room, everySite(sites.length), worth(sites));
    double total = 0;
    for (int i = 0; i < demand.length; i++) {
      if (split.bringIn(i, demand[i]) < demand[i] - 1e-6 * Math.max(1, demand[i])) {
        return Double.POSITIVE_INFINITY;
      }
    }
    for (int i = 0; i < demand.length; i++) {
      Arrays.fill(flow[i], 0);
      for (int e = 0; e < sites.length; e++) {
        flow[i][sites[e]] = split.flow(i)[e];
        total += split.flow(i)[e] * unitCost[i][sites[e]];
      }
    }
    return total;
  }

  private int[][] everySite(int count) {
    int[] all = java.util.stream.IntStream.range(0, count).toArray();
    int[][] site = new int[demand.length][];
    Arrays.fill(site, all);
    return site;
  }

  /** So much more than any chain of moves costs that nobody is left out for another. */
  private double[][] worth(int[] sites) {
    double much = (2.0 + 2 * sites.length) * (dearest + 1);
    double[][] worth = new double[demand.length][sites.length];
    for (int i = 0; i < worth.length; i++) {
      for (int e = 0; e < sites.length; e++) {
        worth[i][e] = much - unitCost[i][sites[e]];
      }
    }
    return worth;
  }
}
