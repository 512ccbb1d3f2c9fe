package org.kiungo.planner.benchmark;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.planner.CountryData;
import org.kiungo.planner.MeasurementTable;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.place.location.MaximalCovering;
import org.kiungo.planner.place.location.PCentre;
import org.kiungo.planner.place.location.PMedian;
import org.kiungo.planner.place.location.SetCovering;
import org.kiungo.planner.place.location.problem.AssignmentCosts;
import org.kiungo.planner.place.location.problem.CoverSets;
import org.kiungo.planner.place.location.problem.LocationLimits;
import org.kiungo.planner.place.location.problem.LocationSolution;

/**
 * Every location instance of {@code benchmarks/OPTIMA.csv} and {@code validation}: one table per
 * set in {@code target/benchmark}. The limit counts processor time. {@code
 * planner/lab/docs/peers/location.py} runs HiGHS on the same instances and draws both.
 *
 * <p>{@code mvn -Pbenchmark -pl planner/lab -am -Dtest=LocationInstancesBenchmark}; {@code
 * -Dkiungo.seconds=10}, {@code -Dkiungo.seed=42} and {@code -Dkiungo.sets=pmed,cpmp} change it.
 */
class LocationInstancesBenchmark {

  private static final Pattern SITES = Pattern.compile("p=(\\d+)");
  private static final Pattern RADIUS = Pattern.compile("r=([\\d.]+)");

  private record Instance(String label, Path file, int p, double radius, double known) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sanfrancisco",
        "uflp",
        "cflp",
        "mclp",
        "sscflp-ORlib",
        "sscflp-Holmberg",
        "sscflp-Delmaire",
        "orlib-pmed",
        "pmed",
        "cpmp"
      })
  void valueAndBoundBesideTheBestKnown(String set) throws IOException {
    String sets = System.getProperty("kiungo.sets", set);
    assumeTrue(List.of(sets.split(",")).contains(set), "skipped: not among kiungo.sets");
    Path root = CountryData.root();
    assumeTrue(Files.exists(root.resolve("benchmarks")), "skipped: no instances at " + root);
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmark/location-" + set + ".tsv"),
            "instance",
            "value",
            "bound",
            "best known",
            "off best known %",
            "gap %",
            "cpu s");
    if (set.equals("sanfrancisco")) {
      sanFrancisco(root, table);
      return;
    }
    List<Double> off = new ArrayList<>();
    for (Instance instance : instances(root, set)) {
      row(table, instance, set, off);
    }
    double mean =
        off.stream().filter(d -> !d.isNaN()).mapToDouble(d -> d).average().orElse(Double.NaN);
    long reached = off.stream().filter(d -> d <= 1e-5).count();
    table.add("mean; reached " + reached + " of " + off.size(), "", "", "", mean, "", "");
  }

  private static void row(MeasurementTable table, Instance instance, String set, List<Double> off)
      throws IOException {
    String family = set.startsWith("sscflp") ? "sscflp" : set.endsWith("pmed") ? "pmedian" : set;
    BenchmarkLimits limits =
        new BenchmarkLimits(
            Double.parseDouble(System.getProperty("kiungo.seconds", "10")),
            Long.parseLong(System.getProperty("kiungo.seed", "42")),
            instance.p(),
            instance.radius(),
            instance.known(),
            LocationInstancesBenchmark::cpuNanos,
            LocationInstancesBenchmark::cpuNanos);
    try {
      BenchmarkResult found =
          BenchmarkFamily.find(family).orElseThrow().run(instance.file(), limits);
      off.add(100 * Math.abs(found.value() / instance.known() - 1));
      table.add(
          instance.label(),
          text(found.value()),
          text(found.bound()),
          text(instance.known()),
          off.get(off.size() - 1),
          100 * found.gapRatio(),
          found.cpuSeconds());
    } catch (InputRefused refused) {
      off.add(Double.POSITIVE_INFINITY);
      table.add(
          instance.label(), "none: " + refused.code(), "", text(instance.known()), "", "", "");
    }
  }

  private static List<Instance> instances(Path root, String set) throws IOException {
    List<Instance> found = new ArrayList<>();
    if (set.equals("orlib-pmed")) {
      try (Stream<Path> files = Files.list(root.resolve("validation/orlib"))) {
        files
            .filter(file -> file.getFileName().toString().startsWith("pmed"))
            .sorted()
            .forEach(
                file ->
                    found.add(
                        new Instance(
                            file.getFileName().toString().replace(".txt", ""),
                            file,
                            0,
                            Double.NaN,
                            Double.NaN)));
      }
      return found;
    }
    Path folder = root.resolve("benchmarks");
    for (String line : Files.readAllLines(folder.resolve("OPTIMA.csv"))) {
      String[] cells = line.split(",");
      boolean capacitated = set.equals("cflp");
      if (!cells[0].equals(capacitated ? "uflp" : set)) {
        continue;
      }
      Path file = folder.resolve(cells[4]);
      if (capacitated && Files.readString(file).contains("capacity")) {
        continue;
      }
      boolean covering = set.equals("mclp");
      Matcher p = SITES.matcher(cells[2]);
      Matcher r = RADIUS.matcher(cells[2]);
      String label = covering && p.find() ? cells[1] + " p=" + p.group(1) : cells[1];
      found.add(
          new Instance(
              label,
              file,
              covering ? Integer.parseInt(p.group(1)) : 0,
              covering && r.find() ? Double.parseDouble(r.group(1)) : Double.NaN,
              capacitated ? Double.NaN : Double.parseDouble(cells[3])));
    }
    return found;
  }

  /** 205 tracts, 16 stores: the four published optima. */
  private static void sanFrancisco(Path root, MeasurementTable table) throws IOException {
    Path file =
        root.resolve(
            "validation/spopt/SF_network_distance_candidateStore_16_censusTract_205_new.csv");
    Map<String, Integer> stores = new LinkedHashMap<>();
    Map<String, Integer> tracts = new LinkedHashMap<>();
    double[][] distance = new double[205][16];
    double[] weight = new double[205];
    List<String> rows = Files.readAllLines(file);
    for (String row : rows.subList(1, rows.size())) {
      String[] cell = row.split(",");
      int j = stores.computeIfAbsent(cell[1], name -> stores.size());
      int i = tracts.computeIfAbsent(cell[2], name -> tracts.size());
      distance[i][j] = Double.parseDouble(cell[0]);
      weight[i] = Double.parseDouble(cell[3]);
    }
    CoverSets cover = CoverSets.within(distance, 5000, weight);
    LocationLimits limits = LocationLimits.DEFAULT;
    long start = cpuNanos();
    LocationSolution solved = SetCovering.solve(cover, limits, Progress.NONE, () -> false);
    start = row(table, "lscp", solved, 8, start);
    solved = MaximalCovering.solve(cover, 4, limits, Progress.NONE, () -> false);
    start = row(table, "mclp", solved, 875_247, start);
    AssignmentCosts costs = AssignmentCosts.ofMatrix(distance, weight);
    solved = PMedian.solve(costs, 4, limits, Progress.NONE, () -> false);
    start = row(table, "p-median", solved, 2_848_268_129.7145, start);
    solved = PCentre.solve(distance, 4, limits, Progress.NONE, () -> false);
    row(table, "p-centre", solved, 7403.0638, start);
  }

  private static long row(
      MeasurementTable table, String label, LocationSolution solved, double known, long start) {
    table.add(
        label,
        text(solved.value()),
        text(solved.bound()),
        text(known),
        100 * Math.abs(solved.value() / known - 1),
        100 * solved.gapRatio(),
        (cpuNanos() - start) / 1e9);
    return cpuNanos();
  }

  private static String text(double number) {
    return Double.isNaN(number)
        ? ""
        : number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
