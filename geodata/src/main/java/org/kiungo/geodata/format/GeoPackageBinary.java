package org.kiungo.geodata.format;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * Geometry blobs of GeoPackage: a short header, then well-known binary.
 *
 * @see <a href="https://www.geopackage.org/spec140/#gpb_format">GeoPackage 1.4, clause 2.1.3</a>
 */
final class GeoPackageBinary {

  private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};
  private static final int EMPTY = 0x10;

  private GeoPackageBinary() {}

  static Geometry read(Object value) throws RawGeometry.Unusable {
    if (!(value instanceof byte[] blob) || blob.length < 8 || blob[0] != 'G' || blob[1] != 'P') {
      throw new RawGeometry.Unusable("geometryBroken", "GP");
    }
    int kind = blob[3] >> 1 & 7;
    if (kind >= ENVELOPE_BYTES.length || 8 + ENVELOPE_BYTES[kind] > blob.length) {
      throw new RawGeometry.Unusable("geometryBroken", "envelope " + kind);
    }
    int from = 8 + ENVELOPE_BYTES[kind];
    if (from + 5 > blob.length && (blob[3] & EMPTY) != 0) {
      return null;
    }
    return wkb(java.util.Arrays.copyOfRange(blob, from, blob.length));
  }

  /**
   * Reads well-known binary, ISO or extended, with curves straightened. JTS compares counts with
   * the length only when given the bytes, not a stream.
   */
  static Geometry wkb(byte[] wkb) throws RawGeometry.Unusable {
    try {
      Geometry geometry =
          CurveWkb.isCurved(wkb)
              ? CurveWkb.read(wkb)
              : new WKBReader(RawGeometry.FACTORY).read(wkb);
      if (isEmptyPoint(geometry)) {
        return RawGeometry.FACTORY.createPoint();
      }
      for (Coordinate c : geometry.getCoordinates()) {
        if (!Double.isFinite(c.x) || !Double.isFinite(c.y)) {
          throw new RawGeometry.Unusable("coordinateNotFinite", Places.text(c.x, c.y));
        }
      }
      return geometry;
    } catch (ParseException | IllegalArgumentException broken) {
      throw new RawGeometry.Unusable("geometryBroken", String.valueOf(broken.getMessage()));
    } catch (StackOverflowError nested) {
      // collections nested by the hundred thousand; the reader of JTS is recursive
      throw new RawGeometry.Unusable("geometryBroken", "GEOMETRYCOLLECTION (…(");
    }
  }

  /** ISO WKB writes an empty point as one with NaN coordinates. */
  private static boolean isEmptyPoint(Geometry geometry) {
    return geometry.getGeometryType().equals("Point")
        && !geometry.isEmpty()
        && Double.isNaN(geometry.getCoordinate().x);
  }
}
