package org.kiungo.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Executes every cell of every notebook against the jar that this build made, side by side. */
@Execution(ExecutionMode.CONCURRENT)
class NotebooksTest {

  private static final Path HERE = Path.of("").toAbsolutePath();
  private static final Path JAR = HERE.resolve("../web/target/kiungo.jar").normalize();
  private static final String FUTURES = "4";
  private static final String PACKAGES = "import ipykernel, nbconvert, pandas, matplotlib";

  @TempDir Path folder;

  static List<String> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(HERE)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".ipynb"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void everyCellRuns(String notebook) throws Exception {
    assumeTrue(Files.exists(JAR), "skipped: no web/target/kiungo.jar (run mvn package first)");
    String python =
        Stream.of("/usr/bin/python3", "python3").filter(this::runs).findFirst().orElse("");
    assumeTrue(!python.isEmpty(), "skipped: no Python that can " + PACKAGES);
    Path kernel = Files.createDirectories(folder.resolve("jupyter/kernels/python3"));
    Files.writeString(
        kernel.resolve("kernel.json"),
        """
        {"argv": ["%s", "-m", "ipykernel_launcher", "-f", "{connection_file}"],
         "display_name": "Python 3", "language": "python"}
        """
            .formatted(python));
    Path log = folder.resolve("nbconvert.log");
    ProcessBuilder builder =
        new ProcessBuilder(
            python,
            "-m",
            "nbconvert",
            "--to",
            "notebook",
            "--execute",
            "--ExecutePreprocessor.timeout=1800",
            "--output-dir",
            folder.toString(),
            HERE.resolve(notebook).toString());
    builder.environment().put("JUPYTER_PATH", folder.resolve("jupyter").toString());
    builder.environment().put("KIUNGO_JAR", JAR.toString());
    builder.environment().put("KIUNGO_WORK", folder.resolve("work").toString());
    builder.environment().put("MPLBACKEND", "Agg");
    // all hundred of notebook 06 where whole matrices are taken (mvn -Pexhaustive verify)
    builder
        .environment()
        .put("KIUNGO_FUTURES", Boolean.getBoolean("kiungo.sample.all") ? "100" : FUTURES);
    // commands are many and short
    builder.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = process.waitFor(40, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended && process.waitFor() == 0).as(Files.readString(log)).isTrue();
  }

  private boolean runs(String python) {
    try {
      return new ProcessBuilder(python, "-c", PACKAGES)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException notInstalled) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
