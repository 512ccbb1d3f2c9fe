package org.kiungo.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.planner.Planner;
import org.kiungo.planner.folder.FinanceBrief;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.policy.lever.ActiveSharing;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.country.Country;
import org.kiungo.web.language.StrayNumbers;
import org.kiungo.web.plan.CostParts;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.verdict.PlanVerdict;
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
    String phased = plans.add(TinyWorld.programme("In phases"), "run", null);
    for (String path :
        List.of(
            "/",
            "/countries/ZAF",
            "/countries/MAR",
            "/countries/LSO?plan=" + plan,
            "/scenario?country=ZAF",
            "/compare?country=LSO",
            "/compare?country=LSO&a=" + plan + "&b=" + phased,
            "/options?country=LSO",
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
      assertThat(page).as("no field of a file: " + path).doesNotContain("{&quot;firstYear");
    }
  }

  @Test
  void figuresAreToldApartAndWrittenAsPeopleWriteThem() {
    Figures english = Figures.of(Locale.ENGLISH);
    assertThat(english.looksAs(187_412, 187_200)).isTrue();
    assertThat(english.looksAs(187_412, 190_000)).isFalse();
    assertThat(english.looksAs(187_412, 187_412.2)).as("the same").isFalse();
    assertThat(english.km(0.043)).as("some metres").isEqualTo("0.043");
    assertThat(english.km(0.96)).isEqualTo("0.96");
    assertThat(english.km(0)).isEqualTo("0");
    assertThat(Figures.of(Locale.FRENCH).km(4.26)).isEqualTo("4,3");
    assertThat(english.km(1234.5)).isEqualTo("1,235");
    assertThat(english.usd(-30.8e6).replaceAll("\\h", " ")).isEqualTo("USD −30.8 M");
    assertThat(english.percentOf(1 - 1e-16, 1)).as("the last bit of a sum").isEqualTo("100%");
    assertThat(english.percentOf(999.6, 1000)).as("nobody, counted whole").isEqualTo("100%");
    assertThat(english.percentOf(999.4, 1000)).as("one is left").isEqualTo("99%");
    assertThat(english.percentOf(0.4, 1000)).isEqualTo("0%");
    assertThat(english.percentOf(0.6, 1000)).isEqualTo("under 1%");
    Comparison.Row share =
        new Comparison.Row("least", Comparison.Style.RATIO, Comparison.Wish.MORE, 0, 0, 0);
    assertThat(english.compared(share, 0.0004)).as("some are").isEqualTo("under 0.1%");
    assertThat(english.compared(share, 0.9999)).as("not all are").isEqualTo("99.9%");
    Country.Fact money = new Country.Fact("currency", "LSL;ZAR", "", "", "", "", "", false);
    assertThat(english.factValue(money)).isEqualTo("LSL, ZAR");
  }

  /** Whoever counts less than one in the objective may be more than the objective's bound. */
  @Test
  void noPlanForTheSameMoneyHasMorePeopleThanABriefSays() throws Exception {
    PlanView weighted =
        planned("[{\"layer\": \"district\", \"group\": \"LSO/North\", \"weightRatio\": 0.1}]");
    PlanView plain = planned("[]");
    assertThat(plain.peopleAtStandard()).isGreaterThan(weighted.peopleAtStandard());
    assertThat(plain.peopleAtStandard()).isLessThanOrEqualTo(weighted.mostPeopleAtStandard());
    // what bounds weighted people stands beside weighted people
    String value = Figures.of(Locale.ENGLISH).brief(weighted.detail().certificate().value());
    assertThat(page("/plans/" + weighted.id() + "/brief?lang=en"))
        .contains("by the plan " + value + " people, weighted (basic service counts 0.4)");
    boolean basic = plain.detail().totals().peopleBasic() >= 0.5;
    assertThat(page("/plans/" + plain.id() + "/brief?lang=en").contains("people, weighted"))
        .isEqualTo(basic);
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

  /** A plan that nobody named is called in the words of whoever reads it, its levers with it. */
  @Test
  void aPlanWithoutANameIsCalledByWhatItStrivesForAndItsLevers() {
    PlanFolder asked = TinyWorld.plan(1.31e6);
    Scenario unnamed = asked.scenario().withName("");
    Scenario pulled = unnamed.withLevers(List.of(new ActiveSharing(3)));
    assertThat(name(pulled, Locale.ENGLISH))
        .isEqualTo("Most people for USD 1.31 M, with Active sharing");
    assertThat(name(pulled, Locale.FRENCH)).contains(", avec ").doesNotContain("Active sharing");
    assertThat(name(unnamed, Locale.ENGLISH)).isEqualTo("Most people for USD 1.31 M");
    assertThat(name(unnamed.withName("Ours"), Locale.FRENCH)).isEqualTo("Ours");
  }

  /** Whoever chooses among plans of one name, or one aim, sees what each may cost. */
  @Test
  void plansOfAListThatShareATitleTellTheirMoney() {
    Scenario asked = TinyWorld.plan(1.31e6).scenario().withName("");
    List<String> forPublicMoney =
        Stream.of(2e6, 3e6)
            .map(usd -> name(asked.withPublicBudgetUsd(usd), Locale.ENGLISH))
            .toList();
    assertThat(forPublicMoney)
        .containsExactly(
            "Most people for USD 2 M of public money", "Most people for USD 3 M of public money");
    List<PlanSummary> list =
        List.of(
            summary(asked.withName("Ours")),
            summary(asked.withName("Ours").withBudgetUsd(2.5e6)),
            summary(asked.withName("Theirs")));
    Figures figures = Figures.of(Locale.ENGLISH);
    assertThat(PlanCard.all(list, Set.of()))
        .extracting(each -> figures.title(each).replaceAll("\\h", " "))
        .containsExactly("A · Ours, USD 1.31 M", "A · Ours, USD 2.5 M", "A · Theirs");
  }

  private static String name(Scenario scenario, Locale reader) {
    return Figures.of(reader).name(summary(scenario)).replaceAll("\\h", " ");
  }

  private static PlanSummary summary(Scenario scenario) {
    PlanFolder of = TinyWorld.plan(1.31e6);
    return new PlanSummary(
        "1",
        "A",
        "LSO",
        scenario.name(),
        scenario,
        of.plan().totals(),
        of.certificate(),
        1,
        "run",
        PlanVerdict.OLDER,
        null);
  }

  @Test
  void thePlansOwnAddressLeadsToItsMapInTheSameLanguage() throws Exception {
    String id = plans.add(TinyWorld.plan(1.31e6), "run", null);
    http.perform(get("/plans/{id}?lang=fr", id))
        .andExpect(status().isFound())
        .andExpect(header().string("Location", "/plans/" + id + "/explore?lang=fr"));
    http.perform(get("/plans/{id}", id))
        .andExpect(header().string("Location", "/plans/" + id + "/explore"));
    http.perform(get("/plans/{id}", "lso-ffff")).andExpect(status().isNotFound());
  }

  /** Who asks what was answered before, under another name, gets that answer. */
  @Test
  void aPlanIsKnownUnderAnotherName() {
    PlanFolder plan = TinyWorld.plan(1.32e6);
    String id = plans.add(plan, "run", null);
    Scenario renamed = plan.scenario().withName("Otherwise");
    PlanFolder again = new PlanFolder(plan.problem(), renamed, plan.plan(), plan.certificate());
    assertThat(plans.findAlike(again))
        .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(id));
    PlanFolder other =
        new PlanFolder(
            plan.problem(), renamed.withBudgetUsd(1.33e6), plan.plan(), plan.certificate());
    assertThat(plans.findAlike(other)).isEmpty();
    InputFile file = new InputFile("settlements", "other.csv", "1".repeat(64), "");
    PlanFolder elsewhere =
        new PlanFolder(
            plan.problem().with().inputs(List.of(file)).build(),
            renamed,
            plan.plan(),
            plan.certificate());
    assertThat(plans.findAlike(elsewhere)).isEmpty();
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
