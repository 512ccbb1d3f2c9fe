package org.kiungo.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.web.access.Role;
import org.kiungo.web.door.Brake;
import org.kiungo.web.door.TooManyTries;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Whoever tries secrets is slowed down, however they ask and from wherever. */
@AccountsTest
class GuessingTest {

  private static final String PASSWORD = "a long enough password";
  private static final String FAILED = "/login?said=failed";

  @Autowired private MockMvc http;
  @Autowired private Accounts accounts;
  @Autowired private DataSource database;
  @Autowired private StoppableClock clock;

  @BeforeEach
  void forgetOtherTests() {
    JdbcClient.create(database).sql("DELETE FROM login_failure").update();
    clock.stop();
  }

  @AfterEach
  void letTimeGoOn() {
    clock.goOn();
  }

  private void user(String name) {
    String link = accounts.invite(accounts.add(People.OURS, name, Role.PLANNER, null, null));
    accounts.accept(link, PASSWORD, PASSWORD, "");
  }

  private static RequestPostProcessor from(String address) {
    return request -> {
      request.setRemoteAddr(address);
      return request;
    };
  }

  /** Sends the form of the login page to some address. */
  private MockHttpServletResponse guess(String to, String name, String password, String... headers)
      throws Exception {
    FormBrowser browser = new FormBrowser(http);
    browser.send(get("/login"));
    MockHttpServletRequestBuilder form =
        MockMvcRequestBuilders.request(HttpMethod.POST, URI.create(to))
            .param("name", name)
            .param("password", password)
            .header("X-XSRF-TOKEN", browser.proof())
            .cookie(browser.cookies.values().toArray(new Cookie[0]));
    for (int k = 0; k < headers.length; k += 2) {
      form.header(headers[k], headers[k + 1]);
    }
    return http.perform(form.with(from(headers.length == 0 ? "198.51.100.7" : "10.9.9.1")))
        .andReturn()
        .getResponse();
  }

  private int lookedAt(String to, String name, int tries) throws Exception {
    int looked = 0;
    for (int k = 0; k < tries; k++) {
      looked += FAILED.equals(guess(to, name, "not the password").getRedirectedUrl()) ? 1 : 0;
    }
    return looked;
  }

  @Test
  void aWrongPasswordIsRefusedAndManyAreMadeToWaitButNoSessionEnds() throws Exception {
    user("tried");
    FormBrowser session = new FormBrowser(http);
    session.login("tried", PASSWORD);
    assertThat(lookedAt("/login", "tried", Brake.FREE_BY_NAME + 3)).isEqualTo(Brake.FREE_BY_NAME);
    MockHttpServletResponse right = guess("/login", "tried", PASSWORD);
    assertThat(right.getStatus()).as("the right one waits too").isEqualTo(429);
    assertThat(Integer.parseInt(right.getHeader("Retry-After"))).isBetween(1, 300);
    assertThat(session.isIn()).isTrue();
    Brake elsewhere = new Brake(JdbcClient.create(database), clock);
    assertThatThrownBy(() -> elsewhere.begin("tried", "x"))
        .as("of another server, or after a restart")
        .isInstanceOf(TooManyTries.class);
    clock.putForward(301);
    assertThat(guess("/login", "tried", PASSWORD).getRedirectedUrl()).isEqualTo("/");
    assertThat(guess("/login", "nobody-at-all", PASSWORD).getRedirectedUrl()).isEqualTo(FAILED);
  }

  /** The password lies behind the brake, whatever the address is called. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%6cogin",
        "/%6Cogin",
        "/lo%67in",
        "/login/",
        "//login",
        "/login;x=1",
        "/LOGIN",
        "/login.",
        "/./login",
        "/x/../login",
        "/login%20",
        "/login?x=1"
      })
  void noSpellingOfTheAddressPassesTheBrake(String to) throws Exception {
    assertThat(lookedAt(to, "spelt " + to, Brake.FREE_BY_NAME + 3)).isIn(0, Brake.FREE_BY_NAME);
  }

  @Test
  void ofManyAtOnceNoMoreAreLookedAtThanOneAfterAnother() throws Exception {
    user("hurried");
    List<Future<String>> asked = new ArrayList<>();
    ExecutorService thirty = Executors.newFixedThreadPool(30);
    try {
      for (int k = 0; k < 30; k++) {
        asked.add(
            thirty.submit(
                () -> String.valueOf(guess("/login", "hurried", "wrong one").getRedirectedUrl())));
      }
      List<String> ended = new ArrayList<>();
      for (Future<String> each : asked) {
        ended.add(each.get());
      }
      assertThat(Collections.frequency(ended, FAILED)).isEqualTo(Brake.FREE_BY_NAME);
    } finally {
      thirty.shutdownNow();
    }
  }

  @Test
  void manyNamesFromOneAddressWaitAndOthersDoNot() throws Exception {
    for (int k = 0; k < Brake.FREE_BY_ADDRESS; k++) {
      assertThat(guess("/login", "one of many " + k, "wrong").getRedirectedUrl()).isEqualTo(FAILED);
    }
    assertThat(guess("/login", "another", "wrong").getStatus()).isEqualTo(429);
    String header = "X-Forwarded-For";
    assertThat(guess("/login", "another", "wrong", header, "203.0.113.9").getRedirectedUrl())
        .as("behind the proxy, another machine")
        .isEqualTo(FAILED);
    assertThat(guess("/login", "another", "wrong", header, "1.2.3.4, 198.51.100.7").getStatus())
        .as("behind the proxy, the same machine")
        .isEqualTo(429);
  }

  @Test
  void anAccountThatIsTriedFromManyAddressesWaits() throws Exception {
    user("besieged");
    for (int k = 0; k < Brake.FREE_BY_NAME; k++) {
      guess("/login", "besieged", "wrong", "X-Forwarded-For", "203.0.113." + k);
    }
    assertThat(guess("/login", "besieged", PASSWORD, "X-Forwarded-For", "203.0.113.99").getStatus())
        .isEqualTo(429);
  }

  @Test
  void whoGuessesTheOldPasswordOfASessionIsMadeToWait() throws Exception {
    user("left the room");
    FormBrowser taken = new FormBrowser(http);
    taken.login("left the room", PASSWORD);
    String next = "another long password";
    List<Integer> statuses = new ArrayList<>();
    for (int k = 0; k <= Brake.FREE_BY_NAME; k++) {
      statuses.add(
          taken
              .submit(
                  "/account",
                  "/account/password",
                  "old",
                  "guess " + k,
                  "password",
                  next,
                  "again",
                  next)
              .getStatus());
    }
    assertThat(statuses.subList(0, Brake.FREE_BY_NAME)).containsOnly(403);
    assertThat(statuses.get(Brake.FREE_BY_NAME)).isEqualTo(429);
    assertThat(guess("/login", "left the room", PASSWORD).getStatus()).isEqualTo(429);
  }

  private List<Integer> statuses(MockHttpServletRequestBuilder asked, int times) throws Exception {
    List<Integer> statuses = new ArrayList<>();
    for (int k = 0; k < times; k++) {
      statuses.add(http.perform(asked).andReturn().getResponse().getStatus());
    }
    return statuses;
  }

  @Test
  void linksAndTokensThatOpenNothingAreCountedByAddress() throws Exception {
    RequestPostProcessor guesser = from("198.51.100.66");
    int third = Brake.FREE_SECRETS / 4;
    assertThat(statuses(get("/password/no-such-link").with(guesser), third)).containsOnly(404);
    assertThat(statuses(get("/b/" + "x".repeat(27)).with(guesser), third)).containsOnly(404);
    var token = get("/api/v1/plans").with(People.with("kiungo_" + "x".repeat(32))).with(guesser);
    assertThat(statuses(token, Brake.FREE_SECRETS - 2 * third)).containsOnly(401);
    assertThat(statuses(token, 1)).containsOnly(429);
    assertThat(statuses(get("/password/no-such-link").with(guesser), 1)).containsOnly(429);
    assertThat(statuses(get("/b/no-such-link/brief.pdf").with(guesser), 1)).containsOnly(429);
    assertThat(statuses(get("/b/no-such-link").with(from("198.51.100.67")), 1)).containsOnly(404);
    String link = accounts.invite(accounts.add(People.OURS, "neighbour", Role.VIEWER, null, null));
    assertThat(statuses(get("/password/" + link).with(guesser), 1))
        .as("who has the right one is not kept out by whom they share the address with")
        .containsOnly(200);
  }
}
