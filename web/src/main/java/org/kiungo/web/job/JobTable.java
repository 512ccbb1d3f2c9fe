package org.kiungo.web.job;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.kiungo.geodata.store.Together;
import org.kiungo.web.job.Leases.Lease;
import org.kiungo.web.json.Numbers;
import org.kiungo.web.store.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Jobs in the database. */
@Repository
public class JobTable {

  /** The notation of what kinds keep: unknown numbers are null. */
  public static final JsonMapper JSON =
      JsonMapper.builder().addModule(Numbers.unknownAsNull()).build();

  private static final int LONGEST_SUBJECT = 400;
  private static final String COLUMNS =
      "SELECT id, organisation_id, kind, state, subject, body, question_sha256,"
          + " asked_by, asked_ms, ended_ms, turn, attempts, progress, result, error FROM job ";

  private final JdbcClient database;
  private final Clock clock;
  private final Leases leases;
  private final Turns turns;

  JobTable(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.leases = new Leases(database);
    this.turns = new Turns(database, clock);
  }

  /** Whose turn it is. */
  Turns turns() {
    return turns;
  }

  /** Who works at which job. */
  public Leases leases() {
    return leases;
  }

  /**
   * Adds a job that waits.
   *
   * @param turn its place in the line of its lane
   */
  public void insert(JobWork work, String id, Jobs.Ask ask, long turn) {
    String subject = ask.subject().substring(0, Math.min(LONGEST_SUBJECT, ask.subject().length()));
    database
        .sql(
            "INSERT INTO job (id, organisation_id, lane, kind, state, subject, body,"
                + " question_sha256, idempotency_key, asked_by, asked_ms, turn, attempts)"
                + " VALUES (?, ?, ?, ?, 'QUEUED', ?, ?, ?, ?, ?, ?, ?, 0)")
        .params(
            id,
            Organisation.current(),
            work.lane(),
            work.kind(),
            subject,
            ask.body(),
            ask.questionSha256(),
            Organisation.key(ask.key()),
            Asked.byNow(),
            clock.millis(),
            turn)
        .update();
  }

  public Optional<JobRow> find(String lane, String id) {
    return database
        .sql(COLUMNS + "WHERE id = ? AND lane = ? AND organisation_id = ?")
        .params(id, lane, Organisation.current())
        .query(JobTable::row)
        .optional();
  }

  /** Of whichever organisation, for whoever does its work. */
  public Optional<JobRow> findOfAny(String id) {
    return database.sql(COLUMNS + "WHERE id = ?").param(id).query(JobTable::row).optional();
  }

  public Optional<JobRow> findByKey(String lane, String key) {
    return database
        .sql(COLUMNS + "WHERE lane = ? AND idempotency_key = ? AND organisation_id = ?")
        .params(lane, Organisation.key(key), Organisation.current())
        .query(JobTable::row)
        .optional();
  }

  /** The latest first. */
  public List<JobRow> list(String lane, int limit) {
    return database
        .sql(
            COLUMNS
                + "WHERE lane = ? AND organisation_id = ?"
                + " ORDER BY number DESC FETCH FIRST ? ROWS ONLY")
        .params(lane, Organisation.current(), limit)
        .query(JobTable::row)
        .list();
  }

  /** All that are about a subject, the latest first. */
  public List<JobRow> listAbout(String lane, String subject) {
    return database
        .sql(
            COLUMNS + "WHERE lane = ? AND subject = ? AND organisation_id = ? ORDER BY number DESC")
        .params(lane, subject, Organisation.current())
        .query(JobTable::row)
        .list();
  }

  /** Those of all that wait or are under way, oldest first. */
  public List<JobRow> listUnfinished(String lane) {
    return database
        .sql(COLUMNS + "WHERE lane = ? AND state IN ('QUEUED', 'RUNNING') ORDER BY number")
        .param(lane)
        .query(JobTable::row)
        .list();
  }

  /** Keeps how far a job is. */
  public void progress(Lease lease, Object progress) {
    database
        .sql("UPDATE job SET progress = ? WHERE id = ? AND lease = ? AND state = 'RUNNING'")
        .params(json(progress), lease.id(), lease.number())
        .update();
  }

  private static String json(Object progress) {
    return progress == null ? null : JSON.writeValueAsString(progress);
  }

  /**
   * Keeps how a job ended.
   *
   * @param forgetKey whether its key may be sent again
   * @return false when another server holds it, or it is over already
   */
  public boolean end(
      Lease lease,
      JobState state,
      Object progress,
      String result,
      String error,
      boolean forgetKey) {
    return database
            .sql(
                "UPDATE job SET state = ?, progress = COALESCE(?, progress), result = ?, error = ?,"
                    + " ended_ms = ?"
                    + (forgetKey ? ", idempotency_key = NULL" : "")
                    + " WHERE id = ? AND lease = ? AND state = 'RUNNING'")
            .params(
                state.name(),
                json(progress),
                result,
                error,
                clock.millis(),
                lease.id(),
                lease.number())
            .update()
        > 0;
  }

  /** Finishes a job with what it stores; throws {@link LostLease} when it is not ours. */
  Together finish(Lease lease, Object progress, String result) {
    return connection -> {
      try (PreparedStatement end =
          connection.prepareStatement(
              "UPDATE job SET state = 'FINISHED', progress = ?, result = ?, ended_ms = ?"
                  + " WHERE id = ? AND lease = ? AND state = 'RUNNING'")) {
        end.setString(1, json(progress));
        end.setString(2, result);
        end.setLong(3, clock.millis());
        end.setString(4, lease.id());
        end.setLong(5, lease.number());
        if (end.executeUpdate() == 0) {
          throw new LostLease();
        }
      }
    };
  }

  /** Closes the books of one that was stopped before it began. */
  void stopped(String id, boolean forgetKey) {
    database
        .sql(
            "UPDATE job SET ended_ms = ?"
                + (forgetKey ? ", idempotency_key = NULL" : "")
                + " WHERE id = ?")
        .params(clock.millis(), id)
        .update();
  }

  /** Ids of a kind that were over before a moment, of all organisations. */
  List<String> listEnded(String kind, long beforeMs) {
    return database
        .sql("SELECT id FROM job WHERE kind = ? AND ended_ms < ? ORDER BY number")
        .params(kind, beforeMs)
        .query(String.class)
        .list();
  }

  void delete(String id) {
    database.sql("DELETE FROM job WHERE id = ?").param(id).update();
  }

  private static JobRow row(ResultSet found, int number) throws SQLException {
    return new JobRow(
        found.getString("id"),
        found.getString("organisation_id"),
        found.getString("kind"),
        JobState.valueOf(found.getString("state")),
        found.getString("subject"),
        found.getString("body"),
        found.getString("question_sha256"),
        Asked.of(found),
        found.getLong("turn"),
        found.getInt("attempts"),
        found.getString("progress"),
        found.getString("result"),
        found.getString("error"));
  }
}
