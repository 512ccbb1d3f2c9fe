package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.web.browser.fixture.RegulatorFiles;
import org.kiungo.web.browser.fixture.RegulatorFiles.Kind;

/**
 * From a regulator's files to a plan, by pages alone: rasters, tables and drawings are imported,
 * what is asked is answered, what feeds the plan is seen beside the reference, and the plan is read
 * and taken away. A second person does the same in another country and language at the same time.
 */
class RegulatorStoryTest extends BrowserTest {

  @TempDir private Path folder;

  /** Of the raster, halved because they are too many for one place. */
  private static final String PEOPLE_OF_A_TOWN = "18450";

  /**
   * One of the two.
   *
   * @param town that the plan names
   * @param misspelt in the census
   * @param merged what the page calls a merged network
   */
  private record Regulator(
      Page page, String iso3, String town, String misspelt, String merged, RegulatorFiles files) {

    void go(String path) {
      String here = page.url();
      page.navigate(here.substring(0, here.indexOf('/', "http://".length())) + path);
    }

    String said(String locator) {
      return page.locator(locator).innerText();
    }

    /** Numbers apart from how their language writes them. */
    String figures(String locator) {
      return said(locator).replaceAll("(?<=\\d)[\\s,\\u00a0\\u202f](?=\\d{3})", "");
    }
  }

  /** What is asked about a file, and what both answer. */
  private static final Map<Kind, String> ASKED =
      Map.of(
          Kind.FACILITIES,
          "li[data-code=id] button",
          Kind.CENSUS,
          "li[data-code=unmatched] button[data-remedy=keep-good]");

  private List<Regulator> both;

  /** Imports whose questions would hold as they stand. */
  private int agreed;

  /** Imports that were followed. */
  private int waited;

  /** A step of both: what begins it, then, once both have begun, what is seen at its end. */
  private void step(Consumer<Regulator> begin, Consumer<Regulator> end) {
    both.forEach(begin);
    both.forEach(end);
  }

  @Test
  void twoRegulatorsGoFromFilesToPlansAtOnce() throws IOException {
    both =
        List.of(
            new Regulator(
                open("/data?country=GMB", "en", 1440, 900),
                "GMB",
                "Serekunda",
                "WEST COST",
                "fibre, merged",
                new RegulatorFiles(
                    folder.resolve("GMB"),
                    -15.3,
                    13.42,
                    "Census, provisional;;;\n;;;\nRegion;Pop 2013;Pop 2024;Density (people/km²)\n"
                        + "Banjul;31 301;26 461;2 200,5\nKanifing;382 096;379 348;5 013,2\n"
                        + "WEST COST;699 704;1 151 128;651,7\nLower-River;82 361;90 624;56,0\n"
                        + "North Bank Region;221 054;250 000;110,6\n"
                        + "Central Rvr;226 018;260 000;90,1\nUpper River;239 916;290 000;140,3\n"
                        + "Total;1 882 450;2 447 561;230,4\n")),
            new Regulator(
                open("/data?country=GNB", "fr", 1440, 900),
                "GNB",
                "Bissau",
                "Cacheo",
                "fibre, fusionnée",
                new RegulatorFiles(
                    folder.resolve("GNB"),
                    -15.1,
                    12.1,
                    "Recensement;;;\n;;;\nRégion;Pop 2009;Pop 2024;Densité (hab/km²)\n"
                        + "SAB;387 909;450 000;5 013,2\nBIOMBO;97 120;110 000;130,0\n"
                        + "Cacheo;192 508;220 000;42,5\nOio;224 644;250 000;46,0\n"
                        + "Bafata;210 007;240 000;40,1\nGabu;215 530;250 000;27,4\n"
                        + "Bolama-Bijagos;34 563;40 000;15,2\nQuínara;63 610;70 000;22,3\n"
                        + "Tombali;94 939;110 000;29,4\nTotal;1 520 830;1 740 000;48,0\n")));

    both.forEach(r -> countWhatWaits(r.page()));
    for (Kind kind : Kind.values()) {
      bring(kind);
    }
    step(r -> r.go("/data/" + r.iso3()), r -> r.page().click("#sources a[href^='/data/settle']"));
    settle();
    step(r -> r.go("/data/network?country=" + r.iso3()), RegulatorStoryTest::decide);
    step(r -> r.go("/data/" + r.iso3()), RegulatorStoryTest::compareWithTheReference);
    step(r -> r.page().click("#plan"), RegulatorStoryTest::ask);
    step(r -> r.page().click("#start"), RegulatorStoryTest::read);
    assertEquals(List.of(), outside);
    // the browser tells of what was asked about, once for each that was not first told to wait
    int questions = 2 * ASKED.size() + agreed;
    long told = complaints.stream().filter(each -> each.contains("422")).count();
    assertEquals(told, complaints.size(), complaints + "");
    assertTrue(
        told <= questions && questions <= told + waited, told + " of " + questions + ", " + waited);
  }

  /** An import of more than two seconds is followed, and the answer to that is no refusal. */
  private void countWhatWaits(Page page) {
    page.onResponse(
        each -> waited += each.status() == 202 && each.url().endsWith("/api/v1/datasets") ? 1 : 0);
  }

  private void bring(Kind kind) {
    step(
        r -> {
          r.page().selectOption("#layer", kind.layer());
          r.page().setInputFiles("#file", written(r, kind));
        },
        r -> {
          r.page().locator("#columns").waitFor();
          r.page().locator("#commit:enabled").waitFor();
          assertEquals("", r.said("#refused"));
          assertFalse(r.page().locator("#report").isVisible(), "the last file's report");
        });
    step(
        r -> {
          r.page().fill("#name", kind.dataset());
          r.page().fill("#source", "Regulator");
          r.page().fill("#licence", "CC BY 4.0");
          r.page().click("#commit");
        },
        r -> {
          String asked = ASKED.get(kind);
          if (asked != null) {
            r.page().locator("#questions " + asked).first().click();
            r.page().locator("#judge-store[aria-disabled=false]").waitFor();
            r.page().locator("#commit:enabled").waitFor();
            r.page().click("#judge-store");
          }
          agree(r);
          assertTrue(r.figures("#outcome").contains(kind.stored()), r.figures("#outcome"));
        });
    if (kind == Kind.CENSUS) {
      both.forEach(r -> assertTrue(r.said("#problems").contains(r.misspelt()), r.misspelt()));
    }
  }

  /** What would hold by itself is shown before it does: both read it and store. */
  private void agree(Regulator r) {
    String done = "#steps [data-step=done][aria-current]";
    String store = "#judge:visible #judge-store[aria-disabled=false]";
    r.page().locator(done + ", " + store).first().waitFor();
    r.page().locator("#commit:enabled").waitFor();
    if (r.page().locator(done).count() == 0) {
      agreed++;
      assertTrue(r.page().locator("#questions li:not(.done)").count() > 0, "what is asked");
      r.page().click("#judge-store");
    }
    r.page().locator(done).waitFor();
  }

  private static Path written(Regulator regulator, Kind kind) {
    try {
      return regulator.files().write(kind);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Options out of range are told, what comes out is seen beside the nation, and kept. */
  private void settle() {
    step(
        r -> {
          r.page().locator("#make:enabled").waitFor();
          r.page().fill("#hexKm", "0");
          r.page().click("#make");
        },
        r -> {
          r.page().locator("#hexKm[aria-invalid]").waitFor();
          assertTrue(r.page().locator("#refused").isVisible());
          r.page().fill("#hexKm", "5");
        });
    step(r -> r.page().click("#make"), r -> r.page().locator("#result").waitFor());
    step(
        r -> r.page().reload(),
        r -> {
          r.page().locator("#result").waitFor();
          assertTrue(r.page().locator("#apart").isVisible(), "less than the nation");
          assertTrue(r.figures("#largest").contains(PEOPLE_OF_A_TOWN), r.figures("#largest"));
          assertTrue(r.said("#left-out").contains("1 cell"), r.said("#left-out"));
        });
    assertEquals(List.of(), barriers(both.get(0).page()));
    step(r -> r.page().click("#keep"), r -> r.page().locator("#kept a[href^='/data/']").waitFor());
  }

  /** The ministry's detour is the same cable, as the ministry drew it. */
  private static void decide(Regulator r) {
    r.page().locator("#questions [data-decision=SAME_AS_OTHER]").first().waitFor();
    r.page().locator("#questions [data-decision=SAME_AS_OTHER]").first().click();
    r.page().locator(".doubtmark.done").first().waitFor();
    r.page().click("#store [type=submit]");
    r.page().locator("#stored:not(:empty)").waitFor();
  }

  /** Nothing counts twice, nobody else's is there, and a part does not become the country. */
  private static void compareWithTheReference(Regulator r) {
    Page page = r.page();
    page.locator("[data-testid=total-SETTLEMENTS]").waitFor();
    assertEquals(
        List.of(0, 8),
        page.evaluate(
            "() => { const all = [...document.querySelectorAll('#sources [data-source*=\"/\"]')];"
                + " return [all.filter(({ dataset }) => !dataset.source.endsWith('/1')).length,"
                + " all.length]; }"));
    assertEquals(List.of("ALONE", "", "", ""), uses(r, "FIBRE_LINES"));
    assertEquals(List.of("REPLACE", "FILL", ""), uses(r, "SETTLEMENTS"));
    assertEquals(List.of("ADD", "ADD"), uses(r, "COVERAGE"));
    page.locator("[data-layer=SETTLEMENTS] select").first().selectOption("ALONE");
    page.locator(".feed .alert").waitFor();
    assertTrue(page.locator("#save").isDisabled());
    page.locator(".feed .alert button").first().click();
    page.locator("#save:enabled").waitFor();
    assertEquals(List.of("REPLACE", "FILL", ""), uses(r, "SETTLEMENTS"));
    assertEquals(List.of(), barriers(page));
    page.setViewportSize(320, 640);
    assertNothingOverflows(page);
    page.setViewportSize(1440, 900);
    page.click("#save");
    page.locator("#said:not(:empty)").waitFor();
  }

  private static Object uses(Regulator r, String layer) {
    return r.page()
        .evaluate(
            "layer => [...document.querySelectorAll(`[data-layer=${layer}] select`)]"
                + ".map(({ value }) => value)",
            layer);
  }

  private static void ask(Regulator r) {
    r.page().locator("#feeds li").first().waitFor();
    assertFeeds(r);
    r.page().fill("#budgetUsd", "5");
    r.page().fill("#steps", "20");
    r.page().locator("#means-size:not(:empty)").waitFor();
  }

  private static void assertFeeds(Regulator r) {
    String feeds = r.said("#feeds");
    assertTrue(feeds.contains("people_250m v1"), feeds);
    assertTrue(feeds.contains(r.merged() + " v1"), feeds);
    assertFalse(feeds.contains("incumbent"), feeds);
  }

  /** The plan on places that people know, taken away, and what a donor reads of its sources. */
  private static void read(Regulator r) {
    Page page = r.page();
    page.locator("#over").waitFor();
    String plan = page.locator("#open").getAttribute("href").replaceAll(".*plan=", "");
    page.click("#open");
    waitForMap(page);
    r.go("/plans/" + plan + "/explore#v=table");
    page.locator("#places tr[data-id]").first().waitFor();
    String places = r.figures("#places");
    assertTrue(places.contains(r.town()) && places.contains(PEOPLE_OF_A_TOWN), places);
    page.click("details.exports summary");
    Download csv = page.waitForDownload(() -> page.click("details.exports a[href$='/csv']"));
    try {
      String rows = Files.readString(csv.path());
      assertTrue(rows.contains(PEOPLE_OF_A_TOWN), rows.substring(0, Math.min(500, rows.length())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    r.go("/plans/" + plan + "/brief");
    assertFeeds(r);
  }
}
