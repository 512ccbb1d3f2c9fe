package org.kiungo.web.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.LayerReader;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.lot.LotsFolder;
import org.kiungo.web.browser.fixture.SiteEngineer;
import org.kiungo.web.cli.CommandRun;
import org.kiungo.web.plan.document.PublishedSchemas;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A programme lives through three years: it is cut into lots, two as-built files come in each year,
 * every twentieth row of them bad, and the rest is planned again at the end of each. Money and
 * people add up at every step on the page, in files, and as the command line works them out.
 */
class YearsOfAProgrammeTest extends BrowserTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int FIRST = 2027;
  private static final int YEARS = 3;

  @TempDir private Path folder;

  @Test
  void ofLesotho() throws IOException {
    live("LSO", 1.5e6, 20);
  }

  /** Four times the places; each rest is a plan of its own. */
  @Test
  @Tag("exhaustive")
  void ofBenin() throws IOException {
    live("BEN", 12e6, 100);
  }

  private void live(String iso3, double budgetUsd, int steps) throws IOException {
    Page page = open("/scenario?country=" + iso3, "en", 1440, 900);
    String plan = programme(page, iso3, budgetUsd, steps);
    LotsFolder lots = lots(page, plan);
    SiteEngineer engineer = new SiteEngineer(lots.plan(), lots.lots(), 7);
    List<Path> files = new ArrayList<>();
    for (int year = FIRST; year < FIRST + YEARS; year++) {
      for (int half = 1; half <= 2; half++) {
        LocalDate until = LocalDate.of(year, half == 1 ? 6 : 12, half == 1 ? 30 : 31);
        Path file = folder.resolve("built-" + until + (half == 1 ? ".csv" : ".xlsx"));
        engineer.build(until, half == 1 ? 0.5 : 0.8, file);
        files.add(file);
        send(page, plan, file, until);
        stands(page, plan, engineer, files, until);
      }
      again(page, plan, year + 1);
    }
    keep(page, plan);
    assertEquals(List.of(), outside);
    assertEquals(List.of(), complaints);
  }

  private String programme(Page page, String iso3, double budgetUsd, int steps) {
    return (String)
        page.evaluate(
            """
            async ({ iso3, usd, steps }) => {
              const phases = [[2027, 2027], [2028, 2028], [2029, 2036]]
                .map(([firstYear, lastYear]) => ({ firstYear, lastYear, budgetUsd: usd }));
              const body = JSON.stringify({ countries: [iso3], steps, phases });
              const headers = { 'Content-Type': 'application/json' };
              let run = await (await fetch('/api/v1/runs', { method: 'POST', headers, body })).json();
              while (!run.planId && run.state !== 'FAILED') {
                await new Promise((later) => setTimeout(later, 100));
                run = await (await fetch(`/api/v1/runs/${run.id}`)).json();
              }
              return run.planId;
            }""",
            Map.of("iso3", iso3, "usd", budgetUsd, "steps", steps));
  }

  /** Page, JSON, spreadsheet, registry's document and folder have one sum. */
  private LotsFolder lots(Page page, String plan) throws IOException {
    page.navigate(address("/plans/" + plan + "/lots"));
    double usd = value(page.locator("[data-testid=usd]"));
    double people = value(page.locator("[data-testid=people]"));
    JsonNode told = api("/plans/" + plan + "/lots");
    assertEquals(told.at("/total/cost/capexUsd").asDouble(), usd);
    assertEquals(told.at("/total/people/likely").asDouble(), people);
    assertEquals(told.path("lots").size(), page.locator("[data-lot]").count());
    Path archive = download(page, "a[href*='/lots/folder.zip']");
    Path unpacked = unpacked(archive, folder.resolve("lots"));
    verified(unpacked.resolve("lots"));
    Path projects = download(page, "a[href*='/exports/oc4ids']");
    String written = Files.readString(projects);
    assertThat(PublishedSchemas.oc4idsProblems(written)).isEmpty();
    long cents = 0;
    for (JsonNode each : JSON.readTree(written).path("projects")) {
      cents += Math.round(100 * each.at("/budget/amount/amount").asDouble());
    }
    assertEquals(Math.round(100 * told.at("/total/cost/lifetimeUsd").asDouble()), cents, "OC4IDS");
    Path sheets = folder.resolve("lots.xlsx");
    Files.copy(download(page, "a[href*='/exports/xlsx']"), sheets);
    assertEquals(usd, sum(sheets, "To build, USD"), 0.005, "XLSX");
    assertEquals(people, sum(sheets, "People, likely"), 0.5, "XLSX");
    return new LotsFolder(
        PlanFolder.read(unpacked.resolve("lots/plan")), LotsFolder.read(unpacked.resolve("lots")));
  }

  private void send(Page page, String plan, Path file, LocalDate until) {
    page.navigate(address("/plans/" + plan + "/progress"));
    page.setInputFiles("#file", file);
    page.fill("#until", until.toString());
    page.click("form[enctype] button[type=submit]");
    page.locator("[data-testid=sent]").getByText(file.getFileName().toString()).waitFor();
  }

  private void stands(
      Page page, String plan, SiteEngineer engineer, List<Path> files, LocalDate until)
      throws IOException {
    assertEquals(engineer.sites(), value(page.locator("[data-fact=accepted]")));
    assertEquals(engineer.paidCents() / 100.0, value(page.locator("[data-fact=paid]")), 0.005);
    assertEquals(engineer.people(), value(page.locator("[data-fact=counted]")), 1e-6);
    Locator findings = page.locator("[data-testid=findings] li");
    assertEquals(
        engineer.leftOut(),
        findings.filter(new Locator.FilterOptions().setHas(page.locator("b"))).count(),
        findings.allInnerTexts() + "");
    assertThat(findings.allInnerTexts()).noneMatch(each -> each.contains("()"));
    JsonNode told = JSON.readTree(Files.readString(download(page, "a[href$='progress.json']")));
    JsonNode total = told.path("total");
    assertEquals(engineer.sites(), total.path("sitesAccepted").asInt());
    assertEquals(engineer.paidCents(), cents(total.path("paidUsd")));
    assertEquals(engineer.people(), total.path("peopleCounted").asDouble(), 1e-6);
    assertEquals(
        value(page.locator("[data-fact=left]")), told.at("/money/leftUsd").asDouble(), 0.005);
    long over =
        cents(told.at("/money/standingUsd"))
            + cents(told.at("/money/beyondUsd"))
            - cents(told.at("/money/budgetUsd"));
    assertEquals(Math.max(0, -over), cents(told.at("/money/leftUsd")));
    assertEquals(
        over > 50,
        page.locator("[data-testid=notes]")
            .allInnerTexts()
            .toString()
            .contains("more than the whole budget"),
        "over the budget");
    table(page, total);
    years(page, told.path("indicators"));
    Path archive = download(page, "a[href$='folder.zip']");
    Path own = unpacked(archive, folder.resolve("page-" + until));
    verified(own.resolve("progress"));
    command(own.resolve("progress/plan"), files, until, told);
    String results = Files.readString(download(page, "a[href$='iati.xml']"));
    PublishedSchemas.requireIati(results);
    JsonNode year = told.path("indicators").get(until.getYear() - FIRST);
    assertThat(results)
        .contains("value=\"" + Math.round(year.path("planned").asDouble()) + "\"")
        .contains("value=\"" + Math.round(year.path("standing").asDouble()) + "\"");
  }

  /** Groups of each kind have what all have. */
  private void table(Page page, JsonNode total) throws IOException {
    Map<String, double[]> sums = new HashMap<>();
    Path file = download(page, "a[href$='variance.csv']");
    for (CSVRecord each : rows(file)) {
      double[] sum = sums.computeIfAbsent(each.get("by"), k -> new double[5]);
      sum[0] += number(each, "sitesAccepted");
      sum[1] += number(each, "paidUsd");
      sum[2] += number(each, "plannedUsd");
      sum[3] += number(each, "peopleStanding");
      sum[4] += number(each, "peopleCounted");
    }
    assertThat(sums.keySet()).contains("plan", "lot", "phase", "district");
    sums.forEach(
        (by, sum) -> {
          assertEquals(total.path("sitesAccepted").asDouble(), sum[0], by);
          assertEquals(total.path("paidUsd").asDouble(), sum[1], 0.005, by);
          assertEquals(total.path("plannedUsd").asDouble(), sum[2], 0.005, by);
          assertEquals(total.path("peopleStanding").asDouble(), sum[3], 1e-6, by);
          assertEquals(total.path("peopleCounted").asDouble(), sum[4], 1e-6, by);
        });
    for (String by : List.of("lot", "district", "phase")) {
      List<String> cells =
          page.locator("[data-testid=" + by + "] tr.sum td").nth(1).allInnerTexts();
      assertThat(cells.get(0)).startsWith(total.path("sitesAccepted").asInt() + " of ");
    }
  }

  private void years(Page page, JsonNode told) throws IOException {
    List<CSVRecord> rows = rows(download(page, "a[href$='indicators.csv']"));
    Locator shown = page.locator("[data-testid=years] tbody tr");
    assertEquals(told.size(), rows.size());
    assertEquals(told.size(), shown.count());
    for (int k = 0; k < rows.size(); k++) {
      double planned = told.get(k).path("planned").asDouble();
      assertEquals(planned, number(rows.get(k), "planned"), 1e-6);
      assertEquals(planned, value(shown.nth(k).locator("td").first()), 1e-6);
      assertEquals(
          told.get(k).path("standing").asString(),
          JSON.readTree("{\"n\": \"" + rows.get(k).get("standing") + "\"}").path("n").asString(),
          "year " + k);
    }
  }

  /** The command line makes the same of the same files, and its folder is verified. */
  private void command(Path plan, List<Path> files, LocalDate until, JsonNode told) {
    Path out = folder.resolve("command-" + until);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "progress",
                "--plan",
                plan.toString(),
                "--lots",
                folder.resolve("lots/lots/lots.json").toString(),
                "--until",
                until.toString(),
                "--out",
                out.toString(),
                "--json",
                "--lang",
                "en"));
    for (Path each : files) {
      arguments.add("--built");
      arguments.add(each.toString());
    }
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertEquals(0, run.exitCode(), run.err());
    JsonNode own = run.json().path("progress");
    for (String each : List.of("asOf", "total", "money", "variance", "unitCosts", "indicators")) {
      assertTrue(
          told.path(each).equals(YearsOfAProgrammeTest::compared, own.path(each)),
          each + ": " + told.path(each) + " " + own.path(each));
    }
    verified(out);
  }

  /** What is planned again has the money that is left, and is proven. */
  private void again(Page page, String plan, int fromYear) throws IOException {
    page.navigate(address("/plans/" + plan + "/progress"));
    page.click("#again button.primary");
    Locator done = page.locator("[data-testid=again]");
    for (int k = 0;
        k < 600
            && page.locator("#again .bind").count() == 0
            && (page.locator("#again [role=status]").count() > 0 || done.count() == 0);
        k++) {
      page.waitForTimeout(250);
      page.reload();
    }
    assertEquals(List.of(), page.locator("#again .bind").allInnerTexts());
    assertThat(done.innerText())
        .contains("Planned again from " + fromYear)
        .contains("are of this rest");
    assertThat(page.locator("#again").innerText()).doesNotContain("More was reported");
    Path own =
        unpacked(download(page, "a[href$='again.zip']"), folder.resolve("again-" + fromYear));
    verified(own.resolve("progress"));
    JsonNode told = JSON.readTree(own.resolve("progress/progress.json").toFile());
    assertEquals(fromYear, told.at("/again/fromYear").asInt());
    double leftUsd =
        told.at("/money/budgetUsd").asDouble()
            - told.at("/money/standingUsd").asDouble()
            - told.at("/money/beyondUsd").asDouble();
    double phasesUsd = 3;
    assertThat(told.at("/again/budgetUsd").asDouble())
        .as("what is left, and of what waits as much as the rest charges for it, in whole dollars")
        .isBetween(
            Math.max(0, leftUsd) - phasesUsd,
            Math.max(0, leftUsd + told.at("/money/waitingUsd").asDouble()) + 1);
  }

  /** The rest is a plan of its own that names the first on its page, its brief and its history. */
  private void keep(Page page, String plan) {
    page.navigate(address("/plans/" + plan + "/progress"));
    assertEquals(1, page.locator("[data-testid=chart] polyline.standing").count());
    assertEquals(List.of(), barriers(page), "axe");
    page.setViewportSize(320, 640);
    assertNothingOverflows(page);
    page.setViewportSize(1440, 900);
    page.click("form[action$='/kept'] button");
    page.waitForURL(Pattern.compile(".*/plans/[^/]+/explore.*"));
    // its scripts fetch words: to leave before they have them is an error of the page
    page.waitForLoadState(LoadState.NETWORKIDLE);
    String rest = page.url().replaceAll(".*/plans/([^/]+)/.*", "$1");
    for (String part : List.of("explore", "brief", "history", "progress")) {
      page.navigate(address("/plans/" + rest + "/" + part));
      page.waitForLoadState(LoadState.NETWORKIDLE);
      Locator told = page.locator("[data-testid=rest-of]").first();
      assertThat(told.textContent()).as(part).contains("Most people").contains("2029");
      assertThat(told.locator("a").first().getAttribute("href")).as(part).contains(plan);
    }
    verdict(rest);
  }

  private void verdict(String rest) {
    String verdict = api("/plans/" + rest).at("/verification/verdict").asString("");
    assertThat(verdict).isNotEqualTo("refused");
  }

  /** 0 and 0.0 are one number. */
  private static int compared(JsonNode a, JsonNode b) {
    boolean same = a.isNumber() && b.isNumber() ? a.asDouble() == b.asDouble() : a.equals(b);
    return same ? 0 : 1;
  }

  private static double value(Locator shown) {
    return Double.parseDouble(shown.getAttribute("data-value"));
  }

  private static long cents(JsonNode usd) {
    return Math.round(100 * usd.asDouble());
  }

  private static double number(CSVRecord row, String column) {
    return row.get(column).isEmpty() ? 0 : Double.parseDouble(row.get(column));
  }

  private static List<CSVRecord> rows(Path csv) throws IOException {
    try (Reader in = Files.newBufferedReader(csv)) {
      return CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .get()
          .parse(in)
          .getRecords();
    }
  }

  /** Of a column of lots. */
  private static double sum(Path sheets, String column) {
    double[] sum = new double[1];
    SourceFile source = SourceFile.of(sheets);
    ((VectorReader) LayerReader.of(source))
        .stream(
            source,
            ReadOptions.DETECT.withLayer("lots"),
            new FeatureConsumer() {
              @Override
              public void layer(LayerSchema schema) {}

              @Override
              public void feature(Feature feature) {
                sum[0] += ((Number) feature.attributes().get(column)).doubleValue();
              }

              @Override
              public void finding(Finding finding) {}
            });
    return sum[0];
  }

  private static Path download(Page page, String link) {
    Download got = page.waitForDownload(() -> page.locator(link).first().click());
    return got.path();
  }

  private static void verified(Path folder) {
    CommandRun run = CommandRun.of("verify", folder.toString(), "--json", "--lang", "en");
    assertThat(run.exitCode()).as(run.out() + run.err()).isIn(0, 3);
    assertThat(run.json().path("verdict").asString()).isIn("checked", "proven");
  }

  private static Path unpacked(Path archive, Path into) throws IOException {
    try (InputStream in = Files.newInputStream(archive);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        Path file = into.resolve(each.getName());
        Files.createDirectories(file.getParent());
        Files.write(file, zip.readAllBytes());
      }
    }
    return into;
  }
}
