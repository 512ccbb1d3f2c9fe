package org.kiungo.web.intake;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.web.job.JobState;
import org.kiungo.web.job.PatientWrites;
import org.kiungo.web.language.Words;
import org.kiungo.web.system.ApiRefusal;
import org.kiungo.web.worker.Refusal;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes imports, says how they stand, stops them. */
@Service
class Intakes {

  /** Imports that may wait at once; beyond these it is better to be told than to wait. */
  private static final int QUEUE_LIMIT = 50;

  /** Less than proxies wait for an answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(50);

  private static final Pattern WAIT = Pattern.compile("wait=(\\d{1,4})");
  private static final int LONGEST_KEY = 200;
  private static final int LONGEST_NAME = 400;
  private static final int LISTED = 50;
  private static final long LOOKED_EVERY_MS = 1_000;

  private final IntakeRepository repository;
  private final IntakeWorker worker;
  private final PatientWrites writes;
  private final TransactionTemplate transactions;

  Intakes(
      IntakeRepository repository,
      IntakeWorker worker,
      PatientWrites writes,
      TransactionTemplate transactions) {
    this.repository = repository;
    this.worker = worker;
    this.writes = writes;
    this.transactions = transactions;
  }

  /** Goes on with what the last stop of the server left unfinished. */
  @EventListener(ApplicationReadyEvent.class)
  void start() {
    worker.start();
  }

  /**
   * How long a client waits for the end of what it asks for, before it is told where to look.
   *
   * @param prefer header of the request, null for none: {@code respond-async} does not wait, {@code
   *     wait=} so many seconds
   * @see <a href="https://www.rfc-editor.org/rfc/rfc7240">RFC 7240, Prefer</a>
   */
  static Duration patience(String prefer) {
    Matcher wait = WAIT.matcher(prefer == null ? "" : prefer);
    if (wait.find()) {
      Duration asked = Duration.ofSeconds(Long.parseLong(wait.group(1)));
      return asked.compareTo(PATIENCE) < 0 ? asked : PATIENCE;
    }
    return prefer != null && prefer.contains("respond-async") ? Duration.ZERO : PATIENCE;
  }

  /** Refuses a key that is too long. */
  static void requireKey(String key) {
    if (key != null && key.length() > LONGEST_KEY) {
      throw new ApiRefusal(HttpStatus.BAD_REQUEST, "http.parameter", "Idempotency-Key", "…");
    }
  }

  /**
   * Queues an import. When this returns it is on the disk.
   *
   * @param key what is asked for with the same key again is the same import; null for none
   */
  IntakeRow begin(String kind, String fileName, String body, String key) {
    if (repository.leases().countWaiting() >= QUEUE_LIMIT) {
      throw new ApiRefusal(HttpStatus.SERVICE_UNAVAILABLE, "http.busy");
    }
    String id = UUID.randomUUID().toString();
    String name = fileName.substring(0, Math.min(LONGEST_NAME, fileName.length()));
    try {
      transactions.executeWithoutResult(
          transaction -> {
            repository.insert(id, kind, name, body, key);
            worker.submit(id);
          });
    } catch (DuplicateKeyException twice) {
      return findByKey(key).orElseThrow(() -> twice);
    }
    return get(id);
  }

  Optional<IntakeRow> findByKey(String key) {
    return key == null ? Optional.empty() : repository.findByKey(key);
  }

  /**
   * Waits for the end of an import.
   *
   * @param longest then it is answered as it stands
   */
  IntakeRow await(IntakeRow begun, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    IntakeRow row = begun;
    for (long left = longest.toMillis(); left > 0 && !row.state().isOver(); ) {
      worker.await(row.id(), Math.min(left, LOOKED_EVERY_MS));
      left = (end - System.nanoTime()) / 1_000_000;
      try {
        row = repository.find(row.id()).orElse(row);
      } catch (RuntimeException away) {
        // what was taken is done when the database is back
        if (!writes.isPassing(away)) {
          throw away;
        }
      }
    }
    return row;
  }

  IntakeRow get(String id) {
    return repository.find(id).orElseThrow(() -> ApiRefusal.unknown("import", id));
  }

  List<IntakeRow> list() {
    return repository.list(LISTED);
  }

  /** Ends an import without a version; one that is over stays as it is. */
  void stop(String id) {
    if (!get(id).state().isOver()) {
      worker.stop(id);
    }
  }

  Intake shown(IntakeRow row, Words words) {
    Optional<LiveIntake> live =
        row.state() == JobState.RUNNING ? worker.find(row.id()) : Optional.empty();
    return new Intake(
        row.id(),
        row.kind(),
        row.fileName(),
        row.state(),
        row.state() == JobState.QUEUED ? repository.leases().countBefore(row.id()) : 0,
        live.map(each -> each.phase().name()).orElse(row.phase()).toLowerCase(Locale.ROOT),
        live.map(LiveIntake::rows).orElse(row.rows()),
        row.askedMs(),
        failure(row, words));
  }

  private static Intake.Failure failure(IntakeRow row, Words words) {
    if (row.error() == null) {
      return null;
    }
    InputRefused refused = Refusal.of(row.error()).thrown();
    List<Object> arguments =
        refused.arguments().values().stream()
            .map(each -> each instanceof InputRefused cause ? words.refusal(cause) : each)
            .toList();
    return new Intake.Failure(refused.code(), arguments, words.refusal(refused));
  }

  /** Refuses as an import did that failed or was stopped. */
  static void requireNoFailure(IntakeRow row) {
    if (row.state() == JobState.STOPPED) {
      throw new ApiRefusal(HttpStatus.CONFLICT, "import.stopped", row.fileName());
    }
    if (row.error() == null) {
      return;
    }
    InputRefused refused = Refusal.of(row.error()).thrown();
    if (refused.code().equals("internal")) {
      Object fault = refused.arguments().get("fault");
      throw new ApiRefusal(HttpStatus.INTERNAL_SERVER_ERROR, refused.code(), fault);
    }
    throw refused;
  }
}
