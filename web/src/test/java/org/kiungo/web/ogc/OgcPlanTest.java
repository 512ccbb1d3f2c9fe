package org.kiungo.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.web.ApiTest;
import org.kiungo.web.cli.CommandRun;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.file.PlanExport;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A plan of Lesotho as features: the numbers of its files, and what GDAL reads of it. */
@ApiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OgcPlanTest {

  private static final Pattern COUNT = Pattern.compile("Feature Count: (\\d+)");

  @Autowired private MockMvc http;
  @Autowired private Plans plans;
  @Autowired private JsonMapper json;
  @LocalServerPort private int port;

  private String plan;

  @BeforeAll
  void plan(@TempDir Path folder) throws Exception {
    Path out = folder.resolve("plan");
    CommandRun planned =
        CommandRun.of(
            "plan",
            "--country",
            "LSO",
            "--budget",
            "21M",
            "--steps",
            "20",
            "--threads",
            "1",
            "--out",
            out.toString());
    assertThat(planned.exitCode()).as(planned.err()).isZero();
    plan = plans.add(PlanFolder.read(out), "run", null);
  }

  private JsonNode ask(String address) throws Exception {
    MvcResult asked = http.perform(get(address)).andReturn();
    MvcResult told =
        asked.getRequest().isAsyncStarted()
            ? http.perform(asyncDispatch(asked)).andReturn()
            : asked;
    assertThat(told.getResponse().getStatus()).as(address).isEqualTo(200);
    return json.readTree(told.getResponse().getContentAsString(StandardCharsets.UTF_8));
  }

  private JsonNode items(String layer, String query) throws Exception {
    return ask("/ogc/collections/" + plan + "-" + layer + "/items" + query);
  }

  /** A text of nothing, as files have it, is null to whoever filters. */
  private static void tellNothing(ObjectNode properties) {
    for (Map.Entry<String, JsonNode> each : List.copyOf(properties.properties())) {
      if (each.getValue().isString() && each.getValue().asString().isEmpty()) {
        properties.putNull(each.getKey());
      }
    }
  }

  @Test
  void featuresAreThoseOfItsFiles() throws Exception {
    for (String layer : PlanExport.PLACED) {
      JsonNode file = ask("/api/v1/plans/" + plan + "/exports/geojson?layer=" + layer);
      JsonNode page = items(layer, "?limit=10000");
      file.get("features").forEach(each -> tellNothing((ObjectNode) each.get("properties")));
      assertThat(page.get("features")).as(layer).isEqualTo(file.get("features"));
      assertThat(page.get("numberMatched").asInt()).isEqualTo(file.get("features").size());
      Set<String> ids = new HashSet<>();
      page.get("features").forEach(each -> ids.add(each.get("id").asString()));
      assertThat(ids).as(layer).hasSize(file.get("features").size());
      // the ground that the collection is said to lie on holds all of them
      JsonNode box = ask("/ogc/collections/" + plan + "-" + layer).at("/extent/spatial/bbox/0");
      String bbox = box.toString().replaceAll("[\\[\\]]", "");
      assertThat(items(layer, "?bbox=" + bbox).get("numberMatched").asInt())
          .as(layer)
          .isEqualTo(file.get("features").size());
    }
  }

  @Test
  void gdalCountsFiltersAndReadsPageByPage() throws Exception {
    assumeTrue(isInstalled(), "skipped: ogrinfo is not installed (gdal-bin)");
    JsonNode all = items("settlements", "?limit=10000");
    int served = 0;
    for (JsonNode each : all.get("features")) {
      served += each.at("/properties/peopleServed").asDouble() > 0 ? 1 : 0;
    }
    assertThat(served).isPositive().isLessThan(all.get("features").size());
    assertThat(count("-so")).isEqualTo(all.get("features").size());
    assertThat(count("-so", "-where", "peopleServed > 0")).isEqualTo(served);
    String read = run("-oo", "PAGE_SIZE=100", "-where", "peopleServed >= 0 OR peopleServed < 0");
    assertThat(read.split("OGRFeature\\(", -1)).hasSize(all.get("features").size() + 1);
    assertThat(run("-so")).contains("ID[\"OGC\",\"CRS84\"]").contains("EPSG:3857");
  }

  private int count(String... options) throws IOException, InterruptedException {
    Matcher told = COUNT.matcher(run(options));
    assertThat(told.find()).isTrue();
    return Integer.parseInt(told.group(1));
  }

  private static boolean isInstalled() throws InterruptedException {
    try {
      return new ProcessBuilder("ogrinfo", "--version").start().waitFor() == 0;
    } catch (IOException none) {
      return false;
    }
  }

  private String run(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("ogrinfo", "-ro"));
    command.addAll(List.of(options));
    command.addAll(List.of("OAPIF:http://127.0.0.1:" + port + "/ogc", plan + "-settlements"));
    Process ogrinfo = new ProcessBuilder(command).redirectErrorStream(true).start();
    String told = new String(ogrinfo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(ogrinfo.waitFor()).as(told).isZero();
    return told;
  }
}
