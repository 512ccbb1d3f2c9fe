package org.kiungo.web.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.audit.AuditLog;
import org.kiungo.web.door.Brake;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class ShareApiTest {

  private static final PlanFolder FOLDER = TinyWorld.plan(1.9e6);

  @Autowired private MockMvc http;
  @Autowired private Plans plans;
  @Autowired private JsonMapper json;
  @Autowired private ShareRepository repository;
  @Autowired private AuditLog audit;
  @Autowired private Brake brake;

  private String plan;

  @BeforeEach
  void keepThePlan() {
    plan = plans.add(FOLDER, "run", null);
  }

  private JsonNode make(String body) throws Exception {
    return json.readTree(
        http.perform(
                post("/api/v1/plans/{id}/shares", plan)
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(body))
            .andExpect(status().isCreated())
            .andReturn()
            .getResponse()
            .getContentAsByteArray());
  }

  @Test
  void aLinkOpensOneVersionUntilItIsTakenBack() throws Exception {
    JsonNode made = make("{\"label\": \"Bank\", \"days\": 30}");
    String href = made.get("href").asString();
    assertThat(href).matches("/b/[A-Za-z0-9_-]{27}");
    http.perform(get(href).accept(MediaType.TEXT_HTML))
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", "no-store"))
        .andExpect(header().string("X-Robots-Tag", "noindex"))
        .andExpect(header().string("Referrer-Policy", "no-referrer"))
        .andExpect(content().string(containsString(plan)));
    String listed =
        http.perform(get("/api/v1/plans/{id}/shares", plan))
            .andExpect(jsonPath("$[0].state").value("OPEN"))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(listed).doesNotContain(href.substring(3));

    http.perform(delete("/api/v1/shares/{id}", made.get("id").asString()))
        .andExpect(status().isNoContent());
    http.perform(get(href).accept(MediaType.TEXT_HTML))
        .andExpect(status().isGone())
        .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_HTML))
        .andExpect(content().string(containsString("This link is closed")));
    http.perform(get(href + "/plan.zip")).andExpect(status().isGone());
    http.perform(get(href + "/brief.pdf")).andExpect(status().isGone());
    http.perform(get("/b/" + "x".repeat(27)).accept(MediaType.TEXT_HTML))
        .andExpect(status().isNotFound());
  }

  /** There are no accounts: from elsewhere the link is the only way in, so revoking it closes. */
  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.7", "2001:db8::7", "behind a proxy"})
  void fromAnotherMachineOnlyTheLinkOpensTheBriefAndNothingDoesOnceItIsTakenBack(String from)
      throws Exception {
    RequestPostProcessor elsewhere =
        request -> {
          if (from.contains(" ")) {
            request.addHeader("X-Forwarded-For", "192.0.2.7");
          } else {
            request.setRemoteAddr(from);
          }
          return request;
        };
    JsonNode made = make("{\"label\": \"Bank\"}");
    String href = made.get("href").asString();
    for (String path : List.of(href, href + "/plan.zip", "/css/brief.css")) {
      http.perform(get(path).with(elsewhere)).andExpect(status().isOk());
    }
    http.perform(delete("/api/v1/shares/{id}", made.get("id").asString()).with(elsewhere))
        .andExpect(status().isForbidden());
    http.perform(delete("/api/v1/shares/{id}", made.get("id").asString()))
        .andExpect(status().isNoContent());
    http.perform(get(href).with(elsewhere)).andExpect(status().isGone());
    for (String path :
        List.of(
            "/",
            "/plans/" + plan + "/brief",
            "/plans/" + plan + "/explore",
            "/api/v1/plans/" + plan,
            "/api/v1/plans/" + plan + "/folder.zip",
            "/api/v1/plans/" + plan + "/shares",
            "/js/map.js",
            "/nowhere")) {
      http.perform(get(path).with(elsewhere)).andExpect(status().isForbidden());
    }
    http.perform(get("/").with(elsewhere).accept(MediaType.TEXT_HTML))
        .andExpect(content().string(containsString("only briefs that were shared can be read")));
    http.perform(get("/plans/{id}/brief", plan)).andExpect(status().isOk());
  }

  @Test
  void aSharedBriefSaysUntilWhenItIsOpenAndHowToGetBackToIt() throws Exception {
    String href = make("{\"days\": 30}").get("href").asString();
    String brief = html(href);
    assertThat(brief).contains("data-testid=\"shared\"", "open until ", "http://localhost" + href);
    assertThat(brief).containsPattern("viewBox=\"0 0 (\\d+) \\1\"");
    assertThat(html("/plans/" + plan + "/brief")).contains("kiungo " + plan).doesNotContain(href);
    String ever = html(make("{}").get("href").asString());
    assertThat(ever).contains("data-testid=\"shared\"").doesNotContain("open until");
    String part = "which alone cannot be verified</a>";
    String inputs = "{\"parts\": {\"evidence\": true, \"inputs\": true, \"comments\": false}}";
    assertThat(ever).contains(part).doesNotContain("All files of the plan");
    assertThat(html(make(inputs).get("href").asString()))
        .contains("All files of the plan</a>")
        .doesNotContain(part);
  }

  private String html(String path) throws Exception {
    return http.perform(get(path).header("Accept-Language", "en"))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private Set<String> files(String body) throws Exception {
    MvcResult started =
        http.perform(get(make(body).get("href").asString() + "/plan.zip")).andReturn();
    byte[] zip =
        http.perform(asyncDispatch(started)).andReturn().getResponse().getContentAsByteArray();
    Set<String> names = new TreeSet<>();
    try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry each = entries.getNextEntry(); each != null; each = entries.getNextEntry()) {
        names.add(each.getName().replace(plan + "/", ""));
      }
    }
    return names;
  }

  @Test
  void aLinkOpensNoMoreFilesThanWereTicked() throws Exception {
    http.perform(
            post("/api/v1/plans/{id}/comments", plan)
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                    "{\"kind\": \"FIGURE\", \"target\": \"capexUsd\", \"author\": \"Amina\","
                        + " \"text\": \"between us\"}"))
        .andExpect(status().isCreated());
    Set<String> usual = files("{}");
    assertThat(usual).contains("plan.json", "certificate.json");
    assertThat(usual).doesNotContain("settlements.geojson", "nodes.geojson", "comments.json");
    String part = "{\"parts\": {\"evidence\": %s, \"inputs\": %s, \"comments\": %s}}";
    assertThat(files(part.formatted(false, true, false)))
        .contains("settlements.geojson", "nodes.geojson")
        .doesNotContain("plan.json", "comments.json");
    Set<String> comments = files(part.formatted(false, false, true));
    assertThat(comments).hasSize(1);
    assertThat(files(part.formatted(true, true, true))).containsAll(usual).containsAll(comments);
    String alone = make(part.formatted(false, false, false)).get("href").asString();
    http.perform(get(alone + "/plan.zip")).andExpect(status().isNotFound());
    assertThat(html(alone)).doesNotContain("plan.zip").contains(alone + "/brief.pdf");
    byte[] pdf =
        http.perform(get(alone + "/brief.pdf"))
            .andExpect(status().isOk())
            .andExpect(content().contentType(MediaType.APPLICATION_PDF))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
  }

  @Test
  void aLinkClosesByItself() throws Exception {
    String href = make("{\"days\": 1}").get("href").asString();
    Clock later = Clock.offset(Clock.system(ZoneOffset.UTC), Duration.ofHours(25));
    Shares tomorrow = new Shares(repository, plans, audit, later, brake);
    assertThat(
            org.assertj.core.api.Assertions.catchThrowableOfType(
                    ApiRefusal.class, () -> tomorrow.open(href.substring(3), ""))
                .code())
        .isEqualTo("share.closed");
  }

  @Test
  void daysOutOfRangeAreRefused() throws Exception {
    http.perform(
            post("/api/v1/plans/{id}/shares", plan)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"days\": 0}"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.code").value("field.range"));
  }
}
