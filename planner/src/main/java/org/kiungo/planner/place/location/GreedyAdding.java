package org.kiungo.planner.place.location;

/**
 * Greedy adding: open, p times, the site that lowers the total cost most.
 *
 * <p>Complexity: O(p · listed pairs). Guarantee: the cost saved against "nobody served" is at least
 * 1 − 1/e of the most that p sites can save.
 *
 * @see <a href="https://doi.org/10.1287/mnsc.9.4.643">Kuehn and Hamburger 1963</a>
 * @see <a href="https://doi.org/10.1287/mnsc.23.8.789">Cornuéjols, Fisher and Nemhauser 1977</a>
 */
final class GreedyAdding {

  private GreedyAdding() {}

  /** p sites in the order in which they open. */
  static int[] open(AssignmentCosts costs, int p) {
    int[] opened = new int[p];
    boolean[] open = new boolean[costs.sites];
    double[] now = costs.outsideCost.clone();
    for (int k = 0; k < p; k++) {
      int best = -1;
      double bestSaving = -1;
      for (int j = 0; j < costs.sites; j++) {
        double saving = open[j] ? -1 : saving(costs, j, now);
        if (saving > bestSaving) {
          bestSaving = saving;
          best = j;
        }
      }
      open[best] = true;
      opened[k] = best;
      for (int e = costs.siteStart[best]; e < costs.siteStart[best + 1]; e++) {
        now[costs.user[e]] = Math.min(now[costs.user[e]], costs.userCost[e]);
      }
    }
    return opened;
  }

  private static double saving(AssignmentCosts costs, int j, double[] now) {
    double saving = 0;
    for (int e = costs.siteStart[j]; e < costs.siteStart[j + 1]; e++) {
      saving += Math.max(0, now[costs.user[e]] - costs.userCost[e]);
    }
    return saving;
  }
}
