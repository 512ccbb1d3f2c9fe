package org.kiungo.geodata.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.geodata.TestData;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.vector.OfdsReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Published networks, read and written, lose nothing: phases and organisations neither. */
class OfdsDocumentTest {

  private static List<Feature> read(Path file, String layer) {
    List<Feature> rows = new ArrayList<>();
    new OfdsReader()
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KEN/ofds/JTL/ofds_JTL_Kenya.json",
        "KEN/ofds/BCS/ofds_bcs_kenya.json",
        "TGO/ofds/Togo_Telecom/Togo_Telecom_ofds-json_23jun2025.json"
      })
  void whatIsReadAndWrittenIsTheSameDocument(String name) throws Exception {
    Path file = TestData.path(name);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OfdsDocument.write("network", read(file, "nodes"), read(file, "spans"), out);
    JsonNode before = JsonMapper.shared().readTree(Files.readString(file));
    JsonNode after = JsonMapper.shared().readTree(out.toByteArray());
    assertThat(before.equals(OfdsDocumentTest::compare, after)).isTrue();
    ((ObjectNode) after.get("networks").get(0)).remove("name");
    assertThat(before.equals(OfdsDocumentTest::compare, after)).isFalse();
  }

  /** 1 and 1.0 are one number. */
  private static int compare(JsonNode one, JsonNode other) {
    return one.isNumber() && other.isNumber()
        ? Double.compare(one.doubleValue(), other.doubleValue())
        : one.equals(other) ? 0 : 1;
  }
}
