package org.kiungo.web.job;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Jobs that wait in the database and are done by each server on it, one after another or a few side
 * by side. A job whose server dies is done again by the next one that is free; {@link Leases} keep
 * the first from writing should it come back.
 */
public final class JobLane implements AutoCloseable {

  private static final String TABLE = "job_lane";
  private static final Duration FOR_EVER = Duration.ofDays(36_500);
  private static final Duration POLLED_EVERY = Duration.ofSeconds(1);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  /** After so many a server is taken for dead: 20 seconds. */
  private static final int MISSED_HEARTBEATS = 4;

  private static final Duration TRIED_AGAIN_AFTER = Duration.ofSeconds(5);
  private static final Duration STOPPED_WITHIN = Duration.ofSeconds(20);

  private final JdbcClient database;
  private final String name;
  private final boolean alone;
  private final Clock clock;
  private final CustomTask<Void> task;
  private final Scheduler scheduler;

  /**
   * @param alone true when no other server can be on this database
   * @param name of the lane
   * @param atOnce how many this server does side by side
   * @param work does the job with an id; false to leave it in the queue
   */
  JobLane(DataSource database, boolean alone, String name, int atOnce, Predicate<String> work) {
    this.database = JdbcClient.create(database);
    this.name = name;
    this.alone = alone;
    this.clock = new DatabaseClock(database);
    this.task =
        Tasks.custom(name, Void.class)
            .onFailure((ended, job) -> job.reschedule(ended, clock.now().plus(TRIED_AGAIN_AFTER)))
            .onDeadExecutionRevive()
            .execute((job, context) -> ended(work.test(job.getId())));
    this.scheduler =
        Scheduler.create(new TransactionAwareDataSourceProxy(database), task)
            .tableName(TABLE)
            // other lanes have schedulers of their own
            .deleteUnresolvedAfter(FOR_EVER)
            .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
            .threads(atOnce)
            .clock(clock)
            .pollingInterval(POLLED_EVERY)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .shutdownMaxWait(STOPPED_WITHIN)
            .build();
  }

  private CompletionHandler<Void> ended(boolean over) {
    // after a fault behind all others; where it was in the line when this server stops
    return over
        ? (ended, job) -> job.remove()
        : (ended, job) ->
            job.reschedule(
                ended,
                scheduler().getSchedulerState().isShuttingDown()
                    ? ended.getExecution().getExecutionTime()
                    : clock.now());
  }

  /**
   * Queues a job, together with what the transaction around writes; one that is queued stays.
   *
   * @param turn its place in the line, milliseconds since 1970 of which none are to come
   */
  public void add(String id, long turn) {
    Instant now = clock.now();
    Instant place = Instant.ofEpochMilli(turn);
    scheduler.scheduleIfNotExists(task.instance(id), place.isAfter(now) ? now : place);
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      scheduler.triggerCheckForDueExecutions();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            scheduler.triggerCheckForDueExecutions();
          }
        });
  }

  private Scheduler scheduler() {
    return scheduler;
  }

  /** Begins to work. */
  public void start() {
    if (alone) {
      // whoever held these was this server, before it was stopped
      database
          .sql(
              "UPDATE "
                  + TABLE
                  + " SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL"
                  + " WHERE task_name = ?")
          .param(name)
          .update();
    }
    scheduler.start();
  }

  /** Waits until the job under way has let go. */
  @Override
  public void close() {
    scheduler.stop();
  }
}
