package org.kiungo.web.browser;

import static org.kiungo.planner.MeasurementTable.median;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.MeasurementTable;

/**
 * What users feel: time until a page can be used on a slow network, until a large map is drawn
 * again, until a click is answered. Figures are medians; nothing is asserted.
 */
class BrowserBenchmark extends BrowserTest {

  private static final int RUNS = 5;
  private static final long SEED = 42;
  private static final double SLOW_MS = 120_000;

  /** West, south, east, north of the random places, degrees: about Lesotho. */
  private static final double[] BOX = {27.0, -30.7, 29.5, -28.6};

  private static MeasurementTable table;

  @BeforeAll
  static void openTable() {
    table =
        new MeasurementTable(
            Path.of("target/benchmark/browser.tsv"),
            "measure",
            "condition",
            "medianMs",
            "goalMs",
            "runs");
  }

  @AfterAll
  static void closeTable() {
    table = null;
  }

  @Test
  void pagesOnASlowNetwork() {
    for (String path : new String[] {"/", "/countries/LSO"}) {
      usable(path, "1.6 Mbps, 300 ms", 1_600_000, 300, 3500);
      usable(path, "400 kbps, 400 ms", 400_000, 400, 8000);
    }
  }

  /** From the click on a link to a page whose map and controls answer, nothing cached. */
  private void usable(String path, String condition, double bitsPerSecond, int millis, int goalMs) {
    record("usable " + path, condition, goalMs, () -> usableMs(path, bitsPerSecond, millis));
  }

  private double usableMs(String path, double bitsPerSecond, int roundTripMs) {
    try (BrowserContext context = profile()) {
      Page page = context.newPage();
      CDPSession session = context.newCDPSession(page);
      session.send("Network.enable");
      JsonObject network = new JsonObject();
      network.addProperty("offline", false);
      network.addProperty("latency", roundTripMs);
      network.addProperty("downloadThroughput", bitsPerSecond / 8);
      network.addProperty("uploadThroughput", bitsPerSecond / 8);
      session.send("Network.emulateNetworkConditions", network);
      page.navigate(address(path), new Page.NavigateOptions().setTimeout(SLOW_MS));
      page.waitForFunction(
          "() => window.kiungo && window.kiungo.ready",
          null,
          new Page.WaitForFunctionOptions().setTimeout(SLOW_MS));
      return number(page, "performance.now()");
    }
  }

  @Test
  void redrawOfManyPlaces() {
    redraw(100_000, 4, 100);
    redraw(1_000_000, 1, 250);
  }

  private void redraw(int places, int slowdown, int goalMs) {
    try (BrowserContext context = profile(desk())) {
      Page page = withPlaces(context, "/countries/LSO", places);
      slow(context, page, slowdown);
      record(
          "redraw of " + places + " places",
          "processor " + slowdown + " × slower",
          goalMs,
          () -> number(page, REDRAW));
    }
  }

  /** One pixel is read back, so that the time of painting counts as well. */
  private static final String REDRAW =
      """
      () => {
        const { points } = kiungo, start = performance.now();
        points.draw();
        points.canvas.getContext('2d').getImageData(0, 0, 1, 1);
        return performance.now() - start;
      }""";

  @Test
  void answerToClicks() {
    record("interaction to next paint, /countries/LSO", "four clicks", 200, this::slowestClickMs);
  }

  private double slowestClickMs() {
    try (BrowserContext context = profile(desk())) {
      Page page = context.newPage();
      page.navigate(address("/countries/LSO"));
      waitForMap(page);
      page.evaluate(
          """
          () => {
            window.slowest = 0;
            new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
              if (entry.interactionId) window.slowest = Math.max(window.slowest, entry.duration);
            })).observe({ type: 'event', durationThreshold: 16 });
          }""");
      page.locator(".legend input").first().click();
      page.locator("[data-view=table]").click();
      page.locator("[data-view=map]").click();
      page.locator("label:has(input[name=plan])").last().click();
      waitForMap(page);
      page.waitForTimeout(300);
      return number(page, "window.slowest");
    }
  }

  @Test
  void differenceOfTwoLargePlans() {
    int places = 100_000;
    try (BrowserContext context = profile(desk())) {
      Page page = withPlaces(context, "/countries/LSO", places);
      record(
          "difference of two plans of " + places + " places",
          "decoded, compared, drawn",
          300,
          () -> number(page, DIFFERENCE));
    }
  }

  private static final String DIFFERENCE =
      """
      async () => {
        const { decodePoints } = await import('/js/points-data.js');
        const { DifferenceLayer, countKinds } = await import('/js/difference-layer.js');
        const bytes = await (await fetch('/api/v1/plans/any/points?families=')).arrayBuffer();
        const other = bytes.slice(0), n = new DataView(other).getInt32(4, true);
        // as /comparisons/{a}/{b}/kinds answers: every third place has changed, in three ways
        const kinds = Uint8Array.from({ length: n }, (_, i) => (i % 3 ? 0 : 1 + (i / 3) % 3));
        const start = performance.now();
        const [a] = [decodePoints(bytes), decodePoints(other)];
        countKinds(kinds);
        const layer = new DifferenceLayer(a, kinds).addTo(kiungo.map);
        layer.canvas.getContext('2d').getImageData(0, 0, 1, 1);
        const spent = performance.now() - start;
        layer.remove();
        return spent;
      }""";

  /** A country page whose places are many and random. */
  private Page withPlaces(BrowserContext context, String path, int places) {
    byte[] body = randomPlaces(places);
    context.route(
        "**/api/v1/plans/*/points?*",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("application/octet-stream")
                    .setBodyBytes(body)));
    Page page = context.newPage();
    page.navigate(address(path));
    waitForMap(page);
    return page;
  }

  /** The columns of {@code GET /api/v1/plans/{id}/points} with random contents. */
  private static byte[] randomPlaces(int n) {
    Random random = new Random(SEED);
    ByteBuffer out = ByteBuffer.allocate(40 + 6 * n).order(ByteOrder.LITTLE_ENDIAN);
    out.put("KP1\0".getBytes(StandardCharsets.US_ASCII)).putInt(n);
    DoubleStream.of(BOX).forEach(out::putDouble);
    byte[] positions = new byte[4 * n];
    random.nextBytes(positions);
    out.put(positions);
    for (int i = 0; i < n; i++) {
      out.put((byte) random.nextInt(8));
    }
    for (int i = 0; i < n; i++) {
      // villages of some hundred people, few towns
      out.put((byte) Math.min(160, Math.max(8, Math.round(64 + 16 * random.nextGaussian()))));
    }
    return out.array();
  }

  private static void slow(BrowserContext context, Page page, int factor) {
    JsonObject rate = new JsonObject();
    rate.addProperty("rate", factor);
    context.newCDPSession(page).send("Emulation.setCPUThrottlingRate", rate);
  }

  private static Browser.NewContextOptions desk() {
    return new Browser.NewContextOptions().setViewportSize(1440, 900);
  }

  private static void record(String measure, String condition, int goalMs, DoubleSupplier once) {
    once.getAsDouble(); // warms caches and compilers
    double[] values = DoubleStream.generate(once).limit(RUNS).toArray();
    table.add(measure, condition, median(values), goalMs, RUNS);
  }

  private static double number(Page page, String script) {
    return ((Number) page.evaluate(script)).doubleValue();
  }
}
