package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.planner.SeededSample;

/**
 * Screens as they stand after people have done something, wide and narrow, in one of both languages
 * as the lot falls, or in both; barriers are looked for at one width, or at each.
 */
class ScreenStatesTest extends BrowserTest {

  private static final List<String> LANGUAGES = List.of("en", "fr");
  private static final int[][] SIZES = {{1440, 900}, {900, 800}, {320, 640}};

  private static final int FOCUSED_PAGES = 4;
  private static final List<String> FOCUSED =
      List.of(
          "/",
          "/countries/LSO",
          "/scenario?country=LSO",
          "/plans/{plan}/explore#s={place}",
          "/compare?country=LSO",
          "/services?country=LSO",
          "/data?country=LSO",
          "/plans/{plan}/brief");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "side by side, /compare?country=LSO#m=side",
    "difference, /compare?country=LSO#m=difference",
    "levers, /scenario?country=LSO#tab=strategy",
    "edits, /plans/{plan}/explore#s={place}",
    "area, /plans/{plan}/explore",
    "table, /plans/{plan}/explore#v=table",
    "report, /data?country=LSO",
    "dark, /countries/LSO#d=1",
    "refused, /scenario?country=LSO"
  })
  void noStateHasBarriersOrOverflows(String state, String path) throws IOException {
    for (String language : SeededSample.of(state + ", language", LANGUAGES, 1)) {
      Page page = open(withPlan(path), language, SIZES[0][0], SIZES[0][1]);
      reach(state, page);
      assertEquals(SIZES[0][1], page.evaluate("document.documentElement.scrollHeight"), state);
      List<int[]> looked =
          SeededSample.of(state + ", size", List.of(SIZES), 1, size -> String.valueOf(size[0]));
      for (int[] size : SIZES) {
        page.setViewportSize(size[0], size[1]);
        assertNothingOverflows(page);
        if (looked.contains(size)) {
          assertEquals(List.of(), barriers(page), language + ", " + state + " at " + size[0]);
        }
      }
      page.context().close();
    }
    assertEquals(List.of(), complaints);
    assertEquals(List.of(), outside);
  }

  private void reach(String state, Page page) throws IOException {
    switch (state) {
      case "levers" -> page.locator("#levers input[type=checkbox]").first().check();
      case "edits" -> {
        waitForMap(page);
        page.selectOption("#edit-action", "FORBID *");
        page.click("#apply");
        page.waitForFunction("() => kiungo.draft.state === 'saved' && kiungo.draft.estimate");
        page.click("#undo");
        page.waitForFunction("() => kiungo.draft.state === 'saved'");
      }
      case "area" -> {
        waitForMap(page);
        page.click("[data-select=view]");
        page.locator("#place").waitFor();
      }
      case "report" -> {
        String rows = "name,lon,lat,population\nMaseru,27.48,-29.31,9\nZero,0,0,7\n";
        page.setInputFiles("#file", Files.writeString(folder.resolve("places.csv"), rows));
        page.locator("#proposal-list button").first().click();
        page.locator("#column-population").waitFor();
        page.click("#check");
        page.locator("#problems tbody tr").first().waitFor();
      }
      case "refused" -> {
        page.fill("#downlinkMbps", "-1");
        page.locator("[aria-invalid]").waitFor();
      }
      default -> waitForMap(page);
    }
  }

  static List<String> focused() {
    return SeededSample.of("focused pages", FOCUSED, FOCUSED_PAGES);
  }

  /** Every stop of the Tab key can be seen: in the window, on top, with a ring round it. */
  @ParameterizedTest
  @MethodSource("focused")
  void whatHasTheFocusIsSeen(String path) {
    Page page = open(withPlan(path), "en", 1440, 900);
    page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
    int stops = 0;
    for (String before = ""; stops < 60; stops++) {
      page.keyboard().press("Tab");
      String hidden = (String) page.evaluate(HIDDEN_FOCUS);
      assertEquals("", hidden, path + " after " + before);
      before = (String) page.evaluate("document.activeElement.outerHTML.slice(0, 80)");
    }
    assertTrue(stops > 3);
    assertFalse(page.isClosed());
    page.context().close();
  }

  /** What is wrong with the element that has the focus; empty when it can be seen. */
  private static final String HIDDEN_FOCUS =
      """
      () => {
        const at = document.activeElement, what = at.outerHTML.slice(0, 120);
        if (at === document.body) return '';
        const own = at.getBoundingClientRect(), host = own.width > 2 ? at : at.closest('label, .drop') ?? at;
        const x = host.getBoundingClientRect();
        if (x.bottom <= 0 || x.top >= innerHeight || x.width < 1) return 'outside the window: ' + what;
        const px = Math.min(Math.max(x.left + x.width / 2, 1), innerWidth - 1);
        const py = Math.min(Math.max(x.top + x.height / 2, 1), innerHeight - 1);
        const top = document.elementFromPoint(px, py);
        const chart = at.closest('svg');
        const shown = top && (host.contains(top) || (chart && chart.contains(top)) || top.contains(at) || top.closest('label')?.control === at);
        return shown ? '' : 'covered by ' + top?.outerHTML.slice(0, 80) + ': ' + what;
      }""";

  @Test
  void aWrongAddressIsToldInWordsWithWaysOn() {
    Page page = open("/countries/XXX", "fr", 1440, 900);
    assertTrue(page.locator("h1").innerText().contains("ne peut pas"));
    assertEquals(3, page.locator("main a.btn").count());
    complaints.clear();
    page.locator("main a.btn").first().click();
    page.locator("#countries").waitFor();
    assertEquals(List.of(), complaints);
  }
}
