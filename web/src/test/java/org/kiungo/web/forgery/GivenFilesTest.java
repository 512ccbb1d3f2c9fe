package org.kiungo.web.forgery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.folder.TextFiles;
import org.kiungo.web.TinyRaster;
import org.kiungo.web.cli.CommandRun;
import org.kiungo.web.cli.console.ExitCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * To have the file that a plan names is not enough: what the plan was made from must stand in it,
 * and who pays must be known.
 */
class GivenFilesTest {

  private static final String PLACES =
      """
      id,name,lon,lat,population
      a,Alpha,28.20,-29.50,4000
      b,Beta,28.25,-29.52,2500
      """;

  @TempDir private Path temp;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(temp.resolve(name), text);
  }

  private Path plan(String out, String... more) {
    Path folder = temp.resolve(out);
    List<String> arguments =
        new ArrayList<>(
            List.of("plan", "--country", "LSO", "--steps", "20", "--out", folder.toString()));
    arguments.addAll(List.of(more));
    CommandRun made = CommandRun.of(arguments.toArray(String[]::new));
    assertThat(made.exitCode()).as(made.err()).isZero();
    return folder;
  }

  private static CommandRun verify(Path plan, Path... inputs) {
    List<String> arguments = new ArrayList<>(List.of("verify", plan.toString(), "--lang", "en"));
    for (Path each : inputs) {
      arguments.addAll(List.of("--input", each.toString()));
    }
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  /** Names another file as the one that the plan was made from. */
  private static void name(Path plan, String role, Path file) throws IOException {
    String hash = TextFiles.sha256(file);
    Forger.json(
            "inputs.json",
            all -> {
              for (JsonNode each : all.get("inputs")) {
                if (each.path("role").asString().equals(role)) {
                  ((ObjectNode) each).put("name", file.getFileName() + "").put("sha256", hash);
                }
              }
            })
        .in(plan);
    Forger.rehash(plan);
  }

  @Test
  void aPlanIsNotProvenBesideAFileThatItWasNotMadeFrom() throws IOException {
    Path told = file("told.csv", PLACES);
    Path used = file("used.csv", PLACES.replace("4000", "40000"));
    Path plan = plan("plan", "--settlements", used.toString(), "--budget", "1M");
    CommandRun honest = verify(plan, used);
    assertThat(honest.exitCode()).as(honest.out()).isZero();
    assertThat(honest.out()).contains("Taken as given: used.csv");
    // whoever writes the file to the option means none of what follows
    CommandRun attached = CommandRun.of("verify", "--input=" + used, plan.toString());
    assertThat(attached.exitCode()).as(attached.err()).isZero();
    name(plan, "settlements", told);
    CommandRun forged = verify(plan, told);
    assertThat(forged.exitCode()).as(forged.out()).isEqualTo(ExitCode.NOT_CONFIRMED);
    assertThat(forged.out()).contains("not made from what stands in the files", "told.csv");
    Path nothing = file("nothing.txt", "PRETTY_NAME=Lesotho\n");
    name(plan, "settlements", nothing);
    assertThat(verify(plan, nothing).exitCode()).isEqualTo(ExitCode.NOT_CONFIRMED);
  }

  /** What a plan leaves out it was not made from, whoever has the file. */
  @Test
  void aHazardOfWhichAPlanMakesNothingIsNotTakenAsGiven() throws IOException {
    Path plan = plan("dry", "--budget", "1M");
    assertThat(verify(plan).exitCode()).isZero();
    String ring = "[[27,-31],[30,-31],[30,-28],[27,-28],[27,-31]]";
    Path floods =
        file(
            "floods.geojson",
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
                + "{\"effect\":\"closed\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                + ring
                + "}}]}");
    String hash = TextFiles.sha256(floods);
    for (String role : List.of("hazard", "grid")) {
      Path forged = plan("dry-" + role, "--budget", "1M");
      Forger.json(
              "inputs.json",
              all ->
                  ((ArrayNode) all.get("inputs"))
                      .addObject()
                      .put("role", role)
                      .put("name", "National map")
                      .put("sha256", hash)
                      .put("version", ""))
          .in(forged);
      Forger.rehash(forged);
      CommandRun verified = verify(forged, floods);
      assertThat(verified.exitCode()).as(verified.out()).isEqualTo(ExitCode.NOT_CONFIRMED);
      assertThat(verified.out()).contains("not made from what stands in the files");
    }
  }

  /** Ground that closes hops lowers the bound; without a file of heights nobody knows it. */
  @Test
  void aPlanDoesNotKnowTheGroundOfItself() throws IOException {
    float[] wavy = new float[900];
    for (int cell = 0; cell < wavy.length; cell++) {
      wavy[cell] = cell % 2 == 0 ? 1_500 : 3_000;
    }
    Path heights = TinyRaster.write(temp.resolve("heights.tif"), 30, wavy, 27, -28.5, 0.1);
    Path plan = plan("steep", "--budget", "1M", "--elevation", heights.toString());
    assertThat(plan.resolve("blocked-hops.geojson")).isNotEmptyFile();
    CommandRun honest = verify(plan, heights);
    assertThat(honest.exitCode()).as(honest.out()).isEqualTo(ExitCode.NOT_CONFIRMED);
    Forger.json(
            "inputs.json",
            all -> {
              ArrayNode inputs = (ArrayNode) all.get("inputs");
              for (int k = inputs.size() - 1; k >= 0; k--) {
                if (inputs.get(k).path("role").asString().equals("elevation")) {
                  inputs.remove(k);
                }
              }
            })
        .in(plan);
    Forger.rehash(plan);
    CommandRun forged = verify(plan);
    assertThat(forged.exitCode()).as(forged.out()).isEqualTo(ExitCode.ANSWER_IS_NO);
    assertThat(forged.out()).contains("blocked-hops.geojson");
  }

  /** Candidate plans of two questions do not tell what more money brings. */
  @Test
  void candidatePlansAnswerOneQuestion() throws IOException {
    Path all = frontier("all");
    assertThat(verify(all).exitCode()).isZero();
    Path few = frontier("few", "--technologies", "leo,ftth");
    JsonNode row = new ObjectMapper().readTree(Files.readString(few.resolve("frontier.json")));
    Forger.json("frontier.json", list -> list.withArray("plans").set(0, row.get("plans").get(0)))
        .in(all);
    try (Stream<Path> files = Files.list(few.resolve("plan-01"))) {
      for (Path each : files.toList()) {
        Path over = all.resolve("plan-01").resolve(each.getFileName());
        Files.copy(each, over, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Forger.rehash(all);
    CommandRun forged = verify(all);
    assertThat(forged.exitCode()).as(forged.out()).isEqualTo(ExitCode.ANSWER_IS_NO);
    assertThat(forged.out()).contains("Candidate plans answer one question");
  }

  private Path frontier(String out, String... more) {
    Path folder = temp.resolve(out);
    List<String> arguments = new ArrayList<>(List.of("frontier", "--country", "LSO"));
    arguments.addAll(List.of("--budget", "2M", "--points", "2", "--steps", "5"));
    arguments.addAll(List.of("--out", folder.toString()));
    arguments.addAll(List.of(more));
    CommandRun made = CommandRun.of(arguments.toArray(String[]::new));
    assertThat(made.exitCode()).as(made.err()).isZero();
    return folder;
  }

  /** A plan is called nothing that its reader, with the same files, cannot call it. */
  @Test
  void aCensusIsNamedAloneAndThePlanSaysWhatVerifySays() throws IOException {
    Path places =
        file(
            "places.csv",
            PLACES
                .replace(",population", ",population,district")
                .replace("4000", "4000,Maseru")
                .replace("2500", "2500,Maseru"));
    Path census = file("census.csv", "district,population\nMaseru,9000\n");
    Path folder = temp.resolve("counted");
    CommandRun made =
        CommandRun.of(
            "plan",
            "--country",
            "LSO",
            "--steps",
            "5",
            "--budget",
            "1M",
            "--lang",
            "en",
            "--settlements",
            places.toString(),
            "--census",
            census.toString(),
            "--out",
            folder.toString());
    assertThat(made.exitCode()).as(made.err()).isZero();
    CommandRun verified = verify(folder, places, census);
    assertThat(verified.exitCode()).as(verified.out()).isEqualTo(ExitCode.NOT_CONFIRMED);
    for (String said : List.of(made.out(), verified.out())) {
      assertThat(said)
          .contains("cannot be read again alone", "census.csv")
          .doesNotContain("Proven:", "not made from what stands");
    }
  }

  @Test
  void whoeverPaysIsOfTheLibraryOrOfAFileThatIsGiven() throws IOException {
    Path partners = temp.resolve("partners.yaml");
    CommandRun library =
        CommandRun.of("partners", "--country", "LSO", "--out", partners.toString());
    assertThat(library.exitCode()).as(library.err()).isZero();
    Path plan = plan("paid", "--partners", partners.toString(), "--budget", "2M");
    CommandRun honest = verify(plan);
    assertThat(honest.exitCode()).as(honest.out()).isZero();
    ObjectNode some = (ObjectNode) new ObjectMapper().readTree(Files.readString(partners));
    ((ArrayNode) some.get("partners")).remove(0);
    Path fewer = file("fewer.yaml", some.toString());
    Path poorer = plan("poorer", "--partners", fewer.toString(), "--budget", "2M");
    assertThat(verify(poorer).exitCode()).as("one left out").isEqualTo(ExitCode.NOT_CONFIRMED);
    assertThat(verify(poorer, fewer).exitCode()).as("by the file").isZero();
    Forger.json(
            "partners.json",
            all -> {
              for (JsonNode each : all.get("partners")) {
                ((ArrayNode) each.get("assumed")).removeAll();
              }
            })
        .in(plan);
    Forger.rehash(plan);
    for (CommandRun forged : List.of(verify(plan), verify(plan, partners))) {
      assertThat(forged.exitCode()).as(forged.out()).isEqualTo(ExitCode.NOT_CONFIRMED);
      assertThat(forged.out()).contains("Nobody knows its partners");
    }
  }

  /** Were a place and a node one name, works could end at a place where no network is. */
  @Test
  void whatEndsAtAPlaceCalledAsANodeElsewhereIsRefused() throws IOException {
    Path places =
        file(
            "called.csv",
            """
            id,name,lon,lat,population,baselineCoverageRatio
            QA,Alpha,28.20,-29.50,4000,1
            QB,Beta,28.25,-29.52,2500,0
            QC,Gamma,28.30,-29.55,2500,0
            """);
    Path near = planFrom(places, file("near.csv", "id,name,lon,lat\nQN,Near,28.20,-29.50\n"));
    Path nodes = file("far.csv", "id,name,lon,lat\nQX,Far,27.30,-30.30\n");
    Path far = planFrom(places, nodes);
    for (String each : List.of("nodes.geojson", "inputs.json", "bound.proof", "certificate.json")) {
      rename(
          Files.copy(far.resolve(each), near.resolve(each), StandardCopyOption.REPLACE_EXISTING));
    }
    for (String each : List.of("plan.json", "links.geojson", "plan.geojson", "sites.csv")) {
      rename(near.resolve(each));
    }
    Forger.rehash(near);
    CommandRun forged = verify(near, places, nodes);
    assertThat(forged.exitCode()).as(forged.out() + forged.err()).isEqualTo(ExitCode.ANSWER_IS_NO);
    assertThat(forged.out()).contains("has a name of its own");
  }

  private Path planFrom(Path places, Path nodes) {
    return plan(
        "from-" + nodes.getFileName(),
        "--settlements",
        places.toString(),
        "--nodes",
        nodes.toString(),
        "--replace",
        "nodes",
        "--assumed-nodes",
        "left-out",
        "--budget",
        "9M");
  }

  private static void rename(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.writeString(
        file, text.replace("QN", "QA").replace("QX", "QA"), StandardCharsets.ISO_8859_1);
  }

  /** Tables of places, nodes and masts are often numbered from 1, each by itself. */
  @Test
  void tablesThatAreNumberedAlikeArePlannedWithAndVerified() throws IOException {
    Path places = file("places1.csv", PLACES.replace("\na,", "\n1,").replace("\nb,", "\n2,"));
    Path nodes = file("nodes1.csv", "id,name,lon,lat\n1,One,28.00,-29.40\n2,Two,28.4,-29.6\n");
    Path masts = file("masts1.csv", "id,lon,lat\n1,28.21,-29.51\n2,28.25,-29.52\n");
    Path folder = temp.resolve("numbered");
    CommandRun made =
        CommandRun.of(
            "plan",
            "--country",
            "LSO",
            "--steps",
            "20",
            "--budget",
            "3M",
            "--lang",
            "en",
            "--settlements",
            places.toString(),
            "--nodes",
            nodes.toString(),
            "--towers",
            masts.toString(),
            "--out",
            folder.toString());
    assertThat(made.exitCode()).as(made.err()).isZero();
    CommandRun verified = verify(folder, places, nodes, masts);
    assertThat(verified.exitCode()).as(verified.out()).isZero();
    assertThat(made.out() + made.err()).contains("1 has the identifier of a place", "1@node");
  }

  private static void scenario(Path plan, Consumer<ObjectNode> change) throws IOException {
    Forger.json("scenario.json", change).in(plan);
    Forger.json("plan.json", all -> change.accept((ObjectNode) all.get("scenario"))).in(plan);
    Forger.rehash(plan);
  }

  /** Where Kiungo writes it. */
  private static void feed(ObjectNode scenario, String source) {
    ObjectNode before = scenario.deepCopy();
    scenario.removeAll();
    for (Map.Entry<String, JsonNode> each : before.properties()) {
      if (each.getKey().equals("seed")) {
        scenario
            .putArray("feeds")
            .addObject()
            .put("country", "LSO")
            .put("layer", "TOWERS")
            .put("source", source)
            .put("use", "ALONE");
      }
      if (!each.getKey().equals("feeds")) {
        scenario.set(each.getKey(), each.getValue());
      }
    }
  }

  /** What feeds a plan stands among its inputs, and what feeds nothing is empty. */
  @Test
  void whatIsSaidToFeedAPlanFeedsIt() throws IOException {
    Path plan = plan("carried", "--budget", "1M");
    scenario(plan, all -> feed(all, "operators-2025.csv"));
    CommandRun named = verify(plan);
    assertThat(named.exitCode()).as(named.out()).isEqualTo(ExitCode.NOT_CONFIRMED);
    assertThat(named.out()).contains("none of its inputs: operators-2025.csv");
    scenario(plan, all -> feed(all, "none"));
    CommandRun emptied = verify(plan);
    assertThat(emptied.exitCode()).as(emptied.out()).isEqualTo(ExitCode.ANSWER_IS_NO);
    Path without = plan("without", "--budget", "1M", "--use", "towers=none:alone");
    CommandRun honest = verify(without);
    assertThat(honest.exitCode()).as(honest.out()).isZero();
  }

  /** Who has service today is what the question takes of it, not what another would. */
  @Test
  void coverageThatIsLeftOutIsNotCalledModelled() throws IOException {
    Path places = file("uncovered.csv", PLACES);
    String input = places.toString();
    Path plan = plan("uncovered", "--settlements", input, "--budget", "1M", "--today", "unknown");
    assertThat(verify(plan, places).exitCode()).isZero();
    scenario(plan, all -> all.remove("today"));
    CommandRun forged = verify(plan, places);
    assertThat(forged.exitCode()).as(forged.out()).isEqualTo(ExitCode.NOT_CONFIRMED);
    assertThat(forged.out()).contains("not made from what stands in the files");
  }

  @Test
  void aMarketTermThatCountsForNothingIsNotTakenAsGiven() throws IOException {
    Path plan = plan("termed", "--budget", "1M", "--term", "LSO:taxRatio=0.3");
    CommandRun honest = verify(plan);
    assertThat(honest.exitCode()).as(honest.out()).isZero();
    assertThat(honest.out()).contains("Taken as given: LSO:taxRatio=0.3");
    Path foreign = plan("foreign", "--budget", "1M", "--term", "KEN:taxRatio=0.3");
    CommandRun told = verify(foreign);
    assertThat(told.exitCode()).as(told.out()).isEqualTo(ExitCode.NOT_CONFIRMED);
    assertThat(told.out())
        .contains("counts for nothing in it: KEN:taxRatio=0.3")
        .doesNotContain("Taken as given: KEN");
    String[] twice = {"--budget", "1M", "--term", "LSO:taxRatio=0.2", "--term", "LSO:taxRatio=0.3"};
    CommandRun first = verify(plan("twice", twice));
    assertThat(first.exitCode()).as(first.out()).isEqualTo(ExitCode.NOT_CONFIRMED);
    assertThat(first.out()).contains("counts for nothing in it: LSO:taxRatio=0.2");
  }
}
