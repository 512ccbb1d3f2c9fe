package org.kiungo.planner.deploy.places;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.kiungo.planner.model.LonLat;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;

/**
 * Every place where a link can end or a site can stand: the problem's settlements (index 0 …
 * settlements − 1, in its order), then its towers.
 */
final class BuildPlaces {

  final int settlements;
  final int count;
  final String[] id;
  final LonLat[] location;

  /** Rain rate exceeded in 0.01 % of the year, mm/h; NaN where not known. */
  final double[] rainMmPerHour;

  /** Plane for ranking neighbours: x = lon · cos(mean latitude), y = lat, degrees. */
  final double[] x;

  final double[] y;
  final double cosMeanLat;

  /** Cosine of each latitude. */
  final double[] cosLat;

  final NearestPlaces near;

  BuildPlaces(PlanningProblem problem) {
    List<LonLat> where = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (Settlement s : problem.settlements()) {
      where.add(s.location());
      ids.add(s.id());
    }
    settlements = where.size();
    for (Tower t : problem.towers()) {
      where.add(t.location());
      ids.add(t.id());
    }
    count = where.size();
    rainMmPerHour =
        DoubleStream.concat(
                problem.settlements().stream().mapToDouble(Settlement::rainMmPerHour),
                problem.towers().stream().mapToDouble(Tower::rainMmPerHour))
            .toArray();
    location = where.toArray(LonLat[]::new);
    id = ids.toArray(String[]::new);
    cosMeanLat =
        StrictMath.cos(
            StrictMath.toRadians(where.stream().mapToDouble(LonLat::lat).average().orElse(0)));
    x = where.stream().mapToDouble(p -> p.lon() * cosMeanLat).toArray();
    y = where.stream().mapToDouble(LonLat::lat).toArray();
    cosLat =
        where.stream()
            .mapToDouble(p -> StrictMath.cos(StrictMath.toRadians(Math.abs(p.lat()))))
            .toArray();
    near = new NearestPlaces(x, y);
  }

  /** Squared distance on the ranking plane. */
  double squareDeg(int u, int v) {
    double dx = x[u] - x[v];
    double dy = y[u] - y[v];
    return dx * dx + dy * dy;
  }
}
