package org.kiungo.web.job;

import java.io.IOException;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.worker.Apart;
import org.kiungo.web.worker.Budget;
import org.kiungo.web.worker.Chore;
import org.kiungo.web.worker.Unwanted;
import org.springframework.stereotype.Component;

/**
 * Has the chore of a job done in a Java of its own and keeps its answer in the job's row. Half an
 * answer is none: whatever ends one early leaves nothing.
 */
@Component
public class AnswersApart {

  private final Apart apart;
  private final PatientWrites writes;

  AnswersApart(Apart apart, PatientWrites writes) {
    this.apart = apart;
    this.writes = writes;
  }

  /**
   * Answers a job.
   *
   * @throws Unwanted where the job was to end before
   * @throws InputRefused where there is no answer
   */
  public <T, R> void answer(LiveJob job, Chore<T, R> chore, T task, Budget budget)
      throws IOException {
    R found;
    try {
      found = apart.work(chore, task, budget, null, new JobHearing(job));
    } catch (InputRefused refused) {
      if (job.isEnding()) {
        throw new Unwanted();
      }
      throw refused;
    }
    if (job.isEnding()) {
      throw new Unwanted();
    }
    String told = JobTable.JSON.writeValueAsString(found);
    // written here, so that whoever asks for the same finds this one
    writes.write(job::isGivenUp, () -> job.end(told));
  }
}
