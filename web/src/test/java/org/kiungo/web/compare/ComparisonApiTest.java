package org.kiungo.web.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.planner.folder.Assumptions.Change;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioBuilder;
import org.kiungo.planner.verify.check.Open;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.today.PlanTodays;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class ComparisonApiTest {

  private static final PlanFolder LITTLE = TinyWorld.plan(4e5);
  private static final PlanFolder MUCH = TinyWorld.plan(3e6);

  @Autowired private MockMvc http;
  @Autowired private Plans plans;
  @Autowired private PlanTodays facts;
  @Autowired private JsonMapper json;

  private String little;
  private String much;

  @BeforeEach
  void keepThePlans() {
    little = plans.add(LITTLE, "run", null);
    much = plans.add(MUCH, "run", null);
  }

  private JsonNode compare(String... ids) throws Exception {
    return json.readTree(
        http.perform(get("/api/v1/comparisons").param("plans", String.join(",", ids)))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray());
  }

  private String file(String from, String to, String ending) throws Exception {
    var started =
        http.perform(get("/api/v1/comparisons/{a}/{b}/difference." + ending, from, to)).andReturn();
    return http.perform(asyncDispatch(started)).andReturn().getResponse().getContentAsString();
  }

  @Test
  void aPlanAgainstItselfIsZeroAndTheOrderTurnsEverySign() throws Exception {
    JsonNode self = compare(little, little).get("differences").get(0);
    self.get("totals").valueStream().forEach(each -> assertThat(each.asDouble()).isZero());
    self.get("places").valueStream().forEach(each -> assertThat(each.asInt()).isZero());
    JsonNode forth = compare(little, much).get("differences").get(0);
    JsonNode back = compare(much, little).get("differences").get(0);
    assertThat(forth.get("totals").get("peopleServed").asDouble()).isPositive();
    forth
        .get("totals")
        .properties()
        .forEach(
            each ->
                assertThat(back.get("totals").get(each.getKey()).asDouble())
                    .isEqualTo(-each.getValue().asDouble()));
    assertThat(forth.get("places").get("GAINED")).isEqualTo(back.get("places").get("LOST"));
    assertThat(forth.get("places").get("CHANGED")).isEqualTo(back.get("places").get("CHANGED"));
  }

  @Test
  void everyDifferenceCarriesBothGapsAndWhatTheyLeaveIndistinct() throws Exception {
    JsonNode found = compare(little, much).get("differences").get(0);
    double gapA = LITTLE.certificate().gapRatio();
    double gapB = MUCH.certificate().gapRatio();
    assertThat(found.get("gaps").get(0).asDouble()).isEqualTo(gapA);
    assertThat(found.get("gaps").get(1).asDouble()).isEqualTo(gapB);
    // a plan of value v with a gap g may be off by v·g/(1 − g)
    double margin = off(LITTLE, gapA) + off(MUCH, gapB);
    assertThat(found.get("marginPeople").asDouble()).isCloseTo(margin, within(1e-6));
  }

  private static double off(PlanFolder plan, double gapRatio) {
    double weighted =
        plan.plan().totals().peopleServed()
            + plan.scenario().standard().basicWeightRatio() * plan.plan().totals().peopleBasic();
    return weighted * gapRatio / (1 - gapRatio);
  }

  @Test
  void filesAndMapHoldEveryChangeAndNothingElse() throws Exception {
    JsonNode places = compare(little, much).get("differences").get(0).get("places");
    int changes = places.valueStream().mapToInt(JsonNode::asInt).sum();
    assertThat(changes).isPositive();
    assertThat(json.readTree(file(little, much, "geojson")).get("features")).hasSize(changes);
    assertThat(file(little, much, "csv").lines()).hasSize(changes + 1);
    byte[] kinds =
        http.perform(get("/api/v1/comparisons/{a}/{b}/kinds", little, much))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    assertThat(kinds).hasSize(12);
    int moved = 0;
    for (byte each : kinds) {
      moved += each == 0 ? 0 : 1;
    }
    assertThat(moved).isEqualTo(changes);
  }

  /** The same plan, said to be made from another input. */
  private String madeFrom(InputFile input) {
    var problem = MUCH.problem();
    var elsewhere =
        new org.kiungo.planner.model.PlanningProblem(
            problem.settlements(),
            problem.nodes(),
            problem.fibreLines(),
            problem.towers(),
            problem.catalogue(),
            problem.standard(),
            problem.money(),
            List.of(input));
    return plans.add(
        new PlanFolder(elsewhere, MUCH.scenario(), MUCH.plan(), MUCH.certificate()), "run", null);
  }

  private String page(String a, String b) throws Exception {
    return http.perform(get("/compare").param("country", "LSO").param("a", a).param("b", b))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  @Test
  void whatOtherAssumptionsBringIsNoResultOfAPlan() throws Exception {
    String less =
        """
        {"name": "Tiny", "countries": ["LSO"], "budgetUsd": %s, "steps": 50,
         "standard": {"adoptionRatio": 0.2}}""";
    String same = plans.add(TinyWorld.planOf(less.formatted("4e5")), "run", null);
    String page = page(little, same);
    assertThat(page).contains("do not assume the same").contains("People who subscribe");
    assertThat(page).contains("all of it comes from the assumptions");
    assertThat(page)
        .doesNotContain(">better<")
        .doesNotContain(">worse<")
        .doesNotContain("to the standard than");
    String other = plans.add(TinyWorld.planOf(less.formatted("3e6")), "run", null);
    assertThat(page(little, other)).contains("Part of it comes from the assumptions");
    assertThat(page(little, much))
        .contains("more to the standard than")
        .doesNotContain("do not assume the same");
  }

  /** What differs of the data stands once, as data; what Kiungo carries needs no naming. */
  @Test
  void whatIsReadIsNoChoiceAndWhatIsEqualIsNotListed() throws Exception {
    String asked =
        """
        {"name": "Tiny", "countries": ["LSO"], "budgetUsd": 4e5, "steps": 50, "feeds": [
         {"country": "LSO", "layer": "NODES", "source": "built-in", "use": "ALONE"},
         {"country": "LSO", "layer": "GRID", "source": "none", "use": "ALONE"},
         {"country": "LSO", "layer": "TOWERS", "source": "%s", "use": "ALONE"}]}""";
    PlanFolder named = TinyWorld.planOf(asked.formatted("built-in"));
    assertThat(Likeness.between(side(LITTLE), side(named)).changes()).isEmpty();
    PlanFolder other = TinyWorld.planOf(asked.formatted("masts/2"));
    Likeness found = Likeness.between(side(LITTLE), side(other));
    assertThat(found.data()).extracting(Change::name).containsExactly("feeds.LSO.TOWERS");
    assertThat(found.choices()).isEmpty();
    assertThat(found.why()).isEqualTo("inputs-differ");
    assertThat(page(little, little)).contains("id=\"frontier\"");
    Scenario elsewhere =
        ScenarioFile.read(
            "{\"countries\": [\"GMB\"], \"budgetUsd\": 4e5}".getBytes(StandardCharsets.UTF_8));
    Likeness.Side abroad =
        new Likeness.Side(elsewhere, side(LITTLE).inputs(), side(LITTLE).catalogue());
    assertThat(Likeness.between(side(LITTLE), abroad).why()).isEqualTo("countries-differ");
    assertThat(page(little, plans.add(other, "run", null)))
        .doesNotContain("id=\"frontier\"")
        .contains("do not rest on the same data")
        .containsOnlyOnce("masts/2")
        .doesNotContain("built-in (used alone)");
  }

  private static Likeness.Side side(PlanFolder plan) {
    return new Likeness.Side(
        plan.scenario(), plan.problem().inputs(), plan.problem().catalogue().version());
  }

  @Test
  void onlyAPlanThatStandsOnOlderDataIsToBeComputedAnew() {
    PlanVerdict proven = new PlanVerdict("proven", List.of(), List.of(), List.of(), null);
    PlanVerdict other = proven.with(List.of(new Open("reference.other", "")));
    List<InputFile> carried = List.of(ProblemAssembly.builtInInput());
    assertThat(facts.areThoseOf(LITTLE.scenario(), carried, proven)).isTrue();
    assertThat(facts.areThoseOf(LITTLE.scenario(), carried, other)).isFalse();
    assertThat(facts.areThoseOf(LITTLE.scenario(), LITTLE.problem().inputs(), proven)).isFalse();
    PlanVerdict refused = PlanVerdict.changed("plan.json");
    assertThat(facts.areThoseOf(LITTLE.scenario(), carried, refused)).isFalse();
  }

  @Test
  void plansOnOtherDataAreNotSubtracted() throws Exception {
    String other = madeFrom(new InputFile("settlements", "other.csv", "1".repeat(64), ""));
    JsonNode difference = compare(little, other).get("differences").get(0);
    assertThat(difference.get("comparable").asBoolean()).isFalse();
    assertThat(difference.get("totals")).isEmpty();
    assertThat(difference.get("inputsOfOther").toString()).contains("other.csv");
    http.perform(get("/api/v1/comparisons/{a}/{b}/difference.geojson", little, other))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("comparison.inputs"));
    String page = page(little, other);
    assertThat(page).contains("do not rest on the same data").containsOnlyOnce("other.csv");
    assertThat(page).contains("greyed").contains("/scenario?country=LSO&amp;plan=" + other);
    assertThat(page).doesNotContain("difference.geojson");
  }

  @Test
  void moreThanFivePlansAreRefused() throws Exception {
    http.perform(
            get("/api/v1/comparisons")
                .param("plans", String.join(",", List.of("a", "b", "c", "d", "e", "f"))))
        .andExpect(status().isUnprocessableContent());
  }

  @Test
  void theFrontierHoldsThePlansThatDifferInMoneyAlone() throws Exception {
    JsonNode steps =
        json.readTree(
            http.perform(get("/api/v1/plans/{id}/frontier", little))
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    List<String> ids = steps.valueStream().map(each -> each.get("id").asString()).toList();
    assertThat(ids).contains(little, much);
    List<Double> costs =
        steps.valueStream().map(each -> each.get("lifetimeCostUsd").asDouble()).toList();
    assertThat(costs).isSorted();
    http.perform(get("/api/v1/plans/{id}/classes", much)).andExpect(status().isOk());
  }

  /** A version that was imported under another name holds what it held. */
  @Test
  void dataAreTheSameWhateverTheyAreCalled() {
    Scenario scenario = ScenarioBuilder.builder().countries(List.of("LSO")).build();
    InputFile file = new InputFile("settlements", "f.csv", "0".repeat(64), "id/1");
    InputFile named = new InputFile("settlements", "Survey", "0".repeat(64), "id/1");
    InputFile later = new InputFile("settlements", "Survey", "1".repeat(64), "id/2");
    Likeness.Side before = new Likeness.Side(scenario, List.of(file), "c");
    Likeness same = Likeness.between(before, new Likeness.Side(scenario, List.of(named), "c"));
    assertThat(same.why()).isNull();
    assertThat(same.inputsOfA()).isEmpty();
    Likeness other = Likeness.between(before, new Likeness.Side(scenario, List.of(later), "c"));
    assertThat(other.why()).isEqualTo("inputs-differ");
    assertThat(other.inputsOfB()).containsExactly(later);
  }
}
