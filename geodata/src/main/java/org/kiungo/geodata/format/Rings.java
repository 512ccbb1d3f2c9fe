package org.kiungo.geodata.format;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;

/** Checks that a path can bound a polygon; nothing is closed or mended unasked. */
final class Rings {

  private Rings() {}

  static LinearRing of(Coordinate[] path) throws RawGeometry.Unusable {
    if (path.length == 0) {
      return RawGeometry.FACTORY.createLinearRing();
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
}
