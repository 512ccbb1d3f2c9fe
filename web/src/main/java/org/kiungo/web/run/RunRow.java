package org.kiungo.web.run;

import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobState;
import org.kiungo.web.job.JobTable;

/**
 * A run as the database keeps it.
 *
 * @param job as any other
 * @param progress the last one reported
 * @param events how many were sent so far
 * @param made the plans it made; null until then
 */
record RunRow(JobRow job, RunProgress progress, long events, Made made) {

  /** How far a run is, as it is kept. */
  record Kept(RunProgress progress, long events) {

    static final Kept NOTHING = new Kept(RunProgress.NONE, 0);
  }

  /**
   * What came of a run, as it is kept.
   *
   * @param withoutPlanId the plan without the lever; null for one plan
   */
  record Made(String planId, String withoutPlanId) {}

  static RunRow of(JobRow job) {
    Kept kept =
        job.progress() == null ? Kept.NOTHING : JobTable.JSON.readValue(job.progress(), Kept.class);
    Made made = job.result() == null ? null : JobTable.JSON.readValue(job.result(), Made.class);
    return new RunRow(job, kept.progress(), kept.events(), made);
  }

  String id() {
    return job.id();
  }

  JobState state() {
    return job.state();
  }

  /** JSON. */
  String scenario() {
    return job.body();
  }

  /** Of the scenario, without which a second plan is made; null for one plan. */
  String lever() {
    return job.subject().isEmpty() ? null : job.subject();
  }

  /** The plan it made; null until then. */
  String planId() {
    return made == null ? null : made.planId();
  }

  /** The plan without the lever; null until then. */
  String withoutPlanId() {
    return made == null ? null : made.withoutPlanId();
  }
}
