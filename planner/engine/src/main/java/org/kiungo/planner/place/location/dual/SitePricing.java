package org.kiungo.planner.place.location.dual;

import org.kiungo.planner.place.location.problem.AssignmentCosts;

/** What each site is worth when demand point i pays u_i for being served: the site subproblem. */
public interface SitePricing {

  /**
   * Least Σ over i of (c_ij − u_i)·x_ij that site j can reach under its own rules; ≤ 0.
   *
   * @param u price per demand point
   * @param rho filled: rho[j] for every site
   */
  void price(double[] u, double[] rho);

  /**
   * How often the sites just priced would serve each demand point.
   *
   * @param chosen opened sites
   * @param served filled: served[i], a share when a site may serve a part
   */
  void serve(boolean[] chosen, double[] served);

  /** Sites without capacity: each takes everybody who pays more than he costs. */
  static SitePricing uncapacitated(AssignmentCosts costs) {
    return new SitePricing() {
      private double[] prices;

      @Override
      public void price(double[] u, double[] rho) {
        prices = u;
        java.util.Arrays.fill(rho, 0);
        for (int i = 0; i < costs.users; i++) {
          double ui = u[i];
          for (int e = costs.start[i]; e < costs.start[i + 1]; e++) {
            double reduced = costs.cost[e] - ui;
            if (reduced >= 0) {
              break;
            }
            rho[costs.site[e]] += reduced;
          }
        }
      }

      @Override
      public void serve(boolean[] chosen, double[] served) {
        for (int i = 0; i < costs.users; i++) {
          int count = 0;
          double ui = prices[i];
          for (int e = costs.start[i]; e < costs.start[i + 1] && costs.cost[e] < ui; e++) {
            if (chosen[costs.site[e]]) {
              count++;
            }
          }
          served[i] = count;
        }
      }
    };
  }
}
