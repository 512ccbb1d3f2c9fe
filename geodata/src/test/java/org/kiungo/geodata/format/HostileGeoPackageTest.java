package org.kiungo.geodata.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.export.ExportFormat;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.geodata.format.geometry.RawGeometry;
import org.locationtech.jts.geom.Coordinate;

/** Databases that pretend to be layers, run code or never end. */
class HostileGeoPackageTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("a.gpkg");
    Feature village =
        new Feature(
            1,
            "",
            RawGeometry.FACTORY.createPoint(new Coordinate(36.8, -1.3)),
            Map.of("name", "Kijiji"));
    List<Field> fields = List.of(new Field("name", Field.Type.TEXT));
    ExportFormat.named("gpkg")
        .write(List.of(new ExportLayer("villages", fields, List.of(village), null)), file);
  }

  private void run(String... statements) throws SQLException {
    try (Connection database =
            new org.sqlite.JDBC().connect("jdbc:sqlite:" + file, new Properties());
        Statement statement = database.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private void list(String table, String type) throws SQLException {
    run(
        "INSERT INTO gpkg_contents VALUES ('"
            + table.replace("'", "''")
            + "', '"
            + type
            + "', NULL, '', '', NULL, NULL, NULL, NULL, NULL)");
  }

  private long villages(Recorder read) {
    return read.features.stream().filter(f -> "Kijiji".equals(f.attributes().get("name"))).count();
  }

  private static LayerSchema villagesLayer(Recorder read) {
    return read.layers.stream().filter(l -> l.name().equals("villages")).findFirst().orElseThrow();
  }

  @Test
  void readingLeavesTheFileAsItWas() throws IOException {
    byte[] before = Files.readAllBytes(file);
    assertThat(villages(Recorder.read(file))).isEqualTo(1);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    try (var beside = Files.list(folder)) {
      assertThat(beside).hasSize(1);
    }
  }

  @Test
  void viewsSystemTablesAndGhostsAreNeverRead() throws SQLException {
    run(
        "CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
            + " SELECT i, zeroblob(900000000) AS big FROM n");
    list("endless", "features");
    list("sqlite_master", "attributes");
    list("ghost", "features");
    Recorder read = Recorder.read(file);
    assertThat(villages(read)).isEqualTo(1);
    assertThat(read.findings.stream().filter(f -> f.code().equals("tableSkipped")))
        .extracting(Finding::found)
        .containsExactly("endless", "sqlite_master", "ghost");
  }

  @Test
  void aContentsTableThatIsAnEndlessViewIsRefused() throws SQLException {
    run(
        "ALTER TABLE gpkg_contents RENAME TO c",
        "CREATE VIEW gpkg_contents AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1"
            + " FROM n) SELECT i AS table_name, 'features' AS data_type FROM n");
    assertThat(Refusals.of(file)).isEqualTo("file.noLayers");
  }

  @Test
  void aTableWithoutANameIsDamageThatIsTold() throws SQLException {
    run(
        "ALTER TABLE gpkg_contents RENAME TO c",
        "CREATE TABLE gpkg_contents AS SELECT * FROM c",
        "INSERT INTO gpkg_contents (data_type) VALUES ('attributes')");
    assertThat(Refusals.of(file)).isEqualTo("file.damaged");
  }

  @Test
  void tableNamesAreOnlyNames() throws SQLException {
    String name = "x\"; DROP TABLE villages; --<script>";
    run("CREATE TABLE \"" + name.replace("\"", "\"\"") + "\" (name TEXT)");
    run("INSERT INTO \"" + name.replace("\"", "\"\"") + "\" VALUES ('inert')");
    list(name, "attributes");
    Recorder read = Recorder.read(file);
    assertThat(villages(read)).isEqualTo(1);
    assertThat(read.layers).extracting(LayerSchema::name).contains(name);
    assertThat(villages(Recorder.read(file))).isEqualTo(1);
  }

  @Test
  void brokenGeometriesAreListedAndTheGoodOnesKept() throws SQLException {
    run(
        "INSERT INTO villages (geom, name) VALUES (x'00', 'short')",
        "INSERT INTO villages (geom, name) VALUES (x'4750000100000000', 'no body')",
        "INSERT INTO villages (geom, name) VALUES (x'47500001E61000000102000000FFFFFF7F', 'lies')",
        "INSERT INTO villages (geom, name) VALUES ('text', 'text')",
        "INSERT INTO villages (geom, name) VALUES (NULL, 'none')");
    Recorder read = Recorder.read(file);
    assertThat(villages(read)).isEqualTo(1);
    List<Finding> broken =
        read.findings.stream().filter(f -> f.code().equals("geometryBroken")).toList();
    assertThat(broken).extracting(Finding::row).containsExactly(2L, 3L, 4L, 5L);
  }

  @Test
  void collectionsNestedWithoutEndDoNotOverflow() throws SQLException {
    String nested = "0107000000010000 00".replace(" ", "").repeat(50_000);
    run("INSERT INTO villages (geom, name) VALUES (x'47500001E6100000" + nested + "', 'deep')");
    Recorder read = Recorder.read(file);
    assertThat(villages(read)).isEqualTo(1);
    assertThat(read.codes()).contains("geometryBroken");
  }

  @Test
  void anUnknownSystemLeavesRowsWithoutPlaceUntilOneIsDeclared() throws SQLException {
    run(
        "INSERT INTO gpkg_spatial_ref_sys VALUES ('odd', 99999, 'ODD', 99999, 'undefined', '')",
        "UPDATE gpkg_geometry_columns SET srs_id = 99999");
    assertThat(villagesLayer(Recorder.read(file)).crs()).isNull();
    Recorder declared = Recorder.read(file, ReadOptions.DETECT.withCrs("EPSG:4326"));
    assertThat(villagesLayer(declared).crs().code()).isEqualTo("EPSG:4326");
  }

  @Test
  void aCorruptPageIsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int k = 4096; k < bytes.length; k++) {
      bytes[k] = (byte) (k * 31);
    }
    Files.write(file, bytes);
    assertThat(Refusals.of(file)).isIn("file.damaged", "file.noLayers");
    Path other = Files.write(folder.resolve("b.gpkg"), java.util.Arrays.copyOf(bytes, 5000));
    assertThat(Refusals.of(other)).isIn("file.damaged", "file.noLayers");
  }
}
