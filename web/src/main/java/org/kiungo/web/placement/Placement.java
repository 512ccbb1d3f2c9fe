package org.kiungo.web.placement;

import java.util.List;

/**
 * A placement of e-services, under way or done.
 *
 * @param id opaque
 * @param state QUEUED, RUNNING, FINISHED, STOPPED (with the best so far) or FAILED
 * @param phase of the computation, empty before it began
 * @param doneRatio 0–1
 * @param value best objective value so far; NaN before the first
 * @param bound best proven bound so far; NaN before the first
 * @param gapRatio distance between both; NaN without both
 * @param before how many placements come before this one while it waits
 * @param files names under {@code /files/}, empty until there are any
 * @param error why it failed, null otherwise
 */
record Placement(
    String id,
    State state,
    String phase,
    double doneRatio,
    double value,
    double bound,
    double gapRatio,
    int before,
    List<String> files,
    Failure error) {

  /** One of which nothing is told yet. */
  static Placement begun(String id) {
    return new Placement(
        id, State.RUNNING, "", 0, Double.NaN, Double.NaN, Double.NaN, 0, List.of(), null);
  }

  /** One of which there are the files alone. */
  static Placement found(String id, List<String> files) {
    return new Placement(
        id, State.FINISHED, "", 1, Double.NaN, Double.NaN, Double.NaN, 0, files, null);
  }

  /** Where a placement stands. */
  enum State {
    QUEUED,
    RUNNING,
    FINISHED,
    STOPPED,
    FAILED;

    boolean isOver() {
      return this == FINISHED || this == STOPPED || this == FAILED;
    }
  }

  /**
   * Why it failed.
   *
   * @param code message code
   * @param detail the sentence in the reader's language
   */
  record Failure(String code, String detail) {}
}
