package org.kiungo.geodata.layer;

import java.util.HashMap;
import java.util.Map;
import org.kiungo.planner.model.LonLat;

/** Remembers places on a fine grid, to find two rows that mean the same one. */
final class NearbyPlaces {

  static final double TOLERANCE_KM = 0.05;

  /** Grid step in degrees: 0.0005° of latitude is 55 m, a little more than the tolerance. */
  private static final double STEP_DEGREES = 0.0005;

  private record Cell(long column, long row) {}

  private record Seen(LonLat place, long row, Seen before) {}

  private final Map<Cell, Seen> seen = new HashMap<>();

  /** The earlier row within 50 m, or 0; the place is remembered either way. */
  long findAndAdd(LonLat place, long row) {
    long column = (long) Math.floor(place.lon() / STEP_DEGREES);
    long line = (long) Math.floor(place.lat() / STEP_DEGREES);
    double cosine = Math.max(0.02, Math.cos(Math.toRadians(place.lat())));
    int reach = (int) Math.ceil(1 / cosine);
    long earlier = 0;
    for (long x = column - reach; x <= column + reach; x++) {
      for (long y = line - 1; y <= line + 1; y++) {
        for (Seen other = seen.get(new Cell(x, y)); other != null; other = other.before()) {
          boolean first = earlier == 0 || other.row() < earlier;
          if (first && other.place().distanceKm(place) < TOLERANCE_KM) {
            earlier = other.row();
          }
        }
      }
    }
    Cell own = new Cell(column, line);
    seen.put(own, new Seen(place, row, seen.get(own)));
    return earlier;
  }
}
