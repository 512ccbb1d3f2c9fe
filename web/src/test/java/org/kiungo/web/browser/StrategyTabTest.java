package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The strategy tab of the scenario form, clicked through. */
class StrategyTabTest extends BrowserTest {

  private static final String LEVER = "[data-lever=passive-sharing] ";

  static List<Arguments> today() {
    return oneLanguage(
        "today", Arguments.of("en", "left out"), Arguments.of("fr", "laissée de côté"));
  }

  @ParameterizedTest
  @MethodSource("today")
  void whatTodayIsTakenToBeIsChosenInWords(String language, String leftOut) {
    Page page = open("/scenario?country=LSO", language, 1440, 900);
    page.locator("#tabs").waitFor();
    assertEquals("MODELLED", page.inputValue("#coverage"));
    assertTrue(page.locator("#coverage option").allInnerTexts().get(2).contains(leftOut));
    page.selectOption("#coverage", "NOT_KNOWN");
    page.selectOption("#fourGCountsAs", "BASIC");
    String json = page.locator("#json-text").textContent();
    assertTrue(json.contains("\"coverage\": \"NOT_KNOWN\""), json);
    assertTrue(json.contains("\"fourGCountsAs\": \"BASIC\""), json);
    assertEquals(List.of(), barriers(page));
  }

  static List<Arguments> bought() {
    return oneLanguage(
        "what a lever buys",
        Arguments.of("en", "Passive sharing", "districts gain"),
        Arguments.of("fr", "Partage passif", "districts gagnent"));
  }

  @ParameterizedTest
  @MethodSource("bought")
  void whatALeverBuysIsShownByDistrict(String language, String name, String gain) {
    Page page = open("/scenario?country=LSO", language, 1440, 900);
    page.locator("#tabs").waitFor();
    assertFalse(page.locator("#strategy").isVisible());
    page.focus("#tab-question");
    page.keyboard().press("ArrowRight");
    assertEquals("true", page.getAttribute("#tab-strategy", "aria-selected"));
    assertEquals("tab-strategy", page.evaluate("document.activeElement.id"));
    assertEquals("#tab=strategy", page.evaluate("location.hash"));
    assertTrue(page.locator("#strategy[role=tabpanel]").isVisible());
    assertFalse(page.locator("#question").isVisible());

    page.locator("#term-arpuLowUsdPerMonth").fill("2");
    page.locator("#term-arpuMiddleUsdPerMonth").fill("4");
    page.check(LEVER + "input[type=checkbox]");
    assertTrue(page.locator(LEVER + "b").first().innerText().contains(name));
    assertTrue(page.locator("#means-text").textContent().contains(name));
    assertEquals(List.of(), barriers(page));
    page.evaluate(
        "() => { const steps = document.getElementById('steps'); steps.value = '200';"
            + " steps.dispatchEvent(new Event('input', { bubbles: true })); }");
    page.click(LEVER + "[data-buy]");
    page.locator("[data-testid=bought]").waitFor();
    List<String> sums = page.locator("[data-testid=bought] tbody tr").allInnerTexts();
    assertEquals(6, sums.size(), sums.toString());
    assertTrue(sums.stream().limit(5).allMatch(row -> row.matches("(?s).*\\d.*")), sums.toString());
    assertTrue(page.locator("[data-testid=gains] tbody tr").count() > 1);
    assertTrue(page.locator("#bought").innerText().contains(gain));
    assertEquals(List.of(), barriers(page));

    page.click("#bought a");
    try {
      page.locator("#attribute").click(new Locator.ClickOptions().setTimeout(5000));
    } catch (TimeoutError askedBefore) {
      // the same two plans in both languages: the answer to the first takes the button away
    }
    page.locator("[data-testid=attributed]").waitFor();
    assertTrue(page.locator("[data-testid=attributed]").innerText().contains(name));
    double sum = 0;
    for (var row : page.locator("[data-testid=attributed] [data-people]").all()) {
      sum += Double.parseDouble(row.getAttribute("data-people"));
    }
    String total = page.locator("[data-testid=attributed] [data-total]").getAttribute("data-total");
    assertEquals(Double.parseDouble(total), sum, 1e-6);
    page.reload();
    page.locator("[data-testid=attributed]").waitFor();
    assertEquals(List.of(), complaints);
  }

  @Test
  void peopleOfAGroupCanCountMore() {
    Page page = open("/scenario?country=LSO", "en", 1440, 900);
    page.click("#weights summary");
    page.locator("#weight-density-rural").fill("2");
    String json = page.locator("#json-text").textContent();
    assertTrue(json.contains("\"weightRatio\": 2"), json);
    assertTrue(page.locator("#weights fieldset").count() > 1);
    assertEquals(List.of(), barriers(page));
    page.locator("#goal").selectOption("HIGHEST_DISTRICT_FLOOR");
    assertTrue(page.locator("#json-text").textContent().contains("\"fairness\": []"));
    assertEquals(List.of(), complaints);
  }

  @Test
  void groupsOpenedBeforeTheScriptHasComeAreFilled() {
    Page page = profile().newPage();
    page.addInitScript(
        "new MutationObserver((_, seen) => { const weights = document.getElementById('weights');"
            + " if (weights) { weights.open = true; seen.disconnect(); } })"
            + ".observe(document, { childList: true, subtree: true })");
    page.navigate(address("/scenario?country=LSO"));
    page.locator("#weight-density-rural").waitFor();
    assertTrue(page.locator("#weights fieldset").count() > 1);
  }

  @Test
  void theAddressOpensTheTabAndWithoutScriptsEverythingShows() {
    Page page = open("/scenario?country=LSO#tab=strategy", "en", 390, 844);
    page.locator("#strategy[role=tabpanel]").waitFor();
    assertTrue(page.locator("#tab-strategy[aria-selected=true]").isVisible());
    page.keyboard().press("Tab");
    Page plain = profile(new Browser.NewContextOptions().setJavaScriptEnabled(false)).newPage();
    plain.navigate(address("/scenario?country=LSO"));
    assertFalse(plain.locator("#tabs").isVisible());
    assertTrue(plain.locator("#budgetUsd").isVisible());
    assertTrue(plain.locator("#levers").isVisible());
    assertEquals(List.of(), complaints);
  }
}
