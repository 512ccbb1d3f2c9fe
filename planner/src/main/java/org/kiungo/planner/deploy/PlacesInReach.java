package org.kiungo.planner.deploy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.kiungo.planner.model.LonLat;
import org.kiungo.planner.model.PlanningProblem;

/**
 * Places where a site that serves one settlement may stand: its own, the {@value #NEAREST} nearest,
 * the {@value #MOST_POPULOUS} with most people who lack service and the {@value #TOWERS} nearest
 * towers within reach. Mixing near and populous places measurably beats nearest places alone.
 */
final class PlacesInReach {

  static final int NEAREST = 5;
  static final int MOST_POPULOUS = 6;
  static final int TOWERS = 3;

  private final Places places;
  private final int settlement;

  /** Other places around, nearest first, settlements and towers apart. */
  private final int[] nearSettlements;

  private final int[] nearTowers;
  private final double[] people;

  PlacesInReach(PlanningProblem problem, Places places, int settlement, double farthestKm) {
    this.places = places;
    this.settlement = settlement;
    int[] around = places.near.around(places.x[settlement], places.y[settlement], farthestKm);
    long[] order = new long[around.length];
    for (int k = 0; k < around.length; k++) {
      long micro = Math.round(Math.sqrt(places.squareDeg(settlement, around[k])) * 1e8);
      order[k] = micro << 31 | around[k];
    }
    Arrays.sort(order);
    int[] nearest =
        Arrays.stream(order)
            .mapToInt(key -> (int) (key & Integer.MAX_VALUE))
            .filter(v -> v != settlement)
            .toArray();
    nearSettlements = IntStream.of(nearest).filter(v -> v < places.settlements).toArray();
    nearTowers = IntStream.of(nearest).filter(v -> v >= places.settlements).toArray();
    people =
        IntStream.of(nearSettlements)
            .mapToDouble(v -> problem.settlements().get(v).unservedPopulation())
            .toArray();
  }

  /** Chosen places within a reach, ascending. */
  int[] within(double reachKm) {
    IntStream.Builder chosen = IntStream.builder().add(settlement);
    nearest(nearSettlements, reachKm, NEAREST, chosen);
    nearest(nearTowers, reachKm, TOWERS, chosen);
    mostPopulous(reachKm, chosen);
    return chosen.build().sorted().distinct().toArray();
  }

  private boolean reaches(int place, double reachKm) {
    LonLat here = places.location[settlement];
    LonLat there = places.location[place];
    return mostKm(here, there) <= reachKm || here.distanceKm(there) <= reachKm;
  }

  /**
   * Never below the geodesic length of a short distance: the ellipsoid's largest degrees, taken
   * along the parallel nearer to the equator. Spares most geodesic computations.
   */
  private static double mostKm(LonLat a, LonLat b) {
    double lowest = a.lat() * b.lat() <= 0 ? 0 : Math.min(Math.abs(a.lat()), Math.abs(b.lat()));
    double northKm = 111.7 * (a.lat() - b.lat());
    double eastKm = 111.4 * (a.lon() - b.lon()) * StrictMath.cos(StrictMath.toRadians(lowest));
    return Math.sqrt(northKm * northKm + eastKm * eastKm);
  }

  private void nearest(int[] sorted, double reachKm, int wanted, IntStream.Builder chosen) {
    for (int k = 0; k < Math.min(wanted, sorted.length); k++) {
      if (!reaches(sorted[k], reachKm)) {
        return;
      }
      chosen.add(sorted[k]);
    }
  }

  private void mostPopulous(double reachKm, IntStream.Builder chosen) {
    boolean[] seen = new boolean[people.length];
    int marked = 0;
    while (marked < MOST_POPULOUS) {
      int best = -1;
      for (int k = 0; k < people.length; k++) {
        if (!seen[k] && (best < 0 || people[k] > people[best])) {
          best = k;
        }
      }
      if (best < 0) {
        return;
      }
      seen[best] = true;
      if (reaches(nearSettlements[best], reachKm)) {
        chosen.add(nearSettlements[best]);
        marked++;
      }
    }
  }
}
