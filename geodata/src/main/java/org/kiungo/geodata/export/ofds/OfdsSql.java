package org.kiungo.geodata.export.ofds;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.export.GeoPackageFile;
import org.kiungo.geodata.export.ofds.OfdsTables.Member;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Makes and fills the tables of an Open Fibre Data Standard GeoPackage. */
final class OfdsSql {

  private static final String RELATED =
      "'http://docs.opengeospatial.org/is/18-000/18-000.html', 'read-write')";

  private static final String[] EXTENSIONS = {
    "CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,"
        + " definition TEXT NOT NULL, scope TEXT NOT NULL,"
        + " CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))",
    "CREATE TABLE gpkgext_relations (id INTEGER PRIMARY KEY AUTOINCREMENT,"
        + " base_table_name TEXT NOT NULL, base_primary_column TEXT NOT NULL DEFAULT 'id',"
        + " related_table_name TEXT NOT NULL, related_primary_column TEXT NOT NULL DEFAULT 'id',"
        + " relation_name TEXT NOT NULL, mapping_table_name TEXT NOT NULL UNIQUE)",
    "INSERT INTO gpkg_extensions VALUES ('gpkgext_relations', NULL, 'gpkg_related_tables', "
        + RELATED
  };

  private final GeoPackageFile file;

  private OfdsSql(GeoPackageFile file) {
    this.file = file;
  }

  static void write(
      Map<String, OfdsRows> tables,
      Map<String, Map<String, Long>> codes,
      Map<String, List<long[]>> relations,
      Path out)
      throws IOException {
    GeoPackageFile.write(
        out,
        file -> {
          OfdsSql sql = new OfdsSql(file);
          file.run(EXTENSIONS);
          for (var each : codes.entrySet()) {
            sql.codelist(each.getKey(), each.getValue());
          }
          for (var each : tables.entrySet()) {
            sql.table(each.getKey(), each.getValue());
          }
          for (var table : OfdsTables.ALL.entrySet()) {
            for (Member each : table.getValue().values()) {
              if (each.list() && !each.target().isEmpty()) {
                sql.relation(table.getKey(), each, relations);
              }
            }
          }
        });
  }

  private void codelist(String table, Map<String, Long> codes) throws SQLException {
    file.run(
        "CREATE TABLE "
            + table
            + " (id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT, description TEXT)");
    file.list(table, null);
    for (var each : codes.entrySet()) {
      file.update(
          "INSERT INTO " + table + " (id, code) VALUES (?, ?)", each.getValue(), each.getKey());
    }
  }

  private void table(String table, OfdsRows rows) throws SQLException {
    String type = table.equals("nodes") ? "POINT" : table.equals("spans") ? "LINESTRING" : "";
    Map<String, String> columns = columns(table, rows, !type.isEmpty());
    List<String> parts = new ArrayList<>(List.of("id INTEGER PRIMARY KEY AUTOINCREMENT"));
    columns.forEach((name, kind) -> parts.add(GeoPackageFile.quoted(name) + ' ' + kind));
    references(table).forEach((name, to) -> parts.add(foreign(name, to)));
    file.run("CREATE TABLE " + table + " (" + String.join(", ", parts) + ")");
    Envelope box = type.isEmpty() ? null : new Envelope();
    boolean hasZ = false;
    String names =
        String.join(", ", columns.keySet().stream().map(GeoPackageFile::quoted).toList());
    try (PreparedStatement insert =
        file.prepare(
            ("INSERT INTO " + table + " (id, " + names + ") VALUES (?")
                + ", ?".repeat(columns.size())
                + ")")) {
      for (var row : rows.rows.entrySet()) {
        int at = 1;
        insert.setLong(at++, row.getKey());
        for (String each : columns.keySet()) {
          Object value = row.getValue().get(each);
          if (value instanceof Geometry geometry) {
            box.expandToInclude(geometry.getEnvelopeInternal());
            hasZ |= GeoPackageFile.hasZ(geometry);
            value = GeoPackageFile.blob(geometry);
          }
          insert.setObject(at++, value);
        }
        insert.executeUpdate();
      }
    }
    file.list(table, box);
    if (!type.isEmpty()) {
      file.geometryColumn(table, OfdsRows.GEOMETRY, type, hasZ);
    }
  }

  private static Map<String, String> columns(String table, OfdsRows rows, boolean places) {
    Map<String, String> columns = new LinkedHashMap<>();
    if (places) {
      columns.put(OfdsRows.GEOMETRY, "BLOB");
    }
    for (Member each : OfdsTables.ALL.get(table).values()) {
      if (!each.list()) {
        columns.put(each.column(), each.type());
      }
    }
    references(table).keySet().forEach(each -> columns.putIfAbsent(each, "INTEGER"));
    rows.further.forEach((name, type) -> columns.put(name, type.name()));
    return columns;
  }

  /** By column, the table whose rows it means. */
  private static Map<String, String> references(String table) {
    Map<String, String> references = new LinkedHashMap<>();
    for (Member each : OfdsTables.ALL.get(table).values()) {
      if (!each.list() && !each.target().isEmpty()) {
        references.put(each.column(), each.target());
      }
    }
    if (!table.equals("networks")) {
      references.put("network_id", "networks");
    }
    String parent = OfdsTables.parent(table);
    if (!parent.isEmpty()) {
      references.put(parent, table.substring(0, table.indexOf('_')));
    }
    return references;
  }

  private static String foreign(String column, String table) {
    return "FOREIGN KEY (" + GeoPackageFile.quoted(column) + ") REFERENCES " + table + "(id)";
  }

  private void relation(String table, Member member, Map<String, List<long[]>> relations)
      throws SQLException {
    String mapping = "relation_" + table + "_" + member.path();
    file.run(
        "CREATE TABLE "
            + mapping
            + " (base_id INTEGER NOT NULL, related_id INTEGER NOT NULL,"
            + " PRIMARY KEY (base_id, related_id), "
            + foreign("base_id", table)
            + ", "
            + foreign("related_id", member.target())
            + ")",
        "INSERT INTO gpkg_extensions VALUES ('"
            + mapping
            + "', NULL, 'gpkg_related_tables', "
            + RELATED);
    file.list(mapping, null);
    file.update(
        "INSERT INTO gpkgext_relations (base_table_name, related_table_name, relation_name,"
            + " mapping_table_name) VALUES (?, ?, ?, ?)",
        table,
        member.target(),
        table + "_" + member.path(),
        mapping);
    for (long[] each : relations.get(mapping)) {
      file.update("INSERT INTO " + mapping + " VALUES (?, ?)", each[0], each[1]);
    }
  }
}
