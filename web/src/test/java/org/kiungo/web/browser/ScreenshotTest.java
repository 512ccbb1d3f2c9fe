package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pictures of the pages as they really look. They go to {@code target/pictures}; with {@code
 * -Dkiungo.pictures=web/docs} to the folder whose pictures the README shows.
 */
class ScreenshotTest extends BrowserTest {

  private static final long LARGEST_BYTES = 400_000;

  @ParameterizedTest
  @CsvSource({
    "africa, /, en, 1440, 900",
    "country, /countries/LSO, en, 1440, 900",
    "country-fr, /countries/LSO, fr, 1440, 900",
    "country-phone, /countries/LSO, en, 390, 844",
    "scenario, /scenario?country=LSO, en, 1440, 900"
  })
  void pagesShowThemselves(String name, String path, String language, int width, int height)
      throws IOException {
    Page page = open(path, language, width, height);
    if (path.startsWith("/countries")) {
      waitForMap(page);
    }
    page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
    Path folder = Path.of(System.getProperty("kiungo.pictures", "target/pictures"));
    Path file = Files.createDirectories(folder).resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
    assertTrue(Files.size(file) > 10_000 && Files.size(file) < LARGEST_BYTES, file.toString());
  }
}
