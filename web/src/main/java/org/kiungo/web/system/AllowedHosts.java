package org.kiungo.web.system;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Names under which this server may be asked for. A page elsewhere can point a name of its own at
 * this machine (DNS rebinding): the browser then takes Kiungo for that page's own server, and only
 * the name in the request tells. Ports do not matter.
 */
@Component
class AllowedHosts {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Set<String> names = new HashSet<>(LOOPBACK);

  /**
   * @param listening name or address that the server listens on
   * @param allowed further names, as people and proxies ask for it
   */
  AllowedHosts(
      @Value("${server.address:}") String listening,
      @Value("${kiungo.allowed-hosts:}") List<String> allowed) {
    add(List.of(listening));
    add(allowed);
  }

  private void add(Collection<String> given) {
    given.stream().filter(each -> !each.isBlank()).map(AllowedHosts::plain).forEach(names::add);
  }

  /** As a Host header has it: lower case, IPv6 addresses in brackets. */
  private static String plain(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    return lower.contains(":") && !lower.startsWith("[") ? "[" + lower + "]" : lower;
  }

  /** Whether a request names this server by a name of its own. */
  boolean contains(HttpServletRequest request) {
    return names.contains(plain(request.getServerName()));
  }

  /** Whether a request names it as only programs on this machine do. */
  static boolean isLoopback(HttpServletRequest request) {
    return LOOPBACK.contains(plain(request.getServerName()));
  }
}
