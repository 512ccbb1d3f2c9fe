package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pictures of every flow as it really looks, in both languages, drawn on request alone: they go to
 * {@code docs}, where screens.md shows them. What the flows must do is asserted by the tests of
 * their pages.
 */
@EnabledIfSystemProperty(
    named = "kiungo.write",
    matches = "true",
    disabledReason = "skipped: pictures are drawn with -Dkiungo.write=true")
class ScreenshotTest extends BrowserTest {

  private static final long LARGEST_BYTES = 100_000;
  private static final int QUALITY = 25;

  /** Pictures are seven tenths of the screen's size: words stay legible. */
  private static final double SCALE = 0.7;

  /** Pages of today's Africa and what is known of it: read aloud and by keyboard as well. */
  private static final Set<String> TODAY =
      Set.of("africa", "benin", "benin-near", "kenya", "kenya-near", "openness", "regulation");

  private static final String ROWS =
      "Localité;Longitude;Latitude;Habitants\n"
          + "Maseru;27,48;-29,31;330760\nTeyateyaneng;27,75;-29,15;75115\nVide;;;12\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "africa, /, 1440, 900",
    "country, /countries/LSO, 1440, 900",
    "country-phone, /countries/LSO, 390, 844",
    "benin, /countries/BEN, 1440, 900",
    "benin-near, '/countries/BEN#c=10.3,1.6&z=9', 390, 844",
    "kenya, /countries/KEN, 1440, 900",
    "kenya-near, '/countries/KEN#c=-0.6,39.6&z=8', 390, 844",
    "import, /data?country=LSO, 1440, 1000",
    "scenario, /scenario?country=LSO, 1440, 1100",
    "strategy, /scenario?country=LSO, 1440, 1100",
    "run, /scenario?country=KEN, 1440, 1000",
    "explore, /plans/{plan}/explore#s={place}, 1440, 900",
    "explore-edits, /plans/{plan}/explore#s={place}, 1440, 900",
    "programme, '/plans/{programme}/explore#y=2030', 1440, 900",
    "corridors, '/countries/BDI?plan={together}', 1440, 900",
    "compare, /compare?country=LSO, 1440, 900",
    "compare-difference, /compare?country=LSO#m=difference, 1440, 900",
    "services, /services?country=KEN, 1440, 900",
    "openness, '/openness?country=BEN&cut=ACE', 1440, 1200",
    "regulation, /regulation?country=KEN&with=UGA, 1440, 1200",
    "catalogue, /catalogue, 1440, 900",
    "brief, /plans/{plan}/brief, 960, 1200"
  })
  void pagesShowThemselves(String name, String path, int width, int height) throws IOException {
    List<String> wanted = List.of(System.getProperty("kiungo.pictures", name).split(","));
    assumeTrue(wanted.contains(name), "skipped: not among -Dkiungo.pictures");
    if (name.startsWith("benin")) {
      plan("BEN", "60e6");
    } else if (name.startsWith("kenya")) {
      plan("KEN", "200e6");
    }
    String shown =
        switch (name) {
          case "programme" -> path.replace("{programme}", programme());
          case "corridors" -> path.replace("{together}", together());
          default -> path;
        };
    for (String language : new String[] {"en", "fr"}) {
      Page page = open(withPlan(shown), language, width, height);
      prepare(name, page);
      keep(page, language.equals("en") ? name : name + "-" + language);
      if (TODAY.contains(name)) {
        assertEquals(List.of(), barriers(page), name);
        assertEquals(List.of(), complaints, name);
      }
      assertEquals(List.of(), outside, name);
      if (name.equals("run")) {
        page.click("#stop");
        page.locator("[data-testid=open-plan]").waitFor();
      }
      page.context().close();
    }
  }

  /** Makes a country's plan unless it has one; a run's events end when the run does. */
  private void plan(String country, String budgetUsd) {
    if (!api("/plans?country=" + country).isEmpty()) {
      return;
    }
    String scenario =
        "{\"countries\":[\"%s\"],\"budgetUsd\":%s,\"seed\":42,\"steps\":200}"
            .formatted(country, budgetUsd);
    run(scenario);
  }

  /** A plan of three phases, by its id. */
  private String programme() {
    String scenario =
        """
        {"countries": ["LSO"], "seed": 42, "steps": 200, "phases": [
          {"firstYear": 2027, "lastYear": 2028, "budgetUsd": 12000000},
          {"firstYear": 2029, "lastYear": 2031, "budgetUsd": 16000000},
          {"firstYear": 2032, "lastYear": 2036, "budgetUsd": 14000000}]}""";
    return api("/runs/" + run(scenario)).get("planId").asString();
  }

  /** A plan of three countries with links across their borders, by its id. */
  private String together() {
    String scenario =
        """
        {"countries": ["BDI", "RWA", "TZA"], "budgetUsd": 700e6, "seed": 42, "steps": 50}""";
    return api("/runs/" + run(scenario)).get("planId").asString();
  }

  /** Runs a scenario to its end. */
  private String run(String scenario) {
    String run =
        post("/api/v1/runs", scenario).replaceAll("(?s).*?\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    get("/api/v1/runs/" + run + "/events");
    assertEquals("FINISHED", api("/runs/" + run).get("state").asString());
    return run;
  }

  private String post(String path, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(address(path)))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private String get(String path) {
    return send(HttpRequest.newBuilder(URI.create(address(path))));
  }

  private static String send(HttpRequest.Builder request) {
    try {
      return HttpClient.newHttpClient()
          .send(request.build(), HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void prepare(String name, Page page) throws IOException {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    switch (name) {
      case "programme" -> {
        waitForMap(page);
        page.waitForFunction("() => kiungo.points.shade");
      }
      case "country", "country-phone", "benin", "benin-near", "kenya", "kenya-near", "explore" -> {
        waitForMap(page);
        page.evaluate("() => kiungo.why");
      }
      case "corridors" -> {
        waitForMap(page);
        page.evaluate("document.getElementById('corridors-title').scrollIntoView()");
      }
      case "explore-edits" -> {
        waitForMap(page);
        page.selectOption("#edit-action", "FORBID *");
        page.click("#apply");
        page.waitForFunction("() => kiungo.draft.state === 'saved' && kiungo.draft.estimate");
        page.evaluate("document.getElementById('edits-title').scrollIntoView()");
      }
      case "import" -> {
        page.setInputFiles("#file", Files.writeString(folder.resolve("lieux.csv"), ROWS));
        page.locator("#proposal-list button").first().click();
        page.locator("#column-population").waitFor();
        page.click("#check");
        page.locator("#problems tbody tr").first().waitFor();
      }
      case "strategy" -> {
        page.click("#tab-strategy");
        page.locator("#levers input[type=checkbox]").first().check();
        page.locator("#terms input").first().waitFor();
        page.evaluate("document.getElementById('strategy').scrollIntoView()");
      }
      case "run" -> {
        page.fill("#budgetUsd", "300");
        page.fill("#steps", "100000000");
        page.waitForFunction("() => document.getElementById('means-size').textContent !== ''");
        page.click("#start");
        page.waitForFunction("() => kiungo.events > 12 && kiungo.map?.drawings > 0");
      }
      case "services" -> {
        page.waitForFunction("() => window.kiungo && window.kiungo.ready");
        page.fill("#budget", "1.5");
        page.click("#place");
        page.waitForFunction("() => kiungo.done === true");
        page.click("#users tbody tr:nth-child(1) button");
        page.waitForFunction("() => kiungo.why === true");
      }
      default -> {
        // as it opens
      }
    }
    page.waitForLoadState(LoadState.NETWORKIDLE);
  }

  /** What the window shows, as WebP: Chromium's own protocol has that format, Playwright not. */
  private static void keep(Page page, String name) throws IOException {
    ViewportSize window = page.viewportSize();
    JsonObject clip = new JsonObject();
    clip.addProperty("x", 0);
    clip.addProperty("y", ((Number) page.evaluate("Math.round(scrollY)")).intValue());
    clip.addProperty("width", window.width);
    clip.addProperty("height", window.height);
    clip.addProperty("scale", SCALE);
    JsonObject asked = new JsonObject();
    asked.addProperty("format", "webp");
    asked.addProperty("quality", QUALITY);
    asked.add("clip", clip);
    CDPSession session = page.context().newCDPSession(page);
    String data = session.send("Page.captureScreenshot", asked).get("data").getAsString();
    byte[] picture = Base64.getDecoder().decode(data);
    assertTrue(
        picture.length > 5_000 && picture.length < LARGEST_BYTES,
        name + " has " + picture.length + " bytes");
    Files.write(Path.of("docs", name + ".webp"), picture);
  }
}
