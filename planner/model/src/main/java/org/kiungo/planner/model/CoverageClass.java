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
   * Share of people above which a settlement counts as covered. Modelled shares are a logistic of
   * density and road distance: with a tenth of doubt left, moving the national share by the ten
   * points in which sources differ turns few places over; nearer the middle it turns most.
   */
  public static final double COVERED_ABOVE_RATIO = 0.9;

  /** Share below which it counts as uncovered: the same doubt on the other side. */
  public static final double UNCOVERED_BELOW_RATIO = 0.1;

  /** The class of a settlement by the share of its people covered today. */
  public static CoverageClass of(Settlement settlement) {
    return of(settlement.baselineCoverageRatio());
  }

  /**
   * The class of a share, or of a chance, of being covered.
   *
   * @param ratio 0–1; NaN = nobody knows
   */
  public static CoverageClass of(double ratio) {
    if (Double.isNaN(ratio)) {
      return UNKNOWN;
    }
    if (ratio > COVERED_ABOVE_RATIO) {
      return COVERED;
    }
    return ratio < UNCOVERED_BELOW_RATIO ? UNCOVERED : UNSURE;
  }
}
