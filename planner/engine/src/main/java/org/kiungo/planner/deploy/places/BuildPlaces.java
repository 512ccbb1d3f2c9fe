package org.kiungo.planner.deploy.places;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.kiungo.planner.model.LonLat;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.road.RoadRoutes;

/**
 * Every place where a link can end or a site can stand: the problem's settlements (index 0 …
 * settlements − 1, in its order), then its towers; after them the places on its roads, by name,
 * where nothing stands and only cables meet.
 */
public final class BuildPlaces {

  private final int settlements;
  private final int standing;
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
  private final NearestPlaces nearOnRoads;

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
    standing = where.size();
    cosMeanLat =
        StrictMath.cos(
            StrictMath.toRadians(where.stream().mapToDouble(LonLat::lat).average().orElse(0)));
    RoadRoutes.places(problem.roads())
        .forEach(
            (name, place) -> {
              ids.add(name);
              where.add(place);
            });
    count = where.size();
    rainMmPerHour =
        DoubleStream.concat(
                problem.settlements().stream().mapToDouble(Settlement::rainMmPerHour),
                problem.towers().stream().mapToDouble(Tower::rainMmPerHour))
            .toArray();
    location = where.toArray(LonLat[]::new);
    id = ids.toArray(String[]::new);
    x = where.stream().mapToDouble(p -> p.lon() * cosMeanLat).toArray();
    y = where.stream().mapToDouble(LonLat::lat).toArray();
    cosLat =
        where.stream()
            .mapToDouble(p -> StrictMath.cos(StrictMath.toRadians(Math.abs(p.lat()))))
            .toArray();
    near = new NearestPlaces(Arrays.copyOf(x, standing), Arrays.copyOf(y, standing));
    nearOnRoads =
        new NearestPlaces(
            Arrays.copyOfRange(x, standing, count), Arrays.copyOfRange(y, standing, count));
  }

  /** Number of settlements: places below it are settlements, the others towers. */
  public int settlements() {
    return settlements;
  }

  /** Number of places where something stands or may: those from it on lie on roads. */
  public int standing() {
    return standing;
  }

  /** Number of places. */
  public int count() {
    return count;
  }

  /** Id of the settlement, tower or place on a road. */
  public String id(int place) {
    return id[place];
  }

  public LonLat location(int place) {
    return location[place];
  }

  /** Rain rate exceeded in 0.01 % of the year, mm/h; NaN where not known. Not asked on roads. */
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

  /** Finds the place on a road nearest to a place; −1 where there are no roads. */
  public int nearestOnRoad(int place) {
    return count == standing ? -1 : standing + nearOnRoads.nearest(x[place], y[place], 1)[0];
  }

  /** Finds the places nearest to a point of the plane where something stands or may. */
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
