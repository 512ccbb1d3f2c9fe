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
    "compare-fr, /compare?country=LSO, fr, 1440, 900"
  })
  void pagesShowThemselves(String name, String path, String language, int width, int height)
      throws IOException {
    Page page = open(path, language, width, height);
    if (path.startsWith("/countries")) {
      waitForMap(page);
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
