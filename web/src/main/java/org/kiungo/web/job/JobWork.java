package org.kiungo.web.job;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.worker.Unwanted;

/** One kind of job and how it is done: the class to write, as a bean, for another kind. */
public interface JobWork {

  /** Its name in the database, at most 16 letters. */
  String kind();

  /** Where it waits: kinds of one lane wait for one another. */
  default String lane() {
    return kind();
  }

  /** How many of its lane a server does side by side. */
  default int atOnce() {
    return 1;
  }

  /** How many of its lane may wait; beyond these it is better to be told than to wait. */
  default int mostWaiting() {
    return 20;
  }

  /**
   * Does it, on behalf of its organisation. What it stores in the database it stores together with
   * {@link LiveJob#end} or {@link LiveJob#endTogether}.
   *
   * @return what came of it, to be kept with its end unless that is written already; null for none
   * @throws Unwanted where {@link LiveJob} says that nobody wants it
   */
  String work(LiveJob job) throws IOException;

  /** Hears that one is over, as the database has it. */
  default void ended(JobRow row) {}

  /** Hears the time, every second, and may look how jobs stand that other servers do. */
  default void look(Function<String, Optional<JobRow>> rows) {}

  /** Why one fails that took two servers with it. */
  default InputRefused interrupted(JobRow row) {
    return new InputRefused("run.interrupted");
  }

  /** Whether a client's key may be sent again after one that was not finished. */
  default boolean isTriedAgain() {
    return false;
  }

  /** How long one that is over is listed; empty for ever. */
  default Optional<Duration> kept() {
    return Optional.empty();
  }

  /** Throws away what is left of one that is listed no longer. */
  default void forget(String id) throws IOException {}
}
