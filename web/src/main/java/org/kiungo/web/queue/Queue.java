package org.kiungo.web.queue;

import java.util.Comparator;
import java.util.List;
import org.kiungo.web.job.JobLine;
import org.kiungo.web.job.JobSource;
import org.kiungo.web.job.JobState;
import org.kiungo.web.language.Words;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.stereotype.Service;

/** The jobs of all kinds together. */
@Service
class Queue {

  private static final Comparator<JobLine> BY_STANDING =
      Comparator.comparing((JobLine each) -> each.state() != JobState.RUNNING)
          .thenComparing(each -> each.state().isOver())
          .thenComparing(JobLine::before)
          .thenComparing(each -> each.state().isOver() ? -last(each) : each.asked().askedMs())
          .thenComparing(JobLine::id);

  private final List<JobSource> sources;

  Queue(List<JobSource> sources) {
    this.sources = sources;
  }

  private static long last(JobLine line) {
    return Math.max(line.asked().askedMs(), line.asked().endedMs());
  }

  /** What works, what waits in its turn, what ended with the latest first. */
  List<JobLine> lines(Words words) {
    return sources.stream()
        .flatMap(each -> each.lines(words).stream())
        .sorted(BY_STANDING)
        .toList();
  }

  /**
   * Asks once more for what a job did.
   *
   * @param queue of the job, as its line names it
   * @return id of the new job
   */
  String again(String queue, String id) {
    return sources.stream()
        .filter(each -> each.queue().equals(queue))
        .findFirst()
        .orElseThrow(() -> ApiRefusal.unknown("queue", queue))
        .again(id);
  }
}
