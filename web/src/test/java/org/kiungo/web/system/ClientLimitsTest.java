package org.kiungo.web.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.kiungo.web.ApiTest;
import org.kiungo.web.door.ClientAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@ApiTest
class ClientLimitsTest {

  @Autowired private MockMvc http;

  private final AtomicLong nanos = new AtomicLong();
  private final ClientLimits limits = new ClientLimits(new ClientAddress(List.of()), nanos::get);

  private ClientLimits.Client from(String peer, String forwarded) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(peer);
    if (forwarded != null) {
      request.addHeader("X-Forwarded-For", forwarded);
    }
    return limits.of(request);
  }

  @Test
  void whoAsksForMoreThanItsShareWaitsAndOthersDoNot() {
    ClientLimits.Client greedy = from("198.51.100.7", null);
    for (int k = 0; k < ClientLimits.BURST; k++) {
      assertThat(greedy.ask()).isZero();
    }
    assertThat(greedy.ask()).isPositive();
    assertThat(from("198.51.100.8", null).ask()).isZero();
    nanos.addAndGet(1_000_000_000L);
    for (int k = 0; k < ClientLimits.PER_SECOND; k++) {
      assertThat(from("198.51.100.7", null).ask()).isZero();
    }
    assertThat(greedy.ask()).isPositive();
  }

  @Test
  void oneMachineSendsSoManyBodiesAtOnceAndNoMore() {
    ClientLimits.Client sender = from("198.51.100.7", null);
    for (int k = 0; k < ClientLimits.BODIES_AT_ONCE; k++) {
      assertThat(sender.beginBody()).isTrue();
    }
    assertThat(sender.beginBody()).isFalse();
    sender.endBody();
    assertThat(sender.beginBody()).isTrue();
  }

  @Test
  void whoSitsHereIsNotLimitedButKnownToSendTheMost() {
    ClientLimits.Client here = from("127.0.0.1", null);
    for (int k = 0; k < ClientLimits.BURST + 1; k++) {
      assertThat(here.ask()).isZero();
    }
    for (int k = 0; k < 2 * ClientLimits.BODIES_AT_ONCE; k++) {
      assertThat(here.sendsMostOf(4 * ClientLimits.BODIES_AT_ONCE)).isFalse();
      assertThat(here.beginBody()).isTrue();
    }
    assertThat(here.sendsMostOf(4 * ClientLimits.BODIES_AT_ONCE)).isFalse();
    assertThat(here.beginBody()).isTrue();
    assertThat(here.sendsMostOf(4 * ClientLimits.BODIES_AT_ONCE)).isTrue();
    assertThat(from("198.51.100.7", null).sendsMostOf(50)).isFalse();
  }

  @Test
  void whoComesThroughAProxyThatNobodyNamedIsNotHereAndSharesItsAddress() {
    assertThat(from("127.0.0.1", null).isHere()).isTrue();
    assertThat(from("::1", null).isHere()).isTrue();
    assertThat(from("127.0.0.1", "127.0.0.1").isHere()).isFalse();
    assertThat(from("127.0.0.1", "198.51.100.7")).isSameAs(from("127.0.0.1", "203.0.113.9"));
    assertThat(from("198.51.100.7", "203.0.113.9")).isSameAs(from("198.51.100.7", null));
  }

  @Test
  void moreThanItsShareIsAnsweredWithWhenToAskAgain() throws Exception {
    MockHttpServletResponse answer;
    int asked = 0;
    do {
      answer =
          http.perform(
                  get("/api/v1/version")
                      .with(
                          request -> {
                            request.setRemoteAddr("198.51.100.77");
                            return request;
                          }))
              .andReturn()
              .getResponse();
    } while (answer.getStatus() != 429 && ++asked < 100_000);
    assertThat(answer.getStatus()).isEqualTo(429);
    assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
    assertThat(answer.getContentAsString()).contains("http.too-many");
    assertThat(asked).isGreaterThanOrEqualTo(ClientLimits.BURST);
  }
}
