package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files whose rows are not all of one kind: what is asked of each is answered on the page. */
class ReadApartPageTest extends BrowserTest {

  @TempDir private Path folder;

  private Page sent(String language, String name, String text) throws IOException {
    Page page = open("/data?country=SWZ", language, 1440, 900);
    page.setInputFiles("#file", Files.writeString(folder.resolve(name), text));
    return page;
  }

  private static void checked(Page page) {
    page.locator("#check:enabled").waitFor();
    page.click("#check");
    page.locator("#outcome:not(:empty)").waitFor();
    page.locator("#check:enabled").waitFor();
  }

  /** Westing and southing of Mbabane and Manzini on Lo31, as a clerk writes them. */
  @Test
  void aGridOfSouthernAfricaIsChosenByItsMeridian() throws IOException {
    Page page =
        sent(
            "en",
            "clinics.csv",
            "Clinic (Lo31),Y,X,Type\n"
                + "Mbabane Clinic,-13000,2912500,Clinic\nManzini Clinic,-37000,2931500,Clinic\n");
    Locator systems = page.locator("#refused button");
    systems.first().waitFor();
    assertTrue(systems.first().innerText().contains("Lo31"), systems.first().innerText());
    systems.filter(new Locator.FilterOptions().setHasText("EPSG:2054")).first().click();
    page.locator("#proposal-list button").first().click();
    page.locator("#columns").waitFor();
    assertEquals("EPSG:2054", page.inputValue("#crs"));
    checked(page);
    assertTrue(page.locator("#outcome").innerText().contains("Good rows: 2 of 2"));
  }

  /** A size without its source is refused, one with it multiplies. */
  @Test
  void householdsBecomePeopleByASizeWithItsSource() throws IOException {
    Page page =
        sent(
            "fr",
            "ménages.csv",
            "Localité;Longitude;Latitude;Nombre de ménages\n"
                + "Mbabane;31,13;-26,32;20000\nManzini;31,37;-26,49;18000\n");
    page.locator("#proposal-list button").first().click();
    page.locator("#columns").waitFor();
    checked(page);
    Locator asked = page.locator("#questions li[data-code=households]");
    asked.waitFor();
    assertEquals("true", page.getAttribute("#judge-store", "aria-disabled"));
    answer(page, asked, "4,6");
    page.locator("#refused:not(:empty)").waitFor();
    answer(page, asked, "4,6 ; recensement de 2017");
    page.locator("#questions li[data-code=households].done").waitFor();
    assertTrue(
        page.locator("#questions")
            .innerText()
            .replaceAll("[\\s\\u00a0\\u202f]", "")
            .contains("174800"),
        page.locator("#questions").innerText());
  }

  private static void answer(Page page, Locator asked, String size) {
    page.locator("#check:enabled").waitFor();
    asked.locator("button[data-remedy=times-size]").click();
    asked.locator("form input").fill(size);
    asked.locator("form button").click();
    page.locator("#check:enabled").waitFor();
  }

  /** Masts and cables of one drawing are offered, and what is left is named in the report. */
  @Test
  void mastsBesideCablesAreTwoProposals() throws IOException {
    String mast = "<Placemark><name>BTS %d</name><Point><coordinates>31.%d,-26.4</coordinates>";
    String placemarks =
        mast.formatted(1, 20)
            + "</Point></Placemark>"
            + mast.formatted(2, 30)
            + "</Point></Placemark><Placemark><name>Fibre backbone</name><LineString>"
            + "<coordinates>31.2,-26.4 31.3,-26.4</coordinates></LineString></Placemark>";
    Page page =
        sent(
            "en",
            "network.kml",
            "<kml xmlns='http://www.opengis.net/kml/2.2'><Document>"
                + placemarks
                + "</Document></kml>");
    page.locator("#proposal-list li[data-layer=fibre-lines]").waitFor();
    page.locator("#proposal-list li[data-layer=towers] button").click();
    page.locator("#columns").waitFor();
    checked(page);
    assertTrue(page.locator("#outcome").innerText().contains("Good rows: 2 of 2"));
    assertTrue(page.locator("#problems").innerText().contains("network (LineString)"));
  }
}
