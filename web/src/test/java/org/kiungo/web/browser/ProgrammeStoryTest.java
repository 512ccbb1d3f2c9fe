package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The story of a partnership: a planner makes a programme of three phases, asks four partners, sees
 * what falls when one leaves, compares both, says how far a project is, and shares the brief; a
 * donor reads schedule and payers without scripts.
 */
class ProgrammeStoryTest extends BrowserTest {

  private static final Pattern PAGE = Pattern.compile(".*/plans/([a-z0-9-]+)/partners.*");

  @Test
  void fourPartnersPayThreePhasesOneLeavesAndADonorReadsIt() {
    Page page = open("/scenario?country=LSO", "en", 1440, 900);
    String plan = programme(page);
    String paid = fourPartnersPay(page, plan);
    tellsHowFarAProjectIs(page);
    String without = oneLeaves(page, paid);
    assertNotEquals(paid, without);
    String link = share(page, without);
    donorReads(link);
    assertEquals(List.of(), outside);
    assertEquals(List.of(), complaints);
  }

  private String programme(Page page) {
    return (String)
        page.evaluate(
            """
            async () => {
              const phases = [[2027, 2028, 4e6], [2029, 2031, 4e6], [2032, 2036, 4e6]]
                .map(([firstYear, lastYear, budgetUsd]) => ({ firstYear, lastYear, budgetUsd }));
              const body = JSON.stringify({ countries: ['LSO'], steps: 50, phases });
              const headers = { 'Content-Type': 'application/json' };
              let run = await (await fetch('/api/v1/runs', { method: 'POST', headers, body })).json();
              while (!run.planId && run.state !== 'FAILED') {
                await new Promise((later) => setTimeout(later, 100));
                run = await (await fetch(`/api/v1/runs/${run.id}`)).json();
              }
              return run.planId;
            }""");
  }

  private String fourPartnersPay(Page page, String plan) {
    page.navigate(address("/plans/" + plan + "/partners"));
    page.waitForFunction("() => window.kiungo?.ready");
    Locator offered = page.locator("#library button:enabled");
    offered.first().waitFor();
    assertTrue(page.locator("#library li").count() > 5, "programmes of the library");
    offered.first().click();
    amounts(page, page.locator(".prow").last(), "1.5");
    partner(page, "I", "Development bank", "bank", "loan", "1.5");
    partner(page, "U", "Service fund", "universal-service-fund", "grant", "0.8");
    partner(page, "O", "Operators", "operator", "equity", "0.9");
    page.locator(".prow").last().locator("select.add").selectOption("most-share");
    Locator share = page.locator(".cond[data-rule=most-share] input").last();
    share.fill("40");
    share.blur();
    assertTrue(page.locator("#sentence").innerText().contains("Service fund, Operators, in 3"));
    assertEquals(List.of(), barriers(page), "axe");
    page.fill("#smallest", "half");
    page.click("#ask");
    page.locator("#refused").getByText("smallestUsd").waitFor();
    complaints.removeIf(each -> each.contains(" 422 "));
    page.fill("#smallest", "0,2");
    Request asked =
        page.waitForRequest(
            each -> each.method().equals("POST") && each.url().endsWith("/fundings"),
            () -> page.click("#ask"));
    assertTrue(asked.postData().contains("\"smallestUsd\":200000"), asked.postData());
    page.locator("#answer #keep").waitFor();
    assertTrue(page.locator("#answer").innerText().contains("would pay"));
    assertEquals(4, page.locator(".card").count(), "partners of an answer not yet kept");
    page.click("#keep");
    page.locator("body[data-funded=true]").waitFor();
    page.waitForURL(PAGE);
    page.waitForFunction("() => window.kiungo?.ready && kiungo.map.drawn.places > 0");
    assertEquals(4, page.locator(".card").count());
    assertEquals(3, page.locator("[data-testid=ledger] .sum").count());
    assertTrue(page.locator("[data-testid=ledger] td.pay").count() > 3, "nobody pays");
    assertTrue(page.locator("[data-testid=debt]").count() == 1, "the loan is paid back");
    assertEquals(List.of(), barriers(page), "axe");
    page.setViewportSize(320, 640);
    assertNothingOverflows(page);
    page.setViewportSize(1440, 900);
    return idOf(page);
  }

  private void partner(
      Page page, String letter, String name, String kind, String instrument, String millions) {
    page.click("#add");
    page.locator(".prow").last().getByLabel("Kind").selectOption(kind);
    page.locator(".prow").last().getByLabel("Money is").selectOption(instrument);
    Locator row = page.locator(".prow").last();
    row.getByLabel("Letter").fill(letter);
    row.getByLabel("Partner").last().fill(name);
    amounts(page, row, millions);
  }

  private static void amounts(Page page, Locator row, String millions) {
    for (int phase = 1; phase <= 3; phase++) {
      row.locator("input[data-phase='" + phase + "']").fill(millions);
    }
    page.locator("#sentence").click();
  }

  private void tellsHowFarAProjectIs(Page page) {
    String before = page.url();
    page.locator("[data-testid=ledger] tbody a").first().click();
    page.waitForFunction("() => window.kiungo?.ready && document.body.dataset.project");
    assertTrue(page.locator("[data-testid=payers] tbody tr").count() > 0, "nobody pays for it");
    page.selectOption("#state-to", "AGREED");
    page.fill("#state-by", "Amina");
    page.click("#state button");
    page.locator("#states").getByText("agreed, said by Amina").waitFor();
    page.fill("#comment-text", "Land is ours");
    page.click("#comment button");
    page.locator("#comments").getByText("Land is ours").waitFor();
    assertEquals(List.of(), barriers(page), "axe");
    page.setViewportSize(320, 640);
    assertNothingOverflows(page);
    page.setViewportSize(1440, 900);
    page.navigate(before);
    page.waitForFunction("() => window.kiungo?.ready");
    assertTrue(page.locator("[data-testid=ledger]").innerText().contains("agreed"));
  }

  /** Asked, told by place and project, compared; the plan before is as it was. */
  private String oneLeaves(Page page, String paid) {
    String before = api("/plans/" + paid + "/funding").get("totals").toString();
    page.selectOption("#who", "I");
    page.click("#leave button");
    page.locator("#answer #compare").waitFor();
    String told = page.locator("#answer").innerText();
    assertTrue(told.contains("lose the service"), told);
    assertTrue(told.contains("Places that lose most"), told);
    assertTrue(page.locator("[data-testid=ledger] tr.falls").count() > 0, "nothing falls");
    assertTrue(((Number) page.evaluate("kiungo.map.drawn.lost")).intValue() > 0, "no rings");
    assertEquals(List.of(), barriers(page), "axe");
    assertEquals(before, api("/plans/" + paid + "/funding").get("totals").toString());
    page.click("#compare");
    page.waitForURL(Pattern.compile(".*/compare\\?.*"));
    page.waitForFunction("() => window.kiungo?.ready");
    String people = page.locator("[data-testid=paid] [data-row=people] td").last().innerText();
    assertTrue(people.matches("[-−].*"), people);
    return page.locator("#pick-b").inputValue();
  }

  private String share(Page page, String plan) {
    page.navigate(address("/plans/" + plan + "/explore"));
    page.waitForFunction("() => window.kiungo?.ready");
    page.fill("#share-label", "Development bank");
    page.click("#share button[type=submit]");
    page.waitForFunction("() => document.getElementById('share-href').value.includes('/b/')");
    return page.inputValue("#share-href");
  }

  private void donorReads(String link) {
    try (BrowserContext context =
        profile(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate(link);
      assertEquals(3, page.locator("[data-testid=schedule] tbody tr").count());
      String payers = page.locator("body").innerText();
      assertTrue(payers.contains("Service fund"), payers);
      assertTrue(payers.contains("Operators"), payers);
      assertEquals(0, page.locator("script").count());
    }
  }

  private static String idOf(Page page) {
    var matcher = PAGE.matcher(page.url());
    assertTrue(matcher.matches(), page.url());
    return matcher.group(1);
  }
}
