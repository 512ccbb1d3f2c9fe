package org.kiungo.web.forgery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kiungo.web.forgery.Forger.cell;
import static org.kiungo.web.forgery.Forger.column;
import static org.kiungo.web.forgery.Forger.feature;
import static org.kiungo.web.forgery.Forger.json;
import static org.kiungo.web.forgery.Forger.property;
import static org.kiungo.web.forgery.Forger.text;
import static org.kiungo.web.forgery.Forger.with;
import static org.kiungo.web.forgery.Forger.without;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.SeededSample;
import org.kiungo.planner.folder.FolderJson;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.verify.FolderVerifier;
import org.kiungo.planner.verify.check.Verdict;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.web.cli.CommandRun;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.language.Words;
import org.kiungo.web.scenario.InstalledFacts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A real plan of a real country, forged in every file and in every way that came to mind: none of
 * the forgeries is called proven, neither by {@code verify} nor by the brief.
 */
class ForgeriesTest {

  private static final int FIELDS = 24;
  private static final int BRIEFS = 3;

  @TempDir private static Path temp;

  private static Forger forger;

  @BeforeAll
  static void planACountry() throws IOException {
    Path plan = temp.resolve("plan");
    CommandRun made =
        CommandRun.of(
            "plan",
            "--country",
            "DJI",
            "--budget",
            "4M",
            "--steps",
            "50",
            "--seconds",
            "0",
            "--out",
            plan.toString());
    assertThat(made.exitCode()).as(made.err()).isZero();
    forger = new Forger(plan, temp);
  }

  private static Verification verified(Path folder) {
    return FolderVerifier.verify(folder, InstalledFacts.ofThisJar());
  }

  /** What is said of a folder; one that cannot be read is refused too. */
  private static Verdict verdict(Path folder) {
    try {
      return verified(folder).verdict();
    } catch (InputRefused unreadable) {
      assertThat(unreadable.code()).startsWith("folder.");
      return Verdict.REFUSED;
    }
  }

  @Test
  void thePlanItselfIsProvenAndRehashingItChangesNothing() throws IOException {
    Path folder = forger.untouched();
    Verification found = verified(folder);
    assertThat(found.broken()).isEmpty();
    assertThat(found.open()).isEmpty();
    assertThat(found.verdict()).isEqualTo(Verdict.PROVEN);
    Forger.rehash(folder);
    for (String name : forger.names()) {
      assertThat(folder.resolve(name)).as(name).hasBinaryContent(forger.bytes(name));
    }
  }

  /** A folder of before the word was left to the public money of a plan says the same. */
  @Test
  void theOlderWordForTheGapBeforeCrossSubsidyIsRead() throws IOException {
    Forger.Change older =
        text("finance.csv", t -> t.replace("gapBeforeCrossSubsidyUsd", "viabilityGapUsd"))
            .and(
                text(
                    "finance.json", t -> t.replace("gapBeforeCrossSubsidyUsd", "viabilityGapUsd")));
    assertThat(verdict(forger.clever(older))).isEqualTo(Verdict.PROVEN);
    Forger.Change other =
        older.and(text("finance.json", t -> t.replaceFirst("(viabilityGapUsd\" : )\\d", "$11")));
    assertThat(verdict(forger.clever(other))).isEqualTo(Verdict.REFUSED);
  }

  private static Map<String, Forger.Change> forgeries() {
    Map<String, Forger.Change> all = new LinkedHashMap<>();
    Forger.Change noProof = without("bound.proof");
    Forger.Change boundIsValue =
        json(
            "certificate.json",
            c -> c.put("bound", c.get("value").doubleValue()).put("gapRatio", 0.0));
    Forger.Change renamed = json("certificate.json", c -> c.put("method", "branch and bound"));
    Forger.Change noCopies =
        json("inputs.json", all2 -> ((ArrayNode) all2.get("copies")).removeAll());
    all.put("proof deleted", noProof);
    all.put("bound is the value", boundIsValue);
    all.put("bound is the value, no proof", boundIsValue.and(noProof));
    all.put("method renamed", renamed);
    all.put("method of a bound that needs no proof", noProof.and(method("separable Lagrangian")));
    all.put("as public money", method("separable Lagrangian, costs as public money"));
    all.put("copies emptied", noCopies);
    all.put("all of these", noProof.and(boundIsValue).and(renamed).and(noCopies));
    all.put("bound above what the proof gives", certificate("bound", 1.5));
    all.put("bound below", certificate("bound", 0.999));
    all.put("value", certificate("value", 1.01));
    all.put("gap", json("certificate.json", c -> c.put("gapRatio", 0.0)));
    all.put("an optimum", json("certificate.json", c -> c.put("endedBy", "OPTIMUM")));
    all.put("price", certificate("lambdaPeoplePerUsd", 1.01));
    all.put("seed", json("certificate.json", c -> c.put("seed", 7)));
    all.put("steps", json("certificate.json", c -> c.put("steps", 1_000_000)));
    all.put("engine", json("certificate.json", c -> c.put("engineVersion", "9.9.9")));
    all.put("catalogue's version", json("certificate.json", c -> c.put("catalogueVersion", "0")));
    all.put(
        "catalogue's version in both",
        json("certificate.json", c -> c.put("catalogueVersion", "0"))
            .and(json("catalogue.json", c -> c.put("version", "0"))));
    all.put("relaxed emptied", json("certificate.json", c -> array(c, "relaxed").removeAll()));
    all.put("relaxed shortened", json("certificate.json", c -> array(c, "relaxed").remove(0)));
    all.put("another graph", graph("\\d+ most populous", "60 most populous"));
    all.put("a larger graph", graph("links=\\d+", "links=99999"));
    all.put("more towers", graph("\\d+ towers", "30 towers"));
    all.put("rows of a programme", json("certificate.json", c -> c.putArray("rows").addObject()));
    all.put(
        "a bound by country",
        json("certificate.json", c -> c.putObject("boundByCountry").put("DJI", 1.0)));
    all.put("sense", json("certificate.json", c -> c.put("sense", "MINIMISE")));
    all.put("unknown field", json("certificate.json", c -> c.put("proven", true)));
    all.put("public money in finance.csv", column("finance.csv", "publicUsd", "0"));
    all.put("public money in finance.json", json("finance.json", f -> f.put("publicUsd", 0.0)));
    all.put(
        "public money everywhere in the accounts",
        column("finance.csv", "publicUsd", "0")
            .and(
                json(
                    "finance.json",
                    f -> {
                      f.put("publicUsd", 0.0);
                      ((ObjectNode) f.get("total")).put("publicUsd", 0.0);
                    })));
    all.put(
        "public money in the plan",
        json("plan.json", p -> ((ObjectNode) p.get("totals")).put("viabilityGapUsd", 0.0)));
    all.put("gap before cross-subsidy", cell("finance.csv", 1, "gapBeforeCrossSubsidyUsd", "1"));
    all.put("revenue", cell("finance.csv", 1, "revenueUsd", "999999"));
    all.put("rate of return", json("finance.json", f -> f.put("irrRatio", 0.5)));
    all.put(
        "accounts of before yearly amounts",
        json(
            "finance.json",
            f -> {
              f.remove("networkUsdByYear");
              f.put("npvUsd", 1e9);
            }));
    all.put("a budget", budget("scenario.json", "plan.json", 4.4e6));
    all.put("a smaller budget", budget("scenario.json", "plan.json", 3.9e6));
    all.put("a budget in one place", json("scenario.json", s -> s.put("budgetUsd", 4.4e6)));
    all.put(
        "a budget in the plan's place",
        text("plan.json", t -> t.replaceFirst("4000000", "4400000")));
    all.put("no budget", json("scenario.json", s -> s.putNull("budgetUsd")));
    all.put("evidence", evidence("\"assumed\" : true", "\"assumed\" : false"));
    all.put(
        "a source",
        text(
            "catalogue.json",
            t -> t.replaceFirst("\"source\" : \"", "\"source\" : \"World Bank, ")));
    all.put(
        "a price",
        text("catalogue.json", t -> t.replaceFirst("\"value\" : (\\d)", "\"value\" : 1$1")));
    all.put(
        "market terms",
        text("economics.json", t -> t.replaceFirst("\"value\" : (\\d)", "\"value\" : 1$1")));
    all.put("a district", property("plan.geojson", 0, "district", "Elsewhere"));
    all.put("a name", property("plan.geojson", 1, "name", "Nowhere"));
    all.put("people of a place", property("plan.geojson", 2, "population", 123456.0));
    all.put("a country", property("plan.geojson", 0, "country", "ETH"));
    all.put("the country", text("settlements.geojson", t -> t.replace("\"DJI\"", "\"ERI\"")));
    all.put(
        "the country everywhere",
        text("settlements.geojson", t -> t.replace("\"DJI\"", "\"ERI\""))
            .and(text("plan.geojson", t -> t.replace("\"DJI\"", "\"ERI\""))));
    all.put("ground lived on", property("settlements.geojson", 0, "inhabitedKm2", 1e-3));
    all.put("people of the facts", property("settlements.geojson", 0, "population", 1e6));
    all.put(
        "coverage of the facts", property("settlements.geojson", 0, "baselineCoverageRatio", 0.5));
    all.put("a node", property("nodes.geojson", 0, "source", "ministry"));
    all.put("a node moved", feature("nodes.geojson", 0, f -> moved(f)));
    all.put("a node more", repeated("nodes.geojson"));
    all.put(
        "a road", text("roads.geojson", t -> t.replaceFirst("\"lengthKm\":", "\"lengthKm\":1")));
    all.put("a road less", fewer("roads.geojson"));
    all.put(
        "fibre more",
        text(
            "fibre.geojson",
            t ->
                t.replaceFirst(
                    "\n\\]",
                    "\n{\"type\":\"Feature\",\"geometry\":{\"type\":\"LineString\",\"coordinates\":"
                        + "[[42.0,11.2],[43.0,11.6]]},\"properties\":{\"id\":\"new\",\"country\":"
                        + "\"DJI\",\"operator\":\"\",\"status\":\"OPERATIONAL\",\"source\":\"\"}}\n]")));
    all.put("a tower", property("towers.geojson", 0, "heightM", 90.0));
    all.put(
        "origin of facts",
        json("inputs.json", i -> first(i, "inputs").put("sha256", "0".repeat(64))));
    Forger.Change source = property("nodes.geojson", 0, "source", "ministry");
    all.put("an input invented, nothing else", input("settlements", "mine.csv", "a".repeat(64)));
    for (String role :
        List.of(
            "settlements",
            "nodes",
            "fibre-lines",
            "towers",
            "roads",
            "coverage",
            "census",
            "facilities",
            "elevation",
            "Nodes",
            "",
            "anything")) {
      all.put("an input invented as " + role, input(role, "mine.csv", "a".repeat(64)).and(source));
    }
    for (String name :
        List.of(
            "buiIt-in reference data",
            "built-in reference\u200b data",
            "built-in reference data ",
            "Built-in reference data",
            "")) {
      all.put("carried data under a name like it: " + name, renamed(name).and(source));
    }
    for (String hash : List.of("", "0", "A".repeat(64), "a".repeat(63), "g".repeat(64), "\u0661")) {
      all.put("an input by no hash: " + hash, input("nodes", "mine.csv", hash).and(source));
    }
    all.put(
        "carried data in another role",
        json("inputs.json", i -> first(i, "inputs").put("role", "nodes")).and(source));
    all.put(
        "no input named, other facts",
        json("inputs.json", i -> array(i, "inputs").removeAll()).and(source));
    all.put(
        "an input twice",
        json("inputs.json", i -> array(i, "inputs").add(first(i, "inputs").deepCopy())));
    all.put("heights invented", input("elevation", "dem.tif", "b".repeat(64)));
    for (String field : List.of("seed", "steps", "threads")) {
      all.put(field + " in the scenario", json("scenario.json", s -> s.put(field, 7)));
    }
    all.put("seconds in the scenario", json("scenario.json", s -> s.put("seconds", 7.0)));
    all.put(
        "year of prices",
        json("scenario.json", s -> ((ObjectNode) s.get("money")).put("priceYear", 2015))
            .and(
                json(
                    "plan.json",
                    p -> ((ObjectNode) p.at("/scenario/money")).put("priceYear", 2015))));
    all.put("a link's load", property("links.geojson", 0, "loadMbps", 1.0));
    all.put("a link's cost", property("links.geojson", 0, "capexUsd", 1.0));
    all.put("a link's way", feature("links.geojson", 0, f -> moved(f)));
    all.put("a site's cost", cell("sites.csv", 1, "capexUsd", "1.0"));
    all.put("links between masts", column("sites.csv", "hopsBetweenMasts", "0"));
    all.put("a link between masts more", cell("sites.csv", 1, "hopsBetweenMasts", "99"));
    all.put("a site's place", cell("sites.csv", 1, "lon", "42.0"));
    all.put(
        "a column more",
        text(
            "sites.csv",
            t -> t.replaceFirst("\n", ",verified\n").replaceAll("(?m)(?<=\\d)$", ",yes")));
    all.put("people served", totals("peopleServed", 1.1));
    all.put("a digit far behind", text("plan.json", t -> digit(t, "peopleServed")));
    all.put("cost", totals("lifetimeCostUsd", 0.9));
    all.put("the plan's name", json("plan.json", p -> p.put("name", "Best plan")));
    all.put(
        "a file more",
        with("verdict.json", "{\"verdict\":\"proven\"}".getBytes(StandardCharsets.UTF_8)));
    all.put("a file in another case", with("PLAN.json", "{}".getBytes(StandardCharsets.UTF_8)));
    all.put("a folder more", with("more/plan.json", "{}".getBytes(StandardCharsets.UTF_8)));
    all.put("a hidden file", with(".plan.json", new byte[0]));
    all.put("a proof of a phase", with("bound-1.proof", forger.bytes("bound.proof")));
    all.put("a mark before the text", text("plan.json", t -> '\uFEFF' + t));
    all.put("something behind the text", text("plan.json", t -> t + "{}"));
    all.put("space behind the text", text("finance.json", t -> t + " \n"));
    all.put("a field twice", text("finance.json", t -> t.replaceFirst("\\{", "{\"publicUsd\":0,")));
    all.put(
        "not a number",
        text("finance.json", t -> t.replaceFirst("\"publicUsd\" : [^,]+", "\"publicUsd\" : NaN")));
    all.put(
        "a huge number",
        text(
            "finance.json", t -> t.replaceFirst("\"publicUsd\" : [^,]+", "\"publicUsd\" : 1e999")));
    all.put("zero below zero", text("plan.json", t -> t.replaceFirst(" : 0\\.0", " : -0.0")));
    all.put(
        "a number written otherwise",
        text("certificate.json", t -> t.replaceFirst("\"seed\" : 42", "\"seed\" : 42.0")));
    all.put("lines of another system", text("finance.csv", t -> t.replace("\n", "\r\n")));
    all.put("a longer proof", bytes("bound.proof", b -> Arrays.copyOf(b, b.length + 1)));
    all.put("a shorter proof", bytes("bound.proof", b -> Arrays.copyOf(b, b.length - 1)));
    all.put("a proof with bits turned", bytes("bound.proof", b -> turned(b, b.length / 2)));
    all.put("a proof at another price", bytes("bound.proof", b -> turned(b, b.length * 2 / 3)));
    all.put("a link to a file elsewhere", Forger.without("finance.csv").and(ForgeriesTest::linked));
    all.put("dollars as thousands", column("finance.csv", "networkUsd", "0.1"));
    all.put(
        "shares as per cent",
        text(
            "scenario.json",
            t -> t.replaceFirst("\"adoptionRatio\" : 0\\.", "\"adoptionRatio\" : 0.1")));
    for (String name : forger.names()) {
      if (!name.equals("manifest.json") && !name.equals("certificate.json")) {
        all.put("without " + name, without(name));
      }
    }
    return all;
  }

  private static Forger.Change method(String name) {
    return json("certificate.json", c -> c.put("method", name));
  }

  private static Forger.Change certificate(String field, double factor) {
    return json("certificate.json", c -> c.put(field, c.get(field).doubleValue() * factor));
  }

  private static Forger.Change totals(String field, double factor) {
    return json(
        "plan.json",
        p -> {
          ObjectNode totals = (ObjectNode) p.get("totals");
          totals.put(field, totals.get(field).doubleValue() * factor);
        });
  }

  private static Forger.Change graph(String found, String other) {
    return json(
        "certificate.json",
        c ->
            c.put(
                "candidateGraph",
                c.get("candidateGraph").stringValue().replaceFirst(found, other)));
  }

  /** One input more. */
  private static Forger.Change input(String role, String name, String sha256) {
    return json(
        "inputs.json",
        i ->
            array(i, "inputs")
                .addObject()
                .put("role", role)
                .put("name", name)
                .put("sha256", sha256)
                .put("version", ""));
  }

  /** The carried data by another name. */
  private static Forger.Change renamed(String name) {
    return json("inputs.json", i -> first(i, "inputs").put("name", name));
  }

  private static Forger.Change budget(String scenario, String plan, double usd) {
    return json(scenario, s -> s.put("budgetUsd", usd))
        .and(json(plan, p -> ((ObjectNode) p.get("scenario")).put("budgetUsd", usd)));
  }

  private static Forger.Change evidence(String found, String other) {
    return text("catalogue.json", t -> t.replaceFirst(found, other));
  }

  private static ArrayNode array(ObjectNode object, String name) {
    return (ArrayNode) object.get(name);
  }

  private static ObjectNode first(ObjectNode object, String name) {
    return (ObjectNode) object.get(name).get(0);
  }

  private static void moved(ObjectNode feature) {
    JsonNode at = feature.get("geometry").get("coordinates");
    ArrayNode place = (ArrayNode) (at.get(0).isArray() ? at.get(0) : at);
    place.set(0, FolderJson.STRICT.valueToTree(place.get(0).doubleValue() + 0.01));
  }

  private static Forger.Change repeated(String file) {
    return text(
        file,
        t -> {
          List<String> lines = new ArrayList<>(t.lines().toList());
          lines.add(2, "," + lines.get(1).replaceFirst("\"id\":\"", "\"id\":\"A"));
          return String.join("\n", lines) + "\n";
        });
  }

  private static Forger.Change fewer(String file) {
    return text(
        file,
        t -> {
          List<String> lines = new ArrayList<>(t.lines().toList());
          lines.remove(lines.size() - 2);
          return String.join("\n", lines) + "\n";
        });
  }

  /** The last digit of a field's number is another. */
  private static String digit(String text, String field) {
    int at = text.indexOf("\"" + field + "\" : ");
    int end = text.indexOf(',', at) - 1;
    char digit = text.charAt(end) == '1' ? '2' : '1';
    return text.substring(0, end) + digit + text.substring(end + 1);
  }

  private interface OfBytes {
    byte[] change(byte[] bytes);
  }

  private static Forger.Change bytes(String file, OfBytes change) {
    return folder ->
        Files.write(folder.resolve(file), change.change(Files.readAllBytes(folder.resolve(file))));
  }

  /** Some in a row: a proof with one bit turned may be another proof of the same bound. */
  private static byte[] turned(byte[] bytes, int at) {
    for (int k = 0; k < 16; k++) {
      bytes[at + k] ^= 0x40;
    }
    return bytes;
  }

  private static void linked(Path folder) throws IOException {
    Path elsewhere = temp.resolve("elsewhere.csv");
    Files.write(elsewhere, forger.bytes("finance.csv"));
    Files.createSymbolicLink(folder.resolve("finance.csv"), elsewhere);
  }

  @TestFactory
  List<DynamicTest> noForgeryIsProven() {
    List<DynamicTest> tests = new ArrayList<>();
    forgeries()
        .forEach(
            (name, change) ->
                tests.add(
                    DynamicTest.dynamicTest(
                        name,
                        () -> {
                          assertThat(verdict(forger.clumsy(change)))
                              .as("%s, no hash written anew", name)
                              .isNotEqualTo(Verdict.PROVEN);
                          assertThat(verdict(forger.clever(change)))
                              .as("%s, all hashes written anew", name)
                              .isNotEqualTo(Verdict.PROVEN);
                        })));
    assertThat(tests).hasSizeGreaterThan(60);
    return tests;
  }

  /** Nothing else may be called proven: neither on the page that a donor gets. */
  @TestFactory
  List<DynamicTest> theBriefOfAForgerySaysWhatTheVerdictSays() {
    Map<String, Forger.Change> all = forgeries();
    return SeededSample.of("briefs of forgeries", List.copyOf(all.keySet()), BRIEFS).stream()
        .map(each -> DynamicTest.dynamicTest(each, () -> assertBriefTells(all.get(each))))
        .toList();
  }

  private static void assertBriefTells(Forger.Change change) throws IOException {
    Path folder = forger.clever(change);
    Verdict verdict = verdict(folder);
    for (String language : List.of("en", "fr")) {
      Words words = Words.in(language);
      Path brief = temp.resolve("brief.html");
      CommandRun run =
          CommandRun.of("brief", folder.toString(), "--out", brief.toString(), "--lang", language);
      if (run.exitCode() == ExitCode.REFUSED) {
        // a folder that cannot be read has none
        assertThat(verdict).isEqualTo(Verdict.REFUSED);
      } else {
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readString(brief).replaceAll("(?s)<style.*?</style>|<[^>]*>", " "))
            .containsIgnoringCase(words.text("verdict." + verdict.word()))
            .doesNotContainIgnoringCase(words.text("verdict.proven"));
      }
    }
  }

  /**
   * Every kind of field of every document, every column of every table, one after the other.
   *
   * <p>What nothing can be held against is told in the answer: how the search ended.
   */
  @Test
  void noFieldCanBeAnother() throws IOException {
    Map<String, Forger.Change> all = new TreeMap<>();
    for (String name : forger.names()) {
      mutations(name).forEach((field, change) -> all.put(name + " " + field, change));
    }
    List<String> drawn =
        SeededSample.of("fields that are forged", List.copyOf(all.keySet()), FIELDS);
    List<String> survived = new ArrayList<>();
    for (String field : drawn) {
      if (verdict(forger.clever(all.get(field))) == Verdict.PROVEN) {
        survived.add(field);
      }
    }
    // how a search ended is told by nothing else; hashes are written anew, so these are as they
    // were
    survived.removeIf(
        each -> each.endsWith("/endedBy") || each.matches("(certificate|inputs).*(S|/s)ha256"));
    assertThat(survived).isEmpty();
  }

  private static Map<String, Forger.Change> mutations(String name) {
    Map<String, Forger.Change> all = new LinkedHashMap<>();
    String text = new String(forger.bytes(name), StandardCharsets.UTF_8);
    if (name.endsWith(".csv")) {
      List<String> lines = text.lines().toList();
      for (String column : lines.get(0).split(",")) {
        all.put(column, cell(name, lines.size() - 1, column, "1234.5"));
      }
    } else if (name.endsWith(".geojson")) {
      List<String> lines = text.lines().toList();
      for (int k : new int[] {1, lines.size() / 2}) {
        if (k < lines.size() - 1) {
          String line = lines.get(k).replaceFirst("^,", "");
          for (String leaf : Forger.leaves(FolderJson.STRICT.readTree(line))) {
            all.put(k + leaf, feature(name, k - 1, f -> Forger.mutate(f, leaf)));
          }
        }
      }
    } else if (name.endsWith(".json") && !name.equals("manifest.json")) {
      for (String leaf : Forger.leaves(FolderJson.STRICT.readTree(text))) {
        all.put(leaf, json(name, root -> Forger.mutate(root, leaf)));
      }
    }
    return all;
  }
}
