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
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.format.Feature;
import org.kiungo.planner.explain.MoneyDrivers;
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
 * What whoever pays reads first: ten questions answered on the first page of the brief, on paper
 * too; what moves public money and what is built, the same on pages, in files and on the command
 * line, works to the cent of the bill.
 */
@ApiTest
class DonorPageTest {

  /** Of {@code brief-pdf.css}, less what rounding needs. */
  private static final double MARGIN_PT = 15 / 25.4 * 72 - 1;

  private static final List<String> QUESTIONS =
      List.of("pay", "built", "whom", "sure", "if", "others", "left", "next", "know", "change");

  @Autowired private MockMvc http;
  @Autowired private Plans plans;
  @TempDir private Path folder;

  @Test
  void tenQuestionsDriversAndWorksAreOneFigureEverywhere() throws Exception {
    Path out = folder.resolve("plan");
    CommandRun json =
        CommandRun.of(
            "plan",
            "--country",
            "LSO",
            "--budget",
            "20M",
            "--steps",
            "20",
            "--threads",
            "1",
            "--json",
            "--out",
            out.toString());
    assertThat(json.exitCode()).as(json.err()).isZero();
    PlanFolder plan = PlanFolder.read(out);
    String id = plans.add(plan, "run", null);
    MoneyEvidence evidence = MoneyEvidence.of(plan);
    Bill bill = MoneyEvidence.bills(plan).get(0);
    assertThat(evidence.drivers().drivers()).hasSizeBetween(3, 5);

    for (String language : List.of("en", "fr")) {
      Words words = Words.in(language);
      Document brief = page("/plans/" + id + "/brief", language);
      answered(brief, bill, evidence, words);
      Document explore = page("/plans/" + id + "/explore", language);
      for (Document each : List.of(brief, explore)) {
        assertThat(drivers(each)).isEqualTo(drivers(evidence, words));
        addsUp(each, bill, words);
      }
    }
    sheets(out, bill, evidence);
    JsonNode told = JsonMapper.shared().readTree(json.out()).get("drivers").get("drivers");
    assertThat(told).hasSize(evidence.drivers().drivers().size());
    for (int k = 0; k < told.size(); k++) {
      MoneyDrivers.Driver each = evidence.drivers().drivers().get(k);
      assertThat(told.get(k).get("kind").asString()).isEqualTo(each.kind().name());
      assertThat(told.get(k).get("lowUsd").asDouble()).isEqualTo(each.lowUsd());
      assertThat(told.get(k).get("highUsd").asDouble()).isEqualTo(each.highUsd());
    }
    printed(out, bill);
  }

  /** Each with figures, none of them a placeholder, before anything else of the brief. */
  private static void answered(Document brief, Bill bill, MoneyEvidence evidence, Words words) {
    Figures n = Figures.of(words.locale());
    Map<String, String> answers = new LinkedHashMap<>();
    for (Element each : brief.select("[data-testid=answers] dd")) {
      answers.put(each.attr("data-answer"), plain(each.text()));
    }
    assertThat(answers.keySet()).containsExactlyElementsOf(QUESTIONS);
    answers.forEach((question, text) -> assertThat(text).as(question).matches(".*\\d.*"));
    assertThat(answers.get("pay"))
        .contains(plain(n.usd(bill.usd(Bill.Part.PUBLIC))), plain(n.usd(bill.usd(Bill.Part.COST))))
        .contains(plain(n.usd(evidence.drivers().taxFreeUsd())), plain(n.usd(bill.backUsd())));
    MoneyDrivers.Driver first = evidence.drivers().drivers().get(0);
    assertThat(answers.get("if"))
        .contains(plain(n.usd(first.leastUsd())), plain(n.usd(first.mostUsd())));
    assertThat(answers.get("others")).contains(plain(n.usd(-bill.usd(Bill.Part.REVENUE))));
    Element ten = brief.selectFirst("#ten");
    assertThat(ten.nextElementSibling().className()).isEqualTo("figs");
  }

  private static List<String> drivers(MoneyEvidence evidence, Words words) {
    Figures n = Figures.of(words.locale());
    return evidence.drivers().drivers().stream()
        .map(
            each ->
                plain(
                    BillWords.driver(each, words)
                        + ": "
                        + words.text(
                            "money.driver-range", n.usd(each.lowUsd()), n.usd(each.highUsd()))))
        .toList();
  }

  private static List<String> drivers(Document page) {
    return page.select("[data-testid=drivers] tr").stream()
        .map(row -> plain(row.select("th > span").text() + ": " + row.select("td").text()))
        .toList();
  }

  /** Rows of works, and those of districts, are the first line of the bill. */
  private static void addsUp(Document page, Bill bill, Words words) {
    long dueCents = Math.round(bill.usd(Bill.Part.NETWORK) * 100);
    List<Long> rows = cents(page, "[data-testid=bill-of-works] tbody tr");
    assertThat(rows).hasSizeGreaterThan(4);
    assertThat(rows.get(rows.size() - 1)).isEqualTo(dueCents);
    assertThat(rows.subList(0, rows.size() - 1).stream().mapToLong(each -> each).sum())
        .isEqualTo(dueCents);
    assertThat(cents(page, "[data-testid=works-by-district] tbody tr:not(.sum)"))
        .hasSizeGreaterThan(4)
        .satisfies(all -> assertThat(all.stream().mapToLong(c -> c).sum()).isEqualTo(dueCents));
    assertThat(cents(page, "[data-testid=works-by-district] tr.sum")).containsExactly(dueCents);
    assertThat(plain(page.select("[data-testid=bill-of-works]").text()))
        .contains(plain(words.text("works.masts-new")));
  }

  private static List<Long> cents(Document page, String rows) {
    List<Long> cents = new ArrayList<>();
    for (Element row : page.select(rows)) {
      String digits = row.select("td").last().text().replaceAll("[^0-9]", "");
      cents.add(Long.parseLong(digits));
    }
    return cents;
  }

  private void sheets(Path plan, Bill bill, MoneyEvidence evidence) {
    Path file = folder.resolve("plan.xlsx");
    CommandRun run =
        CommandRun.of("export", plan.toString(), "--format", "xlsx", "--out", file.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    long cents = 0;
    double masts = 0;
    for (Feature row : ExportedFigures.rows(file, "works")) {
      long amount = Math.round(number(row, "amountUsd") * 100);
      if (row.attributes().get("unitCostUsd") != null) {
        assertThat(Math.round(number(row, "quantity") * number(row, "unitCostUsd") * 100))
            .isEqualTo(amount);
      }
      assertThat((String) row.attributes().get("district")).isNotEmpty();
      masts +=
          ((String) row.attributes().get("item")).startsWith("masts") ? number(row, "quantity") : 0;
      cents += amount;
    }
    assertThat(cents).isEqualTo(Math.round(bill.usd(Bill.Part.NETWORK) * 100));
    double standing = 0;
    for (Feature row : ExportedFigures.rows(file, "sites")) {
      standing += number(row, "masts");
    }
    assertThat(masts).isEqualTo(standing);
    List<Feature> drivers = ExportedFigures.rows(file, "drivers");
    for (int k = 0; k < drivers.size(); k++) {
      MoneyDrivers.Driver each = evidence.drivers().drivers().get(k);
      assertThat(drivers.get(k).attributes().get("driver")).isEqualTo(each.kind().word());
      assertThat(number(drivers.get(k), "publicLowUsd")).isEqualTo(each.lowUsd());
      assertThat(number(drivers.get(k), "publicHighUsd")).isEqualTo(each.highUsd());
    }
  }

  private static double number(Feature row, String column) {
    return ((Number) row.attributes().get(column)).doubleValue();
  }

  /** On paper all ten answers stand on the first page. */
  private void printed(Path plan, Bill bill) throws IOException {
    for (String language : List.of("en", "fr")) {
      Words words = Words.in(language);
      Path print = folder.resolve("brief-" + language + ".pdf");
      CommandRun run =
          CommandRun.of("brief", plan.toString(), "--lang", language, "--out", print.toString());
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(Files.size(print)).isPositive();
      try (PDDocument document = Loader.loadPDF(print.toFile())) {
        PDFTextStripper text = new PDFTextStripper();
        text.setEndPage(1);
        String first = plain(text.getText(document));
        for (String each : QUESTIONS) {
          // a question may be broken over lines beside its answer
          String start = plain(words.text("donor.q." + each)).split(" ")[0];
          assertThat(first).as(each).contains(start);
        }
        assertThat(first)
            .contains(plain(Figures.of(words.locale()).usd(bill.usd(Bill.Part.PUBLIC))))
            .contains("kiungo verify");
        assertThat(first).contains(plain(words.text("donor.title")));
        requireWithinMargins(document);
      }
    }
  }

  /** Nothing is cut at the right, and no figure is torn in two lines. */
  private static void requireWithinMargins(PDDocument document) throws IOException {
    PDFTextStripper text =
        new PDFTextStripper() {
          @Override
          protected void processTextPosition(TextPosition letter) {
            super.processTextPosition(letter);
            if (!letter.getUnicode().isBlank()) {
              assertThat((double) letter.getX() + letter.getWidth())
                  .as(letter.getUnicode() + " on page " + getCurrentPageNo())
                  .isLessThanOrEqualTo(letter.getPageWidth() - MARGIN_PT);
            }
          }
        };
    assertThat(text.getText(document))
        .doesNotContainPattern("−\\d+[.,]\\R\\d")
        .doesNotContainPattern("\\p{L}\\R/s");
  }

  private Document page(String path, String language) throws Exception {
    return Jsoup.parse(
        http.perform(get(path).header("Accept-Language", language))
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8));
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
  }
}
