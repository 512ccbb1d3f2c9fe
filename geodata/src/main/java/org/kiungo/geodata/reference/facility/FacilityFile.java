package org.kiungo.geodata.reference.facility;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kiungo.planner.model.value.LonLat;

/**
 * Places of one country's facilities of one kind in a file: their number, then longitudes, then
 * latitudes, in 10⁻³ degrees (some 100 m), each as the difference to the one before. Differences
 * are signed by zigzag and cut into groups of seven bits, the lowest first (as Protocol Buffers
 * do).
 */
public final class FacilityFile {

  private static final double SCALE = 1e3;

  private FacilityFile() {}

  /** The file of some places; they come back sorted by longitude and latitude. */
  public static byte[] write(List<LonLat> places) {
    List<LonLat> sorted = new ArrayList<>(places);
    sorted.sort(Comparator.comparingDouble(LonLat::lon).thenComparingDouble(LonLat::lat));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    number(out, sorted.size());
    long before = 0;
    for (LonLat each : sorted) {
      number(out, Math.round(each.lon() * SCALE) - before);
      before = Math.round(each.lon() * SCALE);
    }
    before = 0;
    for (LonLat each : sorted) {
      number(out, Math.round(each.lat() * SCALE) - before);
      before = Math.round(each.lat() * SCALE);
    }
    return out.toByteArray();
  }

  /** The places of a file. */
  public static List<LonLat> read(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file);
    double[] lon = new double[(int) number(in)];
    double[] lat = new double[lon.length];
    for (double[] values : List.of(lon, lat)) {
      long now = 0;
      for (int k = 0; k < values.length; k++) {
        now += number(in);
        values[k] = now / SCALE;
      }
    }
    List<LonLat> places = new ArrayList<>(lon.length);
    for (int k = 0; k < lon.length; k++) {
      places.add(new LonLat(lon[k], lat[k]));
    }
    return places;
  }

  private static void number(ByteArrayOutputStream out, long value) {
    long rest = value << 1 ^ value >> 63;
    while (rest >>> 7 != 0) {
      out.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static long number(ByteBuffer in) {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = in.get();
      value |= (long) (next & 0x7f) << shift;
      shift += 7;
    } while (next < 0);
    return value >>> 1 ^ -(value & 1);
  }
}
