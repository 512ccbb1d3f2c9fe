package org.kiungo.geodata.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.geodata.export.ExportFormat;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.geodata.export.ofds.OfdsGeoPackage;
import org.kiungo.geodata.format.ShapeFixture.Village;
import org.kiungo.geodata.format.geometry.RawGeometry;
import org.kiungo.geodata.format.osm.OsmFixture;
import org.kiungo.geodata.format.table.CsvReader;
import org.kiungo.geodata.format.table.WorkbookFixture;
import org.kiungo.geodata.layer.CountryLookup;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The same villages in every vector format give the same table; the file's name does not matter.
 */
class LayerReaderContractTest {

  private static final List<Village> VILLAGES =
      List.of(
          new Village("Ségou", 133_501, -6.2658, 13.4317),
          new Village("Kôlo", 20, -5.5, 12.25),
          new Village("قرية", 7, 31.25, 30.0625));

  @TempDir private Path folder;

  /** A format's name and how to write the villages in it. */
  record Case(String format, Writer writer) {
    @Override
    public String toString() {
      return format;
    }
  }

  private interface Writer {
    void write(Path folder, Path file) throws IOException;
  }

  static Stream<Case> formats() {
    return Stream.of(
        new Case("GeoJSON", (dir, file) -> export(ExportFormat.named("geojson"), file)),
        new Case("GeoPackage", (dir, file) -> export(ExportFormat.named("gpkg"), file)),
        new Case("GeoParquet", (dir, file) -> export(ExportFormat.named("parquet"), file)),
        new Case("CSV", (dir, file) -> export(ExportFormat.named("csv"), file)),
        new Case("XLSX", (dir, file) -> export(ExportFormat.named("xlsx"), file)),
        new Case("XLS", (dir, file) -> Files.write(file, workbook().xls())),
        new Case("ODS", (dir, file) -> Files.write(file, workbook().ods())),
        new Case("FlatGeobuf", (dir, file) -> export(ExportFormat.named("fgb"), file)),
        new Case("Shapefile", LayerReaderContractTest::zippedShapefile),
        new Case("KML", (dir, file) -> Files.writeString(file, kml())),
        new Case("OFDS", (dir, file) -> Files.writeString(file, ofds())),
        new Case("OFDS GeoPackage", LayerReaderContractTest::ofdsGeoPackage),
        new Case("OSM PBF", (dir, file) -> osm().write(file)));
  }

  private static void export(ExportFormat format, Path file) throws IOException {
    List<Feature> rows = new ArrayList<>();
    for (Village village : VILLAGES) {
      Map<String, Object> attributes = new LinkedHashMap<>();
      attributes.put("name", village.name());
      attributes.put("population", (long) village.population());
      Coordinate place = new Coordinate(village.lon(), village.lat());
      rows.add(
          new Feature(rows.size() + 1, "", RawGeometry.FACTORY.createPoint(place), attributes));
    }
    List<Field> fields =
        List.of(new Field("name", Field.Type.TEXT), new Field("population", Field.Type.INTEGER));
    format.write(List.of(new ExportLayer("villages", fields, rows, null)), file);
  }

  private static WorkbookFixture workbook() {
    List<Object[]> rows = new ArrayList<>();
    rows.add(new Object[] {"name", "population", "lon", "lat"});
    for (Village each : VILLAGES) {
      rows.add(new Object[] {each.name(), each.population(), each.lon(), each.lat()});
    }
    return WorkbookFixture.of("villages", rows.toArray(Object[][]::new));
  }

  private static void zippedShapefile(Path folder, Path file) throws IOException {
    ShapeFixture fixture = new ShapeFixture(folder, "villages");
    fixture.write(VILLAGES, StandardCharsets.UTF_8, 0);
    try (OutputStream bytes = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String part : List.of("shp", "shx", "dbf", "prj")) {
        zip.putNextEntry(new ZipEntry("data/villages." + part));
        Files.copy(fixture.part(part), zip);
        zip.closeEntry();
      }
    }
  }

  private static String kml() {
    StringBuilder kml = new StringBuilder("<?xml version=\"1.0\"?><kml><Document>");
    for (Village village : VILLAGES) {
      kml.append("<Placemark><name>").append(village.name()).append("</name><ExtendedData>");
      kml.append("<Data name=\"population\"><value>").append(village.population());
      kml.append("</value></Data></ExtendedData><Point><coordinates>").append(village.lon());
      kml.append(',').append(village.lat()).append(",0</coordinates></Point></Placemark>");
    }
    return kml.append("</Document></kml>").toString();
  }

  private static void ofdsGeoPackage(Path folder, Path file) throws IOException {
    OfdsGeoPackage.write((ObjectNode) JsonMapper.shared().readTree(ofds()), file);
  }

  private static String ofds() {
    StringBuilder json = new StringBuilder("{\"networks\":[{\"id\":\"n\",\"nodes\":[");
    for (Village village : VILLAGES) {
      json.append(json.charAt(json.length() - 1) == '[' ? "" : ",");
      json.append("{\"id\":\"").append(village.lon()).append("\",\"name\":\"");
      json.append(village.name()).append("\",\"population\":").append(village.population());
      json.append(",\"location\":{\"type\":\"Point\",\"coordinates\":[").append(village.lon());
      json.append(',').append(village.lat()).append("]}}");
    }
    return json.append("],\"spans\":[]}]}").toString();
  }

  private static OsmFixture osm() {
    OsmFixture extract = new OsmFixture();
    for (Village each : VILLAGES) {
      String people = each.population() + "";
      extract.node(
          each.population(),
          each.lon(),
          each.lat(),
          "place",
          "town",
          "name",
          each.name(),
          "population",
          people);
    }
    return extract;
  }

  @ParameterizedTest
  @MethodSource("formats")
  void theSameVillagesGiveTheSameSettlements(Case format) throws IOException {
    Path file = folder.resolve("file-without-a-telling-name");
    format.writer().write(folder, file);
    Imported<Settlement> read = new LayerImport(CountryLookup.NONE).settlements(file, "MLI", null);
    assertThat(read.format()).isEqualTo(format.format());
    assertThat(read.crs()).isEqualTo("EPSG:4326");
    assertThat(read.report().rowsIn()).isEqualTo(3);
    assertThat(read.report().isComplete()).isTrue();
    assertThat(read.report().totalAfter()).isEqualTo(133_528);
    assertThat(read.input().sha256()).hasSize(64);
    for (int k = 0; k < VILLAGES.size(); k++) {
      Village village = VILLAGES.get(k);
      Settlement settlement = read.records().get(k);
      assertThat(settlement.name()).isEqualTo(village.name());
      assertThat(settlement.population()).isEqualTo(village.population());
      assertThat(settlement.location()).isEqualTo(new LonLat(village.lon(), village.lat()));
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aDiskThatIsFullWhileRowsAreTakenInIsNoFaultOfTheFile(Case format) throws IOException {
    Path path = folder.resolve("file-without-a-telling-name");
    format.writer().write(folder, path);
    SourceFile file = SourceFile.of(path);
    VectorReader reader = (VectorReader) LayerReader.of(file);
    UncheckedIOException full =
        new UncheckedIOException(new IOException("No space left on device"));
    assertThatThrownBy(() -> reader.stream(file, ReadOptions.DETECT, new Refusing(full)))
        .isSameAs(full);
  }

  /** Takes no row. */
  private record Refusing(RuntimeException reason) implements FeatureConsumer {
    @Override
    public void layer(LayerSchema schema) {}

    @Override
    public void feature(Feature feature) {
      throw reason;
    }

    @Override
    public void finding(Finding finding) {}
  }

  @Test
  void everyVectorFormatIsInTheContractOrSaysWhyNot() {
    List<String> covered = new ArrayList<>(formats().map(Case::format).toList());
    covered.add("GPX"); // has no columns of its own: see gpxWaypointsKeepNameAndHeight
    covered.add("dBase"); // has no geometry: the attribute half of Shapefile
    covered.add("ZIP"); // holds files of the other formats: see ArchiveTest
    covered.add("GZIP"); // holds a file of another format: see FrontDoorTest
    List<String> all =
        LayerReader.ALL.stream()
            .filter(reader -> reader instanceof VectorReader)
            .map(LayerReader::format)
            .toList();
    assertThat(covered).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void everyReaderIsRegistered() {
    List<String> written =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.kiungo.geodata")
                .stream()
                .filter(each -> each.isAssignableTo(LayerReader.class) && !each.isInterface())
                .map(JavaClass::getName)
                .toList();
    assertThat(LayerReader.ALL.stream().map(each -> each.getClass().getName()))
        .contains(CsvReader.class.getName())
        .containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void gpxWaypointsKeepNameAndHeight() throws IOException {
    String gpx =
        "<gpx><wpt lat=\"13.4317\" lon=\"-6.2658\"><ele>280</ele><name>Ségou</name></wpt></gpx>";
    Recorder read = Recorder.read(Files.writeString(folder.resolve("g"), gpx));
    assertThat(read.layers).extracting(LayerSchema::name).containsExactly("waypoints");
    Feature first = read.features.get(0);
    assertThat(first.attributes()).containsEntry("name", "Ségou");
    assertThat(first.geometry().getCoordinate()).isEqualTo(new Coordinate(-6.2658, 13.4317));
    assertThat(first.geometry().getCoordinate().getZ()).isEqualTo(280);
  }
}
