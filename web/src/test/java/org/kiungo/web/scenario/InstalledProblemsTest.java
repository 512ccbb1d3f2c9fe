package org.kiungo.web.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Feed;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.FolderVerifier;
import org.kiungo.planner.verify.check.Open;
import org.kiungo.web.ApiTest;
import org.kiungo.web.cli.option.GivenInputs;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.dataset.LayersReadAgain;
import org.kiungo.web.forgery.Forger;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.NewPlan;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is imported is planned on, of one country or of several at once. */
@ApiTest
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS) // what other tests imported counts here
class InstalledProblemsTest {

  @Autowired private MockMvc http;
  @Autowired private Datasets datasets;
  @Autowired private Plans plans;

  private void add(String layer, String country, String text) throws Exception {
    add(layer, country, text, "");
  }

  private String add(String layer, String country, String text, String answers) throws Exception {
    String stored =
        http.perform(
                multipart("/api/v1/datasets")
                    .file(
                        new MockMultipartFile(
                            "file", "f.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)))
                    .param("layer", layer)
                    .param("country", country)
                    .param("answers", answers)
                    .param("source", "test")
                    .param("licence", "CC0"))
            .andExpect(
                answer ->
                    assertThat(answer.getResponse().getStatus())
                        .as(answer.getResponse().getContentAsString())
                        .isEqualTo(201))
            .andReturn()
            .getResponse()
            .getContentAsString();
    return com.jayway.jsonpath.JsonPath.read(stored, "$.dataset.id");
  }

  private PlanningProblem problem(String countries) {
    String scenario = "{\"countries\":[" + countries + "]}";
    return new InstalledProblems(CatalogueReader.builtIn(), datasets)
        .problem(ScenarioFile.read(scenario.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void coverageSetsTodayAndCountriesPlanTogetherOnWhatIsImported() throws Exception {
    // with corners beyond the border and the towns of the west, the layer is about all of the
    // country
    String wkt =
        "\"MULTIPOLYGON (((31 -27, 31.5 -27, 31.5 -26, 31 -26, 31 -27)),"
            + "((30.7 -25.6, 30.71 -25.6, 30.71 -25.61, 30.7 -25.6)),"
            + "((32.2 -27.4, 32.21 -27.4, 32.21 -27.41, 32.2 -27.4)))\"";
    add("coverage", "SWZ", "operator,generation,wkt\nMTN,4G," + wkt + "\n");
    add("settlements", "LSO", "id,name,lon,lat,population\nSWZ_1,Maseru,27.48,-29.31,2330760\n");
    List<Settlement> swazi = problem("\"SWZ\"").settlements();
    assertThat(swazi).hasSizeGreaterThan(100);
    assertThat(swazi)
        .noneMatch(each -> Double.isNaN(each.baselineCoverageRatio()))
        .noneMatch(Settlement::baselineModelled)
        .anyMatch(each -> each.baselineCoverageRatio() == 1)
        .anyMatch(each -> each.baselineCoverageRatio() == 0);

    http.perform(get("/api/v1/today"))
        .andExpect(jsonPath("$[?(@.iso3 == 'SWZ')].imported[0].role").value("coverage"))
        .andExpect(jsonPath("$[?(@.iso3 == 'BEN')].imported[0]").isEmpty())
        .andExpect(jsonPath("$[?(@.iso3 == 'SWZ')].coverageModelled").value(false))
        .andExpect(jsonPath("$[?(@.iso3 == 'LSO')].people.unknown").value(0))
        .andExpect(jsonPath("$[?(@.iso3 == 'LSO')].people.covered").value(2330760))
        .andExpect(jsonPath("$[?(@.iso3 == 'LSO')].coverageModelled").value(true));
    http.perform(get("/countries/SWZ?lang=en"))
        .andExpect(content().string(containsString(" f.csv. The published share is not used")));
    http.perform(get("/countries/LSO?lang=en"))
        .andExpect(content().string(containsString("As imported. People in places")))
        .andExpect(content().string(not(containsString("built-in places that no import names"))));
    http.perform(get("/countries/SWZ?lang=en"))
        .andExpect(content().string(containsString("Their places are built in")));
    http.perform(get("/?lang=en")).andExpect(status().isOk());

    PlanningProblem three = problem("\"BEN\",\"LSO\",\"SWZ\"");
    assertThat(three.settlements())
        .filteredOn(each -> each.country().equals("LSO"))
        .extracting(Settlement::name)
        .containsExactly("Maseru");
    assertThat(three.settlements())
        .filteredOn(each -> each.country().equals("SWZ"))
        .isEqualTo(swazi);
    assertThat(three.settlements())
        .filteredOn(each -> each.country().equals("BEN"))
        .isNotEmpty()
        .allMatch(Settlement::baselineModelled);
    assertThat(three.nodes()).extracting(each -> each.country()).contains("BEN", "LSO", "SWZ");
    assertThat(three.inputs())
        .extracting(InputFile::role)
        .contains("coverage", "settlements", "reference");
    assertThat(three.inputs())
        .filteredOn(each -> each.role().equals("coverage"))
        .allMatch(each -> each.version().endsWith("/1"));
  }

  /** Four small areas in its corners leave nobody between them without service. */
  @Test
  void fewAreasOfCoverageAreAPartOfACountryUnlessTheImportSaysOtherwise() throws Exception {
    StringBuilder corners = new StringBuilder("operator,generation,wkt\n");
    for (String place : new String[] {"41.9 11.1", "43.2 11.1", "41.9 12.5", "43.2 12.6"}) {
      String[] at = place.split(" ");
      double lon = Double.parseDouble(at[0]);
      double lat = Double.parseDouble(at[1]);
      corners.append(
          String.format(
              Locale.ROOT,
              "MTN,4G,\"POLYGON ((%1$f %2$f, %3$f %2$f, %3$f %4$f, %1$f %4$f, %1$f %2$f))\"%n",
              lon - 0.03,
              lat - 0.03,
              lon + 0.03,
              lat + 0.03));
    }
    double before = coveredPeople(problem("\"DJI\""));
    assertThat(before).isPositive();
    add("coverage", "DJI", corners.toString());
    assertThat(coveredPeople(problem("\"DJI\""))).isGreaterThan(0.9 * before);
    assertThat(problem("\"DJI\"").settlements()).anyMatch(Settlement::baselineModelled);
    add("coverage", "DJI", corners.toString(), "coverage=right:all of it");
    assertThat(coveredPeople(problem("\"DJI\""))).isLessThan(0.3 * before);
    assertThat(problem("\"DJI\"").settlements()).noneMatch(Settlement::baselineModelled);
  }

  private static double coveredPeople(PlanningProblem problem) {
    return problem.settlements().stream()
        .filter(each -> each.baselineCoverageRatio() > 0)
        .mapToDouble(each -> each.population() * each.baselineCoverageRatio())
        .sum();
  }

  /** Two villages never become a country, unless somebody says so. */
  @Test
  void aPartOfACountryReplacesWhatItLiesOnUnlessItIsChosenAlone() throws Exception {
    double before = people(problem("\"GNB\""));
    add(
        "settlements",
        "GNB",
        "id,name,lon,lat,population\na,A,-15.2,12.1,1200\nb,B,-15.3,12.2,300\n");
    PlanningProblem merged = problem("\"GNB\"");
    assertThat(merged.settlements()).extracting(Settlement::id).contains("a", "b");
    assertThat(people(merged)).isCloseTo(before, withinPercentage(0.2));
    String source =
        datasets.list().stream()
            .filter(each -> each.country().equals("GNB"))
            .map(each -> each.id() + "/1")
            .findFirst()
            .orElseThrow();
    InstalledProblems facts = new InstalledProblems(CatalogueReader.builtIn(), datasets);
    assertThat(facts.told(scenario("GNB", "")).feeds())
        .contains(
            new Feed("GNB", Feed.Layer.SETTLEMENTS, source, Feed.Use.REPLACE),
            new Feed("GNB", Feed.Layer.SETTLEMENTS, Feed.BUILT_IN, Feed.Use.FILL));
    assertThat(facts.told(scenario("BEN", "")).feeds()).as("all of it built in").isEmpty();
    PlanningProblem alone = facts.problem(scenario("GNB", source));
    assertThat(alone.settlements()).extracting(Settlement::id).containsExactly("a", "b");
    assertThat(alone.inputs()).extracting(InputFile::version).contains(source);
    assertThatThrownBy(() -> facts.problem(scenario("GNB", source + "9")))
        .isInstanceOfSatisfying(
            InputRefused.class, refused -> assertThat(refused.code()).isEqualTo("feeds.unknown"));
  }

  @Test
  void hazardsCloseAndPriceTheGroundInside() throws Exception {
    String zones =
        "hazard,effect,costRatio,wkt\nflood,closed,,\"POLYGON ((23 -16, 25 -16, 25 -14, 23 -14, 23 -16))\"\n"
            + "season,,1.5,\"POLYGON ((28 -16, 30 -16, 30 -14, 28 -14, 28 -16))\"\n";
    String id = add("hazard", "ZMB", zones, "");
    List<Settlement> places = problem("\"ZMB\"").settlements();
    long closed = places.stream().filter(Settlement::siteClosed).count();
    long dearer = places.stream().filter(each -> each.siteCostRatio() == 1.5).count();
    assertThat(closed).isPositive();
    assertThat(dearer).isPositive().isLessThan(places.size() - closed);
    http.perform(get("/api/v1/datasets/" + id + "/effect"))
        .andExpect(jsonPath("$.hazard.closed").value(closed))
        .andExpect(jsonPath("$.hazard.dearer").value(dearer));
  }

  @Test
  void powerLinesTellHowFarTheGridIs() throws Exception {
    String lines =
        "id,status,wkt\na,existing,\"LINESTRING (28.0 -13.5, 28.6 -13.5, 28.6 -14.5)\"\n"
            + "b,proposed,\"LINESTRING (28.0 -14.0, 28.6 -14.0)\"\n";
    String id = add("grid", "ZMB", lines, "");
    PlanningProblem zambia = problem("\"ZMB\"");
    assertThat(zambia.inputs()).extracting(InputFile::role).contains("grid");
    Settlement beside =
        zambia.settlements().stream()
            .filter(each -> each.distanceToGridKm() >= 0)
            .min(java.util.Comparator.comparingDouble(Settlement::distanceToGridKm))
            .orElseThrow();
    assertThat(beside.distanceToGridKm()).isLessThan(5);
    assertThat(zambia.settlements())
        .filteredOn(each -> each.location().lon() > 28.8 || each.location().lon() < 27.8)
        .isNotEmpty()
        .allMatch(each -> Double.isNaN(each.distanceToGridKm()));
    assertThat(zambia.settlements())
        .filteredOn(each -> Math.abs(each.location().lat() + 14) < 0.02)
        .filteredOn(each -> each.location().lon() > 28 && each.location().lon() < 28.2)
        .allMatch(each -> each.distanceToGridKm() > 35);
    long known = zambia.settlements().stream().filter(each -> each.distanceToGridKm() >= 0).count();
    http.perform(get("/api/v1/datasets/" + id + "/effect"))
        .andExpect(jsonPath("$.grid.known").value(known))
        .andExpect(jsonPath("$.grid.places").value(zambia.settlements().size()));
  }

  private static double people(PlanningProblem problem) {
    return problem.settlements().stream().mapToDouble(Settlement::population).sum();
  }

  private static Scenario scenario(String iso3, String alone) {
    String feeds =
        alone.isEmpty()
            ? ""
            : ",\"feeds\":[{\"country\":\"%s\",\"layer\":\"SETTLEMENTS\",\"source\":\"%s\",\"use\":\"ALONE\"}]"
                .formatted(iso3, alone);
    String text = "{\"countries\":[\"" + iso3 + "\"]" + feeds + "}";
    return ScenarioFile.read(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whoever has the originals comes to the verdict of the server, and to no better one. */
  @Test
  void aPlanIsProvenOfImportsThatAreReadAgainUnderTheAnswersThatItCarries() throws Exception {
    String places =
        "code;nom;X;Y;Pop 2009;Pop 2022;note\n"
            + "1;Mitsamiouli;43.284;-11.385;900;5200;x\n"
            + "2;Mitsamiouli;43.28401;-11.385;900;4800;same\n"
            + "3;Koimbani;43.366;-11.627;700;6100;y\n"
            + "4;Nulle part;43.4;-11.7;700;-3;z\n";
    add(
        "settlements",
        "COM",
        places,
        """
        [{"question": "twins", "remedy": "sum-all"},
         {"question": "sum", "remedy": "part"},
         {"question": "year", "remedy": "use-column", "text": "Pop 2022"}]""");
    add("towers", "COM", "id,lon,lat,heightM\nt,43.284,-11.386,30\n");
    add("facilities", "COM", "id,name,lon,lat,kind\nh,Hôpital,43.285,-11.385,hospital\n");
    Scenario scenario =
        ScenarioFile.read(
            "{\"countries\":[\"COM\"],\"budgetUsd\":2000000,\"steps\":5}"
                .getBytes(StandardCharsets.UTF_8));
    NewPlan plan =
        plans.write(ScenarioPlanner.on(datasets).plan(scenario, Progress.NONE, () -> false));
    assertThat(plan.folder().problem().settlements())
        .extracting(Settlement::population)
        .contains(10_000.0, 6100.0);
    List<Path> originals =
        plan.folder().problem().inputs().stream()
            .filter(LayersReadAgain::isVersion)
            .map(each -> datasets.originals().path(each.sha256()))
            .toList();
    assertThat(originals).hasSize(3);
    assertThat(plan.verdict().verdict()).isEqualTo("proven");
    assertThat(plan.verdict().given()).contains("settlements (f.csv)");
    assertThat(verified(plan.files(), originals)).isEqualTo(plan.verdict());
    assertThat(verified(plan.files(), originals.subList(1, 3)).verdict()).isEqualTo("checked");

    Forger.json(
            "inputs.json",
            all -> {
              for (JsonNode each : all.get("inputs")) {
                if (each.has("reading")) {
                  ((ObjectNode) each.get("reading")).putArray("answers");
                }
              }
            })
        .in(plan.files());
    Forger.rehash(plan.files());
    PlanVerdict forged = verified(plan.files(), originals);
    assertThat(forged.verdict()).isEqualTo("checked");
    assertThat(forged.open()).extracting(Open::code).contains("origin.read");
    plan.discard();
    for (InputFile each : plan.folder().problem().inputs()) {
      if (LayersReadAgain.isVersion(each)) { // other tests count what is imported
        http.perform(post("/api/v1/datasets/{id}/undo", each.version().split("/")[0]));
      }
    }
  }

  private static PlanVerdict verified(Path plan, List<Path> inputs) throws IOException {
    return PlanVerdict.of(FolderVerifier.verify(plan, GivenInputs.of(inputs, Words.in("en"))));
  }
}
