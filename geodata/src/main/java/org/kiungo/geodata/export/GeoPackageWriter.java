package org.kiungo.geodata.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/**
 * GeoPackage with a QML style for each layer, which QGIS loads on opening.
 *
 * @see <a href="https://www.geopackage.org/spec140/">OGC GeoPackage 1.4</a>
 */
final class GeoPackageWriter {

  /** The same for every file, so that equal layers give equal bytes. */
  private static final String LAST_CHANGE = "2000-01-01T00:00:00.000Z";

  private static final int WGS84 = 4326;

  private final Connection database;

  private GeoPackageWriter(Connection database) {
    this.database = database;
  }

  static void write(List<ExportLayer> layers, Path out) throws IOException {
    Files.deleteIfExists(out);
    try (Connection database =
        new org.sqlite.JDBC().connect("jdbc:sqlite:" + out.toAbsolutePath(), new Properties())) {
      GeoPackageWriter writer = new GeoPackageWriter(database);
      database.setAutoCommit(true);
      writer.run("PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF");
      writer.run("PRAGMA application_id=0x47504B47", "PRAGMA user_version=10400");
      database.setAutoCommit(false);
      writer.run(GeoPackageTables.CREATE);
      for (ExportLayer layer : layers) {
        writer.layer(layer);
      }
      database.commit();
    } catch (SQLException failed) {
      throw new IOException(failed);
    }
  }

  private void run(String... statements) throws SQLException {
    try (Statement statement = database.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
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
        hasZ |= hasZ(geometry);
      }
    }
    boolean places = !types.isEmpty();
    GeoPackageTables tables = new GeoPackageTables(layer, places);
    run(tables.createTable());
    update(
        "INSERT INTO gpkg_contents VALUES (?, ?, ?, '', ?, ?, ?, ?, ?, ?)",
        layer.name(),
        places ? "features" : "attributes",
        layer.name(),
        LAST_CHANGE,
        box.isNull() ? null : box.getMinX(),
        box.isNull() ? null : box.getMinY(),
        box.isNull() ? null : box.getMaxX(),
        box.isNull() ? null : box.getMaxY(),
        places ? WGS84 : null);
    if (places) {
      String type =
          types.size() == 1 ? types.first().toUpperCase(java.util.Locale.ROOT) : "GEOMETRY";
      update(
          "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, ?, 0)",
          layer.name(),
          tables.geometryColumn(),
          type.equals("LINEARRING") ? "LINESTRING" : type,
          WGS84,
          hasZ ? 2 : 0);
      if (layer.style() != null) {
        String kind = types.first().replaceFirst("^Multi", "");
        update(
            GeoPackageTables.INSERT_STYLE,
            layer.name(),
            tables.geometryColumn(),
            layer.name(),
            QgisStyle.qml(layer.style(), kind),
            LAST_CHANGE);
      }
    }
    rows(layer, places, tables);
  }

  private void rows(ExportLayer layer, boolean places, GeoPackageTables tables)
      throws SQLException {
    try (PreparedStatement insert = database.prepareStatement(tables.insertRow())) {
      for (Feature feature : layer.features()) {
        int at = 1;
        if (places) {
          insert.setBytes(at++, feature.geometry() == null ? null : blob(feature.geometry()));
        }
        for (Field field : layer.fields()) {
          insert.setObject(at++, feature.attributes().get(field.name()));
        }
        insert.executeUpdate();
      }
    }
  }

  private void update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int k = 0; k < values.length; k++) {
        statement.setObject(k + 1, values[k]);
      }
      statement.executeUpdate();
    }
  }

  private static boolean hasZ(Geometry geometry) {
    return geometry.getCoordinate() != null && !Double.isNaN(geometry.getCoordinate().getZ());
  }

  /** Header "GP", version 0, little-endian, no envelope; then ISO well-known binary. */
  private static byte[] blob(Geometry geometry) {
    int dimension = hasZ(geometry) ? 3 : 2;
    byte[] wkb = new WKBWriter(dimension, ByteOrderValues.LITTLE_ENDIAN).write(geometry);
    if (dimension == 3) {
      IsoWkb.fromExtended(wkb);
    }
    ByteBuffer blob = ByteBuffer.allocate(8 + wkb.length).order(ByteOrder.LITTLE_ENDIAN);
    blob.put((byte) 'G').put((byte) 'P').put((byte) 0);
    blob.put((byte) (geometry.isEmpty() ? 0x11 : 0x01));
    blob.putInt(WGS84).put(wkb);
    return blob.array();
  }
}
