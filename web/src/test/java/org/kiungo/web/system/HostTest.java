package org.kiungo.web.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.web.ApiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@ApiTest
class HostTest {

  @Autowired private MockMvc http;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "elsewhere.example",
        "elsewhere.example:8080",
        "localhost.elsewhere.example",
        "127.0.0.1.elsewhere.example",
        "192.0.2.7:8080",
        "[2001:db8::7]:8080"
      })
  void anotherNameIsAnsweredNowhere(String host) throws Exception {
    for (String path :
        List.of(
            "/",
            "/scenario",
            "/api/v1/version",
            "/api/v1/plans",
            "/css/brief.css",
            "/js/map.js",
            "/messages/en",
            "/actuator/health",
            "/b/" + "x".repeat(27),
            "/nowhere")) {
      http.perform(get(path).header("Host", host).accept(MediaType.TEXT_HTML, MediaType.ALL))
          .andExpect(status().isMisdirectedRequest())
          .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
          .andExpect(jsonPath("$.code").value("http.host"));
    }
    http.perform(post("/api/v1/runs").header("Host", host).content("{}"))
        .andExpect(status().isMisdirectedRequest());
  }

  @Test
  void theRefusalSaysInBothLanguagesHowToBeAnswered() throws Exception {
    for (String language : List.of("en", "fr")) {
      http.perform(get("/").header("Host", "elsewhere.example").header("Accept-Language", language))
          .andExpect(
              jsonPath("$.detail").value(containsString(language.equals("fr") ? "Ce" : "Th")))
          .andExpect(
              jsonPath("$.detail").value(containsString("--allowed-host elsewhere.example")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:9000", "127.0.0.1:8080", "[::1]", "[::1]:8080"})
  void thisMachineIsAnsweredAtAnyPort(String host) throws Exception {
    http.perform(get("/api/v1/version").header("Host", host)).andExpect(status().isOk());
  }

  private static MockHttpServletRequest asking(String host) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/plans");
    request.addHeader("Host", host);
    return request;
  }

  @Test
  void namesThatTheOperatorGaveAreAnswered() {
    AllowedHosts hosts =
        new AllowedHosts("kiungo.local", List.of("Plan.example.org", "2001:db8::7", ""));
    for (String host :
        List.of("kiungo.local:8080", "plan.example.org", "[2001:db8::7]:80", "localhost")) {
      assertThat(hosts.contains(asking(host))).as(host).isTrue();
    }
    assertThat(hosts.contains(asking("example.org"))).isFalse();
  }

  /** A proxy that adds no header still passes the name on that its readers asked for. */
  @Test
  void whoComesThroughABareProxyIsNotAtThisMachine() {
    OutwardGuard guard = new OutwardGuard(false);
    MockHttpServletResponse answer = new MockHttpServletResponse();
    assertThat(guard.preHandle(asking("localhost:8080"), answer, guard)).isTrue();
    assertThatThrownBy(() -> guard.preHandle(asking("plan.example.org"), answer, guard))
        .hasMessageContaining("http.outward");
    MockHttpServletRequest old = asking("127.0.0.1:8080");
    old.setProtocol("HTTP/1.0");
    assertThatThrownBy(() -> guard.preHandle(old, answer, guard))
        .hasMessageContaining("http.outward");
    assertThat(new OutwardGuard(true).preHandle(asking("plan.example.org"), answer, guard))
        .isTrue();
  }

  @Test
  void filesAreTakenByImportsOnly() throws Exception {
    http.perform(
            post("/api/v1/runs")
                .contentType("multipart/form-data; boundary=x")
                .content(new byte[(1 << 20) + 1]))
        .andExpect(status().isContentTooLarge());
  }
}
