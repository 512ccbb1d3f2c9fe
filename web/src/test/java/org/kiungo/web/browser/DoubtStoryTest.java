package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForFunctionOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.scenario.ScenarioPlanner;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * A planner puts a plan of Seychelles in doubt and reads, on a desk and a phone, what comes of it.
 */
class DoubtStoryTest extends BrowserTest {

  private static final int FUTURES = 8;

  /** Being studied, as the page tells, or studied already where the page was slower. */
  private static final String STUDIED =
      "() => document.body.dataset.study"
          + " || /of 8 futures/.test(document.querySelector('#running')?.innerText)";

  private static final String SURVEYED = "GNQ";
  private static final double SURVEYED_USD = 10e6;
  private static final int ANSWERS = 30;
  private static final Set<Integer> SURPRISES = Set.of(16, 17, 18, 19, 20);

  /** Rows of the list that come back as they were sent out. */
  private static final int UNANSWERED = 4;

  @TempDir private Path folder;

  @Autowired private Plans plans;
  @Autowired private ScenarioPlanner planner;

  /** Of a country so small that a study takes seconds beside other tests, too. */
  private String planned() {
    return planned("SYC", 1e6);
  }

  private String planned(String iso3, double budgetUsd) {
    String asked =
        "{\"countries\": [\"%s\"], \"budgetUsd\": %s, \"steps\": 20}".formatted(iso3, budgetUsd);
    Scenario scenario = ScenarioFile.read(asked.getBytes(StandardCharsets.UTF_8));
    return plans.add(planner.plan(scenario, Progress.NONE, () -> false), "run", null);
  }

  @Test
  void aPlanIsPutInDoubtFollowedAndRead() throws IOException {
    Page page = open("/countries/SYC?plan=" + planned(), "en", 1440, 900);
    page.click("a[href^='/countries/SYC/doubt']");
    page.locator("#ask").waitFor();
    page.selectOption("#futures", String.valueOf(FUTURES));
    page.click("#begin button");
    page.waitForFunction(STUDIED);
    assertEquals(
        false,
        page.evaluate(
            "() => !document.body.dataset.study"
                + " && document.querySelector('#begin').offsetParent !== null"),
        "asked twice");
    // whoever comes meanwhile, sees it too
    page.reload();
    page.waitForFunction(STUDIED);
    assertTrue(page.url().contains("plan="), page.url());
    page.navigate(page.url().replaceFirst("/doubt.*", ""));
    page.goBack();
    page.waitForFunction(STUDIED);
    page.waitForFunction(
        "() => document.body.dataset.study && window.kiungo && window.kiungo.ready",
        null,
        new WaitForFunctionOptions().setTimeout(1_000.0 * PATIENCE_SECONDS));
    String plan = page.getAttribute("body", "data-plan");
    JsonNode study = api("/plans/" + plan + "/doubt");
    JsonNode doubt = study.get("doubt");
    assertEquals(FUTURES, doubt.get("futures").asInt());
    String regret = page.locator("[data-testid=later-regret]").getAttribute("data-value");
    double mean = doubt.get("plan").get("refilled").get("mean").asDouble();
    assertEquals(mean, Double.parseDouble(regret), 1e-6 * mean);
    assertEquals("proven", study.get("verdict").asString());
    assertEquals("proven", page.innerText("[data-testid=verdict]"));
    Locator kinds = page.locator("[data-testid=kinds] tbody tr");
    int places = 0;
    for (int k = 0; k < kinds.count(); k++) {
      places += Integer.parseInt(kinds.nth(k).locator("td").first().getAttribute("data-value"));
    }
    assertEquals(places, ((Number) page.evaluate("() => kiungo.drawn")).intValue());
    aPlaceOfTheMapSaysHowOftenItIsChosen(page);
    Download file = page.waitForDownload(() -> page.click("a[download='futures.csv']"));
    long rows = Files.readString(file.path()).lines().count();
    assertEquals(1 + FUTURES + 4 * doubt.get("futuresPerLayer").asInt(), rows);
    assertEquals(List.of(), barriers(page));
    allFiveAnswersAreReadWithoutScrolling(page);
    otherPlansAreSearchedForAndOneIsKept();
    Page small = open("/countries/SYC/doubt?plan=" + plan, "fr", 360, 640);
    small.waitForFunction("() => window.kiungo && window.kiungo.ready");
    assertTrue(small.innerText(".lead").contains(FUTURES + " avenirs possibles"));
    assertNothingOverflows(small);
    assertEquals(List.of(), barriers(small));
    assertEquals(List.of(), complaints);
    assertEquals(List.of(), outside);
  }

  private static void allFiveAnswersAreReadWithoutScrolling(Page page) {
    page.setViewportSize(1280, 800);
    assertEquals(5, page.locator("[data-testid=five] dd").count());
    String foot = "() => document.querySelector('#five-else').getBoundingClientRect().bottom";
    double bottom = ((Number) page.evaluate(foot)).doubleValue();
    assertTrue(bottom < 800, "the last of five answers ends at " + bottom);
  }

  /** Of a budget that leaves some out: where a plan serves everybody there is no other. */
  private void otherPlansAreSearchedForAndOneIsKept() {
    String plan = planned("SYC", 4e5);
    Page page = open("/countries/SYC/doubt?plan=" + plan, "en", 1280, 800);
    page.selectOption("#others-count", "3");
    page.click("#others-begin button");
    page.locator("[data-alternative='1']")
        .waitFor(new Locator.WaitForOptions().setTimeout(1_000.0 * PATIENCE_SECONDS));
    JsonNode found = api("/plans/" + plan + "/alternatives").get("alternatives");
    assertEquals(found.get("alternatives").size(), page.locator("[data-alternative]").count());
    assertEquals(List.of(), barriers(page));
    page.locator("[data-alternative='1'] form button").click();
    page.waitForURL("**/countries/SYC?plan=*");
    assertFalse(page.url().endsWith(plan), page.url());
  }

  /**
   * What is worth finding out is listed, found out, imported and told: of a country that no other
   * test of the browser plans on.
   */
  @Test
  void answersOfASurveyNarrowThePlansRangeAndSayWhatLeftAndCameIn() throws IOException {
    String before = planned(SURVEYED, SURVEYED_USD);
    Page page = studied(before);
    JsonNode list = api("/doubts/" + page.getAttribute("body", "data-study") + "/survey");
    assertEquals(
        list.get("found").asString(),
        page.locator("[data-testid=find-about]").getAttribute("data-value"));
    assertEquals(
        list.get("places").get(0).get("settlementId").asString(),
        page.locator("[data-testid=find-places] tbody tr").first().getAttribute("data-place"));
    assertEquals(2, page.locator("[data-testid=find-places]").count(), "of the plan and others");
    assertEquals(0, page.locator("#changed").count());
    assertEquals(List.of(), barriers(page));
    Download form = page.waitForDownload(() -> page.click("#find-form"));
    assertTrue(form.suggestedFilename().endsWith(".xlsx"));
    Download table = page.waitForDownload(() -> page.click("#find-csv"));
    List<String> lines = Files.readAllLines(table.path());
    assertEquals(ANSWERS, lines.size() - 1, "places listed");
    // what the model holds most likely is true but for a few places
    for (int k = 1; k < lines.size() - UNANSWERED; k++) {
      String answer = SURPRISES.contains(k) ? "no" : "yes";
      lines.set(k, lines.get(k).replaceFirst(",,$", "," + answer + ",2026-12-01"));
    }
    page.click("#find-import");
    Path answers = Files.write(folder.resolve("answers.csv"), lines);
    page.setInputFiles("#file", answers);
    page.locator("#proposal-list button").first().click();
    page.locator("#column-population").waitFor();
    assertEquals("has_4g", page.inputValue("#column-coverageRatio"));
    page.fill("#name", "survey");
    page.fill("#source", "Regulator");
    page.fill("#licence", "CC BY 4.0");
    page.fill("#date", "2026-12");
    page.click("#commit");
    page.locator("#outcome").getByText("Stored as a new version").waitFor();

    Page after = studied(planned(SURVEYED, SURVEYED_USD));
    assertTrue(figure(after, "changed-left") >= 3, after.innerText("#changed"));
    assertTrue(figure(after, "changed-came") >= 2, after.innerText("#changed"));
    assertTrue(figure(after, "changed-later") > 0, after.innerText("#changed"));
    long answered =
        list.get("places")
            .valueStream()
            .limit(ANSWERS - UNANSWERED)
            .filter(each -> each.get("question").asString().equals("coverage"))
            .count();
    assertEquals(answered, figure(after, "changed-list"), after.innerText("#changed"));
    assertTrue(after.innerText("[data-testid=changed-later]").contains("narrower by"));
    assertEquals(0, after.locator("[data-testid=changed-futures]").count());
    assertEquals(List.of(), barriers(after));
    assertEquals(List.of(), complaints);
    assertEquals(List.of(), outside);
  }

  private static double figure(Page page, String id) {
    String value = page.locator("[data-testid=" + id + "]").getAttribute("data-value");
    return Double.parseDouble(value);
  }

  /** The page of a plan once it is studied. */
  private Page studied(String plan) {
    Page page = open("/countries/" + SURVEYED + "/doubt?plan=" + plan, "en", 1440, 900);
    page.selectOption("#futures", String.valueOf(FUTURES));
    page.click("#begin button");
    page.waitForFunction(
        "() => document.body.dataset.study && window.kiungo && window.kiungo.ready",
        null,
        new WaitForFunctionOptions().setTimeout(1_000.0 * PATIENCE_SECONDS));
    return page;
  }

  private static void aPlaceOfTheMapSaysHowOftenItIsChosen(Page page) {
    Object at =
        page.evaluate(
            "() => { const { map, places } = kiungo, box = map.getContainer().getBoundingClientRect();"
                + " return places.filter((p) => p.kind === 'always' && p.planned)"
                + " .map((p) => map.latLngToContainerPoint([p.lat, p.lon]))"
                + " .map(({ x, y }) => [x + box.x, y + box.y])"
                // what lies over the map hides places
                + " .find(([x, y]) => map.getContainer().contains(document.elementFromPoint(x, y))); }");
    List<?> point = (List<?>) at;
    page.mouse().move(((Number) point.get(0)).doubleValue(), ((Number) point.get(1)).doubleValue());
    assertTrue(page.innerText(".leaflet-tooltip").contains("in 8 of 8 plans. In this plan."));
  }
}
