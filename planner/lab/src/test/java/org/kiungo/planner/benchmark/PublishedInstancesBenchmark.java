package org.kiungo.planner.benchmark;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.planner.CountryData;
import org.kiungo.planner.MeasurementTable;

/**
 * Every instance of a family beside its published optimum or best known value: one table per family
 * in {@code target/benchmark}. The limit counts processor time, so that a busy machine changes
 * nothing but the wall clock.
 *
 * <p>{@code mvn -Pbenchmark -pl planner/lab -am -Dtest=PublishedInstancesBenchmark}; {@code
 * -Dkiungo.seconds=60}, {@code -Dkiungo.seed=42} and {@code -Dkiungo.instances=i080-001} say how
 * long, with which seed, and which ones only.
 */
class PublishedInstancesBenchmark {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "steiner-B",
        "steiner-C",
        "steiner-D",
        "steiner-E",
        "steiner-MC",
        "steiner-SP",
        "steiner-PUC",
        "pcst-JMP-K",
        "pcst-CRR",
        "uflp"
      })
  void valueBesideTheBestKnown(String set) throws IOException {
    measure(set, Double.parseDouble(System.getProperty("kiungo.seconds", "60")));
  }

  /** Runs one set and writes its table. */
  static void measure(String set, double seconds) throws IOException {
    Path folder = CountryData.root().resolve("benchmarks");
    assumeTrue(Files.exists(folder), "skipped: no benchmark instances at " + folder);
    String id = set.startsWith("steiner") ? "steiner" : set.startsWith("pcst") ? "pcst" : set;
    BenchmarkFamily family = BenchmarkFamily.find(id).orElseThrow();
    long seed = Long.parseLong(System.getProperty("kiungo.seed", "42"));
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmark/instances-" + set + "-" + seed + ".tsv"),
            "instance",
            "value",
            "bound",
            "best known",
            "over best known %",
            "wall s",
            "cpu s");
    List<String> some =
        Arrays.stream(System.getProperty("kiungo.instances", "").split(","))
            .filter(name -> !name.isEmpty())
            .toList();
    List<Double> over = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("OPTIMA.csv"))) {
      String[] cells = line.split(",");
      boolean wanted = cells[0].equals(set) && (some.isEmpty() || some.contains(cells[1]));
      Path instance = wanted ? folder.resolve(cells[4]) : null;
      if (instance != null && Files.exists(instance)) {
        double known = best(cells[3]);
        long wall = System.nanoTime();
        BenchmarkResult result =
            family.run(
                instance,
                new BenchmarkLimits(
                    seconds,
                    seed,
                    0,
                    Double.NaN,
                    known,
                    PublishedInstancesBenchmark::cpuNanos,
                    PublishedInstancesBenchmark::cpuNanos));
        over.add(100 * (result.value() / known - 1));
        table.add(
            cells[1],
            result.value(),
            result.bound(),
            known,
            over.get(over.size() - 1),
            (System.nanoTime() - wall) / 1e9,
            result.cpuSeconds());
      }
    }
    double mean = over.stream().mapToDouble(d -> d).average().orElse(Double.NaN);
    long reached = over.stream().filter(d -> d <= 1e-9).count();
    table.add("mean; reached " + reached + " of " + over.size(), "", "", "", mean, "", "");
  }

  /** The upper end of "open [low;high]", else the number itself. */
  private static double best(String cell) {
    return Optional.of(cell)
        .filter(text -> text.startsWith("open"))
        .map(text -> text.substring(text.indexOf(';') + 1, text.indexOf(']')))
        .map(Double::parseDouble)
        .orElseGet(() -> Double.parseDouble(cell));
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
