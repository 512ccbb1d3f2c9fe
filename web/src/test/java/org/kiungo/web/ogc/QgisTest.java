package org.kiungo.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.script.Python;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** QGIS itself, without a screen, where Debian's {@code python3-qgis} is installed. */
@ApiTest
class QgisTest {

  private static final int MASTS = 100_000;
  private static final JsonMapper JSON = JsonMapper.shared();

  @Autowired private MockMvc http;
  @Autowired private Plans plans;
  @LocalServerPort private int port;

  @TempDir private Path folder;

  @Test
  void qgisOpensAPlanFiltersAndExportsIt() throws Exception {
    String plan = plans.add(TinyWorld.plan(1.9e6), "run", null);
    JsonNode told = open(plan + "-settlements", "\"population\" > 2000");
    assertThat(told.get("crs").asString()).isIn("OGC:CRS84", "EPSG:4326");
    assertThat(told.get("fields").toString()).contains("\"settlementId\"", "\"population\"");
    assertThat(told.get("features").asInt()).isEqualTo(12);
    assertThat(told.get("filtered").asInt()).isBetween(1, 11);
    assertThat(told.get("exported").asInt()).isEqualTo(told.get("filtered").asInt());
  }

  /** How long that takes is told, not held: machines differ. */
  @Test
  @Tag("slow")
  void qgisLoadsAHundredThousandMasts() throws Exception {
    StringBuilder rows = new StringBuilder("id,lon,lat,height_m,operator\n");
    for (int k = 0; k < MASTS; k++) {
      double lon = 28.0 + k % 400 * 0.002;
      double lat = -29.9 + k / 400 * 0.0025;
      String operator = k % 2 == 0 ? "A" : "B";
      rows.append(
          String.format(Locale.ROOT, "t%d,%.4f,%.4f,%d,%s\n", k, lon, lat, 20 + k % 30, operator));
    }
    MockHttpServletResponse imported;
    do {
      // the same question again waits on, where the machine is slow
      imported =
          http.perform(
                  multipart("/api/v1/datasets")
                      .file(
                          new MockMultipartFile(
                              "file",
                              "masts.csv",
                              "text/csv",
                              rows.toString().getBytes(StandardCharsets.UTF_8)))
                      .param("layer", "towers")
                      .param("country", "LSO")
                      .param("source", "test")
                      .param("licence", "CC0")
                      .header("Idempotency-Key", "masts"))
              .andReturn()
              .getResponse();
    } while (imported.getStatus() == 202);
    String body = imported.getContentAsString(StandardCharsets.UTF_8);
    assertThat(imported.getStatus()).as(body).isEqualTo(201);
    String id = JSON.readTree(body).get("dataset").get("id").asString();
    JsonNode told = open("lso-towers-" + id, "\"operator\" = 'A'");
    System.out.println(MASTS + " features in QGIS in " + told.get("seconds") + " s");
    assertThat(told.get("features").asInt()).isEqualTo(MASTS);
    assertThat(told.get("filtered").asInt()).isEqualTo(MASTS / 2);
    assertThat(told.get("exported").asInt()).isEqualTo(MASTS / 2);
  }

  private JsonNode open(String collection, String filter) throws Exception {
    String printed =
        Python.run(
            "qgis.core",
            "python3-qgis",
            "qgis-ogc.py",
            "http://127.0.0.1:" + port + "/ogc",
            collection,
            filter,
            folder.resolve("out.gpkg").toString());
    String line = printed.substring(printed.indexOf("told {") + "told ".length());
    JsonNode told = JSON.readTree(line.lines().findFirst().orElseThrow());
    assertThat(told.get("valid").asBoolean()).as(printed).isTrue();
    assertThat(told.get("taken").asBoolean()).as(printed).isTrue();
    assertThat(told.get("error").asString()).isEmpty();
    return told;
  }
}
