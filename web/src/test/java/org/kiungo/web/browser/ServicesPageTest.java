package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** E-services from the question to the reason for a host. */
class ServicesPageTest extends BrowserTest {

  static List<Arguments> hosts() {
    return oneLanguage(
        "hosts of services",
        Arguments.of("en", "served from", "108 health sites and no schools", "Health site"),
        Arguments.of("fr", "servi depuis", "108 sites de santé et aucune école", "Site de santé"));
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void mapAndTablesShowTheSameAndEveryHostHasAReason(
      String language, String because, String carried, String nameless) throws IOException {
    Page page = open("/services?country=LSO", language, 1440, 900);
    page.waitForFunction("() => window.kiungo && window.kiungo.ready");
    assertTrue(page.innerText("#institutions-hint").contains(carried));
    page.fill("#budget", "1.5");
    page.click("#place");
    // or done, where the page is slower than the services
    page.waitForFunction(
        "() => window.kiungo.done === true || !document.getElementById('placing').hidden");
    assertFalse(page.isVisible("#nothing"), "two sentences about what is under way");
    page.waitForFunction(
        "() => window.kiungo.done === true || !document.getElementById('refused').hidden");
    assertEquals("", page.innerText("#refused"));
    assertFalse(page.isVisible("#placing"));
    assertTrue(page.innerText("#sentence").contains("satellite"), page.innerText("#sentence"));
    page.selectOption("#service", "telemedicine-hub");
    assertTrue(page.innerText("#users").contains(nameless), page.innerText("#users"));
    int users = count(page, "#users tbody tr");
    assertTrue(users > 5, "only " + users + " users");
    assertEquals(users, number(page, "() => kiungo.drawn.users"));
    assertEquals(count(page, "#sites tbody tr"), number(page, "() => kiungo.drawn.sites"));
    page.click("#users tbody tr:nth-child(1) button");
    page.waitForFunction("() => window.kiungo.why === true");
    assertTrue(page.innerText("#reasons").contains(because), page.innerText("#reasons"));
    Download download = page.waitForDownload(() -> page.click("#geojson"));
    var file = JsonMapper.builder().build().readTree(Files.readString(download.path()));
    int drawn = 0;
    String shown = page.inputValue("#service");
    for (var feature : file.get("features")) {
      var serviceId = feature.get("properties").get("serviceId");
      drawn += serviceId != null && serviceId.asString().equals(shown) ? 1 : 0;
    }
    assertEquals(users, drawn);
    assertEquals(List.of(), barriers(page));
    assertEquals(List.of(), complaints);
    assertEquals(List.of(), outside);
    // the address brings the same placement back
    page.reload();
    page.waitForFunction("() => window.kiungo && window.kiungo.done === true");
    page.selectOption("#service", "telemedicine-hub");
    assertEquals(users, count(page, "#users tbody tr"));
  }

  private static int count(Page page, String selector) {
    return page.locator(selector).count();
  }

  private static int number(Page page, String script) {
    return ((Number) page.evaluate(script)).intValue();
  }
}
