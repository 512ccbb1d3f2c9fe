package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SeededSample;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;

/** Hubs and institutions from the form to the plan's page, and what a cut does to the plan. */
class HubsPageTest extends BrowserTest {

  private static final List<String> LANGUAGES = List.of("en", "fr");

  @Autowired private Plans plans;

  private String planId() throws IOException {
    String asked =
        """
        {"name": "Hubs", "countries": ["LSO"], "budgetUsd": 3000000, "steps": 50,
         "technologyIds": ["lte-light"], "twoPaths": {"hubIds": ["s06", "s09"]}}\
        """;
    Scenario scenario = ScenarioFile.read(asked.getBytes(StandardCharsets.UTF_8));
    PlanningProblem problem = TinyWorld.problem(scenario);
    PlanFolder folder =
        Planner.folder(problem, Planner.plan(problem, scenario, Progress.NONE, () -> false));
    return plans.add(folder, "run", null);
  }

  static List<Arguments> hubs() {
    return oneLanguage(
        "hubs",
        Arguments.of("en", 1280, "two ways", "no link"),
        Arguments.of("fr", 390, "deux chemins", "aucune liaison"));
  }

  @ParameterizedTest
  @MethodSource("hubs")
  void hubsAreAskedForAndShownWithBothWays(
      String language, int width, String twoWays, String noLink) throws IOException {
    Page page = open("/scenario?country=LSO", language, width, 844);
    page.check("#hub-capitals");
    page.fill("#abovePeople", "50000");
    page.selectOption("#hub-disjoint", "NODE");
    page.fill("#connect-hospital", "90");
    page.waitForFunction(
        "() => { const s = JSON.parse(document.getElementById('json-text').textContent || '{}');"
            + " return s.twoPaths?.capitals && s.twoPaths.abovePeople === 50000"
            + " && s.twoPaths.disjoint === 'NODE'"
            + " && s.institutions.goals[0]?.shareRatio === 0.9; }");
    page.fill("#abovePeople", "many");
    page.locator("#abovePeople[aria-invalid]").waitFor();
    look(page, "form", language);
    String plan = planId();
    page.navigate(address("/plans/" + plan + "/explore"));
    waitForMap(page);
    String hubs = page.locator("#hubs").innerText();
    assertEquals(2, page.locator("#hubs tbody tr[data-stands=TWO_WAYS]").count(), hubs);
    assertTrue(hubs.contains(twoWays), hubs);
    assertTrue(page.locator("[data-testid=hubs]").innerText().contains(noLink));
    assertEquals(1, page.locator("[data-layer=secondWays]").count());
    look(page, "hubs", language);
    page.navigate(address("/openness?country=LSO&plan=" + plan));
    assertTrue(page.locator("[data-testid=nothing-cut]").isVisible(), "a heading and nothing else");
    assertEquals(0, page.locator("#cutting [type=checkbox]").count(), "cables of nobody");
    page.navigate(address("/openness?country=LSO&cut=ixp&plan=" + plan));
    assertFalse(page.locator("#plan-stress .lead").innerText().isBlank());
    assertTrue(page.locator("#plan-stress li").count() > 0);
    look(page, "stress", language);
    assertEquals(List.of(), complaints);
    assertEquals(List.of(), outside);
  }

  /** Looking for barriers takes longest: in one of the languages, drawn by lot. */
  private static void look(Page page, String what, String language) {
    assertNothingOverflows(page);
    if (SeededSample.of("barriers, " + what + " of hubs", LANGUAGES, 1).contains(language)) {
      assertEquals(List.of(), barriers(page), what + ", " + language);
    }
  }
}
