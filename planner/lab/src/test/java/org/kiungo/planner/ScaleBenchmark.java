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
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.PlanResult;

/**
 * Time and memory by number of settlements, on synthetic countries with 25 USD per person to spend
 * and two threads. Bound and plan end by their limits on work, as on the command line; then local
 * search runs for ten seconds so that its score calculations can be counted, which is no part of
 * the times. Writes {@code target/benchmark/scale.tsv}, which {@code docs/scale.py} draws.
 *
 * <p>{@code mvn -Pbenchmark -pl planner/lab -am -Dtest=ScaleBenchmark}; {@code
 * -Dkiungo.sizes=1000,1000000} says which.
 */
class ScaleBenchmark {

  private static final double USD_PER_PERSON = 25;
  private static final double SEARCH_SECONDS = 10;

  private static MeasurementTable table;

  static String[] sizes() {
    return System.getProperty("kiungo.sizes", "1000,3000,10000,30000,100000,300000,1000000")
        .split(",");
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void timeAndMemory(String size) throws IOException {
    measure(size);
  }

  /** Processor and wall-clock time since a start. */
  private record Time(double cpuSeconds, double wallSeconds) {

    static Time now() {
      long cpu =
          ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
              .getProcessCpuTime();
      return new Time(cpu / 1e9, System.nanoTime() / 1e9);
    }

    Time since(Time start) {
      return new Time(cpuSeconds - start.cpuSeconds, wallSeconds - start.wallSeconds);
    }
  }

  /** When phases were first reported. */
  private static final class Clock implements Progress {
    private final Time start = Time.now();
    private Time firstPlan;
    private volatile Time searchFrom;
    private Time searchTo;

    boolean isUp() {
      Time from = searchFrom;
      return from != null && Time.now().since(from).wallSeconds > SEARCH_SECONDS;
    }

    @Override
    public void report(String phase, double done, double value, double bound, double gap) {
      if (phase.equals("bound") && firstPlan == null) {
        firstPlan = Time.now().since(start);
      } else if (phase.equals("search") && searchFrom == null) {
        searchFrom = Time.now();
      } else if (phase.equals("certificate")) {
        searchTo = Time.now();
      }
    }
  }

  static void measure(String size) throws IOException {
    if (table == null) {
      table =
          new MeasurementTable(
              Path.of("target/benchmark/scale.tsv"),
              "settlements",
              "first plan s",
              "first plan cpu s",
              "all s",
              "all cpu s",
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
    PlanResult found =
        Planner.plan(
            problem,
            ScenarioFile.DEFAULT.withBudgetUsd(Math.rint(USD_PER_PERSON * people)),
            clock,
            clock::isUp);
    Time all = Time.now().since(clock.start);
    Time search = clock.searchTo.since(clock.searchFrom);
    AtomicLong peak = new AtomicLong();
    heapPools(pool -> peak.addAndGet(pool.getPeakUsage().getUsed()));
    Metrics.removeRegistry(registry);
    table.add(
        n,
        clock.firstPlan.wallSeconds,
        clock.firstPlan.cpuSeconds,
        all.wallSeconds - search.wallSeconds,
        all.cpuSeconds - search.cpuSeconds,
        peak.get() >> 20,
        100 * found.certificate().gapRatio(),
        calculations.get(),
        calculations.get() / search.cpuSeconds);
  }

  private static void heapPools(java.util.function.Consumer<MemoryPoolMXBean> what) {
    ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .forEach(what);
  }
}
