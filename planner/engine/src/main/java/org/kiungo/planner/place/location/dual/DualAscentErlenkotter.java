package org.kiungo.planner.place.location.dual;

import org.kiungo.planner.place.location.problem.AssignmentCosts;

/**
 * DUALOC's dual ascent and dual adjustment for uncapacitated fixed-charge location: raise the price
 * v_i of each demand point from cost level to cost level while every site's slack f_j − Σ max(0,
 * v_i − c_ij) stays ≥ 0; then lower single prices that pay for more than one tight site, so that
 * others can rise by more. Σ v_i is a lower bound at all times.
 *
 * <p>Complexity: O(listed pairs) per pass. Guarantee: a lower bound; often the linear bound, no
 * promise. Used as the start of the Lagrangian dual, which takes it to the linear bound.
 *
 * @see <a href="https://doi.org/10.1287/opre.26.6.992">Erlenkotter 1978</a>
 */
public final class DualAscentErlenkotter {

  private static final int ADJUSTMENT_PASSES = 3;

  private final AssignmentCosts costs;
  private final double[] slack;
  private final double[] v;
  private final int[] level;

  private DualAscentErlenkotter(AssignmentCosts costs, double[] fixedCost) {
    this.costs = costs;
    this.slack = fixedCost.clone();
    this.v = new double[costs.users];
    this.level = new int[costs.users];
  }

  /** Prices v; their sum bounds the cost from below. */
  public static double[] prices(AssignmentCosts costs, double[] fixedCost) {
    DualAscentErlenkotter ascent = new DualAscentErlenkotter(costs, fixedCost);
    ascent.start();
    ascent.ascend();
    for (int pass = 0; pass < ADJUSTMENT_PASSES; pass++) {
      ascent.adjust();
    }
    return ascent.v;
  }

  private void start() {
    for (int i = 0; i < costs.users; i++) {
      boolean listed = costs.start[i] < costs.start[i + 1];
      v[i] =
          listed
              ? Math.min(costs.cost[costs.start[i]], costs.outsideCost[i])
              : costs.outsideCost[i];
      level[i] = costs.start[i];
      passLevels(i);
    }
  }

  private void passLevels(int i) {
    while (level[i] < costs.start[i + 1] && costs.cost[level[i]] <= v[i]) {
      level[i]++;
    }
  }

  private void ascend() {
    boolean rose = true;
    while (rose) {
      rose = false;
      for (int i = 0; i < costs.users; i++) {
        rose |= raise(i);
      }
    }
  }

  /** Raises v_i to its next cost level or as far as slack allows. */
  private boolean raise(int i) {
    double next =
        level[i] < costs.start[i + 1]
            ? Math.min(costs.cost[level[i]], costs.outsideCost[i])
            : costs.outsideCost[i];
    double step = next - v[i];
    for (int e = costs.start[i]; e < level[i] && step > 0; e++) {
      step = Math.min(step, slack[costs.site[e]]);
    }
    if (step <= 1e-12 * Math.max(1, v[i])) {
      return false;
    }
    for (int e = costs.start[i]; e < level[i]; e++) {
      slack[costs.site[e]] -= step;
    }
    v[i] += step;
    if (v[i] >= next - 1e-12 * Math.max(1, next)) {
      passLevels(i);
    }
    return v[i] < costs.outsideCost[i];
  }

  private void adjust() {
    for (int i = 0; i < costs.users; i++) {
      if (tightSitesPaid(i) > 1) {
        double[] oldV = v.clone();
        int[] oldLevel = level.clone();
        double[] oldSlack = slack.clone();
        double before = sum();
        lower(i);
        raiseNeighboursOf(i);
        ascend();
        if (sum() < before) {
          System.arraycopy(oldV, 0, v, 0, v.length);
          System.arraycopy(oldLevel, 0, level, 0, level.length);
          System.arraycopy(oldSlack, 0, slack, 0, slack.length);
        }
      }
    }
  }

  private int tightSitesPaid(int i) {
    int tight = 0;
    for (int e = costs.start[i]; e < costs.start[i + 1] && costs.cost[e] < v[i]; e++) {
      tight += slack[costs.site[e]] <= 1e-9 ? 1 : 0;
    }
    return tight;
  }

  private void lower(int i) {
    double below = costs.cost[costs.start[i]];
    for (int e = costs.start[i]; e < costs.start[i + 1] && costs.cost[e] < v[i]; e++) {
      below = costs.cost[e];
    }
    for (int e = costs.start[i]; e < costs.start[i + 1] && costs.cost[e] < v[i]; e++) {
      slack[costs.site[e]] += v[i] - below;
    }
    v[i] = below;
    level[i] = costs.start[i];
    passLevels(i);
  }

  private void raiseNeighboursOf(int i) {
    for (int e = costs.start[i]; e < level[i]; e++) {
      int j = costs.site[e];
      for (int f = costs.siteStart[j]; f < costs.siteStart[j + 1]; f++) {
        int other = costs.user[f];
        if (other != i && tightSitesPaid(other) == 0) {
          raise(other);
        }
      }
    }
  }

  private double sum() {
    double sum = 0;
    for (double price : v) {
      sum += price;
    }
    return sum;
  }
}
