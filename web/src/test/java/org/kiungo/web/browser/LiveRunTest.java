package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a run shows while it goes on: the best plan on the map, values in the goal's own unit. */
class LiveRunTest extends BrowserTest {

  private static final String MANY_STEPS = "100000000";

  /** Class bytes on the map against those of a plan: places that differ, −1 before any. */
  private static final String DIFFERING =
      """
      async (plan) => {
        const kept = new Uint8Array(await (await fetch(`/api/v1/plans/${plan}/classes`)).arrayBuffer());
        const drawn = kiungo.map.points.data.kind;
        return kept.length === drawn.length ? kept.filter((kind, k) => kind !== drawn[k]).length : -1;
      }""";

  /** Counts how often the gap changed, and how often the sentence then had another. */
  private static final String WATCH_SENTENCE =
      """
      () => {
        const words = (id) => document.getElementById(id).textContent;
        window.changes = window.apart = 0;
        new MutationObserver(() => {
          if (words('gap') === '–') return;
          window.changes++;
          if (!words('twin').includes(words('gap'))) window.apart++;
        }).observe(document.getElementById('gap'), { childList: true, characterData: true, subtree: true });
      }""";

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void theBestPlanIsDrawnWhileItIsImprovedAndThenTheOneThatIsKept(boolean eventsArrive) {
    Page page = open("/scenario?country=LSO", "en", 1440, 900);
    if (!eventsArrive) {
      page.route("**/events", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
    }
    page.fill("#budgetUsd", "40");
    page.fill("#steps", MANY_STEPS);
    page.locator("#means-size").getByText("places with people").waitFor();
    page.evaluate(WATCH_SENTENCE);
    page.click("#start");
    page.waitForFunction("() => kiungo.map && kiungo.map.drawings > 0");
    assertTrue(page.locator("#running").isVisible(), "the run is over before a plan was drawn");
    // at one moment: a better plan may be drawn between two
    assertEquals(
        0,
        page.evaluate(
            "kiungo.map.points.data.n"
                + " - [...document.querySelectorAll("
                + "'#runmap-key li:not(:has([href=\"#sym-basic\"])) b')]"
                + ".reduce((sum, each) => sum + Number(each.textContent.replace(/\\D/g, '')), 0)"));
    if (eventsArrive) {
      assertEquals(List.of(), barriers(page));
    }
    String value = page.innerText("#value");
    assertTrue(value.contains("people"), value);
    page.click("#stop");
    page.locator("[data-testid=open-plan]").waitFor();
    page.waitForFunction("() => kiungo.map.kept");
    assertTrue(((Number) page.evaluate("changes")).intValue() > 1, "the gap never changed");
    assertEquals(0, page.evaluate("apart"), "the sentence lags behind the figures above it");
    String plan = (String) page.evaluate("kiungo.run.planId");
    assertEquals(0, page.evaluate(DIFFERING, plan));
    assertEquals(
        api("/plans/" + plan).get("totals").get("peopleServed").asDouble(),
        ((Number) page.evaluate("kiungo.run.people")).doubleValue());
    complaints.removeIf(each -> !eventsArrive && each.contains("503"));
    assertEquals(List.of(), complaints);
    assertEquals(List.of(), outside);
  }

  /** Of least cost, and of the floor in one of both languages. */
  static List<Arguments> goals() {
    List<Arguments> goals = new ArrayList<>();
    goals.add(
        Arguments.of(
            "LEAST_COST_TO_TARGET",
            "20",
            "en",
            "USD",
            "Best possible, at least",
            "Lifetime cost in USD"));
    String floor = "HIGHEST_DISTRICT_FLOOR";
    goals.addAll(
        oneLanguage(
            "units of a goal",
            Arguments.of(floor, "", "en", "%", "Best possible, at most", "worst-served district"),
            Arguments.of(floor, "", "fr", "%", "Meilleur possible, au plus", "plus mal desservi")));
    return goals;
  }

  @ParameterizedTest
  @MethodSource("goals")
  void valuesAreToldInTheUnitOfTheGoal(
      String goal, String target, String language, String unit, String bound, String chart) {
    Page page = open("/scenario?country=LSO", language, 1440, 900);
    page.selectOption("#goal", goal);
    if (!target.isEmpty()) {
      page.fill("#targetRatio", target);
    }
    page.fill("#steps", "200");
    page.waitForFunction("() => document.getElementById('means-size').textContent !== ''");
    page.click("#start");
    page.locator("[data-testid=open-plan]").waitFor();
    for (String figure : List.of("#value", "#bound", "#twin")) {
      assertTrue(page.locator(figure).innerText().contains(unit), page.innerText(figure));
    }
    assertEquals(bound, page.innerText("#bound-title"));
    assertTrue(page.innerText("#chart-title").contains(chart), page.innerText("#chart-title"));
    assertTrue(page.innerText("#gap").contains("%"), page.innerText("#gap"));
    List<?> values = (List<?>) page.evaluate("kiungo.chart.value.filter(v => v !== null)");
    assertTrue(values.size() > 1, "the chart has " + values.size() + " values");
    assertEquals(List.of(), complaints);
  }

  @Test
  void closingThePageNeverStopsTheRun() throws IOException, InterruptedException {
    Page page = open("/scenario?country=LSO", "en", 1440, 900);
    page.fill("#budgetUsd", "43");
    page.fill("#steps", "3000");
    page.waitForFunction("() => document.getElementById('means-size').textContent !== ''");
    page.click("#start");
    page.waitForURL("**run=**");
    String run = page.url().replaceAll(".*run=([^&#]+).*", "$1");
    page.context().close();
    // its events end when the run does
    HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address("/api/v1/runs/" + run + "/events"))).build(),
            HttpResponse.BodyHandlers.discarding());
    assertEquals("FINISHED", api("/runs/" + run).get("state").asString());
    assertFalse(api("/runs/" + run).get("planId").isNull());
  }
}
