package org.kiungo.geodata.store;

import java.sql.Connection;
import java.sql.SQLException;

/** What differs between the two databases; everything else is the same SQL. */
sealed interface Dialect permits PostGisDialect, H2GisDialect {

  /** Folder of this database's own migrations, beside the common ones. */
  String migrations();

  /** Makes spatial functions available; idempotent. */
  void prepare(Connection connection) throws SQLException;

  /**
   * Loads a version's rows in the caller's transaction.
   *
   * @return rows loaded
   */
  long load(Connection connection, String datasetId, int version, RowSource rows)
      throws SQLException;

  /** A failed statement on its way through a row source. */
  final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final SQLException sql;

    Failed(SQLException sql) {
      super(sql);
      this.sql = sql;
    }
  }

  /** The dialect of an open connection. */
  static Dialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return switch (product) {
      case "PostgreSQL" -> new PostGisDialect();
      case "H2" -> new H2GisDialect();
      default ->
          throw new IllegalArgumentException(
              "database is " + product + "; allowed PostgreSQL with PostGIS, or H2");
    };
  }
}
