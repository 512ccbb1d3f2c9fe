package org.kiungo.geodata.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What a store remembers of imports: how columns were mapped, and every report. */
public final class ImportMemory {

  private final Sql sql;
  private final Clock clock;
  private final String organisation;

  ImportMemory(Sql sql, Clock clock, String organisation) {
    this.organisation = organisation;
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Keeps how a layout's columns were mapped, in place of what was known of it.
   *
   * @param layout hash of the column names
   * @param mapping in the caller's own notation
   */
  public void rememberMapping(String layout, String layer, String mapping) {
    try {
      upsert(layout, layer, mapping);
    } catch (IllegalStateException failed) {
      if (!Sql.isDuplicate(failed)) {
        throw failed;
      }
      // another import was the first to remember this layout: now there is a row to change
      upsert(layout, layer, mapping);
    }
  }

  private void upsert(String layout, String layer, String mapping) {
    String now = clock.instant().toString();
    sql.inTransaction(
        connection -> {
          int known =
              Sql.update(
                  connection,
                  "update column_mapping set mapping = ?, used_at = ?"
                      + " where layout = ? and layer = ?",
                  mapping,
                  now,
                  layout,
                  layer);
          return known > 0
              ? known
              : Sql.update(
                  connection,
                  "insert into column_mapping values (?, ?, ?, ?)",
                  layout,
                  layer,
                  mapping,
                  now);
        });
  }

  /** What {@link #rememberMapping} was given last for the layout. */
  public Optional<String> findMapping(String layout, String layer) {
    return sql.inTransaction(
        connection ->
            Sql.query(
                    connection,
                    "select mapping from column_mapping where layout = ? and layer = ?",
                    row -> row.getString(1),
                    layout,
                    layer)
                .stream()
                .findFirst());
  }

  /**
   * What became of an import.
   *
   * @param id its own
   * @param body in the caller's own notation
   * @param requestKey that its client sent, no other import's; null for none
   */
  public record Report(String id, String body, String requestKey) {}

  /**
   * A stored import as it is found again.
   *
   * @param datasetId that it added a version to
   * @param body in the caller's own notation
   */
  public record Kept(String datasetId, String body) {}

  /** Keeps what became of an import that stored nothing; a commit keeps its own. */
  public void recordImport(Report report) {
    sql.inTransaction(connection -> insert(connection, report, null));
  }

  int insert(Connection connection, Report report, String datasetId) throws SQLException {
    return Sql.update(
        connection,
        "insert into dataset_import"
            + " (id, body, happened_at, dataset_id, request_key, organisation_id)"
            + " values (?, ?, ?, ?, ?, ?)",
        report.id(),
        report.body(),
        clock.instant().toString(),
        datasetId,
        datasetId == null ? null : report.requestKey(),
        organisation);
  }

  /** The import that was stored under a client's key. */
  public Optional<Kept> findByKey(String requestKey) {
    return sql.inTransaction(
        connection ->
            Sql.query(
                    connection,
                    "select dataset_id, body from dataset_import"
                        + " where request_key = ? and organisation_id = ?",
                    row -> new Kept(row.getString(1), row.getString(2)),
                    requestKey,
                    organisation)
                .stream()
                .findFirst());
  }

  /** The body of a report. */
  public Optional<String> findImport(String importId) {
    return find(importId).map(Kept::body);
  }

  /** An import, stored or not: of one that stored nothing the dataset is null. */
  public Optional<Kept> find(String importId) {
    return sql.inTransaction(
        connection ->
            Sql.query(
                    connection,
                    "select dataset_id, body from dataset_import"
                        + " where id = ? and organisation_id = ?",
                    row -> new Kept(row.getString(1), row.getString(2)),
                    importId,
                    organisation)
                .stream()
                .findFirst());
  }

  /** Bodies of the reports of a dataset's versions, latest first. */
  public List<String> ofDataset(String datasetId) {
    return sql.inTransaction(
        connection ->
            Sql.query(
                connection,
                "select body from dataset_import where dataset_id = ? and organisation_id = ?"
                    + " order by happened_at desc, id",
                row -> row.getString(1),
                datasetId,
                organisation));
  }
}
