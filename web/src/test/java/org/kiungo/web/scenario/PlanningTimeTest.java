package org.kiungo.web.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.Progress;

class PlanningTimeTest {

  private final List<String> heard = new ArrayList<>();
  private final Progress listener = (phase, done, value, bound, gap) -> heard.add(phase);
  private final PlanningTime time = new PlanningTime();

  @Test
  void nothingIsForecastBeforeTheFirstPlan() {
    assertThat(time.forecast(100, 10)).isNaN();
  }

  @Test
  void whatComesBeforeTheSearchGrowsWithPlacesAndTheSearchWithSteps() {
    PlanningTime.Watch watch = time.begin(listener);
    watch.report("bound", 0, 1, 2, 0.5);
    work(40);
    watch.report("search", 0.6, 1, 2, 0.5);
    work(40);
    watch.report("search", 0.9, 1, 2, 0.5);
    watch.end(1000, 2000);
    assertThat(heard).containsExactly("bound", "search", "search");
    double still = time.forecast(1000, 0);
    assertThat(still).isPositive();
    assertThat(time.forecast(3000, 0)).isCloseTo(3 * still, within(0));
    double perStep = (time.forecast(1000, 2000) - still) / 2000;
    assertThat(perStep).isPositive();
    // a hundred million steps cost what they cost, whatever the places cost before them
    assertThat(time.forecast(1000, 100_000_000) - still).isCloseTo(perStep * 1e8, within(perStep));
  }

  private static org.assertj.core.data.Offset<Double> within(double value) {
    return org.assertj.core.data.Offset.offset(Math.max(value, 1e-3));
  }

  /** Uses the processor for so many milliseconds of its time. */
  private static void work(int millis) {
    var threads = java.lang.management.ManagementFactory.getThreadMXBean();
    long end = threads.getCurrentThreadCpuTime() + millis * 1_000_000L;
    double sum = 0;
    while (threads.getCurrentThreadCpuTime() < end) {
      sum += Math.sqrt(sum + 1);
    }
    assertThat(sum).isPositive();
  }
}
