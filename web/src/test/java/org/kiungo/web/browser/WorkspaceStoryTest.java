package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A regulator brings a survey of two villages: pages say what it is a part of, the rest of the
 * country stays, and the plan's brief repeats the choice.
 */
class WorkspaceStoryTest extends BrowserTest {

  @TempDir private Path folder;

  @Test
  void twoVillagesFeedAPlanOfTheWholeCountry() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("survey.csv"),
            "id,name,lon,lat,population\nv1,Sare Bacar,-14.92,12.41,1800\nv2,Nova,-15.31,12.2,700\n");
    Page page = open("/data?country=GNB", "en", 1440, 900);
    page.setInputFiles("#file", table);
    page.locator("#column-population").waitFor();
    page.fill("#source", "Ministry");
    page.fill("#licence", "CC0");
    page.click("#commit");
    page.locator("#outcome").getByText("Stored as a new version").waitFor();

    page.getByText("All data of the country").click();
    Locator people = page.locator("[data-testid=total-SETTLEMENTS]");
    people.waitFor();
    assertTrue(page.locator("#sources tbody").innerText().contains("2,500 people"));
    assertFalse(people.innerText().startsWith("Counts 2 places"), people.innerText());
    assertEquals(List.of(), barriers(page));
    Locator use = page.getByLabel("How settlements v1 is used");
    use.selectOption("ALONE");
    page.locator(".feed .alert").getByText("2 places are not the country").waitFor();
    assertTrue(page.locator("#save").isDisabled());
    assertTrue(people.innerText().startsWith("Counts 2 places, 2,500 people"), people.innerText());
    page.getByText("Replace where they lie, keep the rest").click();
    page.waitForFunction("() => !document.getElementById('save').disabled");
    assertEquals("REPLACE", page.getByLabel("How settlements v1 is used").inputValue());
    page.setViewportSize(320, 640);
    int width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    assertTrue(width <= 320, width + " px wide");
    page.setViewportSize(1440, 900);
    page.click("#save");
    page.getByText("Kept for your organisation").waitFor();

    page.click("#plan");
    String choice = "survey.csv v1 (replaces where it lies); built-in data (fills the gaps)";
    page.locator("#feeds").getByText(choice).waitFor();
    page.fill("#budgetUsd", "5");
    page.fill("#steps", "20");
    page.locator("#means-size").getByText("places with people").waitFor();
    page.click("#start");
    page.locator("#over").waitFor();
    String plan = page.locator("#open").getAttribute("href").replaceAll(".*plan=", "");
    page.navigate(address("/plans/" + plan + "/brief"));
    assertTrue(page.locator("#feeds").innerText().contains(choice));
    assertEquals(List.of(), outside);
    assertEquals(List.of(), complaints);
  }
}
