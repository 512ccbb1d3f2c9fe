package org.kiungo.web.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a user does on a page before a picture of it is worth having. */
final class Flows {

  private static final String ROWS =
      "Localité;Longitude;Latitude;Habitants\n"
          + "Maseru;27,48;-29,31;330760\nTeyateyaneng;27,75;-29,15;75115\nVide;;;12\n";

  private Flows() {}

  /**
   * @param flow its name; one that is not known here is a page as it opens
   * @param folder for the files that it uploads
   */
  static void prepare(String flow, Page page, Path folder) throws IOException {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    switch (flow) {
      case "programme" -> {
        BrowserTest.waitForMap(page);
        page.waitForFunction("() => kiungo.points.shade");
      }
      case "country", "country-phone", "benin", "benin-near", "kenya", "kenya-near", "explore" -> {
        BrowserTest.waitForMap(page);
        page.evaluate("() => kiungo.why");
      }
      case "corridors" -> {
        BrowserTest.waitForMap(page);
        page.evaluate("document.getElementById('corridors-title').scrollIntoView()");
      }
      case "explore-edits" -> {
        BrowserTest.waitForMap(page);
        page.selectOption("#edit-action", "FORBID *");
        page.click("#apply");
        page.waitForFunction("() => kiungo.draft.state === 'saved' && kiungo.draft.estimate");
        page.evaluate("document.getElementById('edits-title').scrollIntoView()");
      }
      case "import" -> {
        page.setInputFiles("#file", Files.writeString(folder.resolve("lieux.csv"), ROWS));
        page.locator("#proposal-list button").first().click();
        page.locator("#column-population").waitFor();
        page.click("#check");
        page.locator("#problems tbody tr").first().waitFor();
      }
      case "strategy" -> {
        page.click("#tab-strategy");
        page.locator("#levers input[type=checkbox]").first().check();
        page.locator("#terms input").first().waitFor();
        page.evaluate("document.getElementById('strategy').scrollIntoView()");
      }
      case "run" -> {
        page.fill("#budgetUsd", "300");
        page.fill("#steps", "100000000");
        page.waitForFunction("() => document.getElementById('means-size').textContent !== ''");
        page.click("#start");
        page.waitForFunction("() => kiungo.events > 12 && kiungo.map?.drawings > 0");
      }
      case "services" -> {
        page.waitForFunction("() => window.kiungo && window.kiungo.ready");
        page.fill("#budget", "1.5");
        page.click("#place");
        page.waitForFunction("() => kiungo.done === true");
        page.click("#users tbody tr:nth-child(1) button");
        page.waitForFunction("() => kiungo.why === true");
      }
      default -> {
        // as it opens
      }
    }
    page.waitForLoadState(LoadState.NETWORKIDLE);
  }
}
