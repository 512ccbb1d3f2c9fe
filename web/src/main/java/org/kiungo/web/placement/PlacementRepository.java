package org.kiungo.web.placement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.kiungo.web.job.Leases;
import org.kiungo.web.job.Leases.Lease;
import org.kiungo.web.store.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Placements in the database; what they found lies in folders. */
@Repository
class PlacementRepository {

  private static final String COLUMNS =
      "SELECT id, state, body, best_value, bound, gap_ratio, error, organisation_id FROM placement ";

  private final JdbcClient database;
  private final Leases leases;

  PlacementRepository(JdbcClient database) {
    this.database = database;
    this.leases = new Leases(database, "placement");
  }

  /** Who works at which placement. */
  Leases leases() {
    return leases;
  }

  void insert(String id, String body, String idempotencyKey) {
    database
        .sql(
            "INSERT INTO placement (id, state, body, idempotency_key, attempts, organisation_id)"
                + " VALUES (?, 'QUEUED', ?, ?, 0, ?)")
        .params(id, body, Organisation.key(idempotencyKey), Organisation.current())
        .update();
  }

  Optional<PlacementRow> find(String id) {
    return findOfAny(id).filter(row -> row.organisationId().equals(Organisation.current()));
  }

  /** Of whichever organisation, for whoever does its work. */
  Optional<PlacementRow> findOfAny(String id) {
    return database
        .sql(COLUMNS + "WHERE id = ?")
        .param(id)
        .query(PlacementRepository::row)
        .optional();
  }

  Optional<PlacementRow> findByKey(String idempotencyKey) {
    return database
        .sql(COLUMNS + "WHERE idempotency_key = ? AND organisation_id = ?")
        .params(Organisation.key(idempotencyKey), Organisation.current())
        .query(PlacementRepository::row)
        .optional();
  }

  /** In the order in which they were asked for. */
  List<PlacementRow> list() {
    return database
        .sql(COLUMNS + "WHERE organisation_id = ? ORDER BY number")
        .param(Organisation.current())
        .query(PlacementRepository::row)
        .list();
  }

  /**
   * Keeps how a placement ended.
   *
   * @param last what was told of it last
   * @return false when another server holds it, or it is over already
   */
  boolean end(Lease lease, Placement.State state, Placement last, String error) {
    return database
            .sql(
                "UPDATE placement SET state = ?, best_value = ?, bound = ?, gap_ratio = ?, error = ?"
                    + " WHERE id = ? AND lease = ? AND state = 'RUNNING'")
            .params(
                state.name(),
                orNull(last.value()),
                orNull(last.bound()),
                orNull(last.gapRatio()),
                error,
                lease.id(),
                lease.number())
            .update()
        > 0;
  }

  private static PlacementRow row(ResultSet found, int number) throws SQLException {
    return new PlacementRow(
        found.getString(1),
        Placement.State.valueOf(found.getString(2)),
        found.getString(3),
        orNaN(found, "best_value"),
        orNaN(found, "bound"),
        orNaN(found, "gap_ratio"),
        found.getString("error"),
        found.getString("organisation_id"));
  }

  private static Double orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static double orNaN(ResultSet found, String column) throws SQLException {
    double value = found.getDouble(column);
    return found.wasNull() ? Double.NaN : value;
  }
}
