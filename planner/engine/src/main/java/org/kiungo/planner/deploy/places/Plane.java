package org.kiungo.planner.deploy.places;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Some of the places on a plane of their own: x = longitude · cos(mean latitude of those where
 * something stands), y = latitude, degrees. It ranks neighbours; ties are broken by place. A
 * country has the same neighbours on its plane whether it is planned alone or with others.
 */
public final class Plane {

  private final double cosMeanLat;

  /** Places where something stands or may, ascending. */
  private final int[] standing;

  private final int[] onRoads;
  private final double[] lon;
  private final double[] lat;
  private final NearestPlaces near;
  private final NearestPlaces nearOnRoads;

  /**
   * @param lon of every place, degrees
   * @param lat likewise
   * @param members ascending
   * @param firstOnRoad place from which on nothing stands
   */
  Plane(double[] lon, double[] lat, int[] members, int firstOnRoad) {
    this.lon = lon;
    this.lat = lat;
    standing = IntStream.of(members).filter(v -> v < firstOnRoad).toArray();
    onRoads = IntStream.of(members).filter(v -> v >= firstOnRoad).toArray();
    cosMeanLat =
        StrictMath.cos(
            StrictMath.toRadians(
                IntStream.of(standing).mapToDouble(v -> lat[v]).average().orElse(0)));
    near = near(standing);
    nearOnRoads = near(onRoads);
  }

  private NearestPlaces near(int[] some) {
    return new NearestPlaces(
        IntStream.of(some).mapToDouble(this::x).toArray(),
        IntStream.of(some).mapToDouble(this::y).toArray());
  }

  /** By what longitudes are shortened. */
  public double cosMeanLat() {
    return cosMeanLat;
  }

  /** Longitude of any place on it, degrees. */
  public double x(int place) {
    return lon[place] * cosMeanLat;
  }

  /** Latitude, degrees. */
  public double y(int place) {
    return lat[place];
  }

  /** Its places where something stands or may, ascending. */
  public int[] standing() {
    return standing.clone();
  }

  /** Of those the ones nearest to a place, itself among them, nearest first. */
  public int[] nearest(int place, int most) {
    int[] found = near.nearest(x(place), y(place), most);
    Arrays.setAll(found, k -> standing[found[k]]);
    return found;
  }

  /**
   * Of those the ones that may lie within a radius, a small superset in no given order. Farther
   * from the equator than the mean latitude the plane draws what lies east and west too far away.
   */
  void around(int place, double radiusKm, IntConsumer found) {
    double polewardDeg = Math.min(89, Math.abs(lat[place]) + radiusKm / NearestPlaces.KM_PER_DEG);
    double drawnTooFar = cosMeanLat / StrictMath.cos(StrictMath.toRadians(polewardDeg));
    double drawnKm = radiusKm * Math.max(1, drawnTooFar);
    near.around(x(place), y(place), drawnKm, k -> found.accept(standing[k]));
  }

  /** Finds its place on a road nearest to a place; −1 where there is none. */
  public int nearestOnRoad(int place) {
    return onRoads.length == 0 ? -1 : onRoads[nearOnRoads.nearest(x(place), y(place), 1)[0]];
  }

  /** Squared distance. */
  double squareDeg(int u, int v) {
    double dx = x(u) - x(v);
    double dy = y(u) - y(v);
    return dx * dx + dy * dy;
  }
}
