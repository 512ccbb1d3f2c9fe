package org.kiungo.web.intake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.kiungo.planner.model.InputRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Servers of features that the operator lets this one read from, and nothing else: no address that
 * a user types is asked unless its host was named when the server was started.
 */
@Service
public class SourceAddresses {

  private final List<String> hosts;
  private final Uploads uploads;
  private final Clock clock;

  /**
   * @param hosts names, or names with ports
   */
  SourceAddresses(
      @Value("${kiungo.allow-source:}") List<String> hosts, Uploads uploads, Clock clock) {
    this.hosts = hosts.stream().map(each -> each.strip().toLowerCase(Locale.ROOT)).toList();
    this.uploads = uploads;
    this.clock = clock;
  }

  /**
   * What was read.
   *
   * @param upload that holds it, as if somebody had sent the file
   * @param address that was asked
   * @param readAt UTC, to the second
   * @param features how many there are
   */
  public record Read(Uploads.Upload upload, String address, Instant readAt, long features) {}

  /** Servers that may be read from; empty for none. */
  public List<String> hosts() {
    return hosts;
  }

  /**
   * Reads the features of an address into an upload.
   *
   * @throws InputRefused for one that is not allowed, does not answer, or answers no features
   */
  Read read(String address) throws IOException {
    URI asked = allowed(uri(address));
    Uploads.Upload upload = uploads.begin();
    try {
      Path file = uploads.at(upload.id()).resolve(name(asked));
      long features = new FeatureAnswers(this::allowed).write(asked, file);
      return new Read(
          uploads.find(upload.id()),
          asked.toString(),
          clock.instant().truncatedTo(ChronoUnit.SECONDS),
          features);
    } catch (IOException | RuntimeException failed) {
      uploads.discardStored(upload.id());
      throw failed;
    }
  }

  private static URI uri(String address) {
    try {
      return new URI(String.valueOf(address).strip());
    } catch (URISyntaxException unreadable) {
      throw new InputRefused("source.address", "found", address + "");
    }
  }

  /** The same address; refuses one that the operator did not name. */
  URI allowed(URI address) {
    boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
    String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    if (!web || host.isEmpty() || address.getUserInfo() != null) {
      throw new InputRefused("source.address", "found", address.toString());
    }
    boolean named = hosts.contains(host) || hosts.contains(host + ":" + address.getPort());
    if (!named) {
      throw new InputRefused(
          "source.notAllowed", "found", host, "allowed", String.join(", ", hosts));
    }
    requirePublic(host);
    return address;
  }

  /** A public name must not lead into the operator's own network; its own names and numbers may. */
  private static void requirePublic(String host) {
    boolean own =
        host.equals("localhost") || host.matches("[0-9.]+|\\[.*\\]") || !host.contains(".");
    try {
      for (InetAddress each : InetAddress.getAllByName(host)) {
        boolean within =
            each.isLoopbackAddress()
                || each.isSiteLocalAddress()
                || each.isLinkLocalAddress()
                || each.isAnyLocalAddress();
        if (within && !own) {
          throw new InputRefused("source.private", "found", host);
        }
      }
    } catch (UnknownHostException nowhere) {
      throw new InputRefused("source.silent", "found", host);
    }
  }

  private static String name(URI address) {
    String path = String.valueOf(address.getPath()).replaceAll("/items/?$", "");
    String last = path.replaceAll(".*/", "").replaceAll("[^\\p{L}\\p{N}_-]", "_");
    return (last.isEmpty() ? "features" : last) + ".geojson";
  }
}
