package org.kiungo.planner.place.location.exchange;

import java.util.Arrays;
import java.util.PriorityQueue;
import org.kiungo.planner.place.location.problem.AssignmentCosts;

/**
 * Greedy adding: open, up to p times, the site that lowers the total cost most, while it does. A
 * site's saving only shrinks as others open, so savings are recomputed only when a site comes to
 * the top of the queue.
 *
 * <p>Complexity: O(p · listed pairs) at worst, usually a few passes. Guarantee without fixed costs:
 * the cost saved against "nobody served" is at least 1 − 1/e of the most that p sites can save.
 *
 * @see <a href="https://doi.org/10.1287/mnsc.9.4.643">Kuehn and Hamburger 1963</a>
 * @see <a href="https://doi.org/10.1287/mnsc.23.8.789">Cornuéjols, Fisher and Nemhauser 1977</a>
 */
public final class GreedyAdding {

  private GreedyAdding() {}

  private record Entry(int site, double saving, int round) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int bySaving = Double.compare(other.saving, saving);
      return bySaving != 0 ? bySaving : Integer.compare(site, other.site);
    }
  }

  /**
   * @param fixedCost f_j of opening site j
   * @param p most sites to open
   * @param exactly true: open p sites even when the last ones save nothing
   * @return sites in the order in which they open
   */
  public static int[] open(AssignmentCosts costs, double[] fixedCost, int p, boolean exactly) {
    int[] opened = new int[p];
    double[] now = costs.outsideCost.clone();
    PriorityQueue<Entry> queue = new PriorityQueue<>();
    for (int j = 0; j < costs.sites; j++) {
      queue.add(new Entry(j, saving(costs, j, now) - fixedCost[j], 0));
    }
    int count = 0;
    while (count < p && !queue.isEmpty()) {
      Entry top = queue.poll();
      if (top.round < count) {
        double saving = saving(costs, top.site, now) - fixedCost[top.site];
        queue.add(new Entry(top.site, saving, count));
        continue;
      }
      if (top.saving <= 0 && !exactly && count > 0) {
        break;
      }
      opened[count++] = top.site;
      for (int e = costs.siteStart[top.site]; e < costs.siteStart[top.site + 1]; e++) {
        now[costs.user[e]] = Math.min(now[costs.user[e]], costs.userCost[e]);
      }
    }
    return Arrays.copyOf(opened, count);
  }

  private static double saving(AssignmentCosts costs, int j, double[] now) {
    double saving = 0;
    for (int e = costs.siteStart[j]; e < costs.siteStart[j + 1]; e++) {
      saving += Math.max(0, now[costs.user[e]] - costs.userCost[e]);
    }
    return saving;
  }
}
