package org.kiungo.planner.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.steiner.ArborescenceSolver;
import org.kiungo.planner.steiner.SolvedArborescence;
import org.kiungo.planner.steiner.SteinerLimits;

/** Steiner trees in graphs: all terminals must be joined (SteinLib). */
record SteinerFamily() implements BenchmarkFamily {

  @Override
  public String id() {
    return "steiner";
  }

  @Override
  public BenchmarkResult run(Path instance, BenchmarkLimits limits) throws IOException {
    BenchmarkLimits.Watch watch = limits.start();
    return solveRooted(id(), instance, StpFile.read(instance), limits, watch);
  }

  /** Roots the tree at the first terminal that must be reached. */
  static BenchmarkResult solveRooted(
      String family,
      Path instance,
      StpFile file,
      BenchmarkLimits limits,
      BenchmarkLimits.Watch watch) {
    int root = 0;
    while (file.penalty()[root] != ArborescenceInstance.MANDATORY) {
      root++;
      if (root == file.penalty().length) {
        throw new InputRefused("benchmark.stp.empty", "file", instance.getFileName());
      }
    }
    ArborescenceInstance problem =
        new ArborescenceInstance(file.graph(), file.cost(), root, file.penalty());
    SteinerLimits search = new SteinerLimits(limits.seed(), Long.MAX_VALUE, watch.timeIsUp());
    SolvedArborescence solved = ArborescenceSolver.solve(problem, search, null);
    return result(
        family, instance, file, solved.tree().value(), solved.lowerBound(), limits, watch);
  }

  static BenchmarkResult result(
      String family,
      Path instance,
      StpFile file,
      long value,
      long bound,
      BenchmarkLimits limits,
      BenchmarkLimits.Watch watch) {
    double scale = file.scale();
    return new BenchmarkResult(
        family,
        name(instance),
        value / scale,
        bound / scale,
        Certificate.gapRatio(Certificate.Sense.MINIMISE, value, bound),
        watch.seconds(),
        watch.cpuSeconds(),
        limits.known(),
        limits.seed());
  }

  private static String name(Path instance) {
    String name = instance.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
