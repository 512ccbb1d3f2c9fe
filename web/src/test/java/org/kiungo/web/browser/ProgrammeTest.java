package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A planner asks for phases, and sees what stands in which year. */
class ProgrammeTest extends BrowserTest {

  private static final String READY = "() => window.kiungo?.ready";

  @Test
  void aQuestionInPhasesBecomesAMapOfYears() {
    Page page = open("/scenario?country=LSO", "en", 1440, 900);
    page.fill("#budgetUsd", "40");
    page.fill("#steps", "20");
    page.click("#phase-add");
    page.click("#phase-add");
    assertEquals(3, page.locator("#phase-rows li").count());
    assertTrue(page.locator("[data-for-field=budgetUsd]").isHidden());
    Object sum =
        page.evaluate("JSON.parse(document.getElementById('json-text').textContent).phases");
    assertEquals(40e6, money(sum), 1);
    page.locator("#phase-rows [data-part=lastYear]").first().fill("2040");
    assertTrue(page.locator(".phases.bad .hint").innerText().contains("at least one year"));
    page.locator("#phase-rows [data-part=lastYear]").first().fill("2028");
    assertTrue(
        page.innerText("#means-text")
            .replace('\u00a0', ' ')
            .contains("USD 40 million in 3 phases"));
    assertEquals(List.of(), barriers(page));
    saysHowDemandGrows(page);
    page.click("#start");
    page.click("[data-testid=open-plan]");
    page.waitForFunction(READY);
    String plan = page.locator("body").getAttribute("data-plan");
    JsonNode programme = api("/plans/" + plan + "/programme");
    asksByYear(page, programme);
    page.setViewportSize(320, 640);
    assertNothingOverflows(page);
    assertEquals(List.of(), barriers(page));
    explores(plan, programme);
    standsWithoutScripts(plan);
    assertEquals(List.of(), complaints);
  }

  private static void saysHowDemandGrows(Page page) {
    String growth =
        "JSON.stringify(JSON.parse(document.getElementById('json-text').textContent)"
            + ".standard.growth)";
    page.click("#growth-add");
    assertEquals("[{\"year\":2027,\"adoptionRatio\":0.05}]", page.evaluate(growth));
    page.fill("#growth-rows [data-part=year]", "2036");
    page.waitForFunction("() => document.querySelector('[data-for-field=growth].bad')");
    String wrong = page.innerText("[data-for-field=growth] .hint");
    assertTrue(wrong.contains("2036 is not among the years"), wrong);
    page.fill("#growth-rows [data-part=year]", "2030");
    page.fill("#growth-rows [data-part=adoptionRatio]", "12.5");
    page.fill("#growth-rows [data-part=volumeRatio]", "40");
    page.waitForFunction("() => !document.querySelector('[data-for-field=growth].bad')");
    assertEquals(
        "[{\"year\":2030,\"adoptionRatio\":0.125,\"volumeRatio\":0.4}]", page.evaluate(growth));
    page.waitForFunction("() => localStorage.getItem('kiungo.scenario').includes('2030')");
    page.reload();
    page.waitForFunction("() => document.querySelector('#growth-rows [data-part=year]')");
    assertEquals("2030", page.inputValue("#growth-rows [data-part=year]"));
    page.click("#growth-rows [data-remove]");
    assertEquals("[]", page.evaluate(growth));
  }

  @SuppressWarnings("unchecked")
  private static double money(Object phases) {
    return ((List<java.util.Map<String, Number>>) phases)
        .stream().mapToDouble(each -> each.get("budgetUsd").doubleValue()).sum();
  }

  private static int standing(Page page) {
    return ((Number) page.evaluate("kiungo.points.data.kind.filter((kind) => kind > 1).length"))
        .intValue();
  }

  private static int places(JsonNode programme, int until) {
    int sum = 0;
    for (int k = 0; k < until; k++) {
      sum += programme.get("phases").get(k).get("places").asInt();
    }
    return sum;
  }

  /** Keys move through the years, and the map shows what is built until then. */
  private static void asksByYear(Page page, JsonNode programme) {
    assertEquals(places(programme, 3), standing(page));
    page.focus("#year");
    page.keyboard().press("Home");
    assertEquals(places(programme, 1), standing(page));
    page.keyboard().press("ArrowRight");
    assertEquals("2028", page.inputValue("#year"));
    page.keyboard().press("PageDown");
    assertEquals(places(programme, 2), standing(page));
    String said = page.innerText("#year-out");
    assertTrue(said.contains(page.inputValue("#year")), said);
    assertTrue(page.url().contains("y=" + page.inputValue("#year")), page.url());
    page.click("#play");
    page.waitForFunction(
        "year => kiungo.timeline.year > year", page.evaluate("kiungo.timeline.year"));
    page.click("#play");
    assertEquals("false", page.getAttribute("#play", "aria-pressed"));
  }

  private void explores(String plan, JsonNode programme) {
    Page page = open("/plans/" + plan + "/explore#y=2027", "fr", 1440, 900);
    page.waitForFunction(READY);
    page.waitForFunction("() => kiungo.timeline && kiungo.points.shade");
    assertEquals(places(programme, 1), standing(page));
    assertEquals(List.of(), barriers(page));
    page.selectOption("#shade", "");
    page.waitForFunction("() => !kiungo.points.shade");
    assertEquals(places(programme, 1), standing(page));
  }

  private void standsWithoutScripts(String plan) {
    try (BrowserContext context =
        profile(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate(address("/plans/" + plan + "/programme"));
      page.waitForLoadState(LoadState.DOMCONTENTLOADED);
      assertEquals(3, page.locator("#phases tbody tr").count());
      assertEquals(10, page.locator("#by-year tbody tr").count());
      assertTrue(page.locator("#timeline .pb").first().isVisible());
      assertTrue(page.locator("#year").isHidden());
    }
  }
}
