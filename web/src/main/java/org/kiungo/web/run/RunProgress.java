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
 * @param drawn number of the latest plan that can be seen while the run goes on; 0 before the first
 */
record RunProgress(
    String phase,
    double doneRatio,
    double value,
    double bound,
    double gapRatio,
    double elapsedSeconds,
    int drawn) {

  static final RunProgress NONE = new RunProgress("", 0, Double.NaN, Double.NaN, Double.NaN, 0, 0);

  RunProgress withDrawn(int changed) {
    return new RunProgress(phase, doneRatio, value, bound, gapRatio, elapsedSeconds, changed);
  }
}
