package org.kiungo.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Alternatives to a plan of Lesotho, by commands alone. */
class AlternativesCommandTest {

  @TempDir private Path folder;

  private String out() {
    return folder.resolve("out").toString();
  }

  @Test
  void aPlansAlternativesAreProvenAndTold() {
    String plan = folder.resolve("plan").toString();
    CommandRun planned =
        CommandRun.of(
            "plan", "--country", "LSO", "--budget", "3M", "--steps", "200", "--out", plan);
    assertThat(planned.exitCode()).as(planned.err()).isZero();
    CommandRun run =
        CommandRun.of(
            "alternatives",
            "--plan",
            plan,
            "--within",
            "5%",
            "--count",
            "1",
            "--out",
            out(),
            "--lang",
            "en");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("1 alternative within 5% of it:", "plans/01: ", "Room for other reasons")
        .contains("Necessary: Microwave. Without it");
    CommandRun verified = CommandRun.of("verify", out(), "--json", "--lang", "en");
    assertThat(verified.exitCode()).as(verified.err() + verified.out()).isZero();
    JsonNode told = verified.json();
    assertThat(told.path("verdict").asString()).isEqualTo("proven");
  }

  @Test
  void otherQuestionsAndSharesAreRefusedInEveryLanguage() {
    for (String language : new String[] {"en", "fr"}) {
      CommandRun money = refused("--public-budget", "5M", "--lang", language);
      assertThat(money.err()).contains("publicBudgetUsd");
      assertThat(refused("--within", "half", "--lang", language).err()).contains("within", "half");
      assertThat(refused("--count", "13", "--lang", language).err()).contains("count", "12");
    }
    CommandRun beside = refused("--plan", folder.toString(), "--lang", "en");
    assertThat(beside.err())
        .containsPattern("--(country|budget|steps) asks for a plan, but --plan");
    for (String[] sure : new String[][] {{"--target", "0.9"}, {"--today", "unknown"}}) {
      CommandRun run = refused("--unsure-coverage", "covered", sure[0], sure[1], "--lang", "en");
      assertThat(run.err()).contains("today.unsureCoverage", "strive for most people");
    }
    assertThat(Files.exists(folder.resolve("out"))).isFalse();
  }

  @Test
  void whatElseIsThereIsNotLost() throws IOException {
    Path letter = Files.createDirectory(folder.resolve("out")).resolve("letter.txt");
    Files.writeString(letter, "dear");
    assertThat(refused("--lang", "en").err()).contains("holds something else");
    assertThat(letter).hasContent("dear");
  }

  private CommandRun refused(String... more) {
    String[] all = {
      "alternatives", "--country", "SYC", "--budget", "1M", "--steps", "10", "--out", out()
    };
    String[] args = new String[all.length + more.length];
    System.arraycopy(all, 0, args, 0, all.length);
    System.arraycopy(more, 0, args, all.length, more.length);
    CommandRun run = CommandRun.of(args);
    assertThat(run.exitCode()).isNotZero();
    return run;
  }
}
