package org.kiungo.planner.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.place.location.MaximalCovering;
import org.kiungo.planner.place.location.problem.CoverSets;
import org.kiungo.planner.place.location.problem.LocationSolution;

/**
 * Maximal covering on points ({@link PointFile}): every point is a candidate site and covers what
 * lies within the radius. p and the radius are not in the file. The SJC instances are those of
 * Lorena and Pereira 2002, International Journal of Industrial Engineering 9(1), 57–67.
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
    PointFile points = PointFile.read(instance);
    CoverSets cover =
        CoverSets.of(points.size(), covering(points, limits.radius()), points.demand());
    LocationSolution solution =
        MaximalCovering.solve(
            cover, limits.p(), LocationRun.manyStarts(limits), Progress.NONE, watch.timeIsUp());
    return LocationRun.result(this, instance, solution, limits, watch);
  }

  /** Points within the radius of each point, found in squares as wide as the radius. */
  private static int[][] covering(PointFile points, double radius) {
    double[] width = points.square(radius);
    Map<Long, List<Integer>> squares = new HashMap<>();
    for (int i = 0; i < points.size(); i++) {
      squares.computeIfAbsent(square(points, i, width, 0, 0), key -> new ArrayList<>()).add(i);
    }
    int[][] covering = new int[points.size()][];
    for (int i = 0; i < covering.length; i++) {
      List<Integer> near = new ArrayList<>();
      for (int east = -1; east <= 1; east++) {
        for (int north = -1; north <= 1; north++) {
          for (int j : squares.getOrDefault(square(points, i, width, east, north), List.of())) {
            if (points.distance(i, j) <= radius) {
              near.add(j);
            }
          }
        }
      }
      covering[i] = near.stream().mapToInt(Integer::intValue).toArray();
    }
    return covering;
  }

  private static long square(PointFile points, int i, double[] width, int east, int north) {
    long column = (long) Math.floor(points.x()[i] / width[0]) + east;
    long row = (long) Math.floor(points.y()[i] / width[1]) + north;
    return column << 32 ^ row & 0xffffffffL;
  }
}
