package org.kiungo.geodata.export.ofds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.geodata.TestData;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.LayerReader;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Networks, read and written as JSON or GeoPackage, lose nothing: phases and organisations neither.
 */
class OfdsDocumentTest {

  @TempDir private Path folder;

  private static List<Feature> read(Path file, String layer) {
    List<Feature> rows = new ArrayList<>();
    ((VectorReader) LayerReader.of(SourceFile.of(file)))
        .read(
            SourceFile.of(file),
            ReadOptions.DETECT.withLayer(layer),
            new FeatureConsumer() {
              @Override
              public void layer(LayerSchema schema) {}

              @Override
              public void feature(Feature feature) {
                rows.add(feature);
              }

              @Override
              public void finding(Finding finding) {
                throw new AssertionError(finding.code());
              }
            });
    return rows;
  }

  private static JsonNode written(Path file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OfdsDocument.write("network", read(file, "nodes"), read(file, "spans"), out);
    return JsonMapper.shared().readTree(out.toByteArray());
  }

  private Path geoPackage(JsonNode document) throws IOException {
    Path file = folder.resolve("network.gpkg");
    OfdsGeoPackage.write((ObjectNode) document, file);
    assertThat(LayerReader.of(SourceFile.of(file)).format()).isEqualTo("OFDS GeoPackage");
    return file;
  }

  private static boolean same(JsonNode one, JsonNode other) {
    return one.equals(OfdsDocumentTest::compare, other);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KEN/ofds/JTL/ofds_JTL_Kenya.json",
        "KEN/ofds/BCS/ofds_bcs_kenya.json",
        "TGO/ofds/Togo_Telecom/Togo_Telecom_ofds-json_23jun2025.json"
      })
  void whatIsReadAndWrittenIsTheSameDocument(String name) throws IOException {
    Path file = TestData.path(name);
    JsonNode before = JsonMapper.shared().readTree(Files.readString(file));
    JsonNode after = written(file);
    assertThat(same(before, after)).isTrue();
    JsonNode throughTables = written(geoPackage(before));
    before.path("networks").forEach(OfdsDocumentTest::nameThePhases);
    assertThat(same(before, throughTables)).isTrue();
    ((ObjectNode) after.get("networks").get(0)).remove("name");
    assertThat(same(before, after)).isFalse();
  }

  /** A row of a table has its name, which a reference in JSON may leave to the list. */
  private static void nameThePhases(JsonNode network) {
    network
        .path("nodes")
        .valueStream()
        .filter(node -> node.has("phase"))
        .forEach(
            node ->
                network
                    .get("phases")
                    .valueStream()
                    .filter(each -> each.get("id").equals(node.at("/phase/id")))
                    .forEach(
                        each -> ((ObjectNode) node.get("phase")).set("name", each.get("name"))));
  }

  /** Every kind of member the standard has, and some that it has not. */
  private static final String ALL =
      """
      {"networks": [{"id": "n", "name": "N", "publisher": {"name": "P", "identifier":
          {"id": "1", "scheme": "TG-RCCM"}}, "language": "fr", "accuracy": 2.5, "own": [1, {"a": 2}],
        "phases": [{"id": "1", "name": "First", "funders": [{"id": "o2", "name": "Fund"}]}],
        "organisations": [{"id": "o1", "name": "CEB", "roles": ["networkProvider", "supplier"]},
          {"id": "o2", "name": "Fund", "country": "TG"}],
        "contracts": [{"id": "c", "title": "C", "type": "ppp", "value": {"amount": 3, "currency":
          "XOF"}, "documents": [{"title": "D", "format": "text/csv"}],
          "relatedPhases": [{"id": "1", "name": "First"}]}],
        "nodes": [{"id": "a", "phase": {"id": "1", "name": "First"}, "status": "operational",
            "location": {"type": "Point", "coordinates": [1.0, 6.0]},
            "internationalConnections": [{"locality": "Accra", "country": "GH"}],
            "type": ["roadm", "xyz"], "power": true, "accessPoint": false, "geom": "x", "Own": 1},
          {"id": "b", "location": {"type": "Point", "coordinates": [1.5, 6.0]}}],
        "spans": [{"id": "s", "start": "a", "end": "b", "directed": false,
            "route": {"type": "LineString", "coordinates": [[1.0, 6.0], [1.5, 6.0]]},
            "readyForServiceDate": "2020-01-31", "fibreCount": 24, "fibreLength": 55.5,
            "capacity": 100, "technologies": ["mpls"], "countries": ["TG"],
            "fibreTypeDetails": {"fibreSubtype": "G.652.B"}, "deployment": ["aboveGround"],
            "physicalInfrastructureProvider": {"id": "o1", "name": "CEB"},
            "supplier": {"id": "o1", "name": "CEB (Togo)", "also": true},
            "networkProviders": [{"id": "o2", "name": "Fund"}, {"id": "o1", "name": "CEB"}]},
          {"id": "t", "start": "nowhere", "status": "planned",
            "networkProviders": [{"name": "no id"}],
            "route": {"type": "LineString", "coordinates": [[1.0, 6.0], [1.2, 6.1]]}}],
        "links": [{"href": "x", "rel": "describedby"}]},
      {"id": "m", "name": "M", "organisations": [{"id": "o1", "name": "Other"}],
        "nodes": [{"id": "a", "networkProviders": [{"id": "o1", "name": "Other"}],
            "location": {"type": "Point", "coordinates": [2.0, 6.0]}}],
        "links": [{"href": "x", "rel": "describedby"}]}]}
      """;

  @Test
  void aGeoPackageHoldsEveryMember() throws Exception {
    JsonNode before = JsonMapper.shared().readTree(ALL);
    Path file = geoPackage(before);
    ObjectNode after = (ObjectNode) written(file);
    JsonNode odd = after.at("/networks/0/spans/1");
    assertThat(odd.get("start_").asString()).as("a node that is not there").isEqualTo("nowhere");
    ((ObjectNode) odd).remove("start_");
    ((ObjectNode) odd).put("start", "nowhere");
    ObjectNode node = (ObjectNode) after.at("/networks/0/nodes/0");
    assertThat(node.remove("geom_").asString()).as("not the geometry's column").isEqualTo("x");
    node.put("geom", "x");
    assertThat(same(before, after)).as("%s%nis not%n%s", after, before).isTrue();
  }

  /** What refers to a row that is gone is told. */
  @Test
  void whatIsNotThereIsTold() throws Exception {
    Path file = geoPackage(JsonMapper.shared().readTree(ALL));
    try (var database =
            new org.sqlite.JDBC().connect("jdbc:sqlite:" + file, new java.util.Properties());
        var statement = database.createStatement()) {
      statement.execute("DELETE FROM organisations WHERE ofds_id = 'o2'");
    }
    assertThatThrownBy(() -> read(file, "spans"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("referenceUnknown");
  }

  /** 1 and 1.0 are one number. */
  private static int compare(JsonNode one, JsonNode other) {
    return one.isNumber() && other.isNumber()
        ? Double.compare(one.doubleValue(), other.doubleValue())
        : one.equals(other) ? 0 : 1;
  }
}
