package org.kiungo.planner.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.place.location.CoverSets;
import org.kiungo.planner.place.location.LocationSolution;
import org.kiungo.planner.place.location.MaximalCovering;

/**
 * Maximal covering on points: a heading that begins with the number of points, then rows {@code x y
 * demand}; every point is a candidate site and covers what lies within the radius. p and the radius
 * are not in the file. The SJC instances are those of Lorena and Pereira 2002, International
 * Journal of Industrial Engineering 9(1), 57–67.
 */
record MaximalCoveringFamily() implements BenchmarkFamily {

  @Override
  public String id() {
    return "mclp";
  }

  @Override
  public BenchmarkResult run(Path instance, BenchmarkLimits limits) throws IOException {
    BenchmarkLimits.Watch watch = limits.start();
    if (limits.p() < 1 || !(limits.radius() >= 0)) {
      throw new InputRefused("benchmark.mclp.options", "file", instance.getFileName());
    }
    List<double[]> points = points(instance);
    double[] weight = points.stream().mapToDouble(point -> point[2]).toArray();
    CoverSets cover = CoverSets.of(points.size(), covering(points, limits.radius()), weight);
    LocationSolution solution =
        MaximalCovering.solve(
            cover, limits.p(), LocationRun.limits(limits), Progress.NONE, watch.timeIsUp());
    return LocationRun.result(this, instance, solution, limits, watch);
  }

  private static List<double[]> points(Path instance) throws IOException {
    List<double[]> points = new ArrayList<>();
    List<String> lines = Files.readAllLines(instance, StandardCharsets.ISO_8859_1);
    for (int k = 1; k < lines.size(); k++) {
      if (lines.get(k).isBlank()) {
        continue;
      }
      try {
        double[] row =
            Arrays.stream(lines.get(k).trim().split("[\\s,;]+"))
                .limit(3)
                .mapToDouble(Double::parseDouble)
                .toArray();
        if (row.length < 3 || row[2] < 0) {
          throw new NumberFormatException(lines.get(k));
        }
        points.add(row);
      } catch (NumberFormatException e) {
        throw new InputRefused(
            "benchmark.mclp.line",
            "file",
            instance.getFileName(),
            "line",
            k + 1,
            "text",
            lines.get(k));
      }
    }
    if (points.isEmpty()) {
      throw new InputRefused("benchmark.location.word", "file", instance.getFileName(), "word", 1);
    }
    return points;
  }

  /** Points within the radius of each point, found in squares as wide as the radius. */
  private static int[][] covering(List<double[]> points, double radius) {
    double width = Math.max(radius, 1e-9);
    Map<String, List<Integer>> squares = new HashMap<>();
    for (int i = 0; i < points.size(); i++) {
      squares.computeIfAbsent(square(points.get(i), width, 0, 0), key -> new ArrayList<>()).add(i);
    }
    int[][] covering = new int[points.size()][];
    for (int i = 0; i < covering.length; i++) {
      double[] here = points.get(i);
      List<Integer> near = new ArrayList<>();
      for (int east = -1; east <= 1; east++) {
        for (int north = -1; north <= 1; north++) {
          for (int j : squares.getOrDefault(square(here, width, east, north), List.of())) {
            double[] there = points.get(j);
            if (Math.hypot(here[0] - there[0], here[1] - there[1]) <= radius) {
              near.add(j);
            }
          }
        }
      }
      covering[i] = near.stream().mapToInt(Integer::intValue).toArray();
    }
    return covering;
  }

  private static String square(double[] point, double width, int east, int north) {
    return (long) (Math.floor(point[0] / width) + east)
        + " "
        + (long) (Math.floor(point[1] / width) + north);
  }
}
