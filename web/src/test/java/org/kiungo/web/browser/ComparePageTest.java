package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.SeededSample;
import org.kiungo.web.language.GapWords;
import org.kiungo.web.language.Words;
import tools.jackson.databind.json.JsonMapper;

/** Two plans against one another. */
class ComparePageTest extends BrowserTest {

  @Test
  void differencesOfAPlanWithItselfAreZeroAndTurnWithTheOrder() {
    var plans = api("/plans?country=LSO");
    String a = plans.get(0).get("id").asString();
    String b = plans.get(2).get("id").asString();
    differences(a, a).forEach((row, value) -> assertEquals(0, value, row));
    Map<String, Double> forth = differences(a, b);
    Map<String, Double> back = differences(b, a);
    assertTrue(forth.get("served") != 0, forth.toString());
    forth.forEach((row, value) -> assertEquals(-value, back.get(row), 1e-6, row));
  }

  /** A difference is grey where the gaps of both plans leave room for it, else it is not. */
  @Test
  void whatIsSmallerThanTheGapsIsNotDistinguishable() {
    var plans = api("/plans?country=LSO");
    String a = plans.get(0).get("id").asString();
    String b = plans.get(2).get("id").asString();
    var difference = api("/comparisons?plans=" + a + "," + b).get("differences").get(0);
    double margin = difference.get("marginPeople").asDouble();
    Page page = open("/compare?country=LSO&a=" + a + "&b=" + b, "en", 1440, 900);
    var gaps = page.locator("#gaps td.num").allTextContents();
    assertEquals(List.of(gap(a), gap(b)), gaps);
    assertEquals(List.of("proven", "proven"), page.locator("#verdicts .verdict").allTextContents());
    for (String row : List.of("served", "unserved")) {
      var line = page.locator("#deltas tr[data-row=" + row + "]");
      double size = Math.abs(Double.parseDouble(line.getAttribute("data-difference")));
      boolean told = size == 0 || size > margin;
      assertEquals(String.valueOf(told), line.getAttribute("data-told"), row);
      assertEquals(told ? "told" : "greyed", line.getAttribute("class"), row);
    }
    String wide = "() => deltas.parentElement.scrollWidth - deltas.parentElement.clientWidth";
    for (int width : List.of(1440, 1280)) {
      page.setViewportSize(width, 900);
      assertEquals(0, page.evaluate(wide), "columns are cut off at " + width);
    }
    // no plan lies above the bound of its own question
    int lines = page.locator("svg.svgchart polyline.bound").count();
    assertTrue(lines >= 1, "no bound is drawn");
    page.context().close();
  }

  private String gap(String plan) {
    double ratio = api("/plans/" + plan).at("/certificate/gapRatio").asDouble();
    return GapWords.percent(ratio, Words.in("en"));
  }

  /** Less is a minus, never a hyphen and never nothing, in either language. */
  @Test
  void everyDifferenceHasItsSign() {
    var plans = api("/plans?country=LSO");
    String pair =
        "&a=" + plans.get(2).get("id").asString() + "&b=" + plans.get(0).get("id").asString();
    for (String language : SeededSample.of("signs, language", List.of("en", "fr"), 1)) {
      Page page = open("/compare?country=LSO" + pair, language, 1440, 900);
      int less = 0;
      for (var row : page.locator("#deltas tbody tr[data-row]").all()) {
        double difference = Double.parseDouble(row.getAttribute("data-difference"));
        String shown = row.locator("td").nth(2).textContent();
        String percent = row.locator("td").nth(3).textContent();
        String sign = difference < 0 ? "\u2212" : difference > 0 ? "+" : "0";
        assertTrue(shown.startsWith(sign), language + ": " + difference + " is " + shown);
        assertTrue(percent.startsWith(sign) || percent.matches("–|0.%"), percent);
        less += difference < 0 ? 1 : 0;
      }
      assertTrue(less > 0, "the smaller budget does nothing less");
      page.context().close();
    }
  }

  private Map<String, Double> differences(String a, String b) {
    Page page = open("/compare?country=LSO&a=" + a + "&b=" + b, "en", 1440, 900);
    Map<String, Double> found = new TreeMap<>();
    for (var row : page.locator("#deltas tbody tr[data-row]").all()) {
      found.put(
          row.getAttribute("data-row"), Double.parseDouble(row.getAttribute("data-difference")));
    }
    assertEquals(14, found.size());
    page.context().close();
    return found;
  }

  @Test
  void theLineMovesByKeysAndTheDifferenceIsAFileWithEveryChange() throws IOException {
    var plans = api("/plans?country=LSO");
    String pair =
        "&a=" + plans.get(0).get("id").asString() + "&b=" + plans.get(2).get("id").asString();
    Page page = open("/compare?country=LSO" + pair, "en", 1440, 900);
    page.waitForFunction("() => window.kiungo && window.kiungo.ready");
    page.focus("#swipe");
    page.keyboard().press("End");
    assertEquals("100", page.inputValue("#swipe"));
    page.keyboard().press("PageDown");
    assertEquals("90", page.inputValue("#swipe"));
    page.click("[data-mode=difference]");
    Download download = page.waitForDownload(() -> page.click("#geojson"));
    var file = JsonMapper.builder().build().readTree(Files.readString(download.path()));
    String sum = "() => kiungo.counts.gained + kiungo.counts.lost + kiungo.counts.changed";
    int changes = ((Number) page.evaluate(sum)).intValue();
    assertTrue(changes > 0, "nothing changes between two budgets");
    assertEquals(changes, file.get("features").size());
    assertEquals(List.of(), complaints);
  }
}
