package org.kiungo.web.intake;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
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
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Takes imports, says how they stand, stops them. */
@Service
class Intakes implements JobSource {

  private static final int LISTED = 50;

  private final Jobs jobs;

  Intakes(Jobs jobs) {
    this.jobs = jobs;
  }

  /**
   * Queues an import and waits for its end.
   *
   * @param same whether an import of the same key is what is asked for
   * @param longest then it is answered as it stands
   */
  JobRow begin(Jobs.Ask ask, Predicate<JobRow> same, Duration longest) {
    return jobs.await(jobs.ask(ask, same), longest);
  }

  Optional<JobRow> findByKey(String key) {
    return jobs.findByKey(IntakeWork.LANE, key);
  }

  /** Waits for the end of an import. */
  JobRow await(JobRow row, Duration longest) {
    return jobs.await(row, longest);
  }

  JobRow get(String id) {
    return jobs.find(IntakeWork.LANE, id).orElseThrow(() -> ApiRefusal.unknown("import", id));
  }

  List<JobRow> list() {
    return jobs.list(IntakeWork.LANE, LISTED);
  }

  /** Ends an import without a version; one that is over stays as it is. */
  void stop(String id) {
    jobs.stop(get(id));
  }

  Intake shown(JobRow row, Words words) {
    LiveIntake.Taken taken = taken(row);
    return new Intake(
        row.id(),
        row.kind(),
        row.subject(),
        row.state(),
        jobs.before(row),
        row.state() == JobState.RUNNING ? taken.phase().toLowerCase(Locale.ROOT) : "",
        taken.rows(),
        row.kind().equals(ImportWork.KIND) && row.result() != null ? row.result() : "",
        row.asked().askedMs(),
        JobFailure.of(row, words));
  }

  @Override
  public String queue() {
    return "import";
  }

  /** What was imported may be gone from where it was sent to: it is sent again. */
  @Override
  public String again(String id) {
    throw new ApiRefusal(HttpStatus.CONFLICT, "job.send-again", get(id).subject());
  }

  @Override
  public List<JobLine> lines(Words words) {
    return list().stream().map(row -> line(row, shown(row, words), words)).toList();
  }

  private static JobLine line(JobRow row, Intake shown, Words words) {
    String country = JobTable.JSON.readTree(row.body()).path("country").asString("");
    String page = country.isEmpty() ? "/data" : "/data?country=" + country;
    return new JobLine(
        row.id(),
        row.kind(),
        row.subject(),
        country.isEmpty() ? List.of() : List.of(country),
        row.state(),
        shown.before(),
        new JobLine.Progress(phase(shown), Double.NaN, Double.NaN, shown.rows(), null),
        row.asked(),
        new JobLine.Ways(
            page,
            row.state() == JobState.FINISHED ? page : null,
            null,
            row.state().isOver() ? null : "/imports/" + row.id() + "/stop",
            null),
        JobSource.failure(row, words),
        null);
  }

  /** Where it is; of a file that was read and not stored that it was not. */
  private static String phase(Intake shown) {
    boolean ended = shown.state() == JobState.FINISHED && !shown.outcome().isEmpty();
    return ended && !shown.outcome().equals(ImportWork.STORED) ? "unstored" : shown.phase();
  }

  private LiveIntake.Taken taken(JobRow row) {
    Optional<Object> live = jobs.findLive(row.id()).map(LiveJob::progress);
    if (live.isPresent()) {
      return (LiveIntake.Taken) live.get();
    }
    return row.progress() == null
        ? LiveIntake.Taken.NOTHING
        : JobTable.JSON.readValue(row.progress(), LiveIntake.Taken.class);
  }

  /** Refuses as an import did that failed or was stopped. */
  static void requireNoFailure(JobRow row) {
    if (row.state() == JobState.STOPPED) {
      throw new ApiRefusal(HttpStatus.CONFLICT, "import.stopped", row.subject());
    }
    row.requireNoFailure();
  }
}
