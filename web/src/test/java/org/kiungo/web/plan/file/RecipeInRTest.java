package org.kiungo.web.plan.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Plan;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.cli.CommandRun;

/** The recipe in R tells the plan's own people, where R is installed. */
class RecipeInRTest {

  @TempDir private Path folder;

  @Test
  void theRecipeSumsThePeopleOfAPlan() throws Exception {
    assumeTrue(isInstalled(), "skipped: Rscript is not installed (r-base-core)");
    PlanFolder plan = TinyWorld.plan(2e6);
    plan.write(folder.resolve("plan"));
    String table = export("csv", "--layer", "settlements");
    String box = export("gpkg", "--layer", "links");
    Process r =
        new ProcessBuilder("Rscript", "docs/plan.R", table, box).redirectErrorStream(true).start();
    String told = new String(r.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(r.waitFor()).as(told).isZero();
    Plan.Totals totals = plan.plan().totals();
    assertThat(told)
        .contains("places: 12")
        .contains("people gained: " + Math.round(totals.peopleServed() + totals.peopleBasic()));
  }

  private String export(String format, String option, String layer) {
    String out = folder.resolve("plan." + format).toString();
    String plan = folder.resolve("plan").toString();
    CommandRun exported =
        CommandRun.of("export", plan, "--format", format, "--out", out, option, layer);
    assertThat(exported.exitCode()).as(exported.err()).isZero();
    return out;
  }

  private static boolean isInstalled() throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder("Rscript", "--version").redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException none) {
      return false;
    }
  }
}
