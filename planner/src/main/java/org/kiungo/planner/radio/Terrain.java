package org.kiungo.planner.radio;

import org.kiungo.planner.model.LonLat;

/** Height of the ground. Whoever holds elevation data implements it. */
@FunctionalInterface
public interface Terrain {

  /** Knows nothing: every radio link stays unverified. */
  Terrain UNKNOWN = at -> Double.NaN;

  /**
   * @return metres above sea level; NaN where not known
   */
  double groundM(LonLat at);
}
