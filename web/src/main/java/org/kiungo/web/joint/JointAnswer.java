package org.kiungo.web.joint;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.kiungo.web.job.JobState;

/**
 * Where the question stands what planning countries together is worth.
 *
 * @param id of the job, as the queue has it; null where nobody asked
 * @param state where it stands; null where nobody asked
 * @param before how many come before it while it waits
 * @param doneRatio 0–1
 * @param worth null until finished
 * @param sentences the worth in words; empty until finished
 * @param detail why it failed, in words; null otherwise
 */
public record JointAnswer(
    String id,
    JobState state,
    int before,
    double doneRatio,
    JointWorth worth,
    List<String> sentences,
    String detail) {

  /** Of what nobody asked. */
  static final JointAnswer NONE = new JointAnswer(null, null, 0, 0, null, List.of(), null);

  /** Waits or is under way. */
  @JsonIgnore
  public boolean isOpen() {
    return state != null && !state.isOver();
  }
}
