package org.kiungo.web.network;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.kiungo.web.job.JobFailure;
import org.kiungo.web.job.JobLine;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobSource;
import org.kiungo.web.job.JobState;
import org.kiungo.web.job.JobTable;
import org.kiungo.web.job.Jobs;
import org.kiungo.web.job.LiveJob;
import org.kiungo.web.language.Words;
import org.kiungo.web.system.ApiRefusal;
import org.kiungo.web.worker.Told;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Takes merges that are to be stored, says how they stand, stops them. */
@Service
class MergeJobs implements JobSource {

  private static final Told NOTHING = new Told("", 0, Double.NaN, Double.NaN, Double.NaN);

  private final Jobs jobs;

  MergeJobs(Jobs jobs) {
    this.jobs = jobs;
  }

  /**
   * Queues a merge and waits for its end.
   *
   * @param key what is asked for with the same key again is the same merge; null for none
   * @param longest then it is answered as it stands
   */
  JobRow begin(MergeBody body, String key, Duration longest) {
    return jobs.await(ask(body.name(), body.toJson(), key), longest);
  }

  private JobRow ask(String name, String body, String key) {
    // what is chosen and decided meanwhile is not the client's question
    String question = MergeBody.of(body).country() + "\n" + name;
    return jobs.ask(new Jobs.Ask(MergeWork.KIND, name, body, key, null, question));
  }

  JobRow get(String id) {
    return jobs.find(MergeWork.KIND, id).orElseThrow(() -> ApiRefusal.unknown("merge", id));
  }

  /** Ends a merge without a version; one that is over stays as it is. */
  void stop(String id) {
    jobs.stop(get(id));
  }

  /** The latest of a country that waits or is under way; null for none. */
  MergeJob open(String country, Words words) {
    return jobs.list(MergeWork.KIND, LISTED).stream()
        .filter(row -> !row.state().isOver())
        .filter(row -> MergeBody.of(row.body()).country().equals(country))
        .findFirst()
        .map(row -> shown(row, words))
        .orElse(null);
  }

  MergeJob shown(JobRow row, Words words) {
    Told told = told(row);
    return new MergeJob(
        row.id(),
        MergeBody.of(row.body()).country(),
        row.subject(),
        row.state(),
        jobs.before(row),
        row.state() == JobState.RUNNING ? told.phase() : "",
        row.state() == JobState.FINISHED ? 1 : told.doneRatio(),
        row.asked().askedMs(),
        JobFailure.of(row, words));
  }

  private Told told(JobRow row) {
    Optional<Told> kept =
        Optional.ofNullable(row.progress())
            .map(progress -> JobTable.JSON.readValue(progress, Told.class));
    return jobs.findLive(row.id())
        .map(LiveJob::progress)
        .map(Told.class::cast)
        .or(() -> kept)
        .orElse(NOTHING);
  }

  /** Refuses as a merge did that failed or was stopped. */
  static void requireNoFailure(JobRow row) {
    if (row.state() == JobState.STOPPED) {
      throw new ApiRefusal(HttpStatus.CONFLICT, "network.stopped", row.subject());
    }
    row.requireNoFailure();
  }

  @Override
  public String queue() {
    return MergeWork.KIND;
  }

  @Override
  public String again(String id) {
    JobRow row = get(id);
    return ask(row.subject(), row.body(), null).id();
  }

  @Override
  public List<JobLine> lines(Words words) {
    return jobs.list(MergeWork.KIND, LISTED).stream().map(row -> line(row, words)).toList();
  }

  private JobLine line(JobRow row, Words words) {
    MergeJob shown = shown(row, words);
    String page = "/data/network?country=" + shown.country();
    boolean finished = row.state() == JobState.FINISHED;
    return new JobLine(
        row.id(),
        MergeWork.KIND,
        row.subject(),
        List.of(shown.country()),
        row.state(),
        shown.before(),
        new JobLine.Progress(
            shown.phase(),
            row.state() == JobState.QUEUED ? Double.NaN : shown.doneRatio(),
            Double.NaN,
            0,
            null),
        row.asked(),
        new JobLine.Ways(
            page,
            finished ? page : null,
            null,
            row.state().isOver() ? null : "/merges/" + row.id() + "/stop",
            finished ? null : againAt(row.id(), row.state())),
        JobSource.failure(row, words),
        null);
  }
}
