package org.kiungo.geodata.format.vector;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import org.kiungo.geodata.format.ShapeParts;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.geometry.RawGeometry;
import org.kiungo.planner.model.value.InputRefused;
import org.locationtech.jts.geom.Geometry;

/**
 * Walks the records of a .shp file. With an index that fits, records are found by it; otherwise one
 * after the other. No length is believed before it is compared with the file.
 */
final class ShapeRecords implements AutoCloseable {

  private static final int HEADER_BYTES = 100;
  private static final int LARGEST_RECORD = 512 << 20;

  private final SourceFile file;
  private final FileChannel channel;
  private final long end;
  private final double[] box;
  private final long[] offsets;
  private final boolean indexIgnored;
  private ByteBuffer content = ByteBuffer.allocate(1 << 16);
  private long at = HEADER_BYTES;
  private int record;
  private String broken = "";

  private ShapeRecords(SourceFile file, FileChannel channel, ShapeParts parts) throws IOException {
    this.file = file;
    this.channel = channel;
    ByteBuffer header = bytes(0, HEADER_BYTES, ByteOrder.BIG_ENDIAN);
    long stated = 2L * (header.getInt(24) & 0xffffffffL);
    this.end = file.sizeBytes();
    if (stated > end) {
      throw new InputRefused(
          "file.truncated",
          "file",
          file.name(),
          "place",
          "header",
          "found",
          end + "",
          "expected",
          stated + "");
    }
    header.order(ByteOrder.LITTLE_ENDIAN);
    this.box =
        new double[] {
          header.getDouble(36), header.getDouble(44), header.getDouble(52), header.getDouble(60)
        };
    this.offsets = parts.shx().isPresent() ? index(parts.shx().get()) : null;
    this.indexIgnored = offsets == null;
  }

  static ShapeRecords open(ShapeParts parts) throws IOException {
    SourceFile shp = parts.shp();
    FileChannel channel = FileChannel.open(shp.path(), StandardOpenOption.READ);
    try {
      return new ShapeRecords(shp, channel, parts);
    } catch (IOException | RuntimeException refused) {
      channel.close();
      throw refused;
    }
  }

  /** Bounds stated in the header: {west, south, east, north}. */
  double[] box() {
    return box;
  }

  /** True when the index is missing or does not fit the main file. */
  boolean isIndexIgnored() {
    return indexIgnored;
  }

  /** Offsets by the index; null when one of them does not point to its record. */
  private long[] index(SourceFile shx) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(shx.path().toFile(), "r")) {
      in.seek(24);
      long stated = 2L * in.readInt();
      long bytes = stated >= HEADER_BYTES ? Math.min(stated, shx.sizeBytes()) : shx.sizeBytes();
      int count = (int) Math.max(0, (bytes - HEADER_BYTES) / 8);
      long[] found = new long[count];
      byte[] raw = new byte[count * 8];
      in.seek(HEADER_BYTES);
      in.readFully(raw);
      ByteBuffer pairs = ByteBuffer.wrap(raw);
      for (int k = 0; k < count; k++) {
        found[k] = 2L * pairs.getInt(k * 8);
        long length = 2L * pairs.getInt(k * 8 + 4);
        boolean inside = found[k] >= HEADER_BYTES && length >= 0 && found[k] + 8 + length <= end;
        if (!inside) {
          return null;
        }
      }
      return count == 0 ? null : found;
    } catch (java.io.EOFException cut) {
      return null;
    }
  }

  /** Moves to the next record; false at the end. */
  boolean next() throws IOException {
    if (offsets != null) {
      if (record == offsets.length) {
        return false;
      }
      at = offsets[record];
    } else if (at + 8 > end) {
      return false;
    }
    ByteBuffer head = bytes(at, 8, ByteOrder.BIG_ENDIAN);
    long length = 2L * head.getInt(4);
    boolean fits = length >= 0 && at + 8 + length <= end;
    broken = !fits && offsets != null ? length + "" : "";
    if (!broken.isEmpty()) {
      record++;
      return true; // the index goes on behind a damaged record
    }
    if (!fits && record > 0 && head.getInt(0) != record + 1) {
      return false; // what follows the last record is not a record
    }
    if (!fits) {
      throw new InputRefused(
          "file.damaged",
          "file",
          file.name(),
          "place",
          "record " + (record + 1),
          "found",
          length + "");
    }
    if (length > LARGEST_RECORD) {
      throw SourceFile.tooMuch(file.name(), "record " + (record + 1), length, LARGEST_RECORD);
    }
    content = bytes(at + 8, (int) length, ByteOrder.LITTLE_ENDIAN);
    at += 8 + length;
    record++;
    return true;
  }

  /** Reads on without geometries and says how many records were left. */
  long countRest() throws IOException {
    long rest = 0;
    while (next()) {
      rest++;
    }
    return rest;
  }

  /**
   * The geometry of the current record; null for a null shape.
   *
   * @param closeRings true to close open rings instead of refusing them
   */
  Geometry geometry(boolean closeRings) throws RawGeometry.Unusable {
    if (!broken.isEmpty()) {
      throw new RawGeometry.Unusable("recordBroken", broken);
    }
    return content.limit() < 4 ? null : ShapeGeometry.read(content, closeRings);
  }

  private ByteBuffer bytes(long from, int length, ByteOrder order) throws IOException {
    ByteBuffer buffer =
        content != null && content.capacity() >= length
            ? content.clear().limit(length)
            : ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) {
        throw new InputRefused(
            "file.truncated",
            "file",
            file.name(),
            "place",
            "record " + (record + 1),
            "found",
            file.sizeBytes() + "",
            "expected",
            from + length + "");
      }
    }
    return buffer.flip().order(order);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
