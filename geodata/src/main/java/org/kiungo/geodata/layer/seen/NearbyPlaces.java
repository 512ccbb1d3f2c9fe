package org.kiungo.geodata.layer.seen;

import java.util.Arrays;
import org.kiungo.planner.model.value.LonLat;

/**
 * Remembers places on a fine grid, to find two rows that mean the same one: chained cells in flat
 * arrays, about 60 bytes a place, so that files of millions of rows can be checked.
 */
public final class NearbyPlaces {

  static final double TOLERANCE_KM = 0.05;

  /** Grid step in degrees: 0.0005° of latitude is 55 m, a little more than the tolerance. */
  private static final double STEP_DEGREES = 0.0005;

  /**
   * Places kept around a spot: of a crowd, more are not needed to find an earlier one, and a file
   * of nothing but one spot would be compared with itself.
   */
  private static final int MOST_NEIGHBOURS = 32;

  /** Cells of a parallel, 360° in steps; a cell's number is line · this + column. */
  private static final long COLUMNS = 720_001;

  private int[] heads = new int[1 << 11];
  private double[] lon = new double[1 << 10];
  private double[] lat = new double[1 << 10];
  private long[] rows = new long[1 << 10];
  private int[] next = new int[1 << 10];
  private int count;

  /** The earlier row within 50 m, or 0; the place is remembered unless it is one of a crowd. */
  public long findAndAdd(LonLat place, long row) {
    long column = (long) Math.floor(place.lon() / STEP_DEGREES);
    long line = (long) Math.floor(place.lat() / STEP_DEGREES);
    double cosine = Math.max(0.02, Math.cos(Math.toRadians(place.lat())));
    int reach = (int) Math.ceil(1 / cosine);
    long earlier = 0;
    int neighbours = 0;
    for (long x = column - reach; x <= column + reach; x++) {
      for (long y = line - 1; y <= line + 1; y++) {
        for (int k = heads[slot(x, y)] - 1; k >= 0; k = next[k] - 1) {
          if (new LonLat(lon[k], lat[k]).distanceKm(place) < TOLERANCE_KM) {
            earlier = earlier == 0 ? rows[k] : Math.min(earlier, rows[k]);
            neighbours++;
          }
        }
      }
    }
    if (neighbours < MOST_NEIGHBOURS) {
      add(place, row);
    }
    return earlier;
  }

  private void add(LonLat place, long row) {
    if (count == lon.length) {
      grow();
    }
    lon[count] = place.lon();
    lat[count] = place.lat();
    rows[count] = row;
    chain(count);
    count++;
  }

  private void chain(int k) {
    long column = (long) Math.floor(lon[k] / STEP_DEGREES);
    long line = (long) Math.floor(lat[k] / STEP_DEGREES);
    int slot = slot(column, line);
    next[k] = heads[slot];
    heads[slot] = k + 1;
  }

  /** Cells that share a slot share a chain; distances tell them apart. */
  private int slot(long column, long line) {
    long cell = (line * COLUMNS + column) * 0x9e3779b97f4a7c15L;
    return (int) (cell >>> 40) & heads.length - 1;
  }

  private void grow() {
    int places = lon.length * 2;
    lon = Arrays.copyOf(lon, places);
    lat = Arrays.copyOf(lat, places);
    rows = Arrays.copyOf(rows, places);
    next = Arrays.copyOf(next, places);
    heads = new int[Math.min(places * 2, 1 << 24)];
    for (int k = 0; k < count; k++) {
      chain(k);
    }
  }
}
