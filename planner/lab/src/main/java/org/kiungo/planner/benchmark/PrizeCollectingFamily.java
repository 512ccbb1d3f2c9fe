package org.kiungo.planner.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.steiner.PrizeCollectingSolver;
import org.kiungo.planner.steiner.SteinerLimits;

/** Prize-collecting Steiner trees, no root given: edges plus prizes missed, to be least. */
record PrizeCollectingFamily() implements BenchmarkFamily {

  @Override
  public String id() {
    return "pcst";
  }

  @Override
  public BenchmarkResult run(Path instance, BenchmarkLimits limits) throws IOException {
    BenchmarkLimits.Watch watch = limits.start();
    StpFile file = StpFile.read(instance);
    for (long penalty : file.penalty()) {
      if (penalty == ArborescenceInstance.MANDATORY) {
        return SteinerFamily.solveRooted(id(), instance, file, limits, watch);
      }
    }
    SteinerLimits search = new SteinerLimits(limits.seed(), Long.MAX_VALUE, watch.timeIsUp());
    PrizeCollectingSolver.Solved solved =
        PrizeCollectingSolver.solve(file.graph(), file.cost(), file.penalty(), search);
    return SteinerFamily.result(
        id(), instance, file, solved.value(), solved.lowerBound(), limits, watch);
  }
}
