package org.kiungo.geodata.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.kiungo.geodata.format.Recorder;
import org.kiungo.geodata.format.table.NumberText;
import org.kiungo.planner.model.value.InputRefused;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Any generated layer, written and read back, equals itself within the format's limits:
 *
 * <ul>
 *   <li>GeoJSON, GeoPackage, FlatGeobuf: geometry (with heights) and attributes exactly; FlatGeobuf
 *       knows no empty geometry and no mixed layers;
 *   <li>Shapefile: geometry (with heights) up to the direction of rings and a Multi form of one
 *       part, no empty geometry, no mixed layers; an empty text is an absent one and blanks at its
 *       end are lost;
 *   <li>CSV and XLSX: geometry exactly, text that could be a formula guarded and opened again by
 *       the reader, an empty text is an empty cell; in CSV everything is text.
 * </ul>
 */
@Tag("slow")
class RoundTripTest {

  @TempDir private Path folder;

  static Stream<Arguments> formatsAndSeeds() {
    return ExportFormat.all().stream()
        .filter(ExportFormat::holdsRows)
        .flatMap(
            format -> IntStream.range(0, 40).mapToObj(seed -> Arguments.of(format, (long) seed)));
  }

  @ParameterizedTest(name = "{0} seed {1}")
  @MethodSource("formatsAndSeeds")
  void aLayerWrittenAndReadBackEqualsItself(ExportFormat format, long seed) throws IOException {
    ExportLayer layer = new LayerGenerator(seed).layer();
    Path file = folder.resolve("layer." + format.extension());
    if (oneType(format) && mixed(layer)) {
      assertThatThrownBy(() -> format.write(List.of(layer), file))
          .isInstanceOf(InputRefused.class)
          .hasMessageContaining("file.exportLimit");
      assertThat(Files.exists(file)).isFalse();
      return;
    }
    format.write(List.of(layer), file);
    Recorder read = Recorder.read(file);
    List<Feature> found = rows(read, layer);
    List<Feature> written = new ArrayList<>();
    for (Feature feature : layer.features()) {
      written.add(feature);
    }
    assertThat(found).as("seed %d: number of rows", seed).hasSize(written.size());
    for (int k = 0; k < written.size(); k++) {
      compare(format, seed, layer, written.get(k), found.get(k));
    }
  }

  @ParameterizedTest(name = "{0} seed {1}")
  @MethodSource("formatsAndSeeds")
  void theSameLayerGivesTheSameBytes(ExportFormat format, long seed) throws IOException {
    if (oneType(format) && mixed(new LayerGenerator(seed).layer())) {
      return;
    }
    Path first = folder.resolve("a." + format.extension());
    Path second = folder.resolve("b." + format.extension());
    format.write(List.of(new LayerGenerator(seed).layer()), first);
    format.write(List.of(new LayerGenerator(seed).layer()), second);
    if (!format.extension().equals("xlsx")) { // a workbook states when it was written
      assertThat(Files.readAllBytes(second))
          .as("seed %d", seed)
          .isEqualTo(Files.readAllBytes(first));
    }
  }

  private static boolean oneType(ExportFormat format) {
    return format.extension().equals("fgb") || format.extension().equals("shp");
  }

  private static boolean mixed(ExportLayer layer) {
    Set<String> types = new HashSet<>();
    for (Feature feature : layer.features()) {
      if (feature.geometry() != null) {
        types.add(feature.geometry().getGeometryType());
      }
    }
    return types.size() > 1;
  }

  /** GeoPackage files list their styles table as a table of attributes beside the layer. */
  private static List<Feature> rows(Recorder read, ExportLayer layer) {
    int at = 0;
    for (int k = 0; k < read.layers.size(); k++) {
      if (read.layers.get(k).name().equals("layer_styles")) {
        at++;
      }
    }
    assertThat(read.layers).hasSize(1 + at);
    return read.features;
  }

  private static void compare(
      ExportFormat format, long seed, ExportLayer layer, Feature written, Feature found) {
    String where = "seed " + seed + " row " + written.row();
    Geometry expected = written.geometry();
    if (oneType(format) && expected != null && expected.isEmpty()) {
      expected = null;
    }
    if (expected == null) {
      assertThat((Object) found.geometry()).as(where).isNull();
    } else {
      assertThat((Object) found.geometry()).as(where).isNotNull();
      if (format.extension().equals("shp")) {
        expected = alone(expected).norm();
        found = found(found, alone(found.geometry()).norm());
      }
      boolean same =
          expected.equalsExact(found.geometry()) && sameHeights(expected, found.geometry());
      assertThat(same).as(where + " " + expected + " / " + found.geometry()).isTrue();
    }
    for (Field field : layer.fields()) {
      Object value = written.attributes().get(field.name());
      Object back = found.attributes().get(field.name());
      assertThat(plain(format, back, field))
          .as(where + " " + field)
          .isEqualTo(plain(format, value, field));
    }
  }

  private static Geometry alone(Geometry geometry) {
    boolean points = geometry.getGeometryType().endsWith("Point");
    return geometry.getNumGeometries() == 1 && !points ? geometry.getGeometryN(0) : geometry;
  }

  private static Feature found(Feature row, Geometry geometry) {
    return new Feature(row.row(), row.id(), geometry, row.attributes());
  }

  private static boolean sameHeights(Geometry one, Geometry other) {
    Coordinate[] path = one.getCoordinates();
    Coordinate[] back = other.getCoordinates();
    for (int k = 0; k < path.length; k++) {
      if (!path[k].equals3D(back[k])) {
        return false;
      }
    }
    return true;
  }

  /** The value as the format can hold it. */
  private static Object plain(ExportFormat format, Object value, Field field) {
    if (format.extension().equals("shp")) {
      Object kept = value instanceof String text && text.isEmpty() ? null : value;
      return kept instanceof String text ? text.stripTrailing() : kept;
    }
    boolean table = format.extension().equals("csv") || format.extension().equals("xlsx");
    if (!table) {
      return value;
    }
    if (value == null || value.equals("")) {
      return null;
    }
    if (field.type() == Field.Type.TEXT) {
      String text = value.toString();
      return format.extension().equals("xlsx")
          ? text.replace("\r\n", "\n").replace('\r', '\n')
          : text;
    }
    return field.type() == Field.Type.BOOLEAN
        ? value.toString()
        : (Object) NumberText.of(value, false).value();
  }

  @org.junit.jupiter.api.Test
  void formulasAreMadeHarmlessAndNumbersStayNumbers() throws IOException {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("name", "=HYPERLINK(\"http://x\")");
    attributes.put("phone", "+22990000000");
    attributes.put("note", "\tcmd");
    attributes.put("depth", -3.5);
    Feature feature =
        new Feature(
            1,
            "",
            new org.locationtech.jts.geom.GeometryFactory().createPoint(new Coordinate(2, 6)),
            attributes);
    List<Field> fields =
        List.of(
            new Field("name", Field.Type.TEXT),
            new Field("phone", Field.Type.TEXT),
            new Field("note", Field.Type.TEXT),
            new Field("depth", Field.Type.REAL));
    Path file = folder.resolve("risk.csv");
    ExportFormat.named("csv")
        .write(
            List.of(new ExportLayer("risk", fields, List.of(feature), null)),
            file,
            CsvOptions.FRENCH_EXCEL);
    assertThat(Files.readString(file))
        .isEqualTo(
            "\uFEFFlon;lat;name;phone;note;depth\r\n"
                + "2,0;6,0;\"'=HYPERLINK(\"\"http://x\"\")\";+22990000000;'\tcmd;-3,5\r\n");
  }

  /** What a file says of itself travels with it and changes no row. */
  @ParameterizedTest
  @MethodSource("notedFormats")
  void notesTravelWithTheLayerAndChangeNoRow(ExportFormat format) throws IOException {
    ExportLayer plain = new LayerGenerator(3).layer();
    Map<String, String> columns = new LinkedHashMap<>();
    plain.fields().forEach(each -> columns.put(each.name(), "means " + each.name()));
    ExportLayer noted =
        plain.with(new LayerNotes("Ëverything", Map.of("licence", "CC-BY-4.0"), columns));
    Path file = folder.resolve("noted." + format.extension());
    Path bare = folder.resolve("bare." + format.extension());
    format.write(List.of(noted), file);
    format.write(List.of(plain), bare);
    Recorder read = Recorder.read(file);
    assertThat(rows(read, noted)).hasSameSizeAs(Recorder.read(bare).features).isNotEmpty();
    assertThat(read.features.get(0).attributes())
        .isEqualTo(Recorder.read(bare).features.get(0).attributes());
    format.describe(noted, file);
    String table = format.extension().replace("shp", "dbf");
    Path beside = folder.resolve("noted." + table + "-metadata.json");
    byte[] bytes = Files.readAllBytes(Files.exists(beside) ? beside : file);
    String said = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    String name = plain.fields().get(0).name();
    assertThat(said).contains("Ëverything", "CC-BY-4.0", "means " + name);
  }

  static Stream<ExportFormat> notedFormats() {
    return ExportFormat.all().stream()
        .filter(ExportFormat::holdsRows)
        .filter(each -> !each.extension().equals("xlsx"));
  }

  @org.junit.jupiter.api.Test
  void whatAShapefileCannotHoldIsRefusedOrToldByItsName() throws IOException {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("population_2020", 7L);
    attributes.put("population_2030", 8L);
    attributes.put("note", "x".repeat(254));
    Geometry place =
        new org.locationtech.jts.geom.GeometryFactory().createPoint(new Coordinate(2, 6));
    List<Field> fields =
        List.of(
            new Field("population_2020", Field.Type.INTEGER),
            new Field("population_2030", Field.Type.INTEGER),
            new Field("note", Field.Type.TEXT));
    Path file = folder.resolve("towns.shp");
    ExportLayer layer =
        new ExportLayer("t", fields, List.of(new Feature(1, "", place, attributes)), null);
    ExportFormat.named("shp").write(List.of(layer), file);
    for (String part : List.of("shp", "shx", "dbf", "prj", "cpg", "dbf-metadata.json")) {
      assertThat(folder.resolve("towns." + part)).exists();
    }
    assertThat(Recorder.read(file).features.get(0).attributes()).isEqualTo(attributes);
    assertThat(Recorder.read(file).codes()).containsExactly("columnsNamed");
    Path notes = folder.resolve("towns.dbf-metadata.json");
    assertThat(Files.readString(notes)).contains("\"url\":\"towns.dbf\"");
    Files.writeString(notes, "{\"tableSchema\": {\"columns\": [{\"name\": \"population\"}]}}");
    assertThat(Recorder.read(file).codes()).containsExactly("columnNotesUnfit");
    Files.delete(notes);
    assertThat(Recorder.read(file).features.get(0).attributes())
        .containsEntry("population", 7L)
        .containsEntry("populati_2", 8L)
        .containsEntry("note", "x".repeat(254));
    attributes.put("note", "x".repeat(255));
    assertThatThrownBy(
            () -> ExportFormat.named("shp").write(List.of(layer), folder.resolve("no.zip")))
        .isInstanceOf(InputRefused.class)
        .hasMessageContaining("255 bytes");
    assertThat(folder.resolve("no.zip")).doesNotExist();
  }
}
