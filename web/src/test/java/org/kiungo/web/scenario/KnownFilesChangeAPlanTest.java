package org.kiungo.web.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.problem.MeasuredTiles;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.web.ApiTest;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.plan.NewPlan;
import org.kiungo.web.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/**
 * Files that many countries have, in their publishers' layout: what is proposed first is taken as
 * it is, and the next plan of the country is another, with the file among its inputs.
 */
@ApiTest
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS) // what other tests imported counts here
class KnownFilesChangeAPlanTest {

  @TempDir private Path folder;

  @Autowired private MockMvc http;
  @Autowired private Datasets datasets;
  @Autowired private Plans plans;

  private final List<String> imported = new ArrayList<>();

  /** Later tests of the same server plan these countries as Kiungo carries them. */
  @AfterEach
  void undo() throws Exception {
    for (String each : imported) {
      http.perform(post("/api/v1/datasets/{id}/undo", each));
    }
  }

  private String sent(String address, String name, byte[] bytes, String... parameters)
      throws Exception {
    MockMultipartHttpServletRequestBuilder request =
        multipart(address).file(new MockMultipartFile("file", name, "text/plain", bytes));
    for (int k = 0; k < parameters.length; k += 2) {
      request.param(parameters[k], parameters[k + 1]);
    }
    var answer = http.perform(request).andReturn().getResponse();
    String text = answer.getContentAsString(StandardCharsets.UTF_8);
    assertThat(answer.getStatus()).as(text).isIn(200, 201);
    return text;
  }

  private String looked(String iso3, String name, byte[] bytes) throws Exception {
    return sent("/api/v1/datasets/inspect?lang=en", name, bytes, "layer", "nodes", "country", iso3);
  }

  /** Stores a file as what is proposed first, in one step. */
  private String accept(String iso3, String name, byte[] bytes, String layer) throws Exception {
    String looked = looked(iso3, name, bytes);
    assertThat(JsonPath.<String>read(looked, "$.proposals[0].layer")).as(looked).isEqualTo(layer);
    return store(iso3, name, bytes, layer, JsonPath.read(looked, "$.proposals[0].fileLayer"));
  }

  /** Stores a file as the one of its proposals that is of a layer. */
  private String acceptOf(String iso3, String name, byte[] bytes, String layer) throws Exception {
    String looked = looked(iso3, name, bytes);
    List<String> found =
        JsonPath.read(looked, "$.proposals[?(@.layer == '%s')].fileLayer".formatted(layer));
    assertThat(found).as(looked).hasSize(1);
    return store(iso3, name, bytes, layer, found.get(0));
  }

  private String store(String iso3, String name, byte[] bytes, String layer, String fileLayer)
      throws Exception {
    String stored =
        sent(
            "/api/v1/datasets?lang=en",
            name,
            bytes,
            "layer",
            layer,
            "fileLayer",
            fileLayer,
            "country",
            iso3,
            "source",
            "publisher",
            "licence",
            "as told");
    String datasetId = JsonPath.read(stored, "$.dataset.id");
    imported.add(datasetId);
    return datasetId;
  }

  private NewPlan plan(String iso3) throws IOException {
    return plan(iso3, "");
  }

  private NewPlan plan(String iso3, String feeds) throws IOException {
    return plan(iso3, feeds, 2_000_000);
  }

  private NewPlan plan(String iso3, String feeds, int budgetUsd) throws IOException {
    String scenario =
        "{\"countries\":[\"%s\"],\"budgetUsd\":%d,\"steps\":5,\"feeds\":[%s]}"
            .formatted(iso3, budgetUsd, feeds);
    return plans.write(
        ScenarioPlanner.on(datasets)
            .plan(
                ScenarioFile.read(scenario.getBytes(StandardCharsets.UTF_8)),
                Progress.NONE,
                () -> false));
  }

  private void changes(String iso3, String name, byte[] bytes, String layer) throws Exception {
    NewPlan before = plan(iso3);
    accept(iso3, name, bytes, layer);
    assertAnother(before, plan(iso3), name);
  }

  private static void assertAnother(NewPlan before, NewPlan after, String name) throws IOException {
    assertThat(after.folder().plan()).isNotEqualTo(before.folder().plan());
    assertThat(Files.readString(after.files().resolve("inputs.json"))).contains(name);
    assertThat(Files.readString(before.files().resolve("inputs.json"))).doesNotContain(name);
    before.discard();
    after.discard();
  }

  private static String at(double lon, double lat) {
    return String.format("%.5f,%.5f", lon, lat);
  }

  @Test
  void cellsOfOpenCelliD() throws Exception {
    StringBuilder cells =
        new StringBuilder(
            "radio,mcc,net,area,cell,unit,lon,lat,range,samples,changeable,created,updated,"
                + "averageSignal\n");
    int cell = 1000;
    for (Settlement each : ProblemAssembly.builtInSettlements("GMB")) {
      String place = at(each.location().lon() + 0.004, each.location().lat());
      cells.append(
          "LTE,607,2,7,%d,0,%s,1000,21,1,1459813819,1488347104,0\n".formatted(++cell, place));
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(cells.toString().getBytes(StandardCharsets.UTF_8));
    }
    changes("GMB", "607.csv.gz", packed.toByteArray(), "towers");
  }

  @Test
  void mastsOfAnExtractOfOpenStreetMap() throws Exception {
    changes(
        "LSO",
        "lesotho-latest.osm.pbf",
        OsmExtracts.masts(ProblemAssembly.builtInSettlements("LSO")),
        "towers");
  }

  /** What an extract holds besides is stored layer by layer, each by one press of its button. */
  @Test
  void roadsAndFacilitiesOfAnExtractOfOpenStreetMap() throws Exception {
    byte[] extract =
        OsmExtracts.roadsAndFacilities(
            ProblemAssembly.builtInSettlements("GNQ").stream()
                .filter(each -> each.population() > 400)
                .toList());
    String name = "equatorial-guinea.osm.pbf";
    NewPlan before = plan("GNQ", "", 40_000_000);
    acceptOf("GNQ", name, extract, "roads");
    NewPlan after = plan("GNQ", "", 40_000_000);
    assertThat(Files.readString(after.files().resolve("inputs.json"))).contains(name, "roads");
    String facilities = acceptOf("GNQ", name, extract, "facilities");
    String listed =
        http.perform(get("/api/v1/workspaces/GNQ")).andReturn().getResponse().getContentAsString();
    assertThat(
            JsonPath.<List<String>>read(
                listed, "$.sources[?(@.datasetId == '%s')].layer".formatted(facilities)))
        .containsExactly("facilities");
    assertThat(
            JsonPath.<List<Integer>>read(
                listed, "$.sources[?(@.datasetId == '%s')].rows".formatted(facilities)))
        .allMatch(rows -> rows > 24);
    NewPlan served = plan("GNQ", "", 40_000_000);
    assertThat(Files.readString(served.files().resolve("institutions.json")))
        .contains("school", "clinic");
    assertAnother(before, after, name);
    served.discard();
  }

  /** As ODK Central exports what came in by the form. */
  @Test
  void answersToTheForm() throws Exception {
    StringBuilder rows =
        new StringBuilder(
            "SubmissionDate,settlement_id,name,lon,lat,has_4g,share_covered,people_counted,"
                + "survey_date,coverage_ratio,population,kiungo_survey,meta-instanceID,KEY\n");
    int k = 0;
    for (Settlement each : ProblemAssembly.builtInSettlements("SWZ").subList(0, 40)) {
      rows.append(
          "2026-11-20T08:00:00.000Z,%s,\"%s\",%s,%s,,,2026-11-20,%d,%.0f,SWZ x,uuid:%d,uuid:%d\n"
              .formatted(
                  each.id(),
                  each.name(),
                  at(each.location().lon(), each.location().lat()),
                  k % 2 == 0 ? "no" : "yes",
                  k % 2,
                  each.population(),
                  k,
                  k++));
    }
    changes(
        "SWZ", "submissions.csv", rows.toString().getBytes(StandardCharsets.UTF_8), "settlements");
  }

  /** Other units than the built-in ones let a census of them count, where one is chosen. */
  @Test
  void unitsOfGeoBoundaries() throws Exception {
    List<String> units = new ArrayList<>();
    StringBuilder census = new StringBuilder("District;Population 2024\n");
    double west = -16.9;
    for (int k = 0; k < 8; k++) {
      double east = west + 0.4;
      units.add(
          """
          {"type":"Feature","properties":{"shapeName":"Ward W%d","shapeISO":"","shapeID":"73B%d",
          "shapeGroup":"GNB","shapeType":"ADM2"},"geometry":{"type":"Polygon","coordinates":
          [[[%s],[%s],[%s],[%s],[%s]]]}}"""
              .formatted(
                  k,
                  k,
                  at(west, 10.8),
                  at(east, 10.8),
                  at(east, 12.7),
                  at(west, 12.7),
                  at(west, 10.8)));
      census.append("Ward W%d;%d\n".formatted(k, 150_000 + 30_000 * k));
      west = east;
    }
    String drawn =
        "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", units) + "]}";
    NewPlan before = plan("GNB");
    accept(
        "GNB",
        "geoBoundaries-GNB-ADM2.geojson",
        drawn.getBytes(StandardCharsets.UTF_8),
        "boundaries");
    String counted =
        accept("GNB", "wards.csv", census.toString().getBytes(StandardCharsets.UTF_8), "census");
    String chosen =
        "{\"country\":\"GNB\",\"layer\":\"CENSUS\",\"source\":\"%s/1\",\"use\":\"ALONE\"}";
    assertAnother(before, plan("GNB", chosen.formatted(counted)), "wards.csv");
  }

  /** Of a whole archive, each level is one press of a button, the finest first. */
  @Test
  void levelsOfAnArchiveOfGeoBoundaries() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int level = 0; level < 3; level++) {
        String stem = "geoBoundaries-LSO-ADM" + level;
        entry(zip, stem + "-metaData.txt", "Boundary ID: LSO-ADM" + level);
        entry(zip, stem + "-metaData.json", "{\"boundaryID\":\"LSO-ADM" + level + "\"}");
        entry(zip, stem + ".geojson", level(level));
        entry(zip, stem + "_simplified.geojson", level(level));
        entry(zip, stem + ".topojson", "{\"type\":\"Topology\"}");
      }
      entry(zip, "CITATION-AND-USE-geoBoundaries.txt", "geoBoundaries, CC BY 4.0");
    }
    String name = "geoBoundaries-LSO.zip";
    String looked = looked("LSO", name, bytes.toByteArray());
    assertThat(JsonPath.<List<String>>read(looked, "$.proposals[*].fileLayer"))
        .containsExactly(
            "geoBoundaries-LSO-ADM2", "geoBoundaries-LSO-ADM1", "geoBoundaries-LSO-ADM0");
    assertThat(JsonPath.<String>read(looked, "$.proposals[1].evidence[1]"))
        .contains("Level 1: the first level below the country");
    String stored = accept("LSO", name, bytes.toByteArray(), "boundaries");
    String listed =
        http.perform(get("/api/v1/workspaces/LSO")).andReturn().getResponse().getContentAsString();
    assertThat(
            JsonPath.<List<Integer>>read(
                listed, "$.sources[?(@.datasetId == '%s')].rows".formatted(stored)))
        .containsExactly(9);
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Squares inside the country: 1, 4 and 9 of them. */
  private static String level(int level) {
    int wide = level + 1;
    double size = 0.6 / wide;
    List<String> units = new ArrayList<>();
    for (int k = 0; k < wide * wide; k++) {
      double west = 28 + size * (k % wide);
      double south = -29.8 + size * (k / wide);
      units.add(
          """
          {"type":"Feature","properties":{"shapeName":"Unit %d %d","shapeISO":"","shapeID":"U%d-%d",
          "shapeGroup":"LSO","shapeType":"ADM%d"},"geometry":{"type":"Polygon","coordinates":
          [[[%s],[%s],[%s],[%s],[%s]]]}}"""
              .formatted(
                  level,
                  k,
                  level,
                  k,
                  level,
                  at(west, south),
                  at(west + size, south),
                  at(west + size, south + size),
                  at(west, south + size),
                  at(west, south)));
    }
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", units) + "]}";
  }

  /** Slow tests say nothing; fast ones raise the share of who has 4G, and lower none. */
  @Test
  void mobileTilesOfOokla() throws Exception {
    List<Settlement> places = ProblemAssembly.builtInSettlements("DJI");
    NewPlan before = plan("DJI");
    List<SpeedTileFiles.Tile> tiles = new ArrayList<>();
    for (int k = 0; k < places.size(); k++) {
      tiles.add(SpeedTileFiles.Tile.at(places.get(k).location(), k % 2 == 0 ? 29_684 : 9_999));
    }
    String name = "2026-07-01_performance_mobile_tiles.parquet";
    accept("DJI", name, SpeedTileFiles.parquet(folder, tiles), "coverage");
    NewPlan after = plan("DJI");
    assertThat(after.verdict().verdict()).isEqualTo("proven");
    Map<String, Settlement> told = byId(after);
    int raised = 0;
    for (Settlement each : byId(before).values()) {
      Settlement now = told.get(each.id());
      boolean fast = now.attributes().containsKey(MeasuredTiles.ATTRIBUTE);
      if (fast) {
        assertThat(now.baselineModelled()).isTrue();
        assertThat(now.baselineLowRatio()).isGreaterThanOrEqualTo(each.baselineLowRatio());
        assertThat(now.baselineCoverageRatio())
            .isGreaterThanOrEqualTo(each.baselineCoverageRatio());
        assertThat(now.baselineHighRatio()).isGreaterThanOrEqualTo(each.baselineHighRatio());
        assertThat(now.baselineLowRatio()).as("of those in the tile").isPositive();
        raised += now.baselineCoverageRatio() > each.baselineCoverageRatio() ? 1 : 0;
      } else {
        assertThat(now.baselineCoverageRatio()).isEqualTo(each.baselineCoverageRatio());
      }
    }
    assertThat(raised).isPositive();
    assertThat(told.values())
        .filteredOn(each -> !each.attributes().containsKey(MeasuredTiles.ATTRIBUTE))
        .isNotEmpty();
    assertAnother(before, after, name);
  }

  @Test
  void theSameTilesAsText() throws Exception {
    List<SpeedTileFiles.Tile> tiles =
        ProblemAssembly.builtInSettlements("STP").stream()
            .map(each -> SpeedTileFiles.Tile.at(each.location(), 21_300))
            .toList();
    String name = "2020-01-01_performance_mobile_tiles.csv";
    NewPlan before = plan("STP");
    accept("STP", name, SpeedTileFiles.csv(tiles), "coverage");
    NewPlan after = plan("STP");
    assertThat(after.verdict().verdict()).isEqualTo("proven");
    assertThat(byId(after).values())
        .allMatch(each -> each.attributes().containsKey(MeasuredTiles.ATTRIBUTE))
        .allMatch(Settlement::baselineModelled);
    assertAnother(before, after, name);
  }

  private static Map<String, Settlement> byId(NewPlan plan) {
    Map<String, Settlement> places = new TreeMap<>();
    plan.folder().problem().settlements().forEach(each -> places.put(each.id(), each));
    return places;
  }

  /** Tests over Wi-Fi are no evidence of 4G, and rows alone do not tell which tests they are. */
  @Test
  void tilesOfFixedLinesAreToldAndOthersAskedAbout() throws Exception {
    LonLat place = ProblemAssembly.builtInSettlements("MUS").get(0).location();
    byte[] tiles = SpeedTileFiles.csv(List.of(SpeedTileFiles.Tile.at(place, 50_000)));
    String fixed = "2026-07-01_performance_fixed_tiles.csv";
    String looked =
        sent("/api/v1/datasets/inspect?lang=en", fixed, tiles, "layer", "nodes", "country", "MUS");
    assertThat(JsonPath.<String>read(looked, "$.proposals[0].layer")).isEmpty();
    assertThat(JsonPath.<String>read(looked, "$.proposals[0].known"))
        .contains("no evidence of who has 4G");
    assertThat(stored("MUS", fixed, tiles, "[]"))
        .contains("The tests in " + fixed + " ran over fixed lines");
    assertThat(stored("MUS", "tiles.csv", tiles, "[]"))
        .contains("Did the tests in tiles.csv run over mobile networks?");
    String mobile = "[{\"question\":\"tests\",\"remedy\":\"mobile\"}]";
    assertThat(stored("MUS", "tiles.csv", tiles, mobile)).contains("\"dataset\"");
  }

  /** What storing as coverage answers. */
  private String stored(String iso3, String name, byte[] bytes, String answers) throws Exception {
    MockMultipartHttpServletRequestBuilder request =
        multipart("/api/v1/datasets?lang=en")
            .file(new MockMultipartFile("file", name, "text/plain", bytes));
    request.param("layer", "coverage").param("country", iso3).param("answers", answers);
    request.param("source", "Ookla").param("licence", "CC BY-NC-SA 4.0");
    return http.perform(request)
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }
}
