package org.kiungo.web.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.folder.progress.ProgressReport;
import org.kiungo.planner.folder.progress.ProgressReport.Indicator;
import org.kiungo.planner.folder.progress.ProgressReport.Left;
import org.kiungo.planner.folder.progress.ProgressReport.Variance;

/** What is expected lies within its range, which is never beyond the plan's own pace. */
class ForecastTest {

  private static final double TODAY = 100;

  /** Those who gain by the plan, and from what stands, by year from 2027. */
  private static ProgressReport report(String asOf, double[] planned, double... standing) {
    List<Indicator> years = new ArrayList<>();
    for (int k = 0; k < planned.length; k++) {
      double stands = k < standing.length ? TODAY + standing[k] : Double.NaN;
      years.add(
          new Indicator(
              2027 + k,
              1000,
              TODAY + planned[k],
              stands,
              Double.NaN,
              Double.NaN,
              Double.NaN,
              Double.NaN,
              Double.NaN));
    }
    double all = planned[planned.length - 1];
    Variance total =
        new Variance("plan", "", 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, all, 0, 0, 0, Double.NaN);
    return new ProgressReport(
        "",
        asOf,
        List.of(),
        total,
        new Left(1, 0, 0, 1, 0),
        List.of(),
        List.of(),
        years,
        List.of(),
        List.of(),
        null);
  }

  @Test
  void whatIsToComeComesAtThePaceSoFar() {
    Forecast found = Forecast.of(report("2028-12-31", new double[] {200, 400, 600, 800}, 150, 200));
    assertThat(found.paceRatio()).isEqualTo(0.5);
    assertThat(found.slowestRatio()).as("50 of 200 in the second year").isEqualTo(0.25);
    assertThat(found.years()).extracting(Forecast.Year::year).containsExactly(2029, 2030);
    Forecast.Year last = found.years().get(1);
    assertThat(last.low()).isCloseTo(TODAY + 200 + 0.25 * 400, within(1e-9));
    assertThat(last.likely()).isCloseTo(TODAY + 200 + 0.5 * 400, within(1e-9));
    assertThat(last.high()).as("late ones made up for").isCloseTo(TODAY + 800, within(1e-9));
    assertThat(found.latePeople()).as("late, and so below the plan").isEqualTo(200);
  }

  @Test
  void whoIsAheadIsNotExpectedToGoOnFasterThanPlanned() {
    Forecast found = Forecast.of(report("2027-12-31", new double[] {100, 200}, 150));
    assertThat(found.paceRatio()).isEqualTo(1);
    assertThat(found.years().get(0).likely()).isEqualTo(found.years().get(0).high());
  }

  @Test
  void beforeAnythingIsDueNobodyKnowsThePace() {
    assertThat(Forecast.of(report("", new double[] {100, 200})).years()).isEmpty();
    assertThat(Forecast.of(report("2027-12-31", new double[] {0, 200}, 0)).years()).isEmpty();
  }
}
