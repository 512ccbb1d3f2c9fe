package org.kiungo.web.page.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.planner.SeededSample;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.web.ApiTest;
import org.kiungo.web.cli.CommandRun;
import org.kiungo.web.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One thing, one figure: whatever pages, answers, commands and briefs tell of some countries and
 * their plans has one value, one year and one source.
 */
@ApiTest
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS) // what other tests imported would count here
class OneFigureTest {

  /** Of which there are plans: a plain one, one in phases, one of which publishers disagree. */
  private static final List<String> PLANNED = List.of("LSO", "DJI", "GNQ");

  /** Whose published shares other tables have contradicted. */
  private static final List<String> OTHERS = List.of("KEN", "COD", "BEN");

  /** Pages that tell no figures of countries or plans, or the same as another. */
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "/login|/password.*|/account.*|/administration.*|/css/.*|/ogc.*|/privacy|/b/.*|/data/settle"
              + "|/options\\.(pdf|pptx)|/plans/\\{id}(/history|/progress.*)?|/plans/\\{id}/brief\\.pdf|/plans/\\{id}/projects/.*");

  /** Files of a plan that people open; numbers that are none are null in JSON. */
  private static final Pattern TEXTS = Pattern.compile(".*\\.(csv|geojson)");

  @Autowired private MockMvc http;
  @Autowired private Plans plans;
  @Autowired private JsonMapper json;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;
  @TempDir private Path folder;

  private final SeenFigures seen = new SeenFigures();

  @Test
  void whatIsToldTwiceIsToldAlike() throws Exception {
    Map<String, String> planOf = new TreeMap<>();
    for (String iso3 : PLANNED) {
      planOf.put(iso3, planned(iso3));
    }
    for (String iso3 : PLANNED) {
      pagesOfACountry(iso3);
      pagesOfAPlan(iso3, planOf.get(iso3));
    }
    for (String iso3 : SeededSample.of("contradicted countries", OTHERS, 1)) {
      pagesOfACountry(iso3);
    }
    for (String path : List.of("/", "/catalogue", "/runs", "/regulation?country=LSO&with=DJI")) {
      page(path);
    }
    answers();
    assertThat(notLookedAt()).as("pages that nobody looks at").isEmpty();
    assertThat(seen.faults()).isEmpty();
    assertThat(seen.names())
        .contains(
            "coverage4gRatio",
            "peopleWithout4g",
            "population",
            "defaultBudgetUsd",
            "peopleServed",
            "peopleGained",
            "belowStandard",
            "publicUsd",
            "usdPerPersonAdded",
            "sites",
            "masts",
            "linksBetweenMasts",
            "linksToNetwork",
            "lifetimeCostUsd");
    assertThat(seen.repeated()).hasSizeGreaterThan(100);
  }

  private final List<String> lookedAt = new ArrayList<>();
  private final Map<String, SaidVerdict> verdicts = new TreeMap<>();

  /** Plans a country by the default budget, and takes what the command and its files tell. */
  private String planned(String iso3) throws Exception {
    Path out = folder.resolve(iso3);
    List<String> command =
        new ArrayList<>(List.of("plan", "--country", iso3, "--steps", "20", "--threads", "1"));
    command.addAll(
        iso3.equals("DJI")
            ? List.of("--phases", "2027-2030:2M,2031-2036:3M")
            : List.of("--budget", "default"));
    command.addAll(List.of("--out", out.toString()));
    CommandRun text = CommandRun.of(command.toArray(String[]::new));
    assertThat(text.exitCode()).as(text.err()).isZero();
    seen.text("kiungo plan " + iso3, text.out());
    PlanFolder plan = PlanFolder.read(out);
    String id = plans.add(plan, "run", null);
    if (!iso3.equals("DJI")) {
      double budget = plan.scenario().budgetUsd();
      seen.tell("kiungo plan " + iso3, "defaultBudgetUsd:" + iso3, budget, "", "");
    }
    JsonNode file = json.readTree(Files.readAllBytes(out.resolve("plan.json")));
    seen.totals("plan.json " + iso3, id, file.get("totals"));
    try (Stream<Path> files = Files.list(out)) {
      for (Path each : files.filter(name -> TEXTS.matcher(name.toString()).matches()).toList()) {
        seen.text(each.getFileName().toString(), Files.readString(each));
      }
    }
    SaidVerdict said = SaidVerdict.of(out, plan);
    verdicts.put(id, said);
    said.requireText("kiungo plan " + iso3, text.out());
    briefs(iso3, out, said);
    new ExportedFigures(seen, said, id, out, folder).tell();
    JsonNode totals = file.get("totals");
    double whole =
        Math.round(totals.get("peopleServed").asDouble())
            + Math.round(totals.get("peopleBasic").asDouble());
    seen.tell("plan.json " + iso3, "wholePeopleGained:" + id, whole, "", "");
    seen.tell("certificate", "gapRatio:" + id, plan.certificate().gapRatio(), "", "");
    return id;
  }

  /** The brief as a page of its own, and as PDF. */
  private void briefs(String iso3, Path plan, SaidVerdict said) throws IOException {
    Path page = folder.resolve(iso3 + ".html");
    Path pdf = folder.resolve(iso3 + ".pdf");
    for (Path each : List.of(page, pdf)) {
      CommandRun run = CommandRun.of("brief", plan.toString(), "--out", each.toString());
      assertThat(run.exitCode()).as(run.err()).isZero();
    }
    seen.page("kiungo brief " + iso3, Files.readString(page), Locale.ENGLISH);
    said.requirePage("kiungo brief " + iso3, Files.readString(page), Locale.ENGLISH);
    assertThat(Files.readString(page).contains("GSMA Mobile Connectivity Index"))
        .as("the brief of %s names whoever says otherwise", iso3)
        .isEqualTo(iso3.equals("GNQ"));
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      String printed = new PDFTextStripper().getText(document);
      seen.print("brief.pdf " + iso3, printed, Files.readString(page));
      said.requireText("brief.pdf " + iso3, printed);
    }
  }

  private void pagesOfACountry(String iso3) throws Exception {
    page("/countries/" + iso3 + "/doubt");
    page("/countries/" + iso3);
    page("/scenario?country=" + iso3);
    page("/compare?country=" + iso3);
    page("/options?country=" + iso3);
    page("/data/" + iso3);
    page("/data?country=" + iso3);
    page("/data/network?country=" + iso3);
    page("/services?country=" + iso3);
    page("/openness?country=" + iso3);
    page("/regulation?country=" + iso3);
    JsonNode card = answer("/api/v1/countries/" + iso3);
    for (JsonNode fact : card.get("facts")) {
      if (fact.get("field").asString().equals("population")) {
        seen.tell("card", "population:" + iso3, fact.get("value").asDouble(), "", "");
      }
    }
  }

  private void pagesOfAPlan(String iso3, String id) throws Exception {
    page("/countries/" + iso3 + "?plan=" + id);
    SaidVerdict said = verdicts.get(id);
    page("/plans/" + id + "/explore", said);
    page("/plans/" + id + "/brief", said);
    page("/plans/" + id + "/partners", said);
    page("/plans/" + id + "/lots");
    page("/openness?country=" + iso3 + "&plan=" + id);
    page("/compare?country=" + iso3 + "&b=" + id);
    if (iso3.equals("DJI")) {
      page("/plans/" + id + "/programme", said);
    }
    String address = "/api/v1/plans/" + id;
    JsonNode plan = answer(address);
    seen.totals(address, id, plan.get("totals"));
    assertThat(plan.at("/verification/verdict").asString()).isEqualTo(said.verdict().verdict());
  }

  private void answers() throws Exception {
    for (JsonNode each : answer("/api/v1/plans")) {
      seen.totals("/api/v1/plans", each.get("id").asString(), each.get("totals"));
    }
    for (JsonNode each : answer("/api/v1/countries")) {
      String iso3 = each.get("iso3").asString();
      seen.tell("countries", "population:" + iso3, each.get("population").asDouble(), "", "");
    }
    for (JsonNode each : answer("/api/v1/today")) {
      String iso3 = each.get("iso3").asString();
      JsonNode people = each.get("people");
      JsonNode report = each.get("report");
      String where = "/api/v1/today";
      seen.tell(where, "population:" + iso3, people.get("people").asDouble(), "", "");
      seen.tell(where, "peopleWithout4g:" + iso3, people.get("outside").asDouble(), "", "");
      double with = people.get("people").asDouble() - people.get("outside").asDouble();
      String year = report.get("year").asString();
      String source = report.get("source").asString();
      seen.tell(where, "peopleWith4g:" + iso3, with, year, source);
      seen.tell(where, "peopleWithout4gLow:" + iso3, people.get("outsideLow").asDouble(), "", "");
      seen.tell(where, "peopleWithout4gHigh:" + iso3, people.get("outsideHigh").asDouble(), "", "");
      seen.tell(where, "coverage4gRatio:" + iso3, report.get("ratio").asDouble(), year, source);
      seen.tell(where, "coverage4gLowRatio:" + iso3, report.get("lowRatio").asDouble(), "", "");
      seen.tell(where, "coverage4gHighRatio:" + iso3, report.get("highRatio").asDouble(), "", "");
    }
  }

  private void page(String path) throws Exception {
    page(path, null);
  }

  /**
   * @param said what the page is to say of its plan; null where it shows several or none
   */
  private void page(String path, SaidVerdict said) throws Exception {
    for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      MockHttpServletResponse answer =
          http.perform(get(path).header("Accept-Language", language.getLanguage()))
              .andReturn()
              .getResponse();
      assertThat(answer.getStatus()).as(path).isEqualTo(200);
      String html = answer.getContentAsString(StandardCharsets.UTF_8);
      seen.page(path + " " + language, html, language);
      if (said != null) {
        said.requirePage(path + " " + language, html, language);
      }
    }
    lookedAt.add(path.replaceFirst("\\?.*", ""));
  }

  private JsonNode answer(String path) throws Exception {
    MockHttpServletResponse answer =
        http.perform(get(path).header("Accept-Language", "en")).andReturn().getResponse();
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    JsonNode found = json.readTree(answer.getContentAsByteArray());
    seen.json(path, found);
    return found;
  }

  /** Addresses of pages that are neither looked at nor known to tell nothing. */
  private List<String> notLookedAt() {
    return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
        .filter(each -> each.getValue().getBeanType().getPackageName().startsWith(PAGES))
        .filter(
            each -> each.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
        .flatMap(each -> each.getKey().getPatternValues().stream())
        .filter(each -> !ELSEWHERE.matcher(each).matches())
        .filter(
            each -> {
              Pattern address = Pattern.compile(each.replaceAll("\\{\\w+}", "[^/]+"));
              return lookedAt.stream().noneMatch(path -> address.matcher(path).matches());
            })
        .sorted()
        .toList();
  }

  private static final String PAGES = "org.kiungo.web.page";

  /** What would make it fail. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<dd data-figure='a:KEN=0.97'>97%</dd><dd data-figure='a:KEN=0.35'>35%</dd>; told in 2",
        "<b data-figure='a:KEN=0.5@2018,X'>50%</b><b data-figure='a:KEN=0.5@2022,X'>50%</b>; 2"
            + " ways",
        "<b data-figure='a:KEN=0.5@2022,X'>50%</b><b data-figure='a:KEN=0.5@2022,Y'>50%</b>; 2"
            + " ways",
        "<p data-figure='a:KEN=7810000'>7.9 M people</p>; but what is shown",
        "<dl><dt>4G coverage</dt><dd>35%</dd></dl>; share of 4G without its name",
        "<p>4G reaches 45% of people</p>; share of 4G without its name",
        "<p>∞ USD per person</p>; nobody wrote this",
        "<b title='NaN %'>x</b>; nobody wrote this",
        "<p>served from null</p>; nobody wrote this"
      })
  void aContradictionIsFound(String html, String fault) {
    SeenFigures two = new SeenFigures();
    two.page("page", html, Locale.ENGLISH);
    assertThat(two.faults()).hasSize(1).first().asString().contains(fault);
  }
}
