package org.kiungo.planner.verify.bound;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.triangulate.DelaunayTriangulationBuilder;
import org.locationtech.jts.triangulate.quadedge.QuadEdge;

/**
 * Some places on the plane x = longitude · cos(mean latitude of those where something stands), y =
 * latitude, degrees. Nearer is whose square of the distance there is smaller, of equals the first
 * by number: no tolerance, since a proof could hide in one.
 */
final class PlacePlane {

  /** Least length of a degree of latitude, and of longitude at the equator, on WGS 84, km. */
  private static final double NORTH_KM = 110.5;

  private static final double EAST_KM = 111.3;

  /** Geodesics are no shorter than on a chart of such degrees, less one per cent. */
  private static final double SURELY = 0.99;

  private final double cosMeanLat;
  private final List<LonLat> places;
  private final int[] standing;
  private final Integer[] standingByLat;
  private final Integer[] onRoadsByLat;
  private final STRtree tree = new STRtree();

  /** Told of a place and another. */
  interface Pair {
    void of(int place, int other);
  }

  /**
   * @param places all that are numbered
   * @param firstOnRoad place from which on nothing stands
   * @param members those that are on this plane
   */
  PlacePlane(List<LonLat> places, int firstOnRoad, IntPredicate members) {
    this.places = places;
    standing = IntStream.range(0, firstOnRoad).filter(members).toArray();
    double mean = IntStream.of(standing).mapToDouble(this::y).average().orElse(0);
    cosMeanLat = StrictMath.cos(StrictMath.toRadians(mean));
    standingByLat = byLat(IntStream.of(standing));
    onRoadsByLat = byLat(IntStream.range(firstOnRoad, places.size()).filter(members));
    for (int v : standing) {
      tree.insert(new Envelope(new Coordinate(places.get(v).lon(), y(v))), v);
    }
    tree.build();
  }

  private Integer[] byLat(IntStream some) {
    return some.boxed().sorted(Comparator.comparingDouble(this::y)).toArray(Integer[]::new);
  }

  Coordinate at(LonLat place) {
    return new Coordinate(place.lon() * cosMeanLat, place.lat());
  }

  /**
   * Where a point of the plane lies.
   *
   * @param stepsPerDeg to which it is rounded
   */
  LonLat place(Coordinate at, double stepsPerDeg) {
    return new LonLat(
        Math.rint(at.x / cosMeanLat * stepsPerDeg) / stepsPerDeg,
        Math.rint(at.y * stepsPerDeg) / stepsPerDeg);
  }

  private double x(int v) {
    return places.get(v).lon() * cosMeanLat;
  }

  private double y(int v) {
    return places.get(v).lat();
  }

  double square(int v, int u) {
    double dx = x(u) - x(v);
    double dy = y(u) - y(v);
    return dx * dx + dy * dy;
  }

  /** Visits, for each place where something stands, the nearest of the others. */
  void nearest(int wanted, Pair visitor) {
    for (int v : standing) {
      for (int u : nearest(v, wanted, standingByLat)) {
        visitor.of(v, u);
      }
    }
  }

  /** Visits, for each place where something stands, the nearest on a road. */
  void nearestOnRoad(Pair visitor) {
    for (int v : standing) {
      for (int u : nearest(v, 1, onRoadsByLat)) {
        visitor.of(v, u);
      }
    }
  }

  private int[] nearest(int v, int wanted, Integer[] byLat) {
    int[] found = new int[wanted];
    double[] square = new double[wanted];
    int count = 0;
    int up = firstNotSouth(byLat, y(v));
    int down = up - 1;
    while (down >= 0 || up < byLat.length) {
      double south = down < 0 ? Double.POSITIVE_INFINITY : y(v) - y(byLat[down]);
      double north = up == byLat.length ? Double.POSITIVE_INFINITY : y(byLat[up]) - y(v);
      double least = Math.min(south, north);
      if (count == wanted && least * least > square[wanted - 1]) {
        break;
      }
      int u = south < north ? byLat[down--] : byLat[up++];
      if (u == v) {
        continue;
      }
      double far = square(v, u);
      int k = count;
      while (k > 0 && (far < square[k - 1] || far == square[k - 1] && u < found[k - 1])) {
        k--;
      }
      if (k < wanted) {
        count = Math.min(wanted, count + 1);
        System.arraycopy(found, k, found, k + 1, count - 1 - k);
        System.arraycopy(square, k, square, k + 1, count - 1 - k);
        found[k] = u;
        square[k] = far;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private int firstNotSouth(Integer[] byLat, double lat) {
    int low = 0;
    int high = byLat.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean south = y(byLat[middle]) < lat;
      low = south ? middle + 1 : low;
      high = south ? high : middle;
    }
    return low;
  }

  /** Visits the edges of the Delaunay triangulation of the places where something stands. */
  void triangulation(Pair visitor) {
    if (standing.length == 2) {
      visitor.of(standing[0], standing[1]);
    }
    if (standing.length < 3) {
      return;
    }
    DelaunayTriangulationBuilder builder = new DelaunayTriangulationBuilder();
    builder.setSites(IntStream.of(standing).mapToObj(v -> new Coordinate(x(v), y(v), v)).toList());
    for (Object each : builder.getSubdivision().getPrimaryEdges(false)) {
      QuadEdge edge = (QuadEdge) each;
      visitor.of((int) edge.orig().getZ(), (int) edge.dest().getZ());
    }
  }

  /** Visits, in no given order, all other standing places within a reach, and some beyond. */
  void around(int v, double reachKm, IntConsumer visitor) {
    double north = reachKm / NORTH_KM / SURELY;
    double poleward = Math.min(89, Math.abs(y(v)) + north);
    double east = reachKm / EAST_KM / SURELY / StrictMath.cos(StrictMath.toRadians(poleward));
    Envelope window = new Envelope(new Coordinate(places.get(v).lon(), y(v)));
    window.expandBy(east, north);
    tree.query(
        window,
        each -> {
          if ((int) each != v) {
            visitor.accept((int) each);
          }
        });
  }
}
