package org.kiungo.geodata.reference.people;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.kiungo.geodata.reference.people.InhabitedPlace.Origin;
import org.kiungo.planner.model.value.LonLat;

/**
 * The people of one country in a file, column after column, so that it packs well and reads fast.
 *
 * <pre>
 *  number of places n, then n numbers each of:
 *    origin (its place in {@link Origin})
 *    lon, lat       difference to the place before, 10⁻⁴ degrees
 *    population
 *    areaKm2        0.01 km², rounded, at least 1
 *    roadKm         0.1 km; 1 below zero = no road in the data
 *    GeoNames number, difference to the one before, of the places of GeoNames only
 *  names of the places that have one, UTF-8, each ended by a line feed
 * </pre>
 *
 * Numbers are signed by zigzag and cut into groups of seven bits, the lowest first (as Protocol
 * Buffers do).
 */
public final class PeopleFile {

  private static final double LON_LAT = 1e4;
  private static final double AREA = 100;
  private static final double ROAD = 10;
  private static final Origin[] ORIGINS = Origin.values();

  private PeopleFile() {}

  /** The file of some places of one country; their order is kept. */
  public static byte[] write(List<InhabitedPlace> places) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      number(out, places.size());
      column(out, places, p -> p.origin().ordinal(), false);
      column(out, places, p -> Math.round(p.location().lon() * LON_LAT), true);
      column(out, places, p -> Math.round(p.location().lat() * LON_LAT), true);
      column(out, places, InhabitedPlace::population, false);
      column(out, places, p -> Math.max(1, Math.round(p.areaKm2() * AREA)), false);
      column(
          out, places, p -> Double.isNaN(p.roadKm()) ? -1 : Math.round(p.roadKm() * ROAD), false);
      List<InhabitedPlace> geonames = places.stream().filter(p -> p.origin().isGeoNames()).toList();
      column(out, geonames, PeopleFile::geonamesId, true);
      for (InhabitedPlace place : places) {
        if (place.origin().hasName()) {
          out.write(place.name().replace('\n', ' ').getBytes(StandardCharsets.UTF_8));
          out.write('\n');
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static long geonamesId(InhabitedPlace place) {
    return Long.parseLong(place.id().substring(place.id().indexOf("_gn") + 3));
  }

  private static void column(
      DataOutputStream out,
      List<InhabitedPlace> places,
      ToLongFunction<InhabitedPlace> value,
      boolean differences)
      throws IOException {
    long before = 0;
    for (InhabitedPlace place : places) {
      long now = value.applyAsLong(place);
      number(out, now - before);
      before = differences ? now : 0;
    }
  }

  private static void number(DataOutputStream out, long value) throws IOException {
    long rest = value << 1 ^ value >> 63;
    while (rest >>> 7 != 0) {
      out.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  /**
   * The places of a file in its order.
   *
   * @param country ISO 3166-1 alpha-3
   */
  public static List<InhabitedPlace> read(String country, InputStream file) {
    try (DataInputStream in = new DataInputStream(file)) {
      return new Columns(in.readAllBytes()).places(country);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file being read. */
  private static final class Columns {
    private final byte[] bytes;
    private int at;

    Columns(byte[] bytes) {
      this.bytes = bytes;
    }

    List<InhabitedPlace> places(String country) {
      int count = (int) number();
      long[] origin = column(count, false);
      long[] lon = column(count, true);
      long[] lat = column(count, true);
      long[] population = column(count, false);
      long[] area = column(count, false);
      long[] road = column(count, false);
      int geonames = 0;
      for (long each : origin) {
        geonames += ORIGINS[(int) each].isGeoNames() ? 1 : 0;
      }
      long[] numbers = column(geonames, true);
      int next = 0;
      List<InhabitedPlace> places = new ArrayList<>(count);
      for (int k = 0; k < count; k++) {
        Origin from = ORIGINS[(int) origin[k]];
        LonLat location = new LonLat(lon[k] / LON_LAT, lat[k] / LON_LAT);
        String id =
            from.isGeoNames()
                ? country + "_gn" + numbers[next++]
                : country + "_" + location.lon() + "_" + location.lat();
        String name = from.hasName() ? line() : "";
        double roadKm = road[k] < 0 ? Double.NaN : road[k] / ROAD;
        places.add(
            new InhabitedPlace(
                id, country, name, location, population[k], area[k] / AREA, roadKm, from));
      }
      return places;
    }

    private long[] column(int count, boolean differences) {
      long[] values = new long[count];
      for (int k = 0; k < count; k++) {
        values[k] = number() + (differences && k > 0 ? values[k - 1] : 0);
      }
      return values;
    }

    private long number() {
      long value = 0;
      int shift = 0;
      byte next;
      do {
        next = bytes[at++];
        value |= (long) (next & 0x7f) << shift;
        shift += 7;
      } while (next < 0);
      return value >>> 1 ^ -(value & 1);
    }

    private String line() {
      int start = at;
      while (bytes[at] != '\n') {
        at++;
      }
      return new String(bytes, start, at++ - start, StandardCharsets.UTF_8);
    }
  }
}
