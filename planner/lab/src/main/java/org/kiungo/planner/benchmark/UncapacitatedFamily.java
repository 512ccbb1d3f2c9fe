package org.kiungo.planner.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.place.location.UncapacitatedFacilityLocation;
import org.kiungo.planner.place.location.problem.AssignmentCosts;
import org.kiungo.planner.place.location.problem.LocationSolution;

/**
 * Uncapacitated fixed-charge location on the files that {@link FacilityFile} reads; capacities are
 * ignored.
 *
 * @see <a href="https://people.brunel.ac.uk/~mastjjb/jeb/orlib/uncapinfo.html">OR-Library</a>
 */
record UncapacitatedFamily() implements BenchmarkFamily {

  @Override
  public String id() {
    return "uflp";
  }

  @Override
  public BenchmarkResult run(Path instance, BenchmarkLimits limits) throws IOException {
    BenchmarkLimits.Watch watch = limits.start();
    FacilityFile file = FacilityFile.read(instance, Double.NaN);
    LocationSolution solution =
        UncapacitatedFacilityLocation.solve(
            AssignmentCosts.ofMatrix(file.cost()),
            file.fixedCost(),
            LocationRun.manyStarts(limits),
            Progress.NONE,
            watch.timeIsUp());
    return LocationRun.result(this, instance, solution, limits, watch);
  }
}
