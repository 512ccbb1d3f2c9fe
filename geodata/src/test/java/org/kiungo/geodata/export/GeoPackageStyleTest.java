package org.kiungo.geodata.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The styles in a GeoPackage, where QGIS and GDAL look for them: table {@code layer_styles}. */
class GeoPackageStyleTest {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("styled.gpkg");
    List<Field> fields = List.of(new Field("kind", Field.Type.TEXT));
    Feature place =
        new Feature(1, "", GEOMETRIES.createPoint(new Coordinate(28, -29)), Map.of("kind", "a<b"));
    Feature line =
        new Feature(
            1,
            "",
            GEOMETRIES.createLineString(
                new Coordinate[] {new Coordinate(28, -29), new Coordinate(29, -29)}),
            Map.of("kind", "x"));
    ExportFormat.named("gpkg")
        .write(
            List.of(
                new ExportLayer(
                    "places",
                    fields,
                    List.of(place),
                    new LayerStyle("kind", Map.of("a<b", "#0072B2"))),
                new ExportLayer(
                    "lines", fields, List.of(line), new LayerStyle("", Map.of("", "#17222B"))),
                new ExportLayer("plain", fields, List.of(place), null)),
            file);
  }

  @Test
  void eachStyledLayerHasOneDefaultStyleForItsGeometry() throws SQLException {
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        ResultSet rows =
            database
                .createStatement()
                .executeQuery(
                    "SELECT s.f_table_name, g.column_name IS NOT NULL, useAsDefault"
                        + " FROM layer_styles s LEFT JOIN gpkg_geometry_columns g"
                        + " ON g.table_name = s.f_table_name"
                        + " AND g.column_name = s.f_geometry_column ORDER BY 1")) {
      for (String layer : List.of("lines", "places")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo(layer);
        assertThat(rows.getBoolean(2)).as("its geometry column").isTrue();
        assertThat(rows.getBoolean(3)).as("default").isTrue();
      }
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void aStyleIsXmlWithTheColourOfEveryValue() throws Exception {
    Document places = style("places");
    Element renderer = only(places, "renderer-v2");
    assertThat(renderer.getAttribute("attr")).isEqualTo("kind");
    assertThat(only(places, "category").getAttribute("value")).isEqualTo("a<b");
    assertThat(only(places, "symbol").getAttribute("type")).isEqualTo("marker");
    assertThat(property(places, "color")).isEqualTo("0,114,178,255");
    Document lines = style("lines");
    assertThat(only(lines, "symbol").getAttribute("type")).isEqualTo("line");
    assertThat(property(lines, "line_color")).isEqualTo("23,34,43,255");
  }

  @Test
  void gdalReadsTheTableAndEveryLayer() throws Exception {
    assumeTrue(ogrinfo("--version").exitCode == 0, "skipped: no GDAL (ogrinfo) on the PATH");
    Output styles =
        ogrinfo(
            "-ro",
            "-q",
            "-sql",
            "SELECT COUNT(*) AS n FROM layer_styles WHERE useAsDefault = 1",
            file.toString());
    assertThat(styles.text).contains("n (Integer) = 2");
    Output layers = ogrinfo("-ro", "-so", "-al", file.toString());
    assertThat(layers.exitCode).as(layers.text).isZero();
    assertThat(layers.text)
        .contains("Layer name: places", "Geometry: Point", "Layer name: lines")
        .doesNotContain("ERROR", "Warning");
  }

  private Document style(String layer) throws Exception {
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        ResultSet rows =
            database
                .createStatement()
                .executeQuery(
                    "SELECT styleQML FROM layer_styles WHERE f_table_name = '" + layer + "'")) {
      assertThat(rows.next()).isTrue();
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      // the document names QGIS's own type, which lies on another host
      builder.setEntityResolver((id, system) -> new InputSource(new java.io.StringReader("")));
      return builder.parse(
          new ByteArrayInputStream(rows.getString(1).getBytes(StandardCharsets.UTF_8)));
    }
  }

  private static Element only(Document document, String name) {
    NodeList found = document.getElementsByTagName(name);
    assertThat(found.getLength()).as(name).isEqualTo(1);
    return (Element) found.item(0);
  }

  private static String property(Document document, String key) {
    NodeList properties = document.getElementsByTagName("prop");
    for (int k = 0; k < properties.getLength(); k++) {
      Element each = (Element) properties.item(k);
      if (each.getAttribute("k").equals(key)) {
        return each.getAttribute("v");
      }
    }
    return "";
  }

  private record Output(int exitCode, String text) {}

  private static Output ogrinfo(String... arguments) throws InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of("ogrinfo"));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Output(process.waitFor(), text);
    } catch (IOException absent) {
      return new Output(-1, "");
    }
  }
}
