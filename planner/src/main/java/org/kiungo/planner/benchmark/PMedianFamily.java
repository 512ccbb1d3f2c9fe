package org.kiungo.planner.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.place.location.AssignmentCosts;
import org.kiungo.planner.place.location.LocationSolution;
import org.kiungo.planner.place.location.PMedian;

/**
 * p-median on the OR-Library's graphs: {@code n m p}, then {@code i j c} per edge; the last line of
 * a repeated pair counts; shortest paths are the distances.
 *
 * @see <a href="https://people.brunel.ac.uk/~mastjjb/jeb/orlib/pmedinfo.html">OR-Library</a>
 */
record PMedianFamily() implements BenchmarkFamily {

  private static final int MOST_VERTICES = 20_000;

  @Override
  public String id() {
    return "pmedian";
  }

  @Override
  public BenchmarkResult run(Path instance, BenchmarkLimits limits) throws IOException {
    BenchmarkLimits.Watch watch = limits.start();
    NumberFile in = new NumberFile(instance);
    int n = in.nextCount(MOST_VERTICES);
    int edges = in.nextCount(Integer.MAX_VALUE);
    int p = in.nextCount(n);
    Map<Long, Double> length = new LinkedHashMap<>();
    for (int e = 0; e < edges; e++) {
      int a = in.nextCount(n) - 1;
      int b = in.nextCount(n) - 1;
      length.put((long) Math.min(a, b) * n + Math.max(a, b), in.next());
    }
    double[][] distance = new double[n][];
    List<List<double[]>> neighbours = neighbours(n, length);
    for (int i = 0; i < n; i++) {
      distance[i] = distances(i, neighbours);
    }
    LocationSolution solution =
        PMedian.solve(
            AssignmentCosts.ofMatrix(distance),
            limits.p() > 0 ? limits.p() : p,
            LocationRun.limits(limits),
            Progress.NONE,
            watch.timeIsUp());
    return LocationRun.result(this, instance, solution, limits, watch);
  }

  private static List<List<double[]>> neighbours(int n, Map<Long, Double> length) {
    List<List<double[]>> neighbours = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      neighbours.add(new ArrayList<>());
    }
    length.forEach(
        (pair, c) -> {
          int a = (int) (pair / n);
          int b = (int) (pair % n);
          neighbours.get(a).add(new double[] {b, c});
          neighbours.get(b).add(new double[] {a, c});
        });
    return neighbours;
  }

  /** Dijkstra 1959, https://doi.org/10.1007/BF01386390. */
  private static double[] distances(int from, List<List<double[]>> neighbours) {
    double[] distance = new double[neighbours.size()];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    distance[from] = 0;
    PriorityQueue<double[]> queue = new PriorityQueue<>((a, b) -> Double.compare(a[0], b[0]));
    queue.add(new double[] {0, from});
    while (!queue.isEmpty()) {
      double[] top = queue.poll();
      int v = (int) top[1];
      if (top[0] > distance[v]) {
        continue;
      }
      for (double[] edge : neighbours.get(v)) {
        double through = top[0] + edge[1];
        if (through < distance[(int) edge[0]]) {
          distance[(int) edge[0]] = through;
          queue.add(new double[] {through, edge[0]});
        }
      }
    }
    return distance;
  }
}
