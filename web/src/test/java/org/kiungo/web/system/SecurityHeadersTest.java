package org.kiungo.web.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What browsers are told where people come by https. */
class SecurityHeadersTest {

  private static String transport(String publicUrl) throws Exception {
    MockHttpServletResponse answer = new MockHttpServletResponse();
    new SecurityHeadersFilter(publicUrl)
        .doFilter(new MockHttpServletRequest("GET", "/"), answer, new MockFilterChain());
    assertThat(answer.getHeader("Content-Security-Policy")).contains("default-src 'self'");
    return answer.getHeader("Strict-Transport-Security");
  }

  @Test
  void browsersNeverComeOtherwiseThanByHttpsWhereThatIsTheAddress() throws Exception {
    assertThat(transport("https://plan.example.org")).isEqualTo("max-age=31536000");
    assertThat(transport("http://127.0.0.1:8080")).isNull();
    assertThat(transport("")).isNull();
  }
}
