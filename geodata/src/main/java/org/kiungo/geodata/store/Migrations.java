package org.kiungo.geodata.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;

/** The steps by which the tables of datasets came to be what they are. */
final class Migrations {

  private Migrations() {}

  /** Those up to a version of the tables, {@code latest} for all. */
  static Flyway of(DataSource database, Dialect dialect, String target) {
    return Flyway.configure()
        .dataSource(database)
        .table("dataset_schema_history")
        .target(target)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .locations("classpath:db/common", "classpath:" + dialect.migrations())
        .load();
  }

  /** Whether a newer Kiungo has made steps; of a database without any, false. */
  static boolean areOfNewer(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return Stream.of(of(database, Dialect.of(connection), "latest").info().all())
          .anyMatch(each -> each.getState() == MigrationState.FUTURE_SUCCESS);
    } catch (SQLException e) {
      throw Sql.failed(e);
    }
  }
}
