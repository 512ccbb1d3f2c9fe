package org.kiungo.planner.verify.separable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.kiungo.planner.model.value.LonLat;

/** Places by cells of latitude and longitude, to find those within a reach without asking all. */
final class ReachIndex {

  /** Least length of a degree of latitude on WGS 84, km. */
  private static final double KM_PER_DEG = 110.5;

  private final double cellDeg;
  private final List<LonLat> places = new ArrayList<>();
  private final Map<Long, List<Integer>> cells = new HashMap<>();

  /**
   * @param reachKm longest reach that will be asked for, &gt; 0
   */
  ReachIndex(double reachKm) {
    cellDeg = reachKm / KM_PER_DEG;
  }

  /** Adds a place under the next number, from 0. */
  void add(LonLat place) {
    long key = key((int) Math.floor(place.lon() / cellDeg), row(place.lat()));
    cells.computeIfAbsent(key, k -> new ArrayList<>()).add(places.size());
    places.add(place);
  }

  private int row(double lat) {
    return (int) Math.floor(lat / cellDeg);
  }

  private static long key(int column, int row) {
    return ((long) column << 32) ^ (row & 0xffffffffL);
  }

  LonLat place(int number) {
    return places.get(number);
  }

  /**
   * Visits the places within a reach of a place, that one included, until the visitor has had
   * enough.
   *
   * @param wanted says of a number, before distances are computed, whether it matters
   * @param wantsMore receives a wanted place's number; false ends the visit
   */
  void visit(LonLat place, double reachKm, IntPredicate wanted, IntPredicate wantsMore) {
    double polewardDeg = Math.min(89, Math.abs(place.lat()) + cellDeg);
    double widthDeg = cellDeg / StrictMath.cos(StrictMath.toRadians(polewardDeg));
    int west = (int) Math.floor((place.lon() - widthDeg) / cellDeg);
    int east = (int) Math.floor((place.lon() + widthDeg) / cellDeg);
    for (int row = row(place.lat()) - 1; row <= row(place.lat()) + 1; row++) {
      for (int column = west; column <= east; column++) {
        for (int other : cells.getOrDefault(key(column, row), List.of())) {
          if (wanted.test(other)
              && leastKm(place, places.get(other)) <= reachKm
              && place.distanceKm(places.get(other)) <= reachKm
              && !wantsMore.test(other)) {
            return;
          }
        }
      }
    }
  }

  /**
   * Never above the geodesic length of a short distance: a chart with the least length of a degree
   * of latitude and the parallel farther from the equator, less half a percent.
   */
  private static double leastKm(LonLat a, LonLat b) {
    double poleward = Math.max(Math.abs(a.lat()), Math.abs(b.lat()));
    double northKm = KM_PER_DEG * (a.lat() - b.lat());
    double eastKm = 111.3 * (a.lon() - b.lon()) * StrictMath.cos(StrictMath.toRadians(poleward));
    return 0.995 * Math.sqrt(northKm * northKm + eastKm * eastKm);
  }
}
