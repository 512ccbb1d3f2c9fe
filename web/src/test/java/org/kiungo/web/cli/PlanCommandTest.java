package org.kiungo.web.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.web.cli.console.ExitCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("slow")
class PlanCommandTest {

  private static final String SETTLEMENTS =
      """
      id,name,lon,lat,population
      a,Alpha,28.20,-29.50,4000
      b,Beta,28.25,-29.52,2500
      c,Gamma,28.35,-29.45,900
      """;

  private static final String NODES =
      """
      id,name,lon,lat
      n,Node,28.15,-29.50
      """;

  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private CommandRun plan(String out, String... more) throws IOException {
    return planIn("en", out, more);
  }

  private CommandRun planIn(String language, String out, String... more) throws IOException {
    List<String> args =
        new java.util.ArrayList<>(
            List.of(
                "plan",
                "--country",
                "LSO",
                "--settlements",
                file("settlements.csv", SETTLEMENTS),
                "--nodes",
                file("nodes.csv", NODES),
                "--out",
                folder.resolve(out).toString(),
                "--lang",
                language));
    args.addAll(List.of(more));
    if (!args.contains("--today")) {
      // these places lie where 4G is modelled: nobody would be left to serve
      args.addAll(List.of("--today", "imported"));
    }
    return CommandRun.of(args.toArray(String[]::new));
  }

  /** A file that is planned as it is has nobody else who would ask. */
  @Test
  void onePlaceTwiceIsAskedAboutBeforeItIsPlanned() throws IOException {
    String twice = SETTLEMENTS + "d,ALPHA,28.2001,-29.50,4000\n";
    CommandRun asked = planOf(twice, "asked");
    assertThat(asked.exitCode()).isEqualTo(2);
    assertThat(asked.err()).contains("rows 2 and 5 (ALPHA)", "--one-place sum");
    assertThat(folder.resolve("asked")).doesNotExist();
    for (String[] each : new String[][] {{"first", "7400"}, {"sum", "11400"}, {"both", "11400"}}) {
      CommandRun run = planOf(twice, each[0], "--one-place", each[0], "--json", "--steps", "5");
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.json().at("/totals/population").asInt()).isEqualTo(Integer.parseInt(each[1]));
    }
  }

  private CommandRun planOf(String settlements, String out, String... more) throws IOException {
    List<String> args =
        new java.util.ArrayList<>(
            List.of(
                "plan",
                "--country",
                "LSO",
                "--settlements",
                file("twice.csv", settlements),
                "--nodes",
                file("nodes.csv", NODES),
                "--budget",
                "1M",
                "--out",
                folder.resolve(out).toString()));
    args.addAll(List.of(more));
    return CommandRun.of(args.toArray(String[]::new));
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        contents.put(
            file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }

  /** Nobody but the fund pays for access, so that its money says how much is built. */
  @Test
  void whatIsPlannedWithPartnersIsPaidForInFull() throws IOException {
    String partners =
        """
        partners:
          - {letter: F, name: Fund, kind: universal-service-fund, instrument: {type: grant},
             envelopes: [{firstYear: 2027, lastYear: 2031, amount: 300000}],
             conditions: [{rule: layers, layers: [access]}]}
          - {letter: B, name: Bank, kind: bank,
             instrument: {type: loan, rateRatio: 0.02, tenorYears: 20},
             envelopes: [{firstYear: 2027, lastYear: 2031, amount: 900000}],
             conditions: [{rule: layers, layers: [backhaul, backbone]}]}
        """;
    CommandRun run =
        plan(
            "paid",
            "--phases",
            "2027-2031:2M,2032-2036:0",
            "--partners",
            file("partners.yaml", partners),
            "--steps",
            "200",
            "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode totals = run.json().get("funding").get("totals");
    assertThat(totals.get("projectsFunded")).isEqualTo(totals.get("projects"));
    assertThat(totals.get("peopleServed").asDouble()).isPositive();
    assertThat(run.json().get("certificate").get("value").asDouble()).isPositive();
    assertThat(folder.resolve("paid/funding.csv")).exists();
    assertThat(CommandRun.verify(folder.resolve("paid").toString(), folder).exitCode()).isZero();
    String again = folder.resolve("again").toString();
    CommandRun left =
        CommandRun.of(
            "fund",
            "--plan",
            folder.resolve("paid").toString(),
            "--without",
            "F",
            "--replan",
            "--out",
            again,
            "--json");
    assertThat(left.exitCode()).as(left.err()).isEqualTo(1);
    assertThat(left.json().get("lost")).isNotEmpty();
    assertThat(left.json().get("change").get("fell")).isNotEmpty();
    assertThat(left.json().get("certificate").get("value").asDouble()).isZero();
    CommandRun verified = CommandRun.verify(again, folder);
    assertThat(verified.exitCode()).as(verified.out()).isZero();
    CommandRun target = plan("none", "--target", "0.5", "--partners", "partners.yaml");
    assertThat(target.exitCode()).isEqualTo(2);
  }

  @Test
  void whoeverIsCoveredTodayIsNotThePlansWorkUnlessTheScenarioSaysSo() throws IOException {
    String covered =
        """
        id,name,lon,lat,population,coverageRatio,baselineLowRatio,baselineHighRatio,baselineModelled
        a,Alpha,28.20,-29.50,4000,0.5,0.25,0.75,true
        b,Beta,28.25,-29.52,2500,0.5,,,false
        c,Gamma,28.35,-29.45,900,,,,
        """;
    Map<String, Double> baseline = new TreeMap<>();
    for (String coverage : List.of("modelled", "imported", "unknown")) {
      CommandRun run =
          CommandRun.of(
              "plan",
              "--country",
              "LSO",
              "--settlements",
              file("covered.csv", covered),
              "--nodes",
              file("nodes.csv", NODES),
              "--out",
              folder.resolve(coverage).toString(),
              "--steps",
              "100",
              "--today",
              coverage,
              "--json");
      assertThat(run.exitCode()).as(run.err()).isZero();
      baseline.put(coverage, run.json().get("totals").get("peopleBaseline").asDouble());
      CommandRun verified = CommandRun.verify(folder.resolve(coverage).toString(), folder);
      assertThat(verified.exitCode()).as(verified.out()).isZero();
    }
    assertThat(baseline).isEqualTo(Map.of("modelled", 3250.0, "imported", 1250.0, "unknown", 0.0));
    CommandRun basic = plan("basic", "--steps", "10", "--four-g", "basic");
    assertThat(basic.exitCode()).as(basic.err()).isZero();
    assertThat(contents(folder.resolve("basic")).get("scenario.json"))
        .contains("\"fourGCountsAs\" : \"BASIC\"");
    assertThat(basic.out())
        .as("places that say nothing of today")
        .contains("it is not known how many are served today")
        .doesNotContain(" 0 are served today", "served today 0");
    CommandRun wrong = plan("wrong", "--today", "guessed");
    assertThat(wrong.exitCode()).isNotZero();
    assertThat(wrong.err()).contains("--today", "guessed", "imported, modelled, unknown");
  }

  @Test
  void equalInputsSeedAndStepsGiveEqualBytesThatVerify() throws IOException {
    CommandRun first = plan("one", "--budget", "1M", "--steps", "200", "--json");
    CommandRun second = plan("two", "--budget", "1M", "--steps", "200", "--json");
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.json().get("totals").get("peopleServed").asDouble()).isPositive();
    assertThat(first.json().get("totals").get("lifetimeCostUsd").asDouble())
        .isLessThanOrEqualTo(1e6);
    assertThat(second.exitCode()).isZero();
    assertThat(contents(folder.resolve("one"))).isEqualTo(contents(folder.resolve("two")));
    CommandRun verified = CommandRun.of("verify", folder.resolve("one").toString(), "--lang", "en");
    assertThat(verified.exitCode()).as(verified.out()).isEqualTo(ExitCode.NOT_CONFIRMED);
    assertThat(verified.out()).contains("nobody gave", "settlements.csv", "nodes.csv", "--input");
    CommandRun given = CommandRun.verify(folder.resolve("one").toString(), folder, "--json");
    assertThat(given.exitCode()).as(given.out()).isZero();
    assertThat(given.json().get("verdict").asString()).isEqualTo("proven");
    assertThat(given.json().get("given")).hasSize(2);
    assertThat(given.json().get("told").toString()).contains("seed");
  }

  @Test
  void nodesAddToTheBuiltInOnesUnlessTheyReplaceThem() throws IOException {
    assertThat(plan("added", "--steps", "50").exitCode()).isZero();
    assertThat(nodeIds("added")).contains("n").hasSizeGreaterThan(1);
    assertThat(plan("replaced", "--steps", "50", "--replace", "nodes").exitCode()).isZero();
    assertThat(nodeIds("replaced")).containsExactly("n");
    CommandRun refused = plan("refused", "--steps", "50", "--replace", "roads");
    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.err()).contains("roads", "nodes");
  }

  private List<String> nodeIds(String plan) throws IOException {
    List<String> ids = new java.util.ArrayList<>();
    byte[] nodes = Files.readAllBytes(folder.resolve(plan).resolve("nodes.geojson"));
    for (JsonNode node : JsonMapper.shared().readTree(nodes).get("features")) {
      ids.add(node.get("properties").get("id").stringValue());
    }
    return ids;
  }

  @Test
  void aTamperedFolderIsNotAccepted() throws IOException {
    plan("plan", "--budget", "1M", "--steps", "50");
    Path totals = folder.resolve("plan").resolve("plan.json");
    String text = Files.readString(totals);
    Files.writeString(totals, text.replaceFirst("\"peopleServed\"\\s*:\\s*", "$01"));
    CommandRun verified =
        CommandRun.of("verify", folder.resolve("plan").toString(), "--lang", "en");
    assertThat(verified.exitCode()).as(verified.out()).isEqualTo(1);
    assertThat(verified.out()).contains("Refused");
  }

  @Test
  void aFolderThatIsNoPlanIsRefused() {
    assertThat(CommandRun.of("verify", folder.toString()).exitCode()).isEqualTo(2);
    assertThat(CommandRun.of("verify", folder.resolve("none").toString()).exitCode()).isEqualTo(2);
  }

  @Test
  void aTargetIsReachedAndNeverMixedWithABudget() throws IOException {
    CommandRun run = plan("target", "--target", "0.5", "--steps", "50", "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode totals = run.json().get("totals");
    double weighted =
        totals.get("peopleServed").asDouble() + 0.4 * totals.get("peopleBasic").asDouble();
    assertThat(weighted).isGreaterThanOrEqualTo(0.5 * totals.get("population").asDouble() - 1e-6);
    CommandRun both = plan("both", "--target", "0.5", "--budget", "1M");
    assertThat(both.exitCode()).isEqualTo(2);
    CommandRun beyond = plan("beyond", "--target", "1.5");
    assertThat(beyond.exitCode()).isEqualTo(2);
  }

  @Test
  void zeroBudgetBuildsNothing() throws IOException {
    CommandRun run = plan("plan", "--budget", "0", "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().get("totals").get("lifetimeCostUsd").asDouble()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "en,there is nothing to divide by,1000,NaN,after 0",
    "fr,il n’y a rien à diviser,1000,NaN,en 0"
  })
  void whereNothingIsBuiltWordsSayThatThereIsNothingToDivideBy(
      String language, String said, String rate, String none, String payback) throws IOException {
    // whether its revenue is known or not
    String[] terms = {
      "LSO:arpuLowUsdPerMonth=2", "LSO:arpuMiddleUsdPerMonth=5", "LSO:arpuHighUsdPerMonth=9"
    };
    for (boolean known : new boolean[] {false, true}) {
      List<String> more = new java.util.ArrayList<>(List.of("--budget", "0"));
      for (String each : known ? terms : new String[0]) {
        more.addAll(List.of("--term", each));
      }
      CommandRun run = planIn(language, "empty-" + known, more.toArray(String[]::new));
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out()).contains(said).doesNotContain(rate, none, payback, "\uFFFD");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--budget,-60M,negative",
    "--budget,lots,lots",
    "--country,XXX,XXX",
    "--country,'LSO,LSO',twice",
    "--technologies,'fwa,fwa',twice",
    "--years,2036-2027,2036-2027",
    "--technologies,smoke,smoke",
    "--threads,0,threads",
    "--steps,many,many",
    "--scenario,none.json,none.json",
  })
  void badInputIsOneSentenceAndLeavesNothing(String option, String value, String named)
      throws IOException {
    CommandRun run = plan("plan", option, value);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(named);
    assertThat(folder.resolve("plan")).doesNotExist();
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | 1e308 | is more than 1,000,000,000,000,000 USD; at most 1,000,000,000,000 can be meant. Write a smaller amount
          en | 1e999 | is more than 1,000,000,000,000,000 USD; at most
          fr | 1e13  | vaut 10\u202f000\u202f000\u202f000\u202f000\u00a0USD
          """)
  void aBudgetThatNobodyMeansIsRefusedWithTheFileAndTheField(
      String language, String budget, String said) throws IOException {
    String scenario = "{\"countries\": [\"LSO\"], \"budgetUsd\": " + budget + "}";
    CommandRun run =
        CommandRun.of(
            "plan",
            "--scenario",
            file("absurd.json", scenario),
            "--out",
            folder.resolve("plan").toString(),
            "--lang",
            language);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("absurd.json", "budgetUsd", said).hasSizeLessThan(600);
    assertThat(folder.resolve("plan")).doesNotExist();
  }

  @Test
  void swappedCoordinatesAreRefusedWithTheFileAndThePlace() throws IOException {
    String swapped = "id,name,lon,lat,population\na,Alpha,-29.50,28.20,4000\n";
    CommandRun run =
        CommandRun.of(
            "plan",
            "--country",
            "LSO",
            "--settlements",
            file("swapped.csv", swapped),
            "--out",
            folder.resolve("plan").toString(),
            "--lang",
            "en");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains("swapped.csv");
    assertThat(folder.resolve("plan")).doesNotExist();
  }

  @Test
  void aTruncatedRasterIsRefused() throws IOException {
    Path cut = folder.resolve("cut.tif");
    Files.write(cut, new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0});
    CommandRun run =
        CommandRun.of("settle", cut.toString(), "--out", folder.resolve("s.geojson").toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("cut.tif");
    assertThat(folder.resolve("s.geojson")).doesNotExist();
  }

  @Test
  void lesothosRasterIsSettledPlannedAndVerified() throws IOException {
    Path raster = testData().resolve("LSO/openelec_test_data/ghs.tif");
    assumeTrue(Files.exists(raster), "skipped: no test data at " + raster);
    String settlements = folder.resolve("lso.geojson").toString();
    CommandRun settled = CommandRun.of("settle", raster.toString(), "--out", settlements, "--json");
    assertThat(settled.exitCode()).as(settled.err()).isZero();
    double people = settled.json().get("peopleInRaster").asDouble();
    assertThat(people).isCloseTo(2_135_183.955, org.assertj.core.api.Assertions.within(1e-3));
    assertThat(settled.json().get("peopleInSettlements").asDouble())
        .isCloseTo(people, org.assertj.core.api.Assertions.within(people * 1e-9));
    assertThat(settled.json().get("outsideCountries").asInt()).isZero();
    for (String out : List.of("one", "two")) {
      CommandRun planned =
          CommandRun.of(
              "plan",
              "--settlements",
              settlements,
              "--country",
              "LSO",
              "--budget",
              "60M",
              "--seed",
              "42",
              "--steps",
              "500",
              "--out",
              folder.resolve(out).toString());
      assertThat(planned.exitCode()).as(planned.err()).isZero();
    }
    assertThat(contents(folder.resolve("one"))).isEqualTo(contents(folder.resolve("two")));
    CommandRun verified = CommandRun.verify(folder.resolve("one").toString(), folder);
    assertThat(verified.exitCode()).as(verified.out()).isZero();
  }

  static Path testData() {
    String folder = System.getenv("KIUNGO_DATA");
    return Path.of(folder != null ? folder : System.getProperty("kiungo.data", "none"));
  }

  @Test
  void onePhaseWritesTheBytesOfItsBudgetAndTwoTellMoneyAndPeopleByPhase() throws IOException {
    plan("budget", "--budget", "400k", "--steps", "50");
    plan("one", "--phases", "2027-2036:400k", "--steps", "50");
    assertThat(contents(folder.resolve("one"))).isEqualTo(contents(folder.resolve("budget")));
    CommandRun two = plan("two", "--phases", "2027-2030:150k,2031-2036:250k", "--steps", "50");
    assertThat(two.out()).contains("Phase 1, 2027 to 2030: 150,000 USD come in", "person-years");
    assertThat(folder.resolve("two/programme.csv")).exists();
    CommandRun verified = CommandRun.verify(folder.resolve("two").toString(), folder);
    assertThat(verified.exitCode()).as(verified.out()).isZero();
    CommandRun why =
        CommandRun.of("explain", folder.resolve("two").toString(), "a", "--lang", "en");
    assertThat(why.out()).contains("Served from 20");
    CommandRun least =
        plan(
            "least",
            "--phases",
            "2027-2030:400k:0.2,2031-2036:600k",
            "--target",
            "0.4",
            "--growth",
            "2028:0.2:0.5",
            "--steps",
            "20");
    assertThat(least.exitCode()).as(least.err()).isZero();
    assertThat(CommandRun.verify(folder.resolve("least").toString(), folder).exitCode()).isZero();
    CommandRun gap = plan("gap", "--phases", "2027-2029:1M,2031-2036:1M");
    assertThat(gap.err()).contains("leaves out the year 2030");
  }
}
