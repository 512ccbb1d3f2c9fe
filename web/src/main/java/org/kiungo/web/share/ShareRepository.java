package org.kiungo.web.share;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.kiungo.web.store.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links in the database. */
@Repository
class ShareRepository {

  private static final String COLUMNS =
      "SELECT id, plan_id, label, made_ms, expires_ms, revoked_ms, evidence, inputs, comments,"
          + " organisation_id FROM share ";

  private final JdbcClient database;

  ShareRepository(JdbcClient database) {
    this.database = database;
  }

  void insert(ShareRow row, String tokenSha256) {
    database
        .sql(
            "INSERT INTO share (id, plan_id, token_sha256, label, made_ms, expires_ms,"
                + " evidence, inputs, comments, organisation_id)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            row.id(),
            row.planId(),
            tokenSha256,
            row.label(),
            row.madeMs(),
            row.expiresMs(),
            row.parts().evidence(),
            row.parts().inputs(),
            row.parts().comments(),
            Organisation.current())
        .update();
  }

  Optional<ShareRow> find(String id) {
    return database
        .sql(COLUMNS + "WHERE id = ? AND organisation_id = ?")
        .params(id, Organisation.current())
        .query(ShareRepository::row)
        .optional();
  }

  /** Whoever has the link may open it: of every organisation. */
  Optional<ShareRow> findByToken(String tokenSha256) {
    return database
        .sql(COLUMNS + "WHERE token_sha256 = ?")
        .param(tokenSha256)
        .query(ShareRepository::row)
        .optional();
  }

  /** The latest first. */
  List<ShareRow> list(String planId) {
    return database
        .sql(COLUMNS + "WHERE plan_id = ? AND organisation_id = ? ORDER BY number DESC")
        .params(planId, Organisation.current())
        .query(ShareRepository::row)
        .list();
  }

  void revoke(String id, long nowMs) {
    database
        .sql(
            "UPDATE share SET revoked_ms = ?"
                + " WHERE id = ? AND organisation_id = ? AND revoked_ms IS NULL")
        .params(nowMs, id, Organisation.current())
        .update();
  }

  private static ShareRow row(ResultSet found, int number) throws SQLException {
    return new ShareRow(
        found.getString(1),
        found.getString(2),
        found.getString(3),
        found.getLong(4),
        found.getObject(5, Long.class),
        found.getObject(6, Long.class),
        new Share.Parts(found.getBoolean(7), found.getBoolean(8), found.getBoolean(9)),
        found.getString(10));
  }
}
