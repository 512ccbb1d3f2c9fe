package org.kiungo.planner.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.place.location.PMedian;
import org.kiungo.planner.place.location.problem.AssignmentCosts;
import org.kiungo.planner.place.location.problem.LocationSolution;

/**
 * p-median on the OR-Library's graphs ({@code n m p}, then {@code i j c} per edge; the last line of
 * a repeated pair counts; shortest paths are the distances), on matrices ({@code n p}, n rows of n
 * distances), and on TSPLIB's points, unrounded.
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
    Read file = read(instance);
    int p = limits.p() > 0 ? limits.p() : file.p();
    if (p < 1 || p > file.distance().length) {
      throw new InputRefused("benchmark.pmedian.p", "file", instance.getFileName());
    }
    LocationSolution solution =
        PMedian.solve(
            AssignmentCosts.ofMatrix(file.distance(), file.weight()),
            p,
            LocationRun.manyStarts(limits),
            Progress.NONE,
            watch.timeIsUp());
    return LocationRun.result(this, instance, solution, limits, watch);
  }

  private record Read(int p, double[][] distance, double[] weight) {}

  private static Read read(Path instance) throws IOException {
    if (Files.readString(instance, StandardCharsets.ISO_8859_1).contains("NODE_COORD_SECTION")) {
      return points(PointFile.read(instance));
    }
    NumberLines lines = NumberLines.read(instance);
    int n = lines.count(0, MOST_VERTICES);
    double[] one = new double[n];
    Arrays.fill(one, 1);
    if (lines.number().length == 2 + (long) n * n) {
      double[][] distance = new double[n][];
      for (int i = 0; i < n; i++) {
        distance[i] = Arrays.copyOfRange(lines.number(), 2 + i * n, 2 + (i + 1) * n);
      }
      return new Read(lines.count(1, n), distance, one);
    }
    return new Read(lines.count(2, n), graph(lines, n), one);
  }

  private static Read points(PointFile points) {
    double[][] distance = new double[points.size()][points.size()];
    for (int i = 0; i < distance.length; i++) {
      for (int j = 0; j < distance.length; j++) {
        distance[i][j] = points.distance(i, j);
      }
    }
    return new Read(0, distance, points.demand());
  }

  private static double[][] graph(NumberLines lines, int n) {
    int edges = lines.count(1, Integer.MAX_VALUE);
    Map<Long, Double> length = new LinkedHashMap<>();
    for (int e = 0, at = 3; e < edges; e++, at += 3) {
      int a = lines.count(at, n) - 1;
      int b = lines.count(at + 1, n) - 1;
      if (at + 2 >= lines.number().length || !(lines.number()[at + 2] >= 0)) {
        throw lines.refused(at + 2);
      }
      length.put((long) Math.min(a, b) * n + Math.max(a, b), lines.number()[at + 2]);
    }
    double[][] distance = new double[n][];
    List<List<double[]>> neighbours = neighbours(n, length);
    for (int i = 0; i < n; i++) {
      distance[i] = distances(i, neighbours);
    }
    return distance;
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
