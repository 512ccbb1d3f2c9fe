package org.kiungo.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.folder.Durable;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Settlement;
import tools.jackson.databind.JsonNode;

/** A plan of Lesotho as a regulator may hand it out, checked where nothing of the plan is. */
class RedactCommandTest {

  @TempDir private static Path shared;
  @TempDir private Path folder;

  private static String plan;

  @BeforeAll
  static void planned() {
    plan = shared.resolve("plan").toString();
    CommandRun run =
        CommandRun.of(
            "plan",
            "--country",
            "LSO",
            "--phases",
            "2027-2029:4M,2030-2036:6M",
            "--steps",
            "200",
            "--out",
            plan);
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private JsonNode redact(String... options) {
    List<String> all = new ArrayList<>(List.of("redact", "--plan", plan, "--out", at("copy")));
    all.addAll(List.of(options));
    all.addAll(List.of("--json", "--lang", "en"));
    CommandRun run = CommandRun.of(all.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.json();
  }

  @Test
  void aCopyIsVerifiedWhereThePlanIsNot() throws IOException {
    JsonNode told = redact("--blur", "12.5");
    assertThat(told.at("/redaction/cellKm").asDouble()).isEqualTo(12.5);
    assertThat(told.path("verdict").asString()).isEqualTo("checked");
    Path away = Files.createTempDirectory("elsewhere");
    try {
      Files.move(folder.resolve("copy"), away.resolve("handed-out"));
      CommandRun verified =
          CommandRun.of("verify", away.resolve("handed-out").toString(), "--json", "--lang", "en");
      assertThat(verified.exitCode()).as(verified.out()).isEqualTo(3);
      assertThat(verified.json().path("open").toString())
          .contains("redaction.unchecked", "link.length", "bound.redacted");
      CommandRun inWords =
          CommandRun.of("verify", away.resolve("handed-out").toString(), "--lang", "en");
      assertThat(inWords.out())
          .contains("Not checked, since positions are blurred or left out: Length of every link;")
          .contains("Checked, bound not confirmed");
      assertTellsNothing(away.resolve("handed-out"));
    } finally {
      Durable.discard(away);
    }
  }

  /** No id of the plan, which holds a position, and no name of a place is in any file. */
  private static void assertTellsNothing(Path copy) throws IOException {
    List<String> secrets = new ArrayList<>();
    for (Settlement each : PlanFolder.read(Path.of(plan)).problem().settlements()) {
      secrets.add("\"" + each.id() + "\"");
      secrets.add(each.location().lon() + "," + each.location().lat());
      if (!each.name().isEmpty()) {
        // districts, which stay, are often called after their town
        secrets.add("\"name\":\"" + each.name());
      }
    }
    try (Stream<Path> files = Files.list(copy)) {
      for (Path file : files.toList()) {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        assertThat(text).as(file.toString()).doesNotContain("LSO_");
        assertThat(secrets).as(file.toString()).noneMatch(text::contains);
      }
    }
  }

  @Test
  void positionsAreLeftOut() {
    JsonNode told = redact("--positions", "none");
    assertThat(told.at("/redaction/cellKm").isNull()).isTrue();
    assertThat(CommandRun.of("verify", at("copy"), "--lang", "en").exitCode()).isEqualTo(3);
  }

  @Test
  void whatCannotBeDoneIsRefused() throws IOException {
    CommandRun small =
        CommandRun.of("redact", "--plan", plan, "--blur", "0.01", "--out", at("copy"));
    assertThat(small.exitCode()).isEqualTo(2);
    Files.createDirectories(folder.resolve("mine"));
    CommandRun taken = CommandRun.of("redact", "--plan", plan, "--out", at("mine"), "--lang", "en");
    assertThat(taken.exitCode()).isEqualTo(2);
    assertThat(taken.err()).contains("would be lost");
    redact();
    CommandRun again =
        CommandRun.of("lots", "--plan", at("copy"), "--out", at("lots"), "--lang", "en");
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).contains("is a redacted copy of a plan");
  }
}
