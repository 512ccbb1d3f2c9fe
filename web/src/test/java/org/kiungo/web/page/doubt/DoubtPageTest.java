package org.kiungo.web.page.doubt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.doubt.Doubt;
import org.kiungo.planner.folder.doubt.DoubtFolder;
import org.kiungo.planner.folder.doubt.FutureRow;
import org.kiungo.planner.folder.doubt.PlaceRow;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.verify.FolderVerifier;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.doubt.SignNow;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.Figures;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.scenario.InstalledFacts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page of a plan in doubt says what the study's own files say. */
@ApiTest
class DoubtPageTest {

  @Autowired private MockMvc http;
  @Autowired private Plans plans;
  @Autowired private JsonMapper json;
  @Autowired private JdbcClient database;

  @TempDir private Path folder;

  @Value("${kiungo.data-dir}")
  private Path data;

  @Test
  void everyFigureOfThePageIsTheFoldersInBothLanguages() throws Exception {
    String plan = plans.add(TinyWorld.plan(7e5), "run", null);
    String empty = page(plan, "en");
    assertThat(empty).contains("No futures yet").doesNotContain("data-testid=\"later-regret\"");
    JsonNode study = studied(plan, 4);
    assertThat(study.get("verdict").asString()).isIn("proven", "checked");
    unpack(study.get("id").asString());
    assertThat(FolderVerifier.verify(folder.resolve("doubt"), InstalledFacts.ofThisJar()).broken())
        .as("what is downloaded is verified")
        .isEmpty();
    DoubtFolder read = DoubtFolder.read(folder.resolve("doubt"));
    JsonNode doubt =
        json.readTree(Files.readString(folder.resolve("doubt").resolve(DoubtFolder.DOUBT)));
    assertThat(study.get("doubt").get("plan")).isEqualTo(doubt.get("plan"));
    JsonNode signed = doubt.get("plan").get("trimmed");
    JsonNode later = doubt.get("plan").get("refilled");
    assertThat(signed.get("mean").asDouble())
        .as("what is left of the budget serves somebody")
        .isGreaterThan(later.get("mean").asDouble());
    for (String language : List.of("en", "fr")) {
      String page = page(plan, language);
      Figures n = Figures.of(Locale.forLanguageTag(language));
      Words words = Words.in(language);
      assertThat(text(page, "lead"))
          .isEqualTo(
              words.text(
                  "ui.in-doubt.lead",
                  n.whole(4),
                  n.gapPercent(signed.get("ofBoundRatio").asDouble()),
                  n.brief(signed.get("mean").asDouble()),
                  n.gapPercent(later.get("ofBoundRatio").asDouble()),
                  n.brief(later.get("mean").asDouble())));
      theSideIsTold(page, "signed", signed, values(read, FutureRow::trimmed), n);
      theSideIsTold(page, "later", later, values(read, FutureRow::refilled), n);
      assertThat(text(page, "survey"))
          .contains(
              words.text(
                  "ui.in-doubt.survey-about",
                  n.brief(later.get("mean").asDouble()),
                  n.brief(later.get("halfWidth95").asDouble()),
                  n.whole(4)));
      assertThat(row(page, "layer", "all"))
          .as("the same plan, where all is uncertain")
          .contains(
              words.text(
                  "ui.in-doubt.most",
                  n.brief(later.get("mean").asDouble()),
                  n.brief(later.get("halfWidth95").asDouble())),
              words.text("in-doubt.worth-together", n.whole(4)));
      assertThat(page.contains("data-testid=\"like-all\""))
          .isEqualTo(doubt.get("layers").valueStream().anyMatch(each -> overlap(each, later)));
      for (JsonNode layer : doubt.get("layers")) {
        JsonNode alone = layer.get("regret");
        assertThat(row(page, "layer", layer.get("id").asString()))
            .contains(
                words.text(
                    "ui.in-doubt.most",
                    n.brief(alone.get("mean").asDouble()),
                    n.brief(alone.get("halfWidth95").asDouble())));
      }
      for (String kind : List.of("always", "nearly", "depends", "never")) {
        int places = doubt.get("places").get(kind).asInt();
        assertThat(row(page, "kind", kind))
            .contains("data-value=\"" + places + "\"", ">" + n.whole(places) + "<");
      }
      JsonNode survey =
          read("/api/v1/doubts/" + study.get("id").asString() + "/survey?lang=" + language);
      int found = survey.get("found").asInt();
      assertThat(page.contains("data-testid=\"find-about\"")).isEqualTo(found > 0);
      for (JsonNode place : survey.get("places")) {
        assertThat(row(page, "place", place.get("settlementId").asString()))
            .contains(
                ">" + n.brief(place.get("worthPeople").asDouble()) + "<",
                words.text("ui.in-doubt.find-people", n.whole(place.get("population").asDouble())));
      }
      assertThat(text(page, "why-verdict"))
          .startsWith(words.text("verdict." + study.get("verdict").asString()));
      assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(100_000);
    }
    JsonNode places = read("/api/v1/doubts/" + study.get("id").asString() + "/places");
    assertThat(places.valueStream().map(each -> each.get("futures").asInt()))
        .containsExactlyElementsOf(read.places().stream().map(each -> each.futures()).toList());
    Plan.Totals totals = plans.content(plan).folder().plan().totals();
    assertThat(places.valueStream().mapToDouble(each -> each.get("peopleGained").asDouble()).sum())
        .isCloseTo(totals.peopleServed() + totals.peopleBasic(), within(1e-6));
  }

  /** What can be signed now is one sentence, wherever it is told. */
  @Test
  void whatCanBeSignedIsOneAnswerOnEveryPage() throws Exception {
    String plan = plans.add(TinyWorld.plan(4e6), "run", null);
    String other = plans.add(TinyWorld.plan(4.1e6), "run", null);
    JsonNode study = studied(plan, 4);
    JsonNode now = study.get("signNow");
    unpack(study.get("id").asString());
    List<PlaceRow> rows = DoubtFolder.read(folder.resolve("doubt")).places();
    long sure =
        rows.stream()
            .filter(each -> each.planned() && List.of("always", "nearly").contains(each.kind()))
            .count();
    assertThat(now.get("places").asLong()).isEqualTo(sure).isPositive();
    SignNow told = SignNow.of(plans.content(plan), rows, 4);
    for (String language : List.of("en", "fr")) {
      String sentence = Figures.of(Locale.forLanguageTag(language)).gains().signNow(told);
      assertThat(text(page(plan, language), "sure")).isEqualTo(sentence);
      for (String address :
          List.of(
              "/countries/LSO/doubt?plan=" + plan,
              "/plans/" + plan + "/brief",
              "/options?a=" + plan + "&b=" + other,
              "/compare?country=LSO&a=" + plan + "&b=" + other)) {
        String shown = answer(get(address).param("lang", language), 200);
        assertThat(Jsoup.parse(shown).text())
            .as(address)
            .contains(Jsoup.parse(sentence).text())
            .doesNotContain("{0");
      }
      String country = answer(get("/countries/LSO?plan=" + plan).param("lang", language), 200);
      assertThat(text(country, "sign-now"))
          .isEqualTo(Figures.of(Locale.forLanguageTag(language)).gains().canBeSigned(told));
      assertThat(country.indexOf("\"sign-now\"")).isLessThan(country.indexOf("kpi-served"));
      assertThat(sentence).startsWith(text(country, "sign-now"));
      assertThat(answer(get("/options?a=" + plan + "&b=" + other).param("lang", language), 200))
          .contains(Words.in(language).text("ui.sign-now.unknown"));
    }
  }

  /** What a plan gains in futures stands beside what it likely gains, in the brief's words. */
  @Test
  void pagesOfAPlanSayWhatItGainsInFutures() throws Exception {
    String plan = plans.add(TinyWorld.plan(4.2e6), "run", null);
    List<String> pages = List.of("/countries/LSO?plan=" + plan, "/plans/" + plan + "/explore");
    for (String address : pages) {
      assertThat(answer(get(address).param("lang", "en"), 200)).doesNotContain("in-futures");
    }
    JsonNode study = studied(plan, 4);
    unpack(study.get("id").asString());
    Doubt doubt = DoubtFolder.read(folder.resolve("doubt")).doubt();
    for (String language : List.of("en", "fr")) {
      Figures figures = Figures.of(Locale.forLanguageTag(language));
      String sentence = figures.gains().inFutures(doubt);
      assertThat(sentence)
          .contains(figures.brief(doubt.bound().mean() - doubt.plan().trimmed().mean()));
      for (String address : pages) {
        String shown = answer(get(address).param("lang", language), 200);
        assertThat(text(shown, "in-futures")).as(address).isEqualTo(sentence);
      }
      assertThat(answer(get("/plans/" + plan + "/brief").param("lang", language), 200))
          .contains(sentence);
    }
  }

  /** A first part of the money is a third of the budget, or as much as somebody says. */
  @Test
  void aFirstPartOfTheMoneyIsAskedForByWhoeverAsks() throws Exception {
    String plan = plans.add(TinyWorld.plan(4.3e6), "run", null);
    assertThat(page(plan, "fr")).contains("name=\"firstUsd\"", "value=\"1433334\"");
    for (String wrong : List.of("0", "4300001", "NaN")) {
      var asked = post("/api/v1/plans/{id}/doubt", plan);
      assertThat(answer(asked.param("futures", "4").param("firstUsd", wrong), 422))
          .contains("firstUsd");
    }
    answer(
        post("/countries/LSO/doubt")
            .param("plan", plan)
            .param("futures", "4")
            .param("firstUsd", "900000"),
        302);
    JsonNode study = ended(plan);
    assertThat(study.at("/doubt/firstPhase/usd").asDouble()).isEqualTo(9e5);
    assertThat(page(plan, "en")).contains("value=\"900000\"");
    assertThat(text(page(plan, "en"), "first-usd"))
        .startsWith(
            Words.in("en")
                .text(
                    "doubt.first-phase",
                    Figures.of(Locale.ENGLISH).usd(9e5),
                    Figures.of(Locale.ENGLISH).percent(9e5 / 4.3e6)));
    assertThat(studied(plan, 4).at("/doubt/firstPhase/usd").asDouble()).isEqualTo(1_433_334);
  }

  @Test
  void aPlanOfAnotherQuestionIsNotPutInDoubtAndThePageSaysWhy() throws Exception {
    PlanFolder least =
        TinyWorld.planOf(
            "{\"name\": \"Least\", \"countries\": [\"LSO\"], \"goal\":"
                + " \"LEAST_COST_TO_TARGET\", \"targetRatio\": 0.4, \"steps\": 20}");
    String plan = plans.add(least, "run", null);
    assertThat(page(plan, "en")).contains("id=\"cannot\"").doesNotContain("id=\"begin\"");
    var refused =
        http.perform(
                post("/api/v1/plans/{id}/doubt", plan).param("futures", "4").param("firstUsd", "5"))
            .andReturn()
            .getResponse();
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("doubt.question");
  }

  @Test
  void aStudyWhoseFilesWereChangedIsRefusedAndNoneOfItsFiguresTold() throws Exception {
    String plan = plans.add(TinyWorld.plan(9e5), "run", null);
    String id = studied(plan, 4).get("id").asString();
    assertThat(page(plan, "en")).contains("data-testid=\"later-regret\"");
    Path futures = data.resolve("doubts").resolve(id).resolve(DoubtFolder.FUTURES);
    Files.writeString(futures, Files.readString(futures).replaceFirst("1", "2"));
    assertThat(page(plan, "en"))
        .contains("verdict-refused", DoubtFolder.FUTURES)
        .doesNotContain("data-testid=\"later-regret\"");
    JsonNode told = read("/api/v1/plans/" + plan + "/doubt");
    assertThat(told.get("verdict").asString()).isEqualTo("refused");
    assertThat(told.get("doubt").isNull()).isTrue();
  }

  @Test
  void whatIsStoppedLeavesNothingAndMayBeBegunAgain() throws Exception {
    String plan = plans.add(TinyWorld.plan(1.1e6), "run", null);
    String address = "/api/v1/plans/" + plan + "/doubt";
    for (int time = 0; time < 2; time++) {
      answer(post(address).param("futures", "200"), 202);
      JsonNode now = read(address);
      while (!now.get("state").asString().equals("RUNNING")) {
        assertThat(now.get("state").asString()).isEqualTo("QUEUED");
        Thread.sleep(50);
        now = read(address);
      }
      assertThat(page(plan, "en")).contains("data-state=\"RUNNING\"");
      JsonNode line = read("/api/v1/queue").get(0);
      assertThat(line.get("kind").asString()).isEqualTo("doubt");
      assertThat(page(plan, "en")).contains("id=\"tried\" role=\"status\" hidden");
      database
          .sql("UPDATE job SET attempts = 2 WHERE id = ?")
          .param(line.get("id").asString())
          .update();
      assertThat(page(plan, "en"))
          .as("its process ended, and it began anew")
          .contains("Attempt 2 of at most 5: the one before ended because");
      assertThat(page(plan, "fr")).contains("Essai 2 sur 5 au plus");
      answer(post("/api/v1" + line.get("ways").get("stop").asString()), 204);
      while (!read(address).get("state").asString().equals("STOPPED")) {
        Thread.sleep(50);
      }
      assertThat(page(plan, "fr"))
          .contains("Arrêté.")
          .doesNotContain("data-testid=\"later-regret\"");
    }
    assertThat(data.resolve("doubts").toFile().list((folder, name) -> name.contains(".part")))
        .isEmpty();
  }

  @Test
  void onePlanIsStudiedOnceAtATimeAndAnotherPlansPageSaysSo() throws Exception {
    String plan = plans.add(TinyWorld.plan(1.3e6), "run", null);
    String other = plans.add(TinyWorld.plan(1.5e6), "run", null);
    assertThat(page(other, "en")).doesNotContain("doubt?plan=" + plan);
    String address = "/api/v1/plans/" + plan + "/doubt";
    String begun =
        json.readTree(answer(post(address).param("futures", "200"), 202)).get("id").asString();
    assertThat(answer(post(address).param("futures", "4"), 409))
        .contains(Words.in("en").text("error.doubt.running", plan, 200));
    assertThat(answer(post(address).param("futures", "200"), 202)).contains(begun);
    assertThat(page(plan, "en")).contains("data-asked=\"" + begun + "\"");
    assertThat(page(other, "en")).contains("doubt?plan=" + plan);
    answer(post(address + "/stop"), 204);
    while (!read(address).get("state").asString().equals("STOPPED")) {
      Thread.sleep(50);
    }
    assertThat(page(other, "en")).doesNotContain("doubt?plan=" + plan);
    assertThat(studied(plan, 4).get("futures").asInt()).isEqualTo(4);
    String opened = answer(get("/countries/LSO/doubt").param("lang", "en"), 200);
    assertThat(opened)
        .as("what was studied, with the way to the newest")
        .contains("data-plan=\"" + plan + "\"", "id=\"newest\"", "doubt?plan=" + other);
    assertThat(page(other, "en")).doesNotContain("id=\"newest\"");
  }

  private static boolean overlap(JsonNode layer, JsonNode all) {
    JsonNode one = layer.get("regret");
    double apart = Math.abs(one.get("mean").asDouble() - all.get("mean").asDouble());
    return apart <= one.get("halfWidth95").asDouble() + all.get("halfWidth95").asDouble();
  }

  private static void theSideIsTold(
      String page, String side, JsonNode regret, double[] values, Figures n) {
    assertThat(text(page, side + "-value"))
        .isEqualTo(n.brief(Arrays.stream(values).average().orElseThrow()));
    assertThat(text(page, side + "-range"))
        .contains(n.brief(values[0]), n.brief(values[values.length - 1]));
    assertThat(text(page, side + "-regret")).isEqualTo(n.brief(regret.get("mean").asDouble()));
    assertThat(text(page, side + "-worst")).isEqualTo(n.brief(regret.get("worst").asDouble()));
  }

  /** From the least, of the futures in which all is drawn. */
  private static double[] values(DoubtFolder folder, ToDoubleFunction<FutureRow> value) {
    return folder.futures().stream()
        .filter(each -> each.layer().isEmpty())
        .mapToDouble(value)
        .sorted()
        .toArray();
  }

  private JsonNode studied(String plan, int futures) throws Exception {
    answer(post("/api/v1/plans/{id}/doubt", plan).param("futures", "" + futures), 202);
    return ended(plan);
  }

  private JsonNode ended(String plan) throws Exception {
    JsonNode now = read("/api/v1/plans/" + plan + "/doubt");
    for (int k = 0; k < 1_200 && !now.get("state").asString().equals("FINISHED"); k++) {
      assertThat(now.get("detail").isNull()).as(now.toString()).isTrue();
      Thread.sleep(50);
      now = read("/api/v1/plans/" + plan + "/doubt");
    }
    return now;
  }

  private void unpack(String study) throws Exception {
    var begun = http.perform(get("/api/v1/doubts/{id}/folder.zip", study)).andReturn();
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

  private String page(String plan, String language) throws Exception {
    return answer(get("/countries/LSO/doubt").param("plan", plan).param("lang", language), 200);
  }

  private JsonNode read(String address) throws Exception {
    return json.readTree(answer(get(address), 200));
  }

  private String answer(AbstractMockHttpServletRequestBuilder<?> asked, int status)
      throws Exception {
    var response = http.perform(asked).andReturn().getResponse();
    String text = response.getContentAsString(StandardCharsets.UTF_8);
    assertThat(response.getStatus()).as(text).isEqualTo(status);
    return text;
  }

  /** Words of the element with a name for tests. */
  private static String text(String page, String id) {
    String from = page.substring(page.indexOf("data-testid=\"" + id + "\""));
    String inside = from.substring(from.indexOf('>') + 1);
    String end =
        id.endsWith("-range") ? "</small>" : id.matches("(signed|later)-.*") ? "</b>" : "</p>";
    return inside.substring(0, inside.indexOf(end)).replaceAll("<[^>]*>", "").strip();
  }

  private static String row(String page, String of, String id) {
    String from = page.substring(page.indexOf("<tr data-" + of + "=\"" + id + "\""));
    return from.substring(0, from.indexOf("</tr>"));
  }
}
