package org.kiungo.web.job;

import java.util.List;
import java.util.Optional;
import org.kiungo.web.store.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who works at a job. Each beginning takes the next number (a fencing token), and only who has the
 * last one may write: a server that slept through its end finds the job taken.
 *
 * @see <a href="https://martin.kleppmann.com/2016/02/08/how-to-do-distributed-locking.html">fencing
 *     tokens</a>
 */
public final class Leases {

  private final JdbcClient database;

  Leases(JdbcClient database) {
    this.database = database;
  }

  /**
   * The right to work at a job.
   *
   * @param id of the job
   * @param number ascending with every beginning
   * @param attempts how often it was begun without an orderly end, this time included
   */
  public record Lease(String id, long number, int attempts) {}

  /** What becomes of a lease. */
  public enum Hold {
    HELD,
    /** Its user wants the job to end. */
    STOP_ASKED,
    /** Another server has begun the job anew, or it is over. */
    LOST
  }

  /** Begins a job; empty when it is over. */
  public Optional<Lease> begin(String id) {
    int begun =
        database
            .sql(
                "UPDATE job SET state = 'RUNNING', lease = lease + 1, attempts = attempts + 1"
                    + " WHERE id = ? AND state IN ('QUEUED', 'RUNNING')")
            .param(id)
            .update();
    return begun == 0
        ? Optional.empty()
        : database
            .sql("SELECT lease, attempts FROM job WHERE id = ?")
            .param(id)
            .query((row, number) -> new Lease(id, row.getLong(1), row.getInt(2)))
            .optional();
  }

  /** How a lease stands. */
  public Hold look(Lease lease) {
    return database
        .sql("SELECT stop_asked FROM job WHERE id = ? AND lease = ? AND state = 'RUNNING'")
        .params(lease.id(), lease.number())
        .query(Boolean.class)
        .optional()
        .map(asked -> asked ? Hold.STOP_ASKED : Hold.HELD)
        .orElse(Hold.LOST);
  }

  /** Gives a job back in good order: this beginning does not count. */
  public void giveBack(Lease lease) {
    database
        .sql(
            "UPDATE job SET state = 'QUEUED', attempts = attempts - 1"
                + " WHERE id = ? AND lease = ? AND state = 'RUNNING'")
        .params(lease.id(), lease.number())
        .update();
  }

  /** Wants a job to end; true when it had not begun and is over now. */
  boolean stop(String id) {
    int over =
        database
            .sql("UPDATE job SET state = 'STOPPED' WHERE id = ? AND state = 'QUEUED'")
            .param(id)
            .update();
    database.sql("UPDATE job SET stop_asked = TRUE WHERE id = ?").param(id).update();
    return over > 0;
  }

  /** How many wait in a lane, of all organisations. */
  public int countWaiting(String lane) {
    return count("WHERE lane = ? AND state = 'QUEUED'", lane);
  }

  /** How many come before a job that waits, those under way included. */
  public int countBefore(String id) {
    return count(
        "JOIN job mine ON job.lane = mine.lane WHERE mine.id = ? AND (job.state = 'RUNNING'"
            + " OR job.state = 'QUEUED' AND (job.turn < mine.turn"
            + " OR job.turn = mine.turn AND job.number < mine.number))",
        id);
  }

  private int count(String condition, String... values) {
    return Organisation.as(
        Organisation.EVERY,
        () ->
            database
                .sql("SELECT COUNT(*) FROM job " + condition)
                .params(List.of(values))
                .query(Integer.class)
                .single());
  }
}
