package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kiungo.web.browser.fixture.BreakingProxy;

/** A run is watched to its end over a connection that breaks, or that never comes. */
class RunEventsTest extends BrowserTest {

  /** Writes down every event that arrives, before the page has a say. */
  private static final String LISTEN =
      """
      window.arrived = [];
      window.EventSource = class extends EventSource {
        constructor(...all) {
          super(...all);
          for (const name of ['progress', 'finished']) super.addEventListener(name, (e) => window.arrived.push(Number(e.lastEventId)));
        }
      };""";

  @Test
  void aConnectionKilledInMidRunLosesAndDoublesNothing() throws Exception {
    try (BreakingProxy proxy = new BreakingProxy(port)) {
      Page page = profile().newPage();
      page.onPageError(complaints::add);
      page.addInitScript(LISTEN);
      page.navigate("http://127.0.0.1:" + proxy.port() + "/scenario?country=LSO");
      start(page, "100000000");
      for (int broken = 1; broken <= 2; broken++) {
        int before = ((Number) page.evaluate("arrived.length")).intValue();
        page.waitForFunction("n => arrived.length > n + 1", before);
        proxy.breakConnections();
      }
      page.waitForFunction("n => arrived.length > n + 1", page.evaluate("arrived.length"));
      page.click("#stop");
      page.locator("[data-testid=open-plan]").waitFor();
      List<?> arrived = (List<?>) page.evaluate("arrived");
      assertEquals(
          IntStream.rangeClosed(1, arrived.size()).boxed().toList(),
          arrived.stream().map(each -> ((Number) each).intValue()).toList());
      assertEquals(arrived.size() - 1, ((Number) page.evaluate("kiungo.events")).intValue());
      assertTrue(proxy.eventStreams() >= 3, proxy.eventStreams() + " connections");
      assertEquals(List.of(), complaints);
    }
  }

  @Test
  void withoutEventsTheStateIsAskedFor() {
    Page page = profile().newPage();
    page.route("**/events", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
    page.navigate(address("/scenario?country=LSO"));
    start(page, "2000");
    page.locator("[data-testid=open-plan]").waitFor();
    String twin = page.locator("#twin").innerText();
    assertTrue(twin.contains("from the best possible"), twin);
  }

  private static void start(Page page, String steps) {
    page.fill("#budgetUsd", "40");
    page.fill("#steps", steps);
    page.locator("#means-size").getByText("places with people").waitFor();
    page.click("#start");
  }
}
