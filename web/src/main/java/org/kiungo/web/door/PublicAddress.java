package org.kiungo.web.door;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Tells addresses that lie in the public Internet from all others: own networks, this machine,
 * links, groups, documentation, measurements, and ways from one protocol into another.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA IPv4
 *     Special-Purpose Address Registry</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IANA IPv6
 *     Special-Purpose Address Registry</a>
 */
public final class PublicAddress {

  /** What the registry does not call globally reachable, and what is no address of one machine. */
  private static final List<IpAddressMatcher> SPECIAL_IPV4 =
      networks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  /** All that is given to machines. */
  private static final IpAddressMatcher UNICAST_IPV6 = new IpAddressMatcher("2000::/3");

  private static final List<IpAddressMatcher> SPECIAL_IPV6 =
      networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  /** IPv4 addresses as a network without them writes them (NAT64); each is as public as its own. */
  private static final IpAddressMatcher TRANSLATED = new IpAddressMatcher("64:ff9b::/96");

  private PublicAddress() {}

  private static List<IpAddressMatcher> networks(String... networks) {
    return Stream.of(networks).map(IpAddressMatcher::new).toList();
  }

  /** Whether a machine of the public Internet can have it. */
  public static boolean isPublic(InetAddress address) {
    String text = address.getHostAddress().replaceAll("%.*", "");
    if (address instanceof Inet4Address) {
      return SPECIAL_IPV4.stream().noneMatch(each -> each.matches(text));
    }
    if (TRANSLATED.matches(text)) {
      return isPublic(last4(address.getAddress()));
    }
    return UNICAST_IPV6.matches(text)
        && SPECIAL_IPV6.stream().noneMatch(each -> each.matches(text));
  }

  private static InetAddress last4(byte[] address) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(address, 12, 16));
    } catch (UnknownHostException wrongLength) {
      throw new IllegalStateException(wrongLength);
    }
  }
}
