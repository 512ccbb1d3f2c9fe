package org.kiungo.planner.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownOptimaTest {

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
    "steiner, steinlib/PUC/cc3-5u.stp, 36",
    "pcst, pcstp/JMP_K_stp/K100.1.stp, 124108",
    "pcst, pcstp/JMP_K_stp/K400.4.stp, 389451",
    "pcst, pcstp/CRR/D17-A.stp, 23"
  })
  void publishedOptimumIsReachedAndTheBoundNeverAboveIt(String family, String file, double optimum)
      throws IOException {
    Path instance = benchmarks().resolve(file);
    assumeTrue(Files.exists(instance), "skipped: no benchmark instance at " + instance);
    BenchmarkLimits limits =
        new BenchmarkLimits(120, 1, 0, Double.NaN, optimum, System::nanoTime, System::nanoTime);
    BenchmarkResult result = BenchmarkFamily.find(family).orElseThrow().run(instance, limits);
    assertThat(result.value()).isEqualTo(optimum);
    assertThat(result.bound()).isLessThanOrEqualTo(optimum);
  }
}
