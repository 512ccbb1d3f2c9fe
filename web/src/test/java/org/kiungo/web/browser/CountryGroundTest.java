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
    waitUntilPainted(page, "today", true);
    waitUntilPainted(page, "detail", true);
    page.locator("[data-ground=today]").focus();
    page.keyboard().press("Space");
    page.locator("[data-ground=detail]").focus();
    page.keyboard().press("Space");
    waitUntilPainted(page, "today", false);
    waitUntilPainted(page, "detail", false);
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
    page.mouse().click(x(roadBesidePlaces(page)), y(roadBesidePlaces(page)));
    page.locator("#line").waitFor();
    String line = page.locator("#line").innerText();
    assertTrue(line.contains("Main road") && line.contains("Natural Earth"), line);
    assertTrue(page.locator("#place").isHidden(), "one card at a time");
    assertEquals(List.of(), barriers(page));
  }

  /** Who has 4G today is known of a country before anybody plans there. */
  @Test
  void aCountryWithoutAPlanShowsItsTodayAndItsMenusAreWholeOnAPhone() {
    Page page = open("/countries/SWZ", "fr", 360, 780);
    waitUntilPainted(page, "today", true);
    assertNothingOverflows(page);
    page.locator(".langs > summary").click();
    for (String menu : List.of(".langs p a", ".nav a")) {
      assertEquals(
          List.of(),
          page.evaluate(
              "menu => [...document.querySelectorAll(menu)].filter((each) => {"
                  + " const { left, right } = each.getBoundingClientRect();"
                  + " return each.scrollWidth > each.clientWidth || left < 0 || right > innerWidth;"
                  + " }).map(each => each.textContent)",
              menu),
          menu);
    }
    complaints.removeIf(each -> each.contains("getImageData")); // this test reads pixels itself
    assertEquals(List.of(), complaints);
  }

  /** Where a click meets a road and no place. */
  private static List<?> roadBesidePlaces(Page page) {
    return (List<?>)
        page.evaluate(
            "() => { const { map, points, places } = kiungo, size = map.getSize();"
                + " const frame = map.getContainer().getBoundingClientRect();"
                + " for (const { kind, path } of places.ground.detail.lines())"
                + " for (const [lon, lat] of path) {"
                + " const at = map.latLngToContainerPoint([lat, lon]);"
                + " const x = frame.x + at.x, y = frame.y + at.y;"
                + " if (kind === 'road' && at.x > 0 && at.y > 0 && at.x < size.x && at.y < size.y"
                + " && points.at(at, 14) < 0 && map.getContainer().contains("
                + "document.elementFromPoint(x, y))) return [x, y]; } }");
  }

  private static double x(List<?> place) {
    return ((Number) place.get(0)).doubleValue();
  }

  private static double y(List<?> place) {
    return ((Number) place.get(1)).doubleValue();
  }

  /**
   * Waits until a pane of the map shows more than a hundred pixels, or none; it is drawn in a frame
   * of the browser's choice after its data have come. Fails by time.
   */
  private static void waitUntilPainted(Page page, String pane, boolean shown) {
    page.waitForFunction(
        "([pane, shown]) => { const canvas = kiungo.map.getPane(pane)?.querySelector('canvas');"
            + " if (!canvas) return false;"
            + " const { data } = canvas.getContext('2d')"
            + ".getImageData(0, 0, canvas.width, canvas.height);"
            + " let seen = 0; for (let k = 3; k < data.length; k += 4) if (data[k]) seen++;"
            + " return shown ? seen > 100 : seen === 0; }",
        List.of(pane, shown));
  }
}
