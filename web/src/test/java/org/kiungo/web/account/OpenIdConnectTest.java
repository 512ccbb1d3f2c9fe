package org.kiungo.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in elsewhere: two servers, and a browser that follows them to and fro. */
@AccountsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenIdConnectTest {

  private static final Pattern PROOF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private static final Pattern ELSEWHERE =
      Pattern.compile("href=\"(/oauth2/authorization/oidc[^\"]*)\"");

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private StoppableClock clock;
  @Autowired private DataSource database;

  @Value("${kiungo.oidc.issuer}")
  private String issuer;

  private ConfigurableApplicationContext provider;

  @BeforeAll
  void startTheProvider() {
    provider = Provider.start(issuer, here("/login/oauth2/code/oidc"));
  }

  @AfterAll
  void stopTheProvider() {
    provider.close();
  }

  private String here(String path) {
    return "http://localhost:" + port + path;
  }

  /** Follows every redirect, and signs in where the provider asks. */
  private final class Browser {
    private final HttpClient client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .build();

    HttpResponse<String> get(String address) throws IOException, InterruptedException {
      HttpRequest asked =
          HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html").build();
      return client.send(asked, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> signIn(String name) throws IOException, InterruptedException {
      return signIn(name, get(here("/oauth2/authorization/oidc")));
    }

    /** From the page that asks to sign in, by its link. */
    HttpResponse<String> signInFrom(String address, String name)
        throws IOException, InterruptedException {
      Matcher link = ELSEWHERE.matcher(get(address).body());
      assertThat(link.find()).isTrue();
      return signIn(name, get(here(link.group(1).replace("&amp;", "&"))));
    }

    private HttpResponse<String> signIn(String name, HttpResponse<String> asked)
        throws IOException, InterruptedException {
      assertThat(asked.uri().toString()).startsWith(issuer + "/login");
      Matcher proof = PROOF.matcher(asked.body());
      assertThat(proof.find()).as(asked.body()).isTrue();
      String form = "username=" + name + "&password=there&_csrf=" + encoded(proof.group(1));
      HttpRequest sent =
          HttpRequest.newBuilder(URI.create(issuer + "/login"))
              .header("Accept", "text/html")
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form))
              .build();
      return client.send(sent, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void say(String name, List<String> roles, String ministry) {
    Provider.CLAIMS.put(
        name, Map.of("preferred_username", name, "roles", roles, "ministry", ministry));
  }

  @Test
  void theProviderSaysWhoSomebodyIsAndConfigurationWhatThatMeans() throws Exception {
    say("asha", List.of("cooks", "planners"), "energy");
    Browser browser = new Browser();
    HttpResponse<String> in = browser.signIn("asha");
    assertThat(in.uri().toString()).isEqualTo(here("/"));
    assertThat(browser.get(here("/account")).body()).contains("Planner of the organisation theirs");
    String id = accounts.findByName("asha").orElseThrow().id();

    say("asha", List.of("planners", "chiefs"), "energy");
    Browser later = new Browser();
    later.signIn("asha");
    assertThat(later.get(here("/account")).body())
        .contains("Administrator of the organisation theirs");
    assertThat(accounts.findByName("asha").orElseThrow().id()).isEqualTo(id);
  }

  @AfterEach
  void letTimeGoOn() {
    clock.goOn();
  }

  @Test
  void theProviderIsAskedAgainWhileASessionGoesOn() throws Exception {
    say("baraka", List.of("planners"), "energy");
    Browser browser = new Browser();
    browser.signIn("baraka");
    String held =
        JdbcClient.create(database)
            .sql("SELECT refresh_token FROM login_voucher ORDER BY confirmed_ms DESC")
            .query((row, number) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
            .list()
            .get(0);
    assertThat(held).as("readable to nobody but the browser").doesNotMatch("[\\w-]+");

    say("baraka", List.of("chiefs"), "energy");
    assertThat(browser.get(here("/account")).body()).contains("Planner of");
    clock.putForward(Vouchers.ASKED_EVERY.toSeconds());
    assertThat(browser.get(here("/account")).body()).contains("Administrator of");
    say("baraka", List.of("planners"), "energy");
    clock.putForward(Vouchers.ASKED_EVERY.toSeconds());
    assertThat(browser.get(here("/account")).body())
        .as("by its next answer")
        .contains("Planner of");

    say("baraka", List.of("cooks"), "energy");
    clock.putForward(Vouchers.ASKED_EVERY.toSeconds());
    assertThat(browser.get(here("/account")).uri().getPath()).isEqualTo("/login");
    clock.putForward(Vouchers.ASKED_EVERY.toSeconds());
    assertThat(browser.get(here("/account")).uri().getPath()).isEqualTo("/login");
  }

  @Test
  void aProviderThatCannotBeAskedIsBelievedForAnHour() throws Exception {
    say("chidi", List.of("planners"), "energy");
    Browser browser = new Browser();
    browser.signIn("chidi");
    Provider.CLAIMS.remove("chidi"); // a fault of the provider's
    clock.putForward(Vouchers.BELIEVED.toSeconds() - 60);
    assertThat(browser.get(here("/account")).body()).contains("Planner of");
    clock.putForward(60);
    assertThat(browser.get(here("/account")).uri().getPath()).isEqualTo("/login");
  }

  @Test
  void whoHasNoRoleOrNoOrganisationHereDoesNotComeIn() throws Exception {
    say("cook", List.of("cooks"), "energy");
    say("elsewhere", List.of("planners"), "fisheries");
    for (String name : List.of("cook", "elsewhere")) {
      Browser browser = new Browser();
      HttpResponse<String> refused = browser.signIn(name);
      assertThat(refused.uri().toString()).isEqualTo(here("/login?said=elsewhere"));
      assertThat(refused.body()).contains("did not vouch for you");
      assertThat(browser.get(here("/account")).uri().getPath()).isEqualTo("/login");
      assertThat(accounts.findByName(name)).isEmpty();
    }
  }

  @Test
  void thePageThatWasAskedForIsStillKnownAfterAWayThere() throws Exception {
    String asked = here("/data?country=LSO");
    say("deka", List.of("cooks"), "energy");
    HttpResponse<String> refused = new Browser().signInFrom(asked, "deka");
    assertThat(refused.uri().toString())
        .isEqualTo(here("/login?said=elsewhere&next=%2Fdata%3Fcountry%3DLSO"));
    assertThat(ELSEWHERE.matcher(refused.body()).results().map(each -> each.group(1)))
        .containsExactly("/oauth2/authorization/oidc?next=/data?country%3DLSO");
    say("deka", List.of("planners"), "energy");
    assertThat(new Browser().signInFrom(asked, "deka").uri().toString()).isEqualTo(asked);
    assertThat(
            new Browser()
                .signInFrom(here("/login?next=" + encoded("//evil.example")), "deka")
                .uri()
                .toString())
        .isEqualTo(here("/"));
  }

  /** A name is not an identity: another's does not open what is theirs. */
  @Test
  void aNameThatIsTakenHereIsNotTakenOver() throws Exception {
    String ours = accounts.findByName("viewer").orElseThrow().id();
    say("viewer", List.of("planners"), "energy");
    Browser browser = new Browser();
    browser.signIn("viewer");
    assertThat(browser.get(here("/account")).body())
        .contains("viewer@", "Planner of the organisation theirs");
    assertThat(accounts.findByName("viewer").orElseThrow().id()).isEqualTo(ours);
  }
}
