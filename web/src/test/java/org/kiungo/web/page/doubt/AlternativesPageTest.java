package org.kiungo.web.page.doubt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.Planner;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.folder.alternative.AlternativesFolder;
import org.kiungo.planner.folder.doubt.Doubt;
import org.kiungo.planner.folder.doubt.FutureRow;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.today.TodayTotals;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.FolderVerifier;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.doubt.Doubts;
import org.kiungo.web.doubt.SignNow;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.Figures;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.scenario.InstalledFacts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What else could be done, for whom for sure, and the five answers at the top of the page. */
@ApiTest
class AlternativesPageTest {

  @Autowired private MockMvc http;
  @Autowired private Plans plans;
  @Autowired private JsonMapper json;
  @Autowired private Doubts doubts;

  @TempDir private Path folder;

  @Value("${kiungo.data-dir}")
  private Path data;

  @Test
  void otherPlansAreAskedForWithoutScriptsAndToldAsTheirFilesHaveThem() throws Exception {
    String plan = plans.add(TinyWorld.plan(6e5), "run", null);
    assertThat(page(plan, "en"))
        .contains("id=\"others-begin\"", "form=\"others-begin\"", "Not studied yet:")
        .doesNotContain("data-alternative=");
    MockHttpServletResponse sent =
        sent(
            post("/countries/LSO/doubt/alternatives")
                .param("plan", plan)
                .param("withinRatio", "0.25")
                .param("count", "3"));
    assertThat(sent.getRedirectedUrl()).isEqualTo("/countries/LSO/doubt?plan=" + plan);
    JsonNode told = finished(plan, "alternatives");
    assertThat(told.get("count").asInt()).isEqualTo(3);
    assertThat(told.get("verdict").asString()).isIn("proven", "checked");
    String id = told.get("id").asString();
    unpack("/api/v1/alternatives/" + id + "/folder.zip");
    Path unpacked = folder.resolve("alternatives");
    assertThat(FolderVerifier.verify(unpacked, InstalledFacts.ofThisJar()).broken()).isEmpty();
    JsonNode file = json.readTree(Files.readString(unpacked.resolve(AlternativesFolder.FILE)));
    for (String each : List.of("/base/certificateSha256", "/alternatives/0/certificateSha256")) {
      assertThat(told.get("alternatives").at(each)).isEqualTo(file.at(each));
    }
    assertThat(answer(get("/api/v1/alternatives/{id}/files/alternatives.csv", id), 200))
        .isEqualTo(Files.readString(unpacked.resolve(AlternativesFolder.TABLE)));
    answer(get("/api/v1/alternatives/{id}/files/manifest.json", id), 404);
    assertThat(file.get("alternatives").size()).isPositive();
    for (String language : List.of("en", "fr")) {
      theOthersAreTold(page(plan, language), file, language);
    }
    JsonNode kept = json.readTree(answer(post("/api/v1/alternatives/{id}/plans/1/keep", id), 201));
    assertThat(plans.getFolder(kept.get("id").asString()).certificate().value())
        .isEqualTo(file.get("alternatives").get(0).get("value").asDouble());
    MockHttpServletResponse again =
        sent(post("/countries/LSO/doubt/kept").param("study", id).param("number", "1"));
    assertThat(again.getRedirectedUrl())
        .as("kept once")
        .isEqualTo("/countries/LSO?plan=" + kept.get("id").asString());
    answer(post("/api/v1/alternatives/{id}/plans/4/keep", id), 404);
    Path table = data.resolve("alternatives").resolve(id).resolve(AlternativesFolder.TABLE);
    Files.writeString(table, Files.readString(table) + "\n");
    assertThat(page(plan, "en"))
        .contains("verdict-refused", AlternativesFolder.TABLE)
        .doesNotContain("data-alternative=");
    assertThat(read("/api/v1/plans/" + plan + "/alternatives").get("alternatives").isNull())
        .isTrue();
    answer(post("/api/v1/alternatives/{id}/plans/1/keep", id), 409);
  }

  private void theOthersAreTold(String page, JsonNode file, String language) {
    Figures n = Figures.of(Locale.forLanguageTag(language));
    Words words = Words.in(language);
    double room = 1 - file.get("room").get("keptPeopleRatio").asDouble();
    int all = file.get("alternatives").size();
    assertThat(page)
        .contains(">" + n.leastPercent(room) + "</b>")
        .contains(
            words.text(
                "ui.in-doubt.five.else", all, n.whole(all), n.percent(0.25), n.leastPercent(room)));
    JsonNode base = file.get("base");
    double gap = base.get("bound").asDouble() - base.get("value").asDouble();
    for (int k = 0; k < all; k++) {
      JsonNode each = file.get("alternatives").get(k);
      String card = page.substring(page.indexOf("data-alternative=\"" + (k + 1) + "\""));
      card = card.substring(0, card.indexOf("</form>"));
      double more = each.get("value").asDouble() - base.get("value").asDouble();
      assertThat(card)
          .contains(
              n.usd(each.get("lifetimeCostUsd").asDouble()),
              words.text("ui.in-doubt.other-gap", n.gapPercent(each.get("gapRatio").asDouble())),
              words.text(
                  "ui.in-doubt.other-like",
                  n.percent(each.get("likeBaseRatio").asDouble()),
                  n.percent(each.get("keptPeopleRatio").asDouble())),
              "<path class=\"added\"");
      assertThat(card.contains(words.text("ui.in-doubt.other-alike")))
          .as("told apart where the difference is more than the gap")
          .isEqualTo(Math.abs(more) <= gap);
    }
    for (JsonNode need : file.get("needs")) {
      assertThat(page).contains("data-testid=\"needs-" + need.get("verdict").asString() + "\"");
    }
    assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(100_000);
  }

  @Test
  void whatNobodyMeansOrCannotBeStudiedIsRefusedAndOneSearchRunsAtATime() throws Exception {
    String plan = plans.add(TinyWorld.plan(1.25e6), "run", null);
    String address = "/api/v1/plans/" + plan + "/alternatives";
    assertThat(answer(post(address).param("count", "13"), 422)).contains("count");
    assertThat(answer(post(address).param("withinRatio", "0.3"), 422)).contains("within");
    answer(post(address).param("count", "12"), 202);
    assertThat(answer(post(address).param("count", "3"), 409))
        .contains(Words.in("en").text("error.alternatives.running", plan, 12, 0.02));
    JsonNode line = read("/api/v1/queue").get(0);
    assertThat(line.get("kind").asString()).isEqualTo("alternatives");
    assertThat(page(plan, "en")).contains("data-others-state=\"");
    sent(post("/countries/LSO/doubt/alternatives").param("plan", plan).param("stop", "1"));
    for (String state = ""; !List.of("STOPPED", "FINISHED").contains(state); ) {
      Thread.sleep(50);
      state = read(address).get("state").asString();
    }
    PlanFolder least =
        TinyWorld.planOf(
            "{\"name\": \"Least\", \"countries\": [\"LSO\"], \"goal\":"
                + " \"LEAST_COST_TO_TARGET\", \"targetRatio\": 0.4, \"steps\": 20}");
    String other = plans.add(least, "run", null);
    assertThat(answer(post("/api/v1/plans/{id}/alternatives", other), 422))
        .contains("doubt.question");
    assertThat(page(other, "en"))
        .contains(Words.in("en").text("ui.in-doubt.five.cannot"))
        .doesNotContain("id=\"others-begin\"", "form=\"others-begin\"", "form=\"begin\"");
  }

  @Test
  void fiveQuestionsAreAnsweredByTheFutures() throws Exception {
    String plan = plans.add(TinyWorld.plan(8e5), "run", null);
    MockHttpServletResponse sent =
        sent(post("/countries/LSO/doubt").param("plan", plan).param("futures", "4"));
    assertThat(sent.getRedirectedUrl()).isEqualTo("/countries/LSO/doubt?plan=" + plan);
    JsonNode doubt = finished(plan, "doubt").get("doubt");
    JsonNode places =
        read(
            "/api/v1/doubts/"
                + read("/api/v1/plans/" + plan + "/doubt").get("id").asString()
                + "/places");
    List<JsonNode> sure =
        places
            .valueStream()
            .filter(each -> each.get("planned").asBoolean())
            .filter(each -> List.of("always", "nearly").contains(each.get("kind").asString()))
            .toList();
    double people = sure.stream().mapToDouble(each -> each.get("peopleGained").asDouble()).sum();
    long planned = places.valueStream().filter(each -> each.get("planned").asBoolean()).count();
    JsonNode told = read("/api/v1/plans/" + plan + "/doubt").get("signNow");
    Doubt study = doubts.findTold(plan).orElseThrow().doubt();
    double[] values =
        doubts.findLast(plan).orElseThrow().futures().stream()
            .mapToDouble(FutureRow::trimmed)
            .sorted()
            .toArray();
    assertThat(told.get("places").asInt()).isEqualTo(sure.size());
    assertThat(told.get("ofPlan").asLong()).isEqualTo(planned);
    SignNow sign =
        new SignNow(
            doubt.get("futures").asInt(),
            sure.size(),
            (int) planned,
            told.get("relayIds").valueStream().map(JsonNode::asString).toList(),
            told.get("relayUsd").asDouble(),
            told.get("costUsd").asDouble(),
            told.get("publicUsd").asDouble(Double.NaN),
            told.get("peopleSure").asDouble(Double.NaN),
            people,
            told.get("peoplePossible").asDouble(Double.NaN));
    for (String language : List.of("en", "fr")) {
      Words words = Words.in(language);
      Figures n = Figures.of(Locale.forLanguageTag(language));
      String page = page(plan, language);
      assertThat(five(page, "sign")).isEqualTo(n.gains().signNow(sign));
      JsonNode signed = doubt.get("plan").get("trimmed");
      assertThat(five(page, "lose"))
          .isEqualTo(
              words.text(
                  "ui.in-doubt.five.lose",
                  n.gapPercent(signed.get("ofBoundRatio").asDouble()),
                  n.brief(signed.get("mean").asDouble()),
                  n.brief(signed.get("worst").asDouble()),
                  n.brief(signed.get("halfWidth95").asDouble()),
                  n.brief(values[0]),
                  n.brief(values[values.length - 1])));
      assertThat(five(page, "fact")).isEqualTo(n.gains().fact(study));
      assertThat(page).contains("data-testid=\"first-layer\">" + n.gains().fact(study) + "<");
      assertThat(five(page, "wait")).isNotEmpty();
      assertThat(five(page, "else"))
          .startsWith(words.text("ui.in-doubt.five.not-yet"))
          .contains(words.text("ui.in-doubt.five.ask"));
      assertThat(page)
          .contains("href=\"#now\"", "href=\"#worth\"", "href=\"#sides\"", "href=\"#others\"");
      assertThat(page.indexOf("id=\"five-else\"")).isLessThan(page.indexOf("data-testid=\"lead\""));
    }
  }

  @Test
  void theSureGainStandsBesideThePlanThatStrivesForIt() throws Exception {
    String likely = plans.add(unsure("EXPECTED"), "run", null);
    String before = page(likely, "en");
    assertThat(before).contains("unsureCoverage=COVERED", "data-gain=\"" + likely + "\"");
    assertThat(
            answer(get("/scenario").param("plan", likely).param("unsureCoverage", "COVERED"), 200))
        .contains("value=\"COVERED\" selected=\"selected\"");
    String sure = plans.add(unsure("COVERED"), "run", null);
    for (String language : List.of("en", "fr")) {
      Figures n = Figures.of(Locale.forLanguageTag(language));
      String page = page(likely, language);
      assertThat(page).doesNotContain("unsureCoverage=COVERED");
      for (String id : List.of(likely, sure)) {
        PlanSummary plan = plans.find(id).orElseThrow();
        TodayTotals today = plan.totals().today();
        String row = page.substring(page.indexOf("data-gain=\"" + id + "\""));
        assertThat(row.substring(0, row.indexOf("</tr>")))
            .contains(
                ">" + n.brief(today.peopleGainedSure()) + "<",
                ">" + n.brief(today.peopleGainedLikely()) + "<",
                n.gapPercent(plan.certificate().gapRatio()));
      }
    }
    assertThat(page(sure, "en")).contains("data-gain=\"" + likely + "\"");
  }

  /** A plan of places of which nobody knows well who has 4G. */
  private static PlanFolder unsure(String counts) {
    String asked =
        "{\"name\": \"Unsure\", \"countries\": [\"LSO\"], \"budgetUsd\": 7e5, \"steps\": 20,"
            + " \"today\": {\"unsureCoverage\": \""
            + counts
            + "\"}}";
    Scenario scenario = ScenarioFile.read(asked.getBytes(StandardCharsets.UTF_8));
    PlanningProblem plain = TinyWorld.problem(scenario);
    PlanningProblem problem =
        plain.withSettlements(
            plain.settlements().stream()
                .map(
                    each ->
                        each.with()
                            .baselineCoverageRatio(0.4)
                            .baselineLowRatio(0.2)
                            .baselineHighRatio(0.8)
                            .baselineModelled(true)
                            .build())
                .toList());
    return Planner.folder(problem, Planner.plan(problem, scenario, Progress.NONE, () -> false));
  }

  private JsonNode finished(String plan, String study) throws Exception {
    String address = "/api/v1/plans/" + plan + "/" + study;
    JsonNode now = read(address);
    for (int k = 0; k < 2_400 && !now.get("state").asString().equals("FINISHED"); k++) {
      assertThat(now.get("detail").isNull()).as(now.toString()).isTrue();
      Thread.sleep(50);
      now = read(address);
    }
    return now;
  }

  private void unpack(String address) throws Exception {
    var begun = http.perform(get(address)).andReturn();
    begun.getAsyncResult();
    byte[] archive = begun.getResponse().getContentAsByteArray();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        Path file = folder.resolve(each.getName());
        Files.createDirectories(file.getParent());
        Files.write(file, zip.readAllBytes());
      }
    }
  }

  /** The answer to one of the five, without the elements that it is written with. */
  private static String five(String page, String id) {
    String from = page.substring(page.indexOf("id=\"five-" + id + "\""));
    String answer = from.substring(from.indexOf("<dd>") + 4, from.indexOf("</dd>"));
    return answer.replaceAll("<[^>]*>", "").strip();
  }

  private String page(String plan, String language) throws Exception {
    return answer(get("/countries/LSO/doubt").param("plan", plan).param("lang", language), 200);
  }

  private JsonNode read(String address) throws Exception {
    return json.readTree(answer(get(address), 200));
  }

  private MockHttpServletResponse sent(AbstractMockHttpServletRequestBuilder<?> form)
      throws Exception {
    MockHttpServletResponse response = http.perform(form).andReturn().getResponse();
    assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(302);
    return response;
  }

  private String answer(AbstractMockHttpServletRequestBuilder<?> asked, int status)
      throws Exception {
    var response = http.perform(asked).andReturn().getResponse();
    String text = response.getContentAsString(StandardCharsets.UTF_8);
    assertThat(response.getStatus()).as(text).isEqualTo(status);
    return text;
  }
}
