package org.kiungo.web.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
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
        "HIGHEST_DISTRICT_FLOOR|0.4375|43.8% in the district with least"
      })
  void aValueIsToldInItsGoalsUnit(Goal goal, double value, String told) {
    StringWriter err = new StringWriter();
    try (ProgressLine line = new ProgressLine(new PrintWriter(err), Words.in("en"), false, goal)) {
      line.report("search", 0.5, value, Double.NaN, Double.NaN);
    }
    assertThat(err.toString().strip()).endsWith(told);
  }
}
