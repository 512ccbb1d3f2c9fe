package org.kiungo.web.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.problem.ProblemLayers;
import org.kiungo.geodata.store.DatasetVersion;
import org.kiungo.geodata.store.StoredFeature;
import org.kiungo.planner.folder.SettlementFile;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.web.ApiTest;
import org.kiungo.web.OpenData;
import org.kiungo.web.TinyRaster;
import org.kiungo.web.cli.CommandRun;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Settle and join over the API: every step is a version that can be compared and undone. */
@ApiTest
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS) // what other tests imported counts here
@Tag("slow")
class SettlementApiTest {

  @Autowired private MockMvc http;
  @Autowired private Datasets datasets;
  @Autowired private JsonMapper json;

  private static MockMultipartFile text(String field, String name, String text) {
    return new MockMultipartFile(field, name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }

  private static MockMultipartFile real(String field, String relative) throws IOException {
    Path file = OpenData.path(relative);
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
        everyStep(
            OpenData.path("LSO/openelec_test_data/ghs.tif"),
            "LSO",
            List.of(real("attributes", "LSO/openelec_test_data/ntl.tif")),
            List.of("nightLight"),
            List.of(
                real("attributes", "LSO/openelec_test_data/grid.gpkg"),
                real("attributes", "LSO/health_who.csv")),
            List.of("grid", "health"));
    assertThat(settled.get("peopleOut").asDouble() / settled.get("peopleIn").asDouble())
        .isBetween(1 - 1e-12, 1 + 1e-12);
    assertThat(Math.round(settled.get("peopleIn").asDouble())).isEqualTo(2_135_184);
  }

  @Test
  void kenyasPartOfTheContinentsRasterGoesTheSameWay() throws Exception {
    JsonNode settled =
        everyStep(
            OpenData.path("AFRICA/afripop2020.tif"),
            "KEN",
            List.of(
                real("attributes", "KEN/openelec_grid.geojson"),
                real("attributes", "KEN/counties.geojson")),
            List.of("grid", "boundaries"),
            List.of(
                real("attributes", "KEN/ofds/NOFBI/ofds_NOFBI_Kenya_spans.geojson"),
                real("attributes", "KEN/schools_2016_epsg32737.gpkg")),
            List.of("fibre-lines", "schools"),
            "cellsArePerKm2",
            "true");
    assertThat(settled.get("peopleOut").asDouble()).isBetween(45e6, 60e6);
    assertThat(settled.get("peopleOut").asDouble() + settled.get("peopleElsewhere").asDouble())
        .isCloseTo(settled.get("peopleIn").asDouble(), within(1.0));
  }

  /**
   * A raster is sent in pieces, looked at, settled with attributes, joined with more, compared and
   * undone; the second version holds what both joins gave.
   */
  private JsonNode everyStep(
      Path raster,
      String country,
      List<MockMultipartFile> first,
      List<String> firstNames,
      List<MockMultipartFile> second,
      List<String> secondNames,
      String... parameters)
      throws Exception {
    Wizard wizard = new Wizard(http);
    String upload = wizard.upload(raster);
    JsonNode seen = wizard.step("inspect", upload, "settlements", country);
    assertThat(seen.get("inspection").get("raster").get("bands").asInt()).isEqualTo(1);
    var settle = multipart("/api/v1/settlements");
    first.forEach(settle::file);
    firstNames.forEach(name -> settle.param("names", name));
    settle.param("upload", upload).param("country", country).param("name", "settled " + country);
    settle.param("source", "WorldPop or GHS-POP").param("licence", "CC-BY-4.0");
    for (int k = 0; k < parameters.length; k += 2) {
      settle.param(parameters[k], parameters[k + 1]);
    }
    JsonNode settled = body(http.perform(settle));
    assertThat(settled.get("version").get("version").asInt()).isEqualTo(1);
    assertThat(names(settled)).isEqualTo(firstNames);
    String id = settled.get("dataset").get("id").asString();

    var join = multipart("/api/v1/datasets/{id}/attributes", id);
    second.forEach(join::file);
    secondNames.forEach(name -> join.param("names", name));
    JsonNode joined = body(http.perform(join));
    assertThat(joined.get("version").get("version").asInt()).isEqualTo(2);
    assertThat(names(joined)).isEqualTo(secondNames);
    List<String> both = new ArrayList<>();
    for (JsonNode each : List.of(settled, joined)) {
      each.get("attributes").forEach(f -> f.get("attributes").forEach(a -> both.add(a.asString())));
    }
    int[] complete = {0};
    datasets
        .store()
        .forEachFeature(id, 2, row -> complete[0] += known(row).containsAll(both) ? 1 : 0);
    assertThat(complete[0]).isGreaterThan(9 * settled.get("settlements").asInt() / 10);
    http.perform(get("/api/v1/datasets/{id}/diff?from=1&to=2", id))
        .andExpect(jsonPath("$.added.length()").value(0))
        .andExpect(jsonPath("$.removed.length()").value(0))
        .andExpect(jsonPath("$.changed.length()").value(settled.get("settlements").asInt()));
    http.perform(post("/api/v1/datasets/{id}/undo", id))
        .andExpect(jsonPath("$.currentVersion").value(1));
    http.perform(get("/api/v1/datasets/{id}/versions", id))
        .andExpect(jsonPath("$.length()").value(2))
        .andExpect(jsonPath("$[0].provenance.fileName").value(raster.getFileName().toString()));
    return settled;
  }

  private static List<String> names(JsonNode answer) {
    return answer.get("attributes").valueStream().map(f -> f.get("name").asString()).toList();
  }

  /** Names of what is known of a row; rasters have no value at some places. */
  private static Set<String> known(StoredFeature row) {
    Set<String> known = new HashSet<>();
    row.attributes().keySet().forEach(name -> known.add(name.replaceFirst("^attributes[.]", "")));
    return known;
  }

  @Test
  void anImportedRasterBecomesADraftThatIsLookedAtAndKeptAsTheCommandLineHasIt(@TempDir Path folder)
      throws Exception {
    Path raster = TinyRaster.towns(folder.resolve("towns.tif"), 900);
    JsonNode stored =
        body(
            http.perform(
                multipart("/api/v1/datasets")
                    .file(
                        new MockMultipartFile("file", "towns.tif", "", Files.readAllBytes(raster)))
                    .param("layer", "population-raster")
                    .param("note", "a world of two towns")
                    .param("country", "SWZ")
                    .param("source", "a statistics office")
                    .param("licence", "CC-BY-4.0")));
    String id = stored.get("dataset").get("id").asString();
    http.perform(get("/api/v1/datasets/{id}/raster?version=1", id))
        .andExpect(jsonPath("$.columns").value(50))
        .andExpect(jsonPath("$.people").value(1540));
    JsonNode begun =
        json.readTree(
            http.perform(
                    multipart("/api/v1/datasets/{id}/settlements", id)
                        .file(text("attributes", "schools.csv", "lon,lat\n31.055,-26.315\n"))
                        .param("version", "1")
                        .param("name", "looked at")
                        .param("minPopulation", "700"))
                .andExpect(status().isAccepted())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    String job = begun.get("job").get("id").asString();
    JsonNode look = begun;
    while (look.get("job").get("state").asString().matches("QUEUED|RUNNING")) {
      Thread.sleep(20);
      look =
          json.readTree(
              http.perform(get("/api/v1/settlements/{job}", job))
                  .andReturn()
                  .getResponse()
                  .getContentAsByteArray());
    }
    assertThat(look.get("job").get("state").asString()).isEqualTo("FINISHED");
    look = look.get("look");
    assertThat(look.get("counts").get("peopleOut").asDouble()).isEqualTo(1540);
    assertThat(look.get("counts").get("negativeCells").asInt()).isEqualTo(1);
    assertThat(look.get("kinds").get("village").get("places").asInt()).isEqualTo(1);
    assertThat(look.get("referencePeople").asDouble()).isGreaterThan(1e6);
    assertThat(look.get("points").get(0).get(2).asInt()).isEqualTo(900);
    assertThat(datasets.store().list()).noneMatch(each -> each.name().equals("looked at"));

    Path schools = Files.writeString(folder.resolve("schools.csv"), "lon,lat\n31.055,-26.315\n");
    Path out = folder.resolve("out.geojson");
    CommandRun run =
        CommandRun.of(
            "settle",
            raster + "",
            "--out",
            out + "",
            "--country",
            "SWZ",
            "--min-population",
            "700",
            "--attributes",
            schools + "");
    assertThat(run.exitCode()).as(run.err()).isZero();
    http.perform(get("/api/v1/settlements/{job}/file", job))
        .andExpect(content().bytes(Files.readAllBytes(out)));

    JsonNode kept = body(http.perform(post("/api/v1/settlements/{job}/keep", job)));
    assertThat(kept.get("version").get("provenance").get("fileName").asString())
        .isEqualTo("towns.tif");
    http.perform(get("/api/v1/workspaces/SWZ"))
        .andExpect(jsonPath("$.sources[?(@.layer == 'population-raster')].state").value("SETTLED"));
    List<Settlement> rows = new ArrayList<>();
    String dataset = kept.get("dataset").get("id").asString();
    datasets.store().forEachFeature(dataset, 1, row -> rows.add(StoredRecords.settlement(row)));
    Path again = folder.resolve("again.geojson");
    SettlementFile.write(again, rows);
    assertThat(again).hasSameBinaryContentAs(out);
    http.perform(post("/api/v1/settlements/{job}/keep", job)).andExpect(status().isNotFound());
    http.perform(post("/api/v1/datasets/{id}/undo", dataset)).andExpect(status().isOk());
    http.perform(post("/api/v1/datasets/{id}/undo", id)).andExpect(status().isOk());
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
    List<Settlement> settlements = new ArrayList<>();
    datasets
        .store()
        .forEachFeature(
            settled.get("dataset").get("id").asString(),
            1,
            row -> settlements.add(StoredRecords.settlement(row)));
    assertThat(settlements)
        .hasSize(4_883)
        .allMatch(each -> each.distanceToGridKm() >= 0)
        .allMatch(each -> each.attributes().containsKey("distanceToFibreKm"));
    int[] areas = {0};
    datasets
        .store()
        .forEachFeature(
            settled.get("dataset").get("id").asString(),
            1,
            row -> areas[0] += StoredRecords.ground(row) == null ? 0 : 1);
    assertThat(areas[0]).as("kept for the next join").isGreaterThan(4_800);
  }

  @Test
  void anImportedElevationRasterIsTheGroundOfTheCountrysPlans() throws Exception {
    JsonNode stored =
        body(
            http.perform(
                multipart("/api/v1/datasets")
                    .file(real("file", "LSO/openelec_test_data/ghs.tif"))
                    .param("layer", "elevation")
                    .param("country", "LSO")
                    .param("source", "test")
                    .param("licence", "CC-BY-4.0")));
    assertThat(stored.get("version").get("features").asInt()).isEqualTo(1);
    ProblemLayers layers = datasets.layers("LSO").orElseThrow();
    assertThat(layers.inputs()).extracting(InputFile::role).contains("elevation");
    assertThat(layers.terrain().profileM(new LonLat(27.5, -29.3), new LonLat(27.6, -29.3)))
        .hasSizeGreaterThan(30)
        .doesNotContain(Double.NaN);
    http.perform(post("/api/v1/datasets/{id}/undo", stored.get("dataset").get("id").asString()))
        .andExpect(jsonPath("$.currentVersion").value(0));
  }

  @Test
  void anImportedLayerTellsWhatItChangesOfTheNextPlans() throws Exception {
    JsonNode places =
        effect("facilities", "ecoles.csv", "name,lon,lat\nEP,31.14,-26.32\nFar,40,-26\n");
    JsonNode schools = places.get("institutions").get(0);
    assertThat(schools.get("kind").get("id").asString()).isEqualTo("school");
    assertThat(schools.get("joined").asInt()).isEqualTo(1);
    assertThat(datasets.layers("SWZ")).isEmpty();
    String west = "POLYGON((30 -28,31.4 -28,31.4 -25,30 -25,30 -28))";
    JsonNode coverage =
        effect("coverage", "4g.csv", "wkt,generation\n\"" + west + "\",4G\n").get("coverage");
    assertThat(coverage.get("peopleAfter").asDouble())
        .isPositive()
        .isLessThan(coverage.get("people").asDouble());
    assertThat(coverage.get("peopleBefore").asDouble())
        .isNotEqualTo(coverage.get("peopleAfter").asDouble());
    assertThat(coverage.get("publishedRatio").asDouble()).isBetween(0.0, 1.0);
  }

  /** Imports a layer, asks what it changes, and undoes it. */
  private JsonNode effect(String layer, String file, String rows) throws Exception {
    JsonNode stored =
        body(
            http.perform(
                multipart("/api/v1/datasets")
                    .file(text("file", file, rows))
                    .param("layer", layer)
                    .param("country", "SWZ")
                    .param("name", file)
                    .param("source", "a ministry")
                    .param("licence", "CC-BY-4.0")));
    String id = stored.get("dataset").get("id").asString();
    JsonNode effect =
        json.readTree(
            http.perform(get("/api/v1/datasets/{id}/effect", id))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    http.perform(post("/api/v1/datasets/{id}/undo", id)).andExpect(status().isOk());
    return effect;
  }

  @Test
  void attributesJoinSettlementsOnly() throws Exception {
    var towers = datasets.store().named("towers", "LSO", "masts");
    var origin = new DatasetVersion.Provenance("s", "CC0-1.0", "", "u", "f", "", "", "");
    datasets.store().commit(towers, origin, Collections.emptyIterator());
    http.perform(
            multipart("/api/v1/datasets/{id}/attributes", towers.id())
                .file(text("attributes", "schools.csv", "lon,lat\n28,-29\n")))
        .andExpect(status().is(422))
        .andExpect(jsonPath("$.code").value("attributes.notSettlements"));
  }
}
