package org.kiungo.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressTest {

  private final ClientAddress behind =
      new ClientAddress(List.of("127.0.0.1", "10.0.0.0/8", "2001:db8:9::/48"));

  private static MockHttpServletRequest from(String peer, String usual, String standard) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(peer);
    if (usual != null) {
      for (String line : usual.split("\\|")) {
        request.addHeader("X-Forwarded-For", line);
      }
    }
    if (standard != null) {
      request.addHeader("Forwarded", standard);
    }
    return request;
  }

  @ParameterizedTest
  @CsvSource({
    "198.51.100.7, , , 198.51.100.7",
    // a client says who it is: nobody believes it
    "198.51.100.7, 203.0.113.9, , 198.51.100.7",
    "198.51.100.7, , for=203.0.113.9, 198.51.100.7",
    // the proxy says whom it sees; what stands before that, the client has written
    "10.1.2.3, 203.0.113.9, , 203.0.113.9",
    "10.1.2.3, '127.0.0.1, 203.0.113.9', , 203.0.113.9",
    "10.1.2.3, 127.0.0.1|203.0.113.9, , 203.0.113.9",
    "10.1.2.3, '203.0.113.9, 10.7.7.7', , 203.0.113.9",
    "10.1.2.3, 203.0.113.9:4711, , 203.0.113.9",
    "10.1.2.3, , 'for=192.0.2.1, for=203.0.113.9;proto=https', 203.0.113.9",
    "127.0.0.1, , 'proto=https;For=\"[2001:db8:1:2:3:4:5:6]:4711\"', 2001:db8:1:2:0:0:0:0/64",
    "'2001:db8:9::1', 203.0.113.9, , 203.0.113.9",
    // all of one network count as one
    "'2001:db8:1:2:3:4:5:6', , , 2001:db8:1:2:0:0:0:0/64",
    "'2001:db8:1:2:ffff::1', , , 2001:db8:1:2:0:0:0:0/64",
    "'::ffff:203.0.113.9', , , 203.0.113.9",
    // hidden, nothing, nonsense, a name that would be looked up: the nearest that is known
    "10.1.2.3, unknown, , 10.1.2.3",
    "10.1.2.3, '203.0.113.9, _hidden', , 10.1.2.3",
    "10.1.2.3, localhost.evil.example, , 10.1.2.3",
    "10.1.2.3, '', , 10.1.2.3",
    "10.1.2.3, '10.4.4.4, 10.5.5.5', , 10.4.4.4",
    // two that contradict each other: the proxy wrote one of them
    "10.1.2.3, 203.0.113.9, for=192.0.2.1, 10.1.2.3",
    "10.1.2.3, 203.0.113.9, for=203.0.113.9, 203.0.113.9"
  })
  void onlyProxiesThatAreNamedAreBelieved(
      String peer, String usual, String standard, String client) {
    assertThat(behind.of(from(peer, usual, standard))).isEqualTo(client);
  }

  @Test
  void withoutOneNobodyIs() {
    ClientAddress alone = new ClientAddress(List.of(""));
    assertThat(alone.of(from("127.0.0.1", "203.0.113.9", null))).isEqualTo("127.0.0.1");
    assertThat(ClientAddress.isHere(from("127.0.0.1", "127.0.0.1", null))).isFalse();
    assertThat(ClientAddress.isHere(from("127.0.0.1", null, "for=127.0.0.1"))).isFalse();
    assertThat(ClientAddress.isHere(from("::1", null, null))).isTrue();
    assertThat(ClientAddress.isHere(from("198.51.100.7", null, null))).isFalse();
  }
}
