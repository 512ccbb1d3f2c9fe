package org.kiungo.planner.model;

import java.util.Arrays;
import java.util.List;
import org.kiungo.planner.model.value.LonLat;

/** The ground that radio hops pass over. Whoever holds elevation data implements it. */
@FunctionalInterface
public interface Terrain {

  /** Knows nothing: every radio hop stays unverified. */
  Terrain UNKNOWN = (from, to) -> new double[0];

  /**
   * The ground along the straight hop between two places, the same from either end.
   *
   * @return highest ground of equally long pieces, metres above sea level, first and last under the
   *     masts; NaN where not known; empty where nothing is known
   */
  double[] profileM(LonLat from, LonLat to);

  /** Several terrains as one: of each hop the first that knows something of it. */
  static Terrain firstKnown(List<Terrain> terrains) {
    List<Terrain> known = terrains.stream().filter(each -> each != UNKNOWN).distinct().toList();
    if (known.size() < 2) {
      return known.isEmpty() ? UNKNOWN : known.get(0);
    }
    return (from, to) -> {
      for (Terrain each : known) {
        double[] profile = each.profileM(from, to);
        if (Arrays.stream(profile).anyMatch(Double::isFinite)) {
          return profile;
        }
      }
      return new double[0];
    };
  }
}
