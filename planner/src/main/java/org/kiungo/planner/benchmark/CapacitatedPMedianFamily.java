package org.kiungo.planner.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.place.location.AssignmentCosts;
import org.kiungo.planner.place.location.CapacitatedModel;
import org.kiungo.planner.place.location.CapacitatedPMedian;
import org.kiungo.planner.place.location.LocationSolution;

/**
 * Capacitated p-median on the OR-Library's files: {@code id best}, {@code n p Q}, then {@code id x
 * y demand} per point; distances are Euclidean, rounded down.
 *
 * @see <a href="https://people.brunel.ac.uk/~mastjjb/jeb/orlib/pmedcapinfo.html">OR-Library</a>
 */
record CapacitatedPMedianFamily() implements BenchmarkFamily {

  private static final int MOST_POINTS = 5000;

  @Override
  public String id() {
    return "cpmp";
  }

  @Override
  public BenchmarkResult run(Path instance, BenchmarkLimits limits) throws IOException {
    BenchmarkLimits.Watch watch = limits.start();
    NumberFile in = new NumberFile(instance);
    in.next(2);
    int n = in.nextCount(MOST_POINTS);
    int p = in.nextCount(n);
    double[] capacity = new double[n];
    Arrays.fill(capacity, in.next());
    double[] x = new double[n];
    double[] y = new double[n];
    double[] demand = new double[n];
    for (int i = 0; i < n; i++) {
      in.next();
      x[i] = in.next();
      y[i] = in.next();
      demand[i] = in.next();
    }
    double[][] distance = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        distance[i][j] = Math.floor(Math.hypot(x[i] - x[j], y[i] - y[j]));
      }
    }
    CapacitatedModel model =
        new CapacitatedModel(
            AssignmentCosts.ofMatrix(distance),
            demand,
            capacity,
            new double[n],
            limits.p() > 0 ? limits.p() : p);
    LocationSolution solution =
        CapacitatedPMedian.solve(
            model, LocationRun.manyStarts(limits), Progress.NONE, watch.timeIsUp());
    return LocationRun.result(this, instance, solution, limits, watch);
  }
}
