package org.kiungo.planner.benchmark.rival;

import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.value.LonLat;

/**
 * Settlements on a plane whose distances rank neighbours: x = lon · cos(mean latitude), y = lat.
 */
final class RankingPlane {

  final double[] x;
  final double[] y;
  private final double cosMeanLat;

  RankingPlane(PlanningProblem problem) {
    y = problem.settlements().stream().mapToDouble(s -> s.location().lat()).toArray();
    double mean = java.util.Arrays.stream(y).average().orElse(0);
    cosMeanLat = StrictMath.cos(StrictMath.toRadians(mean));
    x = problem.settlements().stream().mapToDouble(s -> x(s.location())).toArray();
  }

  double x(LonLat place) {
    return place.lon() * cosMeanLat;
  }

  double lon(double x) {
    return x / cosMeanLat;
  }

  double square(int i, double atX, double atY) {
    double dx = x[i] - atX;
    double dy = y[i] - atY;
    return dx * dx + dy * dy;
  }
}
