package org.kiungo.planner.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.planner.CountryData;
import org.kiungo.planner.SeededSample;

class KnownOptimaTest {

  /** Of a processor, not of the clock: a busy machine cuts no search short. */
  private static final double CPU_SECONDS = 600;

  private static final OperatingSystemMXBean CPU =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** Sets of which every instance is solved within seconds; of others those that are named. */
  private static final Set<String> SETS =
      Set.of("steiner-B", "steiner-C", "steiner-D", "steiner-MC", "pcst-JMP-K", "pcst-CRR");

  private static final Set<String> OTHERS = Set.of("cc6-2u", "hc6p", "hc6u");

  private static final int TAKEN = 12;

  /** An instance's family, file and published optimum. */
  private record Published(String family, String file, double optimum) {
    @Override
    public String toString() {
      return file;
    }
  }

  private static Path benchmarks() {
    return CountryData.root().resolve("benchmarks");
  }

  /** From the table that lies beside the instances; a plain run takes some of them. */
  static List<Published> published() throws IOException {
    Path table = benchmarks().resolve("OPTIMA.csv");
    if (!Files.exists(table)) {
      return List.of(new Published("steiner", "OPTIMA.csv", Double.NaN));
    }
    List<Published> all = new ArrayList<>();
    for (String line : Files.readAllLines(table)) {
      String[] cells = line.split(",");
      if (SETS.contains(cells[0]) || OTHERS.contains(cells[1])) {
        String family = cells[0].substring(0, cells[0].indexOf('-'));
        all.add(new Published(family, cells[4], Double.parseDouble(cells[3])));
      }
    }
    assertThat(all).hasSizeGreaterThan(40);
    return SeededSample.of("published optima", all, TAKEN);
  }

  @ParameterizedTest
  @MethodSource("published")
  void publishedOptimumIsReachedAndTheBoundNeverAboveIt(Published published) throws IOException {
    assertReached(published.family(), published.file(), published.optimum());
  }

  private static void assertReached(String family, String file, double optimum) throws IOException {
    Path instance = benchmarks().resolve(file);
    assumeTrue(Files.exists(instance), "skipped: no benchmark instance at " + instance);
    BenchmarkLimits limits =
        new BenchmarkLimits(
            CPU_SECONDS, 1, 0, Double.NaN, optimum, CPU::getProcessCpuTime, CPU::getProcessCpuTime);
    BenchmarkResult result = BenchmarkFamily.find(family).orElseThrow().run(instance, limits);
    assertThat(result.value()).isEqualTo(optimum);
    assertThat(result.bound()).isLessThanOrEqualTo(optimum);
  }

  /** Needs a minute of a processor for its branches. */
  @Test
  @Tag("exhaustive")
  void theLargerHypercubeToo() throws IOException {
    assertReached("steiner", "steinlib/PUC/cc3-5u.stp", 36);
  }
}
