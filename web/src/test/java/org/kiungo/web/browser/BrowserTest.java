package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.Arguments;
import org.kiungo.planner.SeededSample;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Real Chromium against the whole application with its built-in data and the samples of one
 * country. Skipped aloud where there is no Chromium; KIUNGO_CHROMIUM names one that lies elsewhere.
 */
@Tag("slow")
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "kiungo.samples.enabled=true",
      "kiungo.samples.steps=200",
      "kiungo.samples.workers=1", // other countries begin once the samples are there, and wait
      "kiungo.worker.apart=false"
    })
@ContextConfiguration(initializers = BrowserTest.EmptyDataFolder.class)
abstract class BrowserTest {

  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static final List<String> SEVERE = List.of("serious", "critical");
  private static final int SAMPLES = 3;

  /** Of pictures: words stay legible. */
  private static final int QUALITY = 25;

  /** What never comes true ends here, long after all that does on the busiest machine. */
  static final int PATIENCE_SECONDS = 600;

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** One for all classes of a JVM, with which it ends. */
  private static Browser browser;

  @LocalServerPort int port;

  /** What a page complained about since it was opened. */
  final List<String> complaints = new ArrayList<>();

  /** Addresses outside this host that a page asked for. */
  final List<String> outside = new ArrayList<>();

  /** Makes a new data folder for the application. */
  static class EmptyDataFolder
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      try {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "seen");
        TestPropertyValues.of("kiungo.data-dir=" + folder).applyTo(context);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @BeforeAll
  static void startChromium() {
    Optional<Path> chromium = findChromium();
    Assumptions.assumeTrue(
        chromium.isPresent(),
        "skipped: no Chromium; install it or set KIUNGO_CHROMIUM to its path");
    if (browser == null) {
      browser =
          Playwright.create(
                  new Playwright.CreateOptions()
                      .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(chromium.get())
                      .setArgs(ARGUMENTS));
    }
  }

  /** No page that a test has left goes on drawing and asking. */
  @AfterEach
  void closePages() {
    List.copyOf(browser.contexts()).forEach(BrowserContext::close);
  }

  private static Optional<Path> findChromium() {
    return Stream.of(
            System.getenv("KIUNGO_CHROMIUM"),
            // the same browser without windows: a fifth less of the machine's time
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome")
        .filter(path -> path != null && !path.isEmpty())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  @BeforeEach
  void waitForSamples() throws InterruptedException {
    Instant latest = Instant.now().plusSeconds(PATIENCE_SECONDS);
    while (api("/plans?country=" + sampleCountry()).size() < SAMPLES) {
      assertTrue(Instant.now().isBefore(latest), "no sample plans in " + PATIENCE_SECONDS + " s");
      Thread.sleep(250);
    }
    planOtherCountries(false);
  }

  /** Lets the planning of all other countries wait, or go on until the next test. */
  void planOtherCountries(boolean wanted) {
    HttpRequest.BodyPublisher wish =
        HttpRequest.BodyPublishers.ofString("{\"paused\": " + !wanted + "}");
    answer(
        HttpRequest.newBuilder(URI.create(address("/api/v1/planning")))
            .header("Content-Type", "application/json")
            .PUT(wish)
            .build());
  }

  /** The country whose samples are computed first. */
  static String sampleCountry() {
    return "LSO";
  }

  String address(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  /** Answer of the REST interface. */
  JsonNode api(String path) {
    return answer(HttpRequest.newBuilder(URI.create(address("/api/v1" + path))).build());
  }

  private static JsonNode answer(HttpRequest request) {
    try {
      HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      assertEquals(200, answer.statusCode(), request.uri().toString());
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Runs a scenario to its end. */
  String run(String scenario) {
    String run =
        post("/api/v1/runs", scenario).replaceAll("(?s).*?\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    get("/api/v1/runs/" + run + "/events");
    assertEquals("FINISHED", api("/runs/" + run).get("state").asString());
    return run;
  }

  String post(String path, String body) {
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

  /** A plan of three phases, by its id. */
  String programme() {
    String scenario =
        """
        {"countries": ["LSO"], "seed": 42, "steps": 200, "phases": [
          {"firstYear": 2027, "lastYear": 2028, "budgetUsd": 12000000},
          {"firstYear": 2029, "lastYear": 2031, "budgetUsd": 16000000},
          {"firstYear": 2032, "lastYear": 2036, "budgetUsd": 14000000}]}""";
    return api("/runs/" + run(scenario)).get("planId").asString();
  }

  /** The path with the first sample plan and its most populous place filled in. */
  String withPlan(String path) {
    if (!path.contains("{")) {
      return path;
    }
    String plan = api("/plans?country=" + sampleCountry()).get(0).get("id").asString();
    String place =
        api("/plans/" + plan + "/settlements?limit=1&sort=-population")
            .get("items")
            .get(0)
            .get("settlementId")
            .asString();
    return path.replace("{plan}", plan).replace("{place}", place);
  }

  /** A fresh profile, patient and closed after the test. */
  static BrowserContext profile(Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options);
    context.setDefaultTimeout(PATIENCE_SECONDS * 1000.0);
    return context;
  }

  static BrowserContext profile() {
    return profile(new Browser.NewContextOptions());
  }

  /** A fresh profile that writes down complaints and requests to other hosts. */
  Page open(String path, String language, int width, int height) {
    BrowserContext context =
        profile(new Browser.NewContextOptions().setViewportSize(width, height).setLocale(language));
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (Arrays.asList("error", "warning").contains(message.type())) {
            complaints.add(message.text() + " " + message.location());
          }
        });
    page.onPageError(complaints::add);
    page.onRequest(
        request -> {
          String url = request.url();
          if (!url.startsWith(address("/"))
              && !url.startsWith("data:")
              && !url.startsWith("blob:")) {
            outside.add(url);
          }
        });
    page.navigate(address(path));
    return page;
  }

  /** One of the cases, each in a language of its own, as the lot falls; or all of them. */
  static List<Arguments> oneLanguage(String what, Arguments... each) {
    return SeededSample.of(
        what + ", language", List.of(each), 1, arguments -> Arrays.toString(arguments.get()));
  }

  /** Waits until the map of a country page shows a plan. */
  static void waitForMap(Page page) {
    page.waitForFunction("() => window.kiungo && window.kiungo.ready");
  }

  /**
   * A part of a page as WebP: Chromium's own protocol has that format, Playwright not.
   *
   * @param top of the part, px from the page's beginning
   * @param scale of the picture to the part, 0–1
   */
  static byte[] picture(Page page, int top, int width, int height, double scale) {
    JsonObject clip = new JsonObject();
    clip.addProperty("x", 0);
    clip.addProperty("y", top);
    clip.addProperty("width", width);
    clip.addProperty("height", height);
    clip.addProperty("scale", scale);
    JsonObject asked = new JsonObject();
    asked.addProperty("format", "webp");
    asked.addProperty("quality", QUALITY);
    asked.addProperty("captureBeyondViewport", true);
    asked.add("clip", clip);
    CDPSession session = page.context().newCDPSession(page);
    String data = session.send("Page.captureScreenshot", asked).get("data").getAsString();
    return Base64.getDecoder().decode(data);
  }

  /**
   * Rows that are not looked at: of long tables and lists the first eight are, and every eighth of
   * the others as the lot falls, or all of them. Colours, which take most of the time, are looked
   * up for every word.
   */
  private static final String OTHER_ROWS =
      ":is(tr, li):nth-child(n + 9):not(:nth-child(8n + %d))"
          .formatted(SeededSample.random("rows without barriers").nextInt(8));

  /** Serious and critical barriers that axe finds on a page as it stands. */
  static List<String> barriers(Page page) {
    // a colour on its way to another is nobody's: what changes has changed before it is looked at
    page.evaluate(
        "document.getAnimations()"
            + ".filter(each => each.effect.getComputedTiming().endTime < Infinity)"
            + ".forEach(each => each.finish())");
    AxeRunOptions violationsOnly = new AxeRunOptions();
    violationsOnly.setResultTypes(List.of("violations"));
    // the pages have no frames of other hosts, for which axe would open another page
    AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true).options(violationsOnly);
    if (!SeededSample.takesAll()) {
      axe.exclude(OTHER_ROWS);
    }
    return axe.analyze().getViolations().stream()
        .filter(rule -> SEVERE.contains(rule.getImpact()))
        .map(rule -> rule.getId() + " " + rule.getNodes())
        .toList();
  }

  /** Fails when a page can be scrolled sideways, or on a desk a table that is to fit its panel. */
  static void assertNothingOverflows(Page page) {
    int width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    int room = page.viewportSize().width;
    assertTrue(width <= room, page.url() + " is " + width + " px wide, not " + room);
    Object cut =
        page.evaluate(
            "[...document.querySelectorAll('.tight-wrap')]"
                + ".filter(each => each.scrollWidth > each.clientWidth + 1).length");
    assertTrue(room < 1024 || cut.equals(0), page.url() + " cuts the end of a table");
  }
}
