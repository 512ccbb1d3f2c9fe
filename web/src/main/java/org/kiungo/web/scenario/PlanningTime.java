package org.kiungo.web.scenario;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Progress;

/**
 * Forecasts how long a plan takes on this machine from the last one made here. What comes before
 * and after the search step by step grows with the places, the search with its steps; both are
 * measured apart in processor time, so that a plan which waited for another does not count its
 * waiting.
 */
final class PlanningTime {

  private static final String SEARCH = "search";
  private static final double NANOS = 1e9;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private volatile PlanningSpeed speed = new PlanningSpeed(Double.NaN, Double.NaN);

  PlanningSpeed speed() {
    return speed;
  }

  /** Takes over what was measured by another process on this machine. */
  void learn(PlanningSpeed measured) {
    if (!Double.isNaN(measured.secondsPerPlace())) {
      speed = measured;
    }
  }

  /** Forecast in seconds; NaN before the first plan. */
  double forecast(int places, long steps) {
    PlanningSpeed last = speed;
    return last.secondsPerPlace() * places + (steps == 0 ? 0 : last.secondsPerStep() * steps);
  }

  /** A plan that begins now on this thread. */
  Watch begin(Progress listener) {
    return new Watch(listener);
  }

  private double processorSeconds() {
    return threads.getCurrentThreadCpuTime() / NANOS;
  }

  /** Hears of one plan's progress and passes it on. */
  final class Watch implements Progress {

    private final Progress listener;
    private final double begun = processorSeconds();
    private double searchBegun = Double.NaN;
    private double searchEnded = Double.NaN;

    private Watch(Progress listener) {
      this.listener = listener;
    }

    @Override
    public void report(
        String phase, double doneRatio, double value, double bound, double gapRatio) {
      hear(phase);
      listener.report(phase, doneRatio, value, bound, gapRatio);
    }

    @Override
    public void report(
        String phase,
        double doneRatio,
        double value,
        double bound,
        double gapRatio,
        DoubleSupplier people) {
      hear(phase);
      listener.report(phase, doneRatio, value, bound, gapRatio, people);
    }

    private void hear(String phase) {
      if (phase.equals(SEARCH)) {
        searchEnded = processorSeconds();
        searchBegun = Double.isNaN(searchBegun) ? searchEnded : searchBegun;
      }
    }

    @Override
    public void offer(Supplier<Plan> plan) {
      listener.offer(plan);
    }

    /** The plan is made, with all its steps. */
    void end(int places, long steps) {
      double search = Double.isNaN(searchBegun) ? 0 : searchEnded - searchBegun;
      boolean searched = steps > 0 && search > 0;
      speed =
          new PlanningSpeed(
              (processorSeconds() - begun - search) / Math.max(1, places),
              searched ? search / steps : speed.secondsPerStep());
    }
  }
}
