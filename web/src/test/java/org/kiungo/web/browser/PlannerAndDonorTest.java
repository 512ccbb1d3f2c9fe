package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole story: a planner makes two scenarios for a country, watches them run, compares them,
 * edits one place and sees why, shares the brief; a donor opens it without scripts.
 */
class PlannerAndDonorTest extends BrowserTest {

  @Test
  void fromTwoScenariosToADonorsDesk() throws IOException, InterruptedException {
    story("LSO", "Lesotho", "15", "35");
  }

  /** Ten times the places, and a minute of a processor for each of three plans. */
  @Test
  @Tag("exhaustive")
  void theSameInALargeCountry() throws IOException, InterruptedException {
    story("KEN", "Kenya", "40", "120");
  }

  private void story(String iso3, String country, String littleMillions, String muchMillions)
      throws IOException, InterruptedException {
    Page page = open("/scenario?country=" + iso3, "en", 1440, 900);
    String little = run(page, littleMillions);
    String much = run(page, muchMillions);
    assertNotEquals(little, much);

    int changes = compare(page, iso3, little, much);
    assertTrue(changes > 0, "nothing changes between the budgets");

    String edited = editOnePlace(page, much);
    assertNotEquals(much, edited);

    String link = share(page);
    donorReads(link, country, edited);
    page.click("#share-list button");
    page.locator("#share-list").getByText("taken back").waitFor();
    donorFindsItClosed(link);
    assertEquals(List.of(), outside);
    assertEquals(List.of(), complaints);
  }

  private String run(Page page, String millions) {
    page.fill("#budgetUsd", millions);
    page.fill("#steps", "200");
    page.fill("#seconds", "0");
    page.locator("#means-size").getByText("places with people").waitFor();
    int events = ((Number) page.evaluate("kiungo.events")).intValue();
    page.click("#start");
    page.waitForFunction("n => kiungo.events > n", events);
    page.waitForFunction("() => kiungo.run && kiungo.run.state === 'FINISHED'");
    page.locator("[data-testid=open-plan]").waitFor();
    assertTrue(page.locator("#twin").innerText().contains("from the best possible"));
    return (String) page.evaluate("kiungo.run.planId");
  }

  /** Downloads the difference in both forms and has GDAL count it. */
  private int compare(Page page, String iso3, String a, String b)
      throws IOException, InterruptedException {
    page.navigate(address("/compare?country=" + iso3 + "&a=" + a + "&b=" + b));
    page.waitForFunction("() => kiungo.ready");
    assertTrue(page.locator("#sentence").innerText().contains("more to the standard"));
    String sum = "() => kiungo.counts.gained + kiungo.counts.lost + kiungo.counts.changed";
    int changes = ((Number) page.evaluate(sum)).intValue();
    for (String form : List.of("geojson", "csv")) {
      Path file = Files.createTempDirectory("difference").resolve("difference." + form);
      page.waitForDownload(() -> page.click("#" + form)).saveAs(file);
      assertEquals(changes, featuresByGdal(file), form);
    }
    return changes;
  }

  private static int featuresByGdal(Path file) throws IOException, InterruptedException {
    Path ogrinfo = Path.of("/usr/bin/ogrinfo");
    if (!Files.isExecutable(ogrinfo)) {
      System.out.println("skipped: no ogrinfo to open " + file.getFileName());
      String text = Files.readString(file);
      return file.toString().endsWith("csv")
          ? (int) text.lines().count() - 1
          : text.split("\"type\":\"Feature\"", -1).length - 1;
    }
    Process process =
        new ProcessBuilder(ogrinfo.toString(), "-so", "-al", file.toString())
            .redirectErrorStream(true)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), told);
    Matcher count = Pattern.compile("Feature Count: (\\d+)").matcher(told);
    assertTrue(count.find(), told);
    return Integer.parseInt(count.group(1));
  }

  private String editOnePlace(Page page, String plan) {
    page.navigate(address("/plans/" + plan + "/explore"));
    waitForMap(page);
    page.click("[data-view=table]");
    Response filtered =
        page.waitForResponse(
            each -> each.url().contains("status=STANDARD"),
            () -> page.selectOption("[name=status]", "STANDARD"));
    List<String> places =
        JsonMapper.builder()
            .build()
            .readTree(filtered.body())
            .get("items")
            .valueStream()
            .map(item -> item.get("settlementId").asString())
            .toList();
    page.waitForFunction(
        "ids => '' + [...document.querySelectorAll('#places tbody tr')].map(r => r.dataset.id) === '' + ids",
        places);
    Locator row = page.locator("#places tbody tr").first();
    String place = places.get(0);
    row.locator("button").click();
    page.locator("#options li.win").waitFor();
    assertTrue(page.locator("#options li").count() > 1, "only one option");
    String chosen = page.getAttribute("#why", "data-chosen");
    page.selectOption("#edit-action", "FORBID " + chosen);
    page.click("#apply");
    page.waitForFunction("() => kiungo.draft.estimate !== null");
    page.click("#recompute");
    page.waitForFunction("() => kiungo.computed");
    String made = (String) page.evaluate("kiungo.computed");
    page.click("#exact-open");
    page.waitForURL("**/plans/" + made + "/explore");
    waitForMap(page);
    var after = api("/plans/" + made + "/settlements?q=" + place).get("items").get(0);
    assertEquals(place, after.get("settlementId").asString());
    assertNotEquals(chosen, after.get("technologyId").asString());
    return made;
  }

  private static String share(Page page) {
    page.fill("#share-label", "Development bank");
    page.click("#share button[type=submit]");
    page.waitForFunction("() => document.getElementById('share-href').value.includes('/b/')");
    return page.inputValue("#share-href");
  }

  private void donorReads(String link, String country, String plan) {
    try (BrowserContext context =
        profile(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate(link);
      assertTrue(page.locator("h1").innerText().contains(country));
      assertEquals(4, page.locator(".figs dd.v").count());
      assertEquals(4, page.locator(".figs [data-range]").count());
      assertTrue(page.locator("[data-range=capex]").innerText().startsWith("range USD"));
      assertTrue(page.locator(".brief-map use").count() > 50, "the map is empty");
      String text = page.locator("body").innerText();
      for (String part : List.of("Who is still left out", "Sources", "Boundaries", plan)) {
        assertTrue(text.contains(part), part);
      }
      assertEquals(0, page.locator("script").count());
      assertEquals(0, page.locator("a[href*='/countries/']").count());
    }
  }

  private void donorFindsItClosed(String link) {
    try (BrowserContext context = profile()) {
      Page page = context.newPage();
      Response answer = page.navigate(link);
      assertEquals(410, answer.status());
      assertTrue(page.locator("main").innerText().contains("This link is closed"));
    }
  }
}
