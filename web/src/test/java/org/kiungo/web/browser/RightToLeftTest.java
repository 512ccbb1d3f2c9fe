package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.planner.SeededSample;

/** Every page in a language from right to left: turned round, except its map. */
class RightToLeftTest extends BrowserTest {

  private static final int WIDE = 1440;
  private static final int NARROW = 320;
  private static final int HEIGHT = 900;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/countries/LSO",
        "/countries/LSO#v=table",
        "/scenario?country=LSO",
        "/compare?country=LSO",
        "/data?country=LSO",
        "/services?country=LSO",
        "/catalogue",
        "/plans/{plan}/explore#s={place}",
        "/plans/{plan}/brief"
      })
  void pagesTurnRoundAndTheirMapsDoNot(String path) {
    for (int first : SeededSample.of(path + " comes up", List.of(WIDE, NARROW), 1)) {
      Page page = open(withPlan(path), "ar", first, HEIGHT);
      page.waitForLoadState(LoadState.NETWORKIDLE);
      for (int width : List.of(first, WIDE + NARROW - first)) {
        page.setViewportSize(width, HEIGHT);
        assertNothingOverflows(page);
        if (width == WIDE) {
          assertTurnedRound(page);
        }
      }
      page.context().close();
    }
    assertEquals(List.of(), complaints);
  }

  /** Lengths of bars are numbers for machines. */
  @Test
  void arabicPagesHaveTheDigitsOfMachines() {
    Page page = open("/countries/LSO", "ar", WIDE, HEIGHT);
    assertEquals("", page.content().replaceAll("[^\\u0660-\\u0669]", ""));
    assertTrue(page.content().contains("dir=\"rtl\""));
    page.context().close();
  }

  private static void assertTurnedRound(Page page) {
    assertEquals("rtl", page.evaluate("getComputedStyle(document.body).direction"));
    assertEquals(
        List.of(),
        page.evaluate(
            "[...document.querySelectorAll('.map, .chart, .svgchart')]"
                + ".filter(each => getComputedStyle(each).direction !== 'ltr').map(each => each.id)"));
    assertEquals(List.of(), page.evaluate(SIDE_BY_SIDE_AS_IN_ENGLISH));
    assertEquals(0, ((Number) page.evaluate(CANVAS_OFF_THE_MAP)).doubleValue(), 1);
    assertEquals(List.of(), page.evaluate(UNITS_BEFORE_NUMBERS));
  }

  /** Figures whose unit, an Arabic word, stands right of the number: it would be read first. */
  private static final String UNITS_BEFORE_NUMBERS =
      """
      () => [...document.querySelectorAll('.num .u')].filter((unit) => {
        const number = document.createRange(), digits = unit.closest('.num').firstChild;
        if (!/[\\u0600-\\u06ff]/.test(unit.textContent) || !/\\d/.test(digits.textContent)) return false;
        number.selectNodeContents(digits);
        return number.getBoundingClientRect().left < unit.getBoundingClientRect().left;
      }).map((unit) => unit.parentElement.textContent)""";

  /**
   * Panels that stand left of the map although the page runs from right to left, or right if end.
   */
  private static final String SIDE_BY_SIDE_AS_IN_ENGLISH =
      """
      () => {
        const stage = document.querySelector('.stage');
        if (!stage) return [];
        const middle = (e) => { const r = e.getBoundingClientRect(); return r.left + r.width / 2; };
        return [...document.querySelectorAll('.work > .panel')]
          .filter((panel) => panel.classList.contains('end') ? middle(panel) > middle(stage) : middle(panel) < middle(stage))
          .map((panel) => panel.getAttribute('aria-label'));
      }""";

  /**
   * How far the picture of the places stands from the map it belongs to, px: Leaflet's own trap.
   */
  private static final String CANVAS_OFF_THE_MAP =
      """
      () => {
        const canvas = window.kiungo?.points?.canvas, map = document.getElementById('map');
        return canvas && map.clientWidth ? canvas.getBoundingClientRect().left - map.getBoundingClientRect().left : 0;
      }""";
}
