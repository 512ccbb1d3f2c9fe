package org.kiungo.geodata.format.vector;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.Wgs84Stage;
import org.kiungo.geodata.format.geometry.GeoPackageBinary;
import org.kiungo.geodata.format.geometry.RawGeometry;
import org.kiungo.geodata.format.geometry.StrictWkb;
import org.locationtech.jts.geom.Geometry;

/** Streams the rows of one GeoPackage table. */
final class GeoPackageTable {

  /** A column as the table declares it. */
  private record Column(String name, String type) {}

  private final SourceFile file;
  private final String table;
  private final CoordinateSystem crs;
  private final GeoPackageReader.WorkLimit limit;
  private final boolean repair;
  private final List<Column> columns = new ArrayList<>();
  private String geometryColumn = "";
  private String keyColumn = "";

  GeoPackageTable(
      SourceFile file,
      String table,
      CoordinateSystem crs,
      GeoPackageReader.WorkLimit limit,
      boolean repair) {
    this.file = file;
    this.table = table;
    this.crs = crs;
    this.limit = limit;
    this.repair = repair;
  }

  void read(Connection database, FeatureConsumer out) throws SQLException {
    describe(database);
    List<String> names =
        columns.stream()
            .map(Column::name)
            .filter(name -> !name.equalsIgnoreCase(geometryColumn) && !name.equals(keyColumn))
            .toList();
    out.layer(new LayerSchema(table, crs, "", false, names));
    long row = 0;
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM " + quoted(table))) {
      while (rows.next()) {
        limit.rowDone();
        row++;
        emit(rows, row, out);
      }
    }
  }

  private void describe(Connection database) throws SQLException {
    try (PreparedStatement statement =
        database.prepareStatement(
            "SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?")) {
      if (crs != null || hasGeometryTable(database)) {
        statement.setString(1, table);
        try (ResultSet row = statement.executeQuery()) {
          geometryColumn = row.next() ? String.valueOf(row.getString(1)) : "";
        }
      }
    } catch (SQLException noSuchTable) {
      geometryColumn = ""; // a file of attribute tables only need not have it
    }
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA table_info(" + quoted(table) + ")")) {
      while (rows.next()) {
        String type = String.valueOf(rows.getString("type")).toUpperCase(java.util.Locale.ROOT);
        columns.add(new Column(rows.getString("name"), type));
        if (rows.getInt("pk") > 0 && type.equals("INTEGER")) {
          keyColumn = rows.getString("name");
        }
      }
    }
  }

  private static boolean hasGeometryTable(Connection database) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT 1 FROM sqlite_master WHERE type = 'table'"
                    + " AND name = 'gpkg_geometry_columns'")) {
      return rows.next();
    }
  }

  private void emit(ResultSet rows, long row, FeatureConsumer out) throws SQLException {
    Map<String, Object> attributes = new LinkedHashMap<>(columns.size() * 2);
    String id = "";
    Geometry geometry = null;
    for (int k = 0; k < columns.size(); k++) {
      Column column = columns.get(k);
      Object value = rows.getObject(k + 1);
      if (column.name().equalsIgnoreCase(geometryColumn)) {
        try {
          geometry = value == null ? null : geometry(value, row, out);
        } catch (RawGeometry.Unusable broken) {
          out.finding(
              Finding.of(Severity.ERROR, broken.code, file, table)
                  .withRow(row)
                  .withColumn(column.name())
                  .withValue(broken.found, ""));
        }
      } else if (column.name().equals(keyColumn)) {
        id = String.valueOf(value);
      } else {
        attributes.put(column.name(), plain(value, column.type()));
      }
    }
    out.feature(new Feature(row, id, geometry, attributes));
  }

  private Geometry geometry(Object blob, long row, FeatureConsumer out)
      throws RawGeometry.Unusable {
    StrictWkb.Decoded decoded = GeoPackageBinary.read(blob, repair);
    if (decoded == null) {
      return null;
    }
    if (decoded.straightened()) {
      out.finding(Finding.of(Severity.INFO, "curveStraightened", file, table).withRow(row));
    }
    if (decoded.closed()) {
      out.finding(Finding.of(Severity.INFO, Wgs84Stage.RING_CLOSED, file, table).withRow(row));
    }
    return decoded.geometry();
  }

  static Object plain(Object value, String type) {
    if (value instanceof byte[] bytes) {
      return "BLOB " + bytes.length;
    }
    if (value instanceof Number number) {
      boolean real = number instanceof Double || number instanceof Float;
      if (type.equals("BOOLEAN")) {
        return number.intValue() != 0;
      }
      return real ? (Object) number.doubleValue() : (Object) number.longValue();
    }
    return value;
  }

  /** An SQL identifier, whatever characters the name holds. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
