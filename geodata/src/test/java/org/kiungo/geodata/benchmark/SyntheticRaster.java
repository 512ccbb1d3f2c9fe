package org.kiungo.geodata.benchmark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.Deflater;

/**
 * A continental population raster from a seed, written row by row as a deflated float32 GeoTIFF in
 * WGS 84: a thin spread of people, and towns of a few hundred cells.
 */
final class SyntheticRaster {

  private static final int ROWS_A_STRIP = 16;

  private SyntheticRaster() {}

  /**
   * Writes a raster.
   *
   * @param side cells on each side
   * @return people in it, float64 sum of the float32 cells in reading order
   */
  static double write(Path file, int side, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    int strips = (side + ROWS_A_STRIP - 1) / ROWS_A_STRIP;
    List<byte[]> directory = new ArrayList<>();
    int[] offset = new int[strips];
    int[] length = new int[strips];
    double people = 0;
    int at = 8;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      out.write(new byte[8]);
      ByteBuffer rows = ByteBuffer.allocate(4 * side * ROWS_A_STRIP).order(ByteOrder.LITTLE_ENDIAN);
      byte[] packed = new byte[rows.capacity() + 1024];
      Deflater deflater = new Deflater(1);
      for (int strip = 0; strip < strips; strip++) {
        rows.clear();
        int count = Math.min(ROWS_A_STRIP, side - strip * ROWS_A_STRIP);
        for (int row = strip * ROWS_A_STRIP; row < strip * ROWS_A_STRIP + count; row++) {
          people += row(rows, row, side, random);
        }
        deflater.reset();
        deflater.setInput(rows.array(), 0, rows.position());
        deflater.finish();
        int size = deflater.deflate(packed);
        out.write(packed, 0, size);
        offset[strip] = at;
        length[strip] = size;
        at += size;
      }
      deflater.end();
      out.write(header(at, side, offset, length));
    }
    try (var channel =
        java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
      ByteBuffer first = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
      first.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(at).flip();
      channel.write(first, 0);
    }
    return people;
  }

  private static double row(ByteBuffer rows, int row, int side, SplittableRandom random) {
    double people = 0;
    int column = 0;
    while (column < side) {
      int empty = Math.min(side - column, random.nextInt(1, 400));
      for (int k = 0; k < empty; k++) {
        rows.putFloat(0);
      }
      column += empty;
      boolean town = (row / 40 + column / 400) % 7 == 0;
      int inhabited = Math.min(side - column, random.nextInt(1, town ? 40 : 4));
      for (int k = 0; k < inhabited; k++) {
        float cell = (float) (random.nextDouble() * (town ? 90 : 3));
        rows.putFloat(cell);
        people += cell;
      }
      column += inhabited;
    }
    return people;
  }

  /** The directory with its values, for a raster of Africa's extent. */
  private static byte[] header(int start, int side, int[] offset, int[] length) {
    int[][] shorts = {
      {258, 32}, {259, 8}, {262, 1}, {277, 1}, {278, ROWS_A_STRIP}, {284, 1}, {339, 3}
    };
    double cell = 72.0 / side;
    double[] scale = {cell, cell, 0};
    double[] tie = {0, 0, 0, -20, 37, 0};
    int[] keys = {1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326};
    int entries = 2 + shorts.length + 2 + 3;
    int values = start + 2 + 12 * entries + 4;
    ByteBuffer out =
        ByteBuffer.allocate(2 + 12 * entries + 4 + 8 * offset.length + 24 + 48 + 2 * keys.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    int offsets = values;
    int lengths = offsets + 4 * offset.length;
    int scales = lengths + 4 * offset.length;
    int ties = scales + 24;
    int geoKeys = ties + 48;
    out.putShort((short) entries);
    entry(out, 256, 4, 1, side);
    entry(out, 257, 4, 1, side);
    for (int[] each : shorts) {
      if (each[0] == 277) {
        entry(out, 273, 4, offset.length, offset.length == 1 ? offset[0] : offsets);
      }
      entry(out, each[0], 3, 1, each[1]);
      if (each[0] == 278) {
        entry(out, 279, 4, offset.length, offset.length == 1 ? length[0] : lengths);
      }
    }
    entry(out, 33550, 12, 3, scales);
    entry(out, 33922, 12, 6, ties);
    entry(out, 34735, 3, keys.length, geoKeys);
    out.putInt(0);
    for (int each : offset) {
      out.putInt(each);
    }
    for (int each : length) {
      out.putInt(each);
    }
    for (double each : scale) {
      out.putDouble(each);
    }
    for (double each : tie) {
      out.putDouble(each);
    }
    for (int each : keys) {
      out.putShort((short) each);
    }
    return out.array();
  }

  private static void entry(ByteBuffer out, int tag, int type, int count, int value) {
    out.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }
}
