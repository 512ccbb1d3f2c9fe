package org.kiungo.planner.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownOptimaTest {

  /** Of a processor, not of the clock: a busy machine cuts no search short. */
  private static final double CPU_SECONDS = 600;

  private static final OperatingSystemMXBean CPU =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static Path benchmarks() {
    String folder = System.getenv("KIUNGO_DATA");
    if (folder == null) {
      folder = System.getProperty("kiungo.data", "../../shared/data");
    }
    return Path.of(folder, "benchmarks");
  }

  @ParameterizedTest
  @CsvSource({
    "steiner, steinlib/B/b18.stp, 218",
    "steiner, steinlib/C/c10.stp, 1093",
    "steiner, steinlib/D/d03.stp, 1565",
    "steiner, steinlib/PUC/cc6-2u.stp, 32",
    "steiner, steinlib/PUC/hc6p.stp, 4003",
    "pcst, pcstp/JMP_K_stp/K100.1.stp, 124108",
    "pcst, pcstp/JMP_K_stp/K400.4.stp, 389451",
    "pcst, pcstp/CRR/D17-A.stp, 23"
  })
  void publishedOptimumIsReachedAndTheBoundNeverAboveIt(String family, String file, double optimum)
      throws IOException {
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
    publishedOptimumIsReachedAndTheBoundNeverAboveIt("steiner", "steinlib/PUC/cc3-5u.stp", 36);
  }
}
