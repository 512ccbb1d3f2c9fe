package org.kiungo.web.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.kiungo.web.ApiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Settle and join over the API: every step is a version that can be compared and undone. */
@ApiTest
class SettlementApiTest {

  @Autowired private MockMvc http;
  @Autowired private Datasets datasets;
  @Autowired private JsonMapper json;

  private static MockMultipartFile text(String field, String name, String text) {
    return new MockMultipartFile(field, name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }

  private static MockMultipartFile real(String field, String relative) throws IOException {
    String folder = System.getenv().getOrDefault("KIUNGO_DATA", "../../shared/data");
    Path file = Path.of(folder, relative);
    Assumptions.assumeTrue(Files.exists(file), "skipped: no test data (set KIUNGO_DATA)");
    return new MockMultipartFile(
        field, file.getFileName() + "", "application/octet-stream", Files.readAllBytes(file));
  }

  private JsonNode body(org.springframework.test.web.servlet.ResultActions answer)
      throws Exception {
    return json.readTree(
        answer.andExpect(status().isCreated()).andReturn().getResponse().getContentAsByteArray());
  }

  @Test
  void lesothosRasterBecomesAVersionAndAttributesAnotherThatCanBeUndone() throws Exception {
    JsonNode settled =
        body(
            http.perform(
                multipart("/api/v1/settlements")
                    .file(real("file", "LSO/openelec_test_data/ghs.tif"))
                    .file(real("attributes", "LSO/openelec_test_data/ntl.tif"))
                    .file(real("attributes", "LSO/health_who.csv"))
                    .param("names", "nightLight", "health")
                    .param("country", "LSO")
                    .param("name", "settled")
                    .param("source", "GHS-POP")
                    .param("licence", "CC-BY-4.0")));
    String id = settled.get("dataset").get("id").asString();
    assertThat(settled.get("peopleOut").asDouble() / settled.get("peopleIn").asDouble())
        .isBetween(1 - 1e-12, 1 + 1e-12);
    assertThat(Math.round(settled.get("peopleIn").asDouble())).isEqualTo(2_135_184);
    assertThat(settled.get("attributes").size()).isEqualTo(2);
    JsonNode joined =
        body(
            http.perform(
                multipart("/api/v1/datasets/{id}/attributes", id)
                    .file(real("attributes", "LSO/openelec_test_data/grid.gpkg"))));
    assertThat(joined.get("version").get("version").asInt()).isEqualTo(2);
    assertThat(joined.get("attributes").get(0).get("name").asString()).isEqualTo("grid");
    assertThat(joined.get("attributes").get(0).get("settlements").asInt())
        .isEqualTo(settled.get("settlements").asInt());
    http.perform(get("/api/v1/datasets/{id}/diff?from=1&to=2", id))
        .andExpect(jsonPath("$.added.length()").value(0))
        .andExpect(jsonPath("$.removed.length()").value(0))
        .andExpect(jsonPath("$.changed[0]").exists());
    http.perform(post("/api/v1/datasets/{id}/undo", id))
        .andExpect(jsonPath("$.currentVersion").value(1));
  }

  @Test
  void kenyasSettlementsAreImportedAndJoined() throws Exception {
    JsonNode settled =
        body(
            http.perform(
                multipart("/api/v1/settlements")
                    .file(real("file", "KEN/openelec_clusters.geojson"))
                    .file(real("attributes", "KEN/openelec_grid.geojson"))
                    .file(real("attributes", "KEN/ofds/NOFBI/ofds_NOFBI_Kenya_spans.geojson"))
                    .file(real("attributes", "KEN/counties.geojson"))
                    .file(real("attributes", "KEN/schools_2016_epsg32737.gpkg"))
                    .param("country", "KEN")
                    .param("name", "joined")
                    .param("source", "openelec")
                    .param("licence", "CC-BY-4.0")));
    assertThat(settled.get("settlements").asInt()).isEqualTo(4_883);
    assertThat(settled.get("attributes").valueStream().map(each -> each.get("name").asString()))
        .containsExactly("grid", "fibre-lines", "boundaries", "schools");
    var settlements = datasets.layers("KEN").orElseThrow().settlements();
    assertThat(settlements)
        .allMatch(each -> each.distanceToGridKm() >= 0)
        .allMatch(each -> each.attributes().containsKey("distanceToFibreKm"));
  }

  @Test
  void attributesJoinSettlementsOnly() throws Exception {
    var towers = datasets.store().create("towers", "LSO", "masts");
    http.perform(
            multipart("/api/v1/datasets/{id}/attributes", towers.id())
                .file(text("attributes", "schools.csv", "lon,lat\n28,-29\n")))
        .andExpect(status().is(422));
  }
}
