package org.kiungo.web.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.verify.check.Open;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.plan.verdict.PlanFolders;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.kiungo.web.store.DataFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plan whose files somebody changed after it was kept is told everywhere, and served nowhere. */
@ApiTest
class ChangedPlanTest {

  private static final PlanFolder FOLDER = TinyWorld.plan(1.7e6);

  @Autowired private MockMvc http;
  @Autowired private Plans plans;
  @Autowired private DataFolder data;
  @Autowired private JsonMapper json;

  private String id;
  private Path file;
  private byte[] genuine;

  @BeforeEach
  void keepThePlan() throws IOException {
    id = plans.add(FOLDER, "run", null);
    file = data.folder("plans").resolve(id).resolve("plan.json");
    genuine = Files.readAllBytes(file);
  }

  @AfterEach
  void putBack() throws IOException {
    Files.write(file, genuine);
    Manifest.seal(file.getParent());
    assertThat(plans.find(id).orElseThrow().verification().changedFile()).isNull();
  }

  /** One digit, at the same length, with the time that the file had. */
  private void changeOneDigit() throws IOException {
    FileTime before = Files.getLastModifiedTime(file);
    byte[] bytes = genuine.clone();
    int at =
        new String(bytes, java.nio.charset.StandardCharsets.UTF_8).indexOf("peopleServed") + 18;
    bytes[at] = (byte) (bytes[at] == '1' ? '2' : '1');
    Files.write(file, bytes);
    Files.setLastModifiedTime(file, before);
  }

  @Test
  void whatVerifySaidOfAPlanIsKeptWithIt() throws Exception {
    PlanVerdict verdict = plans.find(id).orElseThrow().verification();
    assertThat(verdict.verdict()).isEqualTo("proven");
    assertThat(verdict.given()).contains("tiny.csv");
    http.perform(get("/api/v1/plans/{id}", id))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.verification.verdict").value("proven"));
    http.perform(get("/plans/{id}/brief", id).locale(java.util.Locale.ENGLISH))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("verdict-proven")))
        .andExpect(content().string(containsString("Taken as given: tiny.csv")));
  }

  /** What an earlier Kiungo kept as proven is told as verify tells it now. */
  @Test
  void aPlanThatWasProvenWithAnOlderModelIsChecked() throws Exception {
    Path files = plans.newFiles();
    TinyWorld.plan(1.6e6).write(files);
    Path sites = files.resolve("sites.csv");
    List<String> rows = Files.readAllLines(sites);
    int hops = List.of(rows.get(0).split(",")).indexOf("hopsBetweenMasts");
    String before = "((?:[^,]*,){" + hops + "})[^,]*,";
    Files.write(sites, rows.stream().map(each -> each.replaceFirst(before, "$1")).toList());
    Manifest.seal(files);
    PlanVerdict kept = new PlanVerdict("proven", List.of(), List.of(), List.of(), null);
    String older = plans.add(plans.written(files, kept), "run", null);
    PlanVerdict now = plans.find(older).orElseThrow().verification();
    assertThat(now.verdict()).isEqualTo("checked");
    assertThat(now.open()).containsExactly(new Open("coverage.older", "sites.csv"));
    for (String page : List.of("/plans/{id}/brief", "/countries/LSO?plan={id}")) {
      http.perform(get(page, older).locale(java.util.Locale.ENGLISH))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("verdict-checked")))
          .andExpect(content().string(containsString("older model of today’s coverage")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/plans/{id}",
        "/api/v1/plans/{id}/points",
        "/api/v1/plans/{id}/links",
        "/api/v1/plans/{id}/settlements",
        "/api/v1/plans/{id}/finance",
        "/api/v1/plans/{id}/files/plan.json",
        "/api/v1/plans/{id}/folder.zip",
        "/api/v1/plans/{id}/exports/geojson?layer=settlements"
      })
  void dataOfAChangedPlanAreNotServed(String address) throws Exception {
    plans.content(id);
    changeOneDigit();
    http.perform(get(address, id).locale(java.util.Locale.ENGLISH))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("plan.changed"))
        .andExpect(jsonPath("$.detail").value(containsString("plan.json")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/plans/{id}/brief",
        "/plans/{id}/explore",
        "/countries/LSO?plan={id}",
        "/api/v1/plans/{id}/exports/xlsx"
      })
  void pagesOfAChangedPlanSaySo(String address) throws Exception {
    changeOneDigit();
    http.perform(get(address, id).accept(MediaType.TEXT_HTML).locale(java.util.Locale.ENGLISH))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("were changed after it was made")))
        .andExpect(content().string(containsString("plan.json")));
  }

  @Test
  void aChangedPlanIsListedAsRefusedAndNotShared() throws Exception {
    String opened =
        json.readTree(share().getResponse().getContentAsString()).get("href").asString();
    http.perform(get(opened)).andExpect(status().isOk());
    changeOneDigit();
    JsonNode found = null;
    MvcResult listed = http.perform(get("/api/v1/plans?country=LSO")).andReturn();
    for (JsonNode each : json.readTree(listed.getResponse().getContentAsByteArray())) {
      found = each.get("id").asString().equals(id) ? each : found;
    }
    assertThat(found.get("verification").get("verdict").asString()).isEqualTo("refused");
    assertThat(found.get("verification").get("changedFile").asString()).isEqualTo("plan.json");
    assertThat(share().getResponse().getStatus()).isEqualTo(409);
    http.perform(get(opened).accept(MediaType.TEXT_HTML)).andExpect(status().isConflict());
  }

  /** What stands for a country, and what countries come to together, leaves refused plans out. */
  @Test
  void aRefusedPlanStandsForNoCountryAndSaysWhy() throws Exception {
    PlanFolder told =
        new PlanFolder(
            FOLDER.problem(),
            FOLDER.scenario().with().countries(List.of("STP")).build(),
            FOLDER.plan(),
            FOLDER.certificate().withValue(FOLDER.certificate().value() * 2));
    String refused = plans.add(told, "run", null);
    assertThat(plans.find(refused).orElseThrow().verification().isRefused()).isTrue();
    for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      boolean english = language.equals(Locale.ENGLISH);
      String broken = english ? "Broken: " : "Non respecté\u00a0: ";
      http.perform(get("/").locale(language))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("data-testid=\"left-out\"")))
          .andExpect(content().string(containsString(english ? "One country is" : "1 pays est")));
      for (String address : List.of("/countries/STP", "/countries/STP?plan=" + refused)) {
        String page =
            http.perform(get(address).locale(language))
                .andExpect(status().isOk())
                .andExpect(
                    content().string(containsString("data-testid=\"why-refused\">" + broken)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        int card = page.indexOf("value=\"" + refused);
        assertThat(page.substring(card, page.indexOf("</label>", card)))
            .as("no figure of a refused plan")
            .doesNotContain("USD", "data-figure");
      }
      for (String address : List.of("/plans/{id}/explore", "/plans/{id}/partners")) {
        http.perform(get(address, refused).locale(language))
            .andExpect(status().isOk())
            .andExpect(content().string(containsString("verdict-refused")))
            .andExpect(content().string(containsString(broken)));
      }
      http.perform(get("/openness?country=STP&cut=x&plan={id}", refused).locale(language))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("verdict-refused")))
          .andExpect(content().string(containsString(broken)))
          .andExpect(content().string(not(containsString("class=\"lead\""))));
      http.perform(get("/services?country=STP").locale(language))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("value=\"" + refused + "\" disabled")))
          .andExpect(content().string(containsString(english ? " (refused)<" : " (refusé)<")));
      http.perform(get("/compare?country=STP").locale(language))
          .andExpect(status().isOk())
          .andExpect(
              content()
                  .string(
                      containsString(
                          english
                              ? "One of these plans is refused"
                              : "est refusé\u00a0: ses fichiers")));
    }
    http.perform(
            post("/api/v1/placements")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"services\": [\"telemedicine-hub\"], \"planId\": \"" + refused + "\"}"))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("plan.refused"));
    http.perform(get("/api/v1/countries"))
        .andExpect(jsonPath("$[?(@.iso3 == 'STP')].planId").value((Object) null));
  }

  private MvcResult share() throws Exception {
    return http.perform(
            post("/api/v1/plans/{id}/shares", id)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}"))
        .andReturn();
  }

  @Test
  void whoWritesEveryHashAnewIsFoundByTheOneThatIsKept() throws Exception {
    changeOneDigit();
    Manifest.seal(file.getParent());
    http.perform(get("/api/v1/plans/{id}", id))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail").value(containsString("certificate.json")));
  }

  @Test
  void theDoctorNamesTheFile() throws Exception {
    Path all = data.folder("plans");
    assertThat(PlanFolders.unlike(all)).doesNotContainKey(id);
    changeOneDigit();
    assertThat(PlanFolders.unlike(all)).isEqualTo(Map.of(id, "plan.json"));
  }

  @Test
  void planningAgainPutsTheFilesBack() throws Exception {
    changeOneDigit();
    assertThat(plans.add(FOLDER, "run", null)).isEqualTo(id);
    http.perform(get("/api/v1/plans/{id}", id)).andExpect(status().isOk());
  }
}
