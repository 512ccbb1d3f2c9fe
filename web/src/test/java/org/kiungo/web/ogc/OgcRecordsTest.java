package org.kiungo.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** What OGC API – Records, part 1, asks of a record: requirements class record core. */
class OgcRecordsTest extends OgcStatements {

  private static final String RECORDS = "/ogc/collections/datasets";

  private String id() {
    return fibre.substring(fibre.lastIndexOf('/') + 1);
  }

  private List<JsonNode> records() throws Exception {
    List<JsonNode> records = new ArrayList<>(each(items(RECORDS).get("features")).toList());
    records.add(ask(RECORDS + "/items/" + id()));
    assertThat(records).hasSizeGreaterThan(1);
    return records;
  }

  @TestFactory
  Stream<DynamicTest> recordCore() {
    return Stream.of(
        says(
            "/req/record-core/mandatory-properties-record",
            "id, type, geometry, time, properties.type, properties.title",
            () ->
                assertThat(records())
                    .allSatisfy(
                        each -> {
                          assertThat(each.get("id").asString()).isNotBlank();
                          assertThat(each.get("type").asString()).isEqualTo("Feature");
                          assertThat(each.has("time")).isTrue();
                          assertThat(each.get("geometry").get("type").asString())
                              .isEqualTo("Polygon");
                          JsonNode told = each.get("properties");
                          assertThat(told.get("type").asString()).isEqualTo("dataset");
                          assertThat(told.get("title").asString()).isNotBlank();
                        })),
        says(
            "/req/record-core/conformance",
            "each names what it conforms to",
            () ->
                assertThat(records())
                    .allSatisfy(
                        each ->
                            assertThat(each.get("conformsTo").get(0).asString())
                                .endsWith("/req/record-core"))),
        says(
            "/req/record-core/links",
            "each leads to what it describes",
            () -> {
              JsonNode record = ask(RECORDS + "/items/" + id());
              assertThat(rels(record)).contains("self", "alternate", "collection", "items");
              String data = link(record, "items");
              assertThat(ask(data.substring(data.indexOf("/ogc/"))).get("features").size())
                  .isEqualTo(3);
            }),
        says(
            "/req/record-collection/item-type",
            "the catalogue says that it holds records",
            () -> assertThat(ask(RECORDS).get("itemType").asString()).isEqualTo("record")));
  }

  @Test
  void everyDatasetHasItsRecordWithSourceAndLicence() throws Exception {
    JsonNode told = ask(RECORDS + "/items/" + id()).get("properties");
    assertThat(told.get("title").asString()).contains("Lesotho");
    assertThat(told.get("source").asString()).isEqualTo("test");
    assertThat(told.get("license").asString()).isEqualTo("CC0");
    assertThat(told.get("rows").asInt()).isEqualTo(3);
    assertThat(told.get("sha256").asString()).matches("[0-9a-f]{64}");
    assertThat(ids(RECORDS, "layer", "fibre-lines", "country", "LSO", "limit", "1000"))
        .contains(id());
    assertThat(filtered(RECORDS, "license = 'CC0' AND rows > 2")).contains(id());
    assertThat(ids(RECORDS, "bbox", "0,0,1,1")).doesNotContain(id());
  }
}
