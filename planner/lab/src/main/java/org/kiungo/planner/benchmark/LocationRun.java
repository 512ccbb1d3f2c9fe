package org.kiungo.planner.benchmark;

import java.nio.file.Path;
import org.kiungo.planner.place.location.problem.LocationLimits;
import org.kiungo.planner.place.location.problem.LocationSolution;

/** What every location family does around its model. */
final class LocationRun {

  private LocationRun() {}

  /** As much search as the time allows. */
  static LocationLimits limits(BenchmarkLimits limits) {
    return new LocationLimits(limits.seed(), 60, 1000, 10_000_000);
  }

  /** The same where a restart is short and many are needed: whole points fit badly. */
  static LocationLimits manyStarts(BenchmarkLimits limits) {
    return new LocationLimits(limits.seed(), 6000, 1000, 10_000_000);
  }

  static BenchmarkResult result(
      BenchmarkFamily family,
      Path instance,
      LocationSolution solution,
      BenchmarkLimits limits,
      BenchmarkLimits.Watch watch) {
    String name = instance.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return new BenchmarkResult(
        family.id(),
        dot > 0 ? name.substring(0, dot) : name,
        solution.value(),
        solution.bound(),
        solution.gapRatio(),
        watch.seconds(),
        watch.cpuSeconds(),
        limits.known(),
        limits.seed());
  }
}
