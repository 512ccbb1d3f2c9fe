package org.kiungo.web.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.plan.PlanDetail;
import org.kiungo.web.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** A plan is reviewed, approved and taken back, and all of it stays in its list. */
@ApiTest
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS) // the archive holds all plans of a country
class ReviewTest {

  @Autowired private MockMvc http;
  @Autowired private Plans plans;

  private MockHttpServletResponse answer(AbstractMockHttpServletRequestBuilder<?> asked, int status)
      throws Exception {
    MockHttpServletResponse answer =
        http.perform(asked.header("Accept-Language", "en")).andReturn().getResponse();
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
    return answer;
  }

  private String page(String path) throws Exception {
    return answer(get(path), 200).getContentAsString(StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse decide(String plan, String body, int status) throws Exception {
    return answer(
        post("/api/v1/plans/{id}/reviews", plan)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body),
        status);
  }

  private static List<String> tags(String page) {
    return Jsoup.parse(page).select("[data-testid=review]").eachText();
  }

  @Test
  void aDraftIsReviewedThenApprovedAndBothAreTakenBack() throws Exception {
    String plan = plans.add(TinyWorld.plan(1.21e6), "run", null);
    assertThat(tags(page("/countries/LSO?plan=" + plan))).isEmpty();
    decide(plan, "{\"state\": \"APPROVED\", \"reason\": \"at once\"}", 409);
    decide(plan, "{\"state\": \"REVIEWED\"}", 422);
    MockHttpServletResponse sent =
        answer(
            post("/plans/{id}/history", plan)
                .param("state", "REVIEWED")
                .param("author", "Ama")
                .param("reason", "Sums hold")
                .param("version", "0"),
            302);
    assertThat(sent.getRedirectedUrl()).isEqualTo("/plans/" + plan + "/history");
    decide(plan, "{\"state\": \"APPROVED\", \"reason\": \"unseen\", \"version\": 0}", 409);
    decide(
        plan,
        "{\"state\": \"APPROVED\", \"author\": \"Bo\", \"reason\": \"Go\", \"version\": 1}",
        201);
    for (String path : List.of("/countries/LSO?plan=" + plan, "/plans/" + plan + "/brief")) {
      assertThat(tags(page(path))).as(path).isNotEmpty().allMatch(tag -> tag.contains("Bo"));
    }
    try (PDDocument pdf =
        Loader.loadPDF(answer(get("/plans/{id}/brief.pdf", plan), 200).getContentAsByteArray())) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("approved");
    }
    answer(
        post("/api/v1/plans/{id}/comments", plan)
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"kind\": \"FIGURE\", \"target\": \"capexUsd\", \"text\": \"Why?\"}"),
        201);
    answer(
        post("/api/v1/plans/{id}/shares", plan)
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"label\": \"Donor\"}"),
        201);
    decide(plan, "{\"state\": \"DRAFT\", \"reason\": \"Prices moved\"}", 201);
    assertThat(tags(page("/countries/LSO?plan=" + plan))).isEmpty();
    String history = page("/plans/" + plan + "/history");
    assertThat(Jsoup.parse(history).select("[data-testid=events] li").eachAttr("data-kind"))
        .containsExactlyInAnyOrder("draft", "share", "comment", "approved", "reviewed", "made")
        .startsWith("draft")
        .endsWith("made");
    assertThat(history).contains("Sums hold", "Prices moved", "Why?", "Donor", "Ama");
    answer(get("/plans/nothing/history"), 404);
  }

  /** Where there are no accounts, names stand for people, however they are written. */
  @Test
  void nobodyApprovesWhatTheyReviewed() throws Exception {
    String plan = plans.add(TinyWorld.plan(1.24e6), "run", null);
    String as = "{\"state\": \"%s\", \"author\": \"%s\", \"reason\": \"so\"}";
    decide(plan, as.formatted("REVIEWED", ""), 422);
    decide(plan, as.formatted("REVIEWED", "Ama Né"), 201);
    for (String same : List.of("Ama Né", " ama  NE ", "Ama-Ne")) {
      assertThat(decide(plan, as.formatted("APPROVED", same), 409).getContentAsString())
          .contains("review.same", "somebody else has to approve it");
    }
    decide(plan, as.formatted("APPROVED", ""), 422);
    decide(plan, as.formatted("APPROVED", "Bo"), 201);
    decide(plan, as.formatted("REVIEWED", "Bo"), 201);
    decide(plan, as.formatted("APPROVED", "Ama Né"), 409);
    decide(plan, as.formatted("DRAFT", ""), 201);
    decide(plan, as.formatted("REVIEWED", "Bo"), 201);
    decide(plan, as.formatted("APPROVED", "Ama Né"), 201);
    decide(plan, as.formatted("DRAFT", ""), 201);
  }

  @Test
  void noDecisionHoldsOnAPlanWhoseFilesWereChanged() throws Exception {
    String plan = plans.add(TinyWorld.plan(1.22e6), "run", null);
    decide(plan, "{\"state\": \"REVIEWED\", \"author\": \"Ama\", \"reason\": \"read\"}", 201);
    Path file = plans.getFiles(plan).resolve("plan.json");
    Files.writeString(file, Files.readString(file) + " ");
    decide(plan, "{\"state\": \"APPROVED\", \"reason\": \"go\"}", 409);
    assertThat(page("/plans/" + plan + "/history"))
        .contains("were changed")
        .doesNotContain("<form");
  }

  @Test
  void allScenariosOfACountryComeWithARowForEachDistrict() throws Exception {
    plans.add(TinyWorld.plan(1.235e6), "run", null);
    String plan = plans.add(TinyWorld.plan(1.23e6), "run", null);
    var started = http.perform(get("/api/v1/countries/LSO/scenarios.zip")).andReturn();
    byte[] zip =
        http.perform(asyncDispatch(started)).andReturn().getResponse().getContentAsByteArray();
    Map<String, String> files = new HashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
        files.put(each.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    PlanDetail detail = plans.findDetail(plan).orElseThrow();
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, String> each : files.entrySet()) {
      if (each.getKey().startsWith("scenarios/")) {
        Scenario read = ScenarioFile.read(each.getValue().getBytes(StandardCharsets.UTF_8));
        names.add(read.name());
        if (each.getKey().endsWith("-" + plan + ".json")) {
          assertThat(read.with().name(detail.scenario().name()).build())
              .isEqualTo(detail.scenario());
          assertThat(read.name())
              .contains(detail.name(), "plan " + detail.letter() + ":", "1,230,000.00")
              .containsPattern("20\\d\\d-\\d\\d-\\d\\d");
        }
      }
    }
    assertThat(names).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    String table = files.get("districts.csv");
    for (PlanDetail.DistrictShare each : detail.byDistrict()) {
      assertThat(table)
          .contains(
              "\"%s\",\"%s\",\"%s\",\"%s\",%s,"
                  .formatted(
                      plan, detail.letter(), detail.name(), each.district(), each.population()));
    }
    assertThat(table.lines().findFirst().orElseThrow()).doesNotContain("Usd");
    assertThat(files.get("plans.csv").lines().filter(each -> each.contains(plan)))
        .singleElement()
        .asString()
        .contains("MOST_PEOPLE_UNDER_BUDGET", "" + detail.totals().lifetimeCostUsd());
    answer(get("/api/v1/countries/XXX/scenarios.zip"), 404);
  }
}
