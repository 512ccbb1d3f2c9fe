package org.kiungo.geodata.road;

import java.util.List;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;

/**
 * A plane in kilometres, true at one latitude: good enough to decide what lies near. Lengths that
 * cost money are never measured on it.
 */
record RoadPlane(double cosLat) {

  private static final double KM_PER_DEGREE = 111.2;

  /** Positions are kept to about a metre. */
  private static final double STEPS = 1e5;

  /** True at the middle of the latitudes of lines. */
  static RoadPlane over(List<List<LonLat>> lines) {
    double south = 90;
    double north = -90;
    for (List<LonLat> line : lines) {
      for (LonLat each : line) {
        south = Math.min(south, each.lat());
        north = Math.max(north, each.lat());
      }
    }
    return new RoadPlane(StrictMath.cos(StrictMath.toRadians((south + north) / 2)));
  }

  Coordinate of(LonLat place) {
    return new Coordinate(place.lon() * KM_PER_DEGREE * cosLat, place.lat() * KM_PER_DEGREE);
  }

  LonLat place(Coordinate at) {
    return rounded(new LonLat(at.x / KM_PER_DEGREE / cosLat, at.y / KM_PER_DEGREE));
  }

  /** A place to a hundred-thousandth of a degree, never a negative zero. */
  static LonLat rounded(LonLat place) {
    return new LonLat(
        Math.rint(place.lon() * STEPS) / STEPS + 0.0, Math.rint(place.lat() * STEPS) / STEPS + 0.0);
  }

  /** Length of a path on the plane. */
  double km(List<LonLat> path) {
    double km = 0;
    for (int k = 1; k < path.size(); k++) {
      km += of(path.get(k - 1)).distance(of(path.get(k)));
    }
    return km;
  }
}
