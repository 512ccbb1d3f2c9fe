package org.kiungo.planner.verify.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.verify.HandMade;
import org.kiungo.planner.verify.Round;
import org.kiungo.planner.verify.check.Check;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The plan by hand in two phases. In 2027 a, the mast and the hop: 93,000 of 100,000 USD; in 2028 b
 * and c: 49,000 of 7,000 and 60,000. By the end of the first 500 people have the standard, by that
 * of the second 800, and 100 basic service: 500 and 840 weighted.
 */
class PhaseRulesTest {

  @TempDir Path folder;

  private static HandMade programme() {
    HandMade plan = new HandMade();
    ArrayNode phases = plan.scenario().putArray("phases");
    phases.addObject().put("firstYear", 2027).put("lastYear", 2027).put("budgetUsd", 100_000);
    phases.addObject().put("firstYear", 2028).put("lastYear", 2028).put("budgetUsd", 60_000);
    plan.scenario().put("budgetUsd", 160_000);
    plan.service("a").put("phase", 1);
    plan.service("b").put("buildYear", 2028).put("phase", 2);
    plan.service("c").put("buildYear", 2028).put("phase", 2);
    plan.link("a>N").put("phase", 1);
    plan.document("plan.json")
        .set(
            "programme",
            HandMade.JSON.readTree(
                """
                {"phases": [
                  {"phase": 1, "firstYear": 2027, "lastYear": 2027, "budgetUsd": 100000,
                   "spentUsd": 93000, "carriedUsd": 7000, "peopleServed": 500, "peopleBasic": 0,
                   "weightedPeople": 500, "personYears": 500, "weightedPersonYears": 500,
                   "regrettedUsd": 0},
                  {"phase": 2, "firstYear": 2028, "lastYear": 2028, "budgetUsd": 60000,
                   "spentUsd": 49000, "carriedUsd": 18000, "peopleServed": 800, "peopleBasic": 100,
                   "weightedPeople": 840, "personYears": 800, "weightedPersonYears": 840,
                   "regrettedUsd": 0}],
                 "further": [], "replaced": []}
                """));
    return plan.text(
        "programme.csv",
        """
        phase,firstYear,lastYear,budgetUsd,spentUsd,carriedUsd,peopleServed,peopleBasic,\
        weightedPeople,personYears,weightedPersonYears,regrettedUsd
        1,2027,2027,100000,93000,7000,500,0,500,500,500,0
        2,2028,2028,60000,49000,18000,800,100,840,800,840,0
        """);
  }

  private List<String> broken(HandMade plan) {
    return PlanRulesTest.check(plan, folder).stream()
        .filter(each -> !each.passed())
        .map(Check::code)
        .toList();
  }

  @Test
  void theSumsDoneByHandAreKept() {
    assertThat(broken(programme())).isEmpty();
  }

  private static Arguments broken(String code, Consumer<HandMade> change) {
    return Arguments.of(code, change);
  }

  static Stream<Arguments> changes() {
    List<Arguments> all = new ArrayList<>();
    all.add(broken("phase.service", p -> p.site("a:mast").put("buildYear", 2028)));
    all.add(broken("phase.order", p -> p.link("a>N").put("buildYear", 2028)));
    all.add(broken("phase.number", p -> p.service("b").put("phase", 1)));
    all.add(broken("buildYear", p -> p.service("b").put("buildYear", 2026)));
    all.add(broken("phase.money", p -> scenarioPhase(p, 0).put("budgetUsd", 92_999.99)));
    all.add(broken("phase.target", p -> scenarioPhase(p, 0).put("targetRatio", 0.7)));
    for (String field :
        List.of("phase", "firstYear", "lastYear", "budgetUsd", "spentUsd", "carriedUsd")) {
      all.add(broken("phase.account", p -> account(p, 1).put(field, 3)));
    }
    all.add(broken("phase.account", p -> account(p, 0).put("regrettedUsd", 1)));
    for (String field :
        List.of(
            "peopleServed",
            "peopleBasic",
            "weightedPeople",
            "personYears",
            "weightedPersonYears")) {
      all.add(broken("phase.people", p -> account(p, 1).put(field, 3)));
    }
    all.add(
        broken(
            "phase.table",
            p -> p.text("programme.csv", p.text("programme.csv").replace("49000", "48000"))));
    all.add(
        broken(
            "phase.further",
            p ->
                ((ArrayNode) p.document("plan.json").get("programme").get("further"))
                    .addObject()
                    .put("assetId", "a:mast")
                    .put("buildYear", 2028)
                    .put("further", 1)
                    .put("capexUsd", 40_000)
                    .put("opexUsdPerYear", 1_000)
                    .put("lifetimeCostUsd", 41_000)));
    all.add(broken("phase.replaced", p -> replaced(p).put("buildYear", 2028)));
    all.add(broken("phase.replaced", p -> replaced(p).put("peopleServed", 299)));
    all.add(broken("phase.replaced", p -> replaced(p).put("capexUsd", 1)));
    return all.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void aRuleThatIsBrokenIsTold(String code, Consumer<HandMade> change) {
    HandMade plan = programme();
    change.accept(plan);
    assertThat(broken(plan)).contains(code);
  }

  /**
   * A mast of 300 Mbps: one for a, a second in 2028 when b comes, 40,000 and a year's 1,000: 41,000
   * more, which the plan must list.
   */
  @Test
  void whatIsAddedLaterIsPaidThenAndListed() {
    HandMade plan = programme();
    plan.catalogue(
        new Catalogue(
            "hand",
            List.of(Round.dish(), Round.mast().withSiteCapacityMbps(Round.figure(300))),
            List.of(Round.fibre(), Round.microwave())));
    plan.site("a:mast").put("units", 2);
    plan.site("a:mast").put("masts", 2);
    plan.site("a:mast").put("capexUsd", 80_000);
    plan.site("a:mast").put("opexUsdPerYear", 2_000);
    plan.site("a:mast").put("lifetimeCostUsd", 83_000);
    assertThat(broken(plan)).contains("phase.further").doesNotContain("site.units", "site.cost");
    ObjectNode more =
        ((ArrayNode) plan.document("plan.json").get("programme").get("further")).addObject();
    more.put("assetId", "a:mast")
        .put("buildYear", 2028)
        .put("further", 1)
        .put("capexUsd", 40_000)
        .put("opexUsdPerYear", 1_000)
        .put("lifetimeCostUsd", 41_000);
    assertThat(broken(plan)).doesNotContain("phase.further", "site.cost");
    more.put("lifetimeCostUsd", 41_000.01);
    assertThat(broken(plan)).contains("phase.further");
  }

  /** Dishes for b in 2027, of 120,000, replaced by the mast in 2028. */
  @Test
  void whatIsReplacedWasPaidInFull() {
    HandMade plan = programme();
    replaced(plan);
    assertThat(broken(plan))
        .contains("phase.money")
        .doesNotContain("phase.replaced", "technology.allowed");
  }

  private static ObjectNode scenarioPhase(HandMade plan, int k) {
    return (ObjectNode) plan.scenario().get("phases").get(k);
  }

  private static ObjectNode account(HandMade plan, int k) {
    return (ObjectNode) plan.document("plan.json").get("programme").get("phases").get(k);
  }

  private static ObjectNode replaced(HandMade plan) {
    return ((ArrayNode) plan.document("plan.json").get("programme").get("replaced"))
        .addObject()
        .put("settlementId", "b")
        .put("technologyId", "dish")
        .put("status", "BASIC")
        .put("buildYear", 2027)
        .put("replacedYear", 2028)
        .put("peopleServed", 300)
        .put("demandMbps", 75)
        .put("roundTripMs", 600)
        .put("capexUsd", 120_000)
        .put("opexUsdPerYear", 0)
        .put("lifetimeCostUsd", 120_000);
  }
}
