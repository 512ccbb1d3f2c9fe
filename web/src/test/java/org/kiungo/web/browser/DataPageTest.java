package org.kiungo.web.browser;

import static com.microsoft.playwright.options.WaitForSelectorState.HIDDEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A regulator's file goes through the page: sent, looked at, mapped, checked, stored, undone. Its
 * country is one that no other browser test plans on.
 */
class DataPageTest extends BrowserTest {

  private static final String ROWS =
      "Localité;Longitude;Latitude;Habitants\n"
          + "Mbabane;31,13;-26,32;94874\nManzini;31,37;-26,49;75115\nVide;;;12\n";

  @TempDir private Path folder;

  @Test
  void aFrenchTableIsSentMappedCheckedStoredComparedAndUndone() throws IOException {
    Path table =
        Files.writeString(folder.resolve("localités.csv"), ROWS, Charset.forName("windows-1252"));
    Page page = open("/data?country=SWZ", "en", 1440, 900);
    page.setInputFiles("#file", table);
    Locator proposal = page.locator("#proposal-list li").first();
    proposal.getByText("2 of 2 rows looked at lie in Eswatini").waitFor();
    assertEquals("", page.inputValue("#layer"));
    assertFalse(page.locator("#columns").isVisible(), "nothing holds until it is chosen");
    assertEquals(List.of(), barriers(page));
    proposal.locator("button").click();
    page.locator("#column-population").waitFor();
    assertEquals("Habitants", page.inputValue("#column-population"));
    assertEquals("Localité", page.inputValue("#column-name"));
    assertEquals("Inhabited area, km²", page.textContent("label[for=column-areaKm2]"));
    assertTrue(page.locator("#detected").innerText().contains("3 rows"));
    assertEquals(3, page.locator("#preview tbody tr").count());
    assertEquals("Mbabane", page.locator("#preview tbody td").first().innerText());
    assertEquals(List.of(), barriers(page));

    page.fill("#name", "from the page");
    page.click("#check");
    page.locator("#problems tbody tr").first().waitFor();
    assertTrue(
        page.locator("#outcome")
            .innerText()
            .startsWith("Checked, nothing stored yet. Good rows: 2"));
    assertTrue(page.locator("#problems tbody").innerText().contains("Row 4 has no place."));
    assertFalse(page.locator("#suspects").isVisible());
    assertEquals(List.of(), barriers(page));
    Download rows = page.waitForDownload(() -> page.click("#downloads a[href*='form=csv']"));
    String csv = Files.readString(rows.path(), StandardCharsets.UTF_8);
    assertTrue(csv.contains("_problem") && csv.contains("[geometryMissing]"), csv);
    assertEquals(4, csv.lines().count());

    page.click("#commit");
    page.locator("#refused").getByText("Source and licence").waitFor();
    page.fill("#source", "Bureau of Statistics");
    page.fill("#licence", "CC BY 4.0");
    page.fill("#date", "2024-05");
    page.click("#commit");
    page.locator("#commit:enabled").waitFor();
    page.locator("#questions li[data-code=sum]").getByText("Unless you answer").waitFor();
    assertFalse(api("/datasets?country=SWZ").toString().contains("from the page"), "stored");
    page.click("#judge-store");
    page.locator("#outcome").getByText("Stored as a new version. Rows: 2 of 3").waitFor();
    Locator own =
        page.locator("#datasets li")
            .filter(new Locator.FilterOptions().setHasText("from the page"));
    own.locator("summary").waitFor();
    page.locator("#imports li")
        .filter(new Locator.FilterOptions().setHasText("localités.csv"))
        .getByText("ended")
        .first()
        .waitFor();
    JsonNode stored = named("from the page");
    assertEquals(1, stored.get("currentVersion").asInt());

    Files.writeString(
        table,
        ROWS.replace("75115", "75116") + "Siteki;31,95;-26,45;6152\nMBABANE;31,1301;-26,32;94874\n",
        Charset.forName("windows-1252"));
    page.setInputFiles("#file", new Path[0]);
    page.setInputFiles("#file", table);
    page.locator("#detected").getByText("as the last time").waitFor();
    page.click("#commit");
    page.locator("#judge-title").getByText("2 questions before this is stored").waitFor();
    String twins = "#questions li[data-code=twins] ";
    assertTrue(
        page.locator(twins + "h3")
            .innerText()
            .startsWith("Perhaps one place, twice within 50 m: Mbabane and MBABANE"));
    page.locator("#change-rows").getByText("~ 1").waitFor();
    assertTrue(page.locator("#change-rows").innerText().contains("+2"));
    assertEquals(1, named("from the page").get("currentVersion").asInt());
    assertEquals(List.of(), barriers(page));
    page.setViewportSize(1366, 768);
    assertEquals(
        List.of(),
        page.evaluate(
            "[...document.querySelectorAll('#questions button')]"
                + ".filter(each => each.scrollWidth > each.clientWidth"
                + " || each.getBoundingClientRect().right"
                + " > each.parentElement.getBoundingClientRect().right + 1)"
                + ".map(each => each.textContent)"));
    page.locator(twins + "button").getByText("keep the earlier row, not row 6").click();
    page.locator("#judge-title").getByText("One question before this is stored").waitFor();
    page.locator("#change-rows").getByText("+1").waitFor();
    page.locator("#judge-store").getByText("Store as version 2").click();
    page.locator("#outcome").getByText("1 added, 1 changed, 0 removed").waitFor();
    assertEquals(2, named("from the page").get("currentVersion").asInt());

    own.locator("summary").click();
    own.locator("dd").first().waitFor();
    String facts = page.locator("#datasets").innerText();
    for (String fact : List.of("Bureau of Statistics", "CC BY 4.0", "2024-05", "EPSG:4326")) {
      assertTrue(facts.contains(fact), facts);
    }
    own.locator("> button").click();
    page.locator("#undo-about").getByText("This undoes version 2").waitFor();
    assertEquals(List.of(), barriers(page));
    assertEquals(2, named("from the page").get("currentVersion").asInt());
    page.click("#undo-yes");
    page.waitForFunction(
        "async () => (await (await fetch('/api/v1/datasets')).json())"
            + ".some(each => each.name === 'from the page' && each.currentVersion === 1)");
    // the list is drawn anew: a button of the one before would ask for what is undone
    own.locator("summary").getByText("version 1").waitFor();
    own.locator("> button").getByText("Undo the last import").click();
    page.locator("#undo-about").getByText("This undoes version 1").waitFor();
    page.click("#undo-yes");
    own.locator("summary").getByText("undone, no version counts").waitFor();
    own.locator("> button").getByText("Use the last version again").click();
    own.locator("> button").getByText("Undo the last import").waitFor();
    assertEquals(2, named("from the page").get("currentVersion").asInt());
    takeTheVersionThatWaits(page, named("from the page").get("id").asString());
    assertEquals(List.of(), outside);
    // the browser tells of the answer that asked before it stored
    complaints.removeIf(each -> each.contains("422") && each.contains("/api/v1/datasets:"));
    assertEquals(List.of(), complaints);
  }

  /**
   * A choice that was kept with version 1 says that version 2 waits, and takes it when asked to.
   */
  private static void takeTheVersionThatWaits(Page page, String dataset) {
    page.navigate(page.url().replaceAll("/data.*", "/data/SWZ"));
    page.locator("[data-layer=SETTLEMENTS] .badge").waitFor();
    page.evaluate(
        "async source => { const feeds = [{ country: 'SWZ', layer: 'SETTLEMENTS', source, use:"
            + " 'REPLACE' }, { country: 'SWZ', layer: 'SETTLEMENTS', source: 'built-in', use:"
            + " 'FILL' }]; const tried = await fetch('/api/v1/workspaces/SWZ/choice', { method:"
            + " 'POST', headers: { 'Content-Type': 'application/json' }, body:"
            + " JSON.stringify({ feeds }) }); window.kiungo.feeds.take(await tried.json()); }",
        dataset + "/1");
    Locator people = page.locator("[data-layer=SETTLEMENTS]");
    people.locator(".badge").getByText("a newer version waits").waitFor();
    people.locator(".alert").getByText("this choice was kept with version 1").waitFor();
    assertEquals(List.of(), barriers(page));
    people.getByText("Use version 2").click();
    page.waitForFunction("!document.querySelector('[data-layer=SETTLEMENTS] .alert')");
    assertEquals(
        dataset + "/2",
        page.evaluate("window.kiungo.feeds.feeds().find(each => each.use === 'REPLACE').source"));
  }

  /** On a phone each row of the report is a card: its remedy lies within the screen. */
  @Test
  void remediesAreReadWholeOnAPhone() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("codes.csv"), "ADM1_PCODE,Population\nSW901,120000\nSW902,-4\n");
    Page page = open("/data?country=SWZ", "fr", 390, 844);
    page.setInputFiles("#file", table);
    page.locator("#proposal-list li button").first().click();
    page.locator("#column-population").waitFor();
    page.click("#check");
    Locator remedy = page.locator("#problems tbody td:last-child").first();
    remedy.waitFor();
    assertTrue(page.locator("#problems").innerText().contains("SZ-"), "an example of the country");
    assertEquals(0, beyond(page, "#problems td"), "cells that reach beyond the screen");
    assertEquals("Remède", page.locator("#problems tbody td").last().getAttribute("data-heading"));
    assertEquals(List.of(), barriers(page));
    String html =
        (String)
            page.evaluate(
                "async () => (await fetch(document.querySelector("
                    + "'#downloads a[href*=\"form=html\"]').href)).text()");
    Page report = page.context().newPage();
    report.setContent(html);
    assertEquals(0, beyond(report, ".rows td"), "cells of the report that do");
    Locator told = report.locator(".rows").last().locator("td").last();
    assertTrue(told.boundingBox().width > 300, told.boundingBox().width + " px wide");
  }

  /** How many elements reach beyond the screen. */
  private static int beyond(Page page, String elements) {
    String script =
        "([...document.querySelectorAll('%s')].filter(each => {"
            + "const { left, right } = each.getBoundingClientRect();"
            + "return right > innerWidth || left < 0; }).length)";
    return ((Number) page.evaluate(script.formatted(elements))).intValue();
  }

  @Test
  void aTableOfMetresIsReadOnceItsSystemIsDeclared() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("utm.csv"), "name,easting,northing,pop\nMbabane,313344,7087527,9\n");
    Page page = open("/data?country=SWZ", "fr", 1440, 900);
    page.selectOption("#layer", "settlements");
    page.setInputFiles("#file", table);
    page.locator("#refused button").getByText("EPSG:32736 WGS 84 / UTM zone 36S (1/1)").click();
    page.locator("#column-population").waitFor();
    assertFalse(page.locator("#refused").isVisible());
    page.click("#check");
    page.locator("#outcome").getByText("Bonnes lignes : 1 sur 1").waitFor();
    page.setViewportSize(320, 640);
    int width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    assertTrue(width <= 320, width + " px wide");
  }

  @Test
  void suspectRowsAreShownOnAMapAndEveryLayerHasAnEmptyTable() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("places.csv"),
            "name,lon,lat,population\nMbabane,31.13,-26.32,9\nNairobi,36.82,-1.29,8\nZero,0,0,7\n");
    Page page = open("/data?country=SWZ", "en", 1440, 900);
    page.selectOption("#layer", "towers");
    page.locator("#template[href*=towers]").waitFor();
    Download empty = page.waitForDownload(() -> page.click("#template"));
    assertEquals("towers.en.csv", empty.suggestedFilename());
    assertTrue(Files.readString(empty.path()).contains("# heightM: height above ground, m"));
    page.selectOption("#layer", "settlements");
    page.setInputFiles("#file", table);
    page.locator("#column-population").waitFor();
    page.click("#check");
    page.locator("#suspects-map .leaflet-zoom-animated, #suspects-map canvas").first().waitFor();
    assertTrue(page.locator("#suspects-about").innerText().startsWith("2 findings on the map"));
    // Nairobi and the Gulf of Guinea are 2600 km and more away, but listed
    page.waitForFunction(
        "() => /^\\d\\d km$/.test("
            + "document.querySelector('#suspects-map .leaflet-control-scale-line').textContent)");
    assertEquals(List.of(), barriers(page));
    assertEquals(List.of(), complaints);
  }

  @Test
  void aListOfSchoolsIsReadAsOneWhereItWasChosenAsPlaces() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("liste.csv"),
            "Nom,Effectif,Longitude,Latitude\nÉcole primaire de Mbabane,450,31.13,-26.32\n"
                + "École de Manzini,320,31.37,-26.49\nÉcole de Siteki,210,31.95,-26.45\n");
    Page page = open("/data?country=SWZ", "en", 360, 900);
    page.selectOption("#layer", "settlements");
    page.setInputFiles("#file", table);
    page.locator("#column-population").waitFor();
    page.click("#check");
    Locator asked = page.locator("#questions li[data-code=layer]");
    asked.getByText("it would become 3 places with 980 people").waitFor();
    assertEquals(0, page.locator("#questions [aria-pressed=true]").count());
    assertEquals("true", page.getAttribute("#judge-store", "aria-disabled"));
    assertEquals(List.of(), barriers(page));
    asked.locator("button[data-remedy=as-layer]").click();
    page.waitForCondition(() -> page.inputValue("#layer").equals("facilities"));
    page.locator("#check:enabled").waitFor();
    page.click("#check");
    page.waitForCondition(() -> !page.locator("#judge").isVisible() || asked.count() == 0);
    page.locator("#outcome").getByText("Good rows: 3 of 3").waitFor();
    assertEquals(List.of(), complaints);
  }

  @Test
  void aDistrictThatMayBeEitherIsPickedFromAList() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("censo.csv"),
            "Província,População\nGaza,1400000\nTete,2600000\nMaputo,2500000\n");
    Page page = open("/data?country=MOZ", "pt", 360, 900);
    page.selectOption("#layer", "census");
    page.setInputFiles("#file", table);
    page.locator("#column-population").waitFor();
    page.click("#check");
    Locator asked = page.locator("#questions li[data-code=unmatched]");
    asked.locator("button[data-remedy=edit]").click();
    Locator list = asked.locator("select#fix-name");
    assertEquals(12, list.locator("option").count());
    assertEquals("Maputo", list.inputValue());
    list.selectOption("Maputo (cidade)");
    assertTrue(list.innerText().contains("Maputo (cidade) (MZ-MPM)"));
    assertEquals(List.of(), barriers(page));
    asked.locator("form.fix button").click();
    page.locator("#questions li.done[data-code=unmatched]").waitFor();
    complaints.removeIf(each -> each.contains("422"));
    assertEquals(List.of(), complaints);
  }

  @Test
  void aCensusWithoutNamesSaysThatItNeedsThem() throws IOException {
    Path table = Files.writeString(folder.resolve("noms.csv"), "Où,Population\nHhohho,320000\n");
    Page page = open("/data?country=SWZ", "fr", 1440, 900);
    page.selectOption("#layer", "census");
    page.setInputFiles("#file", table);
    page.locator("#column-population").waitFor();
    assertTrue(page.locator("label[for=column-name]").innerText().contains("nécessaire"));
    assertEquals(List.of(), complaints);
  }

  @Test
  void coordinatesAreExchangedWhereMostAreAndAnAnswerIsTakenBack() throws IOException {
    String one = "name,lon,lat,population\nMbabane,31.13,-26.32,9\nManzini,31.37,-26.49,8\n";
    Path right = Files.writeString(folder.resolve("right.csv"), one + "Siteki,-26.45,31.95,7\n");
    Page page = open("/data?country=SWZ", "fr", 1440, 900);
    page.selectOption("#layer", "settlements");
    page.setInputFiles("#file", right);
    page.locator("#column-population").waitFor();
    page.click("#check");
    page.locator("#outcome").getByText("Bonnes lignes : 2 sur 3").waitFor();
    assertEquals("", page.locator("#fixes").innerText());
    page.locator("#columns summary").click();
    page.check("#swapAxes");
    page.click("#check");
    page.locator("#refused button").getByText("Ne pas échanger").click();
    page.waitForCondition(() -> !page.locator("#refused").isVisible());
    assertFalse(page.isChecked("#swapAxes"));
    String part = "#questions button[data-remedy=part]";
    String back = "#questions button[data-remedy=take-back]";
    page.click(part);
    page.locator(back).click();
    page.waitForCondition(() -> page.locator(back).count() == 0);
    page.locator(part).waitFor();
    assertEquals(List.of(), barriers(page));

    Path swapped =
        Files.writeString(
            folder.resolve("swapped.csv"),
            "name,lon,lat,population\nMbabane,-26.32,31.13,9\nManzini,-26.49,31.37,8\n");
    page.setInputFiles("#file", swapped);
    page.locator("#detected").getByText("2").first().waitFor();
    page.click("#check");
    page.click("#questions button[data-remedy=exchange-all]");
    page.locator("#outcome").getByText("Bonnes lignes : 2 sur 2").waitFor();
    complaints.removeIf(each -> each.contains("422"));
    assertEquals(List.of(), complaints);
  }

  /** What would hold unless somebody answers is seen before it does. */
  @Test
  void theButtonThatImportsAsksBeforeWhatIsSafeHolds() throws IOException {
    StringBuilder rows = new StringBuilder("id,name,lon,lat\n");
    for (int k = 0; k < 9; k++) {
      boolean swapped = k >= 6;
      String[] at = {"31." + (13 + k), "-26." + (31 + k)};
      rows.append("h").append(k).append(",Clinic ").append(k).append(',');
      rows.append(at[swapped ? 1 : 0]).append(',').append(at[swapped ? 0 : 1]).append('\n');
    }
    Page page = open("/data?country=SWZ", "en", 1440, 900);
    page.selectOption("#layer", "facilities");
    page.setInputFiles("#file", Files.writeString(folder.resolve("health.csv"), rows));
    page.locator("#column-name").waitFor();
    page.fill("#name", "health sites");
    page.fill("#source", "Ministry of Health");
    page.fill("#licence", "CC BY 4.0");
    page.click("#commit");
    Locator asked = page.locator("#questions li[data-code=exchanged]");
    asked.getByText("Unless you answer, this holds").waitFor();
    assertTrue(asked.locator("h3").innerText().startsWith("3 rows have longitude and latitude"));
    page.locator("#judge-title").getByText("before this is stored").waitFor();
    assertFalse(api("/datasets?country=SWZ").toString().contains("health sites"), "stored");
    assertEquals(List.of(), barriers(page));
    asked.locator("button[data-remedy=exchange-all]").click();
    page.locator("#outcome").getByText("Good rows: 9 of 9").waitFor();
    page.locator("#judge-store[aria-disabled=false]").click();
    page.locator("#outcome").getByText("Stored as a new version. Rows: 9 of 9").waitFor();
    complaints.removeIf(each -> each.contains("422"));
    assertEquals(List.of(), complaints);
  }

  /** Of the same source and no name: only somebody's answer takes most of what is stored away. */
  @Test
  void aSecondListReplacesTheFirstOnlyWhenToldSo() throws IOException {
    String rows = "id,name,lon,lat,status\n";
    String north = rows + "n1,A,31.13,-26.32,active\nn2,B,31.2,-26.3,active\n";
    String south = rows + "s1,D,31.37,-26.49,active\ns2,E,31.4,-26.6,active\n";
    String both = "n3,C,31.3,-26.3,active\n";
    Page page = open("/data?country=SWZ", "fr", 1440, 900);
    page.selectOption("#layer", "towers");
    page.setInputFiles("#file", Files.writeString(folder.resolve("nord.csv"), north + both));
    page.locator("#column-status").waitFor();
    page.fill("#source", "Regulator");
    page.fill("#licence", "CC BY 4.0");
    page.click("#commit");
    page.locator("#steps [data-step=done][aria-current]").waitFor();
    page.setInputFiles("#file", Files.writeString(folder.resolve("sud.csv"), south + both));
    page.locator("#report").waitFor(new Locator.WaitForOptions().setState(HIDDEN));
    page.locator("#commit:enabled").waitFor();
    page.click("#commit");
    Locator asked = page.locator("#questions li[data-code=others]");
    asked.getByText("La plupart des lignes enregistrées").waitFor();
    page.locator("#change-rows").getByText("− 2").waitFor();
    assertEquals(1, named("towers").get("currentVersion").asInt());
    asked.locator("button[data-remedy=own-name]").click();
    page.locator("#judge-store[aria-disabled=false]").click();
    page.locator("#steps [data-step=done][aria-current]").waitFor();
    assertEquals(1, named("towers").get("currentVersion").asInt());
    assertEquals(1, named("sud").get("currentVersion").asInt());
    page.navigate(page.url().replaceAll("/data.*", "/data/SWZ"));
    Locator feeds = page.locator("[data-layer=TOWERS]");
    feeds.getByText("sud v1").first().waitFor();
    assertFalse(feeds.innerText().contains("towers"), feeds.innerText());
    complaints.removeIf(each -> each.contains("422"));
    assertEquals(List.of(), complaints);
  }

  @Test
  void rowsOfAnotherSourceStandBesideThoseThatAreStored() throws IOException {
    String rows = "name,lon,lat,population\nMbabane,31.13,-26.32,90\nManzini,31.37,-26.49,80\n";
    Path first = Files.writeString(folder.resolve("first.csv"), rows);
    Path second = Files.writeString(folder.resolve("second.csv"), rows + "Siteki,31.95,-26.45,7\n");
    Page page = open("/data?country=SWZ", "en", 1440, 900);
    page.selectOption("#layer", "settlements");
    page.setInputFiles("#file", first);
    page.locator("#column-population").waitFor();
    page.fill("#name", "register");
    page.fill("#source", "Bureau of Statistics");
    page.fill("#licence", "CC BY 4.0");
    page.click("#commit");
    page.locator("#judge:visible #judge-store[aria-disabled=false]").click();
    page.locator("#outcome").getByText("Stored as a new version. Rows: 2 of 2").waitFor();
    page.fill("#source", "Eswatini Telecom");
    page.setInputFiles("#file", second);
    page.locator("#detected").getByText("3").first().waitFor();
    page.click("#commit");
    Locator asked = page.locator("#questions li[data-code=origin]");
    asked.getByText("It would replace version 1 from “Bureau of Statistics”").waitFor();
    assertEquals("true", page.getAttribute("#judge-store", "aria-disabled"));
    assertEquals(List.of(), barriers(page));
    asked.locator("button[data-remedy=own-name]").click();
    page.locator("#judge-store[aria-disabled=false]").click();
    page.locator("#outcome").getByText("Stored as a new version. Rows: 3 of 3").waitFor();
    assertEquals(1, named("register").get("currentVersion").asInt());
    assertEquals(1, named("Eswatini Telecom").get("currentVersion").asInt());
    complaints.removeIf(each -> each.contains("422"));
    assertEquals(List.of(), complaints);
  }

  @Test
  void aRasterInMetresIsToldItsSystemWithOneClick() throws IOException {
    StringBuilder cells = new StringBuilder("ncols 12\nnrows 12\nxllcorner 270000\n");
    cells.append("yllcorner 6980000\ncellsize 15000\n");
    for (int row = 0; row < 12; row++) {
      for (int column = 0; column < 12; column++) {
        cells.append(5_000 + 97 * row + 31 * column).append(' ');
      }
      cells.append('\n');
    }
    Path raster = Files.writeString(folder.resolve("people.asc"), cells.toString());
    Page page = open("/data?country=SWZ", "en", 1440, 900);
    page.selectOption("#layer", "population_raster");
    page.setInputFiles("#file", raster);
    page.locator("#detected").getByText("does not say its coordinate system").waitFor();
    page.click("#check");
    Locator refused = page.locator("#refused");
    refused.getByText("does not say the coordinate system of places").waitFor();
    assertFalse(refused.innerText().contains("--crs"), "no flag of a command line");
    refused.locator("button").getByText("EPSG:32736").click();
    page.waitForCondition(() -> page.inputValue("#crs").equals("EPSG:32736"));
    page.locator("#check:enabled").waitFor();
    page.click("#check");
    page.locator("#outcome").getByText("Good rows: 1 of 1").waitFor();
    assertFalse(page.locator("#questions li[data-code=degrees]").isVisible());
    complaints.removeIf(each -> each.contains("422") || each.contains("400"));
    assertEquals(List.of(), complaints);
  }

  private JsonNode named(String name) {
    for (JsonNode each : api("/datasets?country=SWZ")) {
      if (each.get("name").asString().equals(name)) {
        return each;
      }
    }
    throw new AssertionError("no dataset " + name);
  }
}
