package org.kiungo.web.job;

import java.util.List;
import org.kiungo.web.language.Words;

/** A kind of work that can be followed in the queue. Every bean of this type is shown there. */
public interface JobSource {

  /** Ended jobs that a source lists at most. */
  int LISTED = 40;

  /** By which addresses name it. */
  String queue();

  /** Its jobs of the organisation at work: all that are open, and the last ones that ended. */
  List<JobLine> lines(Words words);

  /**
   * Asks for the same once more.
   *
   * @return id of the new job
   */
  String again(String id);

  /** The address that {@link #again} answers under, for a job that is over. */
  default String againAt(String id, JobState state) {
    return state.isOver() ? "/queue/" + queue() + "/" + id + "/again" : null;
  }

  /** Why a job failed, in the reader's language; null unless it did. */
  static String failure(JobRow row, Words words) {
    JobFailure failure = JobFailure.of(row, words);
    return failure == null ? null : failure.detail();
  }
}
