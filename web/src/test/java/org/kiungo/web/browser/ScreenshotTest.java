package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pictures of every flow as it really looks, in English and French or the languages asked for,
 * drawn on request alone: they go to {@code docs}, where screens.md shows them. What the flows must
 * do is asserted by the tests of their pages.
 */
@EnabledIfSystemProperty(
    named = "kiungo.write",
    matches = "true",
    disabledReason = "skipped: pictures are drawn with -Dkiungo.write=true")
class ScreenshotTest extends BrowserTest {

  private static final long LARGEST_BYTES = 100_000;

  /** Pictures are seven tenths of the screen's size: words stay legible. */
  private static final double SCALE = 0.7;

  /** Pages of today's Africa and what is known of it: read aloud and by keyboard as well. */
  private static final Set<String> TODAY =
      Set.of("africa", "benin", "benin-near", "kenya", "kenya-near", "openness", "regulation");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "africa, /, 1440, 900",
    "country, /countries/LSO, 1440, 900",
    "country-phone, /countries/LSO, 390, 844",
    "benin, /countries/BEN, 1440, 900",
    "benin-near, '/countries/BEN#c=10.3,1.6&z=9', 390, 844",
    "kenya, /countries/KEN, 1440, 900",
    "kenya-near, '/countries/KEN#c=-0.6,39.6&z=8', 390, 844",
    "import, /data?country=LSO, 1440, 1000",
    "scenario, /scenario?country=LSO, 1440, 1100",
    "strategy, /scenario?country=LSO, 1440, 1100",
    "run, /scenario?country=KEN, 1440, 1000",
    "explore, /plans/{plan}/explore#s={place}, 1440, 900",
    "explore-edits, /plans/{plan}/explore#s={place}, 1440, 900",
    "programme, '/plans/{programme}/explore#y=2030', 1440, 900",
    "corridors, '/countries/BDI?plan={together}', 1440, 900",
    "compare, /compare?country=LSO, 1440, 900",
    "compare-difference, /compare?country=LSO#m=difference, 1440, 900",
    "services, /services?country=KEN, 1440, 900",
    "openness, '/openness?country=BEN&cut=ACE', 1440, 1200",
    "regulation, /regulation?country=KEN&with=UGA, 1440, 1200",
    "catalogue, /catalogue, 1440, 900",
    "brief, /plans/{plan}/brief, 960, 1200"
  })
  void pagesShowThemselves(String name, String path, int width, int height) throws IOException {
    List<String> wanted = List.of(System.getProperty("kiungo.pictures", name).split(","));
    assumeTrue(wanted.contains(name), "skipped: not among -Dkiungo.pictures");
    if (name.startsWith("benin")) {
      plan("BEN", "60e6");
    } else if (name.startsWith("kenya")) {
      plan("KEN", "200e6");
    }
    String shown =
        switch (name) {
          case "programme" -> path.replace("{programme}", programme());
          case "corridors" -> path.replace("{together}", together());
          default -> path;
        };
    for (String language : System.getProperty("kiungo.languages", "en,fr").split(",")) {
      Page page = open(withPlan(shown), language, width, height);
      Flows.prepare(name, page, folder);
      keep(page, language.equals("en") ? name : name + "-" + language);
      if (TODAY.contains(name)) {
        assertEquals(List.of(), barriers(page), name);
        assertEquals(List.of(), complaints, name);
      }
      assertEquals(List.of(), outside, name);
      if (name.equals("run")) {
        page.click("#stop");
        page.locator("[data-testid=open-plan]").waitFor();
      }
      page.context().close();
    }
  }

  /** Makes a country's plan unless it has one; a run's events end when the run does. */
  private void plan(String country, String budgetUsd) {
    if (!api("/plans?country=" + country).isEmpty()) {
      return;
    }
    String scenario =
        "{\"countries\":[\"%s\"],\"budgetUsd\":%s,\"seed\":42,\"steps\":200}"
            .formatted(country, budgetUsd);
    run(scenario);
  }

  /** A plan of three countries with links across their borders, by its id. */
  private String together() {
    String scenario =
        """
        {"countries": ["BDI", "RWA", "TZA"], "budgetUsd": 700e6, "seed": 42, "steps": 50}""";
    return api("/runs/" + run(scenario)).get("planId").asString();
  }

  private static void keep(Page page, String name) throws IOException {
    ViewportSize window = page.viewportSize();
    int top = ((Number) page.evaluate("Math.round(scrollY)")).intValue();
    byte[] picture = picture(page, top, window.width, window.height, SCALE);
    assertTrue(
        picture.length > 5_000 && picture.length < LARGEST_BYTES,
        name + " has " + picture.length + " bytes");
    Files.write(Path.of("docs", name + ".webp"), picture);
  }
}
