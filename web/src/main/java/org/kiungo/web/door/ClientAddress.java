package org.kiungo.web.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * From which machine a request comes. What a header says of that is believed of the proxies that
 * the operator names, and of nobody else: each names whom it has seen, so that the last one who is
 * no such proxy is the client, whatever stands before it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7239">RFC 7239, Forwarded HTTP Extension</a>
 */
@Component
public class ClientAddress {

  private static final List<String> FORWARDED =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  private static final Pattern FOR =
      Pattern.compile("(?:^|;)\\s*for\\s*=\\s*(\"[^\"]*\"|[^;]*)", Pattern.CASE_INSENSITIVE);

  /** An address with or without a port, IPv6 in brackets where it has one. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\[([0-9A-Fa-f:.]+)](?::\\d+)?|([0-9.]+)(?::\\d+)?|([0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)");

  /** Bytes of an IPv6 address that a household or an office is given, RFC 6177. */
  private static final int NETWORK_BYTES = 8;

  private final List<IpAddressMatcher> proxies;

  /**
   * @param proxies addresses, or networks such as 10.0.0.0/8
   */
  public ClientAddress(@Value("${kiungo.trusted-proxies:}") List<String> proxies) {
    this.proxies =
        proxies.stream().filter(each -> !each.isBlank()).map(IpAddressMatcher::new).toList();
  }

  /** Whether this is an address, or a network such as 10.0.0.0/8, and no name. */
  public static boolean isNetwork(String text) {
    try {
      new IpAddressMatcher(text);
      return true;
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  /** Whether somebody speaks for somebody else; no browser sends any of these. */
  public static boolean isForwarded(HttpServletRequest request) {
    return FORWARDED.stream().anyMatch(header -> request.getHeader(header) != null);
  }

  /** Whether whoever asks sits at this machine, with nobody between. */
  public static boolean isHere(HttpServletRequest request) {
    return !isForwarded(request)
        && parsed(request.getRemoteAddr()).filter(InetAddress::isLoopbackAddress).isPresent();
  }

  /** By what a client is counted: its address, of IPv6 the network that it can choose them from. */
  public String of(HttpServletRequest request) {
    return parsed(client(request)).map(ClientAddress::counted).orElse("");
  }

  private String client(HttpServletRequest request) {
    String peer = request.getRemoteAddr();
    if (!isProxy(peer)) {
      return peer;
    }
    Optional<String> standard = seen(peer, standard(request));
    Optional<String> usual = seen(peer, values(request, "X-Forwarded-For"));
    if (standard.isPresent() && usual.isPresent() && !standard.equals(usual)) {
      return peer; // one of them the proxy did not write: nobody is the better for inventing it
    }
    return standard.or(() -> usual).orElse(peer);
  }

  /** Whom the nearest machine saw that is no proxy of ours; empty where nothing is said. */
  private Optional<String> seen(String peer, List<String> said) {
    if (said.isEmpty()) {
      return Optional.empty();
    }
    List<String> nearestFirst = new ArrayList<>(said);
    Collections.reverse(nearestFirst);
    String last = peer;
    for (String each : nearestFirst) {
      Matcher address = ADDRESS.matcher(each);
      if (!address.matches()) {
        return Optional.of(last); // hidden on purpose
      }
      last =
          address.group(1) != null
              ? address.group(1)
              : address.group(2) != null ? address.group(2) : address.group(3);
      if (!isProxy(last)) {
        return Optional.of(last);
      }
    }
    return Optional.of(last);
  }

  private static List<String> standard(HttpServletRequest request) {
    List<String> all = new ArrayList<>();
    for (String each : values(request, "Forwarded")) {
      Matcher found = FOR.matcher(each);
      if (found.find()) {
        all.add(found.group(1).replace("\"", "").strip());
      }
    }
    return all;
  }

  private static List<String> values(HttpServletRequest request, String header) {
    List<String> all = new ArrayList<>();
    for (String line : Collections.list(request.getHeaders(header))) {
      Arrays.stream(line.split(","))
          .map(String::strip)
          .filter(each -> !each.isEmpty())
          .forEach(all::add);
    }
    return all;
  }

  private boolean isProxy(String address) {
    return parsed(address).isPresent() && proxies.stream().anyMatch(each -> each.matches(address));
  }

  /** Of an address; of a name nothing, which would be looked up. */
  private static Optional<InetAddress> parsed(String address) {
    try {
      String plain = String.valueOf(address).replaceAll("%.*", "");
      return plain.matches("[0-9A-Fa-f:.]*[:.][0-9A-Fa-f:.]*")
          ? Optional.of(InetAddress.getByName(plain))
          : Optional.empty();
    } catch (UnknownHostException none) {
      return Optional.empty();
    }
  }

  private static String counted(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return address.getHostAddress();
    }
    byte[] network = Arrays.copyOf(Arrays.copyOf(address.getAddress(), NETWORK_BYTES), 16);
    try {
      return address.isLoopbackAddress()
          ? "::1"
          : InetAddress.getByAddress(network).getHostAddress() + "/64";
    } catch (UnknownHostException wrongLength) {
      throw new IllegalStateException(wrongLength);
    }
  }
}
