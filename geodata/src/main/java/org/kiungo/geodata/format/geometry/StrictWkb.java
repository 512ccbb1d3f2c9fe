package org.kiungo.geodata.format.geometry;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.geotools.geometry.jts.CircularArc;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Well-known binary, ISO 13249-3 or extended, read as it stands: the reader of JTS closes open
 * rings and fills up short ones without a word. Circular arcs (CIRCULARSTRING, COMPOUNDCURVE,
 * CURVEPOLYGON, MULTICURVE, MULTISURFACE) become straight segments no farther than a tolerance from
 * the arc, and the result says so.
 */
public final class StrictWkb {

  /**
   * What was read.
   *
   * @param geometry as it stands, but for what the two flags say
   * @param straightened an arc became straight segments
   * @param closed an open ring was closed, as asked
   */
  public record Decoded(Geometry geometry, boolean straightened, boolean closed) {}

  /** Largest distance between arc and segments, as a share of the arc's radius (1 : 10,000). */
  private static final double TOLERANCE = 1e-4;

  private static final int DEEPEST = 20;

  private final ByteBuffer in;
  private final boolean closeRings;
  private boolean straightened;
  private boolean closed;

  private StrictWkb(byte[] wkb, boolean closeRings) {
    this.in = ByteBuffer.wrap(wkb);
    this.closeRings = closeRings;
  }

  /**
   * Decodes one geometry.
   *
   * @param closeRings true to close open rings instead of refusing them
   */
  static Decoded read(byte[] wkb, boolean closeRings) throws RawGeometry.Unusable {
    StrictWkb reader = new StrictWkb(wkb, closeRings);
    try {
      Geometry geometry = reader.geometry(0);
      return new Decoded(geometry, reader.straightened, reader.closed);
    } catch (java.nio.BufferUnderflowException | IllegalArgumentException cut) {
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
    if ((raw & 0x20000000) != 0) {
      in.getInt(); // the extended form's SRID; the layer says it already
    }
    return switch (type) {
      case 1 -> point(ordinates, hasZ);
      case 2 -> RawGeometry.FACTORY.createLineString(path(ordinates, hasZ));
      case 3 -> polygon(ordinates, hasZ);
      case 4 -> RawGeometry.FACTORY.createMultiPoint(parts(depth, Point.class));
      case 5 -> RawGeometry.FACTORY.createMultiLineString(parts(depth, LineString.class));
      case 6 -> RawGeometry.FACTORY.createMultiPolygon(parts(depth, Polygon.class));
      case 7 -> RawGeometry.FACTORY.createGeometryCollection(parts(depth, Geometry.class));
      case 8 -> RawGeometry.FACTORY.createLineString(straightened(path(ordinates, hasZ)));
      case 9 ->
          RawGeometry.FACTORY.createLineString(joined(List.of(parts(depth, LineString.class))));
      case 10 -> curvePolygon(List.of(parts(depth, LineString.class)));
      case 11 -> RawGeometry.FACTORY.createMultiLineString(parts(depth, LineString.class));
      case 12 -> RawGeometry.FACTORY.createMultiPolygon(parts(depth, Polygon.class));
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

  @SuppressWarnings("unchecked")
  private <T extends Geometry> T[] parts(int depth, Class<T> wanted) throws RawGeometry.Unusable {
    T[] parts = (T[]) Array.newInstance(wanted, count(5));
    for (int k = 0; k < parts.length; k++) {
      Geometry part = geometry(depth + 1);
      if (!wanted.isInstance(part)) {
        throw new RawGeometry.Unusable("geometryBroken", part.getGeometryType());
      }
      parts[k] = wanted.cast(part);
    }
    return parts;
  }

  /** A point; the empty one is written with coordinates that are not numbers. */
  private Point point(int ordinates, boolean hasZ) {
    double x = in.getDouble();
    double y = in.getDouble();
    Coordinate place = hasZ ? new Coordinate(x, y, in.getDouble()) : new Coordinate(x, y);
    in.position(in.position() + 8 * (ordinates - (hasZ ? 3 : 2)));
    return Double.isNaN(x) && Double.isNaN(y)
        ? RawGeometry.FACTORY.createPoint()
        : RawGeometry.FACTORY.createPoint(place);
  }

  private Coordinate[] path(int ordinates, boolean hasZ) throws RawGeometry.Unusable {
    Coordinate[] path = new Coordinate[count(8 * ordinates)];
    for (int k = 0; k < path.length; k++) {
      double x = in.getDouble();
      double y = in.getDouble();
      path[k] = hasZ ? new Coordinate(x, y, in.getDouble()) : new Coordinate(x, y);
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

  private Polygon curvePolygon(List<? extends Geometry> rings) throws RawGeometry.Unusable {
    if (rings.isEmpty()) {
      return RawGeometry.FACTORY.createPolygon();
    }
    LinearRing[] holes = new LinearRing[rings.size() - 1];
    for (int k = 0; k < holes.length; k++) {
      holes[k] = ring(rings.get(k + 1));
    }
    return RawGeometry.FACTORY.createPolygon(ring(rings.get(0)), holes);
  }

  private LinearRing ring(Geometry line) throws RawGeometry.Unusable {
    Coordinate[] path = line.getCoordinates();
    closed |= path.length > 2 && !path[0].equals2D(path[path.length - 1]);
    return Rings.of(path, closeRings);
  }

  private static Coordinate[] joined(List<? extends Geometry> parts) {
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
  private Coordinate[] straightened(Coordinate[] points) {
    straightened |= points.length > 2;
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
