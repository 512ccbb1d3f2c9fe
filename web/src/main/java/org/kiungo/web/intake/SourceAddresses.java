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
import java.util.Set;
import java.util.stream.Stream;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.door.PublicAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Servers of features that the operator lets this one read from, and nothing else: no address that
 * a user types is asked unless its host was named when the server was started.
 */
@Service
public class SourceAddresses {

  /** Of the web, and where an address says none; any other one the operator names with its host. */
  private static final Set<Integer> USUAL_PORTS = Set.of(-1, 80, 443);

  private final List<String> hosts;
  private final Uploads uploads;
  private final Clock clock;
  private final Names names;

  /** Looks names up. */
  @FunctionalInterface
  interface Names {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  /**
   * @param hosts names, or names with ports
   */
  @Autowired
  SourceAddresses(
      @Value("${kiungo.allow-source:}") List<String> hosts, Uploads uploads, Clock clock) {
    this(hosts, uploads, clock, InetAddress::getAllByName);
  }

  SourceAddresses(List<String> hosts, Uploads uploads, Clock clock, Names names) {
    this.names = names;
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
      long features = new FeatureAnswers(this::allowed, this::resolve).write(asked, file);
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
    int port = address.getPort();
    boolean usual = USUAL_PORTS.contains(port);
    if (!(usual && hosts.contains(host)) && !hosts.contains(host + ":" + port)) {
      throw new InputRefused(
          "source.notAllowed",
          "found",
          usual ? host : host + ":" + port,
          "allowed",
          String.join(", ", hosts));
    }
    return address;
  }

  /**
   * Where a host is, looked up and looked at in one: whoever connects takes these addresses and no
   * others, so that a name cannot lead elsewhere in between. A public name must not lead into the
   * operator's own network; its own names and numbers may.
   */
  InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] found = names.resolve(host);
    boolean own =
        host.equals("localhost")
            || host.matches("[0-9.]+|\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*]?")
            || !host.contains(".");
    if (!own && !Stream.of(found).allMatch(PublicAddress::isPublic)) {
      throw new InputRefused("source.private", "found", host);
    }
    return found;
  }

  private static String name(URI address) {
    String path = String.valueOf(address.getPath()).replaceAll("/items/?$", "");
    String last = path.replaceAll(".*/", "").replaceAll("[^\\p{L}\\p{N}_-]", "_");
    return (last.isEmpty() ? "features" : last) + ".geojson";
  }
}
