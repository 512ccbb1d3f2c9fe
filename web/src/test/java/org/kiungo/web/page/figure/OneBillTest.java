package org.kiungo.web.page.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.geodata.format.Feature;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.web.ApiTest;
import org.kiungo.web.cli.CommandRun;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.Figures;
import org.kiungo.web.plan.Bill;
import org.kiungo.web.plan.BillWords;
import org.kiungo.web.plan.MoneyEvidence;
import org.kiungo.web.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One bill: page, brief, its print, spreadsheet and command tell the same lines, which add up to
 * the cent and are those of {@code finance.json}; and nobody is told of more public money than
 * works cost without being told why.
 */
@ApiTest
class OneBillTest {

  /**
   * Lines of a bill by the field of {@code finance.json} that has them; below zero with a minus.
   */
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("network", "networkUsd"),
          Map.entry("capital", "capitalUsd"),
          Map.entry("administration", "administrationUsd"),
          Map.entry("tax", "taxUsd"),
          Map.entry("levy", "levyUsd"),
          Map.entry("spectrum", "spectrumUsd"),
          Map.entry("margin", "marginUsd"),
          Map.entry("revenue", "-revenueUsd"),
          Map.entry("subsidy", "-subsidyUsd"),
          Map.entry("gap", "gapBeforeCrossSubsidyUsd"),
          Map.entry("cross", "-crossSubsidyUsd"),
          Map.entry("fund", "-fundUsd"),
          Map.entry("subsidy-paid", "subsidyUsd"),
          Map.entry("public", "publicUsd"),
          Map.entry("tax-back", "-taxUsd"),
          Map.entry("spectrum-back", "-spectrumUsd"));

  private static final List<String> TOTALS = List.of("cost", "gap", "public", "net");

  private static final Pattern AMOUNT = Pattern.compile("−?\\d{1,3}(?:,\\d{3})*\\.\\d\\d(?!\\d)");

  private static final Pattern CLI_LINE = Pattern.compile(" {2}[ =] +(" + AMOUNT + ") {2}\\S.*");

  @Autowired private MockMvc http;
  @Autowired private Plans plans;
  @TempDir private Path folder;

  /** A subsidy in force, a levy and what pays it out make all kinds of lines. */
  @ParameterizedTest
  @CsvSource({"LSO,20M,false", "'LSO,SWZ',30M,true"})
  void itAddsUpAndIsTheSameEverywhere(String countries, String budget, boolean joint)
      throws Exception {
    Path out = folder.resolve("plan");
    List<String> command =
        new ArrayList<>(
            List.of("plan", "--country", countries, "--budget", budget, "--steps", "20"));
    if (joint) {
      for (String term :
          List.of("universalServiceLevyRatio=0.02", "universalServiceDisbursedRatio=0.5")) {
        command.addAll(List.of("--term", "LSO:" + term));
      }
      command.addAll(List.of("--term", "SWZ:capexSubsidyRatio=0.1"));
    }
    command.addAll(List.of("--threads", "1", "--out", out.toString()));
    CommandRun text = CommandRun.of(command.toArray(String[]::new));
    assertThat(text.exitCode()).as(text.err()).isZero();
    PlanFolder plan = PlanFolder.read(out);
    String id = plans.add(plan, "run", null);
    JsonNode finance = JsonMapper.shared().readTree(out.resolve("finance.json").toFile());
    assertThat(usd(finance.get("total"), "publicUsd"))
        .isGreaterThan(usd(finance.get("total"), "networkUsd"));

    Map<String, Map<String, Long>> sheet = sheet(out);
    assertThat(sheet.keySet())
        .containsExactlyElementsOf(joint ? List.of("", "LSO", "SWZ") : List.of(""));
    sheet.forEach((of, lines) -> assertThat(lines).containsAllEntriesOf(filed(finance, of)));
    sheet.values().forEach(OneBillTest::requireAddsUp);
    assertThat(sheet.get("").get("surplus")).isEqualTo(surplusCents(out));

    Map<String, Map<String, Long>> shown = new LinkedHashMap<>();
    sheet.forEach((of, lines) -> shown.put(of, shown(lines)));
    Path page = folder.resolve("brief.html");
    Path print = folder.resolve("brief.pdf");
    for (Path each : List.of(page, print)) {
      CommandRun run = CommandRun.of("brief", out.toString(), "--out", each.toString());
      assertThat(run.exitCode()).as(run.err()).isZero();
    }
    String first = countries.substring(0, 3);
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("kiungo brief en", Files.readString(page));
    for (String language : List.of("en", "fr")) {
      for (String path :
          List.of("/countries/" + first + "?plan=" + id, "/plans/" + id + "/brief")) {
        pages.put(path + " " + language, page(path, language));
      }
    }
    Map<String, String> why = new LinkedHashMap<>();
    for (String language : List.of("en", "fr")) {
      Words words = Words.in(language);
      Bill bill = MoneyEvidence.bills(plan).get(0);
      assertThat(bill.isAbove()).isTrue();
      why.put(language, plain(BillWords.why(bill, Figures.of(words.locale())::usd, words)));
    }
    pages.forEach(
        (where, html) -> {
          String language = where.substring(where.length() - 2);
          assertThat(billed(html, Words.in(language))).as(where).isEqualTo(shown);
          String told = plain(Jsoup.parse(html).text());
          assertThat(told).as(where).contains(why.get(language));
          assertThat(publicLead(html))
              .as(where)
              .contains(language.equals("fr") ? "reviennent à l’État" : "come back to the state");
        });
    for (String language : List.of("en", "fr")) {
      String country = pages.get("/countries/" + first + "?plan=" + id + " " + language);
      String brief = pages.get("/plans/" + id + "/brief " + language);
      Words words = Words.in(language);
      for (String html : List.of(country, brief)) {
        assertThat(plain(Jsoup.parse(html).text()).contains(plain(words.text("money.several"))))
            .as("that no country's surplus fills another's gap")
            .isEqualTo(joint);
      }
      for (String term : List.of("npv", "irr", "person-year")) {
        String about = words.text("money." + term + ".about");
        assertThat(country).as("what it means").contains("/catalogue#" + term);
        assertThat(page("/catalogue", language)).contains("id=\"" + term + "\"", about);
        assertThat(brief).contains(about).doesNotContain("/catalogue#");
      }
      assertThat(brief.contains(words.text("ui.plan.borders")))
          .as("why the cost book is another")
          .isEqualTo(joint);
      assertThat(Jsoup.parse(brief).select("[data-testid=transit]").not(".num").text())
          .as("beside the column that adds up")
          .startsWith(language.equals("fr") ? "de tous les travaux" : "of all the works");
      assertThat(publicLead(page("/plans/" + id + "/explore", language)))
          .as("public money with its range")
          .isEqualTo(publicLead(country));
    }
    List<Long> amounts = shown.values().stream().flatMap(each -> each.values().stream()).toList();
    assertThat(amounts(print(print)))
        .as("brief.pdf")
        .containsSubsequence(shown.get("").values())
        .containsAll(amounts);
    assertThat(plain(print(print))).as("brief.pdf").contains(why.get("en"));
    assertThat(
            text.out()
                .lines()
                .map(CLI_LINE::matcher)
                .filter(Matcher::matches)
                .map(each -> cents(each.group(1))))
        .as("kiungo plan")
        .containsExactlyElementsOf(amounts);
    assertThat(plain(text.out())).as("kiungo plan").contains(why.get("en"));
    assertThat(text.out().contains(Words.in("en").text("money.several"))).isEqualTo(joint);
    assertThat(facts(out).get("publicWhy"))
        .contains("of public money are needed for works that cost");
    Path aid = folder.resolve("aid.xml");
    CommandRun exported =
        CommandRun.of("export", out.toString(), "--format", "iati", "--out", aid.toString());
    assertThat(exported.exitCode()).as(exported.err()).isZero();
    assertThat(Jsoup.parse(Files.readString(aid)).select("description").eachText())
        .as("IATI, of each project")
        .anyMatch(each -> each.contains(facts(out).get("publicWhy")));
    assertThat(page("/plans/" + id + "/explore", "en")).contains("/plans/" + id + "/brief#bill");
    assertThat(page("/plans/" + id + "/partners", "en")).contains("/plans/" + id + "/brief#bill");
  }

  private static String publicLead(String html) {
    return plain(Jsoup.parse(html).select("[data-testid=public-lead]").text());
  }

  /** Steps of nothing are left out, and gaps that nobody but the state fills. */
  private static Map<String, Long> shown(Map<String, Long> lines) {
    Map<String, Long> shown = new LinkedHashMap<>(lines);
    shown.values().removeIf(each -> each == 0);
    if (Stream.of("cross", "fund", "subsidy-paid").noneMatch(shown::containsKey)) {
      shown.remove("gap");
    }
    return shown;
  }

  private static void requireAddsUp(Map<String, Long> lines) {
    long cents = 0;
    for (Map.Entry<String, Long> each : lines.entrySet()) {
      if (TOTALS.contains(each.getKey())) {
        assertThat(each.getValue()).as(each.getKey()).isEqualTo(cents);
      } else {
        cents += each.getValue();
      }
    }
  }

  private static Map<String, Long> filed(JsonNode finance, String of) {
    JsonNode sums = finance.get("total");
    for (JsonNode each : finance.get("countries")) {
      sums = each.get("name").asString().equals(of) ? each : sums;
    }
    Map<String, Long> lines = new LinkedHashMap<>();
    for (Map.Entry<String, String> each : FIELDS.entrySet()) {
      boolean off = each.getValue().startsWith("-");
      lines.put(
          each.getKey(),
          Math.round(usd(sums, each.getValue().replace("-", "")) * 100) * (off ? -1 : 1));
    }
    return lines;
  }

  private static double usd(JsonNode sums, String field) {
    return sums.get(field).asDouble();
  }

  /** What places bring in beyond what they cost, place by place. */
  private static long surplusCents(Path plan) throws IOException {
    List<String> rows = Files.readAllLines(plan.resolve("finance.csv"));
    List<String> columns = List.of(rows.get(0).split(","));
    long surplus = 0;
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",");
      long balance = 0;
      for (String each : List.of("revenueUsd", "subsidyUsd")) {
        balance += cents(cells[columns.indexOf(each)]);
      }
      for (String each :
          List.of("network", "capital", "administration", "tax", "levy", "spectrum", "margin")) {
        balance -= cents(cells[columns.indexOf(each + "Usd")]);
      }
      surplus += Math.max(0, balance);
    }
    return surplus;
  }

  private Map<String, Map<String, Long>> sheet(Path plan) {
    Map<String, Map<String, Long>> bills = new LinkedHashMap<>();
    for (Feature row : ExportedFigures.rows(exported(plan), "bill")) {
      Object of = row.attributes().get("country");
      bills
          .computeIfAbsent(of == null ? "" : of.toString(), each -> new LinkedHashMap<>())
          .put(
              (String) row.attributes().get("line"),
              Math.round(((Number) row.attributes().get("amountUsd")).doubleValue() * 100));
    }
    return bills;
  }

  private Map<String, String> facts(Path plan) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (Feature row : ExportedFigures.rows(exported(plan), "summary")) {
      facts.put((String) row.attributes().get("key"), String.valueOf(row.attributes().get("text")));
    }
    return facts;
  }

  private Path exported(Path plan) {
    Path file = folder.resolve("plan.xlsx");
    if (!Files.exists(file)) {
      CommandRun run =
          CommandRun.of("export", plan.toString(), "--format", "xlsx", "--out", file.toString());
      assertThat(run.exitCode()).as(run.err()).isZero();
    }
    return file;
  }

  /** The bills of a page by country, each line as it is read. */
  private static Map<String, Map<String, Long>> billed(String html, Words words) {
    Map<String, String> named = new LinkedHashMap<>();
    for (Bill.Part each : Bill.Part.values()) {
      named.put(BillWords.line(each, false, words), each.word());
    }
    Map<String, Map<String, Long>> bills = new LinkedHashMap<>();
    for (Element bill : Jsoup.parse(html).select("[data-testid=bill]")) {
      Map<String, Long> lines = new LinkedHashMap<>();
      for (Element row : bill.select("tr")) {
        lines.put(named.get(row.select("th > span").text()), cents(row.select("td").text()));
      }
      bills.put(bill.attr("data-of"), lines);
    }
    return bills;
  }

  private String page(String path, String language) throws Exception {
    return http.perform(get(path).header("Accept-Language", language))
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  private static String print(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      PDFTextStripper text = new PDFTextStripper();
      text.setSortByPosition(false);
      // a word may be broken behind a hyphen of its own
      return text.getText(document).replaceAll("-\\R", "-");
    }
  }

  private static List<Long> amounts(String text) {
    return AMOUNT.matcher(text).results().map(MatchResult::group).map(OneBillTest::cents).toList();
  }

  /** An amount of either language, with or without decimals. */
  private static long cents(String amount) {
    String digits = amount.replaceAll("[\\s\\u00a0\\u202f]", "").replace('−', '-');
    String point =
        digits.matches(".*,\\d\\d")
            ? digits.replace(".", "").replace(',', '.')
            : digits.replace(",", "");
    return Math.round(Double.parseDouble(point) * 100);
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
  }
}
