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
import java.util.Properties;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/**
 * A GeoPackage that is being written, with the tables that its standard asks for.
 *
 * @see <a href="https://www.geopackage.org/spec140/">OGC GeoPackage 1.4</a>
 */
public final class GeoPackageFile implements AutoCloseable {

  /** The same for every file, so that equal layers give equal bytes. */
  static final String LAST_CHANGE = "2000-01-01T00:00:00.000Z";

  private static final int WGS84 = 4326;

  private final Connection database;

  private GeoPackageFile(Connection database) {
    this.database = database;
  }

  /** Writes into a database. */
  public interface Filling {
    void into(GeoPackageFile file) throws SQLException;
  }

  /** A new file in place of what may be there; it is whole when this returns. */
  public static void write(Path out, Filling filling) throws IOException {
    Files.deleteIfExists(out);
    try (GeoPackageFile file = open(out)) {
      filling.into(file);
      file.database.commit();
    } catch (SQLException failed) {
      throw new IOException(failed);
    }
  }

  private static GeoPackageFile open(Path out) throws SQLException {
    GeoPackageFile file =
        new GeoPackageFile(
            new org.sqlite.JDBC().connect("jdbc:sqlite:" + out.toAbsolutePath(), new Properties()));
    file.database.setAutoCommit(true);
    file.run("PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF");
    file.run("PRAGMA application_id=0x47504B47", "PRAGMA user_version=10400");
    file.database.setAutoCommit(false);
    file.run(GeoPackageTables.CREATE);
    return file;
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }

  /** Runs statements that bring no values. */
  public void run(String... statements) throws SQLException {
    try (Statement statement = database.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Runs a statement with its values. */
  public void update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int k = 0; k < values.length; k++) {
        statement.setObject(k + 1, values[k]);
      }
      statement.executeUpdate();
    }
  }

  /** A statement for many rows; the caller closes it. */
  public PreparedStatement prepare(String sql) throws SQLException {
    return database.prepareStatement(sql);
  }

  /**
   * Lists a table among the contents.
   *
   * @param places extent of its geometries in degrees, empty where there is none; null for a table
   *     of rows alone
   */
  public void list(String table, Envelope places) throws SQLException {
    boolean none = places == null || places.isNull();
    update(
        "INSERT INTO gpkg_contents VALUES (?, ?, ?, '', ?, ?, ?, ?, ?, ?)",
        table,
        places == null ? "attributes" : "features",
        table,
        LAST_CHANGE,
        none ? null : places.getMinX(),
        none ? null : places.getMinY(),
        none ? null : places.getMaxX(),
        none ? null : places.getMaxY(),
        places == null ? null : WGS84);
  }

  /** Says which column of a listed table is its geometry, in WGS 84. */
  public void geometryColumn(String table, String column, String type, boolean hasZ)
      throws SQLException {
    update(
        "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, ?, 0)",
        table,
        column,
        type,
        WGS84,
        hasZ ? 2 : 0);
  }

  /** Whether a geometry has heights. */
  public static boolean hasZ(Geometry geometry) {
    return geometry.getCoordinate() != null && !Double.isNaN(geometry.getCoordinate().getZ());
  }

  /** Header "GP", version 0, little-endian, no envelope; then ISO well-known binary. */
  public static byte[] blob(Geometry geometry) {
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

  /** An SQL identifier, whatever characters the name holds. */
  public static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
