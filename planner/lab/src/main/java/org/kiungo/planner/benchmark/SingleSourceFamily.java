package org.kiungo.planner.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.place.location.SingleSourceCapacitated;
import org.kiungo.planner.place.location.problem.CapacitatedModel;
import org.kiungo.planner.place.location.problem.LocationSolution;

/** Single-source capacitated location on the files that {@link FacilityFile} reads. */
record SingleSourceFamily() implements BenchmarkFamily {

  @Override
  public String id() {
    return "sscflp";
  }

  @Override
  public BenchmarkResult run(Path instance, BenchmarkLimits limits) throws IOException {
    BenchmarkLimits.Watch watch = limits.start();
    CapacitatedModel model =
        FacilityFile.read(instance, limits.capacity()).withCapacities(instance).model();
    LocationSolution solution =
        SingleSourceCapacitated.solve(
            model, LocationRun.manyStarts(limits), Progress.NONE, watch.timeIsUp());
    return LocationRun.result(this, instance, solution, limits, watch);
  }
}
