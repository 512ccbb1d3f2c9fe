package org.kiungo.planner.model;

/**
 * How sure it is that people of a settlement are covered today, whatever a scenario makes of it.
 */
public enum CoverageClass {
  COVERED,
  UNSURE,
  UNCOVERED,
  /** Nobody knows. */
  UNKNOWN;

  /**
   * Share of people from which a settlement counts as covered. Modelled shares are a logistic of
   * density and road distance: beyond one fifth of doubt, moving the national share by the ten
   * points in which sources differ turns few places over, within it most.
   */
  public static final double COVERED_FROM_RATIO = 0.8;

  /** Share up to which it counts as uncovered: the same doubt on the other side. */
  public static final double UNCOVERED_TO_RATIO = 0.2;

  /** The class of a settlement by the share of its people covered today. */
  public static CoverageClass of(Settlement settlement) {
    double ratio = settlement.baselineCoverageRatio();
    if (Double.isNaN(ratio)) {
      return UNKNOWN;
    }
    if (ratio >= COVERED_FROM_RATIO) {
      return COVERED;
    }
    return ratio <= UNCOVERED_TO_RATIO ? UNCOVERED : UNSURE;
  }
}
