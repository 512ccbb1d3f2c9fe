package org.kiungo.web.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.Planner;
import org.kiungo.planner.explain.PublicMoneyRange;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Terrain;
import org.kiungo.planner.model.Today;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.placement.ServicePlacer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pages and figures of a plan over modelled coverage. */
@ApiTest
class PlanTodayTest {

  @Autowired private MockMvc http;
  @Autowired private Plans plans;
  @Autowired private JsonMapper json;

  private static PlanFolder plan(Today today) {
    return plan(today, List.of());
  }

  private static PlanFolder plan(Today today, List<CountryEconomics> terms) {
    Scenario scenario =
        ScenarioFile.read(TinyWorld.scenario("2e6", 50).getBytes(StandardCharsets.UTF_8))
            .with()
            .name("Tiny " + today)
            .today(today)
            .build();
    PlanningProblem plain = TinyWorld.problem(scenario);
    PlanningProblem covered =
        plain
            .withSettlements(plain.settlements().stream().map(PlanTodayTest::halfCovered).toList())
            .withEconomics(terms);
    return Planner.folder(covered, Planner.plan(covered, scenario, Progress.NONE, () -> false));
  }

  private static Settlement halfCovered(Settlement at) {
    return at.with()
        .baselineCoverageRatio(0.5)
        .baselineLowRatio(0.25)
        .baselineHighRatio(0.75)
        .baselineModelled(true)
        .build();
  }

  private String text(String language, String address, Object... variables) throws Exception {
    return http.perform(get(address, variables).header("Accept-Language", language))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8)
        .replace('\u00a0', ' ')
        .replace('\u202f', ' ');
  }

  @Test
  void pagesTellTodayWithItsRangeAndWhoGains() throws Exception {
    String id = plans.add(plan(Today.DEFAULT), "run", null);
    for (String address : new String[] {"/countries/LSO?plan=" + id, "/plans/" + id + "/brief"}) {
      assertThat(text("en", address))
          .contains("from 16.5 k today (8,250–24.8 k, modelled)", "By today’s class")
          .contains("service to the standard; a signal is not 10 Mbps");
      assertThat(text("fr", address)).contains("modélisé)", "Selon la classe actuelle");
    }
    JsonNode detail = json.readTree(text("en", "/api/v1/plans/{id}", id));
    JsonNode totals = detail.get("totals");
    assertThat(totals.get("today").get("peopleGainedUnsure").asDouble())
        .isCloseTo(
            totals.get("peopleServed").asDouble() + totals.get("peopleBasic").asDouble(),
            within(1e-6));
    JsonNode row =
        json.readTree(text("en", "/api/v1/plans/{id}/settlements?limit=1&sort=-population", id))
            .get("items")
            .get(0);
    assertThat(row.get("peopleUnserved").asDouble())
        .isCloseTo(row.get("population").asDouble() / 2, within(1e-6));
    double baseline = 0;
    for (JsonNode district : detail.get("byDistrict")) {
      baseline += district.get("peopleBaseline").asDouble();
    }
    assertThat(baseline).isCloseTo(TinyWorld.POPULATION / 2, within(1e-6));
  }

  /** Who leaves out what is known of today is not told that nobody knows. */
  @Test
  void whatIsLeftOutByChoiceIsNotUnknown() throws Exception {
    Today nothing = new Today(Today.Coverage.MODELLED, Today.CountsAs.NOTHING);
    String id = plans.add(plan(nothing), "run", null);
    String explore = text("en", "/plans/" + id + "/explore");
    assertThat(explore)
        .contains("today left out", "today: left out by choice")
        .doesNotContain("today not known", "today: not known");
    assertThat(text("en", "/plans/" + id + "/brief"))
        .contains("today: left out by choice", "is left out, as the scenario asks")
        .doesNotContain("today: not known", "served today is not known");
    assertThat(text("fr", "/plans/" + id + "/explore"))
        .contains("aujourd’hui laissé de côté")
        .doesNotContain("aujourd’hui inconnu");
    JsonNode works = json.readTree(text("en", "/api/v1/plans/{id}", id)).get("works");
    assertThat(explore)
        .contains(
            works.get("sites").asInt() + " sites with ",
            ", and " + works.get("linksToNetwork").asInt() + " links to the network.");
  }

  @Test
  void everyMapKeyTellsWhoHasBasicServiceToday() throws Exception {
    String basic =
        plans.add(plan(new Today(Today.Coverage.MODELLED, Today.CountsAs.BASIC)), "run", null);
    String other = plans.add(plan(Today.DEFAULT), "run", null);
    String told = "Basic service today, drawn as served today";
    assertThat(text("en", "/plans/" + basic + "/explore")).contains(told);
    String compared = "/compare?country=LSO&a=" + other + "&b=";
    assertThat(text("en", compared + basic)).contains(told);
    assertThat(text("en", compared + other)).doesNotContain(told);
  }

  @Test
  void aPlanForTheSureGainSaysSo() throws Exception {
    Today sure = new Today(null, null, null, null, Today.UnsureCoverage.COVERED);
    String id = plans.add(plan(sure), "run", null);
    String other = plans.add(plan(Today.DEFAULT), "run", null);
    String told = "Whoever may have 4G already counts as covered";
    for (String page : List.of("/plans/%s/explore", "/plans/%s/brief")) {
      assertThat(text("en", page.formatted(id))).contains(told);
      assertThat(text("en", page.formatted(other))).doesNotContain(told);
    }
    assertThat(text("fr", "/plans/" + id + "/brief"))
        .contains("Qui a peut-être déjà la 4G compte comme couvert");
    assertThat(text("en", "/scenario?country=LSO&plan=" + id))
        .containsPattern("value=\"COVERED\" selected");
  }

  @Test
  void servicesOverAPlanTakeTodayAsThePlanDoes() {
    for (Today.Coverage each : Today.Coverage.values()) {
      Today today = new Today(each, Today.CountsAs.STANDARD);
      PlanningProblem network = ServicePlacer.over(plan(today)).problem();
      double served =
          network.settlements().stream()
              .filter(at -> at.population() > 0)
              .mapToDouble(at -> at.population() - at.unservedPopulation())
              .sum();
      // coverage of these places is modelled
      double expected = each == Today.Coverage.MODELLED ? TinyWorld.POPULATION / 2 : 0;
      assertThat(served).as("%s", each).isCloseTo(expected, within(1e-6));
    }
  }

  @Test
  void pagesTellPublicMoneyAsARange() throws Exception {
    Figure monthly = new Figure(0.1, 0.05, 0.4, 2024, "test", true);
    Map<EconomicTerm, Figure> terms = new EnumMap<>(EconomicTerm.class);
    for (EconomicTerm each :
        List.of(EconomicTerm.ARPU_LOW, EconomicTerm.ARPU_MIDDLE, EconomicTerm.ARPU_HIGH)) {
      terms.put(each, monthly);
    }
    PlanFolder folder = plan(Today.DEFAULT, List.of(new CountryEconomics("LSO", terms)));
    String id = plans.add(folder, "run", null);
    PublicMoneyRange range = MoneyEvidence.of(folder).range();
    assertThat(range.lowUsd()).isLessThan(range.highUsd());
    assertThat(text("en", "/countries/LSO?plan=" + id))
        .contains(
            "data-testid=\"public-range\"",
            "every price and market term at its kinder or its harsher end");
  }

  @Test
  void whatIsLeftOutIsSaidToBe() throws Exception {
    String id =
        plans.add(plan(new Today(Today.Coverage.NOT_KNOWN, Today.CountsAs.STANDARD)), "run", null);
    for (String address : new String[] {"/countries/LSO?plan=" + id, "/plans/" + id + "/brief"}) {
      assertThat(text("en", address)).contains("coverage is left out, as the scenario asks");
    }
    JsonNode detail = json.readTree(text("en", "/api/v1/plans/{id}", id));
    assertThat(detail.get("totals").get("peopleBaseline").asDouble()).isZero();
    assertThat(detail.get("byDistrict").get(0).get("peopleBaseline").asDouble()).isZero();
    assertThat(detail.get("scenario").get("today").get("coverage").asString())
        .isEqualTo("NOT_KNOWN");
  }

  /** Pages that show what a plan gains beside today. */
  private static List<String> pagesOf(String id, String programme) {
    return List.of(
        "/countries/LSO?plan=" + id,
        "/plans/" + id + "/explore",
        "/plans/" + programme + "/programme",
        "/compare?country=LSO&a=" + id + "&b=" + programme,
        "/plans/" + id + "/brief");
  }

  /**
   * A plan has the today of its own data: wherever it stands beside newer ones, both are told, and
   * what is told goes by what the plan was made from, not by when.
   */
  @Test
  void noPageMixesTwoTodaysInSilence() throws Exception {
    undoWhatOthersImported();
    String id = plans.add(plan(Today.DEFAULT), "run", null);
    String programme = plans.add(TinyWorld.programme("Tiny in phases"), "run", null);
    String link =
        json.readTree(
                posted("/api/v1/plans/" + id + "/shares", "{\"label\": \"Bank\", \"days\": 30}"))
            .get("href")
            .asString();
    assertThat(text("en", "/countries/LSO")).doesNotContain("other-today", "on-other-data");
    for (String page : pagesOf(id, programme)) {
      assertThat(text("en", page)).as(page).doesNotContain("other-today");
    }
    assertThat(text("en", link)).doesNotContain("other-today");

    String dataset = importCoverage();
    String made = null;
    try {
      for (String page : pagesOf(id, programme)) {
        assertThat(text("en", page))
            .as(page)
            .contains("This plan was made without the import “here.csv” (Coverage areas) of ")
            .contains("feeds=%5B%5D", "Plan again on the newest data");
        assertThat(text("fr", page))
            .as(page)
            .contains("Ce plan a été fait sans l’import « here.csv »");
      }
      String africa = text("en", "/");
      assertThat(africa).contains("other data than the newest (Lesotho)");
      assertThat(figure(africa, "before"))
          .isCloseTo(
              figure(africa, "kpi-served")
                  + figure(africa, "kpi-basic")
                  + figure(africa, "kpi-left"),
              within(1e-3));
      assertThat(text("en", "/plans/" + id + "/brief"))
          .containsPattern(
              ": 16,500 people without 4G in its data, \\d[,.\\d]* people without 4G by the newest\\.");
      assertThat(text("en", link))
          .contains("The newest data on this country are others than this plan was made on: 16,500")
          .doesNotContain("here.csv");
      JsonNode told = json.readTree(text("en", "/api/v1/plans/{id}/today", id));
      assertThat(told.get("onNewestData").asBoolean()).isFalse();
      assertThat(told.get("own").get("outside").asDouble()).isCloseTo(16_500, within(1e-6));
      assertThat(told.get("newest").get("outside").asDouble()).isGreaterThan(100_000);
      assertThat(told.get("added").get(0).get("input").get("version").asString())
          .isEqualTo(dataset + "/1");

      // a plan on what was imported stands for its country before all others
      made = plans.add(planOn(dataset), "run", null);
      assertThat(text("en", "/countries/LSO?plan=" + made)).doesNotContain("\"other-today\"");
      JsonNode country = null;
      for (JsonNode each : json.readTree(text("en", "/api/v1/countries"))) {
        country = each.get("iso3").asString().equals("LSO") ? each : country;
      }
      assertThat(country.get("planId").asString()).isEqualTo(made);
      assertThat(country.get("planOnOtherData").asBoolean()).isFalse();
    } finally {
      http.perform(post("/api/v1/datasets/{id}/undo", dataset)).andExpect(status().isOk());
    }
    for (String page : pagesOf(id, programme)) {
      assertThat(text("en", page)).as(page).doesNotContain("other-today");
    }
    assertThat(text("en", "/countries/LSO?plan=" + made))
        .contains("which the newest data no longer hold: 16,500 people without 4G in its data");
    assertThat(
            json.readTree(text("en", "/api/v1/plans/{id}/today", id))
                .get("onNewestData")
                .asBoolean())
        .isTrue();
  }

  private static double figure(String page, String name) {
    Matcher found =
        Pattern.compile("data-testid=\"" + name + "\"[^>]*data-value=\"([^\"]*)\"").matcher(page);
    assertThat(found.find()).as(name).isTrue();
    return Double.parseDouble(found.group(1));
  }

  /** Other tests of the same server leave their imports of the country behind. */
  private void undoWhatOthersImported() throws Exception {
    for (JsonNode each : json.readTree(text("en", "/api/v1/datasets"))) {
      boolean here = each.get("country").asString().equals("LSO");
      for (int k = here ? each.get("currentVersion").asInt() : 0; k > 0; k--) {
        http.perform(post("/api/v1/datasets/{id}/undo", each.get("id").asString()))
            .andExpect(status().isOk());
      }
    }
  }

  private String importCoverage() throws Exception {
    String text =
        "generation,wkt\n4G,\"POLYGON ((27.4 -29.4, 27.6 -29.4, 27.6 -29.2, 27.4 -29.2, 27.4 -29.4))\"\n";
    String answer =
        http.perform(
                multipart("/api/v1/datasets")
                    .file(
                        new MockMultipartFile(
                            "file", "here.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)))
                    .param("layer", "coverage")
                    .param("country", "LSO")
                    .param("name", "here.csv")
                    .param("source", "Ministry")
                    .param("licence", "CC0"))
            .andExpect(status().isCreated())
            .andReturn()
            .getResponse()
            .getContentAsString();
    return json.readTree(answer).get("dataset").get("id").asString();
  }

  /** On the first version of a dataset. */
  private PlanFolder planOn(String dataset) throws Exception {
    InputFile input =
        json.readTree(text("en", "/api/v1/plans/{id}/today", plans.list("LSO").get(0).id()))
            .get("added")
            .valueStream()
            .map(each -> json.treeToValue(each.get("input"), InputFile.class))
            .filter(each -> each.version().equals(dataset + "/1"))
            .findFirst()
            .orElseThrow();
    PlanFolder other = plan(Today.DEFAULT);
    PlanningProblem problem = other.problem().withTerrain(Terrain.UNKNOWN, input);
    Scenario scenario = other.scenario().withName("On the import");
    return Planner.folder(problem, Planner.plan(problem, scenario, Progress.NONE, () -> false));
  }

  private String posted(String address, String body) throws Exception {
    return http.perform(post(address).contentType(MediaType.APPLICATION_JSON).content(body))
        .andExpect(status().is2xxSuccessful())
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }
}
