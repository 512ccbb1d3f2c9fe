package org.kiungo.planner.benchmark.rival;

import java.util.Arrays;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.value.LonLat;

/**
 * Prim's algorithm from the whole existing network at once: the settlement nearest to what is
 * connected joins next, over a hop of at most its own limit. Compares all pairs, so the tree is
 * minimal on the plane and no neighbour list limits it; O(n²).
 *
 * @param parent settlement each one hangs on; {@link #ROOT} for the existing network, {@link #NONE}
 *     when it is out of reach
 * @param hopKm geodesic length of that hop; NaN when out of reach
 * @param order settlements in the order they joined
 */
record GrownTree(int[] parent, double[] hopKm, int[] order) {

  static final int ROOT = -1;
  static final int NONE = -2;

  /**
   * @param longestKm longest hop towards the network of each settlement
   */
  static GrownTree of(
      PlanningProblem problem, RankingPlane plane, NearestRoots roots, double[] longestKm) {
    int n = plane.x.length;
    int[] parent = new int[n];
    double[] hopKm = new double[n];
    double[] least = new double[n];
    Arrays.fill(parent, NONE);
    Arrays.fill(hopKm, Double.NaN);
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    for (int i = 0; i < n; i++) {
      if (roots.location[i] != null) {
        offer(i, ROOT, at(problem, i).distanceKm(roots.location[i]), longestKm, parent, least);
      }
    }
    boolean[] joined = new boolean[n];
    int[] order = new int[n];
    int count = 0;
    for (int next = nearest(least, joined); next >= 0; next = nearest(least, joined)) {
      joined[next] = true;
      hopKm[next] = least[next];
      order[count++] = next;
      double reach = reachDeg(longestKm);
      for (int j = 0; j < n; j++) {
        double nearer = Math.min(least[j] / KM_PER_DEGREE_AT_LEAST, reach);
        if (!joined[j] && plane.square(j, plane.x[next], plane.y[next]) < nearer * nearer) {
          offer(j, next, at(problem, j).distanceKm(at(problem, next)), longestKm, parent, least);
        }
      }
    }
    return new GrownTree(parent, hopKm, Arrays.copyOf(order, count));
  }

  /** A degree on the plane is at least this long, so a plane distance rules a pair out safely. */
  private static final double KM_PER_DEGREE_AT_LEAST = 105;

  private static double reachDeg(double[] longestKm) {
    double longest = 0;
    for (double km : longestKm) {
      longest = Math.max(longest, km);
    }
    return longest / KM_PER_DEGREE_AT_LEAST;
  }

  private static LonLat at(PlanningProblem problem, int i) {
    return problem.settlements().get(i).location();
  }

  private static void offer(
      int i, int from, double km, double[] longestKm, int[] parent, double[] least) {
    if (km <= longestKm[i] && km < least[i]) {
      least[i] = km;
      parent[i] = from;
    }
  }

  private static int nearest(double[] least, boolean[] joined) {
    int found = -1;
    for (int i = 0; i < least.length; i++) {
      boolean nearer = !joined[i] && least[i] < Double.POSITIVE_INFINITY;
      if (nearer && (found < 0 || least[i] < least[found])) {
        found = i;
      }
    }
    return found;
  }
}
