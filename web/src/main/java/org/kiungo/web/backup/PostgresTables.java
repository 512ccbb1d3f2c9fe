package org.kiungo.web.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kiungo.web.store.SchemaVersions;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * All rows of a PostgreSQL schema as files of its own {@code COPY} form, one a table, as of one
 * moment: neither {@code pg_dump} nor a stop is needed.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY</a>
 */
final class PostgresTables {

  static final String LIST = "tables.json";
  private static final String ENDING = ".copy";

  private PostgresTables() {}

  /**
   * A schema.
   *
   * @param versions of its tables
   * @param tables each after those that it refers to
   */
  record Schema(SchemaVersions versions, List<Table> tables) {}

  /** A table and its columns. */
  record Table(String name, List<String> columns) {

    private String quotedColumns() {
      return columns.stream().map(PostgresTables::quoted).collect(Collectors.joining(", "));
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Writes all of it into an empty folder. */
  static void write(Connection connection, Path folder) throws SQLException, IOException {
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    try (Statement settings = connection.createStatement()) {
      // rather no backup than one of the rows that an account may see
      settings.execute("SET LOCAL row_security = off");
    }
    CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
    List<Table> tables = tables(connection);
    for (Table each : tables) {
      String rows = "SELECT " + each.quotedColumns() + " FROM " + quoted(each.name());
      try (OutputStream out = Files.newOutputStream(folder.resolve(each.name() + ENDING))) {
        copies.copyOut("COPY (" + rows + ") TO STDOUT", out);
      }
    }
    Schema schema = new Schema(SchemaVersions.of(connection), tables);
    Files.write(folder.resolve(LIST), Backup.JSON.writeValueAsBytes(schema));
    connection.rollback();
  }

  static Schema schema(Path folder) throws IOException {
    return Backup.JSON.readValue(Files.readAllBytes(folder.resolve(LIST)), Schema.class);
  }

  /** Puts rows into tables of the same versions, whose own rows go; the caller commits. */
  static void read(Connection connection, Path folder, Schema schema)
      throws SQLException, IOException {
    CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          schema.tables().stream()
              .map(each -> quoted(each.name()))
              .collect(Collectors.joining(", ", "TRUNCATE ", "")));
      for (Table each : schema.tables()) {
        try (InputStream in = Files.newInputStream(folder.resolve(each.name() + ENDING))) {
          String into = quoted(each.name()) + " (" + each.quotedColumns() + ")";
          copies.copyIn("COPY " + into + " FROM STDIN", in);
        }
      }
      for (String[] counted : pairs(connection, COUNTED)) {
        String table = quoted(counted[0]);
        String column = quoted(counted[1]);
        statement.execute(
            "SELECT setval(pg_get_serial_sequence('%s', '%s'), GREATEST(MAX(%s), 1), MAX(%s) > 0)"
                    .formatted(table, counted[1], column, column)
                + " FROM "
                + table);
      }
    }
  }

  /** Tables of the schema, apart from those that tell its versions and from those of PostGIS. */
  private static final String COLUMNS =
      """
      SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
        AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        AND c.relname NOT IN ('flyway_web', 'dataset_schema_history', 'spatial_ref_sys')
      ORDER BY c.relname, a.attnum""";

  private static final String REFERENCES =
      """
      SELECT c.relname, r.relname FROM pg_constraint k
      JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class r ON r.oid = k.confrelid
      WHERE k.contype = 'f' AND c.oid <> r.oid
        AND c.relnamespace = current_schema()::regnamespace""";

  private static final String COUNTED =
      """
      SELECT table_name, column_name FROM information_schema.columns
      WHERE table_schema = current_schema() AND is_identity = 'YES'""";

  private static List<Table> tables(Connection connection) throws SQLException {
    Map<String, List<String>> left = new LinkedHashMap<>();
    for (String[] each : pairs(connection, COLUMNS)) {
      left.computeIfAbsent(each[0], name -> new ArrayList<>()).add(each[1]);
    }
    List<String[]> references = pairs(connection, REFERENCES);
    List<Table> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      String next =
          left.keySet().stream()
              .filter(
                  name ->
                      references.stream()
                          .noneMatch(each -> each[0].equals(name) && left.containsKey(each[1])))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("tables refer to each other: " + left));
      ordered.add(new Table(next, left.remove(next)));
    }
    return ordered;
  }

  private static List<String[]> pairs(Connection connection, String query) throws SQLException {
    List<String[]> pairs = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        pairs.add(new String[] {rows.getString(1), rows.getString(2)});
      }
    }
    return pairs;
  }
}
