package org.kiungo.web.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kiungo.web.script.Node;

/** A plan's archive of tiles in MapLibre, which has that file and nothing else: no server. */
class MapLibreTest extends BrowserTest {

  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

  /** No such host: whatever is asked for is one of the files below, or nothing. */
  private static final String NOWHERE = "https://plan.invalid/";

  private static final String PAGE =
      """
      <!doctype html><title>Plan</title><div id="map" style="width:600px;height:600px"></div>
      <script src="maplibre-gl.js"></script><script src="pmtiles.js"></script>
      <script>
      maplibregl.addProtocol('pmtiles', new pmtiles.Protocol().tile);
      const layer = (id, type) => ({ id, type, source: 'plan', 'source-layer': id });
      const map = new maplibregl.Map({ container: 'map', center: [28.2, -29.6], zoom: 7, style: {
        version: 8,
        sources: { plan: { type: 'vector', url: 'pmtiles://%splan.pmtiles' } },
        layers: [layer('settlements', 'circle'), layer('links', 'line'), layer('sites', 'circle')],
      } });
      map.on('error', ({ error }) => { window.failed = String(error); });
      map.once('idle', () => { window.drawn = map.queryRenderedFeatures().map((f) => f.layer.id); });
      </script>
      """
          .formatted(NOWHERE);

  @Test
  void aPlansArchiveIsAMapWithoutAServer() throws Exception {
    Path modules = Node.folder().resolve("node_modules");
    Path mapLibre = modules.resolve("maplibre-gl/dist/maplibre-gl.js");
    assumeTrue(Files.exists(mapLibre), "skipped: no node_modules/maplibre-gl (npm ci in web)");
    Map<String, byte[]> files =
        Map.of(
            "index.html", PAGE.getBytes(),
            "maplibre-gl.js", Files.readAllBytes(mapLibre),
            "pmtiles.js", Files.readAllBytes(modules.resolve("pmtiles/dist/pmtiles.js")),
            "plan.pmtiles", archive());
    TreeSet<String> missed = new TreeSet<>();
    try (BrowserContext context = profile()) {
      context.route(
          url -> url.startsWith("http"),
          route -> {
            String url = route.request().url();
            byte[] file =
                url.startsWith(NOWHERE) ? files.get(url.substring(NOWHERE.length())) : null;
            if (file == null && !url.endsWith("/favicon.ico")) {
              missed.add(url);
            }
            answer(route, file);
          });
      Page page = context.newPage();
      page.navigate(NOWHERE + "index.html");
      page.waitForFunction("() => window.drawn || window.failed");
      assertThat(page.evaluate("window.failed ?? ''")).isEqualTo("");
      assertThat(page.evaluate("window.drawn").toString())
          .contains("settlements", "links", "sites");
    }
    assertThat(missed).as("asked for beside the files").isEmpty();
  }

  private byte[] archive() throws IOException, InterruptedException {
    String plan = withPlan("/api/v1/plans/{plan}/exports/pmtiles");
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(address(plan))).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  /** As a folder of files would be read: whole, or the bytes that are asked for. */
  private static void answer(Route route, byte[] file) {
    if (file == null) {
      route.abort();
      return;
    }
    Matcher range = RANGE.matcher(route.request().headers().getOrDefault("range", ""));
    if (!range.matches()) {
      String kind = route.request().url().endsWith(".js") ? "text/javascript" : "text/html";
      route.fulfill(new Route.FulfillOptions().setContentType(kind).setBodyBytes(file));
      return;
    }
    int from = Integer.parseInt(range.group(1));
    int to = Math.min(file.length, Integer.parseInt(range.group(2)) + 1);
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(206)
            .setHeaders(
                Map.of("content-range", "bytes %d-%d/%d".formatted(from, to - 1, file.length)))
            .setBodyBytes(Arrays.copyOfRange(file, from, to)));
  }
}
