package org.kiungo.planner.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.place.location.CapacitatedFacilityLocation;
import org.kiungo.planner.place.location.problem.CapacitatedModel;
import org.kiungo.planner.place.location.problem.LocationSolution;

/**
 * Capacitated fixed-charge location, demand split, on the files that {@link FacilityFile} reads.
 *
 * @see <a href="https://people.brunel.ac.uk/~mastjjb/jeb/orlib/capinfo.html">OR-Library</a>
 */
record CapacitatedFamily() implements BenchmarkFamily {

  @Override
  public String id() {
    return "cflp";
  }

  @Override
  public BenchmarkResult run(Path instance, BenchmarkLimits limits) throws IOException {
    BenchmarkLimits.Watch watch = limits.start();
    CapacitatedModel model =
        FacilityFile.read(instance, limits.capacity()).withCapacities(instance).model();
    LocationSolution solution =
        CapacitatedFacilityLocation.solve(
            model, LocationRun.limits(limits), Progress.NONE, watch.timeIsUp());
    return LocationRun.result(this, instance, solution, limits, watch);
  }
}
