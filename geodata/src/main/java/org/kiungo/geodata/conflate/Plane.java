package org.kiungo.geodata.conflate;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * A local plane in kilometres, true at one latitude: good to a percent over a country, which is
 * enough to decide what lies within a tolerance. Lengths are never measured on it.
 */
public record Plane(double lon0, double lat0) {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final double KM_PER_DEGREE = 111.2;

  /** The plane around a place. */
  public static Plane around(LonLat at) {
    return new Plane(at.lon(), at.lat());
  }

  private double kmPerDegreeLon() {
    return KM_PER_DEGREE * Math.cos(Math.toRadians(lat0));
  }

  public Coordinate toPlane(LonLat at) {
    return new Coordinate((at.lon() - lon0) * kmPerDegreeLon(), (at.lat() - lat0) * KM_PER_DEGREE);
  }

  public LonLat toLonLat(Coordinate at) {
    return new LonLat(lon0 + at.x / kmPerDegreeLon(), lat0 + at.y / KM_PER_DEGREE);
  }

  public LineString line(List<LonLat> path) {
    return GEOMETRY.createLineString(path.stream().map(this::toPlane).toArray(Coordinate[]::new));
  }

  public List<LonLat> path(LineString line) {
    List<LonLat> path = new ArrayList<>();
    for (Coordinate at : line.getCoordinates()) {
      path.add(toLonLat(at));
    }
    return path;
  }

  /** Length on the ellipsoid. */
  public static double lengthKm(List<LonLat> path) {
    double km = 0;
    for (int k = 1; k < path.size(); k++) {
      km += path.get(k - 1).distanceKm(path.get(k));
    }
    return km;
  }
}
