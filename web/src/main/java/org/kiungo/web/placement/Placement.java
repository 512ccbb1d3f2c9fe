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
    List<String> files,
    Failure error) {

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
