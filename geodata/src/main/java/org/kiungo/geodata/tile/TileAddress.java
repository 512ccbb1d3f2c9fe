package org.kiungo.geodata.tile;

import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Where a tile lies in the tile matrix set WebMercatorQuad. <i>World units</i> are those of the
 * square that the whole world fills: from 0 in the west to 1 in the east, and from 0 in the north
 * to 1 in the south.
 *
 * @param zoom 0 to 24: there are 2<sup>zoom</sup> columns and rows
 * @param column from 0 in the west
 * @param row from 0 in the north
 * @see <a href="https://docs.ogc.org/is/17-083r4/17-083r4.html">OGC Two Dimensional Tile Matrix Set
 *     and Tile Set Metadata 2.0, annex D.1</a>
 */
public record TileAddress(int zoom, int column, int row) {

  /** The deepest zoom of the matrix set. */
  public static final int MOST_ZOOM = 24;

  /**
   * The deepest zoom of which there are tiles: programs enlarge them from there. A tile's unit is
   * 2.4 m there, at the equator.
   */
  public static final int DEEPEST = 12;

  /** Half the side of the square, metres: π times the semi-major axis of WGS 84. */
  public static final double HALF_SIDE_M = Math.PI * 6_378_137;

  /** North of it, and as far south, the square ends: degrees. */
  public static final double MOST_LATITUDE = Math.toDegrees(Math.atan(Math.sinh(Math.PI)));

  public TileAddress {
    if (zoom < 0 || zoom > MOST_ZOOM) {
      throw new IllegalArgumentException("zoom is " + zoom + "; allowed 0 to " + MOST_ZOOM);
    }
    int side = side(zoom);
    if (column < 0 || column >= side || row < 0 || row >= side) {
      throw new IllegalArgumentException(
          "column " + column + ", row " + row + "; allowed 0 to " + (side - 1));
    }
  }

  /** How many columns, and rows, there are. */
  public static int side(int zoom) {
    return 1 << zoom;
  }

  /** The tile in which a place lies. */
  public static TileAddress of(int zoom, double longitude, double latitude) {
    int side = side(zoom);
    int column = (int) Math.floor(x(longitude) * side);
    int row = (int) Math.floor(y(latitude) * side);
    return new TileAddress(
        zoom, Math.max(0, Math.min(side - 1, column)), Math.max(0, Math.min(side - 1, row)));
  }

  private static double x(double longitude) {
    return (longitude + 180) / 360;
  }

  /**
   * @see <a href="https://epsg.org/coord-operation-method_1024">EPSG method 1024, Popular
   *     Visualisation Pseudo Mercator</a>
   */
  private static double y(double latitude) {
    double within = Math.max(-MOST_LATITUDE, Math.min(MOST_LATITUDE, latitude));
    double tangent = Math.tan(Math.toRadians(within));
    return (1 - Math.log(tangent + Math.sqrt(1 + tangent * tangent)) / Math.PI) / 2;
  }

  /** A copy in world units of a shape in longitude and latitude; null of none. */
  public static Geometry world(Geometry lonLat) {
    if (lonLat == null) {
      return null;
    }
    Geometry world = lonLat.copy();
    world.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence places, int k) {
            places.setOrdinate(k, 0, x(places.getX(k)));
            places.setOrdinate(k, 1, y(places.getY(k)));
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return world;
  }

  /**
   * The ground of the tile and of a margin around it, in longitude and latitude.
   *
   * @param marginRatio share of its side
   */
  public Envelope ground(double marginRatio) {
    Envelope world = world(marginRatio);
    return new Envelope(
        Math.max(-180, world.getMinX() * 360 - 180),
        Math.min(180, world.getMaxX() * 360 - 180),
        latitude(world.getMaxY()),
        latitude(world.getMinY()));
  }

  private static double latitude(double y) {
    return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * y))));
  }

  /** The same in world units. */
  Envelope world(double marginRatio) {
    double side = 1.0 / side(zoom);
    Envelope world = new Envelope(column * side, (column + 1) * side, row * side, (row + 1) * side);
    world.expandBy(marginRatio * side);
    return world;
  }

  /** The four tiles of the next zoom that lie on it. */
  public List<TileAddress> children() {
    return IntStream.range(0, 4)
        .mapToObj(k -> new TileAddress(zoom + 1, 2 * column + k % 2, 2 * row + k / 2))
        .toList();
  }

  /**
   * Its number on the Hilbert curves of all zooms, the shallowest first.
   *
   * @see <a href="https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md">PMTiles 3,
   *     4.1</a>
   */
  long number() {
    long number = 0;
    for (int k = 0; k < zoom; k++) {
      number += 1L << 2 * k;
    }
    int x = column;
    int y = row;
    for (int half = side(zoom) / 2; half > 0; half /= 2) {
      int right = (x & half) > 0 ? 1 : 0;
      int down = (y & half) > 0 ? 1 : 0;
      number += (long) half * half * (3 * right ^ down);
      if (down == 0) {
        int turned = right == 1 ? half - 1 - (y & half - 1) : y & half - 1;
        y = right == 1 ? half - 1 - (x & half - 1) : x & half - 1;
        x = turned;
      } else {
        x &= half - 1;
        y &= half - 1;
      }
    }
    return number;
  }
}
