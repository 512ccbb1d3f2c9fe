package org.kiungo.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.Scenario.Goal;
import org.kiungo.planner.scenario.Scenario.Lock;
import org.kiungo.planner.scenario.ScenarioBuilder;
import org.kiungo.web.page.Figures;

/** A distance from the best never reads smaller than it is, and less always has its minus. */
class GapWordsTest {

  private static final Words ENGLISH = Words.in("en");
  private static final Words FRENCH = Words.in("fr");

  @Test
  void gapsAreRoundedUpToATenth() {
    assertThat(GapWords.percent(0.0081, ENGLISH)).isEqualTo("0.9%");
    assertThat(GapWords.percent(0.0101, FRENCH)).isEqualTo("1,1\u202f%");
    assertThat(GapWords.percent(0.008, ENGLISH)).isEqualTo("0.8%");
    assertThat(GapWords.percent(-1e-16, ENGLISH)).isEqualTo("0%");
    Scenario asked = ScenarioBuilder.builder().budgetUsd(1e6).build();
    assertThat(GapWords.of(3.7e-16, asked, ENGLISH))
        .isEqualTo("the best possible (most people for this budget)");
    assertThat(GapWords.of(1e-5, asked, ENGLISH))
        .isEqualTo("at most 0.1% from the best possible (most people for this budget)");
    assertThat(GapWords.of(Double.NaN, asked, ENGLISH)).isEqualTo("no bound available");
    assertThat(GapWords.of(1, asked, ENGLISH))
        .as("all of what is bounded is no distance from it")
        .isEqualTo(
            "without gain, and its bound does not rule out more (most people for this budget)");
    assertThat(GapWords.of(1, asked.withTarget(0.8), ENGLISH))
        .startsWith("with a bound that rules nothing out (");
  }

  /** Only what has a budget is said to be the best for it. */
  @Test
  void theBestIsThatOfTheQuestion() {
    Scenario free = ScenarioBuilder.builder().build();
    Scenario capped = free.with().budgetUsd(1e6).build();
    List<Phase> phases = List.of(new Phase(2027, 2030, 1e6), new Phase(2031, 2036, 1e6));
    List<Scenario> asked =
        List.of(
            capped,
            free,
            free.withTarget(0.8),
            free.withPublicTarget(0.7),
            free.withPublicBudgetAlone(6e6),
            capped.with().publicBudgetUsd(6e6).build(),
            capped.with().goal(Goal.HIGHEST_DISTRICT_FLOOR).build(),
            free.withProgramme(phases),
            free.withProgramme(phases).with().goal(Goal.HIGHEST_DISTRICT_FLOOR).build(),
            free.withProgramme(phases).withTarget(0.6),
            free.with()
                .countries(List.of("LSO", "SWZ"))
                .budgetsByCountry(Map.of("LSO", 1e6))
                .build());
    for (Words words : List.of(ENGLISH, FRENCH)) {
      assertThat(asked).extracting(each -> GapWords.best(each, words)).doesNotHaveDuplicates();
    }
    assertThat(asked.subList(1, asked.size()))
        .filteredOn(each -> !each.hasBudget() || each.hasPhases())
        .extracting(each -> GapWords.best(each, ENGLISH))
        .noneMatch(each -> each.contains("this budget"));
    assertThat(GapWords.best(free.withTarget(0.8), ENGLISH))
        .isEqualTo("least cost to serve 80% of the people");
    assertThat(GapWords.best(free.withPublicTarget(0.7), FRENCH))
        .isEqualTo("moindre argent public pour desservir 70\u202f% de la population");
  }

  /** Whoever forbids enough is at the best of what is left. */
  @Test
  void whatAQuestionLeavesOutIsToldWithItsBest() {
    Scenario narrow =
        ScenarioBuilder.builder()
            .budgetUsd(1e6)
            .technologyIds(List.of("leo"))
            .locks(List.of(new Lock("a", "*", true), new Lock("b", "*", true)))
            .build();
    assertThat(GapWords.of(0.01, narrow, ENGLISH))
        .endsWith(
            "(most people for this budget, one technology alone,"
                + " 2 choices locked or forbidden)");
    assertThat(GapWords.of(0.01, narrow, FRENCH))
        .endsWith(
            "(le plus de personnes pour ce budget, une seule technologie,"
                + " 2 choix verrouillés ou interdits)");
  }

  @Test
  void lessIsAMinusInBothLanguages() {
    assertThat(DifferenceWords.of(-46_210, ENGLISH)).isEqualTo("\u221246,210");
    assertThat(DifferenceWords.of(-46_210, FRENCH)).isEqualTo("\u221246\u202f210");
    assertThat(DifferenceWords.of(12.5, ENGLISH)).isEqualTo("+12.5");
    assertThat(DifferenceWords.of(0, ENGLISH)).isEqualTo("0");
  }

  @Test
  void farMoreIsToldAsTimes() {
    Figures figures = Figures.of(Locale.ENGLISH);
    assertThat(figures.changePercent(102.0 / 2)).isEqualTo("×52");
    assertThat(figures.changePercent(2.5)).isEqualTo("+250%");
    assertThat(figures.changePercent(-0.99)).isEqualTo("\u221299%");
  }
}
