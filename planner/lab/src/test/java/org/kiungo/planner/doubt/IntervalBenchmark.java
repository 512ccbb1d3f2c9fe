package org.kiungo.planner.doubt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.kiungo.planner.MeasurementTable;
import org.kiungo.planner.Planner;
import org.kiungo.planner.PlanningQuestion;
import org.kiungo.planner.deploy.parallel.Blocks;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.doubt.Doubt.Regret;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.Scenario;

/**
 * How often the 95 % interval of what a plan loses holds what it loses in truth: many studies of
 * one plan, each with a seed of its own; the truth is the mean of all their futures. Writes {@code
 * target/benchmark/intervals.tsv}, a line a study.
 *
 * <p>{@code mvn -Pbenchmark -pl planner/lab -am -Dtest=IntervalBenchmark -Dkiungo.plan=PLAN}, the
 * folder of the plan in doubt; {@code -Dkiungo.repeats=200}, {@code -Dkiungo.futures=40}.
 */
@EnabledIfSystemProperty(named = "kiungo.plan", matches = ".+")
class IntervalBenchmark {

  private static final List<DoubtLayer> LAYERS = List.of(DoubtLayer.values());

  private final int futures = Integer.getInteger("kiungo.futures", 40);
  private final int repeats = Integer.getInteger("kiungo.repeats", 200);

  @Test
  void coverage() throws IOException {
    PlanFolder base = PlanFolder.read(Path.of(System.getProperty("kiungo.plan")));
    // bounds are found before moves are tried
    Scenario scenario = base.scenario().with().seconds(0).threads(1).steps(0).build();
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmark/intervals.tsv"), "seed", "mean", "half width", "worst");
    Regret[] told = new Regret[repeats];
    for (int seed = 1; seed <= repeats; seed++) {
      long drawn = seed;
      List<double[]> each =
          Blocks.each(futures, threads(), k -> boundAndValue(base, scenario, drawn, k + 1));
      told[seed - 1] = Regrets.of(column(each, 0), column(each, 1));
      Regret here = told[seed - 1];
      table.add(seed, here.mean(), here.halfWidth95(), here.worst());
      double truth = Arrays.stream(told, 0, seed).mapToDouble(Regret::mean).average().orElse(0);
      long held =
          Arrays.stream(told, 0, seed)
              .filter(one -> Math.abs(one.mean() - truth) <= one.halfWidth95())
              .count();
      System.out.printf("after %d studies: mean %.1f, held in %d%n", seed, truth, held);
    }
  }

  private static int threads() {
    return Integer.getInteger("kiungo.threads", 2);
  }

  private double[] boundAndValue(PlanFolder base, Scenario scenario, long seed, int future) {
    PlanningQuestion question =
        new PlanningQuestion(Futures.of(base.problem(), LAYERS, seed, futures, future), scenario);
    double bound =
        Planner.folder(
                Futures.of(base.problem(), LAYERS, seed, futures, future),
                question.plan(List.of(), Progress.NONE, () -> false))
            .certificate()
            .bound();
    Plan kept = question.refilled(question.trimmed(base.plan()));
    return new double[] {bound, question.value(kept)};
  }

  private static double[] column(List<double[]> rows, int column) {
    return IntStream.range(0, rows.size()).mapToDouble(k -> rows.get(k)[column]).toArray();
  }
}
