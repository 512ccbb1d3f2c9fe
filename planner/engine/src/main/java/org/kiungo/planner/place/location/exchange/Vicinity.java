package org.kiungo.planner.place.location.exchange;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.kiungo.planner.place.location.problem.AssignmentCosts;

/**
 * The demand points around two random ones, as far as a given number of open sites reaches: parts
 * of a large model that are searched anew while the rest stands still. Two, so that one place may
 * give up a site for another.
 *
 * @see <a href="https://doi.org/10.1007/3-540-49481-2_30">Shaw 1998, large neighbourhood search</a>
 */
public final class Vicinity {

  private static final int CENTRES = 2;

  private final AssignmentCosts costs;
  private final SplittableRandom random;
  private final int[] siteSeen;
  private final int[] userSeen;
  private final int[] queue;
  private final int[] list;
  private int mark;
  private int listed;
  private int found;

  public Vicinity(AssignmentCosts costs, SplittableRandom random) {
    this.costs = costs;
    this.random = random;
    this.siteSeen = new int[costs.sites];
    this.userSeen = new int[costs.users];
    this.queue = new int[costs.sites];
    this.list = new int[costs.users];
  }

  /**
   * @param opened distinct sites
   * @param openPerCentre open sites around each centre, at least
   * @return demand points, each once
   */
  public int[] draw(int[] opened, int openPerCentre) {
    boolean[] open = new boolean[costs.sites];
    for (int j : opened) {
      open[j] = true;
    }
    mark++;
    listed = 0;
    int reach = reach(costs, opened.length);
    for (int centre = 0; centre < CENTRES; centre++) {
      grow(random.nextInt(costs.users), open, openPerCentre, reach);
    }
    return Arrays.copyOf(list, listed);
  }

  private void grow(int centre, boolean[] open, int most, int reach) {
    found = 0;
    int tail = visitSites(centre, open, 0, most, reach);
    for (int head = 0; head < tail; head++) {
      int j = queue[head];
      for (int e = costs.siteStart[j]; e < costs.siteStart[j + 1]; e++) {
        int i = costs.user[e];
        if (userSeen[i] != mark && costs.userCost[e] <= farthest(i, reach)) {
          userSeen[i] = mark;
          list[listed++] = i;
          tail = visitSites(i, open, tail, most, reach);
        }
      }
    }
  }

  private int visitSites(int i, boolean[] open, int end, int most, int reach) {
    int tail = end;
    int last = costs.start[i] + near(costs, i, reach);
    for (int e = costs.start[i]; e < last && found < most; e++) {
      int j = costs.site[e];
      if (siteSeen[j] != mark) {
        siteSeen[j] = mark;
        queue[tail++] = j;
        found += open[j] ? 1 : 0;
      }
    }
    return tail;
  }

  private double farthest(int i, int reach) {
    return costs.cost[costs.start[i] + near(costs, i, reach) - 1];
  }

  /** Sites that count as near: so many that about three of them are open. */
  static int reach(AssignmentCosts costs, int opened) {
    return Math.max(6, 3 * costs.sites / Math.max(1, opened));
  }

  /** How much of point i's list is near: all of it where the next cost as much as the last near. */
  static int near(AssignmentCosts costs, int i, int reach) {
    int size = costs.start[i + 1] - costs.start[i];
    boolean tied =
        size > reach
            && costs.cost[costs.start[i] + reach - 1] == costs.cost[costs.start[i + 1] - 1];
    return tied ? size : Math.min(size, reach);
  }
}
