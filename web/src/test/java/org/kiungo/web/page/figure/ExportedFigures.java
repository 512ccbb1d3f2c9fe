package org.kiungo.web.page.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.LayerReader;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.web.cli.CommandRun;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Figures of a plan as its exports tell them: whole, and summed up of their rows. */
final class ExportedFigures {

  /** Facts of the summary that pages, briefs and answers tell too. */
  private static final Set<String> FACTS =
      Set.of(
          "population",
          "peopleBaseline",
          "peopleServed",
          "peopleBasic",
          "peopleUnserved",
          "lifetimeCostUsd",
          "capexUsd",
          "opexUsdPerYear",
          "publicUsd",
          "publicLowUsd",
          "publicHighUsd",
          "gapRatio");

  private final SeenFigures seen;
  private final SaidVerdict verdict;
  private final String id;
  private final Path plan;
  private final Path folder;

  ExportedFigures(SeenFigures seen, SaidVerdict verdict, String id, Path plan, Path folder) {
    this.seen = seen;
    this.verdict = verdict;
    this.id = id;
    this.plan = plan;
    this.folder = folder;
  }

  /** Takes what every kind of file tells. */
  void tell() throws IOException {
    for (String format : List.of("xlsx", "gpkg")) {
      layers(format, exported(format));
    }
    Path aid = exported("iati");
    Path projects = exported("oc4ids");
    aid(Files.readString(aid));
    contracting(JsonMapper.shared().readTree(projects.toFile()));
    verdict.requireSentence("iati", Files.readString(aid));
    verdict.requireSentence("oc4ids", Files.readString(projects));
  }

  private Path exported(String format) {
    Path file = folder.resolve(id + "." + format);
    CommandRun run =
        CommandRun.of("export", plan.toString(), "--format", format, "--out", file.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    return file;
  }

  private void layers(String format, Path file) {
    Map<String, Double> facts =
        rows(file, "summary").stream()
            .filter(row -> FACTS.contains(row.attributes().get("key")))
            .filter(row -> row.attributes().get("value") != null)
            .collect(
                Collectors.toMap(
                    row -> (String) row.attributes().get("key"),
                    row -> ((Number) row.attributes().get("value")).doubleValue()));
    assertThat(facts.keySet()).as(format).containsAll(FACTS);
    facts.forEach((fact, value) -> told(format + " summary", fact, value));
    Map<String, String> said =
        rows(file, "summary").stream()
            .filter(row -> row.attributes().get("text") != null)
            .collect(
                Collectors.toMap(
                    row -> (String) row.attributes().get("key"),
                    row -> (String) row.attributes().get("text")));
    verdict.requireFacts(format, said);
    List<Feature> settlements = rows(file, "settlements");
    String where = format + " settlements, summed up";
    told(where, "population", sum(settlements, "population"));
    told(where, "lifetimeCostUsd", cents(settlements, "allocatedLifetimeCostUsd") / 100.0);
    told(where, "capexUsd", cents(settlements, "allocatedCapexUsd") / 100.0);
    told(where, "publicUsd", cents(settlements, "publicUsd") / 100.0);
    assertThat(sum(settlements, "peopleServed"))
        .isCloseTo(
            facts.get("peopleServed") + facts.get("peopleBasic"),
            org.assertj.core.api.Assertions.within(0.001));
  }

  /** Budgets to the cent; people whole. */
  private void aid(String xml) {
    double cents = 0;
    for (String usd : found(xml, "lifetime cost of ([0-9.]+) USD")) {
      cents += Math.round(Double.parseDouble(usd) * 100);
    }
    told("iati descriptions", "lifetimeCostUsd", cents / 100);
    double people =
        found(xml, "<target value=\"(\\d+)\">").stream().mapToDouble(Double::parseDouble).sum();
    told("iati targets", "wholePeopleGained", people);
  }

  private void contracting(JsonNode document) {
    double cents = 0;
    double people = 0;
    for (JsonNode project : document.get("projects")) {
      cents += Math.round(project.at("/budget/amount/amount").asDouble() * 100);
      for (JsonNode forecast : project.path("forecasts")) {
        people += forecast.at("/observations/0/measure").asDouble();
      }
    }
    told("oc4ids budgets", "lifetimeCostUsd", cents / 100);
    told("oc4ids forecasts", "wholePeopleGained", people);
  }

  private void told(String where, String figure, double value) {
    seen.tell(where, figure + ":" + id, value, "", "");
  }

  private static List<String> found(String text, String pattern) {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(text)
        .results()
        .map(each -> each.group(1))
        .toList();
  }

  private static double sum(List<Feature> rows, String column) {
    return values(rows, column).stream().mapToDouble(each -> each).sum();
  }

  private static long cents(List<Feature> rows, String column) {
    return values(rows, column).stream().mapToLong(each -> Math.round(each * 100)).sum();
  }

  private static List<Double> values(List<Feature> rows, String column) {
    assertThat(rows.get(0).attributes()).containsKey(column);
    return rows.stream()
        .map(row -> (Number) row.attributes().get(column))
        .filter(Objects::nonNull)
        .map(Number::doubleValue)
        .toList();
  }

  static List<Feature> rows(Path file, String layer) {
    List<Feature> rows = new ArrayList<>();
    SourceFile source = SourceFile.of(file);
    ((VectorReader) LayerReader.of(source))
        .stream(
            source,
            ReadOptions.DETECT.withLayer(layer),
            new FeatureConsumer() {
              @Override
              public void layer(LayerSchema schema) {
                assertThat(schema.name()).isEqualTo(layer);
              }

              @Override
              public void feature(Feature feature) {
                rows.add(feature);
              }

              @Override
              public void finding(Finding finding) {
                assertThat(finding.severity()).isNotEqualTo(Finding.Severity.ERROR);
              }
            });
    return rows;
  }
}
