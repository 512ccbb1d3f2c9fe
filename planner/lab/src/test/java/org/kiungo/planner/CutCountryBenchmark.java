package org.kiungo.planner;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.geodata.reference.DefaultBudget;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.deploy.BroadbandSolver;
import org.kiungo.planner.deploy.Deployment;
import org.kiungo.planner.deploy.local.LocalSearch;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;

/**
 * Plans of {@link CutCountry} at the default budget and their bounds. Writes {@code
 * target/benchmark/places-INSTANCE.tsv}.
 *
 * <p>{@code mvn -Pbenchmark -pl planner/lab -am -Dtest=CutCountryBenchmark}; {@code
 * -Dkiungo.instances=LSO:1,KEN:4} takes countries and the parts of each cell.
 */
class CutCountryBenchmark {

  private static final long MOVES = 20_000;

  static String[] instances() {
    return System.getProperty("kiungo.instances", "LSO:1,BEN:1,KEN:1,KEN:4").split(",");
  }

  @ParameterizedTest
  @MethodSource("instances")
  void bounds(String instance) throws IOException {
    measure(instance);
  }

  static void measure(String instance) throws IOException {
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmark/places-" + instance.replace(':', '-') + ".tsv"),
            "instance",
            "settlements",
            "budget USD",
            "people",
            "bound",
            "gap %",
            "cpu s");
    String iso3 = instance.split(":")[0];
    PlanningProblem problem = CutCountry.of(iso3, Integer.parseInt(instance.split(":")[1]));
    double budgetUsd = DefaultBudget.usd(Reference.builtIn(), List.of(iso3));
    DeploySettings settings =
        new DeploySettings(
            budgetUsd,
            Double.NaN,
            List.of(),
            List.of(),
            List.of(),
            42,
            MOVES,
            ScenarioFile.DEFAULT.threads(),
            Optional.empty());
    double start = cpuSeconds();
    Deployment found =
        new BroadbandSolver(problem, settings, new LocalSearch())
            .solve(budgetUsd, Progress.NONE, () -> false);
    double cpu = cpuSeconds() - start;
    table.add(
        instance,
        problem.settlements().size(),
        budgetUsd,
        found.weightedPeople(),
        found.boundPeople(),
        100 * (1 - found.weightedPeople() / found.boundPeople()),
        cpu);
  }

  private static double cpuSeconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }
}
