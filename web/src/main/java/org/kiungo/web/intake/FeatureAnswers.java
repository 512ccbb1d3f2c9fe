package org.kiungo.web.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.util.Timeout;
import org.kiungo.planner.model.value.InputRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The features of an address, page after page, as one GeoJSON file: an OGC API Features collection
 * ({@code …/items}) or a WFS question that names its feature types. Nothing is followed but the
 * links to next pages, which have to be allowed as the address is.
 *
 * @see <a href="https://docs.ogc.org/is/17-069r4/17-069r4.html">OGC API Features 1.0</a>
 * @see <a href="https://docs.ogc.org/is/09-025r2/09-025r2.html">WFS 2.0</a>
 */
final class FeatureAnswers {

  /** Of one page, unpacked. */
  static final int MOST_PAGE_BYTES = 64_000_000;

  /** Of all pages. */
  private static final long MOST_BYTES = 1_000_000_000;

  private static final int MOST_PAGES = 2_000;
  private static final Timeout CONNECT = Timeout.ofSeconds(10);
  private static final Timeout SILENCE = Timeout.ofSeconds(60);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final UnaryOperator<URI> allowed;
  private final SourceAddresses.Names names;

  /**
   * @param allowed refuses addresses that must not be asked
   * @param names looks hosts up, and refuses those that must not be connected to
   */
  FeatureAnswers(UnaryOperator<URI> allowed, SourceAddresses.Names names) {
    this.allowed = allowed;
    this.names = names;
  }

  /** Follows no redirects, keeps no cookies, and connects where the names lead and nowhere else. */
  private CloseableHttpClient client() {
    DnsResolver looked =
        new DnsResolver() {
          @Override
          public InetAddress[] resolve(String host) throws UnknownHostException {
            return names.resolve(host);
          }

          @Override
          public String resolveCanonicalHostname(String host) {
            return host;
          }
        };
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(looked)
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(SILENCE)
                        .build())
                .build())
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAutomaticRetries()
        .disableAuthCaching()
        .build();
  }

  /**
   * Writes all features.
   *
   * @return how many
   */
  long write(URI address, Path file) throws IOException {
    boolean wfs = isWfs(address);
    if (!wfs && !String.valueOf(address.getPath()).matches(".*/items/?")) {
      throw new InputRefused("source.kind", "found", address.toString());
    }
    Set<URI> asked = new HashSet<>();
    long bytes = 0;
    long features = 0;
    try (CloseableHttpClient http = client();
        BufferedWriter out = Files.newBufferedWriter(file)) {
      URI next = wfs ? question(address, 0) : address;
      while (next != null) {
        if (!asked.add(next) || asked.size() > MOST_PAGES) {
          throw new InputRefused("source.tooMuch", "found", address.toString());
        }
        byte[] page = page(http, allowed.apply(next));
        bytes += page.length;
        if (bytes > MOST_BYTES) {
          throw new InputRefused("source.tooMuch", "found", address.toString());
        }
        JsonNode answer = parsed(page, next);
        out.write(asked.size() == 1 ? head(answer) : "");
        for (JsonNode each : answer.get("features")) {
          out.write(features++ == 0 ? "\n" : ",\n");
          out.write(each.toString());
        }
        next = next(answer, address, next, features, wfs);
      }
      out.write("\n]}\n");
    }
    return features;
  }

  /** Old servers say in which system their coordinates are. */
  private static String head(JsonNode answer) {
    JsonNode crs = answer.get("crs");
    String system = crs == null || crs.isNull() ? "" : "\"crs\":" + crs + ",";
    return "{\"type\":\"FeatureCollection\"," + system + "\"features\":[";
  }

  private static boolean isWfs(URI address) {
    return ("&" + address.getQuery()).toLowerCase(Locale.ROOT).matches(".*&type-?names?=.+");
  }

  /** The question with what makes it one for features as GeoJSON, unless it says otherwise. */
  private static URI question(URI address, long from) {
    StringBuilder question = new StringBuilder(address.toString());
    String has = "&" + address.getRawQuery().toLowerCase(Locale.ROOT);
    String[] needed = {
      "service=WFS", "version=2.0.0", "request=GetFeature", "outputFormat=application/json"
    };
    for (String each : needed) {
      String name = each.substring(0, each.indexOf('=') + 1).toLowerCase(Locale.ROOT);
      question.append(has.contains("&" + name) ? "" : "&" + each);
    }
    return URI.create(from == 0 ? question.toString() : question + "&startIndex=" + from);
  }

  private static URI next(JsonNode answer, URI address, URI now, long features, boolean wfs) {
    if (answer.get("features").isEmpty()) {
      return null;
    }
    for (JsonNode link : answer.path("links")) {
      if (link.path("rel").asString("").equals("next")) {
        return now.resolve(link.path("href").asString(""));
      }
    }
    long matched = answer.path("numberMatched").asLong(answer.path("totalFeatures").asLong(0));
    return wfs && matched > features ? question(address, features) : null;
  }

  private static byte[] page(CloseableHttpClient http, URI address) {
    HttpGet request = new HttpGet(address);
    request.setHeader("Accept", "application/geo+json, application/json;q=0.8");
    try {
      return http.execute(request, answer -> page(address, answer));
    } catch (IOException silent) {
      throw new InputRefused("source.silent", "found", address.toString());
    }
  }

  private static byte[] page(URI address, ClassicHttpResponse answer) throws IOException {
    if (answer.getCode() / 100 == 3) {
      throw new InputRefused("source.moved", "found", address.toString());
    }
    if (answer.getCode() != 200 || answer.getEntity() == null) {
      throw new InputRefused(
          "source.status", "found", address.toString(), "status", answer.getCode());
    }
    byte[] page = answer.getEntity().getContent().readNBytes(MOST_PAGE_BYTES + 1);
    if (page.length > MOST_PAGE_BYTES) {
      throw new InputRefused("source.tooMuch", "found", address.toString());
    }
    return page;
  }

  /** Nothing of what is no feature is shown: it may be anything that the server can see. */
  private static JsonNode parsed(byte[] page, URI address) {
    try {
      JsonNode answer = JSON.readTree(page);
      if (answer.path("features").isArray()) {
        return answer;
      }
    } catch (JacksonException noJson) {
      // told below
    }
    throw new InputRefused("source.noFeatures", "found", address.toString());
  }
}
