package org.kiungo.geodata.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;

/** The steps by which the tables of datasets came to be what they are. */
public final class Migrations {

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

  /** Whether there are steps to take; of a database without any tables, true. */
  public static boolean arePending(DataSource database) {
    return of(database).info().pending().length > 0;
  }

  /** Takes all steps, whether or not anybody opens the store. */
  public static void takeAll(DataSource database) {
    of(database).migrate();
  }

  /** Whether a newer Kiungo has made steps; of a database without any, false. */
  public static boolean areOfNewer(DataSource database) {
    return Stream.of(of(database).info().all())
        .anyMatch(each -> each.getState() == MigrationState.FUTURE_SUCCESS);
  }

  private static Flyway of(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return of(database, Dialect.of(connection), "latest");
    } catch (SQLException e) {
      throw Sql.failed(e);
    }
  }
}
