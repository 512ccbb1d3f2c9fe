package org.kiungo.geodata.format.vector;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.format.Crs;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.planner.model.value.InputRefused;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/**
 * GeoPackage, read as an untrusted file: immutable and read-only, functions of its schema not
 * trusted, only ordinary tables that {@code gpkg_contents} lists, with limits on work and value
 * size.
 *
 * @see <a href="https://www.geopackage.org/spec140/">OGC GeoPackage 1.4</a>
 * @see <a href="https://www.sqlite.org/security.html">SQLite: Defense Against the Dark Arts</a>
 */
public final class GeoPackageReader implements VectorReader {

  private static final int LONGEST_VALUE = 256 << 20;
  private static final int STEPS_PER_CHECK = 100_000;
  private static final int MOST_CHECKS_PER_ROW = 50_000;

  /** A listed table. */
  record Table(String name, String type, boolean plain) {}

  @Override
  public String format() {
    return "GeoPackage";
  }

  @Override
  public Evidence evidence() {
    return Evidence.SIGNATURE;
  }

  @Override
  public boolean recognises(SourceFile file) {
    return isSqlite(file);
  }

  static boolean isSqlite(SourceFile file) {
    byte[] mark = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    return file.head().length > 100
        && java.util.Arrays.equals(file.head(), 0, mark.length, mark, 0, mark.length);
  }

  @Override
  public void read(SourceFile file, ReadOptions options, FeatureConsumer out) {
    WorkLimit limit = new WorkLimit();
    try (Connection database = open(file)) {
      limit.watch(database);
      List<Table> tables = tables(database, file);
      boolean any = false;
      List<Table> skipped = new ArrayList<>();
      for (Table table : tables) {
        boolean rows = table.type().equals("features") || table.type().equals("attributes");
        if (!table.plain() || !rows) {
          skipped.add(table);
          continue;
        }
        any = true;
        if (options.wants(table.name())) {
          CoordinateSystem crs = crs(database, table, file, options);
          new GeoPackageTable(file, table.name(), crs, limit, options.repair()).read(database, out);
        }
      }
      if (!any) {
        throw new InputRefused("file.noLayers", "file", file.name(), "format", "GeoPackage");
      }
      for (Table table : skipped) {
        out.finding(
            Finding.of(Severity.INFO, "tableSkipped", file, "").withValue(table.name(), ""));
      }
    } catch (SQLException broken) {
      throw refusal(file, broken, limit);
    }
  }

  static InputRefused refusal(SourceFile file, SQLException broken, WorkLimit limit) {
    if (limit.isExceeded()) {
      return SourceFile.tooMuch(
          file.name(), "SQLite", "> " + MOST_CHECKS_PER_ROW * (long) STEPS_PER_CHECK, "–");
    }
    InputRefused refused =
        new InputRefused(
            "file.damaged",
            "file",
            file.name(),
            "place",
            "SQLite",
            "found",
            String.valueOf(broken.getMessage()).replaceAll("\\s+", " "));
    refused.initCause(broken);
    return refused;
  }

  static Connection open(SourceFile file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.enableLoadExtension(false);
    Properties properties = config.toProperties();
    String url =
        "jdbc:sqlite:"
            + file.path().toAbsolutePath().toUri().toString().replaceFirst("^file:/+", "file:/")
            + "?immutable=1";
    Connection database = new org.sqlite.JDBC().connect(url, properties);
    try (Statement statement = database.createStatement()) {
      statement.execute("PRAGMA trusted_schema=OFF");
      statement.execute("PRAGMA cell_size_check=ON");
      statement.execute("PRAGMA mmap_size=0");
      SQLiteConnection sqlite = database.unwrap(SQLiteConnection.class);
      sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, LONGEST_VALUE);
      sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
      return database;
    } catch (SQLException broken) {
      database.close();
      throw broken;
    }
  }

  /** Tables that the contents table lists; {@code plain} when it is an ordinary table. */
  static List<Table> tables(Connection database, SourceFile file) throws SQLException {
    if (!isPlain(database, "gpkg_contents")) {
      throw new InputRefused("file.noLayers", "file", file.name(), "format", "SQLite");
    }
    List<Table> tables = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT table_name, data_type FROM gpkg_contents ORDER BY rowid LIMIT 10000")) {
      while (rows.next()) {
        String name = rows.getString(1);
        if (name == null) {
          throw new SQLException("gpkg_contents.table_name: NULL");
        }
        tables.add(new Table(name, String.valueOf(rows.getString(2)), isPlain(database, name)));
      }
    }
    return tables;
  }

  static boolean isPlain(Connection database, String table) throws SQLException {
    try (PreparedStatement statement =
        database.prepareStatement(
            "SELECT sql FROM sqlite_master WHERE type = 'table' AND lower(name) = lower(?)")) {
      statement.setString(1, table);
      try (ResultSet rows = statement.executeQuery()) {
        boolean system =
            String.valueOf(table).toLowerCase(java.util.Locale.ROOT).startsWith("sqlite_");
        return rows.next()
            && !system
            && rows.getString(1) != null
            && !rows.getString(1).strip().matches("(?is)create\\s+virtual.*");
      }
    }
  }

  /** The layer's system; null for attributes tables and for the two undefined ones. */
  static CoordinateSystem crs(
      Connection database, Table table, SourceFile file, ReadOptions options) throws SQLException {
    if (table.type().equals("attributes")) {
      return null;
    }
    try (PreparedStatement statement =
        database.prepareStatement(
            "SELECT g.srs_id, s.organization, s.organization_coordsys_id, s.definition"
                + " FROM gpkg_geometry_columns g LEFT JOIN gpkg_spatial_ref_sys s"
                + " ON s.srs_id = g.srs_id WHERE g.table_name = ?")) {
      statement.setString(1, table.name());
      try (ResultSet row = statement.executeQuery()) {
        boolean undefined = !row.next() || row.getInt(1) == 0 || row.getInt(1) == -1;
        Optional<CoordinateSystem> found =
            undefined
                ? Optional.empty()
                : CoordinateSystem.findByCode(row.getString(2) + ":" + row.getInt(3));
        if (!undefined && found.isEmpty() && row.getString(4) != null) {
          found = CoordinateSystem.findByWkt(row.getString(4));
        }
        if (found.isEmpty() && !options.crs().isEmpty()) {
          return Crs.declared(file, options.crs());
        }
        return found.orElse(null);
      }
    }
  }

  /** Counts steps of SQLite's machine between two rows, so that no query runs for ever. */
  static final class WorkLimit extends ProgressHandler {
    private int checks;
    private boolean exceeded;

    void watch(Connection database) throws SQLException {
      ProgressHandler.setHandler(database, STEPS_PER_CHECK, this);
    }

    void rowDone() {
      checks = 0;
    }

    boolean isExceeded() {
      return exceeded;
    }

    @Override
    protected int progress() {
      exceeded = ++checks > MOST_CHECKS_PER_ROW;
      return exceeded ? 1 : 0;
    }
  }
}
