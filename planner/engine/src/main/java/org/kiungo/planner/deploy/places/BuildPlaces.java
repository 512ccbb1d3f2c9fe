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
public final class BuildPlaces {

  private final int settlements;
  private final int count;
  private final String[] id;
  private final LonLat[] location;

  /** Rain rate exceeded in 0.01 % of the year, mm/h; NaN where not known. */
  private final double[] rainMmPerHour;

  /** Plane for ranking neighbours: x = lon · cos(mean latitude), y = lat, degrees. */
  private final double[] x;

  private final double[] y;
  private final double cosMeanLat;

  /** Cosine of each latitude. */
  private final double[] cosLat;

  private final NearestPlaces near;

  public BuildPlaces(PlanningProblem problem) {
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

  /** Number of settlements: places below it are settlements, the others towers. */
  public int settlements() {
    return settlements;
  }

  /** Number of places. */
  public int count() {
    return count;
  }

  /** Id of the settlement or tower. */
  public String id(int place) {
    return id[place];
  }

  public LonLat location(int place) {
    return location[place];
  }

  /** Rain rate exceeded in 0.01 % of the year, mm/h; NaN where not known. */
  public double rainMmPerHour(int place) {
    return rainMmPerHour[place];
  }

  /** Longitude on the plane for ranking neighbours, degrees. */
  public double x(int place) {
    return x[place];
  }

  /** Latitude, degrees. */
  public double y(int place) {
    return y[place];
  }

  /** By what longitudes are shortened on the plane. */
  public double cosMeanLat() {
    return cosMeanLat;
  }

  /** Cosine of the latitude. */
  public double cosLat(int place) {
    return cosLat[place];
  }

  /** Finds the places nearest to a point of the plane. */
  public NearestPlaces near() {
    return near;
  }

  /** Squared distance on the ranking plane. */
  double squareDeg(int u, int v) {
    double dx = x[u] - x[v];
    double dy = y[u] - y[v];
    return dx * dx + dy * dy;
  }
}
