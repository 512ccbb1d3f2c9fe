package org.kiungo.web.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.folder.doubt.DoubtFolder;
import org.kiungo.planner.folder.doubt.FutureFile;
import org.kiungo.planner.model.Plan.SettlementService;
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
      theirWorthIsThatOfTheStudysFiles(run.json());
    }
  }

  /** What every future's plan gains where, and the list no more than that. */
  private void theirWorthIsThatOfTheStudysFiles(JsonNode list) {
    DoubtFolder read = read();
    Map<String, List<Double>> gained = new HashMap<>();
    for (FutureFile each : read.files().values()) {
      List<SettlementService> own =
          each.own() == null
              ? List.of()
              : each.own().plan(read.plan().problem().settlements()).settlements();
      own.stream()
          .filter(there -> !there.technologyId().isEmpty())
          .forEach(
              there ->
                  gained
                      .computeIfAbsent(there.settlementId(), id -> new ArrayList<>())
                      .add(there.peopleServed()));
    }
    assertThat(list.path("places").valueStream().map(each -> each.path("planned").asBoolean()))
        .as("the plan's own, then others")
        .contains(true, false)
        .isSortedAccordingTo(Comparator.reverseOrder());
    double lambda = read.plan().certificate().lambdaPeoplePerUsd();
    double[] worth = new double[2];
    double[] most = new double[2];
    for (JsonNode place : list.path("places")) {
      boolean planned = place.path("planned").asBoolean();
      List<Double> there = gained.get(place.path("settlementId").asString());
      double sum = there.stream().mapToDouble(each -> each).sum();
      double mean = sum / there.size();
      int without = read.doubt().futures() - there.size();
      assertThat(place.path("futures").asInt()).isEqualTo(there.size());
      assertThat(place.path("gainedPeople").asDouble()).isCloseTo(mean, within(1e-6 * mean));
      double elsewhere = planned ? lambda * place.path("costUsd").asDouble() : mean;
      double stake = place.path("stakePeople").asDouble();
      assertThat(stake).isCloseTo(Math.min(mean, elsewhere), within(1e-6 * mean));
      assertThat(place.path("worthPeople").asDouble())
          .isCloseTo(place.path("chanceRatio").asDouble() * stake, within(1e-9 * mean));
      worth[planned ? 0 : 1] += place.path("worthPeople").asDouble();
      most[planned ? 0 : 1] += (planned ? without * mean : sum) / read.doubt().futures();
    }
    assertThat(worth[0]).as("of the plan").isBetween(1.0, most[0]);
    assertThat(worth[1]).as("gained outside it, on average").isBetween(1.0, most[1]);
  }

  private DoubtFolder read() {
    try {
      return DoubtFolder.read(folder.resolve("doubt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
