package org.kiungo.geodata.conflate;

import java.util.List;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.quadtree.Quadtree;

/** Line segments on the plane, found by distance; grows while lines are added. */
final class LineIndex {

  /** No line. */
  static final int NONE = -1;

  private static final double FIRST_KM = 0.5;

  private final Quadtree tree = new Quadtree();

  /** A straight piece of a line. */
  private record Piece(int line, LineSegment segment) {}

  /** Where the nearest line is. */
  record Hit(int line, Coordinate at, double distanceKm) {}

  void add(int line, LineString path) {
    Coordinate[] at = path.getCoordinates();
    for (int k = 1; k < at.length; k++) {
      tree.insert(
          new Envelope(at[k - 1], at[k]), new Piece(line, new LineSegment(at[k - 1], at[k])));
    }
  }

  /** The nearest place on any line within a distance, or null. */
  Hit nearest(Coordinate from, double withinKm) {
    return nearest(from, withinKm, NONE);
  }

  /**
   * The same without a line.
   *
   * @param but the line, {@link #NONE} for no exception
   */
  Hit nearest(Coordinate from, double withinKm, int but) {
    return nearest(from, withinKm, line -> line == but);
  }

  /**
   * The same without some lines.
   *
   * @param but whether a line is one of them
   */
  Hit nearest(Coordinate from, double withinKm, IntPredicate but) {
    Hit hit = null;
    // most hits are near: a small window first finds them among few pieces
    for (double km = Math.min(FIRST_KM, withinKm); hit == null; km = Math.min(4 * km, withinKm)) {
      hit = nearestWithin(from, km, but);
      if (km >= withinKm) {
        break;
      }
    }
    return hit;
  }

  private Hit nearestWithin(Coordinate from, double withinKm, IntPredicate but) {
    Envelope around = new Envelope(from);
    around.expandBy(withinKm);
    List<?> candidates = tree.query(around);
    Hit best = null;
    for (Object candidate : candidates) {
      Piece piece = (Piece) candidate;
      if (but.test(piece.line())) {
        continue;
      }
      double distance = piece.segment().distance(from);
      boolean closer =
          best == null
              || distance < best.distanceKm()
              || (distance == best.distanceKm() && piece.line() < best.line());
      if (distance <= withinKm && closer) {
        best = new Hit(piece.line(), piece.segment().closestPoint(from), distance);
      }
    }
    return best;
  }
}
