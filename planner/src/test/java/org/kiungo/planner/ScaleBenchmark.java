package org.kiungo.planner;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.planner.benchmark.MeasurementTable;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;

/**
 * Time and memory by number of settlements, on synthetic countries with 25 USD per person to spend.
 * The search ends after min(60, 5 + n/1000) s of processor time; writes {@code
 * target/benchmark/scale.tsv}, which {@code docs/scale.py} draws.
 *
 * <p>{@code mvn -Pbenchmark -pl planner -Dtest=ScaleBenchmark}; {@code -Dkiungo.sizes=1000,1000000}
 * says which.
 */
class ScaleBenchmark {

  private static final double USD_PER_PERSON = 25;

  private static MeasurementTable table;

  static String[] sizes() {
    return System.getProperty("kiungo.sizes", "1000,3000,10000,30000,100000").split(",");
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void timeAndMemory(String size) throws IOException {
    measure(size);
  }

  /** Cumulated processor time when a phase was first reported, s. */
  private static final class Clock implements Progress {
    private final long start = cpuNanos();
    private double firstPlanSeconds = Double.NaN;
    private double searchFrom = Double.NaN;
    private double searchTo = Double.NaN;

    double seconds() {
      return (cpuNanos() - start) / 1e9;
    }

    @Override
    public void report(String phase, double done, double value, double bound, double gap) {
      switch (phase) {
        case "bound" ->
            firstPlanSeconds = Double.isNaN(firstPlanSeconds) ? seconds() : firstPlanSeconds;
        case "search" -> searchFrom = seconds();
        case "certificate" -> searchTo = seconds();
        default -> {
          // other phases are not timed
        }
      }
    }
  }

  static void measure(String size) throws IOException {
    if (table == null) {
      table =
          new MeasurementTable(
              Path.of("target/benchmark/scale.tsv"),
              "settlements",
              "first plan cpu s",
              "all cpu s",
              "all wall s",
              "peak heap MB",
              "gap %",
              "score calculations",
              "score calculations per cpu s");
    }
    PlanningProblem problem = CountryData.read(size);
    int n = problem.settlements().size();
    double people = problem.settlements().stream().mapToDouble(s -> s.population()).sum();
    AtomicLong calculations = new AtomicLong();
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    registry
        .config()
        .onMeterRemoved(
            meter -> {
              if (meter instanceof Gauge gauge
                  && meter.getId().getName().contains("score.calculation.count")) {
                calculations.addAndGet((long) gauge.value());
              }
            });
    Metrics.addRegistry(registry);
    System.gc();
    heapPools(MemoryPoolMXBean::resetPeakUsage);
    Clock clock = new Clock();
    double limit = Math.min(60, 5 + n / 1000.0);
    long wall = System.nanoTime();
    PlanResult found =
        Planner.plan(
            problem,
            ScenarioFile.DEFAULT.withBudgetUsd(Math.rint(USD_PER_PERSON * people)),
            clock,
            () -> clock.seconds() > limit);
    double wallSeconds = (System.nanoTime() - wall) / 1e9;
    AtomicLong peak = new AtomicLong();
    heapPools(pool -> peak.addAndGet(pool.getPeakUsage().getUsed()));
    Metrics.removeRegistry(registry);
    table.add(
        n,
        clock.firstPlanSeconds,
        clock.seconds(),
        wallSeconds,
        peak.get() >> 20,
        100 * found.certificate().gapRatio(),
        calculations.get(),
        calculations.get() / (clock.searchTo - clock.searchFrom));
  }

  private static void heapPools(java.util.function.Consumer<MemoryPoolMXBean> what) {
    ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .forEach(what);
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
