package org.kiungo.web.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.kiungo.web.audit.AuditLog;
import org.kiungo.web.store.Sha256;
import org.kiungo.web.system.ApiRefusal;
import org.kiungo.web.worker.Told;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes jobs of every kind, says how they stand, stops them. */
@Service
public class Jobs {

  private static final long LOOKED_EVERY_MS = 1_000;

  private final JobTable table;
  private final JobWorker worker;
  private final PatientWrites writes;
  private final AuditLog audit;
  private final TransactionTemplate transactions;

  Jobs(
      JobTable table,
      JobWorker worker,
      PatientWrites writes,
      AuditLog audit,
      TransactionTemplate transactions) {
    this.table = table;
    this.worker = worker;
    this.writes = writes;
    this.audit = audit;
    this.transactions = transactions;
  }

  /**
   * What is asked for.
   *
   * @param subject what it is about, in the notation of its kind
   * @param body what is asked for, likewise
   * @param key of the client; null for none
   * @param action as the audit log has it; null for none
   * @param question what the client has asked for, where the server has added to the body
   */
  public record Ask(
      String kind, String subject, String body, String key, String action, String question) {

    public Ask(String kind, String subject, String body, String key, String action) {
      this(kind, subject, body, key, action, subject + "\n" + body);
    }

    String questionSha256() {
      return Sha256.of(kind + "\n" + question);
    }

    /** Whether a job is what is asked for. */
    public boolean isOf(JobRow row) {
      return row.questionSha256() == null
          ? row.kind().equals(kind) && row.body().equals(body) && row.subject().equals(subject)
          : row.questionSha256().equals(questionSha256());
    }
  }

  /** Goes on with what the last stop of the server left unfinished. */
  @EventListener(ApplicationReadyEvent.class)
  void start() {
    worker.start();
  }

  /**
   * Queues a job. When this returns it is on the disk.
   *
   * @return the same for the same key with the same question
   * @throws ApiRefusal for a key of another question, or where too many wait
   */
  public JobRow ask(Ask ask) {
    return ask(ask, ask::isOf);
  }

  /**
   * The same.
   *
   * @param same whether a job of the same key is what is asked for
   */
  public JobRow ask(Ask ask, Predicate<JobRow> same) {
    JobWork work = worker.kind(ask.kind());
    Optional<JobRow> known = known(work, ask, same);
    if (known.isPresent()) {
      return known.get();
    }
    long turn = table.turns().next(work);
    String id = UUID.randomUUID().toString();
    Runnable insert =
        () -> {
          table.insert(work, id, ask, turn);
          worker.submit(work.lane(), id, turn);
        };
    try {
      transactions.executeWithoutResult(
          transaction -> {
            if (ask.action() == null) {
              insert.run();
            } else {
              audit.together(ask.action(), (ask.subject() + " " + id).strip(), insert);
            }
          });
    } catch (DuplicateKeyException twice) {
      return known(work, ask, same).orElseThrow(() -> twice);
    }
    return table.find(work.lane(), id).orElseThrow();
  }

  private Optional<JobRow> known(JobWork work, Ask ask, Predicate<JobRow> same) {
    Optional<JobRow> known = findByKey(work.lane(), ask.key());
    if (known.isPresent() && !same.test(known.get())) {
      throw new ApiRefusal(HttpStatus.UNPROCESSABLE_CONTENT, "run.key-reused", ask.key());
    }
    return known;
  }

  /** Queues again what waits or was under way; one that is queued stays. */
  public void submit(JobRow row) {
    worker.submit(worker.kind(row.kind()).lane(), row.id(), row.turn());
  }

  public Optional<JobRow> findByKey(String lane, String key) {
    return key == null ? Optional.empty() : table.findByKey(lane, key);
  }

  public Optional<JobRow> find(String lane, String id) {
    return table.find(lane, id);
  }

  /** Of whichever organisation. */
  public Optional<JobRow> findOfAny(String id) {
    return table.findOfAny(id);
  }

  /** The latest first. */
  public List<JobRow> list(String lane, int limit) {
    return table.list(lane, limit);
  }

  /** All that are about a subject, the latest first. */
  public List<JobRow> listAbout(String lane, String subject) {
    return table.listAbout(lane, subject);
  }

  /** Those of all that wait or are under way, oldest first. */
  public List<JobRow> listUnfinished(String lane) {
    return table.listUnfinished(lane);
  }

  /** How many come before a job; 0 unless it waits. */
  public int before(JobRow row) {
    return row.state() == JobState.QUEUED ? table.leases().countBefore(row.id()) : 0;
  }

  /** How far a job is, 0–1, whichever server works on it: of what tells {@link Told}. */
  public double doneRatio(JobRow row) {
    if (row.state().isOver()) {
      return 1;
    }
    Optional<Told> kept =
        Optional.ofNullable(row.progress())
            .map(progress -> JobTable.JSON.readValue(progress, Told.class));
    return findLive(row.id())
        .map(LiveJob::progress)
        .map(Told.class::cast)
        .or(() -> kept)
        .map(Told::doneRatio)
        .orElse(0.0);
  }

  /** One that is under way on this server. */
  public Optional<LiveJob> findLive(String id) {
    return worker.find(id);
  }

  /** True while this server works on some user's job. */
  public boolean areWorkedOn() {
    return worker.isWorking();
  }

  /** Ends a job; one that is over stays as it is. */
  public void stop(JobRow row) {
    if (!row.state().isOver()) {
      worker.stop(row);
    }
  }

  /**
   * Waits for the end of a job.
   *
   * @param longest then it is answered as it stands
   */
  public JobRow await(JobRow begun, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    JobRow row = begun;
    for (long left = longest.toMillis(); left > 0 && !row.state().isOver(); ) {
      worker.await(row.id(), Math.min(left, LOOKED_EVERY_MS));
      if (Thread.currentThread().isInterrupted()) {
        return row; // the server stops; the job goes on with its next start
      }
      left = (end - System.nanoTime()) / 1_000_000;
      try {
        row = table.findOfAny(row.id()).orElse(row);
      } catch (RuntimeException away) {
        // what was taken is done when the database is back
        if (!writes.isPassing(away)) {
          throw away;
        }
      }
    }
    return row;
  }
}
