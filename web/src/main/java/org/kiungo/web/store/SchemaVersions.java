package org.kiungo.web.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.kiungo.geodata.store.DatasetStore;
import org.kiungo.planner.model.value.InputRefused;

/**
 * How far a database's tables have been brought.
 *
 * @param web of plans, runs and what belongs to them
 * @param datasets of imported layers; empty before the first import
 */
public record SchemaVersions(String web, String datasets) {

  public static SchemaVersions of(Connection connection) throws SQLException {
    return new SchemaVersions(
        latest(connection, "flyway_web"), latest(connection, "dataset_schema_history"));
  }

  private static String latest(Connection connection, String history) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet there =
          statement.executeQuery("SELECT to_regclass('" + history + "') IS NOT NULL")) {
        there.next();
        if (!there.getBoolean(1)) {
          return "";
        }
      }
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT version FROM "
                  + history
                  + " WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC")) {
        return rows.next() ? rows.getString(1) : "";
      }
    }
  }

  /**
   * Makes the tables of these versions in a database without any.
   *
   * @throws InputRefused {@code store.newer} for versions that this Kiungo does not know
   */
  public void make(DataSource database) {
    boolean known =
        Arrays.stream(Databases.migrations(database, "latest").info().all())
            .map(MigrationInfo::getVersion)
            .anyMatch(each -> each != null && each.equals(MigrationVersion.fromVersion(web)));
    if (!known) {
      throw new InputRefused("store.newer");
    }
    Databases.migrations(database, web).migrate();
    if (!datasets.isEmpty()) {
      DatasetStore.open(database, Clock.systemUTC(), datasets);
    }
  }
}
