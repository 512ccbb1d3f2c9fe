package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The first page: today by class, planning in progress, by place, by country and as a table. */
class ContinentTest extends BrowserTest {

  @Test
  void headlineBarAndTableAgreeWithTheApi() {
    Page page = open("/", "en", 1440, 900);
    double outside = 0;
    double covered = 0;
    for (JsonNode each : api("/today")) {
      outside += each.get("people").get("outside").asDouble();
      covered += each.get("people").get("covered").asDouble();
    }
    String shown = page.locator("[data-testid=outside]").getAttribute("data-value");
    assertEquals(outside, Double.parseDouble(shown), 1);
    double rows =
        ((Number)
                page.evaluate(
                    "[...document.querySelectorAll('#countries tbody tr')]"
                        + ".reduce((sum, row) => sum + Number(row.dataset.covered), 0)"))
            .doubleValue();
    assertEquals(covered, rows, 1);
    assertEquals(List.of(), barriers(page));
    page.setViewportSize(390, 844);
    assertNothingOverflows(page);
    assertEquals(List.of(), barriers(page));
    // nothing lies over it
    page.locator(".mapfoot a[href='/privacy']").click(new Locator.ClickOptions().setTrial(true));
  }

  @Test
  void theMosaicShowsCairoCoveredAndNobodyInTheGulfOfGuinea() {
    Page page = open("/", "fr", 1440, 900);
    waitForMap(page);
    String read = "([lon, lat]) => kiungo.coverage.kindAt({ lon, lat }) ?? -1";
    assertEquals(0, page.evaluate(read, List.of(31.24, 30.04)));
    assertEquals(-1, page.evaluate(read, List.of(0.5, 0.5)));
    page.click("[data-view=country]");
    assertTrue(page.url().contains("v=country"), page.url());
    assertEquals(false, page.evaluate("kiungo.coverage.shown"));
    assertEquals(List.of(), complaints);
    assertEquals(List.of(), outside);
  }

  @Test
  void whatIsRefusedIsToldInTheWordsOfTheAnswer() {
    Page page = open("/", "en", 1440, 900);
    waitForMap(page);
    page.route(
        "**/api/v1/planning",
        route -> {
          if (route.request().method().equals("PUT")) {
            route.fulfill(
                new Route.FulfillOptions().setStatus(403).setBody("{\"detail\": \"Not you\"}"));
          } else {
            route.resume();
          }
        });
    page.click("#pause");
    page.locator("[role=alert]").getByText("Not you").waitFor();
    complaints.removeIf(each -> each.contains("403"));
    assertEquals(List.of(), complaints);
  }

  @Test
  void planningIsPausedGoesOnAndFinishedCountriesCount() {
    planOtherCountries(true);
    Page page = open("/", "en", 1440, 900);
    waitForMap(page);
    page.click("#pause");
    page.locator("#progress-now").getByText("Paused").waitFor();
    assertTrue(api("/planning").get("paused").asBoolean());
    page.waitForFunction("() => !document.querySelector('#countries [data-stage=running]')");
    page.navigate(address("/runs"));
    page.locator("#africa-now").getByText("paused").waitFor();
    String counted = page.innerText("#africa-count");
    page.navigate(address("/"));
    String same = page.innerText("#progress-count");
    assertTrue(counted.endsWith(": " + same), counted + " but " + same);
    waitForMap(page);
    page.click("#pause");
    page.locator("#progress-now").getByText("Finished ones can be opened").waitFor();
    page.waitForFunction(
        "() => document.querySelectorAll('#countries tr[data-gained]').length > 0");
    int plans =
        ((Number) page.evaluate("document.querySelectorAll('.ticks .planned').length")).intValue();
    assertTrue(plans >= 1, plans + " countries are planned");
    double served = 0;
    for (JsonNode each : api("/planning").get("countries")) {
      if (each.get("iso3").asString().equals(sampleCountry())) {
        String id = each.get("planId").asString();
        served = api("/plans/" + id).get("totals").get("peopleServed").asDouble();
      }
    }
    String shown = page.locator("[data-testid=kpi-served]").getAttribute("data-value");
    assertTrue(served > 0 && Double.parseDouble(shown) >= served - 1, shown + " under " + served);
  }
}
