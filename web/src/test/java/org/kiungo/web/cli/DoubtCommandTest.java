package org.kiungo.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A plan of Lesotho in doubt, by commands alone. */
@Tag("slow")
class DoubtCommandTest {

  @TempDir private Path folder;

  private CommandRun doubt(String... more) {
    String out = folder.resolve("doubt").toString();
    String[] all = {
      "doubt", "--country", "LSO", "--budget", "21M", "--futures", "4", "--seed", "7", "--out", out
    };
    String[] args = new String[all.length + more.length];
    System.arraycopy(all, 0, args, 0, all.length);
    System.arraycopy(more, 0, args, all.length, more.length);
    return CommandRun.of(args);
  }

  @Test
  void lesothosPlanInFewFuturesIsProven() {
    CommandRun run = doubt("--layers", "prices,coverage", "--first", "7M", "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode told = run.json();
    assertThat(told.path("layers").get(0).path("id").asString()).isEqualTo("coverage");
    JsonNode regret = told.path("plan").path("refilled");
    assertThat(regret.path("mean").asDouble()).isPositive();
    assertThat(regret.path("ofBoundRatio").asDouble()).isBetween(0.001, 0.5);
    theFirstPlacesToFindOutAreListed();
    JsonNode first = told.path("firstPhase");
    assertThat(first.path("costUsd").asDouble()).isBetween(6e6, 7e6);
    assertThat(first.path("regret").path("mean").asDouble())
        .isLessThan(first.path("oneShot").path("mean").asDouble());
    assertThat(told.path("choices").path("picked")).hasSize(3);
    assertThat(folder.resolve("doubt/choices/first/plan.json")).isRegularFile();
    CommandRun verified =
        CommandRun.of("verify", folder.resolve("doubt").toString(), "--json", "--lang", "en");
    assertThat(verified.exitCode()).as(verified.err() + verified.out()).isZero();
    assertThat(verified.json().path("verdict").asString()).isEqualTo("proven");
  }

  private void theFirstPlacesToFindOutAreListed() {
    for (String file : new String[] {"survey.csv", "form.xlsx"}) {
      Path out = folder.resolve(file);
      CommandRun run =
          CommandRun.of(
              "survey",
              "--doubt",
              folder.resolve("doubt").toString(),
              "--places",
              "7",
              "--out",
              out.toString(),
              "--json");
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.json().path("places")).hasSize(7);
      assertThat(run.json().path("visitAssumed").asBoolean()).isTrue();
      assertThat(out).isNotEmptyFile();
    }
  }

  @Test
  void anotherQuestionIsRefusedInEveryLanguageAndNothingIsWritten() {
    for (String language : new String[] {"en", "fr"}) {
      CommandRun run = doubt("--public-budget", "5M", "--lang", language);
      assertThat(run.exitCode()).isNotZero();
      assertThat(run.err()).contains("publicBudgetUsd");
    }
    CommandRun first = doubt("--first", "22M", "--lang", "fr");
    assertThat(first.err()).contains("first", "21");
    CommandRun layer = doubt("--layers", "weather", "--lang", "fr");
    assertThat(layer.err()).contains("weather", "coverage, demand, prices, people");
    assertThat(Files.exists(folder.resolve("doubt"))).isFalse();
  }

  @Test
  void whatElseIsThereIsNotLost() throws IOException {
    Path letter = Files.createDirectory(folder.resolve("doubt")).resolve("letter.txt");
    Files.writeString(letter, "dear");
    CommandRun run = doubt("--lang", "en");
    assertThat(run.exitCode()).isNotZero();
    assertThat(run.err()).contains("holds something else");
    assertThat(letter).hasContent("dear");
  }
}
