package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Options are laid out, one of them is reviewed and approved, and a scenario is passed on. */
class WorkingTogetherTest extends BrowserTest {

  private static final String SCENARIO =
      """
      {"countries": ["LSO"], "budgetUsd": 7000000, "steps": 30, "twoPaths": {"hubIds": ["a", "b"]},
       "institutions": {"source": "BUILT_IN",
         "goals": [{"kind": "hospital", "shareRatio": 0.5, "byYear": 2030, "weightPeople": 200}]}}""";

  @Test
  void fromOptionsToAnApprovedPlanWithoutScripts() {
    String plan = api("/plans?country=LSO").get(0).get("id").asString();
    try (BrowserContext context =
        profile(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate(address("/compare?country=LSO&lang=en"));
      page.click("#to-options");
      assertEquals(2, page.locator("[data-option]").count());
      assertTrue(page.locator("h1").innerText().startsWith("Two ways"));
      page.navigate(address("/plans/" + plan + "/history?lang=en"));
      for (String state : List.of("REVIEWED", "APPROVED")) {
        page.fill("#author", state.equals("REVIEWED") ? "Bo" : "Ama");
        page.fill("#reason", "It holds");
        page.click("button[value=" + state + "]");
        assertEquals(state, page.getAttribute("[data-testid=state]", "data-state"));
      }
      page.navigate(address("/plans/" + plan + "/brief?lang=en"));
      assertTrue(page.locator("[data-testid=review]").innerText().contains("Ama"));
      page.navigate(address("/plans/" + plan + "/history?lang=en"));
      page.fill("#reason", "For others to begin anew");
      page.click("button[value=DRAFT]");
      assertEquals("DRAFT", page.getAttribute("[data-testid=state]", "data-state"));
    }
  }

  @Test
  void allScenariosOfACountryComeInOneArchiveWithARowForEach() throws IOException {
    Page page = open("/options?country=LSO", "en", 1280, 900);
    Path file = Files.createTempDirectory("scenarios").resolve("scenarios.zip");
    page.click("details:has(a[href$='scenarios.zip']) summary");
    page.waitForDownload(() -> page.click("a[href$='scenarios.zip']")).saveAs(file);
    int scenarios = 0;
    long rows = 0;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry each : Collections.list(zip.entries())) {
        scenarios += each.getName().endsWith(".json") ? 1 : 0;
        if (each.getName().endsWith("plans.csv")) {
          String csv = new String(zip.getInputStream(each).readAllBytes(), StandardCharsets.UTF_8);
          rows = csv.lines().count() - 1;
        }
      }
    }
    assertTrue(scenarios > 0);
    assertEquals(scenarios, rows);
    assertEquals(List.of(), complaints);
    page.context().close();
  }

  /** Who wants even districts says so once: no target is asked for, and no weights go with it. */
  @Test
  void evenDistrictsAreAGoalOfTheForm() {
    Page page = open("/scenario?country=LSO", "en", 1280, 900);
    page.selectOption("#goal", "HIGHEST_EQUITABLE_SHARE");
    page.fill("#budgetUsd", "9");
    page.waitForFunction(
        "() => document.getElementById('json-text')?.textContent.includes('EQUITABLE')");
    JsonNode asked = json(page);
    assertEquals(9e6, asked.get("budgetUsd").asDouble());
    assertTrue(page.locator("#means").innerText().contains("evenly between districts"));
    assertTrue(page.locator("[data-for-field=targetRatio]").isHidden());
    page.fill("#steps", "100");
    page.fill("#seconds", "0");
    page.click("#start");
    page.waitForFunction("() => kiungo.run && kiungo.run.state === 'FINISHED'");
    assertTrue(page.locator("#twin").innerText().contains("from the best possible"));
    String plan = (String) page.evaluate("kiungo.run.planId");
    page.navigate(address("/countries/LSO?plan=" + plan));
    assertTrue(page.locator("[data-testid=evenness]").innerText().contains("Gini"));
    assertEquals(List.of(), complaints);
    page.context().close();
  }

  @Test
  void aPastedScenarioFillsInTheForm() {
    Page page = open("/scenario?country=LSO", "en", 1280, 900);
    page.click("#paste summary");
    page.fill("#paste-json", "{\"countries\": [\"LSO\"], \"budgetUSD\": 1}");
    page.click("#paste button");
    assertTrue(page.locator("#refused").innerText().contains("budgetUSD"));
    page.fill("#paste-json", SCENARIO);
    page.click("#paste button");
    page.waitForFunction(
        "() => document.getElementById('json-text')?.textContent.includes('7000000')");
    assertEquals("a b", page.inputValue("#hub-ids"));
    page.fill("#hub-ids", "b, c");
    page.fill("[data-institution=clinic] ~ .row [data-goal=weightPeople]", "30");
    page.waitForFunction(
        "() => document.getElementById('json-text')?.textContent.includes('\"c\"')");
    JsonNode asked = json(page);
    assertEquals("[\"b\",\"c\"]", asked.at("/twoPaths/hubIds").toString());
    JsonNode goals = asked.at("/institutions/goals");
    assertEquals(2030, goals.get(0).get("byYear").asInt());
    assertEquals(200, goals.get(0).get("weightPeople").asDouble());
    assertEquals(30, goals.get(1).get("weightPeople").asDouble());
    page.context().close();
  }

  private static JsonNode json(Page page) {
    return new tools.jackson.databind.json.JsonMapper().readTree(page.textContent("#json-text"));
  }
}
