package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What lies under a country's plan: coverage today, roads and water; and where it all comes from.
 */
class CountryGroundTest extends BrowserTest {

  private static final String GROUND =
      "() => kiungo.places.ground && kiungo.places.ground.today"
          + " && kiungo.places.ground.detail.loaded.size > 0";

  @Test
  void coverageAndRoadsLieUnderThePlanAndCanBeTakenAway() {
    Page page = open("/countries/LSO", "fr", 1440, 900);
    waitForMap(page);
    page.waitForFunction(GROUND);
    assertTrue(
        (Boolean)
            page.evaluate(
                "[...kiungo.places.ground.detail.loaded.values()].some(each => each.road.length > 0)"));
    assertTrue(painted(page, "today") > 100, "no class of coverage is drawn");
    assertTrue(painted(page, "detail") > 100, "no road is drawn");
    page.locator("[data-ground=today]").focus();
    page.keyboard().press("Space");
    page.locator("[data-ground=detail]").focus();
    page.keyboard().press("Space");
    assertEquals(0, painted(page, "today"));
    assertEquals(0, painted(page, "detail"));
    complaints.removeIf(each -> each.contains("getImageData")); // this test reads pixels itself
    assertEquals(List.of(), complaints);
    assertEquals(List.of(), outside);
  }

  @Test
  void layerYearAndDoubtAreToldByKeyboard() {
    Page page = open("/countries/LSO", "en", 1440, 900);
    waitForMap(page);
    page.locator(".sources summary").focus();
    page.keyboard().press("Enter");
    String told = page.locator(".sources").innerText();
    assertTrue(told.contains("9.c.1") && told.contains("WorldPop 2020"), told);
    assertTrue(told.contains("Natural Earth"), told);
    assertEquals(List.of(), barriers(page));
    page.setViewportSize(390, 844);
    assertNothingOverflows(page);
  }

  @Test
  void aPlaceTellsItsCoverageAndHowItsPositionIsKnown() {
    Page page = open("/countries/LSO", "en", 1440, 900);
    waitForMap(page);
    page.waitForFunction(GROUND);
    String largest = withPlan("{place}"); // the capital, which lies in a cell that people live in
    page.evaluate("id => kiungo.places.open(id)", largest);
    page.locator("#place-name").waitFor();
    String told = page.locator("#place-today").innerText();
    assertTrue(told.startsWith("covered") || told.startsWith("un"), told);
    assertTrue(page.locator("#place-position").innerText().length() > 5);
    assertEquals(List.of(), barriers(page));
  }

  /** Pixels that a pane of the map shows. */
  private static int painted(Page page, String pane) {
    return ((Number)
            page.evaluate(
                "pane => { const canvas = kiungo.map.getPane(pane).querySelector('canvas');"
                    + " const { data } = canvas.getContext('2d')"
                    + ".getImageData(0, 0, canvas.width, canvas.height);"
                    + " let seen = 0; for (let k = 3; k < data.length; k += 4) if (data[k]) seen++;"
                    + " return seen; }",
                pane))
        .intValue();
  }
}
