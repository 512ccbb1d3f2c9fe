package org.kiungo.geodata.format.table;

import org.kiungo.geodata.format.geometry.RawGeometry;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Tiles of maps of the web: a quadkey has a digit a zoom level, of which the lower bit is the
 * column's and the higher one the row's, from the north.
 *
 * @see <a href="https://learn.microsoft.com/bingmaps/articles/bing-maps-tile-system">Bing Maps tile
 *     system</a>
 */
final class QuadKey {

  /** Of Ookla's tiles; a table that took quadkeys for numbers has lost their zeros in front. */
  private static final int USUAL_LEVEL = 16;

  private static final int MOST_LEVELS = 30;

  private QuadKey() {}

  /**
   * The square of a tile, in degrees.
   *
   * @throws RawGeometry.Unusable {@code quadkeyUnread} for what is none
   */
  static Geometry of(String text) throws RawGeometry.Unusable {
    if (!text.matches("[0-3]+") || text.length() > MOST_LEVELS) {
      throw new RawGeometry.Unusable("quadkeyUnread", text);
    }
    String key = "0".repeat(Math.max(0, USUAL_LEVEL - text.length())) + text;
    long column = 0;
    long row = 0;
    for (char digit : key.toCharArray()) {
      column = 2 * column + (digit - '0') % 2;
      row = 2 * row + (digit - '0') / 2;
    }
    long tiles = 1L << key.length();
    double west = 360.0 * column / tiles - 180;
    double east = 360.0 * (column + 1) / tiles - 180;
    double north = lat(row, tiles);
    double south = lat(row + 1, tiles);
    return RawGeometry.FACTORY.createPolygon(
        new Coordinate[] {
          new Coordinate(west, south),
          new Coordinate(east, south),
          new Coordinate(east, north),
          new Coordinate(west, north),
          new Coordinate(west, south)
        });
  }

  /** Of the northern side of a row of tiles, by the spherical Mercator projection. */
  private static double lat(long row, long tiles) {
    double angle = StrictMath.PI * (1 - 2.0 * row / tiles);
    return StrictMath.toDegrees(StrictMath.atan(StrictMath.sinh(angle)));
  }
}
