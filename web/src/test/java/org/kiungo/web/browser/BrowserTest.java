package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"kiungo.samples.enabled=true", "kiungo.samples.steps=200"})
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
  private static final int PATIENCE_SECONDS = 180;

  private static Playwright playwright;
  static Browser browser;

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
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.get())
                    .setArgs(ARGUMENTS));
  }

  @AfterAll
  static void stopChromium() {
    if (playwright != null) {
      playwright.close();
      playwright = null;
    }
  }

  private static Optional<Path> findChromium() {
    return Stream.of(
            System.getenv("KIUNGO_CHROMIUM"),
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
    for (int second = 0; second < PATIENCE_SECONDS; second++) {
      if (api("/plans?country=" + sampleCountry()).size() >= SAMPLES) {
        return;
      }
      Thread.sleep(1000);
    }
    throw new AssertionError("no sample plans after " + PATIENCE_SECONDS + " s");
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
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(address("/api/v1" + path))).build(),
                  HttpResponse.BodyHandlers.ofString());
      assertEquals(200, answer.statusCode(), path);
      return JsonMapper.builder().build().readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The path with the first sample plan and its most populous place filled in. */
  String withPlan(String path) {
    String plan = api("/plans?country=" + sampleCountry()).get(0).get("id").asString();
    String place =
        api("/plans/" + plan + "/settlements?limit=1&sort=-population")
            .get("items")
            .get(0)
            .get("settlementId")
            .asString();
    return path.replace("{plan}", plan).replace("{place}", place);
  }

  /** A fresh profile that writes down complaints and requests to other hosts. */
  Page open(String path, String language, int width, int height) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(width, height).setLocale(language));
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

  /** Waits until the map of a country page shows a plan. */
  static void waitForMap(Page page) {
    page.waitForFunction("() => window.kiungo && window.kiungo.ready");
  }

  /** Serious and critical barriers that axe finds on a page as it stands. */
  static List<String> barriers(Page page) {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> SEVERE.contains(rule.getImpact()))
            .map(rule -> rule.getId() + " " + rule.getNodes())
            .toList();
  }

  /** Fails when a page can be scrolled sideways. */
  static void assertNothingOverflows(Page page) {
    int width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    int room = page.viewportSize().width;
    assertTrue(width <= room, page.url() + " is " + width + " px wide, not " + room);
  }
}
