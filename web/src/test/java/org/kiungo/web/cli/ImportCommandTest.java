package org.kiungo.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.web.OpenData;
import org.kiungo.web.language.Languages;
import tools.jackson.databind.JsonNode;

/** {@code import} as a regulator's script uses it. */
@Tag("slow")
class ImportCommandTest {

  private static final String ROWS =
      "Localité;Longitude;Latitude;Habitants\nMaseru;27,48;-29,31;330760\nVide;;;12\n";

  @TempDir private Path folder;

  private CommandRun run(Path file, String layer, String country, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "import",
                file.toString(),
                "--as",
                layer,
                "--country",
                country,
                "--source",
                "test",
                "--licence",
                "CC0",
                "--data-dir",
                folder.resolve("data").toString(),
                "--json"));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  @Test
  void theReportIsWrittenInEveryLanguageAndFormAndColumnsAreRemembered() throws IOException {
    Path table = Files.writeString(folder.resolve("t.csv"), ROWS);
    Path reports = folder.resolve("reports");
    CommandRun checked =
        run(table, "settlements", "LSO", "--check", "--report-dir", reports.toString());
    assertThat(checked.exitCode()).as(checked.err()).isZero();
    assertThat(checked.json().get("version").isNull()).isTrue();
    try (Stream<Path> files = Files.list(reports)) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Languages.available().stream()
                  .flatMap(
                      each ->
                          Stream.of(
                              "report." + each + ".json",
                              "report." + each + ".html",
                              "problems." + each + ".csv",
                              "problems." + each + ".xlsx"))
                  .toList());
    }
    assertThat(Files.readString(reports.resolve("problems.fr.csv")))
        .contains("Vide;;;12;")
        .contains("[geometryMissing]");
    assertThat(Files.readString(reports.resolve("report.fr.html"), StandardCharsets.UTF_8))
        .contains("Rapport de validation");

    CommandRun first =
        run(table, "settlements", "LSO", "--date", "2024", "--by", "amina", "--lang", "en");
    assertThat(first.err()).doesNotContain("as mapped the last time");
    JsonNode evidence = first.json().get("version").get("provenance");
    assertThat(evidence.get("dated").asString()).isEqualTo("2024");
    assertThat(evidence.get("uploader").asString()).isEqualTo("amina");
    CommandRun second = run(table, "settlements", "LSO", "--lang", "en");
    assertThat(second.err()).contains("Columns as mapped the last time");
    assertThat(second.json().get("version").get("version").asInt()).isEqualTo(2);
    assertThat(second.err()).contains("The very same file is stored already, as version 1");
    CommandRun left = run(table, "settlements", "LSO", "--answer", "same=leave-file");
    assertThat(left.exitCode()).isEqualTo(1);
    assertThat(left.json().get("version").isNull()).isTrue();
    assertThat(Files.list(folder.resolve("data/originals"))).hasSize(1);
  }

  /** What looks like schools that lie nowhere is no layer that can be imported. */
  @Test
  void inspectSaysWhatAnImportWouldRefuse() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("s.csv"), "Nom de l'école;Effectif\nEPP Kandi;90\nEPP Banikoara;80\n");
    String[] inspect = {"inspect", table.toString(), "--country", "BEN", "--lang", "en"};
    CommandRun seen = CommandRun.of(inspect);
    assertThat(seen.exitCode()).isEqualTo(1);
    assertThat(seen.out())
        .contains("An import as facilities would refuse it: No row of s.csv has a place");
    Path right = Files.writeString(folder.resolve("r.csv"), ROWS.replace("Vide;;;12\n", ""));
    assertThat(CommandRun.of("inspect", right.toString(), "--country", "LSO").exitCode()).isZero();
    Path utm = Files.writeString(folder.resolve("u.csv"), "name,x,y,pop\nA,313344,7087527,9\n");
    CommandRun metres = CommandRun.of("inspect", utm.toString(), "--country", "SWZ");
    assertThat(metres.exitCode()).isEqualTo(2);
    assertThat(metres.err()).contains("EPSG:32736 WGS 84 / UTM zone 36S (1/1)");
    String[] declared = {"inspect", utm.toString(), "--country", "SWZ", "--crs", "EPSG:32736"};
    assertThat(CommandRun.of(declared).exitCode()).isZero();
  }

  @Test
  void whatCannotBeTrueIsAskedAndStoredOnceItIsAnswered() throws IOException {
    String twins = "id;name;lon;lat;people\na;Maseru;27.48;-29.31;330760\n";
    Path table =
        Files.writeString(folder.resolve("t.csv"), twins + "b;MASERU;27.4801;-29.31;330760\n");
    CommandRun asked = run(table, "settlements", "LSO", "--lang", "en");
    assertThat(asked.exitCode()).isEqualTo(1);
    assertThat(asked.err())
        .contains("Perhaps one place, twice within 50 m: Maseru and MASERU")
        .contains("Rows 2 and 3, 330,760 and 330,760 people")
        .contains("--answer \"twins=merge:3\"  One place: keep the earlier row, not row 3")
        .contains("--answer \"twins=sum:3\"  One place: add the people of row 3")
        .contains("--answer \"twins=keep:3\"  Two places: keep both")
        .contains("The sum is 28% of the people of Lesotho")
        .doesNotContain("{");
    assertThat(asked.json().get("version").isNull()).isTrue();
    assertThat(run(table, "settlements", "LSO", "--lang", "fr").err())
        .contains("Peut-être un même lieu, deux fois à moins de 50\u00a0m")
        .contains("Un seul lieu\u00a0: garder la ligne d’avant, pas la ligne 3");
    assertThat(run(table, "settlements", "LSO", "--answer", "twins=perhaps").exitCode())
        .isEqualTo(2);

    CommandRun merged = run(table, "settlements", "LSO", "--answer", "twins=merge:3");
    assertThat(merged.exitCode()).as(merged.err()).isZero();
    JsonNode provenance = merged.json().get("version").get("provenance");
    assertThat(merged.json().get("version").get("version").asInt()).isEqualTo(1);
    assertThat(merged.json().get("version").get("features").asInt()).isEqualTo(1);
    assertThat(provenance.get("people").asDouble()).isEqualTo(330_760);
    assertThat(provenance.get("transformation").asString()).contains("answered twins=merge:3");
    assertThat(provenance.get("judgement").get("answers").get(0).get("remedy").asString())
        .isEqualTo("merge");

    CommandRun noted = run(table, "settlements", "LSO", "--as-it-is", "both wards are meant");
    assertThat(noted.exitCode()).as(noted.err()).isZero();
    assertThat(noted.json().at("/version/provenance/judgement/note").asString())
        .isEqualTo("both wards are meant");
    assertThat(noted.json().at("/version/features").asInt()).isEqualTo(2);
  }

  @Test
  void aTooLongLicenceAndAWrongSeparatorAreRefusedInWords() throws IOException {
    Path table = Files.writeString(folder.resolve("t.csv"), ROWS);
    CommandRun run = run(table, "settlements", "LSO", "--separator", "ab", "--lang", "en");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("cannot separate cells");
    assertThat(run(table, "settlements", "LSO", "--date", "x".repeat(41)).exitCode()).isEqualTo(2);
  }

  @Test
  void lesothosAndKenyasFilesAreImportedFromTheCommandLine() throws IOException {
    String nofbi = "KEN/ofds/NOFBI/ofds_NOFBI_Kenya_";
    stored(OpenData.path("LSO/openelec_clusters.geojson"), "settlements", "LSO", 1_752);
    stored(OpenData.path("LSO/openelec_grid.geojson"), "grid", "LSO", 1);
    stored(OpenData.path("LSO/health_who.csv"), "facilities", "LSO", 100);
    stored(OpenData.path("KEN/openelec_clusters.geojson"), "settlements", "KEN", 4_800);
    stored(OpenData.path(nofbi + "spans.geojson"), "fibre-lines", "KEN", 112);
    stored(OpenData.path(nofbi + "nodes.geojson"), "nodes", "KEN", 100);

    Path settled = folder.resolve("settled.csv");
    CommandRun settle =
        CommandRun.of(
            "settle",
            OpenData.path("LSO/openelec_test_data/ghs.tif").toString(),
            "--out",
            settled.toString(),
            "--json");
    assertThat(settle.exitCode()).as(settle.err()).isZero();
    double people = settle.json().get("peopleInRaster").asDouble();
    assertThat(people).isBetween(2_135_183.0, 2_135_185.0);
    CommandRun version = run(settled, "settlements", "LSO", "--name", "settled");
    assertThat(version.exitCode()).as(version.err()).isZero();
    double kept = version.json().get("past").get("report").get("totalAfter").asDouble();
    assertThat(kept / people).isBetween(0.98, 1.0000001);
  }

  private void stored(Path file, String layer, String country, int atLeast) {
    CommandRun run = run(file, layer, country);
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode report = run.json().get("past").get("report");
    assertThat(report.get("rowsAccepted").asInt()).isGreaterThanOrEqualTo(atLeast);
    assertThat(report.get("rowsIn").asInt())
        .isEqualTo(report.get("rowsAccepted").asInt() + report.get("rowsListed").asInt());
    assertThat(run.json().get("version").get("provenance").get("sha256").asString()).hasSize(64);
  }
}
