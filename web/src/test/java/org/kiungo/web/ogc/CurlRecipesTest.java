package org.kiungo.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What documents tell to type into a shell works when it is typed: each block of recipes is run
 * against a server, with its address and a plan put in, and no command fails.
 */
@ApiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CurlRecipesTest {

  private static final Pattern BLOCK = Pattern.compile("(?s)```bash\n(.*?)```");

  @Autowired private Plans plans;
  @LocalServerPort private int port;

  @TempDir private Path folder;

  private String plan;

  @BeforeAll
  void fill() {
    plan = plans.add(TinyWorld.plan(1.9e6), "run", null);
  }

  @Test
  void everyRecipeOfToolsWorks() throws Exception {
    assumeTrue(isInstalled("curl", "--version"), "skipped: curl is not installed");
    List<String> commands = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(Path.of("docs/ogc.md")));
    while (block.find()) {
      for (String each : block.group(1).replace("\\\n", " ").split("\n")) {
        // GDAL is another program, which a test of its own looks at
        if (!each.startsWith("ogr2ogr") && !each.isBlank()) {
          commands.add(
              each.replace("127.0.0.1:8080", "127.0.0.1:" + port).replace("PLAN_ID", plan));
        }
      }
    }
    assertThat(commands.stream().filter(each -> each.startsWith("curl"))).hasSizeGreaterThan(8);
    String told = run("set -euo pipefail\n" + String.join("\n", commands));
    assertThat(told).contains("\"numberReturned\"").contains("\"tilejson\":\"3.0.0\"");
    assertThat(folder.resolve("tile.mvt")).isNotEmptyFile();
    assertThat(folder.resolve("plan.parquet")).isNotEmptyFile();
    assertThat(folder.resolve("plan.pmtiles")).isNotEmptyFile();
    assertThat(folder.resolve("plan.zip")).isNotEmptyFile();
  }

  private String run(String script) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("bash", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String told = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(script + "\n" + told).isZero();
    return told;
  }

  private static boolean isInstalled(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException none) {
      return false;
    }
  }
}
