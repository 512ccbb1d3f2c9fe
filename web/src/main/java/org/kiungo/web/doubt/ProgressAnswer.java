package org.kiungo.web.doubt;

import org.kiungo.web.job.JobState;

/**
 * Where planning the rest of a plan anew stands.
 *
 * @param id of the study, as the queue has it; null where nobody asked
 * @param state where it stands; null where nobody asked
 * @param before how many come before it while it waits
 * @param doneRatio 0–1
 * @param attempt how often it was begun, this time included
 * @param detail why it failed, in words; null otherwise
 */
public record ProgressAnswer(
    String id, JobState state, int before, double doneRatio, int attempt, String detail)
    implements StudyAnswer {

  /** Of what nobody asked. */
  static final ProgressAnswer NONE = new ProgressAnswer(null, null, 0, 0, 0, null);
}
