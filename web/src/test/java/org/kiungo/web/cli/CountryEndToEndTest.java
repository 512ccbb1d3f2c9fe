package org.kiungo.web.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.web.OpenData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A country's real files from population raster to a verified plan, by commands alone. */
@Tag("slow")
class CountryEndToEndTest {

  private static final String NOFBI = "KEN/ofds/NOFBI/ofds_NOFBI_Kenya_";

  @TempDir private Path folder;

  private JsonNode run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--json", "--lang", "en"));
    CommandRun run = CommandRun.of(all.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
    return run.json();
  }

  private static String real(String file) {
    return OpenData.path(file).toString();
  }

  private JsonNode imported(String file, String layer, String country) {
    return run(
            "import",
            file,
            "--as",
            layer,
            "--country",
            country,
            "--source",
            "open data",
            "--licence",
            "as published",
            "--data-dir",
            folder.resolve("data").toString())
        .get("past")
        .get("report");
  }

  /** A made-up licensed area, since no operator's is public. */
  private String coverage(double west, double south, double east, double north) throws IOException {
    String ring =
        String.format(
            "%s %s,%s %s,%s %s,%s %s,%s %s",
            west, south, east, south, east, north, west, north, west, south);
    return Files.writeString(
            folder.resolve("coverage.csv"), "id,generation,wkt\na,4G,\"POLYGON((" + ring + "))\"\n")
        .toString();
  }

  private static double sum(JsonNode features, String column) {
    return features
        .valueStream()
        .mapToDouble(each -> Double.parseDouble(each.get("properties").get(column).asString()))
        .sum();
  }

  @Test
  void lesothoFromItsRasterToAVerifiedPlan() throws IOException {
    String settled = folder.resolve("settled.geojson").toString();
    JsonNode answer =
        run(
            "settle",
            real("LSO/openelec_test_data/ghs.tif"),
            "--country",
            "LSO",
            "--out",
            settled,
            "--attributes",
            "nightLight=" + real("LSO/openelec_test_data/ntl.tif"),
            "travelTimeMin=" + real("LSO/openelec_test_data/travel.tif"),
            real("LSO/openelec_test_data/grid.gpkg"),
            "health=" + real("LSO/health_who.csv"));
    assertThat(answer.get("peopleInRaster").asDouble()).isCloseTo(2_135_183.955, within(2e-3));
    assertThat(answer.get("peopleInSettlements").asDouble()).isCloseTo(2_135_183.955, within(2e-3));
    assertThat(answer.get("attributes").valueStream().map(each -> each.get("name").asString()))
        .containsExactly("nightLight", "travelTimeMin", "grid", "health");
    // 117 sites of which each counts inside at most once per settlement's ground
    JsonNode features = JsonMapper.shared().readTree(Files.readString(Path.of(settled)));
    assertThat(sum(features.get("features"), "healthSitesNear")).isGreaterThan(117);

    JsonNode report = imported(settled, "settlements", "LSO");
    assertThat(report.get("rowsIn").asInt()).isEqualTo(answer.get("settlements").asInt());
    assertThat(report.get("totalAfter").asDouble()).isCloseTo(2_135_183.955, within(2e-3));
    plan(settled, "LSO", coverage(27, -31, 28, -28), "10M");
  }

  /** Of the default run, SettlementApiTest has Kenya's part of the continent's raster. */
  @Test
  @Tag("exhaustive")
  void kenyaFromTheContinentsRasterToAVerifiedPlan() throws IOException {
    String settled = folder.resolve("settled.geojson").toString();
    JsonNode answer =
        run(
            "settle",
            real("AFRICA/afripop2020.tif"),
            "--per-km2",
            "--country",
            "KEN",
            "--out",
            settled,
            "--attributes",
            real("KEN/openelec_grid.geojson"),
            "fibre-lines=" + real(NOFBI + "spans.geojson"),
            "boundaries=" + real("KEN/counties.geojson"),
            real("KEN/schools_2016_epsg32737.gpkg"),
            "health=" + real("KEN/health_who.csv"));
    double people = answer.get("peopleInSettlements").asDouble();
    assertThat(people).isBetween(45e6, 60e6);
    assertThat(people + answer.get("peopleElsewhere").asDouble())
        .isCloseTo(answer.get("peopleInRaster").asDouble(), within(1.0));
    JsonNode report = imported(settled, "settlements", "KEN");
    assertThat(report.get("rowsAccepted").asInt()).isEqualTo(answer.get("settlements").asInt());
    assertThat(report.get("totalAfter").asDouble()).isCloseTo(people, within(1.0));
    assertThat(imported(real(NOFBI + "spans.geojson"), "fibre-lines", "KEN").get("rowsIn").asInt())
        .isEqualTo(112);
    plan(
        settled,
        "KEN",
        coverage(36, -2, 38, 0),
        "40M",
        "--fibre",
        real(NOFBI + "spans.geojson"),
        "--nodes",
        real(NOFBI + "nodes.geojson"));
  }

  /** Plans from what was settled: who lives in the covered area counts as served today. */
  private void plan(
      String settlements, String country, String coverage, String budget, String... network) {
    String out = folder.resolve("plan").toString();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "plan",
                "--country",
                country,
                "--settlements",
                settlements,
                "--coverage",
                coverage,
                "--budget",
                budget,
                "--steps",
                "5",
                "--out",
                out));
    arguments.addAll(List.of(network));
    JsonNode totals = run(arguments.toArray(String[]::new)).get("totals");
    double population = totals.get("population").asDouble();
    assertThat(totals.get("peopleBaseline").asDouble()).isBetween(0.1 * population, population);
    assertThat(totals.get("peopleServed").asDouble()).isPositive();
    List<String> verify = new ArrayList<>(List.of("verify", out, "--input", settlements, coverage));
    Stream.of(network).filter(each -> !each.startsWith("--")).forEach(verify::add);
    assertThat(run(verify.toArray(String[]::new)).get("verdict").asString()).isEqualTo("proven");
  }
}
