package org.kiungo.geodata.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.geotools.geometry.jts.CircularArc;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Well-known binary with circular arcs (ISO 13249-3: CIRCULARSTRING, COMPOUNDCURVE, CURVEPOLYGON,
 * MULTICURVE, MULTISURFACE), read as straight segments no farther than a tolerance from the arc.
 */
final class CurveWkb {

  /** Largest distance between arc and segments, as a share of the arc's radius (1 : 10,000). */
  private static final double TOLERANCE = 1e-4;

  private static final int DEEPEST = 20;

  private final ByteBuffer in;

  private CurveWkb(byte[] wkb) {
    in = ByteBuffer.wrap(wkb);
  }

  /** True when the outermost geometry type has arcs. */
  static boolean isCurved(byte[] wkb) {
    if (wkb.length < 5) {
      return false;
    }
    int type = order(ByteBuffer.wrap(wkb), wkb[0]).getInt(1) & 0x0fffffff;
    return type % 1000 >= 8 && type % 1000 <= 12;
  }

  static Geometry read(byte[] wkb) throws RawGeometry.Unusable {
    try {
      return new CurveWkb(wkb).geometry(0);
    } catch (java.nio.BufferUnderflowException cut) {
      throw new RawGeometry.Unusable("geometryBroken", "WKB");
    }
  }

  private static ByteBuffer order(ByteBuffer buffer, byte mark) {
    return buffer.order(mark == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
  }

  private Geometry geometry(int depth) throws RawGeometry.Unusable {
    if (depth > DEEPEST) {
      throw new RawGeometry.Unusable("geometryBroken", "depth " + depth);
    }
    order(in, in.get());
    int raw = in.getInt();
    int type = (raw & 0x0fffffff) % 1000;
    int thousands = (raw & 0x0fffffff) / 1000;
    boolean hasZ = thousands == 1 || thousands == 3 || (raw & 0x80000000) != 0;
    boolean hasM = thousands == 2 || thousands == 3 || (raw & 0x40000000) != 0;
    int ordinates = 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0);
    return switch (type) {
      case 2 -> RawGeometry.FACTORY.createLineString(path(ordinates, hasZ));
      case 3 -> polygon(ordinates, hasZ);
      case 8 -> RawGeometry.FACTORY.createLineString(straightened(path(ordinates, hasZ)));
      case 9 -> RawGeometry.FACTORY.createLineString(joined(parts(depth)));
      case 10 -> curvePolygon(parts(depth));
      case 11 -> RawGeometry.FACTORY.createMultiLineString(parts(depth).toArray(LineString[]::new));
      case 12 -> RawGeometry.FACTORY.createMultiPolygon(parts(depth).toArray(Polygon[]::new));
      default -> throw new RawGeometry.Unusable("geometryTypeUnknown", type + "");
    };
  }

  private int count(int itemBytes) throws RawGeometry.Unusable {
    int count = in.getInt();
    if (count < 0 || (long) count * itemBytes > in.remaining()) {
      throw new RawGeometry.Unusable("geometryBroken", count + "");
    }
    return count;
  }

  private List<Geometry> parts(int depth) throws RawGeometry.Unusable {
    int count = count(9);
    List<Geometry> parts = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      parts.add(geometry(depth + 1));
    }
    return parts;
  }

  private Coordinate[] path(int ordinates, boolean hasZ) throws RawGeometry.Unusable {
    Coordinate[] path = new Coordinate[count(8 * ordinates)];
    for (int k = 0; k < path.length; k++) {
      double x = in.getDouble();
      double y = in.getDouble();
      path[k] = new Coordinate(x, y, hasZ ? in.getDouble() : Double.NaN);
      in.position(in.position() + 8 * (ordinates - (hasZ ? 3 : 2)));
    }
    return path;
  }

  private Polygon polygon(int ordinates, boolean hasZ) throws RawGeometry.Unusable {
    int rings = count(4);
    List<Geometry> parts = new ArrayList<>();
    for (int k = 0; k < rings; k++) {
      parts.add(RawGeometry.FACTORY.createLineString(path(ordinates, hasZ)));
    }
    return curvePolygon(parts);
  }

  private static Polygon curvePolygon(List<Geometry> rings) throws RawGeometry.Unusable {
    if (rings.isEmpty()) {
      return RawGeometry.FACTORY.createPolygon();
    }
    LinearRing[] holes = new LinearRing[rings.size() - 1];
    for (int k = 0; k < holes.length; k++) {
      holes[k] = Rings.of(rings.get(k + 1).getCoordinates());
    }
    return RawGeometry.FACTORY.createPolygon(Rings.of(rings.get(0).getCoordinates()), holes);
  }

  private static Coordinate[] joined(List<Geometry> parts) {
    List<Coordinate> path = new ArrayList<>();
    for (Geometry part : parts) {
      for (Coordinate c : part.getCoordinates()) {
        if (path.isEmpty() || !path.get(path.size() - 1).equals2D(c)) {
          path.add(c);
        }
      }
    }
    return path.toArray(Coordinate[]::new);
  }

  /** Arcs through each three points in turn; the third begins the next. */
  private static Coordinate[] straightened(Coordinate[] points) {
    List<Coordinate> path = new ArrayList<>();
    for (int k = 0; k + 2 < points.length; k += 2) {
      double[] control = {
        points[k].x, points[k].y, points[k + 1].x, points[k + 1].y, points[k + 2].x, points[k + 2].y
      };
      CircularArc arc = new CircularArc(control);
      double radius = arc.getRadius();
      double tolerance = radius > 0 && radius < 1e12 ? radius * TOLERANCE : Double.MAX_VALUE;
      double[] line = arc.linearize(tolerance);
      path.add(new Coordinate(points[k]));
      for (int i = 2; i + 3 < line.length; i += 2) {
        path.add(new Coordinate(line[i], line[i + 1]));
      }
      path.add(new Coordinate(points[k + 2]));
    }
    if (path.isEmpty()) {
      return points;
    }
    List<Coordinate> distinct = new ArrayList<>();
    for (Coordinate c : path) {
      if (distinct.isEmpty() || !distinct.get(distinct.size() - 1).equals2D(c)) {
        distinct.add(c);
      }
    }
    return distinct.toArray(Coordinate[]::new);
  }
}
