package org.kiungo.web.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.place.ClassicModel;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.cli.console.ExitCode;
import tools.jackson.databind.JsonNode;

/** {@code kiungo place} over today's network and together with a plan. */
class PlaceCommandTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(ClassicModel.class)
  void everyModelOfTheFieldIsReachedByItsName(ClassicModel model) throws IOException {
    String out = folder.resolve(model.id()).toString();
    CommandRun run =
        CommandRun.of(
            "place",
            "--country",
            "LSO",
            "--services",
            "telemedicine-hub",
            "--model",
            model.id(),
            "--sites",
            "1",
            "--out",
            out,
            "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode answer = run.json();
    assertThat(answer.get("citation").asString()).isEqualTo(model.citation());
    assertThat(answer.get("sites").asInt()).isPositive();
    assertThat(Files.readString(Path.of(out, "services.geojson")))
        .contains("\"properties\":{\"kind\":\"site\",\"id\":")
        .contains("\"properties\":{\"kind\":\"user\",\"id\":")
        .contains("\"seed\":0,\"engineVersion\":");
    assertThat(run.err()).doesNotContain(" people").doesNotContain("-0%");
    // branching leaves no proof that is short enough to be written
    CommandRun verified = CommandRun.of("verify", out);
    assertThat(verified.exitCode())
        .as(verified.out() + verified.err())
        .isEqualTo(ExitCode.NOT_CONFIRMED);
    assertThat(CommandRun.of("place", "--help").out()).contains(model.id());
  }

  @Test
  void anUnknownModelOrTwoServicesAreRefusedInWords() {
    CommandRun unknown =
        CommandRun.of(
            "place",
            "--country",
            "LSO",
            "--services",
            "telemedicine-hub",
            "--model",
            "x",
            "--out",
            folder.resolve("x").toString(),
            "--lang",
            "fr");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("modèle").contains("p-median");
    CommandRun two =
        CommandRun.of(
            "place",
            "--country",
            "LSO",
            "--services",
            "telemedicine-hub,exchange-point",
            "--model",
            "mclp",
            "--out",
            folder.resolve("y").toString());
    assertThat(two.exitCode()).isEqualTo(2);
    assertThat(two.err()).contains("2 are named");
  }

  @Test
  void realHealthSitesAreServedAndStatesShareWhatItCostsToRun() throws IOException {
    String out = folder.resolve("shared").toString();
    CommandRun run =
        CommandRun.of(
            "place",
            "--country",
            "LSO,SWZ,COM",
            "--facilities",
            "built-in",
            "--share",
            "capacity",
            "--services",
            "telemedicine-hub,research-network-pop,exchange-point",
            "--budget",
            "2M",
            "--json",
            "--out",
            out);
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode cost = run.json().get("runningCost");
    double opex = run.json().at("/totals/opexUsdPerYear").asDouble();
    for (String key : List.of("USE", "EQUAL", "CAPACITY")) {
      double sum = 0;
      for (JsonNode each : cost.get("states")) {
        sum += each.get("usdPerYear").get(key).asDouble();
      }
      assertThat(sum).as(key).isCloseTo(opex, within(0.01));
    }
    // Comoros: two operators, no research network, no exchange point
    String users = Files.readString(Path.of(out, "services.geojson"));
    assertThat(users).contains("LSO_clinic");
    CommandRun words =
        CommandRun.of(
            "place",
            "--country",
            "COM",
            "--services",
            "exchange-point",
            "--out",
            folder.resolve("com").toString());
    assertThat(words.out()).contains("fewer than three networks").contains("Comoros");
    double everybody =
        Stream.of("LSO", "SWZ", "COM")
            .mapToDouble(iso3 -> Reference.builtIn().country(iso3).population())
            .sum();
    assertThat(run.json().at("/totals/peopleServed").asDouble())
        .as("three services, each person once")
        .isBetween(0.5 * everybody, everybody);
    assertThat(run.json().at("/useless/exchange-point/0").asString()).isEqualTo("COM");
    // maps and who pays to run them are told, not computed again
    CommandRun verified = CommandRun.of("verify", out);
    assertThat(verified.exitCode())
        .as(verified.out() + verified.err())
        .isEqualTo(ExitCode.NOT_CONFIRMED);
  }

  /** Networks meet where they meet already: no exchange point is placed for towns beside one. */
  @Test
  void exchangePointsAreForNetworks() throws IOException {
    String out = folder.resolve("ben").toString();
    CommandRun run =
        CommandRun.of(
            "place", "--country", "BEN", "--services", "exchange-point", "--json", "--out", out);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().get("sites").asInt()).isEqualTo(1);
    assertThat(run.json().at("/totals/lifetimeCostUsd").asDouble()).isZero();
    assertThat(Files.readString(Path.of(out, "services.geojson")))
        .contains("Cotonou")
        .doesNotContainIgnoringCase("undefined");
    assertThat(CommandRun.of("verify", out).exitCode()).isEqualTo(ExitCode.NOT_CONFIRMED);
    for (String file : List.of("service-plan.json", "service-problem.json")) {
      String genuine = Files.readString(Path.of(out, file));
      String invented = genuine.replaceFirst("\\{", "{\n  \"verifiedBy\" : \"World Bank\",");
      String otherForm = genuine.replaceFirst("(Ms\" : )(\\d)(\\d*\\.\\d+)", "$1$2$3e0");
      for (String forged : List.of(invented, otherForm, "\uFEFF" + genuine)) {
        assertThat(forged).isNotEqualTo(genuine);
        Files.writeString(Path.of(out, file), forged);
        if (!file.equals("service-plan.json")) {
          Manifest.seal(Path.of(out));
        }
        CommandRun refused = CommandRun.of("verify", out);
        assertThat(refused.exitCode()).as(file + refused.out()).isNotIn(0, ExitCode.NOT_CONFIRMED);
      }
      Files.writeString(Path.of(out, file), genuine);
    }
    Path problem = Path.of(out, "service-problem.json");
    String genuine = Files.readString(problem);
    Files.writeString(problem, genuine.replaceFirst("\"hosted\" : \\[ ]", "\"hosted\" : [ 1 ]"));
    CommandRun damaged = CommandRun.of("verify", out);
    assertThat(damaged.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(damaged.err()).contains("ben cannot be used").doesNotContain("Exception");
  }

  @Test
  void planAndServicesIterateToOneVerifiedFolder() throws IOException {
    String plan = folder.resolve("plan").toString();
    TinyWorld.plan(2e6).write(Path.of(plan));
    String out = folder.resolve("together").toString();
    CommandRun run =
        CommandRun.of(
            "place",
            "--plan",
            plan,
            "--services",
            "telemedicine-hub,content-cache",
            "--budget",
            "0.5M",
            "--iterate",
            "--out",
            out,
            "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().get("rounds").size()).isGreaterThan(1);
    assertThat(Path.of(out, "agreement.json")).isNotEmptyFile();
    // maps and who pays to run them are told, not computed again
    CommandRun verified = CommandRun.of("verify", out);
    assertThat(verified.exitCode())
        .as(verified.out() + verified.err())
        .isEqualTo(ExitCode.NOT_CONFIRMED);
  }
}
