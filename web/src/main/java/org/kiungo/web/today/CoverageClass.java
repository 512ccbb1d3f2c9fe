package org.kiungo.web.today;

/** How likely a place has 4G, in the three classes that maps and bars show. */
public enum CoverageClass {
  COVERED,
  UNSURE,
  UNCOVERED;

  /** Above this chance a place counts as covered. */
  public static final double COVERED_ABOVE = 0.9;

  /** Below this chance a place counts as uncovered. */
  public static final double UNCOVERED_BELOW = 0.1;

  /** The class of a chance, 0–1. */
  public static CoverageClass of(double ratio) {
    return ratio > COVERED_ABOVE ? COVERED : ratio < UNCOVERED_BELOW ? UNCOVERED : UNSURE;
  }
}
