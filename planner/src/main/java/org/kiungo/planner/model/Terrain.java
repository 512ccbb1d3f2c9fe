package org.kiungo.planner.model;

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
}
