package org.kiungo.geodata.format.geometry;

import org.locationtech.jts.geom.Coordinate;

/**
 * Geometry blobs of GeoPackage: a short header, then well-known binary.
 *
 * @see <a href="https://www.geopackage.org/spec140/#gpb_format">GeoPackage 1.4, clause 2.1.3</a>
 */
public final class GeoPackageBinary {

  private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};
  private static final int EMPTY = 0x10;

  private GeoPackageBinary() {}

  /**
   * Decodes a blob.
   *
   * @param closeRings true to close open rings instead of refusing them
   * @return null for an empty geometry without well-known binary
   */
  public static StrictWkb.Decoded read(Object value, boolean closeRings)
      throws RawGeometry.Unusable {
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
    return wkb(java.util.Arrays.copyOfRange(blob, from, blob.length), closeRings);
  }

  /** Reads well-known binary; every coordinate is a number. */
  public static StrictWkb.Decoded wkb(byte[] wkb, boolean closeRings) throws RawGeometry.Unusable {
    StrictWkb.Decoded decoded = StrictWkb.read(wkb, closeRings);
    for (Coordinate c : decoded.geometry().getCoordinates()) {
      if (!Double.isFinite(c.x) || !Double.isFinite(c.y)) {
        throw new RawGeometry.Unusable("coordinateNotFinite", Places.text(c.x, c.y));
      }
    }
    return decoded;
  }
}
