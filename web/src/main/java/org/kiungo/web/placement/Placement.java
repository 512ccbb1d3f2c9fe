package org.kiungo.web.placement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.kiungo.web.job.JobFailure;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobState;
import org.kiungo.web.job.JobTable;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.worker.Told;

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
 * @param verdict on the plan over whose network it places, proven, checked or refused; absent over
 *     today's network
 */
record Placement(
    String id,
    JobState state,
    String phase,
    double doneRatio,
    double value,
    double bound,
    double gapRatio,
    int before,
    List<String> files,
    JobFailure error,
    @JsonInclude(JsonInclude.Include.NON_NULL) String verdict) {

  private static final Told NOTHING = new Told("", 0, Double.NaN, Double.NaN, Double.NaN);

  /** One that is under way. */
  static Placement running(String id, Told told, List<String> files) {
    return of(id, JobState.RUNNING, told, 0, files, null);
  }

  /** One that waits or is over, as the database has it. */
  static Placement of(JobRow row, int before, List<String> files, Words words) {
    Told told = row.result() == null ? NOTHING : JobTable.JSON.readValue(row.result(), Told.class);
    boolean over = row.state().isOver();
    Told shown = new Told("", over ? 1 : 0, told.value(), told.bound(), told.gapRatio());
    return of(row.id(), row.state(), shown, before, files, JobFailure.of(row, words));
  }

  /** One of which there are the files alone. */
  static Placement found(String id, List<String> files) {
    Told told = new Told("", 1, Double.NaN, Double.NaN, Double.NaN);
    return of(id, JobState.FINISHED, told, 0, files, null);
  }

  private static Placement of(
      String id, JobState state, Told told, int before, List<String> files, JobFailure error) {
    return new Placement(
        id,
        state,
        told.phase(),
        told.doneRatio(),
        told.value(),
        told.bound(),
        told.gapRatio(),
        before,
        files,
        error,
        null);
  }

  /** The same over the network of a plan. */
  Placement over(PlanSummary plan) {
    return new Placement(
        id, state, phase, doneRatio, value, bound, gapRatio, before, files, error, plan.verdict());
  }
}
