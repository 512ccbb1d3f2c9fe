package org.kiungo.planner.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import org.kiungo.planner.bound.ArborescenceSolver;
import org.kiungo.planner.bound.SearchLimits;
import org.kiungo.planner.bound.SolvedArborescence;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.network.ArborescenceInstance;

/** Steiner trees in graphs: all terminals must be joined (SteinLib). */
record SteinerFamily() implements BenchmarkFamily {

  @Override
  public String id() {
    return "steiner";
  }

  @Override
  public BenchmarkResult run(Path instance, BenchmarkLimits limits) throws IOException {
    BenchmarkLimits.Watch watch = limits.start();
    StpFile file = StpFile.read(instance);
    int root = 0;
    while (file.penalty()[root] != ArborescenceInstance.MANDATORY) {
      root++;
    }
    ArborescenceInstance problem =
        new ArborescenceInstance(file.graph(), file.cost(), root, file.penalty());
    SolvedArborescence solved =
        ArborescenceSolver.solve(
            problem, new SearchLimits(limits.seed(), Long.MAX_VALUE, watch.timeIsUp()), null);
    double value = solved.tree().value() / (double) file.scale();
    double bound = solved.lowerBound() / (double) file.scale();
    return new BenchmarkResult(
        id(),
        name(instance),
        value,
        bound,
        Certificate.gapRatio(Certificate.Sense.MINIMISE, value, bound),
        watch.seconds(),
        watch.cpuSeconds(),
        limits.known(),
        limits.seed());
  }

  static String name(Path instance) {
    String name = instance.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
