package org.kiungo.geodata.tile;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * A layer of a vector tile as its bytes. Names and values stand once each, features name them by
 * their place; corners are told as steps from the one before.
 *
 * @see <a
 *     href="https://github.com/mapbox/vector-tile-spec/blob/master/2.1/vector_tile.proto">vector_tile.proto,
 *     version 2.1</a>
 */
final class VectorTileLayer {

  private static final int MOVE_TO = 1;
  private static final int LINE_TO = 2;
  private static final int CLOSE_PATH = 7;

  private final ByteArrayOutputStream features = new ByteArrayOutputStream();
  private final CodedOutputStream body = CodedOutputStream.newInstance(features);
  private final Map<String, Integer> names = new LinkedHashMap<>();
  private final Map<Object, Integer> values = new LinkedHashMap<>();
  private final String name;
  private final List<Field> fields;
  private final int extent;
  private final boolean named;

  /**
   * @param extent units of the tile's side
   */
  VectorTileLayer(String name, List<Field> fields, int extent) {
    this.name = name;
    this.fields = fields;
    this.extent = extent;
    named = fields.stream().anyMatch(each -> each.name().equals("id"));
  }

  /** Writes a message within a message. */
  private interface Part {
    void writeTo(CodedOutputStream out) throws IOException;
  }

  private static byte[] bytes(Part part) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      part.writeTo(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Adds a feature.
   *
   * @param shape of one dimension, with corners at whole units, from the tile's north-west
   */
  void add(Feature row, Geometry shape) {
    byte[] tags = bytes(out -> tag(row, out));
    byte[] corners = bytes(new Path(shape)::writeTo);
    byte[] feature =
        bytes(
            out -> {
              out.writeUInt64(1, row.row());
              out.writeByteArray(2, tags);
              out.writeEnum(3, shape.getDimension() + 1);
              out.writeByteArray(4, corners);
            });
    try {
      body.writeByteArray(2, feature);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tag(Feature row, CodedOutputStream out) throws IOException {
    if (!named && !row.id().isEmpty()) {
      tag("id", row.id(), out);
    }
    for (Field field : fields) {
      Object value = row.attributes().get(field.name());
      if (value != null) {
        Object cell =
            switch (field.type()) {
              case INTEGER -> ((Number) value).longValue();
              case REAL -> ((Number) value).doubleValue();
              case BOOLEAN -> value;
              case TEXT -> value.toString();
            };
        tag(field.name(), cell, out);
      }
    }
  }

  private void tag(String column, Object value, CodedOutputStream out) throws IOException {
    out.writeUInt32NoTag(names.computeIfAbsent(column, key -> names.size()));
    out.writeUInt32NoTag(values.computeIfAbsent(value, key -> values.size()));
  }

  /** The corners of a shape as commands, each told from where the last one ended. */
  private static final class Path {

    private final Geometry shape;
    private long x;
    private long y;

    Path(Geometry shape) {
      this.shape = shape;
    }

    void writeTo(CodedOutputStream out) throws IOException {
      if (shape.getDimension() == 0) {
        command(MOVE_TO, shape.getNumGeometries(), out);
      }
      for (int k = 0; k < shape.getNumGeometries(); k++) {
        Geometry part = shape.getGeometryN(k);
        if (part instanceof Polygon area) {
          ring(area.getExteriorRing(), true, out);
          for (int hole = 0; hole < area.getNumInteriorRing(); hole++) {
            ring(area.getInteriorRingN(hole), false, out);
          }
        } else if (part instanceof LineString line) {
          line(line.getCoordinates(), line.getNumPoints(), out);
        } else {
          step(part.getCoordinate(), out);
        }
      }
    }

    /** An outer ring goes with the clock as the tile is seen, where rows go down; holes against. */
    private void ring(LineString ring, boolean outer, CodedOutputStream out) throws IOException {
      boolean counterClockwise = Orientation.isCCW(ring.getCoordinateSequence());
      LineString turned = counterClockwise == outer ? ring : ring.reverse();
      line(turned.getCoordinates(), turned.getNumPoints() - 1, out);
      command(CLOSE_PATH, 1, out);
    }

    private void line(Coordinate[] corners, int count, CodedOutputStream out) throws IOException {
      command(MOVE_TO, 1, out);
      step(corners[0], out);
      command(LINE_TO, count - 1, out);
      for (int k = 1; k < count; k++) {
        step(corners[k], out);
      }
    }

    private static void command(int id, int count, CodedOutputStream out) throws IOException {
      out.writeUInt32NoTag(count << 3 | id);
    }

    private void step(Coordinate to, CodedOutputStream out) throws IOException {
      out.writeSInt32NoTag((int) (Math.round(to.x) - x));
      out.writeSInt32NoTag((int) (Math.round(to.y) - y));
      x = Math.round(to.x);
      y = Math.round(to.y);
    }
  }

  private static void value(Object value, CodedOutputStream out) throws IOException {
    if (value instanceof Long whole) {
      out.writeSInt64(6, whole);
    } else if (value instanceof Double real) {
      out.writeDouble(3, real);
    } else if (value instanceof Boolean known) {
      out.writeBool(7, known);
    } else {
      out.writeString(1, value.toString());
    }
  }

  /** Writes the layer into a tile. */
  void writeTo(ByteArrayOutputStream tile) {
    byte[] layer =
        bytes(
            out -> {
              out.writeString(1, name);
              body.flush();
              out.writeRawBytes(features.toByteArray());
              for (String each : names.keySet()) {
                out.writeString(3, each);
              }
              for (Object each : values.keySet()) {
                out.writeByteArray(4, bytes(part -> value(each, part)));
              }
              out.writeUInt32(5, extent);
              out.writeUInt32(15, 2);
            });
    tile.writeBytes(bytes(out -> out.writeByteArray(3, layer)));
  }
}
