package org.kiungo.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class OriginsTest {

  private static boolean isAnother(String publicUrl, String host, String origin, String site) {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/password/x");
    request.addHeader("Host", host);
    if (origin != null) {
      request.addHeader("Origin", origin);
    }
    if (site != null) {
      request.addHeader("Sec-Fetch-Site", site);
    }
    return new Origins(publicUrl).isAnother(request);
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8080, same-origin, false",
    "http://127.0.0.1:8080, , false",
    "http://127.0.0.1:8081, same-site, true",
    "http://evil.example, cross-site, true",
    "http://evil.example, , true",
    // a page without a referrer; nothing but the browser can say the second
    "null, same-origin, false",
    "null, cross-site, true",
    "null, same-site, true",
    "null, none, true",
    "null, , true",
    // programs, and pages that browsers tell of otherwise
    ", , false",
    ", none, false",
    ", same-origin, false",
    ", cross-site, true",
    "'::', , true"
  })
  void changesAreAskedForByOurOwnPagesAndByPrograms(String origin, String site, boolean another) {
    assertThat(isAnother("", "127.0.0.1:8080", origin, site)).isEqualTo(another);
  }

  @ParameterizedTest
  @CsvSource({
    "https://plan.example.org, plan.example.org, false",
    "http://plan.example.org, plan.example.org, true",
    "http://127.0.0.1:8080, 127.0.0.1:8080, false"
  })
  void whereThePublicComesByHttpsTheSameNameByHttpIsAnother(
      String origin, String host, boolean another) {
    assertThat(isAnother("https://plan.example.org", host, origin, null)).isEqualTo(another);
  }
}
