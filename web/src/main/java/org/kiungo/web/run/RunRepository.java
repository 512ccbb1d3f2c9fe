package org.kiungo.web.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.kiungo.web.job.Leases;
import org.kiungo.web.job.Leases.Lease;
import org.kiungo.web.store.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs in the database. */
@Repository
class RunRepository {

  private static final String COLUMNS =
      "SELECT id, state, scenario, attempts, phase, done_ratio, best_value, bound, gap_ratio,"
          + " elapsed_seconds, events, plan_id, error, lever, without_plan_id,"
          + " organisation_id FROM run ";

  private final JdbcClient database;
  private final Leases leases;

  RunRepository(JdbcClient database) {
    this.database = database;
    this.leases = new Leases(database, "run");
  }

  /** Who works at which run. */
  Leases leases() {
    return leases;
  }

  void insert(String id, String scenario, String lever, String idempotencyKey) {
    database
        .sql(
            "INSERT INTO run (id, state, scenario, lever, idempotency_key, attempts, phase,"
                + " elapsed_seconds, events, organisation_id)"
                + " VALUES (?, 'QUEUED', ?, ?, ?, 0, '', 0, 0, ?)")
        .params(id, scenario, lever, Organisation.key(idempotencyKey), Organisation.current())
        .update();
  }

  Optional<RunRow> find(String id) {
    return database
        .sql(COLUMNS + "WHERE id = ? AND organisation_id = ?")
        .params(id, Organisation.current())
        .query(RunRepository::row)
        .optional();
  }

  /** Of whichever organisation, for whoever does its work. */
  Optional<RunRow> findOfAny(String id) {
    return database.sql(COLUMNS + "WHERE id = ?").param(id).query(RunRepository::row).optional();
  }

  Optional<RunRow> findByKey(String idempotencyKey) {
    return database
        .sql(COLUMNS + "WHERE idempotency_key = ? AND organisation_id = ?")
        .params(Organisation.key(idempotencyKey), Organisation.current())
        .query(RunRepository::row)
        .optional();
  }

  /** The latest first. */
  List<RunRow> list(int limit) {
    return database
        .sql(COLUMNS + "WHERE organisation_id = ? ORDER BY number DESC FETCH FIRST ? ROWS ONLY")
        .params(Organisation.current(), limit)
        .query(RunRepository::row)
        .list();
  }

  /** Those of all that a stop of the server interrupted or kept waiting, oldest first. */
  List<RunRow> listUnfinished() {
    return database
        .sql(COLUMNS + "WHERE state IN ('QUEUED', 'RUNNING') ORDER BY number")
        .query(RunRepository::row)
        .list();
  }

  void progress(Lease lease, RunProgress progress, long events) {
    database
        .sql(
            "UPDATE run SET phase = ?, done_ratio = ?, best_value = ?, bound = ?, gap_ratio = ?,"
                + " elapsed_seconds = ?, events = ? WHERE id = ? AND lease = ?")
        .params(
            progress.phase(),
            orNull(progress.doneRatio()),
            orNull(progress.value()),
            orNull(progress.bound()),
            orNull(progress.gapRatio()),
            progress.elapsedSeconds(),
            events,
            lease.id(),
            lease.number())
        .update();
  }

  /**
   * Keeps how a run ended.
   *
   * @return false when another server holds it, or it is over already
   */
  boolean end(Lease lease, RunState state, String planId, String error, long events) {
    return database
            .sql(
                "UPDATE run SET state = ?, plan_id = ?, error = ?, events = ?"
                    + " WHERE id = ? AND lease = ? AND state = 'RUNNING'")
            .params(state.name(), planId, error, events, lease.id(), lease.number())
            .update()
        > 0;
  }

  /** Keeps the plan that a pair of plans was made against. */
  void madeWithout(String id, String withoutPlanId) {
    database
        .sql("UPDATE run SET without_plan_id = ? WHERE id = ?")
        .params(withoutPlanId, id)
        .update();
  }

  private static Double orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static RunRow row(ResultSet found, int number) throws SQLException {
    return new RunRow(
        found.getString("id"),
        RunState.valueOf(found.getString("state")),
        found.getString("scenario"),
        found.getInt("attempts"),
        new RunProgress(
            found.getString("phase"),
            orNaN(found, "done_ratio"),
            orNaN(found, "best_value"),
            orNaN(found, "bound"),
            orNaN(found, "gap_ratio"),
            found.getDouble("elapsed_seconds"),
            0),
        found.getLong("events"),
        found.getString("plan_id"),
        found.getString("error"),
        found.getString("lever"),
        found.getString("without_plan_id"),
        found.getString("organisation_id"));
  }

  private static double orNaN(ResultSet found, String column) throws SQLException {
    double value = found.getDouble(column);
    return found.wasNull() ? Double.NaN : value;
  }
}
