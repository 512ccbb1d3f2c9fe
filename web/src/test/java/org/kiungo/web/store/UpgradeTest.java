package org.kiungo.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.store.DatasetStore;
import org.kiungo.planner.SeededSample;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.crash.CrashSchema;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Databases as every earlier step of the tables left them, with a row in each table, brought to
 * those of today: every value of every row is there. Newer ones are refused.
 */
class UpgradeTest {

  private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-01-02T03:04:05Z");

  /** Tables whose rows have moved into the one of all jobs, and what their columns are there. */
  private static final Map<String, Map<String, String>> MOVED =
      Map.of(
          "run", Map.of("scenario", "body", "lever", "subject"),
          "placement", Map.of(),
          "funding", Map.of("plan_id", "subject"),
          "intake", Map.of("file_name", "subject"));

  /** Lanes are made anew of the jobs that wait in them. */
  private static final String LANE = "_job";

  @TempDir private Path folder;

  @Test
  void onTheEmbeddedDatabaseNothingIsLostFromAnyEarlierStep() throws SQLException {
    for (String step : steps(folder.resolve("now"), "")) {
      Path own = folder.resolve(step);
      try (HikariDataSource database = Databases.open(own, "")) {
        fillAsOf(database, step);
      }
      try (HikariDataSource database = Databases.open(own, "")) {
        upgradeAndLook(database, own, step);
      }
    }
  }

  @Test
  @EnabledIfEnvironmentVariable(
      named = "KIUNGO_POSTGIS_URL",
      matches = "jdbc:.+",
      disabledReason = "skipped: no PostGIS server (set KIUNGO_POSTGIS_URL)")
  void onPostGisNothingIsLostFromAnyEarlierStep() throws SQLException {
    String postGis = System.getenv("KIUNGO_POSTGIS_URL");
    for (String step : steps(folder, CrashSchema.of(postGis))) {
      String url = CrashSchema.of(postGis);
      try (HikariDataSource database = Databases.open(folder, url)) {
        fillAsOf(database, step);
        upgradeAndLook(database, folder, step);
      }
    }
  }

  /** H2 commits each statement of a step: half of one is there when a process is killed. */
  @Test
  void anUpgradeThatWasKilledWithinAStepBeginsAgain() throws SQLException {
    Map<String, List<Map<String, String>>> before;
    try (HikariDataSource database = Databases.open(folder, "")) {
      fillAsOf(database, "2");
      before = rows(database);
      UpgradeCopy.make(folder, database);
      new JdbcTemplate(database).execute("ALTER TABLE run ADD COLUMN lever VARCHAR(64)");
      new JdbcTemplate(database).execute("DROP TABLE plan_comment");
    }
    try (HikariDataSource database = Databases.open(folder, "")) {
      assertThat(rows(database)).isEqualTo(before);
      upgradeAndLook(database, folder, "2");
    }
  }

  @Test
  void aFolderWithNewerDatasetsIsRefused() {
    try (HikariDataSource database = Databases.open(folder, "")) {
      Databases.migrations(database).migrate();
      DatasetStore.open(database, Clock.systemUTC());
      Databases.requireKnown(database);
      new JdbcTemplate(database)
          .update(
              "INSERT INTO \"dataset_schema_history\" SELECT 999, '999', 'later', \"type\","
                  + " 'V999__later.sql', \"checksum\", \"installed_by\", \"installed_on\","
                  + " \"execution_time\", \"success\" FROM \"dataset_schema_history\""
                  + " WHERE \"version\" = '1'");
      InputRefused refused =
          catchThrowableOfType(InputRefused.class, () -> Databases.requireKnown(database));
      assertThat(refused).extracting(InputRefused::code).isEqualTo("store.newer");
    }
  }

  /** Versions that the tables of plans and runs ever had; in the full run all. */
  private static List<String> steps(Path folder, String url) {
    try (HikariDataSource database = Databases.open(folder, url)) {
      List<String> steps =
          Arrays.stream(Databases.migrations(database).info().all())
              .map(MigrationInfo::getVersion)
              .map(String::valueOf)
              .distinct()
              .toList();
      assertThat(steps).hasSizeGreaterThan(8);
      return SeededSample.of("steps of the tables", steps, 2);
    }
  }

  /** With the tables of datasets as they were at about that time: every version of theirs too. */
  private static void fillAsOf(DataSource database, String step) throws SQLException {
    Databases.migrations(database, step).migrate();
    DatasetStore.open(database, Clock.systemUTC(), step + "?"); // or what comes before
    JdbcTemplate sql = new JdbcTemplate(database);
    Deque<String> tables = new ArrayDeque<>(tables(database));
    // tables that refer to others come again once those have their row
    for (int tries = tables.size() * tables.size(); !tables.isEmpty(); tries--) {
      String table = tables.remove();
      Map<String, Object> row = row(database, table);
      String places = String.join(", ", java.util.Collections.nCopies(row.size(), "?"));
      try {
        sql.update(
            "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(table, String.join(", ", row.keySet()), places),
            row.values().toArray());
      } catch (DataAccessException refers) {
        if (tries == 0) {
          throw refers;
        }
        tables.add(table);
      }
    }
  }

  private static void upgradeAndLook(DataSource database, Path own, String step)
      throws SQLException {
    Map<String, List<Map<String, String>>> before = rows(database);
    assertThat(before.values()).as("tables of step " + step).isNotEmpty().doesNotContain(List.of());
    Databases.requireKnown(database);
    Databases.upgrade(database, own);
    DatasetStore.open(database, Clock.systemUTC());
    Map<String, List<Map<String, String>>> after = rows(database);
    before.keySet().removeIf(table -> table.endsWith(LANE));
    before.forEach(
        (table, rows) ->
            rows.forEach(
                row ->
                    assertThat(after.get(MOVED.containsKey(table) ? "job" : table))
                        .as("%s of step %s", table, step)
                        .anyMatch(now -> isSame(table, row, now))));
    for (String owned : List.of("plan", "dataset")) {
      if (!before.get(owned).get(0).containsKey("organisation_id")) {
        assertThat(after.get(owned)).allMatch(row -> row.get("organisation_id").equals("default"));
      }
    }
  }

  private static boolean isSame(String table, Map<String, String> row, Map<String, String> now) {
    if (!MOVED.containsKey(table)) {
      return now.entrySet().containsAll(row.entrySet());
    }
    String told = now.get("progress") + now.get("result");
    return now.get("lane").equals(table)
        && row.entrySet().stream()
            .filter(each -> !each.getKey().equals("number"))
            .allMatch(
                each -> {
                  String column = MOVED.get(table).getOrDefault(each.getKey(), each.getKey());
                  return now.containsKey(column)
                      ? now.get(column).equals(each.getValue())
                      : told.contains(each.getValue());
                });
  }

  private static List<String> tables(DataSource database) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Connection connection = database.getConnection();
        ResultSet found =
            connection
                .getMetaData()
                .getTables(
                    null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (found.next()) {
        String name = found.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
        if (!name.equals("flyway_web") && !name.equals("dataset_schema_history")) {
          tables.add(name);
        }
      }
    }
    return tables;
  }

  /** A value for every column that the database does not fill itself. */
  private static Map<String, Object> row(DataSource database, String table) throws SQLException {
    Map<String, Object> row = new LinkedHashMap<>();
    try (Connection connection = database.getConnection();
        ResultSet columns =
            connection.getMetaData().getColumns(null, connection.getSchema(), "%", "%")) {
      while (columns.next()) {
        boolean own =
            columns.getString("TABLE_NAME").equalsIgnoreCase(table)
                && !columns.getString("IS_AUTOINCREMENT").equals("YES");
        Object value = own ? value(columns.getInt("DATA_TYPE")) : null;
        if (value != null) {
          String column = columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
          row.put(column, column.equals("id") && MOVED.containsKey(table) ? table : value);
        }
      }
    }
    return row;
  }

  /** The same word everywhere, so that rows refer to one another; null for shapes. */
  private static Object value(int type) {
    return switch (type) {
      case Types.VARCHAR, Types.CLOB, Types.LONGVARCHAR -> "x";
      case Types.INTEGER, Types.BIGINT, Types.SMALLINT -> 7;
      case Types.BOOLEAN, Types.BIT -> true;
      case Types.DOUBLE -> 1.5;
      case Types.BINARY, Types.VARBINARY -> new byte[] {1};
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> TIME;
      default -> null;
    };
  }

  private static Map<String, List<Map<String, String>>> rows(DataSource database)
      throws SQLException {
    Map<String, List<Map<String, String>>> all = new TreeMap<>();
    for (String table : tables(database)) {
      List<Map<String, String>> rows =
          new JdbcTemplate(database)
              .query(
                  "SELECT * FROM " + table,
                  (row, number) -> {
                    Map<String, String> values = new TreeMap<>();
                    for (int k = 1; k <= row.getMetaData().getColumnCount(); k++) {
                      String name = row.getMetaData().getColumnLabel(k).toLowerCase(Locale.ROOT);
                      values.put(name, String.valueOf(row.getString(k)));
                    }
                    return values;
                  });
      all.put(table, rows);
    }
    return all;
  }
}
