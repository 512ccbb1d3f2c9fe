package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.SeededSample;
import org.kiungo.web.ServerProcess;
import org.kiungo.web.account.Provider;
import org.springframework.context.ConfigurableApplicationContext;

/** A new installation with accounts, opened by nothing but what its operator and users see. */
@Tag("slow")
class AccountsStoryTest {

  private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/password/\\S+");
  private static final String FIRST = "lanterns over wet cobbles";
  private static final String HERS = "eleven quiet harbours";
  private static final String CHANGED = "twelve louder harbours";

  /** What scripts of pages send with every change, from the cookie that they were given. */
  private static final String PROOF =
      "'X-XSRF-TOKEN': decodeURIComponent(/XSRF-TOKEN=([^;]+)/.exec(document.cookie)[1])";

  /** Long after any step on the busiest machine: nothing is planned here. */
  private static final double STEP_MS = 120_000;

  private final List<BrowserContext> open = new ArrayList<>();

  /** Whatever a page asked another host for, or complained about. */
  private final Set<String> wrong = new TreeSet<>();

  /** Paths, languages and widths in which barriers were looked for. */
  private final Set<String> looked = new TreeSet<>();

  private ServerProcess server;

  /** Where the provider of OpenID Connect will be. */
  private String issuer = "";

  @BeforeAll
  static void startChromium() {
    BrowserTest.startChromium();
  }

  @AfterEach
  void closePages() {
    open.forEach(BrowserContext::close);
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  private Page page(String language, int width, int height) {
    BrowserContext context =
        BrowserTest.profile(
            new Browser.NewContextOptions().setViewportSize(width, height).setLocale(language));
    open.add(context);
    context.setDefaultTimeout(STEP_MS);
    Page page = context.newPage();
    page.onPageError(wrong::add);
    page.onRequest(
        asked -> {
          boolean own = asked.url().startsWith(address("/"));
          boolean provider = !issuer.isEmpty() && asked.url().startsWith(issuer);
          if (asked.url().startsWith("http") && !own && !provider) {
            wrong.add(asked.url());
          }
        });
    return page;
  }

  private static String link(String text) {
    Matcher found = LINK.matcher(text);
    assertTrue(found.find(), text);
    return found.group();
  }

  private void choosePassword(Page page, String password) {
    page.fill("#password", password);
    page.fill("#again", password);
    look(page);
    page.click("main button.primary");
  }

  /**
   * Nothing can be scrolled sideways, and nobody is kept out: of a page in a language and at a
   * width that was looked at before, barriers are looked for again where all is.
   */
  private void look(Page page) {
    BrowserTest.assertNothingOverflows(page);
    String path = URI.create(page.url()).getPath().replaceFirst("^/password/.*", "/password");
    Object language = page.evaluate("document.documentElement.lang");
    boolean first = looked.add(path + " " + language + " " + page.viewportSize().width);
    if (first || SeededSample.takesAll()) {
      assertEquals(List.of(), BrowserTest.barriers(page), page.url());
    }
  }

  private void signIn(Page page, String name, String password) {
    page.navigate(address("/account"));
    assertTrue(page.url().contains("/login?next="), page.url());
    page.fill("#name", name);
    page.fill("#password", password);
    look(page);
    page.click("main button.primary");
  }

  private static void signOut(Page page) {
    page.click("form[action='/logout'] button");
    page.locator("[role=status]").waitFor();
    assertTrue(page.url().endsWith("/login?said=left"), page.url());
  }

  @Test
  void theFirstAdministratorComesInAndLetsAnotherInWhoChangesThePassword(@TempDir Path folder)
      throws IOException, InterruptedException {
    issuer = "http://127.0.0.1:" + freePort();
    server = ServerProcess.start(folder.resolve("data"), elsewhere(issuer), "--accounts");
    ConfigurableApplicationContext provider =
        Provider.start(issuer, address("/login/oauth2/code/oidc"));
    try {
      Page admin = page("en", 1440, 900);
      admin.navigate(link(String.join("\n", server.log())));
      choosePassword(admin, FIRST);
      admin.waitForURL(address("/"));
      BrowserTest.waitForMap(admin); // whoever leaves earlier cuts off what the page fetches
      String invitation = invite(admin, "Awa Diop");

      Page hers = page("fr", 390, 844);
      hers.navigate(invitation);
      choosePassword(hers, HERS);
      hers.waitForURL(address("/"));
      BrowserTest.waitForMap(hers);
      hers.navigate(address("/account"));
      assertEquals("Awa Diop", hers.innerText("h1"));
      look(hers);
      signOut(hers);
      signIn(hers, "Awa Diop", HERS);
      hers.waitForURL(address("/account"));
      hers.fill("#old", HERS);
      hers.fill("#password", CHANGED);
      hers.fill("#again", CHANGED);
      hers.click("form[action='/account/password'] button");
      hers.waitForURL(address("/account?said=changed"));
      assertTrue(hers.innerText("[role=status]").contains("jetons ont été retirés"));
      signOut(hers);
      signIn(hers, "Awa Diop", HERS);
      assertTrue(hers.innerText("[role=status]").contains("faux"), hers.content());
      signIn(hers, "Awa Diop", CHANGED);
      hers.waitForURL(address("/account"));
      signOut(hers);
      twoOrganisationsAndFiveRoles(admin);
      somebodyComesInFromElsewhere();
      theAuditLogIsReadOnScreen(admin);
      assertEquals(Set.of(), wrong);
    } finally {
      provider.close();
      server.close();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private static Map<String, String> elsewhere(String issuer) {
    return Map.of(
        "KIUNGO_OIDC_ISSUER", issuer,
        "KIUNGO_OIDC_CLIENTID", "kiungo",
        "KIUNGO_OIDC_CLIENTSECRET", "between-the-two",
        "KIUNGO_OIDC_ROLES_PLANNERS", "planner",
        "KIUNGO_OIDC_ORGANISATIONCLAIM", "ministry",
        "KIUNGO_OIDC_ORGANISATIONS_ENERGY", "energy");
  }

  /** Of every role one, on desks and telephones; each may what the role says, and no more. */
  private void twoOrganisationsAndFiveRoles(Page admin) {
    admin.navigate(address("/administration"));
    admin.fill("#org-id", "energy");
    admin.fill("#org-name", "Ministry of Energy");
    admin.click("form[action='/administration/organisations'] button");
    assertTrue(admin.innerText("main").contains("Ministry of Energy"));
    String[] roles = {"viewer", "commenter", "planner", "data-steward", "administrator"};
    Page steward = null;
    Page theirs = null;
    for (int k = 0; k < roles.length; k++) {
      boolean desk = k % 2 == 0;
      boolean last = k == roles.length - 1;
      String name = "One " + roles[k];
      String invitation = invite(admin, name, last ? "energy" : "default", roles[k]);
      Page page = page(desk ? "fr" : "en", desk ? 1440 : 390, desk ? 900 : 844);
      page.route("**/*.js", Route::abort); // nobody looks at the map here
      page.navigate(invitation);
      choosePassword(page, HERS);
      page.waitForURL(address("/"));
      page.navigate(address("/account"));
      look(page);
      assertEquals(name, page.innerText("h1"));
      page.navigate(address("/privacy")); // pages with secrets say no origin, and may not write
      List<Boolean> may =
          List.of(
              is(page, 403, "POST", "/api/v1/plans/none/comments"),
              is(page, 403, "POST", "/api/v1/partners?name=none"),
              is(page, 403, "POST", "/api/v1/datasets/uploads"),
              is(page, 403, "GET", "/administration"));
      assertEquals(List.of(k < 1, k < 2, k < 3, k < 4), may, name);
      steward = k == 3 ? page : steward;
      theirs = last ? page : theirs;
    }
    whatIsOnesIsNotTheOthers(steward, theirs);
  }

  private String invite(Page admin, String name) {
    return invite(admin, name, "default", "planner");
  }

  private String invite(Page admin, String name, String organisation, String role) {
    admin.navigate(address("/administration"));
    admin.fill("#name", name);
    admin.selectOption("#organisation", organisation);
    admin.selectOption("#role", role);
    look(admin);
    admin.click("form[action='/administration/users'] button");
    return link(admin.innerText("[data-testid=invitation]"));
  }

  /** Whether an address answers so, as the page itself would be answered. */
  private static boolean is(Page page, int status, String method, String path) {
    Object answered =
        page.evaluate(
            "([method, path]) => fetch(path, { method, headers: { 'Content-Type':"
                + " 'application/json', "
                + PROOF
                + " }, body: method === 'GET' ? undefined : '{}' })"
                + ".then(answer => answer.status)",
            List.of(method, path));
    return answered.equals(status);
  }

  /** What one organisation imports is not there for the other. */
  private static void whatIsOnesIsNotTheOthers(Page steward, Page theirs) {
    steward.evaluate(
        "() => { const form = new FormData();"
            + " form.append('file', new File(['name,lat,lon,population\\nKara,9.55,1.19,94878'],"
            + " 'kara.csv')); form.append('layer', 'settlements'); form.append('country', 'TGO');"
            + " form.append('name', 'kara'); form.append('note', 'a part'); form.append('source',"
            + " 'INSEED'); form.append('licence', 'CC0-1.0');"
            + " return fetch('/api/v1/datasets', { method: 'POST', body: form, headers: { "
            + PROOF
            + " } })"
            + ".then(answer => answer.text()); }");
    String listed = "() => fetch('/api/v1/datasets').then(answer => answer.text())";
    assertTrue(steward.evaluate(listed).toString().contains("kara"));
    assertFalse(theirs.evaluate(listed).toString().contains("kara"));
  }

  /** By a provider that both know: who, in which role, of which organisation. */
  private void somebodyComesInFromElsewhere() {
    Provider.CLAIMS.put(
        "asha",
        Map.of("preferred_username", "asha", "roles", List.of("planners"), "ministry", "energy"));
    Page asha = page("fr", 390, 844);
    asha.navigate(address("/account"));
    look(asha);
    asha.click("a[href^='/oauth2/authorization/oidc']");
    assertTrue(asha.url().startsWith(issuer), asha.url());
    asha.fill("input[name=username]", "asha");
    asha.fill("input[name=password]", "there");
    asha.click("button[type=submit]");
    asha.waitForURL(address("/account"));
    assertEquals("asha", asha.innerText("h1"));
    assertTrue(asha.innerText("main").contains("energy"), asha.innerText("main"));
    look(asha);
  }

  /** Who did what, by name, and what was refused; on a desk and a telephone, in two languages. */
  private void theAuditLogIsReadOnScreen(Page admin) {
    for (String language : List.of("en", "fr")) {
      admin.setViewportSize(language.equals("en") ? 1440 : 390, 844);
      admin.navigate(address("/administration?lang=" + language));
      look(admin);
      String log = admin.innerText("#audit");
      for (String told :
          List.of("organisation.add", "energy", "account.add", "One viewer", "403")) {
        assertTrue(log.contains(told), told + ": " + log);
      }
      assertTrue(log.contains(language.equals("en") ? "Done" : "Fait"), log);
    }
  }
}
