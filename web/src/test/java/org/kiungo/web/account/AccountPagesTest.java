package org.kiungo.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.kiungo.web.access.Role;
import org.kiungo.web.account.session.SessionConfiguration;
import org.kiungo.web.account.session.StoredSessions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;

/** Coming in, staying in and being put out, by the pages' own forms, without a script. */
@AccountsTest
class AccountPagesTest {

  private static final String PASSWORD = "a long enough password";
  private static final Pattern INVITATION = Pattern.compile("http://[^/]+(/password/[\\w-]+)");
  private static final Pattern TOKEN = Pattern.compile("kiungo_[\\w-]{32}");

  @Autowired private MockMvc http;
  @Autowired private People people;
  @Autowired private FirstAdministrator first;
  @Autowired private Accounts accounts;
  @Autowired private DataSource database;
  @Autowired private PlatformTransactionManager transactions;

  private String invitation(String html) {
    Matcher found = INVITATION.matcher(html);
    assertThat(found.find()).as(html).isTrue();
    return found.group(1);
  }

  /** An administrator of ours who has chosen a password by the page. */
  private FormBrowser newcomer(String name) throws Exception {
    String page =
        http.perform(
                post("/administration/users")
                    .with(people.as(Role.ADMINISTRATOR))
                    .param("name", name)
                    .param("organisation", People.OURS)
                    .param("role", "planner"))
            .andExpect(status().isOk())
            .andExpect(header().string("Cache-Control", "no-store"))
            .andReturn()
            .getResponse()
            .getContentAsString();
    FormBrowser browser = new FormBrowser(http);
    String link = invitation(page);
    MockHttpServletResponse chosen =
        browser.submit(link, link, "password", PASSWORD, "again", PASSWORD);
    assertThat(chosen.getStatus()).as(chosen.getContentAsString()).isEqualTo(302);
    assertThat(browser.isIn()).isTrue();
    assertThat(new FormBrowser(http).send(get(link)).getStatus()).as("used up").isEqualTo(404);
    return browser;
  }

  @Test
  void passwordsThatAreTriedFirstAreRefused() {
    String link = accounts.invite(accounts.add(People.OURS, "hurries", Role.VIEWER, null, null));
    for (String common :
        new String[] {"password1234", "qwertyuiop123", "hurries12345", "aaaaaaaaaaaaaaaaaa"}) {
      assertThatThrownBy(() -> accounts.accept(link, common, common, ""))
          .as(common)
          .hasMessageContaining("account.password-common");
    }
    assertThat(accounts.accept(link, PASSWORD, PASSWORD, "").name()).isEqualTo("hurries");
  }

  private static void tellsBesideTheForm(MockHttpServletResponse refused, String form, String why)
      throws Exception {
    assertThat(refused.getContentAsString())
        .contains("role=\"alert\"", why, "action=\"" + form + "\"")
        .doesNotContain("This page cannot be shown");
  }

  @Test
  void whatAFormIsRefusedStandsBesideTheForm() throws Exception {
    String link =
        "/password/" + accounts.invite(accounts.add(People.OURS, "errs", Role.VIEWER, null, null));
    FormBrowser browser = new FormBrowser(http);
    String[][] wrong = {
      {PASSWORD, PASSWORD + "!", "two new passwords differ"},
      {"short", "short", "Password (password) is 5 characters long"},
      {"password1234", "password1234", "tried first"}
    };
    for (String[] each : wrong) {
      MockHttpServletResponse refused =
          browser.submit(link, link, "password", each[0], "again", each[1]);
      assertThat(refused.getStatus()).isEqualTo(422);
      assertThat(refused.getHeader("Cache-Control")).contains("no-store");
      tellsBesideTheForm(refused, link, each[2]);
    }
    browser.submit(link, link, "password", PASSWORD, "again", PASSWORD);
    String own = "/account/password";
    for (String[] each : wrong) {
      MockHttpServletResponse refused =
          browser.submit("/account", own, "old", PASSWORD, "password", each[0], "again", each[1]);
      assertThat(refused.getStatus()).isEqualTo(422);
      tellsBesideTheForm(refused, own, each[2]);
    }
    MockHttpServletResponse old =
        browser.submit("/account", own, "old", "?", "password", PASSWORD, "again", PASSWORD);
    assertThat(old.getStatus()).isEqualTo(403);
    tellsBesideTheForm(old, own, "old password is wrong");
    tellsBesideTheForm(
        browser.submit("/account", "/account/tokens", "label", "", "role", "viewer", "days", "0"),
        "/account/tokens",
        "");
  }

  private String read(String page, Role role) throws Exception {
    return http.perform(
            get(page).with(people.as(role)).accept(MediaType.TEXT_HTML).locale(Locale.ENGLISH))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  @Test
  void whatARoleMayNotDoIsDisabledWithAWordWhy() throws Exception {
    String disabled = "class=\"may\" disabled";
    String why = "Your role is “Viewer”: it reads.";
    for (String page : List.of("/scenario?country=LSO", "/services?country=LSO")) {
      assertThat(read(page, Role.VIEWER)).contains(disabled, why, "the role “Planner”");
      assertThat(read(page, Role.PLANNER)).contains("class=\"may\"").doesNotContain(disabled, why);
    }
    String data = "/data?country=LSO";
    assertThat(read(data, Role.PLANNER)).contains(disabled, "the role “Data steward”");
    assertThat(read(data, Role.DATA_STEWARD)).doesNotContain(disabled, "Your role is");
  }

  @Test
  void bySecureTransportTheSessionIsThisHostsAlone() {
    MockHttpServletResponse response = new MockHttpServletResponse();
    SessionConfiguration.cookie("https://plan.example.org")
        .writeCookieValue(
            new CookieSerializer.CookieValue(new MockHttpServletRequest(), response, "secret"));
    assertThat(response.getHeader("Set-Cookie"))
        .isEqualTo("__Host-KIUNGO=secret; Path=/; Secure; HttpOnly; SameSite=Lax");
    MockHttpServletResponse proof = new MockHttpServletResponse();
    MockHttpServletRequest asked = new MockHttpServletRequest();
    CookieCsrfTokenRepository proofs = AccountsConfiguration.proofs("https://plan.example.org");
    proofs.saveToken(proofs.generateToken(asked), asked, proof);
    assertThat(proof.getHeader("Set-Cookie"))
        .startsWith("__Host-XSRF-TOKEN=")
        .contains("Path=/", "Secure")
        .doesNotContain("HttpOnly");
  }

  private String id(String name) {
    return accounts.findByName(name).orElseThrow().id();
  }

  private void change(String name, String role, boolean disabled) throws Exception {
    http.perform(
            post("/administration/users/{id}", id(name))
                .with(people.as(Role.ADMINISTRATOR))
                .param("organisation", People.OURS)
                .param("role", role)
                .param("disabled", String.valueOf(disabled)))
        .andExpect(status().isFound());
  }

  @Test
  void nobodyKnownIsAskedToSignInAndComesToThePageThatWasAskedFor() throws Exception {
    http.perform(get("/data?country=LSO").accept(MediaType.TEXT_HTML))
        .andExpect(redirectedUrl("/login?next=%2Fdata%3Fcountry%3DLSO"));
    http.perform(get("/api/v1/plans"))
        .andExpect(status().isUnauthorized())
        .andExpect(jsonPath("$.code").value("account.login"));
    http.perform(get("/css/kiungo.css")).andExpect(status().isOk());
    http.perform(get("/actuator/health/liveness")).andExpect(status().isOk());
    newcomer("arrives");
    FormBrowser browser = new FormBrowser(http);
    browser.cookies.put("KIUNGO", new Cookie("KIUNGO", "chosen-by-another"));
    MockHttpServletResponse in = browser.login("arrives", PASSWORD);
    assertThat(in.getRedirectedUrl()).isEqualTo("/catalogue");
    assertThat(browser.session()).as("a new session").hasSize(32);
    assertThat(browser.send(get("/")).getContentAsString()).contains(">arrives</a>");
    MockHttpServletResponse left = browser.submit("/account", "/logout");
    assertThat(left.getHeader("Clear-Site-Data")).contains("storage");
    assertThat(browser.isIn()).isFalse();
  }

  /** Another server on the same database, or this one after a restart. */
  private StoredSessions elsewhere() {
    return new SessionConfiguration().storedSessions(new JdbcTemplate(database), transactions);
  }

  @Test
  void aSessionIsTheSameAtEveryServerAndEndsAtAllOfThem() throws Exception {
    FormBrowser browser = newcomer("travels");
    String held = browser.session();
    StoredSessions.Stored known = elsewhere().findById(held);
    SecurityContext context = known.getAttribute("SPRING_SECURITY_CONTEXT");
    assertThat(((SignedIn) context.getAuthentication().getPrincipal()).accountId())
        .isEqualTo(id("travels"));
    JdbcClient rows = JdbcClient.create(database);
    String in = "SELECT COUNT(*) FROM login_session WHERE session_id = ?";
    assertThat(rows.sql(in).param(held).query(Integer.class).single()).as("as held").isZero();
    assertThat(rows.sql(in).param(Secrets.sha256(held)).query(Integer.class).single()).isOne();
    elsewhere().deleteById(held);
    assertThat(browser.isIn()).as("signed out elsewhere").isFalse();
    FormBrowser again = new FormBrowser(http);
    again.login("travels", PASSWORD);
    String next = again.session();
    again.submit("/account", "/logout");
    assertThat(elsewhere().findById(next)).as("signed out here").isNull();
  }

  @Test
  void whatASessionHoldsThatIsNotOursToReadIsNotRead() {
    StoredSessions sessions = elsewhere();
    StoredSessions.Stored session = sessions.createSession();
    session.setAttribute("other", new File("/"));
    session.setAttribute("ours", List.of("text"));
    sessions.save(session);
    StoredSessions.Stored read = sessions.findById(session.getId());
    assertThat(read.<Object>getAttribute("other")).isNull();
    assertThat(read.<Object>getAttribute("ours")).isEqualTo(List.of("text"));
  }

  /** A session opens nothing to pages of other servers, under whatever name they ask. */
  @Test
  void otherNamesOtherOriginsAndProxiesGetNoMoreThanAnybody() throws Exception {
    FormBrowser browser = newcomer("browses");
    http.perform(browser.with(get("/api/v1/plans")).header("Host", "evil.example"))
        .andExpect(status().isMisdirectedRequest());
    http.perform(
            browser
                .with(post("/api/v1/scenarios/check"))
                .header("X-XSRF-TOKEN", browser.proof())
                .header("Origin", "http://evil.example")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}"))
        .andExpect(status().isForbidden());
    http.perform(get("/api/v1/plans").header("X-Forwarded-For", "127.0.0.1"))
        .andExpect(status().isUnauthorized());
    http.perform(get("/api/v1/plans").header("Authorization", "Bearer kiungo_" + "x".repeat(32)))
        .andExpect(status().isUnauthorized());
  }

  @Test
  void afterSigningInNobodyIsSentElsewhere() {
    assertThat(SignIn.next("/plans/a?b=c")).isEqualTo("/plans/a?b=c");
    for (String bad : new String[] {null, "", "//evil.example", "/\\evil", "https://evil", "/ x"}) {
      assertThat(SignIn.next(bad)).as(String.valueOf(bad)).isEqualTo("/");
    }
  }

  @Test
  void theLoginPageSpeaksFrenchAndRunsNoScript() throws Exception {
    http.perform(get("/login?lang=fr&said=failed"))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    org.hamcrest.Matchers.allOf(
                        org.hamcrest.Matchers.containsString("Se connecter"),
                        org.hamcrest.Matchers.containsString("Le nom ou le mot de passe est faux"),
                        org.hamcrest.Matchers.not(
                            org.hamcrest.Matchers.containsString("<script")))));
  }

  @Test
  void theFirstAdministratorComesInByTheLinkThatIsPrinted() throws Exception {
    String before = first.link().orElse("");
    assertThat(new FormBrowser(http).send(get(invitation(before))).getStatus()).isEqualTo(200);
    JdbcClient.create(database).sql("UPDATE invitation SET expires_ms = 1").update();
    assertThat(new FormBrowser(http).send(get(invitation(before))).getStatus()).isEqualTo(404);
    String printed = first.link().orElse("");
    assertThat(printed).contains("within 7 days", "next start");
    // the operator of the test has a token, and no password yet
    FormBrowser browser = new FormBrowser(http);
    String link = invitation(printed);
    browser.submit(link, link, "password", PASSWORD, "again", PASSWORD);
    MockHttpServletResponse page = browser.send(get("/administration"));
    assertThat(page.getContentAsString()).contains("Ministry of energy", "stranger");
    assertThat(first.link()).as("once somebody can come in").isEmpty();
  }

  @Test
  void aFormOfAnotherPageIsRefused() throws Exception {
    FormBrowser browser = newcomer("careful");
    assertThat(browser.send(post("/account/tokens").param("role", "viewer")).getStatus())
        .isEqualTo(403);
    var upload = multipart("/api/v1/datasets").file("file", new byte[] {1});
    upload.cookie(browser.cookies.values().toArray(new Cookie[0]));
    http.perform(upload)
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.code").value("account.csrf"));
    http.perform(
            browser
                .with(post("/api/v1/scenarios/check"))
                .header("X-XSRF-TOKEN", browser.proof())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}"))
        .andExpect(status().isOk());
  }

  @Test
  void aChangedPasswordEndsOtherSessionsAndTheOldOneOpensNothing() throws Exception {
    FormBrowser here = newcomer("changes");
    FormBrowser there = new FormBrowser(http);
    there.login("changes", PASSWORD);
    assertThat(there.isIn()).isTrue();
    String other = "another long password";
    here.submit(
        "/account", "/account/password", "old", PASSWORD, "password", other, "again", other);
    assertThat(here.isIn()).isTrue();
    assertThat(there.isIn()).isFalse();
    assertThat(new FormBrowser(http).login("changes", PASSWORD).getRedirectedUrl())
        .as("where one was going to is kept")
        .isEqualTo("/login?said=failed&next=%2Fcatalogue");
    assertThat(
            here.submit(
                    "/account",
                    "/account/password",
                    "old",
                    PASSWORD,
                    "password",
                    other,
                    "again",
                    other)
                .getStatus())
        .isEqualTo(403);
  }

  private int answers(String token) throws Exception {
    return http.perform(get("/api/v1/plans").with(People.with(token)))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  private String token(FormBrowser browser) throws Exception {
    Matcher shown =
        TOKEN.matcher(
            browser
                .submit("/account", "/account/tokens", "label", "script", "role", "viewer")
                .getContentAsString());
    assertThat(shown.find()).isTrue();
    return shown.group();
  }

  @Test
  void tokensGoWithThePasswordUnlessTheirUserKeepsThem() throws Exception {
    FormBrowser browser = newcomer("scripts");
    String token = token(browser);
    String second = "another long password";
    MockHttpServletResponse kept =
        browser.submit(
            "/account",
            "/account/password",
            "old",
            PASSWORD,
            "password",
            second,
            "again",
            second,
            "keepTokens",
            "true");
    assertThat(answers(token)).as("kept").isEqualTo(200);
    assertThat(browser.send(get(kept.getRedirectedUrl())).getContentAsString())
        .contains("your tokens still open");
    MockHttpServletResponse gone =
        browser.submit(
            "/account",
            "/account/password",
            "old",
            second,
            "password",
            PASSWORD,
            "again",
            PASSWORD);
    assertThat(answers(token)).as("gone with the password").isEqualTo(401);
    assertThat(browser.send(get(gone.getRedirectedUrl())).getContentAsString())
        .contains("your tokens were taken back");
  }

  @Test
  void aNewPasswordByALinkAndBeingDisabledEndTokensAndSessionsForGood() throws Exception {
    FormBrowser browser = newcomer("returns");
    String token = token(browser);
    String link = accounts.invite(accounts.findByName("returns").orElseThrow());
    accounts.accept(link, PASSWORD, PASSWORD, "");
    assertThat(answers(token)).isEqualTo(401);
    assertThat(browser.isIn()).isFalse();

    FormBrowser again = new FormBrowser(http);
    again.login("returns", PASSWORD);
    String next = token(again);
    String id = id("returns");
    for (boolean disabled : new boolean[] {true, false}) {
      http.perform(
              post("/administration/users/{id}", id)
                  .with(people.as(Role.ADMINISTRATOR))
                  .param("organisation", People.OURS)
                  .param("role", "planner")
                  .param("disabled", String.valueOf(disabled)))
          .andExpect(status().isFound());
    }
    assertThat(answers(next)).as("once let in again").isEqualTo(401);
    assertThat(again.isIn()).isFalse();
  }

  @Test
  void whoIsDemotedMayLessAtOnceAndWhoIsDisabledIsOut() throws Exception {
    FormBrowser browser = newcomer("falls");
    String page =
        browser
            .submit("/account", "/account/tokens", "label", "script", "role", "planner")
            .getContentAsString();
    Matcher shown = TOKEN.matcher(page);
    assertThat(shown.find()).isTrue();
    String token = shown.group();
    assertThat(browser.send(get("/account")).getContentAsString())
        .contains("script")
        .doesNotContain(token);
    MockHttpServletRequestBuilder run =
        post("/api/v1/runs")
            .with(People.with(token))
            .contentType(MediaType.APPLICATION_JSON)
            .content("{");
    http.perform(run).andExpect(status().isBadRequest());
    change("falls", "viewer", false);
    http.perform(run)
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.code").value("account.role"));
    change("falls", "viewer", true);
    http.perform(get("/api/v1/plans").with(People.with(token)))
        .andExpect(status().isUnauthorized())
        .andExpect(header().string("WWW-Authenticate", "Bearer error=\"invalid_token\""));
    assertThat(browser.isIn()).isFalse();
    assertThat(new FormBrowser(http).login("falls", PASSWORD).getRedirectedUrl())
        .as("where one was going to is kept")
        .isEqualTo("/login?said=failed&next=%2Fcatalogue");
  }

  @Test
  void aTokenOfALesserRoleMayLessAndOneTakenBackNothing() throws Exception {
    FormBrowser browser = newcomer("reads");
    String page =
        browser
            .submit("/account", "/account/tokens", "label", "r", "role", "viewer")
            .getContentAsString();
    Matcher shown = TOKEN.matcher(page);
    assertThat(shown.find()).isTrue();
    http.perform(get("/api/v1/plans").with(People.with(shown.group()))).andExpect(status().isOk());
    http.perform(
            post("/api/v1/runs")
                .with(People.with(shown.group()))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{"))
        .andExpect(status().isForbidden());
    Matcher revoke = Pattern.compile("/account/tokens/[\\w-]+/revoke").matcher(page);
    assertThat(revoke.find()).isTrue();
    browser.submit("/account", revoke.group());
    http.perform(get("/api/v1/plans").with(People.with(shown.group())))
        .andExpect(status().isUnauthorized());
    assertThat(
            browser
                .submit("/account", "/account/tokens", "label", "", "role", "administrator")
                .getStatus())
        .isEqualTo(422);
  }

  @Test
  void anAdministratorIsOneOfTheOwnOrganisationOnly() throws Exception {
    newcomer("stays");
    http.perform(
            post("/administration/users/{id}", id("stays"))
                .with(people.asStranger())
                .param("organisation", People.THEIRS)
                .param("role", "viewer"))
        .andExpect(status().isNotFound());
    http.perform(
            post("/administration/users")
                .with(people.as(Role.ADMINISTRATOR))
                .param("name", "spy")
                .param("organisation", People.THEIRS)
                .param("role", "viewer"))
        .andExpect(status().isNotFound());
    http.perform(get("/administration").with(people.asStranger()))
        .andExpect(
            content()
                .string(org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("stays"))));
  }
}
