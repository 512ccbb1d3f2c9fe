package org.kiungo.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** A GeoTIFF of a few cells in WGS 84, 32-bit floats in one strip. */
public final class TinyRaster {

  private static final int ENTRIES = 13;
  private static final int AFTER_ENTRIES = 8 + 2 + 12 * ENTRIES + 4;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int DOUBLE = 12;

  private TinyRaster() {}

  /**
   * Two towns of 900 and 600 people in Eswatini, 40 who live apart and one cell below zero.
   *
   * @param most people of the first town
   */
  public static Path towns(Path file, float most) throws IOException {
    float[] cells = new float[150];
    cells[55] = most;
    cells[95] = 600;
    cells[120] = 40;
    cells[7] = -1;
    return write(file, 50, cells, 31, -26.3, 0.01);
  }

  /**
   * Writes a raster.
   *
   * @param cells row by row from the north-west
   */
  public static Path write(
      Path file, int columns, float[] cells, double west, double north, double cellDegrees)
      throws IOException {
    int geo = AFTER_ENTRIES + 24 + 48;
    int data = geo + 32;
    ByteBuffer out = ByteBuffer.allocate(data + 4 * cells.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) ENTRIES);
    int rows = cells.length / columns;
    int[][] entries = {
      {256, LONG, 1, columns},
      {257, LONG, 1, rows},
      {258, SHORT, 1, 32},
      {259, SHORT, 1, 1},
      {262, SHORT, 1, 1},
      {273, LONG, 1, data},
      {277, SHORT, 1, 1},
      {278, LONG, 1, rows},
      {279, LONG, 1, 4 * cells.length},
      {339, SHORT, 1, 3},
      {33550, DOUBLE, 3, AFTER_ENTRIES},
      {33922, DOUBLE, 6, AFTER_ENTRIES + 24},
      {34735, SHORT, 16, geo}
    };
    for (int[] entry : entries) {
      out.putShort((short) entry[0]).putShort((short) entry[1]).putInt(entry[2]).putInt(entry[3]);
    }
    out.putInt(0);
    for (double each : new double[] {cellDegrees, cellDegrees, 0, 0, 0, 0, west, north, 0}) {
      out.putDouble(each);
    }
    // version and keys: geographic, cells are areas, EPSG:4326
    for (int each : new int[] {1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326}) {
      out.putShort((short) each);
    }
    for (float each : cells) {
      out.putFloat(each);
    }
    return Files.write(file, out.array());
  }
}
