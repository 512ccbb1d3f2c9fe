package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A newcomer's first quarter of an hour, on one page after the other. */
class FirstStoryTest extends BrowserTest {

  @Test
  void plansAreSwitchedRunStoppedAndAgreeWithMapTableAndFigures() {
    Page page = open("/", "en", 1440, 900);
    page.locator("#countries a[href$=" + sampleCountry() + "]").click();
    waitForMap(page);
    figuresAgreeWithThePlan(page);

    String before = chosen(page);
    JsonNode plans = api("/plans?country=" + sampleCountry());
    String other = plans.get(plans.size() - 1).get("id").asString();
    page.check("input[name=plan][value='" + other + "']");
    page.waitForFunction("id => window.kiungo.ready === id", other);
    assertNotEquals(before, other);
    figuresAgreeWithThePlan(page);
    moneyIsOfThePlan(page, other);
    assertTrue(page.url().contains("p=" + other), page.url());
    mapAndTableShowTheSamePlaces(page, other);

    String made = changeTheBudgetRunAndStop(page);
    page.locator("[data-testid=open-plan]").click();
    waitForMap(page);
    assertEquals(made, chosen(page));
    figuresAgreeWithThePlan(page);
    mapAndTableShowTheSamePlaces(page, made);

    assertEquals(List.of(), outside);
    assertEquals(List.of(), complaints);
  }

  private static String chosen(Page page) {
    return page.inputValue("input[name=plan]:checked");
  }

  private void figuresAgreeWithThePlan(Page page) {
    JsonNode totals = api("/plans/" + chosen(page)).get("totals");
    double served = totals.get("peopleBaseline").asDouble() + totals.get("peopleServed").asDouble();
    assertEquals(served, shown(page, "kpi-served"), 0.5);
    assertEquals(totals.get("population").asDouble() - served, shown(page, "kpi-below"), 0.5);
    assertTrue(page.locator("[data-testid=kpi-capex]").innerText().contains("USD"));
  }

  /** As on the page that the server makes of this plan alone. */
  private static void moneyIsOfThePlan(Page page, String plan) {
    Object both =
        page.evaluate(
            """
            async (plan) => {
              const answer = await fetch(`${location.pathname}?plan=${plan}`);
              const own = new DOMParser().parseFromString(await answer.text(), 'text/html');
              return [own, document].map((each) => each.getElementById('money').textContent);
            }
            """,
            plan);
    List<?> texts = (List<?>) both;
    assertFalse(texts.get(0).toString().isBlank());
    assertEquals(texts.get(0), texts.get(1));
  }

  private static double shown(Page page, String figure) {
    return Double.parseDouble(
        page.locator("[data-testid=" + figure + "]").getAttribute("data-value"));
  }

  private void mapAndTableShowTheSamePlaces(Page page, String plan) {
    int all = api("/plans/" + plan + "/settlements?limit=1").get("total").asInt();
    assertEquals(all, ((Number) page.evaluate("kiungo.points.data.n")).intValue());
    page.evaluate("() => { kiungo.map.setZoom(kiungo.map.getZoom() + 1, {animate: false}); }");
    int inView = ((Number) page.evaluate("kiungo.points.inView().length")).intValue();
    assertTrue(inView > 0 && inView < all, inView + " of " + all + " places in view");
    page.click("[data-view=table]");
    page.check("[name=inView]");
    page.waitForFunction(
        "n => document.getElementById('tablecount').dataset.total === String(n)", inView);
    page.uncheck("[name=inView]");
    page.waitForFunction(
        "n => document.getElementById('tablecount').dataset.total === String(n)", all);
    page.click("[data-view=map]");
  }

  private String changeTheBudgetRunAndStop(Page page) {
    page.navigate(address("/scenario?country=" + sampleCountry()));
    page.fill("#budgetUsd", "-5");
    page.locator("#budgetUsd-hint").getByText("Enter a number").waitFor();
    assertTrue(page.locator("#start").isDisabled(), "a negative budget can be run");
    page.fill("#budgetUsd", "20");
    page.fill("#steps", "5000000");
    page.locator("#means-size").getByText("places with people").waitFor();
    page.click("#start");
    page.waitForFunction("() => document.getElementById('bound').textContent !== '–'");
    page.click("#stop");
    page.locator("[data-testid=open-plan]").waitFor();
    assertTrue(
        page.locator("#twin").innerText().contains("from the best possible"),
        page.locator("#twin").innerText());
    String ratio = page.locator("[data-testid=run-gap]").getAttribute("data-ratio");
    assertTrue(Double.parseDouble(ratio) >= 0, ratio);
    assertEquals("stopped, best kept", page.locator("#state").innerText());
    return (String) page.evaluate("kiungo.run.planId");
  }
}
