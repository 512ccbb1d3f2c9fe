package org.kiungo.planner.deploy.prices;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.planner.CountryData;
import org.kiungo.planner.MeasurementTable;
import org.kiungo.planner.deploy.BroadbandSolver;
import org.kiungo.planner.deploy.Deployment;
import org.kiungo.planner.deploy.construct.GreedyConstruction;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.local.LocalSearch;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;

/**
 * Gaps of countries at budgets for which the greedy construction serves 25, 50 and 75 % of the
 * unserved, with the model taken apart as {@link GapVariants} has it. Every plan ends by its limits
 * on work, as on the command line, with the scenario's threads; medians over three seeds. Writes
 * {@code target/benchmark/gap-COUNTRY.tsv}.
 *
 * <p>{@code mvn -Pbenchmark -pl planner/lab -am -Dtest=GapBenchmark}; {@code
 * -Dkiungo.countries=LSO}, {@code -Dkiungo.variants=COMPLETE} and {@code -Dkiungo.seeds=42} take
 * some only; {@code -Dkiungo.budgets=1e9,2e9} gives the budgets in USD.
 */
public class GapBenchmark {

  private static final double[] SHARES = {0.25, 0.5, 0.75};
  private static final double NEAR_RATIO = 0.01;
  private static final int BISECTIONS = 14;

  /** Moves of the local search, as a scenario has them that says nothing. */
  private static final long STEPS = 20_000;

  static String[] countries() {
    return System.getProperty("kiungo.countries", "LSO,KEN,BEN").split(",");
  }

  @ParameterizedTest
  @MethodSource("countries")
  void gaps(String country) throws IOException {
    measure(country, CountryData.read(country));
  }

  /**
   * Measures one problem.
   *
   * @param name in the table and its file's name
   */
  public static void measure(String name, PlanningProblem facts) throws IOException {
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmark/gap-" + name + ".tsv"),
            "country",
            "settlements",
            "variant",
            "share of the unserved",
            "budget USD",
            "people",
            "bound",
            "gap %",
            "least gap %",
            "largest gap %",
            "moves",
            "s",
            "cpu s");
    long[] seeds =
        Arrays.stream(System.getProperty("kiungo.seeds", "42,43,44").split(","))
            .mapToLong(Long::parseLong)
            .toArray();
    for (GapVariants variant : GapVariants.values()) {
      if (!System.getProperty("kiungo.variants", variant.name()).contains(variant.name())) {
        continue;
      }
      PlanningProblem problem = variant.of(facts);
      int n = problem.settlements().size();
      Question world = new Question(problem, settings(Double.NaN, seeds[0]));
      double all = new PricedForest(world).totalValue();
      for (double budgetUsd : budgetsUsd(world)) {
        double[] gap = new double[seeds.length];
        double[] people = new double[seeds.length];
        double[] bound = new double[seeds.length];
        double[] seconds = new double[seeds.length];
        double[] cpuSeconds = new double[seeds.length];
        double[] moves = new double[seeds.length];
        for (int k = 0; k < seeds.length; k++) {
          long start = System.nanoTime();
          long cpuStart = cpuNanos();
          Deployment found =
              new BroadbandSolver(problem, settings(budgetUsd, seeds[k]), new LocalSearch())
                  .solve(budgetUsd, Progress.NONE, () -> false);
          seconds[k] = (System.nanoTime() - start) / 1e9;
          cpuSeconds[k] = (cpuNanos() - cpuStart) / 1e9;
          people[k] = found.weightedPeople();
          bound[k] = found.boundPeople();
          gap[k] = 100 * (1 - people[k] / bound[k]);
          moves[k] = found.steps();
        }
        table.add(
            name,
            n,
            variant,
            MeasurementTable.median(people) * SolverUnits.VALUE_PER_PERSON / all,
            budgetUsd,
            MeasurementTable.median(people),
            MeasurementTable.median(bound),
            MeasurementTable.median(gap),
            Arrays.stream(gap).min().orElseThrow(),
            Arrays.stream(gap).max().orElseThrow(),
            MeasurementTable.median(moves),
            MeasurementTable.median(seconds),
            MeasurementTable.median(cpuSeconds));
      }
    }
  }

  private static DeploySettings settings(double budgetUsd, long seed) {
    return new DeploySettings(
        budgetUsd,
        Double.NaN,
        List.of(),
        List.of(),
        List.of(),
        seed,
        STEPS,
        ScenarioFile.DEFAULT.threads(),
        Optional.empty());
  }

  private static double[] budgetsUsd(Question world) {
    String given = System.getProperty("kiungo.budgets");
    return given != null
        ? Arrays.stream(given.split(",")).mapToDouble(Double::parseDouble).toArray()
        : Arrays.stream(SHARES)
            .map(share -> Math.rint(budgetServing(world, share) / 1000) * 1000)
            .toArray();
  }

  /** A budget for which the greedy construction serves about a share of the unserved, weighted. */
  private static double budgetServing(Question world, double share) {
    double all = new PricedForest(world).totalValue();
    Draft whole = new GreedyConstruction(world.withBudget(Double.NaN)).build(() -> false);
    double low = 0;
    double high = whole.spentUsd();
    double middle = high * share * share;
    for (int k = 0; k < BISECTIONS; k++) {
      Draft draft = new GreedyConstruction(world.withBudget(middle)).build(() -> false);
      double off = draft.value() / all - share;
      if (Math.abs(off) < NEAR_RATIO) {
        return middle;
      }
      low = off < 0 ? middle : low;
      high = off < 0 ? high : middle;
      middle = (low + high) / 2;
    }
    return middle;
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
