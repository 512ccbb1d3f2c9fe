package org.kiungo.web.page.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.folder.progress.ProgressReport;
import org.kiungo.planner.folder.progress.ProgressReport.Indicator;
import org.kiungo.planner.folder.progress.ProgressReport.Left;
import org.kiungo.planner.folder.progress.ProgressReport.Variance;
import org.kiungo.web.page.Figures;
import org.kiungo.web.progress.Forecast;

/** Every year has its place, time runs as the page reads, and nothing leaves the picture. */
class PeopleChartTest {

  private static ProgressReport report(double today) {
    List<Indicator> years = new ArrayList<>();
    for (int k = 0; k < 10; k++) {
      double known = k < 3 ? today + 50 * (k + 1) : Double.NaN;
      years.add(
          new Indicator(
              2027 + k,
              1e6,
              today + 100 * Math.min(5, k + 1),
              known,
              known - 10,
              Double.NaN,
              Double.NaN,
              Double.NaN,
              Double.NaN));
    }
    Variance total =
        new Variance("plan", "", 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 500, 300, 150, 1, 140);
    return new ProgressReport(
        "",
        "2029-12-31",
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

  private static PeopleChart chart(double today, boolean mirrored) {
    ProgressReport report = report(today);
    return PeopleChart.of(report, Forecast.of(report), mirrored, Figures.of(Locale.ENGLISH));
  }

  private static List<double[]> points(String line) {
    List<double[]> points = new ArrayList<>();
    for (String each : line.split(" ")) {
      String[] at = each.split(",");
      points.add(new double[] {Double.parseDouble(at[0]), Double.parseDouble(at[1])});
    }
    return points;
  }

  @Test
  void everyYearIsThereAndNothingLeavesThePicture() {
    for (double today : List.of(0.0, 200.0, 6.8e6)) {
      PeopleChart chart = chart(today, false);
      assertThat(points(chart.planned())).hasSize(10);
      assertThat(points(chart.standing())).hasSize(3);
      assertThat(chart.counted()).hasSize(3);
      assertThat(points(chart.expected())).hasSize(8);
      for (String line : List.of(chart.planned(), chart.standing(), chart.range())) {
        assertThat(points(line))
            .allMatch(each -> each[0] >= 0 && each[0] <= 640 && each[1] >= 0 && each[1] <= 250);
      }
      double first = points(chart.planned()).get(0)[1];
      double last = points(chart.planned()).get(9)[1];
      assertThat(first - last).as("the rise is seen, today %s", today).isGreaterThan(60);
      assertThat(chart.ticks().size()).isBetween(2, 12);
    }
    assertThat(chart(0, false).from()).isZero();
    assertThat(chart(6.8e6, false).from()).isPositive();
  }

  @Test
  void whatReadsFromRightToLeftHasTimeRunSo() {
    PeopleChart there = chart(200, false);
    PeopleChart back = chart(200, true);
    for (int k = 0; k < 10; k++) {
      double[] a = points(there.planned()).get(k);
      double[] b = points(back.planned()).get(k);
      assertThat(b[0]).isCloseTo(640 - a[0], within(0.11));
      assertThat(b[1]).isEqualTo(a[1]);
    }
    assertThat(there.ticks().get(0).anchor()).isEqualTo("end");
    assertThat(back.ticks().get(0).anchor()).isEqualTo("start");
  }
}
