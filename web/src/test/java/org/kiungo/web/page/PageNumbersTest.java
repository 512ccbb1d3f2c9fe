package org.kiungo.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.planner.Planner;
import org.kiungo.planner.folder.FinanceBrief;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.country.Country;
import org.kiungo.web.language.StrayNumbers;
import org.kiungo.web.plan.CostParts;
import org.kiungo.web.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Numbers are written as the page's language writes them, also of countries that write it
 * otherwise: English in South Africa has decimal commas, French in Morocco points between
 * thousands. What scripts write is looked at in a browser.
 */
@ApiTest
class PageNumbersTest {

  @Autowired private MockMvc http;
  @Autowired private Plans plans;

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void noPageMixesTwoFormats(String language) throws Exception {
    String plan = plans.add(TinyWorld.plan(1.31e6), "run", null);
    for (String path :
        List.of(
            "/",
            "/countries/ZAF",
            "/countries/MAR",
            "/countries/LSO?plan=" + plan,
            "/scenario?country=ZAF",
            "/compare?country=LSO",
            "/services?country=MAR",
            "/openness?country=ZAF",
            "/openness?country=GMB&cut=ACE",
            "/regulation?country=ZAF&with=MAR",
            "/catalogue",
            "/plans/" + plan + "/explore",
            "/plans/" + plan + "/brief")) {
      String page =
          http.perform(get(path).header("Accept-Language", language))
              .andExpect(status().isOk())
              .andReturn()
              .getResponse()
              .getContentAsString(StandardCharsets.UTF_8);
      assertThat(page).as(path).contains("lang=\"" + language + "\"");
      assertThat(page.split("<head\\b", -1)).as("one head: " + path).hasSize(2);
      assertThat(page).as(path).doesNotContain("http-equiv=\"refresh\"");
      assertThat(StrayNumbers.ofPage(page, language)).as(path + " " + language).isEmpty();
    }
  }

  @Test
  void figuresAreToldApartAndWrittenAsPeopleWriteThem() {
    Figures english = Figures.of(Locale.ENGLISH);
    assertThat(english.looksAs(187_412, 187_200)).isTrue();
    assertThat(english.looksAs(187_412, 190_000)).isFalse();
    assertThat(english.looksAs(187_412, 187_412.2)).as("the same").isFalse();
    assertThat(english.usd(-30.8e6).replaceAll("\\h", " ")).isEqualTo("USD −30.8 M");
    assertThat(english.percentOf(1 - 1e-16, 1)).as("the last bit of a sum").isEqualTo("100%");
    assertThat(english.percentOf(999.6, 1000)).as("nobody, counted whole").isEqualTo("100%");
    assertThat(english.percentOf(999.4, 1000)).as("one is left").isEqualTo("99%");
    assertThat(english.percentOf(0.4, 1000)).isEqualTo("0%");
    assertThat(english.percentOf(0.6, 1000)).isEqualTo("under 1%");
    Country.Fact money = new Country.Fact("currency", "LSL;ZAR", "", "", "", "", "", false);
    assertThat(english.factValue(money)).isEqualTo("LSL, ZAR");
  }

  /** Whoever counts less than one in the objective may be more than the objective's bound. */
  @Test
  void noPlanForTheSameMoneyHasMorePeopleThanABriefSays() {
    PlanView weighted =
        planned("[{\"layer\": \"district\", \"group\": \"LSO/North\", \"weightRatio\": 0.1}]");
    PlanView plain = planned("[]");
    assertThat(plain.peopleAtStandard()).isGreaterThan(weighted.peopleAtStandard());
    assertThat(plain.peopleAtStandard()).isLessThanOrEqualTo(weighted.mostPeopleAtStandard());
  }

  private PlanView planned(String fairness) {
    String asked =
        """
        {"name": "Tiny", "countries": ["LSO"], "budgetUsd": 500000, "steps": 200,
         "fairness": %s}"""
            .formatted(fairness);
    Scenario scenario = ScenarioFile.read(asked.getBytes(StandardCharsets.UTF_8));
    PlanningProblem problem = TinyWorld.problem(scenario);
    PlanResult result = Planner.plan(problem, scenario, Progress.NONE, () -> false);
    String id = plans.add(Planner.folder(problem, result), "run", null);
    return new PlanView(plans.findDetail(id).orElseThrow());
  }

  /** First purchases, upkeep and what is bought again are the cost over all years. */
  @Test
  void whatACostIsMadeOfAddsUp() throws Exception {
    String id = plans.add(TinyWorld.plan(1.31e6), "run", null);
    PlanView plan = new PlanView(plans.findDetail(id).orElseThrow());
    List<Double> spentUsd = FinanceBrief.read(plans.getFiles(id)).networkUsdByYear();
    double againUsd = -plan.detail().totals().capexUsd();
    double factor = 1;
    for (double usd : spentUsd) {
      againUsd += (usd - plan.detail().totals().opexUsdPerYear()) * factor;
      factor /= 1.08;
    }
    assertThat(againUsd).isGreaterThan(1000);
    CostParts parts = plan.costParts();
    assertThat((double) parts.renewedUsd()).isCloseTo(againUsd, within(1.0));
    assertThat(parts.capexUsd() + parts.runningUsd() + parts.renewedUsd())
        .isEqualTo(Math.round(plan.detail().totals().lifetimeCostUsd()));
    Figures n = Figures.of(Locale.ENGLISH);
    String words =
        "lifetime cost "
            + n.usd(parts.lifetimeUsd())
            + ": "
            + n.usd(parts.capexUsd())
            + " capital, "
            + n.usd(parts.runningUsd())
            + " to run, "
            + n.usd(parts.renewedUsd())
            + " for equipment bought again (present values)";
    assertThat(page("/countries/LSO?lang=en&plan=" + id)).contains(words);
    assertThat(page("/plans/" + id + "/brief?lang=en")).contains(words);
  }

  /** What users fill in of a country stands in its briefs too, with who and when. */
  @Test
  void aBriefTellsWhatMoneyIsAndWhatUsersFilledIn() throws Exception {
    String plan = plans.add(TinyWorld.plan(1.31e6), "run", null);
    http.perform(
            put("/api/v1/countries/LSO/told-facts/LICENCE_SYSTEM")
                .contentType("application/json")
                .content("{\"value\": \"unified <b>\", \"author\": \"Awa\"}"))
        .andExpect(status().isOk());
    String brief = page("/plans/" + plan + "/brief?lang=en");
    assertThat(brief)
        .contains("unified &lt;b&gt;", "filled in here by Awa on 20", "not checked by Kiungo")
        .contains("Present values in constant USD of 2025", "discounted at 8% a year");
    assertThat(page("/plans/" + plan + "/brief?lang=fr")).contains("renseigné ici par Awa le 20");
    http.perform(post("/api/v1/countries/LSO/told-facts/LICENCE_SYSTEM/undo"))
        .andExpect(status().isOk());
    assertThat(page("/plans/" + plan + "/brief?lang=en")).doesNotContain("filled in here");
  }

  private String page(String path) throws Exception {
    return http.perform(get(path))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }
}
