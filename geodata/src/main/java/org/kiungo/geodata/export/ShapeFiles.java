package org.kiungo.geodata.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** The .shp and .shx parts, record by record; headers are filled in when closed. */
final class ShapeFiles implements AutoCloseable {

  private static final int HEADER_BYTES = 100;

  private final ShapeKind kind;
  private final FileChannel shp;
  private final FileChannel shx;
  private final Envelope box = new Envelope();
  private double lowest = Double.POSITIVE_INFINITY;
  private double highest = Double.NEGATIVE_INFINITY;
  private int records;

  ShapeFiles(ShapeKind kind, Path shpFile, Path shxFile) throws IOException {
    this.kind = kind;
    shp = FileChannel.open(shpFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    shx = FileChannel.open(shxFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    shp.position(HEADER_BYTES);
    shx.position(HEADER_BYTES);
  }

  /** Adds a record; null and empty shapes become null shapes. */
  void add(Geometry geometry) throws IOException {
    boolean none = geometry == null || geometry.isEmpty();
    ByteBuffer content = none ? buffer(4).putInt(0) : content(geometry);
    content.flip();
    records++;
    ByteBuffer head = ByteBuffer.allocate(8).putInt(records).putInt(content.limit() / 2);
    ByteBuffer place = ByteBuffer.allocate(8);
    place.putInt((int) (shp.position() / 2)).putInt(content.limit() / 2);
    write(shx, place.flip());
    write(shp, head.flip());
    write(shp, content);
  }

  private ByteBuffer content(Geometry geometry) {
    Coordinate[] all = geometry.getCoordinates();
    for (Coordinate c : all) {
      box.expandToInclude(c);
      if (kind.heights()) {
        lowest = Math.min(lowest, height(c));
        highest = Math.max(highest, height(c));
      }
    }
    return switch (kind.code()) {
      case 1 -> point(all[0]);
      case 8 -> bounded(geometry, Collections.singletonList(all), false);
      default -> bounded(geometry, parts(geometry), true);
    };
  }

  private ByteBuffer point(Coordinate c) {
    ByteBuffer content = buffer(36).putInt(kind.stated()).putDouble(c.x).putDouble(c.y);
    if (kind.heights()) {
      content.putDouble(height(c)).putDouble(0);
    }
    return content;
  }

  private ByteBuffer bounded(Geometry geometry, List<Coordinate[]> parts, boolean withParts) {
    int points = parts.stream().mapToInt(part -> part.length).sum();
    ByteBuffer content = buffer(60 + 4 * parts.size() + 32 * points + 32);
    Envelope own = geometry.getEnvelopeInternal();
    content.putInt(kind.stated());
    content.putDouble(own.getMinX()).putDouble(own.getMinY());
    content.putDouble(own.getMaxX()).putDouble(own.getMaxY());
    if (withParts) {
      content.putInt(parts.size());
    }
    content.putInt(points);
    int from = 0;
    for (Coordinate[] part : withParts ? parts : List.<Coordinate[]>of()) {
      content.putInt(from);
      from += part.length;
    }
    parts.forEach(part -> coordinates(content, part));
    if (kind.heights()) {
      heights(content, parts);
    }
    return content;
  }

  private static void coordinates(ByteBuffer content, Coordinate[] path) {
    for (Coordinate c : path) {
      content.putDouble(c.x).putDouble(c.y);
    }
  }

  private static void heights(ByteBuffer content, List<Coordinate[]> parts) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Coordinate[] part : parts) {
      for (Coordinate c : part) {
        low = Math.min(low, height(c));
        high = Math.max(high, height(c));
      }
    }
    content.putDouble(low).putDouble(high);
    for (Coordinate[] part : parts) {
      for (Coordinate c : part) {
        content.putDouble(height(c));
      }
    }
  }

  private static double height(Coordinate c) {
    return Double.isNaN(c.getZ()) ? 0 : c.getZ();
  }

  /** Lines as they are; shells clockwise, holes counter-clockwise. */
  private static List<Coordinate[]> parts(Geometry geometry) {
    List<Coordinate[]> parts = new ArrayList<>();
    for (int k = 0; k < geometry.getNumGeometries(); k++) {
      Geometry part = geometry.getGeometryN(k);
      if (part instanceof Polygon polygon) {
        parts.add(ring(polygon.getExteriorRing(), false));
        for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
          parts.add(ring(polygon.getInteriorRingN(h), true));
        }
      } else {
        parts.add(part.getCoordinates());
      }
    }
    return parts;
  }

  private static Coordinate[] ring(LinearRing ring, boolean counterClockwise) {
    boolean isSo = Orientation.isCCWArea(ring.getCoordinates());
    return isSo == counterClockwise ? ring.getCoordinates() : ring.reverse().getCoordinates();
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private void header(FileChannel channel) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).putInt(9994).position(24);
    header
        .putInt((int) (Math.max(HEADER_BYTES, channel.size()) / 2))
        .order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(1000).putInt(kind.stated());
    boolean none = box.isNull();
    header.putDouble(none ? 0 : box.getMinX()).putDouble(none ? 0 : box.getMinY());
    header.putDouble(none ? 0 : box.getMaxX()).putDouble(none ? 0 : box.getMaxY());
    boolean high = lowest <= highest;
    header.putDouble(high ? lowest : 0).putDouble(high ? highest : 0);
    channel.position(0);
    write(channel, header.position(0));
  }

  @Override
  public void close() throws IOException {
    try (shp;
        shx) {
      header(shp);
      header(shx);
    }
  }
}
