package org.kiungo.planner.place.location.dual;

import java.util.Arrays;
import org.kiungo.planner.place.location.problem.AssignmentCosts;

/** A model reduced to the sites that may still open. */
public final class KeptSites {

  private KeptSites() {}

  /** Sites whose state is not −1, ascending. */
  public static int[] of(byte[] state) {
    int[] kept = new int[state.length];
    int count = 0;
    for (int j = 0; j < state.length; j++) {
      if (state[j] >= 0) {
        kept[count++] = j;
      }
    }
    return Arrays.copyOf(kept, count);
  }

  /** The same costs, for kept sites only, numbered by their place among them. */
  public static AssignmentCosts restrict(AssignmentCosts costs, int[] kept) {
    int[] number = new int[costs.sites];
    Arrays.fill(number, -1);
    for (int k = 0; k < kept.length; k++) {
      number[kept[k]] = k;
    }
    int[][] site = new int[costs.users][];
    double[][] cost = new double[costs.users][];
    for (int i = 0; i < costs.users; i++) {
      int size = costs.start[i + 1] - costs.start[i];
      int[] s = new int[size];
      double[] c = new double[size];
      int count = 0;
      for (int e = costs.start[i]; e < costs.start[i + 1]; e++) {
        if (number[costs.site[e]] >= 0) {
          s[count] = number[costs.site[e]];
          c[count++] = costs.cost[e];
        }
      }
      site[i] = Arrays.copyOf(s, count);
      cost[i] = Arrays.copyOf(c, count);
    }
    return AssignmentCosts.ofLists(kept.length, site, cost, costs.outsideCost, costs.everybody);
  }

  /** Passes proposals for kept sites on to the owner of all sites. */
  public record Translated(LocationTree.Primal owner, int[] kept, int sites)
      implements LocationTree.Primal {

    @Override
    public double best() {
      return owner.best();
    }

    @Override
    public void propose(boolean[] chosen) {
      owner.propose(translated(chosen));
    }

    @Override
    public double leaf(boolean[] open) {
      return owner.leaf(translated(open));
    }

    private boolean[] translated(boolean[] flags) {
      boolean[] all = new boolean[sites];
      for (int k = 0; k < kept.length; k++) {
        all[kept[k]] = flags[k];
      }
      return all;
    }
  }
}
