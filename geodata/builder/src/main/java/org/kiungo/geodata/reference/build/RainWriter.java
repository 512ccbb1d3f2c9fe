package org.kiungo.geodata.reference.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipInputStream;

/**
 * Writes the rain of Africa to half degrees from the digital maps of ITU-R P.837-7 (rain of each
 * month, 0.25°) and P.1510-1 (temperature of each month, 0.75°), as the Python package {@code itur}
 * carries them: one NumPy array of doubles a file, south to north, west to east.
 */
final class RainWriter {

  private static final int WEST = -26;
  private static final int EAST = 64;
  private static final int SOUTH = -36;
  private static final int NORTH = 38;
  private static final double STEP_DEG = 0.5;
  private static final int MONTHS = 12;

  private RainWriter() {}

  /** A map of the globe by equal steps of degrees. */
  private record Globe(double[] values, int columns, double west, double south, double stepDeg) {

    /** Bilinear between the four points around. */
    double at(double lon, double lat) {
      double x = (lon - west) / stepDeg;
      double y = (lat - south) / stepDeg;
      int j = (int) x;
      int i = (int) y;
      double lower = along(i, j, x - j);
      return lower + (y - i) * (along(i + 1, j, x - j) - lower);
    }

    private double along(int row, int column, double share) {
      int k = row * columns + column;
      return values[k] + share * (values[k + 1] - values[k]);
    }
  }

  static void write(Path maps, Path out) throws IOException {
    Globe[] rain = new Globe[MONTHS];
    Globe[] kelvin = new Globe[MONTHS];
    for (int m = 0; m < MONTHS; m++) {
      Path mm = maps.resolve("837/v7_mt_month%02d.npz".formatted(m + 1));
      Path warmth = maps.resolve("1510/v1_t_month%02d.npz".formatted(m + 1));
      rain[m] = new Globe(doubles(mm, 722 * 1442), 1442, -180.125, -90.125, 0.25);
      kelvin[m] = new Globe(doubles(warmth, 241 * 481), 481, -180, -90, 0.75);
    }
    StringBuilder csv = new StringBuilder("lat");
    for (double lon = WEST; lon <= EAST; lon += STEP_DEG) {
      csv.append(',').append(lon);
    }
    for (double lat = NORTH; lat >= SOUTH; lat -= STEP_DEG) {
      csv.append('\n').append(lat);
      for (double lon = WEST; lon <= EAST; lon += STEP_DEG) {
        csv.append(',').append(Math.round(mmPerHour(rain, kelvin, lon, lat)));
      }
    }
    Files.writeString(out, csv.append('\n'));
  }

  private static double mmPerHour(Globe[] rain, Globe[] kelvin, double lon, double lat) {
    double[] mm = new double[MONTHS];
    double[] celsius = new double[MONTHS];
    for (int m = 0; m < MONTHS; m++) {
      mm[m] = rain[m].at(lon, lat);
      celsius[m] = kelvin[m].at(lon, lat) - 273.15;
    }
    return RainRate.mmPerHour(mm, celsius);
  }

  /** The array of an archive of one: a header that ends its first line, then the numbers. */
  private static double[] doubles(Path npz, int count) throws IOException {
    byte[] bytes;
    try (InputStream file = Files.newInputStream(npz);
        ZipInputStream zip = new ZipInputStream(file)) {
      zip.getNextEntry();
      bytes = zip.readAllBytes();
    }
    int start = bytes.length - count * Double.BYTES;
    String header = new String(bytes, 0, Math.max(0, start), StandardCharsets.ISO_8859_1);
    if (!header.contains("'<f8'") || !header.contains("False") || !header.endsWith("\n")) {
      throw new IOException(npz + " holds no " + count + " doubles in rows");
    }
    double[] values = new double[count];
    ByteBuffer.wrap(bytes, start, count * Double.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asDoubleBuffer()
        .get(values);
    return values;
  }
}
