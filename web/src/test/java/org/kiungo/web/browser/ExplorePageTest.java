package org.kiungo.web.browser;

import static com.microsoft.playwright.options.WaitForSelectorState.DETACHED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.SeededSample;
import tools.jackson.databind.JsonNode;

/** One plan, place by place: reasons, edits, undo, areas, comments and the slider. */
class ExplorePageTest extends BrowserTest {

  private Page explore() {
    String plan = api("/plans?country=LSO").get(0).get("id").asString();
    Page page = open("/plans/" + plan + "/explore", "en", 1440, 900);
    waitForMap(page);
    return page;
  }

  private static String applied(Page page) {
    return String.valueOf(page.evaluate("kiungo.draft.applied"));
  }

  private static void waitUntilSaved(Page page) {
    page.waitForFunction("() => kiungo.draft.state === 'saved'");
  }

  @Test
  void byKeysAloneAPlaceIsOpenedExplainedChangedAndTheChangeUndone() {
    Page page = explore();
    page.focus("[data-view=table]");
    page.keyboard().press("Enter");
    page.locator("#places tbody button").first().focus();
    page.keyboard().press("Enter");
    page.locator("#binding").getByText("Everybody here has service today").waitFor();
    page.click("[data-view=table]");
    assertTrue(page.locator("#select").isHidden(), "a table has no area to choose");
    page.selectOption("#filter [name=status]", "UNSERVED");
    page.locator("#places tbody tr").getByText("not served").first().waitFor();
    page.locator("#places tbody button").first().focus();
    page.keyboard().press("Enter");
    page.locator("#options li").first().waitFor();
    String chosen = page.getAttribute("#why", "data-chosen");
    assertTrue(page.locator("#options li.win").count() <= 1);
    assertTrue(page.locator("#binding").innerText().startsWith("What decides"));
    if (!chosen.isEmpty()) {
      assertTrue(
          page.locator("#price caption")
              .innerText()
              .startsWith("With its share of all that serves it, a person costs USD"));
      assertTrue(page.locator("#price tbody tr").count() >= 3);
      assertTrue(
          page.locator("#price").innerText().contains("distance to the power grid not known"));
    }
    String other =
        (String)
            page.evaluate(
                "c => [...document.querySelectorAll('#options li')].map(e => e.dataset.technology)"
                    + ".find(id => id !== c)",
                chosen);
    page.selectOption("#edit-action", "FORCE " + other);
    page.focus("#apply");
    page.keyboard().press("Enter");
    page.waitForFunction("() => kiungo.draft.estimate !== null");
    assertTrue(page.locator("#estimate").innerText().contains("estimate"));
    assertTrue(page.locator("#estimate-text").innerText().contains("USD"));
    assertTrue(page.locator("#estimate").innerText().contains("gap not known"));
    assertEquals("1", applied(page));
    page.locator("#undo").focus();
    page.keyboard().press("Enter");
    assertEquals("0", applied(page));
    assertEquals(1, page.locator("#edit-list li.undone").count());
    assertTrue(page.locator("#estimate").isHidden());
    assertEquals(List.of(), complaints);
  }

  @Test
  void fiftyEditsUndoneRestoreTheHashAndADraftOutlivesThePage() {
    Page page = explore();
    String plan = page.locator("body").getAttribute("data-plan");
    String edit =
        "k => kiungo.draft.add({action: k % 2 ? 'LOCK' : 'FORBID', technologyId: k % 2 ? '' : '*',"
            + " settlementIds: [kiungo.ids[k]], area: [], label: 'place ' + k})";
    page.evaluate(
        "async plan => { kiungo.ids = (await (await fetch('/api/v1/plans/' + plan + '/index')).json()).ids }",
        plan);
    page.evaluate(edit, 0);
    page.click("#undo");
    waitUntilSaved(page);
    String before = (String) page.evaluate("kiungo.draft.hash");
    for (int k = 0; k < 50; k++) {
      page.evaluate(edit, k);
    }
    waitUntilSaved(page);
    assertNotEquals(before, page.evaluate("kiungo.draft.hash"));
    page.reload();
    waitForMap(page);
    assertEquals("50", applied(page));
    page.locator("body").click();
    for (int k = 0; k < 50; k++) {
      page.keyboard().press("Control+z");
    }
    waitUntilSaved(page);
    assertEquals("0", applied(page));
    assertEquals(before, page.evaluate("kiungo.draft.hash"));
    page.keyboard().press("Control+Shift+z");
    assertEquals("1", applied(page));
    assertEquals(List.of(), complaints);
  }

  @Test
  void anAreaIsDrawnOrTakenFromTheViewAndHoldsThePlacesItSays() {
    Page page = explore();
    page.click("[data-select=rectangle]");
    var box = page.locator("#map").boundingBox();
    page.mouse().move(box.x + box.width * .4, box.y + box.height * .4);
    page.mouse().down();
    page.mouse().move(box.x + box.width * .6, box.y + box.height * .6);
    page.mouse().up();
    int drawn = ((Number) page.evaluate("kiungo.area.count")).intValue();
    assertTrue(drawn > 3, drawn + " places drawn");
    page.selectOption("#edit-action", "FORBID *");
    page.click("#apply");
    page.waitForFunction("() => kiungo.draft.estimate !== null");
    assertEquals(drawn, ((Number) page.evaluate("kiungo.draft.estimate.total.places")).intValue());
    waitUntilSaved(page);
    String draft = (String) page.evaluate("kiungo.draft.id");
    assertEquals(drawn, api("/drafts/" + draft + "/scenario").get("locks").size());
    page.focus("[data-select=view]");
    page.keyboard().press("Enter");
    int inView = ((Number) page.evaluate("kiungo.area.count")).intValue();
    int known =
        ((Number)
                page.evaluate(
                    "kiungo.points.inView().filter(i => kiungo.points.data.people[i] > 0).length"))
            .intValue();
    assertEquals(known, inView);
    assertEquals(List.of(), complaints);
  }

  @Test
  void whatPeopleTypeIsShownAsTyped() {
    Page page = explore();
    List<String> dialogs = new ArrayList<>();
    page.onDialog(
        dialog -> {
          dialogs.add(dialog.message());
          dialog.dismiss();
        });
    String typed = "<img src=x onerror=alert(1)><script>alert(2)</script>";
    page.evaluate("() => kiungo.places.nameOf('x')");
    page.selectOption("#comment-target", "capexUsd");
    page.fill("#comment-text", typed);
    page.fill("#comment-author", "<b>Ana</b>");
    page.click("#comment button[type=submit]");
    page.locator("#comment-list li").first().waitFor();
    assertTrue(page.locator("#comment-list").innerText().contains(typed));
    assertTrue(page.locator("#comment-list").innerText().contains("<b>Ana</b>"));
    assertEquals("1 comment", page.innerText("#overview button.pinned"));
    page.click("#comment-list button");
    page.locator("#comment-list li.undone").waitFor();
    assertEquals(0, page.locator(".pinned").count());
    page.reload();
    waitForMap(page);
    assertEquals(1, page.locator("#comment-list li.undone").count());

    String place = withPlan("{place}");
    page.evaluate("id => kiungo.places.open(id)", place);
    page.locator("#place").waitFor();
    page.fill("#comment-text", "who asked for this?");
    page.click("#comment button[type=submit]");
    page.locator(".pin").waitFor();
    page.click("#place-close");
    page.locator(".pin").focus();
    page.keyboard().press("Enter");
    page.waitForFunction("id => kiungo.selected && kiungo.selected.settlementId === id", place);
    page.locator("#comment-list li:not(.undone) button.plain").click();
    page.locator(".pin").waitFor(new Locator.WaitForOptions().setState(DETACHED));
    assertEquals(List.of(), dialogs);
    assertEquals(List.of(), complaints);
  }

  @Test
  void theSliderMovesThroughPlansAndTellsTheirFigures() {
    Page page = open("/countries/LSO", "en", 1440, 900);
    waitForMap(page);
    String first = page.inputValue("input[name=plan]:checked");
    page.locator("#frontier-range").focus();
    page.waitForFunction("() => kiungo.slider");
    int steps = ((Number) page.evaluate("kiungo.slider.steps.length")).intValue();
    assertTrue(steps >= 3, steps + " steps");
    page.keyboard().press("End");
    page.waitForFunction("first => kiungo.stepped && kiungo.stepped !== first", first);
    String stepped = (String) page.evaluate("kiungo.stepped");
    int served = api("/plans/" + stepped + "/settlements?status=UNSERVED").get("total").asInt();
    assertEquals(
        served,
        ((Number) page.evaluate("kiungo.points.data.kind.filter(k => k === 0).length")).intValue());
    page.waitForFunction("id => kiungo.ready === id", stepped);
    page.keyboard().press("Home");
    page.waitForFunction("() => kiungo.stepped === kiungo.slider.steps[0].id");
    page.keyboard().press("End");
    page.waitForFunction("id => kiungo.stepped === id", stepped);
    page.waitForFunction("id => kiungo.ready === id", stepped);
    double atStandard =
        api("/plans/" + stepped).get("totals").get("peopleBaseline").asDouble()
            + api("/plans/" + stepped).get("totals").get("peopleServed").asDouble();
    assertEquals(
        atStandard,
        Double.parseDouble(page.locator("[data-testid=kpi-served]").getAttribute("data-value")),
        .5);
    assertEquals(List.of(), complaints);
  }

  @Test
  void placesAreColouredByAValueOfThePlanOnTheMapAndToldInTheTable() {
    Page page = explore();
    String drawn = "() => kiungo.points.canvas.toDataURL()";
    Object byTechnology = page.evaluate(drawn);
    for (String name : List.of("cost", "need")) {
      page.focus("#shade");
      page.keyboard().press("ArrowDown");
      page.waitForFunction("name => kiungo.shade.state?.name === name", name);
      assertTrue(page.url().contains("l=" + name), page.url());
      assertNotEquals(byTechnology, page.evaluate(drawn));
      assertTrue(page.locator("#shade-legend li").count() >= 3);
      assertEquals(
          true,
          page.evaluate(
              """
              () => {
                const { values, limits, classes } = kiungo.shade.state;
                return classes.length === kiungo.points.data.n && limits.length > 1
                  && values.every((v, i) => classes[i] === (v === null ? 0 : v === 0 ? 1 : 2 + limits.filter(l => l <= v).length));
              }"""));
    }
    double below =
        ((Number) page.evaluate("kiungo.shade.state.values.reduce((a, b) => a + b, 0)"))
            .doubleValue();
    assertEquals(
        Double.parseDouble(page.locator("[data-testid=kpi-below]").getAttribute("data-value")),
        below,
        .005 * ((Number) page.evaluate("kiungo.points.data.n")).intValue());
    page.reload();
    waitForMap(page);
    assertEquals("need", page.inputValue("#shade"));
    page.selectOption("#shade", "cost");
    page.waitForFunction("() => kiungo.shade.state?.name === 'cost'");
    page.click("[data-view=table]");
    page.locator("#places tbody tr").first().waitFor();
    assertEquals("lifetime cost per person", page.innerText("#places th.extra"));
    assertEquals(
        List.of(),
        page.evaluate(
            """
            async () => {
              const plan = kiungo.places.plan, { ids } = await (await fetch(`/api/v1/plans/${plan}/index`)).json();
              const { items } = await (await fetch(`/api/v1/plans/${plan}/settlements?limit=50&sort=-population`)).json();
              const { usd } = await import('/js/figures.js'), { values } = kiungo.shade.state, bad = [];
              const rows = [...document.querySelectorAll('#places tbody tr')];
              if (rows.length !== items.length) bad.push(`${rows.length} rows`);
              rows.forEach((row, k) => {
                const value = values[ids.indexOf(row.dataset.id)], shown = row.lastElementChild.textContent;
                const least = items[k].lifetimeCostUsd / items[k].peopleServed;
                if (items[k].peopleServed > 0 ? shown !== usd(value) || value < least - .01 : value !== null || shown !== 'nothing built here')
                  bad.push([row.dataset.id, value, least, shown].join(' '));
              });
              return bad;
            }"""));
    assertEquals(List.of(), complaints);
  }

  private static double people(Page page, String kind) {
    return page.locator("#steps tr[data-kind=" + kind + "]").all().stream()
        .map(row -> Double.parseDouble(row.getAttribute("data-people")))
        .filter(value -> !value.isNaN())
        .mapToDouble(Double::doubleValue)
        .sum();
  }

  @Test
  void theStepsFromTodayToThePlanAddUp() {
    Page page = explore();
    var totals = api("/plans/" + page.locator("body").getAttribute("data-plan")).get("totals");
    assertEquals(totals.get("peopleServed").asDouble(), people(page, "gain"), .5);
    assertEquals(people(page, "plan"), people(page, "today") + people(page, "gain"), .5);
    assertEquals(
        Double.parseDouble(page.locator("[data-testid=kpi-served]").getAttribute("data-value")),
        people(page, "plan"),
        .5);
    assertEquals(totals.get("peopleUnserved").asDouble(), people(page, "without"), .5);
    assertEquals(
        totals.get("population").asDouble(),
        people(page, "plan") + people(page, "basic") + people(page, "without"),
        .5);
  }

  @Test
  void howFullThePlanIsIsToldByYearForWhoeverOpensIt() {
    Page page = explore();
    String plan = page.locator("body").getAttribute("data-plan");
    page.click("#use summary");
    page.locator("[data-testid=use] tbody tr").first().waitFor();
    var years = api("/plans/" + plan + "/use-by-year");
    assertEquals(years.size(), page.locator("[data-testid=use] tbody tr").count());
    String last = page.locator("[data-testid=use] tbody tr").last().innerText();
    assertTrue(last.startsWith("2036") && last.contains("50%"), last);
    assertTrue(
        page.locator("#use p").first().innerText().contains("50% of those with service subscribe"));
    assertEquals(
        true,
        page.evaluate(
            "() => { const use = document.getElementById('use');"
                + " return use.querySelector('table').offsetWidth <= use.clientWidth; }"),
        "a column is cut off");
    assertEquals(List.of(), barriers(page));
    page.setViewportSize(320, 640);
    assertNothingOverflows(page);
    assertEquals(List.of(), complaints);
  }

  /** The run itself is not made: another plan stands for its answer. */
  @Test
  void aPlanIsSetBesideOneWithoutAssumedNodes() {
    Page page = explore();
    String own = page.locator("body").getAttribute("data-plan");
    var other = api("/plans?country=LSO").get(1);
    String answer =
        "{\"id\": \"r\", \"state\": \"FINISHED\", \"planId\": \"%s\"}"
            .formatted(other.get("id").asString());
    List<String> asked = new ArrayList<>();
    page.route(
        "**/api/v1/runs",
        route -> {
          asked.add(route.request().postData());
          route.fulfill(new Route.FulfillOptions().setStatus(200).setBody(answer));
        });
    page.route(
        "**/api/v1/runs/r", route -> route.fulfill(new Route.FulfillOptions().setBody(answer)));
    page.route("**/events", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
    page.click("#without-assumed button");
    page.locator("[data-testid=without-assumed]").waitFor();
    assertTrue(asked.get(0).contains("\"assumedNodes\":\"LEFT_OUT\""), asked.get(0));
    List<String> people =
        page.locator("[data-testid=without-assumed] tbody tr")
            .first()
            .locator("td")
            .allInnerTexts();
    double fewer =
        api("/plans/" + own).get("totals").get("peopleServed").asDouble()
            - other.get("totals").get("peopleServed").asDouble();
    assertTrue(fewer > 1000, "the cheaper plan serves fewer");
    assertTrue(people.get(2).startsWith("\u2212"), people.toString());
    assertEquals(
        "/compare?country=LSO&a=" + own + "&b=" + other.get("id").asString(),
        page.locator("#without-assumed a").getAttribute("href"));
    page.setViewportSize(320, 640);
    assertNothingOverflows(page);
    assertEquals(List.of(), barriers(page));
  }

  @Test
  void theActionsThatBringMostPeoplePerDollarLeadToTheirPlaces() {
    Page page = explore();
    List<Locator> best = page.locator("#best button").all();
    assertEquals(10, best.size());
    String first = page.locator("#best li").first().innerText();
    assertTrue(first.contains("basic service") || first.contains("standard"), first);
    double before = 0;
    for (Locator each : best) {
      double usd = Double.parseDouble(each.getAttribute("data-usd"));
      double perPerson = usd / Double.parseDouble(each.getAttribute("data-people"));
      assertTrue(perPerson >= before, perPerson + " after " + before);
      before = perPerson;
    }
    best.get(2).focus();
    page.keyboard().press("Enter");
    page.waitForFunction(
        "id => kiungo.selected?.settlementId === id", best.get(2).getAttribute("data-settlement"));
    page.waitForFunction("() => document.activeElement.id === 'place'");
    assertEquals(List.of(), complaints);
  }

  @Test
  void aSiteIsToldLineByLineAndItsMastsAreDrawn() {
    Page page = explore();
    String plan = page.locator("body").getAttribute("data-plan");
    JsonNode site = null;
    for (JsonNode each :
        api("/plans/" + plan + "/exports/geojson?layer=sites").get("features").values()) {
      JsonNode row = each.get("properties");
      site = site == null || row.get("masts").asInt() > site.get("masts").asInt() ? row : site;
    }
    int masts = site.get("masts").asInt();
    assertTrue(masts > 1, "no site of several masts");
    String drawn =
        "() => { let hops = 0, metres = 0; kiungo.map.eachLayer((each) => {"
            + " if (each instanceof L.Circle) metres += each.getRadius();"
            + " if (each.options.dashArray === '2 4') hops++; }); return [hops, metres].join(' '); }";
    assertEquals("0 0", page.evaluate(drawn));
    page.evaluate("id => kiungo.places.open(id)", site.get("placeId").asString());
    String said = page.locator("#site-masts").innerText();
    assertTrue(said.startsWith(masts + " masts within "), said);
    assertTrue(page.evaluate(drawn).toString().startsWith("0 "), "too far to see hops");
    page.click("#site-masts button");
    String hops = site.get("hopsBetweenMasts").asString();
    double metres = 1000 * site.get("mastsWithinKm").asDouble();
    assertTrue(page.evaluate(drawn).toString().startsWith(hops + " " + (int) metres));
    page.click("#site summary");
    long cents = 0;
    List<Locator> rows = page.locator("[data-testid=site-cost] tbody tr").all();
    for (Locator row : rows) {
      String usd = row.locator("td").last().innerText().replace(",", "");
      cents +=
          Math.round(100 * Double.parseDouble(usd)) * (row == rows.get(rows.size() - 1) ? -1 : 1);
    }
    assertEquals(0, cents, "the rows are the total");
    page.click("#place-close");
    assertEquals("0 0", page.evaluate(drawn));
    assertEquals(List.of(), complaints);
  }

  @Test
  void mapAndTableHoldTheSamePlacesUnderEveryFilter() {
    Page page = explore();
    page.evaluate("() => { kiungo.map.setZoom(kiungo.map.getZoom() + .7, {animate: false}); }");
    Object differing =
        page.evaluate(
            """
            async (names) => {
              const { table, places, points } = kiungo, form = document.getElementById('filter').elements, bad = [];
              table.setPlan(places.plan);
              form.inView.checked = true;
              let seen = 0;
              for (const status of form.status.options) for (const technology of form.technology.options) for (const q of names) {
                form.status.value = status.value; form.technology.selectedIndex = technology.index; form.q.value = q;
                await places.setFilter(table.filter());
                const map = points.inView().length;
                const rows = (await (await fetch(`/api/v1/plans/${places.plan}/settlements?${table.query(1, '')}`)).json()).total;
                seen += rows;
                if (map !== rows) bad.push([status.value, technology.value, q, map, rows].join(' '));
              }
              return seen > 0 ? bad : ['nothing was seen'];
            }""",
            Stream.concat(
                    Stream.of(""),
                    SeededSample.of("searched names", List.of("ma", "É", "nowhere"), 1).stream())
                .toList());
    assertEquals(List.of(), differing);
  }
}
