package org.kiungo.web.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.export.ExportFormat;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What pages show, in every format, and as a picture that shows it. */
@ApiTest
class SheetApiTest {

  private static final int GAINED = 0xFF0072B2;

  @Autowired private MockMvc http;
  @Autowired private JsonMapper json;
  @Autowired private Plans plans;

  private byte[] file(String address) throws Exception {
    MvcResult asked = http.perform(get("/api/v1" + address)).andExpect(status().isOk()).andReturn();
    return http.perform(asyncDispatch(asked)).andReturn().getResponse().getContentAsByteArray();
  }

  private BufferedImage picture(String address) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(file(address)));
  }

  private static long count(BufferedImage picture, int colour) {
    int[] pixels =
        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    long found = 0;
    for (int each : pixels) {
      found += each == colour ? 1 : 0;
    }
    return found;
  }

  @Test
  void aDifferenceGoesInEveryFormat() throws Exception {
    String less = plans.add(TinyWorld.plan(0.31e6), "run", null);
    String more = plans.add(TinyWorld.plan(1.31e6), "run", null);
    String at = "/comparisons/" + less + "/" + more + "/exports";
    JsonNode formats =
        json.readTree(
            http.perform(get("/api/v1" + at)).andReturn().getResponse().getContentAsByteArray());
    assertThat(formats.size()).isEqualTo(ExportFormat.all().size() + 1);
    for (JsonNode format : formats) {
      assertThat(file(at + "/" + format.asString())).as(format.asString()).hasSizeGreaterThan(200);
    }
    JsonNode rows = json.readTree(file(at + "/geojson")).get("features");
    assertThat(rows.size()).isPositive();
    assertThat(rows.get(0).get("properties").get("change").asString()).isEqualTo("gained");
    // the same places as dots beside the one that explains them, none the other way round where
    // nothing is gained
    assertThat(count(picture(at + "/png"), GAINED)).isGreaterThan(100 + 20L * rows.size());
    assertThat(count(picture(at.replace(less + "/" + more, more + "/" + less) + "/png"), GAINED))
        .isZero();
    http.perform(get("/api/v1" + at + "/doc")).andExpect(status().isUnprocessableContent());
  }

  /** The words of a plan's picture are in the file as text. */
  @Test
  void aPlansMapHasScaleNorthTownsAndSources() throws Exception {
    String plan = plans.add(TinyWorld.plan(1.31e6), "run", null);
    String words =
        new String(file("/plans/" + plan + "/exports/png"), StandardCharsets.ISO_8859_1)
            .replace('\u00a0', ' ');
    assertThat(words)
        .contains("Lesotho", "km, in the middle of the map", "\nN\n", "Maseru", plan)
        .contains("Outlines: Natural Earth. Towns: GeoNames (CC BY 4.0).");
  }

  @Test
  void todayAndOpennessAreTakenAwayWithTheirSource() throws Exception {
    JsonNode today = json.readTree(file("/today/LSO/exports/geojson")).get("features");
    assertThat(today.size()).isGreaterThan(100);
    assertThat(today.get(0).get("properties").get("coverage").asString())
        .isIn("covered", "unsure", "uncovered", "unknown");
    BufferedImage picture = picture("/today/LSO/exports/png");
    assertThat(picture.getWidth() / (double) picture.getHeight())
        .isBetween(Math.sqrt(2) - 0.01, Math.sqrt(2) + 0.01);
    String openness =
        new String(file("/openness/countries/GMB/exports/csv"), StandardCharsets.UTF_8);
    assertThat(openness).contains("GMB", "Banjul");
    http.perform(get("/api/v1/today/XXX/exports")).andExpect(status().isNotFound());
  }
}
