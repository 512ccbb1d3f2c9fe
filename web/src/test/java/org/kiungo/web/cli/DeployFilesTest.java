package org.kiungo.web.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files with which a server is set up start this very command. */
class DeployFilesTest {

  private static final Path FILES = Path.of("docs/deploy");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"kiungo.service", "Containerfile"})
  void whatTheyStartIsACommandWithOptionsThatItHas(String file) throws IOException {
    String start =
        Files.readAllLines(FILES.resolve(file)).stream()
            .filter(line -> line.startsWith("ExecStart=") || line.startsWith("ENTRYPOINT"))
            .reduce((first, second) -> second)
            .orElseThrow();
    assertThat(start).contains("/opt/kiungo/kiungo.jar").containsPattern("\\bserve\\b");
    assertThat(start)
        .as("with one compiler Java keeps room for a fifth of the code that a server has")
        .contains("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m");
    String help = CommandRun.of("serve", "--help").out();
    List<String> options =
        OPTION.matcher(start).results().map(MatchResult::group).distinct().toList();
    assertThat(options).contains("--data-dir").allMatch(help::contains);
  }

  @Test
  void systemdTakesTheUnit() throws Exception {
    assumeTrue(run("systemd-analyze", "--version") == 0, "skipped: no systemd-analyze (systemd)");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path unit = folder.resolve("kiungo.service");
    String told = Files.readString(FILES.resolve("kiungo.service"));
    Files.writeString(unit, told.replace("/usr/bin/java", java.toString()));
    assertThat(run("systemd-analyze", "verify", unit.toString())).isZero();
    Files.writeString(unit, told.replace("/usr/bin/java", folder.resolve("none").toString()));
    assertThat(run("systemd-analyze", "verify", unit.toString())).isNotZero();
  }

  private static int run(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      if (code != 0) {
        System.out.println(told);
      }
      return code;
    } catch (IOException none) {
      return -1;
    }
  }
}
