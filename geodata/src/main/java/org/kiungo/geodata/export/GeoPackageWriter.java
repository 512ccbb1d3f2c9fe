package org.kiungo.geodata.export;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** GeoPackage with a QML style for each layer, which QGIS loads on opening. */
final class GeoPackageWriter {

  private final GeoPackageFile file;

  private GeoPackageWriter(GeoPackageFile file) {
    this.file = file;
  }

  static void write(List<ExportLayer> layers, Path out) throws IOException {
    GeoPackageFile.write(
        out,
        file -> {
          file.run(GeoPackageTables.CREATE_STYLES);
          if (layers.stream().map(ExportLayer::notes).anyMatch(GeoPackageWriter::says)) {
            file.run(GeoPackageTables.CREATE_NOTES);
          }
          GeoPackageWriter writer = new GeoPackageWriter(file);
          for (ExportLayer layer : layers) {
            writer.layer(layer);
          }
        });
  }

  private static boolean says(LayerNotes notes) {
    return !notes.isNone() || !notes.choices().isEmpty();
  }

  private void layer(ExportLayer layer) throws SQLException {
    TreeSet<String> types = new TreeSet<>();
    Envelope box = new Envelope();
    boolean hasZ = false;
    for (Feature feature : layer.features()) {
      Geometry geometry = feature.geometry();
      if (geometry != null) {
        types.add(geometry.getGeometryType());
        box.expandToInclude(geometry.getEnvelopeInternal());
        hasZ |= GeoPackageFile.hasZ(geometry);
      }
    }
    boolean places = !types.isEmpty();
    GeoPackageTables tables = new GeoPackageTables(layer, places);
    file.run(tables.createTable());
    file.list(layer.name(), places ? box : null);
    if (places) {
      String type = types.size() == 1 ? types.first().toUpperCase(Locale.ROOT) : "GEOMETRY";
      file.geometryColumn(
          layer.name(),
          tables.geometryColumn(),
          type.equals("LINEARRING") ? "LINESTRING" : type,
          hasZ);
      if (layer.style() != null) {
        String kind = types.first().replaceFirst("^Multi", "");
        file.update(
            GeoPackageTables.INSERT_STYLE,
            layer.name(),
            tables.geometryColumn(),
            layer.name(),
            QgisStyle.qml(layer.style(), kind),
            GeoPackageFile.LAST_CHANGE);
      }
    }
    rows(layer, places, tables);
    if (!layer.notes().isNone()) {
      notes(layer);
    }
    if (says(layer.notes())) {
      columns(layer);
    }
  }

  private void notes(ExportLayer layer) throws SQLException {
    LayerNotes notes = layer.notes();
    file.update(
        "UPDATE gpkg_contents SET description = ? WHERE table_name = ?",
        notes.text(),
        layer.name());
    file.update(
        "INSERT INTO gpkg_metadata (md_standard_uri, mime_type, metadata)"
            + " VALUES ('http://www.w3.org/ns/csvw', 'application/json', ?)",
        LayerNotes.json(layer, layer.name(), layer.names()));
    file.update(
        "INSERT INTO gpkg_metadata_reference"
            + " SELECT 'table', ?, NULL, NULL, ?, max(id), NULL FROM gpkg_metadata",
        layer.name(),
        GeoPackageFile.LAST_CHANGE);
  }

  /** What columns hold, and what alone they may hold. */
  private void columns(ExportLayer layer) throws SQLException {
    LayerNotes notes = layer.notes();
    for (String column : layer.names()) {
      List<String> choices = notes.choices().getOrDefault(column, List.of());
      String constraint = layer.name() + "_" + column;
      for (String choice : choices) {
        file.update(
            "INSERT INTO gpkg_data_column_constraints (constraint_name, constraint_type, value)"
                + " VALUES (?, 'enum', ?)",
            constraint,
            choice);
      }
      if (!notes.column(column).isEmpty() || !choices.isEmpty()) {
        file.update(
            "INSERT INTO gpkg_data_columns"
                + " (table_name, column_name, name, description, constraint_name)"
                + " VALUES (?, ?, ?, ?, ?)",
            layer.name(),
            column,
            column,
            notes.column(column),
            choices.isEmpty() ? null : constraint);
      }
    }
  }

  private void rows(ExportLayer layer, boolean places, GeoPackageTables tables)
      throws SQLException {
    try (PreparedStatement insert = file.prepare(tables.insertRow())) {
      for (Feature feature : layer.features()) {
        int at = 1;
        if (places) {
          Geometry geometry = feature.geometry();
          insert.setBytes(at++, geometry == null ? null : GeoPackageFile.blob(geometry));
        }
        for (Field field : layer.fields()) {
          insert.setObject(at++, feature.attributes().get(field.name()));
        }
        insert.executeUpdate();
      }
    }
  }
}
