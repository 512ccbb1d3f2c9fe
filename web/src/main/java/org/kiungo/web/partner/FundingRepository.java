package org.kiungo.web.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.kiungo.web.job.Leases;
import org.kiungo.web.job.Leases.Lease;
import org.kiungo.web.run.RunState;
import org.kiungo.web.store.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Questions who pays, in the database; their answers lie in folders. */
@Repository
class FundingRepository {

  private static final String COLUMNS =
      "SELECT id, state, plan_id, body, error, organisation_id FROM funding ";

  private final JdbcClient database;
  private final Leases leases;

  FundingRepository(JdbcClient database) {
    this.database = database;
    this.leases = new Leases(database, "funding");
  }

  /** Who works at which question. */
  Leases leases() {
    return leases;
  }

  void insert(String id, String planId, String body, String idempotencyKey) {
    database
        .sql(
            "INSERT INTO funding (id, state, plan_id, body, idempotency_key, attempts,"
                + " organisation_id) VALUES (?, 'QUEUED', ?, ?, ?, 0, ?)")
        .params(id, planId, body, Organisation.key(idempotencyKey), Organisation.current())
        .update();
  }

  Optional<FundingRow> find(String id) {
    return findOfAny(id).filter(row -> row.organisationId().equals(Organisation.current()));
  }

  /** Of whichever organisation, for whoever does its work. */
  Optional<FundingRow> findOfAny(String id) {
    return database
        .sql(COLUMNS + "WHERE id = ?")
        .param(id)
        .query(FundingRepository::row)
        .optional();
  }

  Optional<FundingRow> findByKey(String idempotencyKey) {
    return database
        .sql(COLUMNS + "WHERE idempotency_key = ? AND organisation_id = ?")
        .params(Organisation.key(idempotencyKey), Organisation.current())
        .query(FundingRepository::row)
        .optional();
  }

  /** Keeps how a question ended; false when another server holds it, or it is over already. */
  boolean end(Lease lease, RunState state, String error) {
    return database
            .sql(
                "UPDATE funding SET state = ?, error = ?"
                    + " WHERE id = ? AND lease = ? AND state = 'RUNNING'")
            .params(state.name(), error, lease.id(), lease.number())
            .update()
        > 0;
  }

  private static FundingRow row(ResultSet found, int number) throws SQLException {
    return new FundingRow(
        found.getString(1),
        RunState.valueOf(found.getString(2)),
        found.getString(3),
        found.getString(4),
        found.getString(5),
        found.getString(6));
  }
}
