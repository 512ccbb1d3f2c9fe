package org.kiungo.web.page.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.Figures;

/** A brief names every choice that makes its figures other than the defaults would. */
class BriefChoicesTest {

  private static List<String> of(String json, String language) {
    return BriefChoices.of(
            ScenarioFile.read(json.getBytes(StandardCharsets.UTF_8)),
            Figures.of(Words.in(language).locale()),
            Words.in(language))
        .stream()
        .map(each -> each.replaceAll("[\\u00a0\\u202f]", " "))
        .toList();
  }

  @Test
  void whatIsAsByDefaultIsNotListed() {
    assertThat(
            of(
                """
                {"name": "n", "countries": ["SWZ"], "budgetUsd": 5e6, "steps": 7, "seed": 3,
                 "money": {"lastYear": 2034}}""",
                "en"))
        .isEmpty();
    assertThat(
            of(
                """
                {"name": "n", "countries": ["SWZ"], "phases": [
                  {"firstYear": 2027, "lastYear": 2028, "budgetUsd": 600000},
                  {"firstYear": 2029, "lastYear": 2036, "budgetUsd": 400000}]}""",
                "en"))
        .isEmpty();
  }

  @Test
  void everyChoiceIsNamedWithItsValue() {
    String chosen =
        """
        {"name": "n", "countries": ["SWZ"], "publicBudgetUsd": 6e6,
         "levers": [{"id": "passive-sharing", "operators": 2}],
         "marketTerms": [{"country": "SWZ", "term": "taxRatio", "value": 0.05}],
         "technologyIds": ["ftth"],
         "locks": [{"settlementId": "a", "technologyId": "*", "forbid": true},
                   {"settlementId": "b", "technologyId": "*", "forbid": true}],
         "today": {"coverage": "NOT_KNOWN"}}""";
    assertThat(of(chosen, "en"))
        .containsExactly(
            "Passive sharing: 2",
            "Locked and forbidden choices: 2 locked or forbidden choices",
            "SWZ, Taxes, share of network cost: 5% (a figure of whoever asked for the plan,"
                + " without a source)",
            "Cap on public money: USD 6 M",
            "Technologies that may be used: Fibre to the home",
            "Coverage today: left out: nobody counts as served (by default as the plan’s data state"
                + " it, or model it where they do)");
    assertThat(of(chosen, "fr"))
        .hasSize(6)
        .anyMatch(each -> each.contains("sans source"))
        .noneMatch(each -> each.contains("NOT_KNOWN"));
    assertThat(
            of(
                """
                {"name": "n", "countries": ["LSO", "SWZ"], "budgetsByCountry": {"SWZ": 2e6}}""",
                "en"))
        .containsExactly("Caps by country, SWZ: USD 2 M");
    assertThat(
            of(
                """
                {"name": "n", "countries": ["SWZ"], "goal": "LEAST_COST_TO_TARGET",
                 "targetRatio": 0.8}""",
                "en"))
        .containsExactly(
            "Strive for: least cost to a target (by default most people for the money)",
            "People to serve: 80%");
  }

  /** Hubs are told in words, and of rules only those that name some. */
  @Test
  void hubsWithTwoWaysAreTold() {
    String large =
        """
        {"name": "n", "countries": ["SWZ"], "twoPaths": {"abovePeople": 5000}}""";
    assertThat(of(large, "en"))
        .containsExactly(
            "Two ways for every place of at least so many people: 5,000",
            "Two ways of a hub share: no link");
    assertThat(of(large, "fr"))
        .containsExactly(
            "Deux chemins pour chaque lieu d’au moins tant d’habitants : 5 000",
            "Ce que partagent les deux chemins d’un lieu essentiel : aucune liaison");
    String named =
        """
        {"name": "n", "countries": ["SWZ"],
         "twoPaths": {"capitals": true, "hubIds": ["a", "b"], "disjoint": "NODE"}}""";
    assertThat(of(named, "en"))
        .containsExactly(
            "Two ways for the largest place of every district: yes",
            "Two ways of a hub share: no link and no place",
            "Two ways for places by name: a, b");
  }
}
