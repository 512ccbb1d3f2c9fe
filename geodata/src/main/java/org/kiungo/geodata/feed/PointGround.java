package org.kiungo.geodata.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.quadtree.Quadtree;

/** Things that stand at a place: two within a distance are the same one. */
final class PointGround<T> implements Ground<T> {

  private static final double KM_PER_DEGREE = 111.195;

  private static final double SPOT_DEGREES = 0.0005;

  private final Quadtree tree = new Quadtree();
  private final Function<T, LonLat> place;
  private final double sameKm;

  PointGround(Function<T, LonLat> place, double sameKm) {
    this.place = place;
    this.sameKm = sameKm;
  }

  @Override
  public void add(T record) {
    tree.insert(point(record), record);
  }

  /** Forgets a thing that was added. */
  void remove(T record) {
    tree.remove(point(record), record);
  }

  /** Not a point: the tree takes what has no size for as wide as a degree. */
  private Envelope point(T record) {
    LonLat at = place.apply(record);
    Envelope spot = new Envelope(new Coordinate(at.lon(), at.lat()));
    spot.expandBy(SPOT_DEGREES);
    return spot;
  }

  @Override
  public boolean covers(T record) {
    return !within(place.apply(record), sameKm).isEmpty();
  }

  /** Those within a distance, in no order. */
  List<T> within(LonLat at, double km) {
    List<T> found = new ArrayList<>();
    for (Object each : tree.query(around(at, km))) {
      @SuppressWarnings("unchecked")
      T other = (T) each;
      if (place.apply(other).distanceKm(at) <= km) {
        found.add(other);
      }
    }
    return found;
  }

  /** A box that holds everything within a distance. */
  static Envelope around(LonLat at, double km) {
    Envelope box = new Envelope(new Coordinate(at.lon(), at.lat()));
    double latDegrees = 1.01 * km / KM_PER_DEGREE;
    box.expandBy(latDegrees / Math.cos(Math.toRadians(at.lat())), latDegrees);
    return box;
  }
}
