package org.kiungo.geodata.format.vector;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.kiungo.geodata.format.geometry.Places;
import org.kiungo.geodata.format.geometry.RawGeometry;
import org.kiungo.geodata.format.geometry.Rings;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

/** Decodes the geometry of one shapefile record; measures (M) are left out. */
public final class ShapeGeometry {

  /** Values below stand for "no data" (ESRI 1998, page 2). */
  private static final double NO_DATA = -1e38;

  private final ByteBuffer content;
  private final boolean hasZ;

  private ShapeGeometry(ByteBuffer content, boolean hasZ) {
    this.content = content;
    this.hasZ = hasZ;
  }

  /**
   * Reads a record's content, little-endian, from its shape type on.
   *
   * @param closeRings true to close open rings instead of refusing them
   */
  public static Geometry read(ByteBuffer content, boolean closeRings) throws RawGeometry.Unusable {
    int type = content.getInt(0);
    ShapeGeometry shape = new ShapeGeometry(content, type > 10 && type < 20);
    return switch (type) {
      case 0 -> null;
      case 1, 11, 21 -> shape.point();
      case 8, 18, 28 -> shape.multiPoint();
      case 3, 13, 23 -> shape.lines();
      case 5, 15, 25 -> Rings.assemble(shape.parts(), closeRings);
      default ->
          throw new RawGeometry.Unusable(
              "geometryTypeUnknown", type == 31 ? "MultiPatch" : type + "");
    };
  }

  private Geometry point() throws RawGeometry.Unusable {
    need(hasZ ? 28 : 20);
    double z = hasZ ? content.getDouble(20) : Double.NaN;
    double x = content.getDouble(4);
    double y = content.getDouble(12);
    boolean empty = Double.isNaN(x) && Double.isNaN(y) || x < NO_DATA && y < NO_DATA;
    return empty ? null : RawGeometry.FACTORY.createPoint(coordinate(x, y, z));
  }

  private Geometry multiPoint() throws RawGeometry.Unusable {
    need(40);
    int count = count(36, 40, 16);
    Coordinate[] all = coordinates(40, count);
    Point[] points = new Point[count];
    for (int k = 0; k < count; k++) {
      points[k] = RawGeometry.FACTORY.createPoint(all[k]);
    }
    return RawGeometry.FACTORY.createMultiPoint(points);
  }

  private Geometry lines() throws RawGeometry.Unusable {
    List<LineString> lines = new ArrayList<>();
    for (Coordinate[] path : parts()) {
      if (path.length == 1) {
        throw new RawGeometry.Unusable("lineTooShort", "1");
      }
      lines.add(RawGeometry.FACTORY.createLineString(path));
    }
    return lines.size() == 1
        ? lines.get(0)
        : RawGeometry.FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
  }

  /** The parts of a line or polygon; empty parts are dropped. */
  private List<Coordinate[]> parts() throws RawGeometry.Unusable {
    need(44);
    int parts = count(36, 44, 4);
    int points = count(40, 44 + 4 * parts, 16);
    Coordinate[] all = coordinates(44 + 4 * parts, points);
    List<Coordinate[]> paths = new ArrayList<>();
    for (int k = 0; k < parts; k++) {
      int from = content.getInt(44 + 4 * k);
      int to = k + 1 < parts ? content.getInt(48 + 4 * k) : points;
      if (from < 0 || to < from || to > points) {
        throw new RawGeometry.Unusable("geometryBroken", "part " + k + ": " + from + "–" + to);
      }
      if (to > from) {
        paths.add(java.util.Arrays.copyOfRange(all, from, to));
      }
    }
    return paths;
  }

  /** A count at a place, believed only if that many items fit behind {@code start}. */
  private int count(int place, int start, int itemBytes) throws RawGeometry.Unusable {
    int count = content.getInt(place);
    if (count < 0 || start + (long) count * itemBytes > content.limit()) {
      throw new RawGeometry.Unusable("geometryBroken", count + "");
    }
    return count;
  }

  private Coordinate[] coordinates(int start, int count) throws RawGeometry.Unusable {
    int heights = start + 16 * count + 16;
    boolean withZ = hasZ && heights + 8L * count <= content.limit();
    Coordinate[] all = new Coordinate[count];
    for (int k = 0; k < count; k++) {
      double z = withZ ? content.getDouble(heights + 8 * k) : Double.NaN;
      all[k] =
          coordinate(content.getDouble(start + 16 * k), content.getDouble(start + 16 * k + 8), z);
    }
    return all;
  }

  private static Coordinate coordinate(double x, double y, double z) throws RawGeometry.Unusable {
    if (!(Math.abs(x) < 1e300) || !(Math.abs(y) < 1e300)) {
      throw new RawGeometry.Unusable("coordinateNotFinite", Places.text(x, y));
    }
    return z > NO_DATA ? new Coordinate(x, y, z) : new Coordinate(x, y);
  }

  private void need(int bytes) throws RawGeometry.Unusable {
    if (content.limit() < bytes) {
      throw new RawGeometry.Unusable("geometryBroken", content.limit() + " < " + bytes);
    }
  }
}
