package org.kiungo.web.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server of features, and what it may not lead to. */
class FeatureAnswersTest {

  @TempDir private Path folder;

  private final List<String> asked = new ArrayList<>();
  private HttpServer server;
  private String at;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    at = "http://127.0.0.1:" + server.getAddress().getPort();
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().toString();
          asked.add(path);
          if (path.startsWith("/moved")) {
            exchange.getResponseHeaders().add("Location", "http://10.0.0.1/collections/a/items");
            exchange.sendResponseHeaders(302, -1);
          } else {
            byte[] answer = answer(path).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static String page(int id, String more) {
    return ("{\"type\":\"FeatureCollection\",%s\"features\":[{\"type\":\"Feature\",\"properties\":"
            + "{\"id\":\"s%d\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,%d]}}]}")
        .formatted(more, id, id);
  }

  private static String answer(String path) {
    if (path.startsWith("/collections/schools/items?page=2")) {
      return page(2, "");
    }
    if (path.startsWith("/collections/schools")) {
      return page(
          1, "\"links\":[{\"rel\":\"next\",\"href\":\"/collections/schools/items?page=2\"}],");
    }
    if (path.startsWith("/collections/away")) {
      return page(1, "\"links\":[{\"rel\":\"next\",\"href\":\"http://example.org/items\"}],");
    }
    return path.startsWith("/wfs?")
        ? page(path.contains("startIndex=1") ? 2 : 1, "\"numberMatched\":2,")
        : "<ServiceException>no such layer</ServiceException>";
  }

  private SourceAddresses addresses(String allowed) {
    return new SourceAddresses(List.of(allowed), null, Clock.systemUTC());
  }

  private long write(String path, Path file) throws IOException {
    return new FeatureAnswers(each -> each, InetAddress::getAllByName)
        .write(URI.create(at + path), file);
  }

  @Test
  void pagesOfACollectionAndOfAWfsAreOneFile() throws IOException {
    Path file = folder.resolve("a.geojson");
    for (String path : List.of("/collections/schools/items", "/wfs?typeNames=a:schools")) {
      assertThat(write(path, file)).isEqualTo(2);
      assertThat(Files.readString(file))
          .contains("\"s1\"", "\"s2\"")
          .startsWith("{\"type\":\"FeatureCollection\"");
    }
    assertThat(asked.get(2))
        .contains("request=GetFeature", "version=2.0.0", "outputFormat=application/json");
  }

  @Test
  void whatIsNoFeaturesOrLeadsElsewhereIsRefused() {
    Path file = folder.resolve("b.geojson");
    assertThatThrownBy(() -> write("/moved/items", file))
        .hasMessageContaining("source.moved")
        .hasMessageNotContaining("10.0.0.1");
    assertThatThrownBy(() -> write("/other/items", file))
        .hasMessageContaining("source.noFeatures")
        .as("nothing of what was answered is shown")
        .hasMessageNotContaining("no such layer");
    assertThatThrownBy(() -> write("/schools.json", file)).hasMessageContaining("source.kind");
    assertThat(asked).hasSize(2);
  }

  @Test
  void onlyHostsThatTheOperatorNamedAreAsked() {
    SourceAddresses named = addresses(at.substring("http://".length()));
    for (String address :
        List.of("http://example.org/items", "file:///etc/passwd", "http://a@127.0.0.1/items", "")) {
      assertThatThrownBy(() -> named.read(address)).hasMessageContaining("source.");
    }
    assertThatThrownBy(() -> addresses("").read(at + "/collections/schools/items"))
        .hasMessageContaining("source.notAllowed");
    URI own = URI.create(at + "/collections/away/items");
    assertThatThrownBy(
            () ->
                new FeatureAnswers(named::allowed, named::resolve)
                    .write(own, folder.resolve("c.geojson")))
        .hasMessageContaining("source.notAllowed");
    assertThat(asked).containsExactly("/collections/away/items");
  }

  private static InetAddress address(String number) throws UnknownHostException {
    return InetAddress.getByName(number);
  }

  /** Answers in memory; nothing is sent anywhere. */
  private static SourceAddresses leading(String host, String... to) {
    return new SourceAddresses(
        List.of(host),
        null,
        Clock.systemUTC(),
        asked -> {
          InetAddress[] found = new InetAddress[to.length];
          for (int k = 0; k < to.length; k++) {
            found[k] = address(to[k]);
          }
          return found;
        });
  }

  @Test
  void aPublicNameLeadsNowhereButIntoTheInternet() throws UnknownHostException {
    assertThat(leading("gis.example.org", "8.8.8.8").resolve("gis.example.org"))
        .containsExactly(address("8.8.8.8"));
    for (String number :
        List.of("fd00::1", "100.64.0.1", "10.0.0.1", "169.254.169.254", "::1", "64:ff9b::a00:1")) {
      assertThatThrownBy(
              () -> leading("gis.example.org", "8.8.8.8", number).resolve("gis.example.org"))
          .as(number)
          .hasMessageContaining("source.private");
    }
    for (String own : List.of("gis", "localhost", "10.0.0.1", "[fd00::1]")) {
      assertThat(leading(own, "10.0.0.1").resolve(own)).as("the operator's own").hasSize(1);
    }
  }

  @Test
  void onlyPortsOfTheWebAreAskedUnlessTheOperatorNamesAnother() {
    SourceAddresses named = leading("gis.example.org", "8.8.8.8");
    for (String ours :
        List.of("https://gis.example.org/items", "http://GIS.example.org:80/items")) {
      assertThat(named.allowed(URI.create(ours))).hasToString(ours);
    }
    for (String other :
        List.of("http://gis.example.org:22/items", "https://gis.example.org:6379/items")) {
      assertThatThrownBy(() -> named.allowed(URI.create(other)))
          .hasMessageContaining("source.notAllowed");
    }
    SourceAddresses other = leading("gis.example.org:8443", "8.8.8.8");
    assertThat(other.allowed(URI.create("https://gis.example.org:8443/items"))).isNotNull();
    assertThatThrownBy(() -> other.allowed(URI.create("https://gis.example.org/items")))
        .hasMessageContaining("source.notAllowed");
  }

  /** The first answer is public, the next one is not: whatever is connected to was looked at. */
  @Test
  void aNameThatLeadsElsewhereInBetweenIsNotFollowed() throws IOException {
    int port = server.getAddress().getPort();
    String host = "gis.example.org";
    AtomicInteger lookups = new AtomicInteger();
    SourceAddresses turning =
        new SourceAddresses(
            List.of(host + ":" + port),
            null,
            Clock.systemUTC(),
            asked ->
                new InetAddress[] {
                  address(lookups.getAndIncrement() == 0 ? "192.0.1.1" : "127.0.0.1")
                });
    assertThat(turning.resolve(host)).hasSize(1);
    URI own = URI.create("http://" + host + ":" + port + "/collections/schools/items");
    assertThatThrownBy(
            () ->
                new FeatureAnswers(turning::allowed, turning::resolve)
                    .write(own, folder.resolve("d.geojson")))
        .hasMessageContaining("source.private");
    assertThat(asked).isEmpty();

    // what a name leads to is what is connected to: this one is looked up nowhere else
    FeatureAnswers led =
        new FeatureAnswers(each -> each, each -> new InetAddress[] {address("127.0.0.1")});
    assertThat(led.write(own, folder.resolve("e.geojson"))).isEqualTo(2);
    assertThat(asked).hasSize(2);
  }
}
