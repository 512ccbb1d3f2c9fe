package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pictures of the pages as they really look. They go to {@code target/pictures}; with {@code
 * -Dkiungo.pictures=docs} to {@code web/docs}, the folder whose pictures the README shows.
 */
class ScreenshotTest extends BrowserTest {

  private static final long LARGEST_BYTES = 250_000;
  private static final int QUALITY = 80;

  @ParameterizedTest
  @CsvSource({
    "africa, /, en, 1440, 900",
    "country, /countries/LSO, en, 1440, 900",
    "country-fr, /countries/LSO, fr, 1440, 900",
    "country-phone, /countries/LSO, en, 390, 844",
    "scenario, /scenario?country=LSO, en, 1440, 900",
    "scenario-fr, /scenario?country=LSO, fr, 1440, 900",
    "compare, /compare?country=LSO, en, 1440, 900",
    "compare-fr, /compare?country=LSO, fr, 1440, 900",
    "explore, /plans/{plan}/explore#s={place}, en, 1440, 900",
    "explore-fr, /plans/{plan}/explore#s={place}, fr, 1440, 900",
    "brief, /plans/{plan}/brief, en, 960, 1200",
    "brief-fr, /plans/{plan}/brief, fr, 960, 1200",
    "africa-fr, /, fr, 1440, 900"
  })
  void pagesShowThemselves(String name, String path, String language, int width, int height)
      throws IOException {
    Page page = open(withPlan(path), language, width, height);
    if (path.startsWith("/countries") || path.contains("/explore")) {
      waitForMap(page);
      page.evaluate("() => kiungo.why");
    }
    page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
    Path folder = Path.of(System.getProperty("kiungo.pictures", "target/pictures"));
    Path file = Files.createDirectories(folder).resolve(name + ".jpg");
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(file)
            .setType(ScreenshotType.JPEG)
            .setQuality(QUALITY));
    assertTrue(Files.size(file) > 10_000 && Files.size(file) < LARGEST_BYTES, file.toString());
  }
}
