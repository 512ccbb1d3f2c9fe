package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.planner.SeededSample;
import org.kiungo.web.browser.fixture.Remains;
import org.kiungo.web.language.StrayNumbers;
import org.kiungo.web.language.Words;

/** What holds on every page in every language, on a desk and on a phone. */
class EveryPageTest extends BrowserTest {

  private static final List<String> LANGUAGES = List.of("en", "fr");
  private static final List<String> TRANSLATIONS = List.of("ar", "es", "pt", "sw");
  private static final int TRANSLATED_PAGES = 6;
  private static final List<String> PAGES =
      List.of(
          "/",
          "/countries/LSO",
          "/countries/LSO#v=table",
          "/countries/LSO/doubt",
          "/scenario?country=LSO",
          "/compare?country=LSO",
          "/options?country=LSO",
          "/data?country=LSO",
          "/data/LSO",
          "/data/network?country=BEN",
          "/services?country=LSO",
          "/openness?country=GMB&rec=ECOWAS&cut=ACE&cut=MainOne&cut=SAT-3&cut=WACS",
          "/regulation?country=BEN&with=TGO",
          "/catalogue",
          "/privacy",
          "/api/v1",
          "/ogc",
          "/ogc/collections",
          "/ogc/collections/{plan}-settlements",
          "/ogc/collections/{plan}-settlements/items?limit=5",
          "/ogc/collections/{plan}-settlements/tiles/WebMercatorQuad",
          "/plans/{plan}/explore",
          "/plans/{plan}/explore#l=need",
          "/plans/{plan}/explore#s={place}",
          "/plans/{plan}/brief",
          "/plans/{plan}/history",
          "/plans/{plan}/lots",
          "/plans/{plan}/progress",
          "/nowhere");

  /** Most phones, px: rules for the narrowest do not hold there. */
  private static final int WIDER_PHONE = 390;

  /** A window's width and height, px. */
  private enum Size {
    DESK(1440, 900),
    PHONE(320, 640);

    private final int width;
    private final int height;

    Size(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  /**
   * A page is loaded at one of the sizes and brought to the other, in one language and at the size
   * first that the lot says; where all is taken, in both languages from either size.
   */
  @TestFactory
  Stream<DynamicNode> pages() {
    return PAGES.stream()
        .flatMap(
            path ->
                SeededSample.of(path + ", language", LANGUAGES, 1).stream()
                    .flatMap(
                        language ->
                            SeededSample.of(path + ", size", List.of(Size.values()), 1).stream()
                                .map(
                                    size ->
                                        size == Size.DESK
                                            ? desk(path, language)
                                            : phone(path, language))));
  }

  private DynamicNode desk(String path, String language) {
    return page(path, language, Size.DESK, Size.PHONE);
  }

  private DynamicNode phone(String path, String language) {
    return page(path, language, Size.PHONE, Size.DESK);
  }

  private DynamicNode page(String path, String language, Size first, Size then) {
    Page[] opened = new Page[1];
    return DynamicContainer.dynamicContainer(
        path + " " + language + " on a " + first,
        Stream.of(
            DynamicTest.dynamicTest(
                "speaks the language and asks no other host",
                () -> {
                  closePages();
                  complaints.clear();
                  outside.clear();
                  opened[0] = open(withPlan(path), language, first.width, first.height);
                  opened[0].waitForLoadState(LoadState.NETWORKIDLE);
                  assertEquals(language, opened[0].locator("html").getAttribute("lang"));
                  assertNoComplaint(path);
                }),
            DynamicTest.dynamicTest(
                "comes up on a " + first,
                () -> {
                  assertShowsEverything(path, opened[0]);
                  assertEquals(List.of(), barriers(opened[0]), path);
                }),
            DynamicTest.dynamicTest(
                "turns to a " + then,
                () -> {
                  opened[0].setViewportSize(then.width, then.height);
                  opened[0].waitForLoadState(LoadState.NETWORKIDLE);
                  assertShowsEverything(path, opened[0]);
                  if (SeededSample.takesAll()) {
                    assertEquals(List.of(), barriers(opened[0]), path);
                  }
                  assertNoComplaint(path);
                })));
  }

  /** Cells with words that a table squeezes to a letter or two a line. */
  private static final String SQUEEZED =
      "() => [...document.querySelectorAll('td, th')].filter((cell) => {"
          + " const words = cell.innerText.trim(), line = parseFloat(getComputedStyle(cell).lineHeight);"
          + " return cell.getClientRects().length && words.length > 6 && cell.clientWidth < 44"
          + " && cell.clientHeight > 4 * line; }).map((cell) => cell.innerText)";

  /** Buttons and labels of charts whose words do not fit them. */
  private static final String CUT =
      "() => [...[...document.querySelectorAll('.btn, button')].filter((each) =>"
          + " each.getClientRects().length && each.innerText.trim() && each.scrollWidth > each.clientWidth + 1),"
          + " ...[...document.querySelectorAll('.svgchart text')].filter((each) => {"
          + " const words = each.getBoundingClientRect(), chart = each.ownerSVGElement.getBoundingClientRect();"
          + " return words.width && (words.right > chart.right + 1 || words.left < chart.left - 1); })]"
          + ".map((each) => each.textContent)";

  private static void assertShowsEverything(String path, Page page) {
    assertNothingOverflows(page);
    assertEquals(List.of(), page.evaluate(CUT), path);
    if (page.viewportSize().width == Size.PHONE.width) {
      page.setViewportSize(WIDER_PHONE, Size.PHONE.height);
      assertNothingOverflows(page);
      assertEquals(List.of(), page.evaluate(SQUEEZED), path);
      page.setViewportSize(Size.PHONE.width, Size.PHONE.height);
      assertEquals(List.of(), page.evaluate(SQUEEZED), path);
    }
    if (!path.equals("/api/v1")) {
      assertEquals(List.of(), strayNumbers(page), path);
    }
    assertEquals(List.of(), path.equals("/api/v1") ? List.of() : Remains.of(page), path);
  }

  /** Numbers, of scripts too, that are written as the other language writes them. */
  private static List<String> strayNumbers(Page page) {
    String language = page.locator("html").getAttribute("lang");
    return StrayNumbers.ofPage(page.content(), language);
  }

  /**
   * Words of other languages are longer, and lie otherwise: some pages in one language each, as the
   * lot falls.
   */
  @ParameterizedTest
  @MethodSource("translated")
  void aTranslationFitsItsPage(String path, String language) {
    Page page = open(withPlan(path), language, Size.DESK.width, Size.DESK.height);
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertEquals(language, page.locator("html").getAttribute("lang"));
    assertEquals(Words.in(language).direction(), page.locator("html").getAttribute("dir"));
    assertEquals(Words.in(language).draftNote(), page.locator("[role=note]").first().textContent());
    for (Size size : Size.values()) {
      page.setViewportSize(size.width, size.height);
      assertNothingOverflows(page);
      assertEquals(List.of(), page.evaluate(CUT), path);
    }
    assertNoComplaint(path);
  }

  static Stream<Arguments> translated() {
    List<String> pages = SeededSample.of("translated pages", PAGES, TRANSLATED_PAGES);
    return pages.stream()
        .flatMap(
            path ->
                SeededSample.of(path + " translated", TRANSLATIONS, 1).stream()
                    .map(language -> Arguments.of(path, language)));
  }

  /** The search above is no idle one. */
  @Test
  void aNumberOfTheOtherLanguageIsFound() {
    Page page = open("/privacy", "en", 800, 600);
    assertEquals(List.of(), strayNumbers(page));
    page.evaluate("() => document.body.append('7,38 M')");
    assertEquals(List.of("7,38 M"), strayNumbers(page).stream().map(String::strip).toList());
  }

  private void assertNoComplaint(String path) {
    assertEquals(List.of(), outside);
    // the browser itself complains about the page that is not there
    complaints.removeIf(each -> path.equals("/nowhere") && each.contains("status of 404"));
    assertEquals(List.of(), complaints);
  }
}
