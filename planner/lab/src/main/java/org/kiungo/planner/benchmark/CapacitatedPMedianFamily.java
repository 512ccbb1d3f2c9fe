package org.kiungo.planner.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.place.location.CapacitatedPMedian;
import org.kiungo.planner.place.location.problem.AssignmentCosts;
import org.kiungo.planner.place.location.problem.CapacitatedModel;
import org.kiungo.planner.place.location.problem.LocationSolution;

/**
 * Capacitated p-median. Three layouts, told apart by how many numbers there are: the OR-Library's
 * ({@code id best}, {@code n p Q}, then {@code id x y demand} per point; distances Euclidean,
 * rounded down), Lorena's ({@code n p}, then {@code x y capacity demand}; distances Euclidean), and
 * Ceselli's ({@code n p}, n rows of n distances, demands, capacities).
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
    Read file = read(NumberLines.read(instance));
    CapacitatedModel model =
        new CapacitatedModel(
            AssignmentCosts.ofMatrix(file.distance()),
            file.demand(),
            file.capacity(),
            new double[file.demand().length],
            limits.p() > 0 ? limits.p() : file.p());
    LocationSolution solution =
        CapacitatedPMedian.solve(
            model, LocationRun.manyStarts(limits), Progress.NONE, watch.timeIsUp());
    return LocationRun.result(this, instance, solution, limits, watch);
  }

  private record Read(int p, double[][] distance, double[] demand, double[] capacity) {}

  private static Read read(NumberLines lines) {
    int all = lines.number().length;
    int n = all > 2 ? (int) lines.number()[0] : 0;
    if (all == 2 + 4L * n) {
      return points(lines, 0, true);
    }
    if (all == 2 + (2L + n) * n) {
      return matrix(lines);
    }
    if (all > 4 && all == 5 + 4L * (int) lines.number()[2]) {
      return points(lines, 2, false);
    }
    throw lines.refused(all);
  }

  /** Distances as they are (own capacities), or rounded down (OR-Library: one capacity). */
  private static Read points(NumberLines lines, int head, boolean ownCapacity) {
    int n = lines.count(head, MOST_POINTS);
    int p = lines.count(head + 1, n);
    int from = ownCapacity ? head + 2 : head + 3;
    double[] demand = new double[n];
    double[] capacity = new double[n];
    double[][] distance = new double[n][n];
    for (int i = 0; i < n; i++) {
      int at = from + 4 * i;
      demand[i] = lines.number()[at + 3];
      capacity[i] = lines.number()[ownCapacity ? at + 2 : head + 2];
      for (int j = 0; j < n; j++) {
        int x = ownCapacity ? at : at + 1;
        int there = x + 4 * (j - i);
        double euclid =
            Math.hypot(
                lines.number()[x] - lines.number()[there],
                lines.number()[x + 1] - lines.number()[there + 1]);
        distance[i][j] = ownCapacity ? euclid : Math.floor(euclid);
      }
    }
    return new Read(p, distance, demand, capacity);
  }

  private static Read matrix(NumberLines lines) {
    int n = lines.count(0, MOST_POINTS);
    double[][] distance = new double[n][];
    for (int i = 0; i < n; i++) {
      distance[i] = Arrays.copyOfRange(lines.number(), 2 + i * n, 2 + (i + 1) * n);
    }
    int demands = 2 + n * n;
    return new Read(
        lines.count(1, n),
        distance,
        Arrays.copyOfRange(lines.number(), demands, demands + n),
        Arrays.copyOfRange(lines.number(), demands + n, demands + 2 * n));
  }
}
