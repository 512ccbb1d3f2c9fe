package org.kiungo.web.doubt;

import org.kiungo.planner.folder.doubt.Doubt;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobState;

/**
 * Where the study of a plan in doubt stands.
 *
 * @param id of the study, as the queue has it; null where nobody asked
 * @param state where it stands; null where nobody asked
 * @param before how many come before it while it waits
 * @param doneRatio 0–1
 * @param attempt how often it was begun, this time included; more than 1 where its process ended
 *     before it did
 * @param attempts after which it is given up
 * @param futures that are drawn; 0 where nobody asked
 * @param doubt what the plan loses; null until finished, and of what is refused
 * @param signNow what of the plan can be signed now; null likewise
 * @param verdict on the study's folder, proven, checked or refused; null until finished
 * @param detail why it failed, in words; null otherwise
 */
public record DoubtAnswer(
    String id,
    JobState state,
    int before,
    double doneRatio,
    int attempt,
    int attempts,
    int futures,
    Doubt doubt,
    SignNow signNow,
    String verdict,
    String detail)
    implements StudyAnswer {

  /** Of what nobody asked. */
  static final DoubtAnswer NONE =
      new DoubtAnswer(null, null, 0, 0, 0, JobRow.ATTEMPTS, 0, null, null, null, null);
}
