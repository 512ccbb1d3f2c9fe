package org.kiungo.geodata.reference.build.people;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntUnaryOperator;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Envelope;

/** Short distances on the sphere of equal volume, good to 0.6 %. */
final class Around {

  private static final double KM_PER_DEGREE = 111.195;

  private Around() {}

  static double km(LonLat one, LonLat other) {
    double cos = StrictMath.cos(StrictMath.toRadians((one.lat() + other.lat()) / 2));
    double east = (one.lon() - other.lon()) * cos;
    double north = one.lat() - other.lat();
    return KM_PER_DEGREE * Math.sqrt(east * east + north * north);
  }

  /** A box that holds the circle around a place. */
  static Envelope box(LonLat place, double km) {
    double lat = km / KM_PER_DEGREE;
    double lon = lat / StrictMath.cos(StrictMath.toRadians(Math.abs(place.lat()) + lat));
    return new Envelope(place.lon() - lon, place.lon() + lon, place.lat() - lat, place.lat() + lat);
  }

  static int[] nearestFirst(
      LonLat place, double km, int[] candidates, IntUnaryOperator position, LonLat[] middle) {
    return Arrays.stream(candidates)
        .map(position)
        .filter(k -> k >= 0 && km(place, middle[k]) <= km)
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer k) -> km(place, middle[k])).thenComparing(k -> k))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
