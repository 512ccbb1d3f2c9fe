package org.kiungo.planner.model;

/** Receives how far a long computation has come; called from the computing thread. */
@FunctionalInterface
public interface Progress {

  /** Ignores everything. */
  Progress NONE = (phase, doneRatio, value, bound, gapRatio) -> {};

  /**
   * @param phase candidates, bound, construction, search, certificate
   * @param doneRatio 0–1 of the whole computation
   * @param value best objective value so far; NaN before the first plan
   * @param bound best proven bound so far; NaN before the first
   * @param gapRatio distance between both; NaN without both
   */
  void report(String phase, double doneRatio, double value, double bound, double gapRatio);
}
