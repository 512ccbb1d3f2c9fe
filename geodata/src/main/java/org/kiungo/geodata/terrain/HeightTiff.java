package org.kiungo.geodata.terrain;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/**
 * A GeoTIFF of whole metres in longitude and latitude, written row by row in deflated strips.
 *
 * @see <a href="https://docs.ogc.org/is/19-008r4/19-008r4.html">OGC GeoTIFF 1.1</a>
 */
final class HeightTiff implements AutoCloseable {

  private static final int ROWS_A_STRIP = 64;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int DOUBLE = 12;
  private static final int ASCII = 2;

  private final Path file;
  private final OutputStream out;
  private final int width;
  private final int height;
  private final double[] scale;
  private final double[] tie;
  private final ByteBuffer strip;
  private final byte[] packed;
  private final Deflater deflater = new Deflater();
  private final List<Integer> offsets = new ArrayList<>();
  private final List<Integer> lengths = new ArrayList<>();
  private long at = 8;

  HeightTiff(Path file, int width, int height, double west, double north, double cell)
      throws IOException {
    this.file = file;
    this.width = width;
    this.height = height;
    scale = new double[] {cell, cell, 0};
    tie = new double[] {0, 0, 0, west, north, 0};
    strip = little(2 * width * ROWS_A_STRIP);
    packed = new byte[strip.capacity() + 1024];
    out = new BufferedOutputStream(Files.newOutputStream(file));
    out.write(new byte[8]);
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  void row(short[] metres) throws IOException {
    for (short each : metres) {
      strip.putShort(each);
    }
    if (!strip.hasRemaining()) {
      pack();
    }
  }

  private void pack() throws IOException {
    deflater.reset();
    deflater.setInput(strip.array(), 0, strip.position());
    deflater.finish();
    int size = deflater.deflate(packed);
    out.write(packed, 0, size);
    offsets.add(Math.toIntExact(at));
    lengths.add(size);
    at += size;
    strip.clear();
  }

  /** Writes what says where the strips are. */
  @Override
  public void close() throws IOException {
    try (out) {
      if (strip.position() > 0) {
        pack();
      }
      deflater.end();
      if (at % 2 == 1) {
        out.write(0);
        at++;
      }
      out.write(directory());
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer first = little(8).put((byte) 'I').put((byte) 'I').putShort((short) 42);
      channel.write(first.putInt(Math.toIntExact(at)).flip(), 0);
    }
  }

  /** A tag with its values. */
  private record Tag(int code, int type, int count, ByteBuffer values) {}

  private byte[] directory() {
    byte[] noData = (ElevationMosaic.NO_HEIGHT + "\0").getBytes(StandardCharsets.US_ASCII);
    List<Tag> tags =
        List.of(
            numbers(256, LONG, List.of(width)),
            numbers(257, LONG, List.of(height)),
            numbers(258, SHORT, List.of(16)),
            numbers(259, SHORT, List.of(8)),
            numbers(262, SHORT, List.of(1)),
            numbers(273, LONG, offsets),
            numbers(277, SHORT, List.of(1)),
            numbers(278, SHORT, List.of(ROWS_A_STRIP)),
            numbers(279, LONG, lengths),
            numbers(284, SHORT, List.of(1)),
            numbers(339, SHORT, List.of(2)),
            doubles(33550, scale),
            doubles(33922, tie),
            // longitude and latitude of WGS 84; cells are areas
            numbers(
                34735, SHORT, List.of(1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326)),
            new Tag(42113, ASCII, noData.length, ByteBuffer.wrap(noData)));
    int entries = 2 + 12 * tags.size() + 4;
    int beyond = tags.stream().mapToInt(each -> beyond(each.values)).sum();
    ByteBuffer all = little(entries + beyond).putShort((short) tags.size());
    int next = entries;
    for (Tag each : tags) {
      all.putShort((short) each.code).putShort((short) each.type).putInt(each.count);
      int entry = all.position();
      if (beyond(each.values) == 0) {
        all.put(each.values.array());
      } else {
        all.putInt(Math.toIntExact(at + next));
        all.position(next);
        all.put(each.values.array());
        next += beyond(each.values);
      }
      all.position(entry + 4);
    }
    return all.array();
  }

  /** Bytes of values that do not fit into their entry, rounded to whole words. */
  private static int beyond(ByteBuffer values) {
    return values.capacity() <= 4 ? 0 : values.capacity() + values.capacity() % 2;
  }

  private static Tag numbers(int code, int type, List<Integer> all) {
    ByteBuffer values = little((type == SHORT ? 2 : 4) * all.size());
    for (int each : all) {
      if (type == SHORT) {
        values.putShort((short) each);
      } else {
        values.putInt(each);
      }
    }
    return new Tag(code, type, all.size(), values);
  }

  private static Tag doubles(int code, double[] all) {
    ByteBuffer values = little(8 * all.length);
    for (double each : all) {
      values.putDouble(each);
    }
    return new Tag(code, DOUBLE, all.length, values);
  }
}
