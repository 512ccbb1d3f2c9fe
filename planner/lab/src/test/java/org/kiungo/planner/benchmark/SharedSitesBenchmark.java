package org.kiungo.planner.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.MeasurementTable;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.deploy.BroadbandSolver;
import org.kiungo.planner.deploy.Deployment;
import org.kiungo.planner.deploy.local.LocalSearch;
import org.kiungo.planner.deploy.prices.RegionSplit;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;

/**
 * Random worlds of 8 to 25 places that share masts, beside the optimum that HiGHS proves of the
 * complete model: how many plans are optimal, and that no bound is below. Writes {@code
 * target/benchmark/shared-sites.tsv}.
 *
 * <p>{@code mvn -Pbenchmark -pl planner/lab -am -Dtest=SharedSitesBenchmark}; {@code
 * -Dkiungo.worlds=50} takes the first; {@code highs} has to be on the path (Debian's package of
 * that name). Worlds that HiGHS does not close within {@value #SECONDS} s are counted apart: what
 * it found must not be above the bound.
 */
class SharedSitesBenchmark {

  private static final int SECONDS = 10;

  /** People; as far HiGHS may be from what it says, whose figures have seven digits. */
  private static final double PEOPLE = 0.01;

  @TempDir private Path folder;

  /** What HiGHS says of the most people. */
  private record Peer(double people, double boundPeople) {
    boolean isClosed() {
      return boundPeople - people <= PEOPLE;
    }
  }

  @Test
  void plansAndBoundsBesideHighs() throws Exception {
    int worlds = Integer.getInteger("kiungo.worlds", 500);
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmark/shared-sites.tsv"),
            "seed",
            "places",
            "budget USD",
            "plan",
            "bound",
            "highs",
            "highs bound");
    int closed = 0;
    int optimal = 0;
    for (long seed = 1; seed <= worlds; seed++) {
      SplittableRandom random = new SplittableRandom(1_000 + seed);
      int places = 8 + random.nextInt(18);
      PlanningProblem world = SmallWorlds.random(seed, places);
      double budgetUsd = Math.rint((50_000 + 70_000 * random.nextDouble()) * places / 4);
      DeploySettings settings =
          new DeploySettings(budgetUsd, Double.NaN, List.of(), List.of(), List.of(), seed, 20_000);
      Deployment found =
          new BroadbandSolver(world, settings, new LocalSearch())
              .solve(budgetUsd, Progress.NONE, () -> false);
      Peer peer = highs(RegionSplit.program(world, budgetUsd));
      double people = found.weightedPeople();
      double bound = found.boundPeople();
      table.add(seed, places, budgetUsd, people, bound, peer.people, peer.boundPeople);
      assertThat(bound).as("bound of seed %d", seed).isGreaterThanOrEqualTo(peer.people - PEOPLE);
      assertThat(people)
          .as("plan of seed %d above what HiGHS proves", seed)
          .isLessThanOrEqualTo(peer.boundPeople + PEOPLE);
      closed += peer.isClosed() ? 1 : 0;
      optimal += peer.isClosed() && people >= peer.people - PEOPLE ? 1 : 0;
    }
    System.out.printf(
        "shared sites: %d worlds, %d closed by HiGHS, %d of these plans optimal%n",
        worlds, closed, optimal);
    assertThat(closed).isPositive();
  }

  private Peer highs(String program) throws IOException, InterruptedException {
    Path lp = Files.writeString(folder.resolve("world.lp"), program);
    Path options =
        Files.writeString(
            folder.resolve("options"), "mip_rel_gap = 0\nmip_abs_gap = 0.001\nthreads = 1\n");
    Path said = folder.resolve("said");
    Process run =
        new ProcessBuilder(
                "highs",
                "--time_limit",
                Integer.toString(SECONDS),
                "--options_file",
                options.toString(),
                lp.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    run.waitFor();
    String output = Files.readString(said);
    return new Peer(-figure(output, "Primal bound"), -figure(output, "Dual bound"));
  }

  private static double figure(String output, String name) {
    Matcher found = Pattern.compile(name + "\\s+(\\S+)").matcher(output);
    if (!found.find()) {
      throw new UncheckedIOException(new IOException("HiGHS said no " + name + ": " + output));
    }
    return found.group(1).endsWith("inf")
        ? Double.parseDouble(found.group(1).replace("inf", "Infinity"))
        : Double.parseDouble(found.group(1));
  }
}
