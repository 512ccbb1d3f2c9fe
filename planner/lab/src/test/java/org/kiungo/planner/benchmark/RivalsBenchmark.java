package org.kiungo.planner.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.planner.CountryData;
import org.kiungo.planner.MeasurementTable;
import org.kiungo.planner.Planner;
import org.kiungo.planner.benchmark.rival.Rival;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.Verifier;

/**
 * Kiungo beside three rivals' rules at 20 budgets in each of five countries. Budgets grow by equal
 * steps from the cost of serving 5 % of the people to that of serving 95 %.
 *
 * <p>{@code mvn -Pbenchmark -pl planner/lab -am -Dtest=RivalsBenchmark }; {@code
 * -Dkiungo.countries=LSO,KEN} takes some only; {@code -Dkiungo.spacing=ratio} lets budgets grow by
 * equal ratios; {@code -Dkiungo.turns=5,6,7} measures some of the twenty turns, ordered by a stride
 * that covers the range, and asserts nothing about how many are better.
 */
class RivalsBenchmark {

  private static final int BUDGETS = 20;
  private static final int BISECTIONS = 12;

  /** Budgets are taken in this stride, so that a run cut short has seen all of the range. */
  private static final int COPRIME = 7;

  /** Budgets grow by equal ratios instead of equal steps. */
  private static final boolean RATIOS = "ratio".equals(System.getProperty("kiungo.spacing"));

  /** What sums of people in another order may differ by. */
  private static final double SUM_TOLERANCE_RATIO = 1e-9;

  @TempDir private Path scratch;

  static Stream<String> countries() {
    return Stream.of(System.getProperty("kiungo.countries", "IBZ,STP,LSO,KEN,BEN").split(","));
  }

  private static PlanningProblem problem(String name) throws IOException {
    return name.equals("STP")
        ? ProblemAssembly.builtIn(
            List.of(name), CatalogueReader.builtIn(), ServiceStandard.DEFAULT, Money.DEFAULT)
        : CountryData.read(name);
  }

  @ParameterizedTest
  @MethodSource("countries")
  void neverWorseAndMostlyBetter(String country) throws IOException {
    PlanningProblem problem = problem(country);
    List<Rival> rivals = Rival.all(problem);
    List<String> columns =
        new ArrayList<>(List.of("country", "budget USD", "cost USD", "people", "bound", "gap %"));
    rivals.forEach(rival -> columns.add(rival.id()));
    columns.addAll(List.of("over best rival %", "cpu s"));
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmark/rivals-" + country + ".tsv"), columns.toArray(String[]::new));
    double low = costOfServing(rivals, problem.standard(), 0.05);
    double high = costOfServing(rivals, problem.standard(), 0.95);
    List<String> worse = new ArrayList<>();
    int better = 0;
    for (int turn : turns()) {
      int k = turn * COPRIME % BUDGETS;
      double share = k / (BUDGETS - 1.0);
      double spaced = RATIOS ? low * Math.pow(high / low, share) : low + (high - low) * share;
      double budgetUsd = Math.rint(spaced / 1000) * 1000;
      Scenario scenario = ScenarioFile.DEFAULT.withBudgetUsd(budgetUsd);
      long start = cpuNanos();
      PlanResult ours = Planner.plan(problem, scenario, Progress.NONE, () -> false);
      double seconds = (cpuNanos() - start) / 1e9;
      check(problem, scenario, ours.plan(), ours.certificate());
      List<Object> row =
          new ArrayList<>(
              List.of(
                  country,
                  budgetUsd,
                  ours.plan().totals().lifetimeCostUsd(),
                  ours.certificate().value(),
                  ours.certificate().bound(),
                  100 * ours.certificate().gapRatio()));
      double best = 0;
      for (Rival rival : rivals) {
        Plan plan = rival.plan(budgetUsd);
        double value = value(plan, problem.standard());
        check(problem, scenario, plan, unproven(ours.certificate(), value));
        best = Math.max(best, value);
        row.add(value);
      }
      row.add(100 * (ours.certificate().value() / best - 1));
      row.add(seconds);
      table.add(row.toArray());
      double slack = SUM_TOLERANCE_RATIO * best;
      better += ours.certificate().value() > best + slack ? 1 : 0;
      if (ours.certificate().value() < best - slack) {
        worse.add("budget " + budgetUsd + ": " + ours.certificate().value() + " < " + best);
      }
    }
    assertThat(worse).as(country).isEmpty();
    if (turns().length == BUDGETS) {
      assertThat(better).as(country + ": strictly better").isGreaterThanOrEqualTo(15);
    }
  }

  private static int[] turns() {
    String some = System.getProperty("kiungo.turns");
    return some == null
        ? IntStream.range(0, BUDGETS).toArray()
        : Arrays.stream(some.split(",")).mapToInt(Integer::parseInt).toArray();
  }

  /** Least budget at which one of the rivals serves a share of the most that any can serve. */
  private static double costOfServing(List<Rival> rivals, ServiceStandard standard, double share) {
    double high = 1e6;
    while (best(rivals, standard, 2 * high) > best(rivals, standard, high)) {
      high *= 2;
    }
    double target = share * best(rivals, standard, high);
    double low = 0;
    for (int k = 0; k < BISECTIONS; k++) {
      double middle = (low + high) / 2;
      if (best(rivals, standard, middle) >= target) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private static double best(List<Rival> rivals, ServiceStandard standard, double budgetUsd) {
    return rivals.stream().mapToDouble(r -> value(r.plan(budgetUsd), standard)).max().orElse(0);
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static double value(Plan plan, ServiceStandard standard) {
    return plan.totals().peopleServed() + standard.basicWeightRatio() * plan.totals().peopleBasic();
  }

  private static Certificate unproven(Certificate ours, double value) {
    return new Certificate(
        ours.sense(),
        value,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        "",
        "",
        List.of(),
        ours.seed(),
        0,
        ours.engineVersion(),
        ours.catalogueVersion());
  }

  private void check(PlanningProblem problem, Scenario scenario, Plan plan, Certificate certificate)
      throws IOException {
    Path folder = scratch.resolve("plan");
    new PlanFolder(problem, scenario, plan, certificate).write(folder);
    assertThat(Verifier.verify(folder).broken()).isEmpty();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }
}
