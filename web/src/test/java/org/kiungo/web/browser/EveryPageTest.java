package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds on every page in every language. */
class EveryPageTest extends BrowserTest {

  static Stream<Arguments> pages() {
    return Stream.of(
            "/",
            "/countries/LSO",
            "/countries/LSO#v=table",
            "/scenario?country=LSO",
            "/compare?country=LSO",
            "/data?country=LSO",
            "/services?country=LSO",
            "/catalogue",
            "/api/v1",
            "/plans/{plan}/explore",
            "/plans/{plan}/explore#l=need",
            "/plans/{plan}/explore#s={place}",
            "/plans/{plan}/brief",
            "/nowhere")
        .flatMap(path -> Stream.of(Arguments.of(path, "en"), Arguments.of(path, "fr")));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void noSeriousBarrierAndNothingLeavesTheHost(String path, String language) {
    Page page = open(withPlan(path), language, 1440, 900);
    settle(page);
    assertEquals(language, page.locator("html").getAttribute("lang"));
    assertEquals(List.of(), barriers(page));
    assertEquals(List.of(), outside);
    // the browser itself complains about the page that is not there
    complaints.removeIf(each -> path.equals("/nowhere") && each.contains("status of 404"));
    assertEquals(List.of(), complaints);
    assertEquals(List.of(), page.evaluate(MISSING_WORDS));
  }

  /** Texts that are still keys: a word missing from both bundles shows as its key. */
  private static final String MISSING_WORDS =
      "() => [...document.body.innerText.matchAll(/\\b(?:ui|technology|medium)\\.[a-z][\\w.-]+|\\?\\?\\w+/g)]"
          + ".map(found => found[0])";

  @ParameterizedTest
  @MethodSource("pages")
  void aPhoneShowsEverythingWithoutBarrierOrOverflow(String path, String language) {
    Page page = open(withPlan(path), language, 320, 640);
    settle(page);
    assertNothingOverflows(page);
    assertEquals(List.of(), barriers(page));
  }

  private static void settle(Page page) {
    page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
  }
}
