package org.kiungo.planner.place.location.problem;

/**
 * Facts of a location model with capacity.
 *
 * @param costs c_ij of serving all of demand point i from site j
 * @param demand d_i &gt; 0
 * @param capacity s_j ≥ 0, in the demand's unit
 * @param fixedCost f_j ≥ 0 of opening site j
 * @param p most sites to open; the number of sites when there is no limit
 */
public record CapacitatedModel(
    AssignmentCosts costs, double[] demand, double[] capacity, double[] fixedCost, int p) {

  public CapacitatedModel {
    if (demand.length != costs.users()
        || capacity.length != costs.sites()
        || fixedCost.length != costs.sites()
        || p < 1
        || p > costs.sites()) {
      throw new IllegalArgumentException(
          "model has "
              + costs.users()
              + " demand points, "
              + costs.sites()
              + " sites, p = "
              + p
              + "; demand, capacity and fixedCost must match and 1 ≤ p ≤ sites");
    }
  }

  /** c[i][j]; a pair that is not listed costs more than any complete service. */
  public double[][] matrix() {
    double[][] c = new double[costs.users][costs.sites];
    double forbidden = forbidden();
    for (int i = 0; i < c.length; i++) {
      java.util.Arrays.fill(c[i], forbidden);
      for (int e = costs.start[i]; e < costs.start[i + 1]; e++) {
        c[i][costs.site[e]] = costs.cost[e];
      }
    }
    return c;
  }

  /** Larger than any feasible value. */
  public double forbidden() {
    double sum = 1;
    for (int i = 0; i < costs.users; i++) {
      sum += costs.start[i] == costs.start[i + 1] ? 0 : costs.cost[costs.start[i + 1] - 1];
    }
    for (double f : fixedCost) {
      sum += f;
    }
    return sum;
  }
}
