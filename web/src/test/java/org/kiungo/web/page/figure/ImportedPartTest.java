package org.kiungo.web.page.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.people.CoverageToday;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.ApiTest;
import org.kiungo.web.cli.CommandRun;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.language.ShareWords;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.Figures;
import org.kiungo.web.plan.NewPlan;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.document.PlanFacts;
import org.kiungo.web.plan.document.PublishedPlan;
import org.kiungo.web.scenario.ScenarioPlanner;
import org.kiungo.web.today.PeopleToday;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A part of a country that is imported, with more people than the built-in places around can give
 * up: people in places and the country's population are two figures, and whoever tells them names
 * both.
 */
@ApiTest
class ImportedPartTest {

  private static final String ISO3 = "CPV";

  /** Two towns, one of them with ten times the people of its island. */
  private static final String PART =
      """
      id,name,lon,lat,population
      a,Praia,-23.513,14.920,160000
      b,Nova Sintra,-24.697,14.868,60000
      """;

  @Autowired private MockMvc http;
  @Autowired private Plans plans;
  @Autowired private Datasets datasets;
  @Autowired private JsonMapper json;
  @Autowired private Reference reference;
  @TempDir private Path folder;

  private final SeenFigures seen = new SeenFigures();
  private NewPlan plan;
  private String id;
  private double people;
  private double population;

  @BeforeEach
  void importsAndPlans() throws Exception {
    MockMultipartFile file =
        new MockMultipartFile(
            "file", "towns.csv", "text/csv", PART.getBytes(StandardCharsets.UTF_8));
    MockHttpServletResponse stored =
        http.perform(
                multipart("/api/v1/datasets")
                    .file(file)
                    .param("layer", "settlements")
                    .param("country", ISO3)
                    .param("answers", "[{\"question\": \"sum\", \"remedy\": \"part\"}]")
                    .param("source", "test")
                    .param("licence", "CC0"))
            .andReturn()
            .getResponse();
    assertThat(stored.getStatus()).as(stored.getContentAsString()).isEqualTo(201);
    if (plans.list(ISO3).isEmpty()) {
      // what is built in is not what a plan would be for
      assertThat(page("/countries/" + ISO3, Locale.ENGLISH))
          .contains("Country card")
          .doesNotContain(Words.in("en").text("ui.card.places"));
    }
    Scenario scenario =
        ScenarioFile.read(
            ("{\"countries\":[\"" + ISO3 + "\"],\"budgetUsd\":2000000,\"steps\":5}")
                .getBytes(StandardCharsets.UTF_8));
    plan = plans.write(ScenarioPlanner.on(datasets).plan(scenario, Progress.NONE, () -> false));
    id = plans.add(plan, "run", null);
    people = plan.folder().plan().totals().population();
    for (JsonNode each : answer("/api/v1/countries")) {
      if (each.get("iso3").asString().equals(ISO3)) {
        population = each.get("population").asDouble();
      }
    }
    assertThat(people / population).as("so much that it matters").isGreaterThan(1.05);
  }

  @Test
  void bothFiguresAreNamedWhereverOneIsTold() throws Exception {
    for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      requireBoth("country", page("/countries/" + ISO3 + "?plan=" + id, language), language);
      requireBoth("explore", page("/plans/" + id + "/explore", language), language);
      requireBoth("brief", page("/plans/" + id + "/brief", language), language);
      page("/data/" + ISO3, language);
      page("/scenario?country=" + ISO3, language);
      JsonNode choice = answer("/api/v1/workspaces/" + ISO3 + "/choice", language);
      requireBoth("form", choice.get("sentences").toString(), language);
      requireBoth("data", choice.get("peopleSaid").asString(), language);
      assertThat(choice.get("peopleDoubtful").asBoolean()).isTrue();
      Words words = Words.in(language.getLanguage());
      requireBoth("summary", summary(words), language);
    }
    for (String text : List.of(pdf(), command())) {
      requireBoth("pdf or command", text, Locale.ENGLISH);
    }
    JsonNode planned = answer("/api/v1/plans/" + id).at("/plannedPeople/0");
    assertThat(planned.get("importedPlaces").asInt()).isEqualTo(2);
    assertThat(planned.get("importedPeople").asDouble()).isEqualTo(220_000);
    assertThat(planned.get("population").asDouble()).isEqualTo(population);
    assertThat(seen.faults()).isEmpty();
  }

  @Test
  void bothSharesOf4gAreNamedWhereverOneIsTold() throws Exception {
    PeopleToday today = PeopleToday.ofSettlements(plan.folder().problem().settlements());
    for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      Words words = Words.in(language.getLanguage());
      requireShares(page("/countries/" + ISO3, language), today, words);
      requireShares(page("/plans/" + id + "/explore", language), today, words);
      requireShares(page("/plans/" + id + "/brief", language), today, words);
    }
    requireShares(pdf(), today, Words.in("en"));
    assertThat(seen.faults()).isEmpty();
  }

  private void requireShares(String text, PeopleToday today, Words words) {
    CoverageToday report = reference.people().coverage(ISO3);
    assertThat(text.replaceAll("[\\s\\u00a0\\u202f]+", " "))
        .contains(
            plain(
                words.text(
                    "coverage.share-imported",
                    words.language().equals("fr") ? "Cap-Vert" : "Cabo Verde",
                    ShareWords.percent(report.ratio(), words),
                    String.valueOf(report.year()),
                    words.text("coverage.source"),
                    ShareWords.percent(report.lowRatio(), words),
                    ShareWords.percent(report.highRatio(), words),
                    ShareWords.percent(1 - today.outside() / people, words),
                    ShareWords.percent(1 - today.outsideHigh() / people, words),
                    ShareWords.percent(1 - today.outsideLow() / people, words))));
    assertThat(1 - today.outside() / people)
        .as("both are to differ as they are shown")
        .isNotCloseTo(report.ratio(), within(0.01))
        .isCloseTo(plan.folder().plan().totals().peopleBaseline() / people, within(0.000001));
  }

  private void requireBoth(String where, String text, Locale language) {
    Figures figures = Figures.of(language);
    String said = text.replaceAll("[\\s\\u00a0\\u202f]+", " ");
    assertThat(said)
        .as(where + " " + language)
        .contains("towns.csv")
        .contains(plain(figures.whole(people)))
        .contains(plain(figures.whole(population)))
        .contains(plain(figures.percent(people / population)))
        .contains(language == Locale.FRENCH ? "importez un recensement" : "import a census")
        .doesNotContain("national total")
        .doesNotContain("total national");
  }

  private static String plain(String figure) {
    return figure.replaceAll("[\\s\\u00a0\\u202f]+", " ");
  }

  private String page(String path, Locale language) throws Exception {
    String html = get(path, language).getContentAsString(StandardCharsets.UTF_8);
    seen.page(path + " " + language, html, language);
    return Jsoup.parse(html).text();
  }

  private JsonNode answer(String path) throws Exception {
    return answer(path, Locale.ENGLISH);
  }

  private JsonNode answer(String path, Locale language) throws Exception {
    return json.readTree(get(path, language).getContentAsByteArray());
  }

  private MockHttpServletResponse get(String path, Locale language) throws Exception {
    MockHttpServletResponse answer =
        http.perform(
                MockMvcRequestBuilders.get(path).header("Accept-Language", language.getLanguage()))
            .andReturn()
            .getResponse();
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer;
  }

  private String summary(Words words) {
    PublishedPlan published =
        new PublishedPlan(id, plan.folder(), plan.verdict(), null, Map.of(), "");
    return PlanFacts.of(published, words).stream()
        .filter(each -> each.text() != null)
        .map(PlanFacts.Fact::text)
        .collect(Collectors.joining(" "));
  }

  private String pdf() throws Exception {
    byte[] bytes = get("/plans/" + id + "/brief.pdf", Locale.ENGLISH).getContentAsByteArray();
    try (PDDocument document = Loader.loadPDF(bytes)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private String command() throws IOException {
    Path towns = folder.resolve("towns.csv");
    Files.writeString(towns, PART);
    CommandRun run =
        CommandRun.of(
            "plan",
            "--country",
            ISO3,
            "--settlements",
            towns.toString(),
            "--use",
            "settlements=towns.csv:replace,built-in:fill",
            "--budget",
            "2M",
            "--steps",
            "5",
            "--threads",
            "1",
            "--out",
            folder.resolve("plan").toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out();
  }
}
