package org.kiungo.planner.model;

/**
 * How sure it is that people of a settlement are covered today, whatever a scenario makes of it:
 * covered are those who are so even at the low end of what is known, uncovered those who are not
 * even at its high end.
 */
public enum CoverageClass {
  COVERED,
  UNSURE,
  UNCOVERED,
  /** Nobody knows. */
  UNKNOWN;

  /**
   * Share of people above which a settlement counts as covered, at the low end of what it may be:
   * modelled ones are covered whole or not at all, imported areas cut across the ground of many.
   */
  public static final double COVERED_ABOVE_RATIO = 0.9;

  /** Share below which it counts as uncovered, at the high end of what it may be. */
  public static final double UNCOVERED_BELOW_RATIO = 0.1;

  /** The class of a settlement by the share of its people covered today and that share's range. */
  public static CoverageClass of(Settlement settlement) {
    double ratio = settlement.baselineCoverageRatio();
    double low = settlement.baselineLowRatio();
    double high = settlement.baselineHighRatio();
    return of(Double.isNaN(low) ? ratio : low, Double.isNaN(high) ? ratio : high);
  }

  /**
   * The class of a share of people covered by the range in which it lies.
   *
   * @param low the least it may be, 0–1; NaN = nobody knows
   * @param high the most it may be; NaN = nobody knows
   */
  public static CoverageClass of(double low, double high) {
    if (Double.isNaN(low) || Double.isNaN(high)) {
      return UNKNOWN;
    }
    if (low > COVERED_ABOVE_RATIO) {
      return COVERED;
    }
    return high < UNCOVERED_BELOW_RATIO ? UNCOVERED : UNSURE;
  }
}
