package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.reference.DefaultBudget;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.SeededSample;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.page.Figures;
import org.kiungo.web.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Several countries are chosen, planned as one network, and looked at with their corridors. */
class TogetherTest extends BrowserTest {

  @Autowired private Plans plans;

  private static Object json(Page page, String field) {
    return page.evaluate(
        "field => JSON.parse(document.getElementById('json-text')?.textContent)[field]", field);
  }

  private static void chooseOnMap(Page page, double lon, double lat) {
    List<?> at =
        (List<?>)
            page.evaluate(
                "([lon, lat]) => { const at = kiungo.map.latLngToContainerPoint([lat, lon]);"
                    + " const box = document.getElementById('map').getBoundingClientRect();"
                    + " return [at.x + box.x, at.y + box.y]; }",
                List.of(lon, lat));
    page.mouse().click(((Number) at.get(0)).doubleValue(), ((Number) at.get(1)).doubleValue());
  }

  @Test
  void countriesAreChosenOnTheMapAndOnTheForm() {
    Page page = open("/", "en", 1440, 900);
    waitForMap(page);
    page.click("#several");
    page.waitForFunction("() => kiungo.several?.on");
    chooseOnMap(page, 9, 17);
    chooseOnMap(page, 18, 15);
    page.locator("#plan-together").waitFor();
    assertEquals("Plan 2 countries together", page.innerText("#plan-together"));
    assertEquals(List.of(), barriers(page));
    page.click("#plan-together");
    page.locator("#with-list [data-iso3=TCD]").waitFor();
    page.waitForFunction("() => document.getElementById('json-text')?.textContent");
    assertEquals(List.of("NER", "TCD"), json(page, "countries"));
    assertTrue(page.locator("#borders").isVisible());

    page.selectOption("#country", "LSO");
    page.click("#with-list [data-iso3=TCD] button");
    assertEquals(List.of("LSO"), json(page, "countries"));
    assertFalse(page.locator("#borders").isVisible());
    assertFalse(page.locator("#serviceAbroadUsdPerYear").isVisible());
    assertTrue(page.innerText("#budget-default").contains(defaultBudget("LSO")));
    page.selectOption("#with", new SelectOption().setLabel("EAC"));
    assertTrue(((List<?>) json(page, "countries")).containsAll(List.of("BDI", "KEN", "UGA")));
    assertFalse(((List<?>) json(page, "countries")).contains("LSO"));
    assertTrue(page.innerText("#heading").contains("more"));
    page.fill("#serviceAbroadUsdPerYear", "1200");
    assertEquals(1200, ((Number) json(page, "serviceAbroadUsdPerYear")).intValue());
    page.click("#with-list [data-iso3=UGA] button");
    assertFalse(page.innerText("#budget-default").contains(defaultBudget("LSO")));
    assertEquals(List.of(), complaints);
  }

  private static String defaultBudget(String iso3) {
    double usd = DefaultBudget.usd(Reference.builtIn(), List.of(iso3));
    return Figures.of(Locale.ENGLISH).usd(usd);
  }

  @Test
  void severalCountriesArePlannedFromTheFormAndShownAsOne() {
    Page page = open("/scenario?country=STP&with=GNQ", "fr", 320, 640);
    page.locator("#with-list [data-iso3=STP], #with-list [data-iso3=GNQ]").first().waitFor();
    page.fill("#budgetUsd", "2");
    page.fill("#steps", "10");
    page.fill("#serviceAbroadUsdPerYear", "1000");
    assertNothingOverflows(page);
    assertEquals(List.of(), barriers(page));
    page.click("#start");
    page.click("[data-testid=open-plan]");
    waitForMap(page);
    assertTrue(page.innerText("h1").contains("Guinée équatoriale"), page.innerText("h1"));
    String plan = page.locator("input[name=plan]:checked").inputValue();
    assertEquals(1000, api("/plans/" + plan).at("/scenario/serviceAbroadUsdPerYear").asDouble());
    assertTrue(page.innerText("[data-testid=corridors-about]").contains("Aucune liaison"));
    Page one = open("/countries/STP", "fr", 390, 844);
    String door = one.innerText("#together a[href*='" + plan + "']");
    assertTrue(door.contains("Guinée équatoriale"), door);
    assertEquals(List.of(), complaints);
  }

  @Test
  void corridorsStandInTheTableAndOnTheMap() {
    String plan = plans.add(TinyWorld.across(), "run", null);
    JsonNode corridors = api("/plans/" + plan + "/corridors");
    assertTrue(corridors.size() > 0);
    for (String language : SeededSample.of("corridors, language", List.of("en", "fr"), 1)) {
      Page page = open("/countries/SWZ?plan=" + plan, language, 1440, 900);
      waitForMap(page);
      assertEquals(corridors.size(), page.locator("#corridors tbody").count());
      assertEquals(
          corridors.get(0).get("uses").get(1).get("byUseUsd").asDouble(),
          Double.parseDouble(
              page.locator("#corridors [data-country=ZAF]").first().getAttribute("data-by-use")),
          1e-6);
      assertEquals(
          corridors.size(),
          ((Number) page.evaluate("kiungo.network.data.crossings.length")).intValue());
      assertTrue(page.locator("[data-layer=crossings]").isEnabled());
      if (language.equals("en")) {
        assertEquals(List.of(), barriers(page));
      }
      page.setViewportSize(320, 640);
      assertNothingOverflows(page);
      if (language.equals("fr")) {
        assertEquals(List.of(), barriers(page));
      }
    }
    Page alone = open("/countries/ZAF", "en", 1440, 900);
    alone.click("#together a");
    waitForMap(alone);
    assertEquals(plan, alone.locator("input[name=plan]:checked").inputValue());
    assertEquals(List.of(), complaints);
  }

  @Test
  void theWorthOfPlanningTogetherIsAskedForWithoutScripts() {
    String plan = plans.add(TinyWorld.across(), "run", null);
    try (BrowserContext context =
        profile(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate(address("/countries/SWZ?plan=" + plan + "&lang=en"));
      page.click("#worth button");
      while (page.locator("[data-testid=worth]").count() == 0) {
        page.locator("#worth [role=status] a").click();
      }
      JsonNode told = api("/plans/" + plan + "/joint");
      assertEquals("FINISHED", told.get("state").asString());
      List<String> shown = page.locator("[data-testid=worth] li").allInnerTexts();
      assertEquals(told.get("sentences").valueStream().map(JsonNode::asString).toList(), shown);
      assertTrue(shown.stream().anyMatch(each -> each.startsWith("Eswatini: ")), shown.toString());
    }
  }

  @Test
  void whatIsOfOneCountryOnlyNamesIt() {
    String plan = plans.add(TinyWorld.across(), "run", null);
    Page page = open("/countries/SWZ?plan=" + plan, "en", 1440, 900);
    for (String section : List.of("#today", "#readiness", "[data-part=card]")) {
      String heading = page.locator(section + " h2").first().innerText();
      assertTrue(heading.startsWith("Eswatini: "), heading);
    }
    page.waitForFunction("() => kiungo.places.ground");
    // Ermelo is in South Africa, Manzini in Eswatini
    assertEquals(
        List.of(true, true),
        page.evaluate(
            "() => [[29.98, -26.53], [31.38, -26.48]]"
                + ".map(([lon, lat]) => kiungo.places.todayAt({ lon, lat }) !== null)"));
    page.click("#readiness a:text-is('South Africa')");
    assertTrue(page.url().endsWith("/countries/ZAF?plan=" + plan + "#readiness"), page.url());
    assertTrue(page.innerText("#today h2").startsWith("South Africa: "));

    Page alone = open("/countries/SWZ", "en", 1440, 900);
    assertEquals("Regulatory readiness", alone.innerText("#readiness h2"));
    Page brief = open("/plans/" + plan + "/brief", "fr", 1440, 900);
    assertEquals(
        List.of("Eswatini\u00a0: Cadre réglementaire", "Afrique du Sud\u00a0: Cadre réglementaire"),
        brief.locator("section.ready h2").allInnerTexts());
    assertEquals(List.of(), complaints);
  }
}
