package org.kiungo.web.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The pages' scripts without a browser: their unit tests under {@code src/test/js} by Node's own
 * runner, and ESLint's faults where {@code npm ci} has fetched it.
 */
class ScriptsTest {

  private static final Path TESTS = Path.of("src/test/js");

  @Test
  void everyUnitTestPasses() throws IOException {
    Node.Run run = Node.run(Map.of(), Stream.concat(Stream.of("--test"), tests()).toList());
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).contains("# fail 0").containsPattern("# pass [1-9]");
  }

  private static Stream<String> tests() throws IOException {
    try (Stream<Path> files = Files.list(TESTS)) {
      return files
          .map(Path::toString)
          .filter(name -> name.endsWith(".test.js"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @Test
  void everyScriptIsFreeOfFaultsThatALinterSees() {
    Path linter = Node.folder().resolve("node_modules/eslint/bin/eslint.js");
    assumeTrue(Files.exists(linter), "skipped: no ESLint (run npm ci in " + Node.folder() + ")");
    Node.Run run =
        Node.run(
            Map.of(),
            List.of(
                linter.toString(),
                "--max-warnings",
                "0",
                "--config",
                Node.folder().resolve("eslint.config.js").toString(),
                "src"));
    assertThat(run.exitCode()).as(run.output()).isZero();
  }
}
