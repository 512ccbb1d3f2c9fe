package org.kiungo.planner.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.ServiceStandard.GrowthPoint;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.policy.MarketTerm;
import org.kiungo.planner.policy.lever.PassiveSharing;
import org.kiungo.planner.policy.lever.SatelliteLandingRights;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.Scenario.Goal;

class ScenarioFileTest {

  private static Scenario read(String json) {
    return ScenarioFile.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertRefused(String json, String code, String argument) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOfSatisfying(
            InputRefused.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.arguments().toString()).contains(argument);
            });
  }

  @Test
  void anEmptyScenarioIsTheDefault() {
    assertThat(read("{}")).isEqualTo(ScenarioFile.DEFAULT);
    assertThat(read("{\"budgetUsd\": null, \"seed\": null}")).isEqualTo(ScenarioFile.DEFAULT);
  }

  @Test
  void givenFieldsReplaceDefaultsOneByOne() {
    Scenario scenario =
        read(
            """
            {"budgetUsd": 6e7, "countries": ["TGO", "BEN"], "standard": {"roundTripMs": 150},
             "goal": "LEAST_COST_TO_TARGET", "targetRatio": 0.95,
             "locks": [{"settlementId": "a", "technologyId": "ftth", "forbid": true}]}
            """);
    assertThat(scenario.budgetUsd()).isEqualTo(6e7);
    assertThat(scenario.countries()).containsExactly("BEN", "TGO");
    assertThat(scenario.goal()).isEqualTo(Goal.LEAST_COST_TO_TARGET);
    assertThat(scenario.standard().roundTripMs()).isEqualTo(150);
    assertThat(scenario.standard().downlinkMbps()).isEqualTo(10);
    assertThat(scenario.locks()).hasSize(1);
    assertThat(scenario.seed()).isEqualTo(ScenarioFile.DEFAULT.seed());
  }

  @Test
  void writingAndReadingKeepsEverything() {
    Scenario scenario = read("{\"name\": \"Bénin\", \"budgetUsd\": 0.1, \"seconds\": 1.5}");
    assertThat(ScenarioFile.read(ScenarioFile.write(scenario))).isEqualTo(scenario);
  }

  /** What subscribers use in a year may not be known. */
  @Test
  void writingAndReadingKeepsGrowthWithoutVolume() {
    Scenario scenario =
        ScenarioFile.DEFAULT.withStandard(
            ScenarioFile.DEFAULT
                .standard()
                .withGrowth(List.of(new GrowthPoint(2027, 0.05, Double.NaN))));
    assertThat(ScenarioFile.read(ScenarioFile.write(scenario))).isEqualTo(scenario);
  }

  @Test
  void unknownFieldsAreRefusedByName() {
    assertRefused("{\"budget\": 5}", "scenario.unknownField", "field=budget");
    assertRefused(
        "{\"standard\": {\"downlink\": 5}}", "scenario.unknownField", "field=standard.downlink");
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    assertRefused("{\"budgetUsd\": -1}", "field.range", "budgetUsd");
    assertRefused("{\"budgetUsd\": \"much\"}", "scenario.value", "budgetUsd");
    assertRefused("{\"goal\": \"FAME\"}", "scenario.value", "goal");
    assertRefused("{\"money\": {\"discountRateRatio\": 8}}", "field.range", "discountRateRatio");
    assertRefused("{\"threads\": 1.5}", "scenario.value", "threads");
  }

  @Test
  void textThatIsNoJsonObjectIsRefused() {
    assertRefused("[]", "scenario.json", "json.object");
    assertRefused("{\"name\": ", "scenario.json", "json.syntax");
    assertRefused("{\"seed\": 1, \"seed\": 2}", "scenario.json", "column=19");
    assertRefused("", "scenario.json", "json.object");
  }

  @Test
  void leversAndMarketTermsAreReadByNameAndCheckedByRange() {
    Scenario scenario =
        read(
            """
            {"levers": [{"id": "passive-sharing", "operators": 3},
                        {"id": "satellite-landing-rights", "granted": false}],
             "marketTerms": [{"country": "KEN", "term": "taxRatio", "value": 0.3}]}
            """);
    assertThat(scenario.levers())
        .containsExactly(new PassiveSharing(3), new SatelliteLandingRights(false));
    assertThat(scenario.marketTerms()).containsExactly(new MarketTerm("KEN", "taxRatio", 0.3));
    assertThat(ScenarioFile.read(ScenarioFile.write(scenario))).isEqualTo(scenario);
    assertRefused("{\"levers\": [{\"id\": \"fame\"}]}", "lever.unknown", "fame");
    assertRefused("{\"levers\": [{\"operators\": 2}]}", "lever.no-id", "levers");
    assertRefused("{\"levers\": [{\"id\": \"dig-once\"}]}", "lever.setting", "savingRatio");
    assertRefused(
        "{\"levers\": [{\"id\": \"dig-once\", \"saving\": 0.1}]}", "lever.setting", "saving");
    assertRefused(
        "{\"levers\": [{\"id\": \"dig-once\", \"savingRatio\": 2}]}", "field.range", "savingRatio");
    assertRefused(
        "{\"levers\": [{\"id\": \"satellite-landing-rights\", \"granted\": 1}]}",
        "field.yes-no",
        "granted");
    assertRefused(
        "{\"levers\": [{\"id\": \"passive-sharing\", \"operators\": 2.5}]}",
        "field.whole",
        "operators");
    assertRefused(
        "{\"levers\": [{\"id\": \"dig-once\", \"savingRatio\": 0.1},"
            + " {\"id\": \"dig-once\", \"savingRatio\": 0.2}]}",
        "lever.twice",
        "dig-once");
    assertRefused(
        "{\"levers\": [{\"id\": \"passive-sharing\", \"operators\": 2},"
            + " {\"id\": \"active-sharing\", \"operators\": 2}]}",
        "lever.together",
        "passive-sharing");
    assertRefused(
        "{\"marketTerms\": [{\"country\": \"KEN\", \"term\": \"fame\", \"value\": 1}]}",
        "term.unknown",
        "fame");
    assertRefused(
        "{\"marketTerms\": [{\"country\": \"KEN\", \"term\": \"taxRatio\", \"value\": 30}]}",
        "field.range",
        "taxRatio");
  }

  @Test
  void aFileSaysWhichVersionOfTheSchemaItFollows() {
    assertThat(new String(ScenarioFile.write(ScenarioFile.DEFAULT), StandardCharsets.UTF_8))
        .contains("\"schemaVersion\" : " + ScenarioFile.SCHEMA_VERSION);
    assertThat(read("{\"schemaVersion\": 1}")).isEqualTo(ScenarioFile.DEFAULT);
    assertRefused("{\"schemaVersion\": 99}", "field.range", "schemaVersion");
  }

  @Test
  void goalsAmongInstitutionsComeBackAsTheyWereGiven() {
    String goal = "{\"kind\": \"hospital\", \"shareRatio\": 1}";
    String json = "{\"institutions\": {\"source\": \"BUILT_IN\", \"goals\": [" + goal + "]}}";
    Scenario given = ScenarioFile.read(json.getBytes(StandardCharsets.UTF_8));
    assertThat(given.institutions().goals().get(0).asksForAll()).isTrue();
    assertThat(ScenarioFile.read(ScenarioFile.write(given))).isEqualTo(given);
    assertThat(new String(ScenarioFile.write(ScenarioFile.DEFAULT), StandardCharsets.UTF_8))
        .doesNotContain("institutions");
  }
}
