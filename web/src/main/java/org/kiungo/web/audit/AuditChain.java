package org.kiungo.web.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.audit.AuditCheck.Head;
import org.kiungo.web.store.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The entries in the database, each holding on to the one before. */
public final class AuditChain {

  private final JdbcClient database;

  public AuditChain(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /** Adds an entry; needs a transaction around it. */
  public void append(
      long nowMs, String organisation, String actor, String action, String subject, String result) {
    Head head =
        database
            .sql("SELECT number, hash FROM audit_head WHERE id = 1 FOR UPDATE")
            .query(AuditChain::head)
            .single();
    AuditEntry added =
        new AuditEntry(
                head.number() + 1,
                AuditEntry.time(nowMs),
                organisation,
                actor,
                action,
                subject,
                result,
                "")
            .after(head.hash());
    database
        .sql("INSERT INTO audit_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(added.number(), nowMs, organisation, actor, action, subject, result, added.hash())
        .update();
    database
        .sql("UPDATE audit_head SET number = ?, hash = ? WHERE id = 1")
        .params(added.number(), added.hash())
        .update();
  }

  private static Head head(ResultSet row, int number) throws SQLException {
    return new Head(row.getLong(1), row.getString(2));
  }

  /** Every entry in its order, as it stands in the database. */
  public void forEach(Consumer<AuditEntry> consumer) {
    Organisation.as(
        Organisation.EVERY,
        () ->
            database
                .sql("SELECT * FROM audit_entry ORDER BY number")
                .query(
                    row -> {
                      consumer.accept(entry(row));
                    }));
  }

  /**
   * The last entries of all organisations, the latest first.
   *
   * @param most so many at most
   */
  public List<AuditEntry> latest(int most) {
    return Organisation.as(
        Organisation.EVERY,
        () ->
            database
                .sql("SELECT * FROM audit_entry ORDER BY number DESC LIMIT ?")
                .param(most)
                .query((row, number) -> entry(row))
                .list());
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("number"),
        AuditEntry.time(row.getLong("happened_ms")),
        row.getString("organisation_id"),
        row.getString("actor"),
        row.getString("action"),
        row.getString("subject"),
        row.getString("result"),
        row.getString("hash"));
  }

  /**
   * Recomputes the whole chain.
   *
   * @param noted hash of an entry as it was noted elsewhere; null for none
   * @return its end
   * @throws InputRefused {@code audit.broken} with the number of the first entry that is missing or
   *     is not as it was written, {@code audit.not-held} when no entry has the noted hash
   */
  public Head verify(String noted) {
    AuditCheck check = new AuditCheck(noted);
    forEach(check::accept);
    Head end = check.end();
    Head kept =
        Organisation.as(
            Organisation.EVERY,
            () ->
                database
                    .sql("SELECT number, hash FROM audit_head WHERE id = 1")
                    .query(AuditChain::head)
                    .single());
    if (!kept.equals(end)) {
      throw check.broken();
    }
    return end;
  }
}
