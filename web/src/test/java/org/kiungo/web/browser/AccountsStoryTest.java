package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.web.ServerProcess;

/** A new installation with accounts, opened by nothing but what its operator and users see. */
@Tag("slow")
class AccountsStoryTest {

  private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/password/\\S+");
  private static final String FIRST = "lanterns over wet cobbles";
  private static final String HERS = "eleven quiet harbours";
  private static final String CHANGED = "twelve louder harbours";

  /** Long after any step on the busiest machine: nothing is planned here. */
  private static final double STEP_MS = 120_000;

  private final List<BrowserContext> open = new ArrayList<>();

  /** Whatever a page asked another host for, or complained about. */
  private final Set<String> wrong = new TreeSet<>();

  private ServerProcess server;

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
          if (asked.url().startsWith("http") && !asked.url().startsWith(address("/"))) {
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

  private static void choosePassword(Page page, String password) {
    page.fill("#password", password);
    page.fill("#again", password);
    look(page);
    page.click("main button.primary");
  }

  /** Nothing can be scrolled sideways, and nobody is kept out. */
  private static void look(Page page) {
    BrowserTest.assertNothingOverflows(page);
    assertEquals(List.of(), BrowserTest.barriers(page), page.url());
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
    server = ServerProcess.start(folder.resolve("data"), "--accounts");
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
      assertEquals(Set.of(), wrong);
    } finally {
      server.close();
    }
  }

  private String invite(Page admin, String name) {
    admin.navigate(address("/administration"));
    admin.fill("#name", name);
    admin.selectOption("#role", "planner");
    look(admin);
    admin.click("form[action='/administration/users'] button");
    return link(admin.innerText("[data-testid=invitation]"));
  }
}
