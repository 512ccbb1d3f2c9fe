package org.kiungo.geodata.feed;

import java.util.List;
import java.util.function.Function;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.quadtree.Quadtree;

/**
 * Drawn lines: one of which half the length or more runs within {@value #CORRIDOR_KM} km of others
 * draws the same again. Lengths are looked at every {@value #STEP_KM} km.
 */
final class LineGround<T> implements Ground<T> {

  /** How far apart two drawings of one line may run; assumed, drawings differ by some 1 km. */
  static final double CORRIDOR_KM = 2;

  private static final double STEP_KM = 1;
  private static final double SAME_RATIO = 0.5;

  private final Quadtree tree = new Quadtree();
  private final Function<T, List<LonLat>> path;

  LineGround(Function<T, List<LonLat>> path) {
    this.path = path;
  }

  @Override
  public void add(T record) {
    List<LonLat> places = path.apply(record);
    for (int k = 1; k < places.size(); k++) {
      LonLat from = places.get(k - 1);
      LonLat to = places.get(k);
      LineSegment segment = new LineSegment(from.lon(), from.lat(), to.lon(), to.lat());
      tree.insert(new Envelope(segment.p0, segment.p1), segment);
    }
  }

  @Override
  public boolean covers(T record) {
    List<LonLat> places = path.apply(record);
    long near = 0;
    long all = 0;
    for (int k = 1; k < places.size(); k++) {
      LonLat from = places.get(k - 1);
      LonLat to = places.get(k);
      int steps = (int) Math.max(1, Math.ceil(from.distanceKm(to) / STEP_KM));
      for (int s = 0; s < steps; s++) {
        double along = (s + 0.5) / steps;
        LonLat at =
            new LonLat(
                from.lon() + along * (to.lon() - from.lon()),
                from.lat() + along * (to.lat() - from.lat()));
        all++;
        near += isNear(at) ? 1 : 0;
      }
    }
    return all > 0 && near >= SAME_RATIO * all;
  }

  private boolean isNear(LonLat at) {
    for (Object each : tree.query(PointGround.around(at, CORRIDOR_KM))) {
      Coordinate foot = ((LineSegment) each).closestPoint(new Coordinate(at.lon(), at.lat()));
      if (at.distanceKm(new LonLat(foot.x, foot.y)) <= CORRIDOR_KM) {
        return true;
      }
    }
    return false;
  }
}
