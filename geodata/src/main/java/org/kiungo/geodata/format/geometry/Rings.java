package org.kiungo.geodata.format.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Rings of polygons: checked, and sorted into shells and holes; nothing is closed unasked. An open
 * ring is refused; a caller that was asked to repair may build it again with closing, and tells so.
 */
public final class Rings {

  private Rings() {}

  public static LinearRing of(Coordinate[] path) throws RawGeometry.Unusable {
    return of(path, false);
  }

  /**
   * A ring.
   *
   * @param close true to close an open ring by a copy of its first coordinate
   */
  public static LinearRing of(Coordinate[] path, boolean close) throws RawGeometry.Unusable {
    if (path.length == 0) {
      return RawGeometry.FACTORY.createLinearRing();
    }
    if (close && path.length > 2 && !path[0].equals2D(path[path.length - 1])) {
      Coordinate[] closed = Arrays.copyOf(path, path.length + 1);
      closed[path.length] = path[0].copy();
      return of(closed, false);
    }
    if (path.length < 4) {
      throw new RawGeometry.Unusable("ringTooShort", path.length + "");
    }
    Coordinate first = path[0];
    Coordinate last = path[path.length - 1];
    if (!first.equals2D(last)) {
      throw new RawGeometry.Unusable("ringNotClosed", Places.text(last.x, last.y));
    }
    return RawGeometry.FACTORY.createLinearRing(path);
  }

  /** A shell with the holes found in it. */
  private record Shell(LinearRing ring, Envelope box, double area, List<LinearRing> holes) {}

  /**
   * Sorts a shapefile's rings: clockwise ones are shells, the others holes of the smallest shell
   * around them; a hole in no shell counts as a shell.
   */
  public static Geometry assemble(List<Coordinate[]> paths, boolean close)
      throws RawGeometry.Unusable {
    List<Shell> shells = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    for (Coordinate[] path : paths) {
      LinearRing ring = of(path, close);
      if (paths.size() > 1 && Orientation.isCCWArea(ring.getCoordinates())) {
        holes.add(ring);
      } else {
        shells.add(shell(ring));
      }
    }
    for (LinearRing hole : holes) {
      Shell around = smallestAround(hole, shells);
      if (around == null) {
        shells.add(shell(hole));
      } else {
        around.holes().add(hole);
      }
    }
    Polygon[] polygons = new Polygon[shells.size()];
    for (int k = 0; k < polygons.length; k++) {
      Shell shell = shells.get(k);
      polygons[k] =
          RawGeometry.FACTORY.createPolygon(shell.ring(), shell.holes().toArray(LinearRing[]::new));
    }
    return polygons.length == 1 ? polygons[0] : RawGeometry.FACTORY.createMultiPolygon(polygons);
  }

  private static Shell shell(LinearRing ring) {
    return new Shell(
        ring, ring.getEnvelopeInternal(), Area.ofRing(ring.getCoordinates()), new ArrayList<>());
  }

  private static Shell smallestAround(LinearRing hole, List<Shell> shells) {
    Shell best = null;
    for (Shell shell : shells) {
      boolean smaller = best == null || shell.area() < best.area();
      if (smaller
          && shell.box().covers(hole.getEnvelopeInternal())
          && PointLocation.isInRing(hole.getCoordinateN(0), shell.ring().getCoordinates())) {
        best = shell;
      }
    }
    return best;
  }
}
