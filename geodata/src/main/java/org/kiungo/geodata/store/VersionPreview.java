package org.kiungo.geodata.store;

import java.sql.Connection;
import java.sql.SQLException;

/** What rows would change as a version: they are loaded, compared, and taken back. */
final class VersionPreview {

  /** No version has this number. */
  private static final int TRIED = 0;

  private VersionPreview() {}

  /** Undoes the transaction it is thrown in. */
  private static final class Done extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient VersionChange change;

    Done(VersionChange change) {
      super(null, null, false, false);
      this.change = change;
    }
  }

  static VersionChange of(Sql sql, Dialect dialect, Dataset dataset, RowSource rows) {
    try {
      return sql.inTransaction(
          connection -> {
            long count = dialect.load(connection, dataset.id(), TRIED, rows);
            throw new Done(compared(connection, dataset, count));
          });
    } catch (Done done) {
      return done.change;
    }
  }

  private static VersionChange compared(Connection connection, Dataset dataset, long count)
      throws SQLException {
    int current = dataset.currentVersion();
    String joined =
        "select count(*), coalesce(sum(case when a.content_hash <> b.content_hash then 1 else 0"
            + " end), 0) from dataset_feature a join dataset_feature b"
            + " on b.dataset_id = a.dataset_id and b.feature_id = a.feature_id"
            + " where a.dataset_id = ? and a.version = ? and b.version = ?";
    long[] both =
        Sql.query(
                connection,
                joined,
                row -> new long[] {row.getLong(1), row.getLong(2)},
                dataset.id(),
                TRIED,
                current)
            .get(0);
    long before =
        one(
            connection,
            "select count(*) from dataset_feature where dataset_id = ? and version = ?",
            dataset.id(),
            current);
    long last =
        one(
            connection,
            "select coalesce(max(version), 0) from dataset_version where dataset_id = ?",
            dataset.id());
    return new VersionChange(
        current, (int) last + 1, count - both[0], both[1], before - both[0], before, count);
  }

  private static long one(Connection connection, String select, Object... arguments)
      throws SQLException {
    return Sql.query(connection, select, row -> row.getLong(1), arguments).get(0);
  }
}
