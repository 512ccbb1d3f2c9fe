package org.kiungo.web.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.SeededSample;
import org.kiungo.web.ApiTest;
import org.kiungo.web.OpenData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** Upload, detection, mapping, report, commit, version, diff, undo: every step over the API. */
@Tag("slow")
@ApiTest
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS) // what other tests imported counts here
class ImportWizardTest {

  private static final String FRENCH =
      "Localité;Longitude;Latitude;Habitants;Âge\n"
          + "Maseru;27,48;-29,31;330760;8\nTeyateyaneng;27,75;-29,15;75115;9\n"
          + "Vide;;;12;7\n=cmd();28,2;-29,5;-4;6\n";

  @Autowired private MockMvc http;
  private Wizard wizard;

  @TempDir private Path folder;

  @BeforeEach
  void begin() {
    wizard = new Wizard(http);
  }

  private Path file(String name, String text) throws Exception {
    return Files.writeString(
        folder.resolve(name), text, java.nio.charset.Charset.forName("windows-1252"));
  }

  @Test
  void aFrenchTableGoesThroughEveryStep() throws Exception {
    Path table = file("localités.csv", FRENCH);
    String upload = wizard.upload(table);
    JsonNode seen = wizard.step("inspect", upload, "settlements", "LSO");
    assertThat(seen.get("remembered").asBoolean()).isFalse();
    assertThat(seen.get("mapping").get("population").asString()).isEqualTo("Habitants");
    assertThat(seen.get("preview").get(0).get("Localité").asString()).isEqualTo("Maseru");
    assertThat(seen.get("needed").get(0).asString()).isEqualTo("population");

    JsonNode checked = wizard.step("check", upload, "settlements", "LSO");
    assertThat(checked.get("stored").asBoolean()).isFalse();
    assertThat(checked.get("report").get("rowsIn").asInt()).isEqualTo(4);
    assertThat(checked.get("report").get("rowsListed").asInt()).isEqualTo(2);
    assertThat(wizard.json(get("/api/v1/datasets?country=LSO")).toString()).doesNotContain("steps");

    String mapping = "{\"name\":\"Localité\",\"population\":\"Habitants\",\"district\":\"\"}";
    JsonNode stored =
        wizard.step(
            "",
            upload,
            "settlements",
            "LSO",
            "name",
            "steps",
            "mapping",
            mapping,
            "date",
            "2024-05",
            "uploader",
            "amina");
    assertThat(stored.get("stored").asBoolean()).isTrue();
    JsonNode evidence = stored.get("version").get("provenance");
    assertThat(evidence.get("source").asString()).isEqualTo("test");
    assertThat(evidence.get("licence").asString()).isEqualTo("CC BY 4.0");
    assertThat(evidence.get("dated").asString()).isEqualTo("2024-05");
    assertThat(evidence.get("uploader").asString()).isEqualTo("amina");
    assertThat(evidence.get("crs").asString()).isEqualTo("EPSG:4326");
    assertThat(evidence.get("transformation").asString())
        .contains("rows in 4, accepted 2, listed 2")
        .contains("population=Habitants");
    byte[] bytes = Files.readAllBytes(table);
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    assertThat(evidence.get("sha256").asString()).isEqualTo(sha256);

    String again = wizard.upload(table);
    JsonNode offered = wizard.step("inspect", again, "settlements", "LSO");
    assertThat(offered.get("remembered").asBoolean()).isTrue();
    assertThat(offered.get("mapping").get("district").asString()).isEmpty();
  }

  @Test
  void columnsThatNobodyCanGuessAreMappedByHandAndRememberedFromThenOn() throws Exception {
    Path table = file("orte.csv", "Ort,lon,lat,Einwohner\nMaseru,27.48,-29.31,330760\n");
    String upload = wizard.upload(table);
    JsonNode seen = wizard.step("inspect", upload, "settlements", "LSO");
    assertThat(seen.get("mapping").get("population").asString()).isEmpty();
    assertThat(seen.get("preview").get(0).get("Ort").asString()).isEqualTo("Maseru");
    JsonNode refused = wizard.step("check", upload, "settlements", "LSO");
    assertThat(refused.get("code").asString()).isEqualTo("file.columnMissing");
    String mapping = "{\"name\":\"Ort\",\"population\":\"Einwohner\"}";
    wizard.step("", upload, "settlements", "LSO", "name", "orte", "mapping", mapping);
    String again = wizard.upload(table);
    JsonNode offered = wizard.step("inspect", again, "settlements", "LSO");
    assertThat(offered.get("mapping").get("population").asString()).isEqualTo("Einwohner");
    assertThat(offered.get("options").get("layer").asString()).isEqualTo("orte");
    JsonNode stored = wizard.step("", again, "settlements", "LSO", "name", "orte");
    assertThat(stored.get("version").get("version").asInt()).isEqualTo(2);
  }

  @Test
  void theReportComesInBothLanguagesAndFourForms() throws Exception {
    String upload = wizard.upload(file("villages.csv", FRENCH));
    JsonNode checked = wizard.step("check", upload, "settlements", "LSO");
    String id = checked.get("report").get("importId").asString();
    for (String language : new String[] {"en", "fr"}) {
      String why = language.equals("en") ? "Row 3 has no place." : "La ligne 3";
      MockHttpServletResponse json = wizard.report(id, "json", language);
      assertThat(json.getContentAsString(StandardCharsets.UTF_8))
          .contains("geometryMissing")
          .contains("populationNegative");
      String html = wizard.report(id, "html", language).getContentAsString(StandardCharsets.UTF_8);
      assertThat(html).startsWith("<!doctype html>").contains("lang=\"" + language + "\"");
      assertThat(html).contains("geometryMissing").doesNotContain("{0}");
      String csv = wizard.report(id, "csv", language).getContentAsString(StandardCharsets.UTF_8);
      assertThat(csv.lines()).hasSize(5);
      assertThat(csv.lines().findFirst().orElseThrow()).endsWith(";_problem");
      assertThat(csv).contains("Vide;;;12;7;").contains("'=cmd()").contains("[geometryMissing]");
      MockHttpServletResponse xlsx = wizard.report(id, "xlsx", language);
      assertThat(xlsx.getContentAsByteArray()).startsWith('P', 'K');
      assertThat(xlsx.getHeader("Content-Disposition")).contains("problems." + language + ".xlsx");
    }
    assertThat(wizard.report(id, "doc", "en").getStatus()).isEqualTo(422);
    assertThat(wizard.report("none", "json", "en").getStatus()).isEqualTo(422);
  }

  @Test
  void shapesAreMendedOnlyWhenAskedAndListedWithTheirAreas() throws Exception {
    String bowtie =
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
            + "{\"technology\":\"4G\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
            + "[[[28,-29.6],[28.2,-29.4],[28.2,-29.6],[28,-29.4],[28,-29.6]]]}}]}";
    Path file = Files.writeString(folder.resolve("cover.geojson"), bowtie);
    String upload = wizard.upload(file);
    JsonNode plain = wizard.step("check", upload, "coverage", "LSO");
    assertThat(plain.get("report").get("counts").toString()).isEqualTo("{\"geometryInvalid\":1}");
    JsonNode mended = wizard.step("", upload, "coverage", "LSO", "repair", "true");
    JsonNode problem = mended.get("report").get("problems").get(0);
    assertThat(problem.get("code").asString()).isEqualTo("geometryRepaired");
    assertThat(Double.parseDouble(problem.get("expected").asString())).isGreaterThan(100);
    assertThat(mended.get("version").get("provenance").get("transformation").asString())
        .contains("invalid shapes repaired: 1");
  }

  /** Who asks so has every question before anything is stored; others have what is safe. */
  @Test
  void whatIsSafeHoldsUnlessSomebodyAsksFirst() throws Exception {
    Path table =
        Files.writeString(
            folder.resolve("sites.csv"),
            "id,name,lon,lat\na,Clinic A,31.13,-26.32\nb,Clinic B,31.37,-26.49\n"
                + "c,Clinic C,31.95,-26.45\nd,Clinic D,-26.45,31.85\n");
    String[] asks = {"assume", "false", "name", "asked"};
    String upload = wizard.upload(table);
    JsonNode asked = wizard.step("", upload, "facilities", "SWZ", asks);
    assertThat(asked.path("stored").asBoolean()).as(asked.toString()).isFalse();
    assertThat(asked.get("report").get("questions").get(0).get("assumed").asBoolean()).isTrue();
    JsonNode answered =
        wizard.step(
            "",
            upload,
            "facilities",
            "SWZ",
            "assume",
            "false",
            "name",
            "asked",
            "answers",
            "exchanged=exchange-all");
    assertThat(answered.get("stored").asBoolean()).as(answered.toString()).isTrue();
    assertThat(answered.get("report").get("rowsAccepted").asInt()).isEqualTo(4);
    JsonNode safe = wizard.step("", wizard.upload(table), "facilities", "SWZ", "name", "safe");
    assertThat(safe.get("report").get("rowsAccepted").asInt()).isEqualTo(3);
    assertThat(safe.get("stored").asBoolean()).isTrue();
  }

  @Test
  void anUploadIsResumedWhereItBroke() throws Exception {
    String id = wizard.json(post("/api/v1/datasets/uploads")).get("id").asString();
    String address = "/api/v1/datasets/uploads/" + id + "/t.csv";
    wizard.perform(
        put(address)
            .contentType(MediaType.APPLICATION_OCTET_STREAM)
            .content("id,lon,lat,popul".getBytes(StandardCharsets.UTF_8)));
    MockHttpServletResponse wrong =
        wizard.perform(
            put(address)
                .param("offset", "99")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content("x".getBytes(StandardCharsets.UTF_8)));
    assertThat(wrong.getStatus()).isEqualTo(409);
    JsonNode so = wizard.json(get("/api/v1/datasets/uploads/" + id));
    int have = so.get("received").get("t.csv").asInt();
    assertThat(have).isEqualTo(16);
    wizard.perform(
        put(address)
            .param("offset", have + "")
            .contentType(MediaType.APPLICATION_OCTET_STREAM)
            .content("ation\na,28.2,-29.5,7\n".getBytes(StandardCharsets.UTF_8)));
    JsonNode checked = wizard.step("check", id, "settlements", "LSO");
    assertThat(checked.get("report").get("rowsAccepted").asInt()).isEqualTo(1);
    assertThat(wizard.perform(delete("/api/v1/datasets/uploads/" + id)).getStatus()).isEqualTo(204);
    assertThat(wizard.perform(get("/api/v1/datasets/uploads/" + id)).getStatus()).isEqualTo(404);
  }

  @Test
  void realFilesOfLesothoAndKenyaBecomeVersionsThatDifferAndAreUndone() throws Exception {
    List<String> files =
        List.of(
            "LSO/openelec_clusters.geojson settlements 1752",
            "LSO/health_who.csv facilities 117",
            "LSO/openelec_test_data/grid.gpkg grid -1",
            "KEN/openelec_clusters.geojson settlements 4883",
            "KEN/schools_2016_epsg32737.gpkg facilities 37930",
            "KEN/ofds/NOFBI/ofds_NOFBI_Kenya_spans.geojson fibre-lines 112",
            "KEN/ofds/NOFBI/ofds_NOFBI_Kenya_nodes.geojson nodes 102");
    for (String each : SeededSample.of("real files through the wizard", files, 3)) {
      String[] of = each.split(" ");
      everyStep(OpenData.path(of[0]), of[1], each.substring(0, 3), Integer.parseInt(of[2]));
    }
  }

  /** The file whole, then half of it as a second version, which is compared and undone. */
  private void everyStep(Path file, String layer, String country, int rows) throws Exception {
    String upload = wizard.upload(file);
    JsonNode seen = wizard.step("inspect", upload, layer, country);
    JsonNode features = seen.get("inspection").get("layers").get(0).get("features");
    int all = rows < 0 ? features.asInt() : rows;
    assertThat(features.asInt()).as(file.toString()).isEqualTo(all);
    JsonNode checked = wizard.step("check", upload, layer, country, "name", "real");
    JsonNode report = checked.get("report");
    assertThat(report.get("rowsIn").asInt()).isEqualTo(all);
    int accepted = report.get("rowsAccepted").asInt();
    assertThat(accepted + report.get("rowsListed").asInt()).isEqualTo(all);
    String name = "real " + file.getFileName();
    JsonNode first = wizard.step("", upload, layer, country, "name", name);
    assertThat(first.get("version").get("version").asInt()).isEqualTo(1);
    assertThat(first.get("version").get("features").asInt()).isGreaterThanOrEqualTo(accepted);
    String id = first.get("dataset").get("id").asString();

    String second = wizard.upload(file);
    JsonNode same = wizard.step("", second, layer, country, "name", name);
    assertThat(same.get("version").get("version").asInt()).isEqualTo(2);
    assertThat(same.get("changes").toString())
        .isEqualTo("{\"added\":[],\"changed\":[],\"removed\":[]}");
    JsonNode undone = wizard.json(post("/api/v1/datasets/{id}/undo", id));
    assertThat(undone.get("currentVersion").asInt()).isEqualTo(1);
    assertThat(wizard.json(get("/api/v1/datasets/{id}/versions", id))).hasSize(2);
  }
}
