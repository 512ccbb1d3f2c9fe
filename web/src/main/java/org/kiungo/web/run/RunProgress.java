package org.kiungo.web.run;

/**
 * How far a run has come.
 *
 * @param phase of the computation
 * @param doneRatio 0–1
 * @param value best objective value so far; NaN before the first plan
 * @param bound best proven bound so far; NaN before the first
 * @param gapRatio distance between both; NaN without both
 * @param elapsedSeconds since it began
 */
record RunProgress(
    String phase,
    double doneRatio,
    double value,
    double bound,
    double gapRatio,
    double elapsedSeconds) {

  static final RunProgress NONE = new RunProgress("", 0, Double.NaN, Double.NaN, Double.NaN, 0);
}
