package org.kiungo.web.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.Planner;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.policy.Levers;
import org.kiungo.planner.policy.MarketTerm;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.policy.lever.ActiveSharing;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class PolicyApiTest {

  @Autowired private MockMvc http;
  @Autowired private Plans plans;
  @Autowired private JsonMapper json;

  private JsonNode read(String address, Object... variables) throws Exception {
    return json.readTree(
        http.perform(get(address, variables))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray());
  }

  private static PlanFolder plan(double budgetUsd, List<MarketTerm> terms, PolicyLever... levers) {
    Scenario scenario =
        TinyWorld.plan(budgetUsd).scenario().withMarketTerms(terms).withLevers(List.of(levers));
    PlanningProblem problem = TinyWorld.problem(scenario);
    PlanResult result = Planner.plan(problem, scenario, Progress.NONE, () -> false);
    return Planner.folder(problem, result);
  }

  private static final List<MarketTerm> TERMS =
      List.of(
          new MarketTerm("LSO", "arpuLowUsdPerMonth", 2),
          new MarketTerm("LSO", "arpuMiddleUsdPerMonth", 4),
          new MarketTerm("LSO", "localCurrencyPerUsd", 17.5, "2026-06-30"));

  @Test
  void everyLeverIsDescribedInTheReadersLanguage() throws Exception {
    JsonNode levers = read("/api/v1/levers");
    assertThat(levers.size()).isEqualTo(Levers.all().size());
    for (JsonNode lever : levers) {
      assertThat(lever.get("name").asString()).isNotEmpty().doesNotStartWith("lever.");
      assertThat(lever.get("settings").get(0).get("unit").asString()).doesNotStartWith("lever.");
    }
    http.perform(get("/api/v1/levers").header("Accept-Language", "fr"))
        .andExpect(content().string(containsString("Partage passif")));
  }

  @Test
  void marketTermsSayWhatIsPublishedAndWhatIsAskedFor() throws Exception {
    JsonNode kenya = read("/api/v1/countries/KEN/market-terms");
    JsonNode lesotho = read("/api/v1/countries/LSO/market-terms");
    assertThat(kenya.get(0).get("known").asBoolean()).isTrue();
    assertThat(kenya.get(0).get("confidence").asString()).isNotEmpty();
    assertThat(kenya.get(0).get("assumed").asBoolean()).isFalse();
    assertThat(lesotho.get(0).get("assumed").asBoolean()).isTrue();
    assertThat(lesotho.get(0).get("low").asDouble())
        .isLessThan(lesotho.get(0).get("high").asDouble());
    assertThat(lesotho.get(0).get("note").asString()).startsWith("range of ");
    JsonNode currency = lesotho.get(lesotho.size() - 1);
    assertThat(currency.get("known").asBoolean()).isFalse();
    assertThat(currency.get("value").isNull()).isTrue();
    for (JsonNode term : kenya) {
      assertThat(term.get("label").asString()).doesNotStartWith("term.");
      assertThat(term.get("unit").asString()).doesNotStartWith("term.");
    }
    http.perform(get("/api/v1/countries/XXX/market-terms")).andExpect(status().isNotFound());
  }

  @Test
  void peopleMayCountMoreByTheLayersThatExist() throws Exception {
    JsonNode layers = read("/api/v1/countries/LSO/equity-layers");
    assertThat(layers.valueStream().map(each -> each.get("layer").asString()))
        .contains("district")
        .doesNotContain("country", "gender");
    assertThat(layers.get(0).get("groups").get(0).get("people").asDouble()).isPositive();
    for (String body :
        List.of(
            "{\"countries\": [\"LSO\"], \"fairness\": [{\"layer\": \"density\","
                + " \"group\": \"rural\", \"weightRatio\": 20}]}",
            "{\"countries\": [\"LSO\"], \"goal\": \"HIGHEST_DISTRICT_FLOOR\", \"fairness\":"
                + " [{\"layer\": \"density\", \"group\": \"rural\", \"weightRatio\": 2}]}")) {
      http.perform(
              post("/api/v1/scenarios/check").contentType(MediaType.APPLICATION_JSON).content(body))
          .andExpect(jsonPath("$.valid").value(false))
          .andExpect(jsonPath("$.problems[0].field").value("fairness"));
    }
  }

  @Test
  void readinessShowsGapsAsGaps() throws Exception {
    JsonNode items = read("/api/v1/countries/BEN/readiness").get("items");
    assertThat(items.get(0).get("value").asString()).contains("ARCEP");
    boolean gap = false;
    for (JsonNode item : items) {
      gap |= item.get("value").asString().isEmpty();
    }
    assertThat(gap).isTrue();
  }

  @Test
  void ofSeveralLawsTheNewestStandsAndTheOthersBesideIt() throws Exception {
    List<JsonNode> laws =
        read("/api/v1/countries/LSO/readiness")
            .get("items")
            .valueStream()
            .filter(each -> each.get("field").asString().equals("law"))
            .toList();
    assertThat(laws).hasSize(1);
    assertThat(laws.get(0).get("asOf").asString()).isEqualTo("2013");
    assertThat(laws.get(0).get("others").valueStream().map(each -> each.get("asOf").asString()))
        .containsExactly("2012", "2011");
    String page =
        http.perform(get("/countries/LSO").param("lang", "fr"))
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(Jsoup.parse(page).select("[data-testid=readiness-others]").text())
        .contains("nomment aussi", "Data Protection Act No. 19")
        .contains("(2012");
  }

  @Test
  void theScenarioSchemaIsPublishedWithItsVersion() throws Exception {
    http.perform(get("/api/v1/schemas/scenario.json"))
        .andExpect(status().isOk())
        .andExpect(header().string("Schema-Version", "3"))
        .andExpect(content().string(containsString("passive-sharing")));
    http.perform(get("/api/v1/schemas/nothing"))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.code").value("schema.unknown"))
        .andExpect(jsonPath("$.detail").value(containsString("There is no schema nothing.")));
  }

  @Test
  void aPlansMoneyIsToldWithWhatIsNotKnown() throws Exception {
    String known = plans.add(plan(2e6, TERMS), "run", null);
    JsonNode finance = read("/api/v1/plans/{id}/finance", known);
    assertThat(finance.get("publicUsd").isNumber()).isTrue();
    assertThat(finance.get("localCurrency").get("LSO").get("source").asString())
        .contains("2026-06-30");
    http.perform(get("/plans/{id}/brief", known))
        .andExpect(content().string(containsString("public-money")));
    String unknown = plans.add(plan(2e6, List.of()), "run", null);
    assertThat(read("/api/v1/plans/{id}/finance", unknown).get("publicUsd").isNull()).isTrue();
    http.perform(get("/countries/LSO").param("plan", unknown))
        .andExpect(content().string(containsString("Revenue per subscriber, low tier")))
        .andExpect(content().string(containsString("data-testid=\"readiness\"")));
  }

  @Test
  void aPlanThatBuildsNothingSaysThatThereIsNothingToDivideBy() throws Exception {
    for (List<MarketTerm> terms : List.of(TERMS, List.<MarketTerm>of())) {
      String nothing = plans.add(plan(0, terms), "run", null);
      for (String address : List.of("/plans/" + nothing + "/brief", "/countries/LSO")) {
        for (String language : List.of("en", "fr")) {
          String page =
              http.perform(get(address).param("plan", nothing).param("lang", language))
                  .andExpect(status().isOk())
                  .andReturn()
                  .getResponse()
                  .getContentAsString();
          Words words = Words.in(language);
          assertThat(page).contains(words.text("money.nothing"));
          assertThat(page).contains(words.text("ui.plan.nobody-added"));
          assertThat(page).doesNotContain("NaN", words.text("money.payback"), "1,000\u00A0%");
        }
      }
    }
  }

  @Test
  void whatALeverBuysIsToldByDistrict() throws Exception {
    PlanFolder before = plan(5e5, TERMS);
    PlanFolder after = plan(5e5, TERMS, new ActiveSharing(3));
    String without = plans.add(before, "run", null);
    String with = plans.add(after, "run", null);
    JsonNode gains = read("/api/v1/plans/{id}/gains?over={other}", with, without);
    assertThat(gains.get("changes").size()).isEqualTo(1);
    assertThat(gains.get("changes").get(0).get("name").asString())
        .isEqualTo("levers.active-sharing");
    double gain = 0;
    for (JsonNode d : gains.get("districts")) {
      for (String level : List.of("peopleStandard", "peopleBasic")) {
        gain += d.get("with").get(level).asDouble() - d.get("without").get(level).asDouble();
      }
    }
    assertThat(gain)
        .isEqualTo(
            after.plan().totals().peopleServed()
                + after.plan().totals().peopleBasic()
                - before.plan().totals().peopleServed()
                - before.plan().totals().peopleBasic());
  }

  @Test
  void aPairOfPlansIsOneRunAndNoLeverThatHelpsMakesThePlanWorse() throws Exception {
    PlanFolder pulled = plan(5e5, TERMS, new ActiveSharing(3));
    byte[] scenario = ScenarioFile.write(pulled.scenario());
    http.perform(
            post("/api/v1/runs?without=dig-once")
                .contentType(MediaType.APPLICATION_JSON)
                .content(scenario))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.detail").value(containsString("dig-once")));
    String run =
        json.readTree(
                http.perform(
                        post("/api/v1/runs?without=active-sharing")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(scenario))
                    .andExpect(status().isAccepted())
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray())
            .get("id")
            .asString();
    JsonNode end = ended("/api/v1/runs/" + run);
    assertThat(end.get("lever").asString()).isEqualTo("active-sharing");
    JsonNode with = read("/api/v1/plans/{id}", end.get("planId").asString());
    JsonNode without = read("/api/v1/plans/{id}", end.get("withoutPlanId").asString());
    assertThat(without.get("scenario").get("levers").size()).isZero();
    assertThat(with.get("certificate").get("value").asDouble())
        .isGreaterThanOrEqualTo(without.get("certificate").get("value").asDouble());
  }

  private JsonNode ended(String address) throws Exception {
    JsonNode state = read(address);
    while (!List.of("FINISHED", "STOPPED", "FAILED").contains(state.get("state").asString())) {
      Thread.sleep(50);
      state = read(address);
    }
    return state;
  }

  @Test
  void theFormShowsEveryLeverAndRefusesWhatDoesNotExist() throws Exception {
    String page =
        http.perform(get("/scenario").param("country", "LSO"))
            .andExpect(status().isOk())
            .andExpect(content().string(not(containsString("??"))))
            .andReturn()
            .getResponse()
            .getContentAsString();
    Levers.all().forEach(lever -> assertThat(page).contains("data-lever=\"" + lever.id() + "\""));
    http.perform(
            post("/api/v1/scenarios/check")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"countries\": [\"LSO\"], \"levers\": [{\"id\": \"fame\"}]}"))
        .andExpect(jsonPath("$.valid").value(false))
        .andExpect(jsonPath("$.problems[0].field").value("levers"));
    problem("{}", "the setting operators of active-sharing is missing. Give exactly: operators.");
    problem(
        "{\"operators\": 3, \"fame\": 1}",
        "active-sharing has no setting fame. Give exactly: operators.");
    problem("{\"operators\": \"three\"}", "three");
    problem("{\"operators\": 300}", "300");
  }

  private void problem(String settings, String said) throws Exception {
    String lever = settings.replaceFirst("\\{(.*)}", "{\"id\": \"active-sharing\", $1}");
    http.perform(
            post("/api/v1/scenarios/check")
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                    "{\"countries\": [\"LSO\"], \"levers\": [" + lever.replace(", }", "}") + "]}"))
        .andExpect(jsonPath("$.problems[0].message").value(containsString(said)));
  }
}
