package org.kiungo.web.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.Feed;
import org.kiungo.planner.scenario.Feed.Layer;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioBuilder;
import org.kiungo.web.ApiTest;
import org.kiungo.web.cli.CommandRun;
import org.kiungo.web.language.Words;
import org.kiungo.web.policy.FeedWords;
import org.kiungo.web.today.PeopleToday;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** Every dataset of a country is listed with what it holds, and drawn. */
@ApiTest
class WorkspaceTest {

  @Autowired private MockMvc http;

  private String add(String layer, String name, String text) throws Exception {
    return add(layer, "GNB", name, text);
  }

  private String add(String layer, String country, String name, String text) throws Exception {
    String answer =
        http.perform(
                multipart("/api/v1/datasets")
                    .file(
                        new MockMultipartFile(
                            "file", name, "text/csv", text.getBytes(StandardCharsets.UTF_8)))
                    .param("layer", layer)
                    .param("country", country)
                    .param("name", name)
                    .param("source", "Ministry")
                    .param("licence", "CC0"))
            .andExpect(status().isCreated())
            .andReturn()
            .getResponse()
            .getContentAsString();
    return JsonPath.read(answer, "$.dataset.id");
  }

  @Test
  void datasetsAreListedWithTheirSums() throws Exception {
    String places =
        add(
            "settlements",
            "villages.csv",
            "id,name,lon,lat,population\na,A,-15.2,12.1,1200\nb,B,-15.3,12.2,\nc,C,500,12.2,3\n");
    add(
        "coverage",
        "north.csv",
        "generation,wkt\n4G,\"POLYGON ((-15.3 12, -15.1 12, -15.1 12.2, -15.3 12.2, -15.3 12))\"\n");
    String mine = "$.sources[?(@.datasetId == '" + places + "')]";
    http.perform(get("/api/v1/workspaces/GNB"))
        .andExpect(status().isOk())
        .andExpect(jsonPath(mine + ".sum").value(1200))
        .andExpect(jsonPath(mine + ".unit").value("PEOPLE"))
        .andExpect(jsonPath(mine + ".completeRatio").value(0.5))
        .andExpect(jsonPath(mine + ".leftOut").value(1))
        .andExpect(jsonPath(mine + ".state").value("FINDINGS"))
        .andExpect(jsonPath("$.sources[0].source").value("built-in"))
        .andExpect(jsonPath("$.sources[0].state").value("PARTLY_MODELLED"))
        .andExpect(jsonPath("$.sources[?(@.layer == 'nodes')].state").value("PARTLY_ASSUMED"))
        .andExpect(jsonPath("$.sources[?(@.name == 'north.csv')].sum").value(closeToArea()))
        .andExpect(
            jsonPath("$.sources[?(@.name == 'north.csv')].modelScore.alikeRatio").isNotEmpty())
        .andExpect(jsonPath(mine + ".modelScore.alikeRatio").isEmpty())
        .andExpect(jsonPath("$.people").isNumber());
    String africa = http.perform(get("/")).andReturn().getResponse().getContentAsString();
    assertThat(Jsoup.parse(africa).select("[data-testid=imported]").text())
        .contains("On imported data:")
        .contains("Guinea-Bissau (Coverage areas; Settlements)");
    http.perform(get("/api/v1/workspaces/GNB/shapes").param("source", places + "/1"))
        .andExpect(jsonPath("$.of").value(2))
        .andExpect(jsonPath("$.points[0][0]").value(-15.2));
    http.perform(get("/api/v1/workspaces/GNB/shapes").param("source", places + "/2"))
        .andExpect(status().isNotFound());
    http.perform(get("/api/v1/workspaces/BEN/shapes").param("source", places + "/1"))
        .andExpect(status().isNotFound());
    http.perform(get("/data/GNB?lang=fr"))
        .andExpect(content().string(containsString("DSM_COG_30_N11_00_W016_00_DEM.tif\"")));
    http.perform(get("/data/GNB?lang=en"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("villages.csv")))
        .andExpect(content().string(containsString("1,200 people")))
        .andExpect(content().string(containsString("model says the same of ")))
        .andExpect(
            content()
                .string(
                    matchesPattern(
                        "(?s).*published, 0 assumed; plans on built-in data assume \\d.*")));
    http.perform(get("/data/XYZ")).andExpect(status().isNotFound());
  }

  /** The row of an import that was undone shows its last version, and so does the map. */
  @Test
  void boundariesAreDrawnAfterTheirImportWasUndone() throws Exception {
    String units =
        add(
            "boundaries",
            "undone.csv",
            "id,name,wkt\nU1,West,"
                + "\"POLYGON ((-15.3 12, -15.1 12, -15.1 12.2, -15.3 12.2, -15.3 12))\"\n");
    http.perform(post("/api/v1/datasets/" + units + "/undo")).andExpect(status().isOk());
    String mine = "$.sources[?(@.datasetId == '" + units + "')]";
    http.perform(get("/api/v1/workspaces/GNB"))
        .andExpect(jsonPath(mine + ".source").value(units + "/0"))
        .andExpect(jsonPath(mine + ".state").value("UNDONE"));
    http.perform(
            get("/api/v1/workspaces/GNB/shapes")
                .param("layer", "boundaries")
                .param("source", units + "/0"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.of").value(1))
        .andExpect(jsonPath("$.rings[0][0]").value(-15.3));
  }

  /** A column of coverage is told where sources of coverage are, and areas alone go before it. */
  @Test
  void aColumnOfCoverageIsToldAmongTheSourcesOfCoverage() throws Exception {
    String places =
        add(
            "settlements",
            "column.csv",
            "id,name,lon,lat,population,coverageRatio\na,A,-15.2,12.1,1200,0.4\nb,B,-14.2,12.1,300,1\nc,C,-14.3,12.1,5,\n");
    String areas =
        add(
            "coverage",
            "held.csv",
            "generation,wkt\n4G,\"POLYGON ((-15.3 12, -15.1 12, -15.1 12.2, -15.3 12.2, -15.3 12))\"\n");
    String feed = "{\"country\":\"GNB\",\"layer\":\"%s\",\"source\":\"%s/1\",\"use\":\"%s\"}";
    String mine = feed.formatted("SETTLEMENTS", places, "ALONE");
    String[] uses = {"REPLACE", "ALONE"};
    int[] told = {2, 1};
    int[] covered = {780, 1500};
    String[] words = {
      "2 places with 1,500 people take who has 4G from the coverage column of column.csv v1",
      "1 place with 300 people that no area"
    };
    for (int k = 0; k < 2; k++) {
      http.perform(
              post("/api/v1/workspaces/GNB/choice?lang=en")
                  .contentType("application/json")
                  .content(
                      "{\"feeds\":["
                          + mine
                          + ","
                          + feed.formatted("COVERAGE", areas, uses[k])
                          + "]}"))
          .andExpect(jsonPath("$.columns[0].name").value("column.csv"))
          .andExpect(jsonPath("$.columns[0].places").value(told[k]))
          .andExpect(jsonPath("$.layers[?(@.layer == 'COVERAGE')].total").value(covered[k]))
          .andExpect(jsonPath("$.sentences", hasItem(containsString(words[k]))));
    }
    http.perform(post("/api/v1/datasets/{id}/undo", places));
    http.perform(post("/api/v1/datasets/{id}/undo", areas));
  }

  @Test
  void aChoiceIsTriedThenKept() throws Exception {
    String places =
        add("settlements", "survey.csv", "id,name,lon,lat,population\na,A,-15.2,12.1,1200\n");
    String people = "$.layers[?(@.layer == 'SETTLEMENTS')]";
    http.perform(get("/api/v1/workspaces/GNB/choice?lang=en"))
        .andExpect(jsonPath("$.saved").value(false))
        .andExpect(jsonPath("$.plain").value(false))
        .andExpect(jsonPath(people + ".sources[0].use").value("REPLACE"))
        .andExpect(jsonPath("$.people", greaterThan(1e6), Double.class))
        .andExpect(jsonPath("$.sentences[0]").value(containsString("survey.csv v")));
    String alone =
        "{\"feeds\":[{\"country\":\"GNB\",\"layer\":\"SETTLEMENTS\",\"source\":\"%s\",\"use\":\"ALONE\"}]}";
    http.perform(
            post("/api/v1/workspaces/GNB/choice")
                .contentType("application/json")
                .content(alone.formatted(places + "/1")))
        .andExpect(jsonPath("$.places").value(1))
        .andExpect(jsonPath(people + ".total").value(1200))
        .andExpect(jsonPath("$.layers[0].reference", greaterThan(1e6), Double.class));
    String uncovered =
        alone.replace(
            "}]",
            "},{\"country\":\"GNB\",\"layer\":\"COVERAGE\",\"source\":\"none\",\"use\":\"ALONE\"}]");
    http.perform(
            post("/api/v1/workspaces/GNB/choice?lang=en")
                .contentType("application/json")
                .content(uncovered.formatted(places + "/1")))
        .andExpect(jsonPath("$.unknownPlaces").value(1))
        .andExpect(jsonPath("$.unknownPeople").value(1200))
        .andExpect(
            jsonPath("$.sentences", hasItem(containsString("4G today is not known for 1 place"))));
    http.perform(
            put("/api/v1/workspaces/GNB/choice")
                .contentType("application/json")
                .content(alone.formatted(places + "/7")))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.code").value("feeds.unknown"));
    http.perform(
            put("/api/v1/workspaces/GNB/choice")
                .contentType("application/json")
                .content(alone.formatted(places + "/1")))
        .andExpect(status().isOk());
    http.perform(get("/api/v1/workspaces/GNB/choice"))
        .andExpect(jsonPath("$.saved").value(true))
        .andExpect(jsonPath("$.people").value(1200));
    http.perform(post("/api/v1/datasets/{id}/undo", places));
  }

  /** What Kiungo carries may be planned in parts; these and the places are the same people. */
  @Test
  void builtInPlacesMayHaveAnInside() throws Exception {
    String people = "$.layers[?(@.layer == 'SETTLEMENTS')]";
    http.perform(get("/api/v1/workspaces/GMB/choice"))
        .andExpect(jsonPath(people + ".sources[*].source", contains("built-in", Feed.INSIDE)))
        .andExpect(jsonPath(people + ".sources[*].use", contains("ALONE", null)))
        .andExpect(jsonPath("$.plain").value(true));
    int parts = Reference.builtIn().people().countInside("GMB");
    String inside =
        "{\"feeds\":[{\"country\":\"GMB\",\"layer\":\"SETTLEMENTS\",\"source\":\"built-in-inside\",\"use\":\"ALONE\"}%s]}";
    http.perform(
            post("/api/v1/workspaces/GMB/choice?lang=en")
                .contentType("application/json")
                .content(inside.formatted("")))
        .andExpect(jsonPath("$.places").value(parts))
        .andExpect(jsonPath("$.plain").value(false))
        .andExpect(jsonPath(people + ".sources[0].rows").value(parts))
        .andExpect(jsonPath(people + ".sources[*].source", contains(Feed.INSIDE, "built-in")))
        .andExpect(jsonPath("$.sentences", hasItem(containsString("modelled parts"))));
    String twice =
        ",{\"country\":\"GMB\",\"layer\":\"SETTLEMENTS\",\"source\":\"built-in\",\"use\":\"FILL\"}";
    http.perform(
            put("/api/v1/workspaces/GMB/choice")
                .contentType("application/json")
                .content(inside.replace("ALONE", "REPLACE").formatted(twice)))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.code").value("feeds.inside"));
  }

  /** Each layer says what fed it. */
  @Test
  void aPlanUsesWhatIsCarriedLayerByLayer() {
    Scenario alone =
        ScenarioBuilder.builder()
            .countries(List.of("GNB"))
            .feeds(List.of(new Feed("GNB", Layer.SETTLEMENTS, "d/1", Feed.Use.ALONE)))
            .build();
    assertThat(carried(alone, List.of()))
        .doesNotContain(Layer.SETTLEMENTS)
        .contains(Layer.COVERAGE, Layer.NODES, Layer.FIBRE_LINES);
    Scenario plain = ScenarioBuilder.builder().countries(List.of("GNB")).build();
    assertThat(carried(plain, List.of())).contains(Layer.values());
    Scenario inside =
        ScenarioBuilder.builder()
            .countries(List.of("GNB"))
            .feeds(List.of(new Feed("GNB", Layer.SETTLEMENTS, Feed.INSIDE, Feed.Use.ALONE)))
            .build();
    assertThat(carried(inside, List.of())).contains(Layer.SETTLEMENTS, Layer.COVERAGE);
    InputFile file = new InputFile("settlements", "messy.csv", "0", "");
    assertThat(carried(plain, List.of(file))).doesNotContain(Layer.SETTLEMENTS, Layer.COVERAGE);
    assertThat(FeedWords.places(plain, List.of(file), Words.in("en"))).isEqualTo("messy.csv");
    assertThat(FeedWords.places(plain, List.of(), Words.in("en"))).isEmpty();
  }

  private static List<Layer> carried(Scenario scenario, List<InputFile> inputs) {
    return Arrays.stream(Layer.values())
        .filter(each -> Workspaces.isCarried(each, "GNB", scenario, inputs))
        .toList();
  }

  /** Whoever brings the places of a whole country has not said that nobody has service. */
  @Test
  void whoIsCoveredIsModelledWherePlacesOfAWholeCountryDoNotTell(@TempDir Path folder)
      throws Exception {
    List<Settlement> known = ProblemAssembly.builtInSettlements("COM");
    StringBuilder rows = new StringBuilder("id,name,lon,lat,population\n");
    for (int k = 0; k < known.size(); k++) {
      LonLat at = known.get(k).location();
      rows.append("p%d,P%d,%s,%s,".formatted(k, k, at.lon(), at.lat()))
          .append(known.get(k).population())
          .append('\n');
    }
    String places = rows.toString();
    add("settlements", "COM", "all.csv", places);
    http.perform(get("/api/v1/workspaces/COM/choice"))
        .andExpect(jsonPath("$.layers[?(@.layer == 'SETTLEMENTS')].sources[0].use").value("ALONE"))
        .andExpect(
            jsonPath("$.layers[?(@.layer == 'COVERAGE')].sources[0].source").value("built-in"))
        .andExpect(jsonPath("$.layers[?(@.layer == 'COVERAGE')].sources[0].use").value("ALONE"));
    List<Number> told =
        JsonPath.read(
            http.perform(get("/api/v1/today")).andReturn().getResponse().getContentAsString(),
            "$[?(@.iso3 == 'COM')].people.outside");
    double without = told.get(0).doubleValue();
    assertThat(without).isBetween(100_000.0, 160_000.0);
    // the command line counts the same people of the same file
    String file = Files.writeString(folder.resolve("all.csv"), places).toString();
    assertThat(planned(folder.resolve("told"), file)).isCloseTo(without, within(1e-6));
    assertThat(planned(folder.resolve("none"), file, "--use", "coverage=none:alone")).isNaN();
  }

  /** People without 4G in a plan of the Comoros on a file; NaN where nobody is known to. */
  private static double planned(Path out, String file, String... more) throws IOException {
    List<String> args = new ArrayList<>(List.of("plan", "--country", "COM", "--lang", "en"));
    args.addAll(List.of("--settlements", file, "--steps", "5", "--budget", "1M"));
    args.addAll(List.of("--out", out.toString()));
    args.addAll(List.of(more));
    CommandRun run = CommandRun.of(args.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    boolean modelled = more.length == 0;
    assertThat(run.out().contains("places: modelled by the built-in masts")).isEqualTo(modelled);
    PeopleToday people = PeopleToday.ofSettlements(PlanFolder.read(out).problem().settlements());
    return people.getPeople() > 0 ? people.outside() : Double.NaN;
  }

  /** Two files that tell of the same people are not twice as many people. */
  @Test
  void peopleThatTwoFilesTellOfCountOnce() throws Exception {
    String places = "id,name,lon,lat,population\na,A,6.73,0.33,130000\nb,B,6.6,0.2,95000\n";
    add("settlements", "STP", "first.csv", places);
    add("settlements", "STP", "again.csv", places.replace("130000", "131000"));
    String uses = "$.layers[?(@.layer == 'SETTLEMENTS')].sources[*].use";
    http.perform(get("/api/v1/workspaces/STP/choice"))
        .andExpect(jsonPath(uses).value(contains("REPLACE", "FILL", null, null)));
  }

  @Test
  void aCableThatTwoDrawingsShowCountsOnce() throws Exception {
    String line = "wkt,status\n\"LINESTRING (%s -11.7, %s -11.5)\",%s\n";
    String first = add("fibre", "COM", "first.csv", line.formatted("43.25", "43.25", "active"));
    String second = add("fibre", "COM", "second.csv", line.formatted("43.251", "43.251", "active"));
    String third = add("fibre", "COM", "third.csv", line.formatted("43.252", "43.252", "planned"));
    String layer = "$.layers[?(@.layer == 'FIBRE_LINES')]";
    http.perform(get("/api/v1/workspaces/COM/choice"))
        .andExpect(jsonPath(layer + ".sources[0].use").value("REPLACE"))
        .andExpect(jsonPath(layer + ".sources[1].use").value("FILL"))
        .andExpect(jsonPath(layer + ".total").value(hasItem(closeTo(22.1, 0.1))));
    http.perform(post("/api/v1/datasets/{id}/undo", first));
    http.perform(post("/api/v1/datasets/{id}/undo", second));
    http.perform(get("/api/v1/workspaces/COM/choice?lang=en"))
        .andExpect(jsonPath(layer + ".total").value(0))
        .andExpect(
            jsonPath("$.sentences[*]")
                .value(hasItem(containsString("22 km are planned, under construction"))));
    http.perform(post("/api/v1/datasets/{id}/undo", third));
  }

  /** Planned masts, and those of which nobody says whether they work, are listed, not built on. */
  @Test
  void mastsThatDoNotWorkStayInTheListAndFeedNoPlan() throws Exception {
    String masts =
        "id,lon,lat,status\na,-12.5,8.4,active\nb,-12,8.4,\nc,-11.5,8.5,planned\nd,-11.2,8.6,live\n";
    String list = add("towers", "SLE", "masts.csv", masts);
    String layer = "$.layers[?(@.layer == 'TOWERS')]";
    http.perform(get("/api/v1/workspaces/SLE/choice"))
        .andExpect(jsonPath(layer + ".sources[?(@.source == '" + list + "/1')].rows").value(4))
        .andExpect(jsonPath(layer + ".total").value(2));
    http.perform(get("/api/v1/workspaces/SLE/shapes").param("source", list + "/1"))
        .andExpect(jsonPath("$.of").value(4));
    http.perform(post("/api/v1/datasets/{id}/undo", list));
  }

  @Test
  void placesOfADistrictAddUpToACensusThatIsChosen() throws Exception {
    String census = add("census", "census.csv", "name,population\nOio,2000000\n");
    String layer = "$.layers[?(@.layer == 'CENSUS')]";
    http.perform(get("/api/v1/workspaces/GNB/choice"))
        .andExpect(jsonPath("$.people", lessThan(3e6), Double.class))
        .andExpect(jsonPath(layer + ".total").value(0));
    String chosen =
        "{\"feeds\":[{\"country\":\"GNB\",\"layer\":\"CENSUS\",\"source\":\"%s/1\",\"use\":\"ALONE\"}]}";
    http.perform(
            post("/api/v1/workspaces/GNB/choice?lang=en")
                .contentType("application/json")
                .content(chosen.formatted(census)))
        .andExpect(jsonPath(layer + ".total").value(2_000_000))
        .andExpect(jsonPath("$.people", greaterThan(3e6), Double.class))
        .andExpect(jsonPath("$.sentences[*]").value(hasItem(containsString("census.csv v1"))));
    http.perform(post("/api/v1/datasets/{id}/undo", census));
  }

  /** What is published stands beside what plans assume; what nobody looked for says so. */
  @Test
  void mastsAndWomenOnlineStandOnThePageOfTheData() throws Exception {
    http.perform(get("/data/RWA?lang=en"))
        .andExpect(content().string(containsString("1,760 in the country")))
        .andExpect(content().string(containsString("TechCabal on Internet penetration, 2025")))
        .andExpect(content().string(matchesPattern("(?s).*Plans assume [1-9]\\d* standing.*")))
        .andExpect(content().string(containsString("we have not looked")));
    http.perform(get("/data/KEN?lang=fr"))
        .andExpect(content().string(containsString("47,0 % des femmes, 47,6 % des hommes")))
        .andExpect(content().string(containsString("Les 47 régions")))
        .andExpect(content().string(containsString("Mombasa")));
  }

  @Test
  void namesOfAQueryThatAreUnknownOrTwiceAreRefused() throws Exception {
    http.perform(get("/api/v1/workspaces/GNB/shapes?layr=roads"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.detail").value(containsString("layr")));
    http.perform(get("/api/v1/workspaces/GNB/shapes?layer=roads&layer=nodes"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.detail").value(containsString("layer")));
  }

  /** 0.2° by 0.2° at 12.1° north: 21.8 km by 22.1 km. */
  private static org.hamcrest.Matcher<Iterable<? super Double>> closeToArea() {
    return hasItem(closeTo(481.6, 2));
  }
}
