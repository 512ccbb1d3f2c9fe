package org.kiungo.planner.model.route;

import java.util.Comparator;
import java.util.List;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;

/**
 * The country of a place of which nothing says it: that of the nearest settlement, the first by id
 * of equals. Near is meant on the plane x = longitude · cos(mean latitude), y = latitude.
 */
final class NearestCountry {

  private final List<Settlement> byLatitude;
  private final double[] latitude;
  private final double scale;

  NearestCountry(List<Settlement> settlements) {
    byLatitude =
        settlements.stream()
            .sorted(
                Comparator.comparingDouble((Settlement s) -> s.location().lat())
                    .thenComparing(Settlement::id))
            .toList();
    latitude = byLatitude.stream().mapToDouble(s -> s.location().lat()).toArray();
    double mean = byLatitude.stream().mapToDouble(s -> s.location().lat()).average().orElse(0);
    scale = StrictMath.cos(StrictMath.toRadians(mean));
  }

  String of(LonLat place) {
    int above = java.util.Arrays.binarySearch(latitude, place.lat());
    above = above < 0 ? -above - 1 : above;
    int below = above - 1;
    Settlement best = null;
    double least = Double.POSITIVE_INFINITY;
    while (below >= 0 || above < latitude.length) {
      double down = below < 0 ? Double.POSITIVE_INFINITY : place.lat() - latitude[below];
      double up =
          above == latitude.length ? Double.POSITIVE_INFINITY : latitude[above] - place.lat();
      double nearer = Math.min(down, up);
      if (nearer * nearer > least) {
        break;
      }
      Settlement each = byLatitude.get(down < up ? below-- : above++);
      double dx = (each.location().lon() - place.lon()) * scale;
      double dy = each.location().lat() - place.lat();
      double square = dx * dx + dy * dy;
      if (square < least || square == least && each.id().compareTo(best.id()) < 0) {
        best = each;
        least = square;
      }
    }
    return best == null ? "" : best.country();
  }
}
