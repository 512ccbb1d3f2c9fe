package org.kiungo.geodata.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DataPackageTest {

  @TempDir private Path folder;

  private static ExportLayer places(String name) {
    Feature row =
        new Feature(
            1,
            "",
            new GeometryFactory().createPoint(new Coordinate(27.5, -29.3)),
            Map.of("people", 1_234L, "ratio", 1e-7, "served", true, "lon", "west"));
    List<Field> fields =
        List.of(
            new Field("people", Field.Type.INTEGER),
            new Field("ratio", Field.Type.REAL),
            new Field("served", Field.Type.BOOLEAN),
            new Field("lon", Field.Type.TEXT));
    LayerNotes notes =
        new LayerNotes(
            "Lésotho", Map.of("licence", "CC BY", "sources", "WorldPop"), Map.of("people", "who"));
    return new ExportLayer(name, fields, List.of(row), null).with(notes);
  }

  private Map<String, String> write(String name, ExportLayer... layers) throws IOException {
    Path file = folder.resolve(name);
    ExportFormat.named("datapackage").write(List.of(layers), file);
    Map<String, String> entries = new TreeMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (var each : Collections.list(zip.entries())) {
        byte[] bytes = zip.getInputStream(each).readAllBytes();
        entries.put(each.getName(), new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return entries;
  }

  @Test
  void tablesAreToldWithTheColumnsOfTheirPlaces() throws IOException {
    Map<String, String> entries = write("a.zip", places("Lieux d’eau"), places("lieux d'eau"));
    assertThat(entries.keySet())
        .containsExactly(
            "csv-metadata.json",
            "datapackage.json",
            "dcat.jsonld",
            "licence.txt",
            "lieux-d-eau-2.csv",
            "lieux-d-eau.csv");
    assertThat(entries.get("lieux-d-eau.csv"))
        .isEqualTo(
            "lon,lat,people,ratio,served,lon (2)\r\n27.5,-29.3,1234,0.00000010,true,west\r\n");
    JsonNode told = JsonMapper.shared().readTree(entries.get("datapackage.json"));
    JsonNode first = told.at("/resources/0");
    assertThat(first.get("bytes").asInt())
        .isEqualTo(entries.get("lieux-d-eau.csv").getBytes(StandardCharsets.UTF_8).length);
    assertThat(first.at("/schema/fields").valueStream().map(f -> f.get("type").asString()))
        .containsExactly("number", "number", "integer", "number", "boolean", "string");
    assertThat(first.at("/schema/fields/2/description").asString()).isEqualTo("who");
    assertThat(told.get("name").asString()).isEqualTo("kiungo");
    String licence = told.at("/licenses/0/path").asString();
    assertThat(entries.get(licence)).isEqualTo("CC BY\n\nWorldPop\n");
    assertThat(told.at("/licenses/0/title").asString()).isEqualTo("CC BY");
    JsonNode tabular = JsonMapper.shared().readTree(entries.get("csv-metadata.json"));
    assertThat(tabular.at("/tables/1/url").asString()).isEqualTo("lieux-d-eau-2.csv");
    assertThat(tabular.at("/tables/0/tableSchema/columns").valueStream().map(c -> c.get("titles")))
        .map(JsonNode::asString)
        .containsExactly("lon", "lat", "people", "ratio", "served", "lon (2)");
    JsonNode catalogued = JsonMapper.shared().readTree(entries.get("dcat.jsonld"));
    assertThat(catalogued.get("@type").asString()).isEqualTo("dcat:Dataset");
    assertThat(catalogued.get("dcat:distribution").size()).isEqualTo(2);
    assertThat(catalogued.at("/dct:provenance/rdfs:label").asString()).isEqualTo("WorldPop");
    assertThat(catalogued.at("/dct:spatial/dcat:bbox/@value").asString()).contains("27.5 -29.3");
  }

  @Test
  void theSameLayersGiveTheSameBytes() throws IOException {
    write("a.zip", places("a"));
    write("b.zip", places("a"));
    assertThat(Files.readAllBytes(folder.resolve("b.zip")))
        .isEqualTo(Files.readAllBytes(folder.resolve("a.zip")));
  }

  /** What lies beside one CSV file names its columns in their order too. */
  @Test
  void notesBesideATableHaveAllItsColumns() throws IOException {
    Path table = folder.resolve("places.csv");
    ExportFormat.named("csv").write(List.of(places("places")), table);
    Path beside = ExportFormat.named("csv").describe(places("places"), table).orElseThrow();
    JsonNode told = JsonMapper.shared().readTree(beside);
    assertThat(told.at("/tableSchema/columns").valueStream().map(c -> c.get("titles").asString()))
        .containsExactly("lon", "lat", "people", "ratio", "served", "lon (2)");
  }
}
