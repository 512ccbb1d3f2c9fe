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
    assertTrue(page.locator("#gaps td.num").first().textContent().contains("%"));
    for (String row : List.of("served", "unserved")) {
      var line = page.locator("#deltas tr[data-row=" + row + "]");
      double size = Math.abs(Double.parseDouble(line.getAttribute("data-difference")));
      boolean told = size == 0 || size > margin;
      assertEquals(String.valueOf(told), line.getAttribute("data-told"), row);
      assertEquals(told ? "told" : "greyed", line.getAttribute("class"), row);
    }
    // no plan lies above the bound of its own question
    int lines = page.locator("svg.svgchart polyline.bound").count();
    assertTrue(lines >= 1, "no bound is drawn");
    page.context().close();
  }

  private Map<String, Double> differences(String a, String b) {
    Page page = open("/compare?country=LSO&a=" + a + "&b=" + b, "en", 1440, 900);
    Map<String, Double> found = new TreeMap<>();
    for (var row : page.locator("#deltas tbody tr[data-row]").all()) {
      found.put(
          row.getAttribute("data-row"), Double.parseDouble(row.getAttribute("data-difference")));
    }
    assertEquals(10, found.size());
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
