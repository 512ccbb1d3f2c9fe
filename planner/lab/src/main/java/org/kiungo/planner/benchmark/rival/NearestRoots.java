package org.kiungo.planner.benchmark.rival;

import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.radio.RainZone;

/**
 * The nearest point of the existing network from every settlement, by looking at all of it: a
 * network node, or the foot of the perpendicular on an operational fibre line.
 */
final class NearestRoots {

  /** Root of each settlement; null when there is no network at all. */
  final LonLat[] location;

  final String[] id;

  private final double[] ownMmPerHour;
  private final double[] rootMmPerHour;
  private final RankingPlane plane;

  NearestRoots(PlanningProblem problem, RankingPlane plane) {
    this.plane = plane;
    int n = problem.settlements().size();
    location = new LonLat[n];
    id = new String[n];
    ownMmPerHour = problem.settlements().stream().mapToDouble(Settlement::rainMmPerHour).toArray();
    rootMmPerHour = new double[n];
    double[] least = new double[n];
    java.util.Arrays.fill(least, Double.POSITIVE_INFINITY);
    for (NetworkNode node : problem.nodes()) {
      double x = plane.x(node.location());
      double y = node.location().lat();
      for (int i = 0; i < n; i++) {
        double square = plane.square(i, x, y);
        if (square < least[i]) {
          least[i] = square;
          location[i] = node.location();
          id[i] = node.id();
          rootMmPerHour[i] = node.rainMmPerHour();
        }
      }
    }
    for (FibreLine line : problem.fibreLines()) {
      for (int k = 0; line.operational() && k + 1 < line.path().size(); k++) {
        tap(line.id(), line.path().get(k), line.path().get(k + 1), least);
      }
    }
  }

  /**
   * The harder rain of the ends of a settlement's hop.
   *
   * @param up settlement it hangs on; {@link GrownTree#ROOT} for its root
   */
  double rainMmPerHour(int i, int up) {
    return RainZone.harder(ownMmPerHour[i], up < 0 ? rootMmPerHour[i] : ownMmPerHour[up]);
  }

  private void tap(String lineId, LonLat from, LonLat to, double[] least) {
    double ax = plane.x(from);
    double ay = from.lat();
    double dx = plane.x(to) - ax;
    double dy = to.lat() - ay;
    double length2 = dx * dx + dy * dy;
    for (int i = 0; i < least.length; i++) {
      double t = (plane.x[i] - ax) * dx + (plane.y[i] - ay) * dy;
      double share = length2 == 0 ? 0 : Math.max(0, Math.min(1, t / length2));
      double square = plane.square(i, ax + share * dx, ay + share * dy);
      if (square < least[i]) {
        least[i] = square;
        location[i] = new LonLat(rounded(plane.lon(ax + share * dx)), rounded(ay + share * dy));
        id[i] = "tap:" + lineId + "@" + location[i].lon() + "," + location[i].lat();
        rootMmPerHour[i] = Double.NaN;
      }
    }
  }

  /** To about a metre, as taps are written in plans. */
  private static double rounded(double degrees) {
    return Math.rint(degrees * 1e5) / 1e5;
  }
}
