package org.kiungo.web.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.planner.scenario.Scenario.Goal;
import org.kiungo.web.language.Words;

/** A number never stands beside another goal's unit. */
class ProgressLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MOST_PEOPLE_UNDER_BUDGET|1234567|1,234,567 people, weighted",
        "LEAST_COST_TO_TARGET|1234567|USD 1,234,567",
        "LEAST_PUBLIC_MONEY_TO_TARGET|1234567|USD 1,234,567 of public money",
        "|1234567|1,234,567 people",
        "HIGHEST_DISTRICT_FLOOR|0.4375|43.8% in the district with least"
      })
  void aValueIsToldInItsGoalsUnit(Goal goal, double value, String told) {
    assertThat(line(ProgressLine.valueKey(goal), value)).endsWith(told);
  }

  @Test
  void usesOfSeveralKindsOfServiceAreNotPeople() {
    CommonOptions common = CommonOptions.silent(Words.in("en"));
    assertThat(common.progressOfUses().line(0.5, 2_447_484, Double.NaN)).contains("2,447,484 uses");
  }

  private static String line(String valueKey, double value) {
    StringWriter err = new StringWriter();
    Words words = Words.in("en");
    try (ProgressLine line = new ProgressLine(new PrintWriter(err), words, false, valueKey)) {
      line.report("search", 0.5, value, Double.NaN, Double.NaN);
    }
    return err.toString().strip();
  }
}
