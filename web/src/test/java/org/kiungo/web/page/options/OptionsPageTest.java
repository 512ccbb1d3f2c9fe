package org.kiungo.web.page.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.planner.Planner;
import org.kiungo.planner.folder.FinanceBrief;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.today.TodayTotals;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.cli.CommandRun;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.Figures;
import org.kiungo.web.plan.Bill;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.review.PlanReview.State;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.web.servlet.MockMvc;
import org.w3c.dom.NodeList;

/** Two to five plans on one page, on paper and as slides. */
@ApiTest
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS) // what other tests planned would be proposed
class OptionsPageTest {

  @Autowired private MockMvc http;
  @Autowired private Plans plans;

  private static PlanFolder ranged(String today, double budgetUsd) {
    String json =
        """
        {"name": "Ranged", "countries": ["LSO"], "budgetUsd": %s, "steps": 50, "today": %s}"""
            .formatted(budgetUsd, today);
    Scenario scenario = ScenarioFile.read(json.getBytes(StandardCharsets.UTF_8));
    PlanningProblem tiny = TinyWorld.problem(scenario);
    List<Settlement> covered = new ArrayList<>();
    for (Settlement each : tiny.settlements()) {
      double ratio = covered.size() % 3 * 0.3;
      covered.add(
          each.with()
              .baselineCoverageRatio(ratio)
              .baselineLowRatio(ratio / 2)
              .baselineHighRatio(Math.min(1, ratio * 1.5))
              .baselineModelled(true)
              .build());
    }
    return folder(tiny.withSettlements(covered), scenario);
  }

  private static PlanFolder folder(PlanningProblem problem, Scenario scenario) {
    return Planner.folder(problem, Planner.plan(problem, scenario, Progress.NONE, () -> false));
  }

  private String page(String query, String language) throws Exception {
    return answer("/options" + query, language, 200).getContentAsString(StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse answer(String address, String language, int status)
      throws Exception {
    MockHttpServletResponse answer =
        http.perform(get(address).header("Accept-Language", language)).andReturn().getResponse();
    assertThat(answer.getStatus()).as(address).isEqualTo(status);
    return answer;
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void pagePrintAndSlidesTellTheSame(String language) throws Exception {
    List<String> ids = new ArrayList<>();
    for (double budgetUsd : List.of(5e5, 1e6, 2e6)) {
      ids.add(plans.add(TinyWorld.plan(budgetUsd), "run", null));
    }
    String query = "?a=" + ids.get(0) + "&b=" + ids.get(1) + "&more=" + ids.get(2);
    Document page = Jsoup.parse(page(query, language));
    Words words = Words.in(language);
    Figures n = Figures.of(Locale.forLanguageTag(language));
    assertThat(page.select("[data-option]").eachAttr("data-option")).isEqualTo(ids);
    String print;
    try (PDDocument pdf =
        Loader.loadPDF(answer("/options.pdf" + query, language, 200).getContentAsByteArray())) {
      assertThat(pdf.getNumberOfPages()).isLessThanOrEqualTo(2);
      print = bare(new PDFTextStripper().getText(pdf));
    }
    String slides = slides(answer("/options.pptx" + query, language, 200).getContentAsByteArray());
    for (Element line : page.select("[data-row] .opt p, [data-testid=same] p")) {
      assertThat(bare(slides)).contains(bare(line.text()));
      assertThat(print).contains(bare(line.text()));
    }
    for (int k = 0; k < ids.size(); k++) {
      PlanSummary plan = plans.find(ids.get(k)).orElseThrow();
      Element gain = page.select("[data-row=gain] .opt").get(k);
      assertThat(bare(gain.text())).contains(bare(n.adds(plan.totals(), plan.scenario())));
      Element bill = page.select("[data-row=bill] .opt").get(k);
      assertThat(bare(bill.text())).contains(bare(n.usd(plan.totals().lifetimeCostUsd())));
    }
    assertThat(page.select("[data-testid=decide] tr"))
        .anyMatch(
            row -> bare(row.text()).contains(bare(n.usd(2e6))) && row.text().contains(who(words)));
    assertThat(page.outerHtml().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(60 * 1024);
  }

  /** Lines break where they like, and readers of pages and prints differ in blanks. */
  private static String bare(String text) {
    return text.replaceAll("[\\s\\u00a0\\u202f-]", "");
  }

  private static String who(Words words) {
    return words.text("options.who.money");
  }

  @Test
  void whoPaysIsTheWholeBillToTheCent(@TempDir Path folder) {
    CommandRun plan =
        CommandRun.of(
            "plan",
            "--country",
            "CPV",
            "--budget",
            "5M",
            "--steps",
            "20",
            "--threads",
            "1",
            "--out",
            folder.resolve("plan").toString());
    assertThat(plan.exitCode()).as(plan.err()).isZero();
    Bill bill = Bill.all(FinanceBrief.read(folder.resolve("plan")), List.of()).get(0);
    double usd = OptionRows.usersUsd(bill) - bill.usd(Bill.Part.FUND) + bill.usd(Bill.Part.PUBLIC);
    assertThat(usd).isCloseTo(bill.usd(Bill.Part.COST), within(0.005));
    assertThat(OptionRows.usersUsd(bill)).isPositive();
  }

  /** The text of slides whose package is as ECMA-376 asks. */
  private static String slides(byte[] pptx) throws Exception {
    Map<String, byte[]> parts = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(pptx))) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        assertThat(parts).doesNotContainKey(each.getName());
        parts.put(each.getName(), zip.readAllBytes());
      }
    }
    long slides = parts.keySet().stream().filter(each -> each.matches("ppt/slides/s.*")).count();
    assertThat(slides).isBetween(4L, 7L);
    Set<String> typed = new HashSet<>();
    NodeList types = elements(parts, "[Content_Types].xml", "Override");
    for (int k = 0; k < types.getLength(); k++) {
      typed.add(attribute(types, k, "PartName").substring(1));
    }
    StringBuilder text = new StringBuilder();
    Set<String> reached = new HashSet<>(Set.of("[Content_Types].xml"));
    int drawn = 0;
    for (String name : parts.keySet()) {
      if (name.endsWith(".rels")) {
        reached.add(name);
        String folder = name.replaceFirst("_rels/[^/]+$", "");
        NodeList relations = elements(parts, name, "Relationship");
        for (int k = 0; k < relations.getLength(); k++) {
          String target =
              Path.of(folder + attribute(relations, k, "Target")).normalize().toString();
          assertThat(parts).as(name).containsKey(target);
          assertThat(typed).as("of a known kind").contains(target);
          reached.add(target);
        }
      } else if (name.startsWith("ppt/slides/")) {
        NodeList shapes = elements(parts, name, "p:cNvPr");
        Set<String> ids = new HashSet<>();
        for (int k = 0; k < shapes.getLength(); k++) {
          assertThat(ids.add(attribute(shapes, k, "id"))).as("ids of " + name).isTrue();
        }
        int columns = elements(parts, name, "a:gridCol").getLength();
        int rows = elements(parts, name, "a:tr").getLength();
        assertThat(elements(parts, name, "a:tc").getLength()).isEqualTo(columns * rows);
        int paths = elements(parts, name, "a:path").getLength();
        assertThat(elements(parts, name, "a:moveTo").getLength()).isGreaterThanOrEqualTo(paths);
        drawn += paths;
        NodeList texts = elements(parts, name, "a:t");
        for (int k = 0; k < texts.getLength(); k++) {
          text.append(texts.item(k).getTextContent()).append('\n');
        }
      }
    }
    assertThat(drawn).as("an outline and squares of each option").isGreaterThanOrEqualTo(2 * 2);
    assertThat(reached).as("nothing lies there that nobody opens").isEqualTo(parts.keySet());
    return text.toString();
  }

  private static NodeList elements(Map<String, byte[]> parts, String name, String element)
      throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(parts.get(name)))
        .getElementsByTagName(element);
  }

  private static String attribute(NodeList list, int k, String name) {
    return list.item(k).getAttributes().getNamedItem(name).getNodeValue();
  }

  /** Where one plan counts whoever may have 4G as served, gains are told for sure alone. */
  @Test
  void plansThatCountTodayOtherwiseAreOnOneMeasure() throws Exception {
    PlanFolder likely = ranged("{}", 1.2e6);
    PlanFolder sure = ranged("{\"unsureCoverage\": \"COVERED\"}", 1.2e6);
    String query = "?a=" + plans.add(likely, "run", null) + "&b=" + plans.add(sure, "run", null);
    Document page = Jsoup.parse(page(query, "en"));
    assertThat(page.select("#districts").text())
        .isEqualTo(Words.in("en").text("options.districts-sure"));
    List<PlanFolder> folders = List.of(likely, sure);
    for (int k = 0; k < folders.size(); k++) {
      double people = 0;
      for (Element row : page.select("[data-testid=districts] tbody tr")) {
        people +=
            Double.parseDouble(
                row.select("td span").get(2 * k).text().replace(" k", "e3").replace(",", ""));
      }
      TodayTotals today = folders.get(k).plan().totals().today();
      assertThat(people).isCloseTo(today.peopleGainedSure(), within(100.0));
    }
    assertThat(page.select("[data-row=waits]").text()).contains("for sure");
    assertThat(page.select("[data-testid=decide]").text())
        .contains(Words.in("en").text("options.decide-sure"));
  }

  @Test
  void whatCannotBeToldBesideTheFirstIsRefusedByName() throws Exception {
    String first = plans.add(TinyWorld.plan(7e5), "run", null);
    Scenario asked =
        ScenarioFile.read(
            "{\"name\": \"Elsewhere\", \"countries\": [\"LSO\"], \"budgetUsd\": 9e5, \"steps\": 50}"
                .getBytes(StandardCharsets.UTF_8));
    PlanningProblem other =
        TinyWorld.problem(asked)
            .withInputs(List.of(new InputFile("settlements", "o.csv", "1".repeat(64), "")));
    String second = plans.add(folder(other, asked), "run", null);
    String query = "?a=" + first + "&b=" + second;
    for (String language : List.of("en", "fr")) {
      assertThat(bare(Jsoup.parse(page(query, language)).select("[data-testid=left-out]").text()))
          .contains("Elsewhere", bare(Words.in(language).text("ui.compare.inputs-differ")));
    }
    answer("/options.pdf" + query, "en", 409);
    answer("/options.pptx" + query, "en", 409);
    answer("/options?a=" + first + "&b=nothing", "en", 404);
    answer("/options?country=XXX", "en", 404);
    answer("/options?a=1&b=2&more=3&more=4&more=5&more=6", "en", 422);
  }

  /** New data do not take options away: those before them stay, the one after is told with why. */
  @Test
  void optionsStayOfferedWhenFactsChange() throws Exception {
    String iso3 = "GAB";
    List<String> before = new ArrayList<>();
    for (double budgetUsd : List.of(6e5, 1.3e6)) {
      before.add(plans.add(onData(iso3, budgetUsd, "2"), "run", null));
    }
    plans.add(onData(iso3, 9.1e5, "3"), "run", null);
    Document page = Jsoup.parse(page("?country=" + iso3, "en"));
    assertThat(page.select("[data-option]").eachAttr("data-option"))
        .containsExactlyInAnyOrderElementsOf(before);
    assertThat(page.select("[data-testid=left-out]").text())
        .contains(Words.in("en").text("ui.compare.inputs-differ"));
  }

  @Test
  void noTwoPlansAlikeAreSaidToBeSoWithWhy() throws Exception {
    String iso3 = "ERI";
    plans.add(onData(iso3, 6e5, "4"), "run", null);
    plans.add(onData(iso3, 9.1e5, "5"), "run", null);
    Document page = Jsoup.parse(page("?country=" + iso3, "en"));
    assertThat(page.select("h1").text()).doesNotContain("yet").contains("side by side");
    assertThat(page.select("[data-testid=left-out]")).hasSize(1);
  }

  private static PlanFolder onData(String iso3, double budgetUsd, String hex) {
    String json =
        "{\"name\": \"Data %s\", \"countries\": [\"%s\"], \"budgetUsd\": %s, \"steps\": 50}"
            .formatted(hex, iso3, budgetUsd);
    Scenario asked = ScenarioFile.read(json.getBytes(StandardCharsets.UTF_8));
    PlanningProblem tiny = TinyWorld.problem(asked);
    List<Settlement> there =
        tiny.settlements().stream().map(each -> each.withCountry(iso3)).toList();
    return folder(
        tiny.withSettlements(there)
            .withInputs(List.of(new InputFile("settlements", "o.csv", hex.repeat(64), ""))),
        asked);
  }

  /** A gap in districts' shares is none in people, whatever the other plan strives for. */
  @Test
  void aComparisonCountsThePeopleOfThatPlanAloneWhoseGapIsOne() throws Exception {
    String people = plans.add(TinyWorld.plan(5.7e5), "run", null);
    String json =
        TinyWorld.scenario("570000", 50)
            .replaceFirst("\\{", "{\"goal\": \"HIGHEST_DISTRICT_FLOOR\", ");
    String floor = plans.add(TinyWorld.planOf(json), "run", null);
    for (String query : List.of("&a=" + people + "&b=" + floor, "&a=" + floor + "&b=" + people)) {
      String page =
          answer("/compare?country=LSO" + query, "en", 200)
              .getContentAsString(StandardCharsets.UTF_8);
      assertThat(Jsoup.parse(page).select("#margin").text())
          .as(query)
          .contains("is at most")
          .contains("was made for another goal than most people")
          .doesNotContain("Both may be off");
    }
  }

  /** A language that nobody has reviewed says so on whatever is read or printed. */
  @Test
  void aDraftOfALanguageIsSaidToBeOneOnPagesAndPrints() throws Exception {
    String plan = plans.add(TinyWorld.plan(5.7e5), "run", null);
    String query = "?a=" + plan + "&b=" + plans.add(TinyWorld.plan(1.17e6), "run", null);
    String brief = "/plans/" + plan + "/brief";
    String note = Words.in("pt").draftNote();
    assertThat(note).isNotEmpty();
    for (String address : List.of("/options" + query, brief, "/plans/" + plan + "/history")) {
      String draft = answer(address, "pt", 200).getContentAsString(StandardCharsets.UTF_8);
      assertThat(Jsoup.parse(draft).select("p.note[role=note]").text())
          .as(address)
          .isEqualTo(Jsoup.parse(note).text());
      String whole = answer(address, "fr", 200).getContentAsString(StandardCharsets.UTF_8);
      assertThat(Jsoup.parse(whole).select("p.note[role=note]")).as(address).isEmpty();
    }
    for (String address : List.of("/options.pdf" + query, brief + ".pdf")) {
      try (PDDocument pdf = Loader.loadPDF(answer(address, "pt", 200).getContentAsByteArray())) {
        assertThat(bare(new PDFTextStripper().getText(pdf))).as(address).contains(bare(note));
      }
    }
  }

  @Test
  void optionsOfNoCountryLeadToTheChoiceOfOne() throws Exception {
    assertThat(answer("/options", "en", 302).getRedirectedUrl()).isEqualTo("/");
    answer("/options.pdf", "en", 404);
    answer("/options.pptx", "en", 404);
  }

  @Test
  void threeAreProposed() throws IOException {
    List<PlanSummary> all = made(5.5e5, 1.15e6, 2.2e6);
    List<PlanSummary> drafts = ProposedOptions.of(all, each -> State.DRAFT);
    assertThat(drafts).hasSize(3).doesNotHaveDuplicates();
    assertThat(drafts.get(0).peopleGained())
        .isEqualTo(all.stream().mapToDouble(PlanSummary::peopleGained).max().getAsDouble());
    assertThat(ProposedOptions.of(List.of(), each -> State.DRAFT)).isEmpty();
  }

  /** What was approved comes first, then what was reviewed; none for a newer twin of the same. */
  @Test
  void whatWasDecidedIsProposedFirst() throws IOException {
    List<PlanSummary> all = made(5.6e5, 5.600001e5, 1.16e6, 2.21e6);
    Map<String, State> states =
        Map.of(all.get(0).id(), State.APPROVED, all.get(2).id(), State.REVIEWED);
    List<PlanSummary> proposed =
        ProposedOptions.of(all, each -> states.getOrDefault(each.id(), State.DRAFT));
    assertThat(proposed).extracting(PlanSummary::id).startsWith(all.get(0).id(), all.get(2).id());
    assertThat(proposed).doesNotContain(all.get(1)).hasSize(3);
  }

  private List<PlanSummary> made(Double... budgetsUsd) throws IOException {
    List<PlanSummary> made = new ArrayList<>();
    for (double usd : budgetsUsd) {
      made.add(plans.find(plans.add(TinyWorld.plan(usd), "run", null)).orElseThrow());
    }
    return made;
  }
}
