package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a first visit costs, and what it shows without scripts. */
class FirstLoadTest extends BrowserTest {

  private static final long BUDGET_BYTES = 192 * 1024;
  private static final long BRIEF_BYTES = 60 * 1024;

  @ParameterizedTest
  @ValueSource(strings = {"/", "/countries/LSO"})
  void aColdVisitStaysWithinTheBudget(String path) {
    try (BrowserContext context = profile()) {
      Page page = context.newPage();
      AtomicLong bytes = new AtomicLong();
      CDPSession session = context.newCDPSession(page);
      session.send("Network.enable");
      session.on(
          "Network.loadingFinished",
          (JsonObject event) -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
      page.navigate(address(path));
      page.waitForLoadState(LoadState.NETWORKIDLE);
      assertTrue(bytes.get() > 20_000, "nothing was measured");
      assertTrue(bytes.get() <= BUDGET_BYTES, path + " costs " + bytes.get() + " bytes");
    }
  }

  @Test
  void figuresStandOnThePageWithoutScripts() {
    try (BrowserContext context =
        profile(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate(address("/countries/LSO"));
      String plan = page.inputValue("input[name=plan]:checked");
      var totals = api("/plans/" + plan).get("totals");
      double served =
          totals.get("peopleBaseline").asDouble() + totals.get("peopleServed").asDouble();
      String shown = page.locator("[data-testid=kpi-served]").getAttribute("data-value");
      assertEquals(served, Double.parseDouble(shown), 0.5);
      assertTrue(page.locator(".lead").innerText().contains("people to 10"));
      assertTrue(page.locator(".legend").isVisible());
    }
  }

  /** A phone, 400 kbps, no scripts: all that is loaded until the ten answers stand there. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void aBriefAnswersTenQuestionsOnASlowPhone(String language) {
    String plan = api("/plans?country=LSO").get(0).get("id").asString();
    Browser.NewContextOptions phone =
        new Browser.NewContextOptions()
            .setJavaScriptEnabled(false)
            .setViewportSize(390, 844)
            .setLocale(language);
    try (BrowserContext context = profile(phone)) {
      Page page = context.newPage();
      AtomicLong bytes = new AtomicLong();
      CDPSession session = context.newCDPSession(page);
      session.send("Network.enable");
      session.send("Network.emulateNetworkConditions", slow());
      session.on(
          "Network.loadingFinished",
          (JsonObject event) -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
      page.navigate(address("/plans/" + plan + "/brief"));
      page.waitForLoadState(LoadState.NETWORKIDLE);
      assertEquals(10, page.locator("[data-testid=answers] dd").count());
      assertTrue(bytes.get() > 10_000, "nothing was measured");
      assertTrue(bytes.get() <= BRIEF_BYTES, bytes.get() + " bytes");
    }
  }

  private static JsonObject slow() {
    JsonObject conditions = new JsonObject();
    conditions.addProperty("offline", false);
    conditions.addProperty("latency", 400);
    conditions.addProperty("downloadThroughput", 400_000 / 8);
    conditions.addProperty("uploadThroughput", 400_000 / 8);
    return conditions;
  }

  @Test
  void aBriefIsSmallAndCompleteWithoutScripts() throws Exception {
    var plan = api("/plans?country=LSO").get(0);
    String path = "/plans/" + plan.get("id").asString() + "/brief";
    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(address(path)))
                    .header("Accept-Encoding", "gzip")
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElse(""));
    assertTrue(answer.body().length <= BRIEF_BYTES, answer.body().length + " bytes");
    try (BrowserContext context =
        profile(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate(address(path));
      assertTrue(page.locator("h1").innerText().contains("Lesotho"));
      assertTrue(page.locator(".brief-map use").count() > 50, "the map is empty");
      assertTrue(page.locator("footer").innerText().contains("Boundaries"));
      assertTrue(page.locator("footer").innerText().contains(plan.get("id").asString()));
    }
  }
}
