package org.kiungo.web.doubt;

import org.kiungo.planner.folder.alternative.Alternatives;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobState;

/**
 * Where the search for other plans of a plan's question stands.
 *
 * @param id of the study, as the queue has it; null where nobody asked
 * @param state where it stands; null where nobody asked
 * @param before how many come before it while it waits
 * @param doneRatio 0–1
 * @param attempt how often it was begun, this time included; more than 1 where its process ended
 *     before it did
 * @param attempts after which it is given up
 * @param withinRatio share of the plan's value that others may miss; 0 where nobody asked
 * @param count how many are wanted; 0 where nobody asked
 * @param alternatives what was found; null until finished, and of what is refused
 * @param verdict on the study's folder, proven, checked or refused; null until finished
 * @param detail why it failed, in words; null otherwise
 */
public record AlternativesAnswer(
    String id,
    JobState state,
    int before,
    double doneRatio,
    int attempt,
    int attempts,
    double withinRatio,
    int count,
    Alternatives alternatives,
    String verdict,
    String detail)
    implements StudyAnswer {

  /** Of what nobody asked. */
  static final AlternativesAnswer NONE =
      new AlternativesAnswer(null, null, 0, 0, 0, JobRow.ATTEMPTS, 0, 0, null, null, null);
}
