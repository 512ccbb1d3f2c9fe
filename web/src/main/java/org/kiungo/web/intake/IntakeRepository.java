package org.kiungo.web.intake;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.kiungo.geodata.store.Together;
import org.kiungo.web.job.JobState;
import org.kiungo.web.job.Leases;
import org.kiungo.web.job.Leases.Lease;
import org.kiungo.web.job.LostLease;
import org.kiungo.web.store.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Imports in the database. */
@Repository
class IntakeRepository {

  private static final String COLUMNS =
      "SELECT id, organisation_id, state, kind, file_name, body, asked_ms, phase, rows_read, result,"
          + " error FROM intake ";

  private final JdbcClient database;
  private final Clock clock;
  private final Leases leases;

  IntakeRepository(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.leases = new Leases(database, "intake");
  }

  /** Who works at which import. */
  Leases leases() {
    return leases;
  }

  void insert(String id, String kind, String fileName, String body, String idempotencyKey) {
    database
        .sql(
            "INSERT INTO intake (id, organisation_id, state, kind, file_name, body,"
                + " idempotency_key, asked_ms, attempts, phase, rows_read)"
                + " VALUES (?, ?, 'QUEUED', ?, ?, ?, ?, ?, 0, '', 0)")
        .params(
            id,
            Organisation.current(),
            kind,
            fileName,
            body,
            Organisation.key(idempotencyKey),
            clock.millis())
        .update();
  }

  Optional<IntakeRow> find(String id) {
    return findOfAny(id).filter(row -> row.organisationId().equals(Organisation.current()));
  }

  /** Of whichever organisation, for whoever does its work. */
  Optional<IntakeRow> findOfAny(String id) {
    return database.sql(COLUMNS + "WHERE id = ?").param(id).query(IntakeRepository::row).optional();
  }

  Optional<IntakeRow> findByKey(String idempotencyKey) {
    return database
        .sql(COLUMNS + "WHERE idempotency_key = ? AND organisation_id = ?")
        .params(Organisation.key(idempotencyKey), Organisation.current())
        .query(IntakeRepository::row)
        .optional();
  }

  /** The latest first. */
  List<IntakeRow> list(int limit) {
    return database
        .sql(COLUMNS + "WHERE organisation_id = ? ORDER BY number DESC FETCH FIRST ? ROWS ONLY")
        .params(Organisation.current(), limit)
        .query(IntakeRepository::row)
        .list();
  }

  void progress(Lease lease, String phase, long rows) {
    database
        .sql(
            "UPDATE intake SET phase = ?, rows_read = ?"
                + " WHERE id = ? AND lease = ? AND state = 'RUNNING'")
        .params(phase, rows, lease.id(), lease.number())
        .update();
  }

  /**
   * Ends an import that stores something, with what it stores.
   *
   * @return throws {@link LostLease} when another server holds it, or it is over already
   */
  Together finish(Lease lease, long rows, String result) {
    return connection -> {
      try (PreparedStatement end =
          connection.prepareStatement(
              "UPDATE intake SET state = 'FINISHED', phase = '', rows_read = ?, result = ?"
                  + " WHERE id = ? AND lease = ? AND state = 'RUNNING'")) {
        end.setLong(1, rows);
        end.setString(2, result);
        end.setString(3, lease.id());
        end.setLong(4, lease.number());
        if (end.executeUpdate() == 0) {
          throw new LostLease();
        }
      }
    };
  }

  /** Ends an import that stores nothing; its key may be sent again. */
  void end(Lease lease, JobState state, long rows, String error) {
    database
        .sql(
            "UPDATE intake SET state = ?, phase = '', rows_read = ?, error = ?,"
                + " idempotency_key = NULL WHERE id = ? AND lease = ? AND state = 'RUNNING'")
        .params(state.name(), rows, error, lease.id(), lease.number())
        .update();
  }

  /** Takes the key of one that was stopped before it began. */
  void forgetKey(String id) {
    database.sql("UPDATE intake SET idempotency_key = NULL WHERE id = ?").param(id).update();
  }

  private static IntakeRow row(ResultSet found, int number) throws SQLException {
    return new IntakeRow(
        found.getString("id"),
        found.getString("organisation_id"),
        JobState.valueOf(found.getString("state")),
        found.getString("kind"),
        found.getString("file_name"),
        found.getString("body"),
        found.getLong("asked_ms"),
        found.getString("phase"),
        found.getLong("rows_read"),
        found.getString("result"),
        found.getString("error"));
  }
}
