package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Two drawings of one fibre line become one network in the browser, by keyboard where one likes.
 */
class NetworkMergePageTest extends BrowserTest {

  private static final String A = "wkt,id,status\\n\\\"LINESTRING(43.2 -11.9,44.2 -11.9)\\\",a,\\n";
  private static final String B =
      "wkt,id,status\\n\\\"LINESTRING(43.2 -11.9,43.5 -11.9,43.52 -11.87,43.88 -11.87,"
          + "43.9 -11.9,44.2 -11.9)\\\",b,operational\\n";

  private static void store(Page page, String name, String csv) {
    Object status =
        page.evaluate(
            "async () => { const form = new FormData();"
                + " for (const [k, v] of Object.entries({ layer: 'fibre-lines', country: 'COM',"
                + " source: 'regulator', licence: 'CC0', name: '"
                + name
                + "' })) form.append(k, v);"
                + " form.append('file', new Blob([\""
                + csv
                + "\"]), '"
                + name
                + ".csv');"
                + " return (await fetch('/api/v1/datasets', { method: 'POST', body: form })).status;"
                + " }");
    assertEquals(201, status);
  }

  @Test
  void aDoubtfulStretchIsDecidedUndoneAndTheNetworkStored() {
    Page page = open("/data?country=COM", "en", 1440, 900);
    store(page, "first", A);
    store(page, "second", B);
    page.navigate(page.url().replace("/data?", "/data/network?"));
    page.locator("#questions tbody tr").waitFor();
    assertEquals(2, page.locator("#drawings input:checked").count());
    assertTrue(page.locator("#why").innerText().contains("comes from your data"));
    assertTrue(page.locator("#sum").innerText().contains("1 doubtful stretch, 1 undecided"));
    assertEquals("0 of 1 decided", page.locator("#decided").innerText());

    page.locator(".doubtmark").click();
    assertTrue(
        page.locator("#decide-about").innerText().contains("second v1 runs beside first v1"));
    assertEquals(List.of(), barriers(page));
    page.locator("#questions [data-decision=SECOND]").focus();
    page.keyboard().press("Enter");
    page.locator("#decided").getByText("1 of 1 decided").waitFor();
    page.locator(".doubtmark.done").waitFor();
    assertEquals("SECOND", page.evaluate("document.activeElement.dataset.decision"));
    page.locator("#undo").click();
    page.locator("#decided").getByText("0 of 1 decided").waitFor();
    page.locator("[data-all=SAME]").click();
    page.locator("#decided").getByText("1 of 1 decided").waitFor();

    page.locator("#store [type=submit]").click();
    page.locator("#stored").getByText("version 1").waitFor();
    assertTrue(page.locator("#stored").innerText().contains("0 stretches undecided"));
    page.locator("#drawings li").nth(2).waitFor();
    page.setViewportSize(320, 640);
    assertNothingOverflows(page);
    assertEquals(List.of(), outside);
    assertEquals(List.of(), complaints);
  }
}
