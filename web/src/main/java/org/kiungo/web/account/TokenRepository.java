package org.kiungo.web.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.kiungo.web.access.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tokens in the database. */
@Repository
@WithAccounts
class TokenRepository {

  private static final String COLUMNS =
      "SELECT id, account_id, label, role, expires_ms, revoked_ms FROM api_token ";

  private final JdbcClient database;

  TokenRepository(JdbcClient database) {
    this.database = database;
  }

  void insert(ApiToken token, String sha256, long nowMs) {
    database
        .sql(
            "INSERT INTO api_token (id, account_id, label, role, token_sha256, made_ms, expires_ms)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)")
        .params(
            token.id(),
            token.accountId(),
            token.label(),
            token.role().name(),
            sha256,
            nowMs,
            token.expiresMs())
        .update();
  }

  Optional<ApiToken> find(String sha256) {
    return database
        .sql(COLUMNS + "WHERE token_sha256 = ?")
        .param(sha256)
        .query(TokenRepository::token)
        .optional();
  }

  /** The latest first. */
  List<ApiToken> list(String accountId) {
    return database
        .sql(COLUMNS + "WHERE account_id = ? ORDER BY number DESC")
        .param(accountId)
        .query(TokenRepository::token)
        .list();
  }

  boolean revoke(String accountId, String id, long nowMs) {
    return database
            .sql(
                "UPDATE api_token SET revoked_ms = COALESCE(revoked_ms, ?)"
                    + " WHERE account_id = ? AND id = ?")
            .params(nowMs, accountId, id)
            .update()
        > 0;
  }

  /** Takes all back. */
  void revokeAll(String accountId, long nowMs) {
    database
        .sql("UPDATE api_token SET revoked_ms = ? WHERE account_id = ? AND revoked_ms IS NULL")
        .params(nowMs, accountId)
        .update();
  }

  private static ApiToken token(ResultSet row, int number) throws SQLException {
    return new ApiToken(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        Role.valueOf(row.getString(4)),
        row.getObject(5, Long.class),
        row.getObject(6, Long.class));
  }
}
