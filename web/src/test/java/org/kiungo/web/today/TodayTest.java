package org.kiungo.web.today;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.problem.CoverageArea;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.geodata.problem.ProblemLayers;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Terrain;
import org.kiungo.web.dataset.Datasets;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class TodayTest {

  private static final Today TODAY = new Today(Reference.builtIn(), mock(Datasets.class), false);

  @Test
  void everyCountryHasThePublishedShareOfItsPeopleWith4g() {
    List<CountryToday> countries = TODAY.countries();
    assertEquals(54, countries.size());
    for (CountryToday each : countries) {
      PeopleToday people = each.people();
      double share = 1 - people.outside() / people.getPeople();
      assertEquals(each.report().ratio(), share, 0.001, each.iso3());
      assertTrue(people.outsideLow() <= people.outside(), each.iso3());
      assertTrue(people.outsideHigh() >= people.outside(), each.iso3());
      // nine in ten of a place's people decide its class
      double with4g = people.getPeople() - people.outsideHigh();
      assertTrue(0.9 * people.uncovered() <= people.outsideLow(), each.iso3());
      assertTrue(0.9 * people.covered() <= with4g, each.iso3());
    }
  }

  @Test
  void sumsOverClassesAreEverybody() {
    List<PlaceToday> places =
        List.of(
            new PlaceToday(1, 1, 100, 0.95, 0.91, 1, true),
            new PlaceToday(1, 1, 10, 0.95, 0.5, 1, true),
            new PlaceToday(1, 1, 1, 0.05, 0, 0.08, true));
    PeopleToday people = PeopleToday.of(places);
    assertAll(
        () -> assertEquals(100, people.covered()),
        () -> assertEquals(10, people.unsure()),
        () -> assertEquals(1, people.uncovered()),
        () -> assertEquals(5 + 0.5 + 0.95, people.outside(), 1e-9),
        () -> assertEquals(0.92, people.outsideLow(), 1e-9),
        () -> assertEquals(9 + 5 + 1, people.outsideHigh(), 1e-9),
        () -> assertEquals(111, people.getPeople()));
  }

  @Test
  void placesThatNobodyKnowsCountInNoOtherFigure() {
    double unknown = Double.NaN;
    PeopleToday people =
        PeopleToday.of(
            List.of(
                new PlaceToday(1, 1, 100, 1, 1, 1, true),
                new PlaceToday(1, 1, 30, unknown, unknown, unknown, true)));
    assertAll(
        () -> assertEquals(30, people.unknown()),
        () -> assertEquals(100, people.getPeople()),
        () -> assertEquals(0, people.outside()),
        () -> assertEquals(0, people.outsideHigh()));
  }

  @Test
  void aCountryDoesNotWaitForTheOthers() {
    SortedMap<String, List<InputFile>> imported = new TreeMap<>();
    imported.put("KEN", List.of(new InputFile("settlements", "towns.csv", "00", "towns/1")));
    Datasets datasets = mock(Datasets.class);
    when(datasets.peopleToday()).thenReturn(imported);
    when(datasets.layers("KEN")).thenThrow(new IllegalStateException("under way"));
    Today today = new Today(Reference.builtIn(), datasets, false);
    assertTrue(today.find("LSO").isPresent());
    assertTrue(today.find("XYZ").isEmpty());
    assertThrows(IllegalStateException.class, today::countries);
  }

  @Test
  void importedCoverageSaysWhoIsCoveredInsteadOfTheModel() throws ParseException {
    SortedMap<String, List<InputFile>> imported = new TreeMap<>();
    Datasets datasets = mock(Datasets.class);
    when(datasets.peopleToday()).thenReturn(imported);
    Today today = new Today(Reference.builtIn(), datasets, false);
    CountryToday before = today.find("SWZ").orElseThrow();
    CountryToday beside = today.find("LSO").orElseThrow();
    byte[] cells = today.mosaic("SWZ").orElseThrow();
    byte[] continent = today.mosaic();
    String version = today.version();

    String west = "POLYGON ((30 -28, 31.4 -28, 31.4 -25, 30 -25, 30 -28))";
    ProblemLayers layers =
        new ProblemLayers(
            List.of("SWZ"),
            ProblemAssembly.builtInSettlements("SWZ"),
            List.of(),
            List.of(),
            List.of(),
            List.of(new CoverageArea("a", "4G", new WKTReader().read(west))),
            List.of(),
            Terrain.UNKNOWN,
            Set.of(),
            List.of());
    when(datasets.layers("SWZ")).thenReturn(Optional.of(layers));
    SortedMap<String, List<InputFile>> more = new TreeMap<>();
    more.put("SWZ", List.of(new InputFile("coverage", "west.csv", "00", "west/1")));
    when(datasets.peopleToday()).thenReturn(more);
    CountryToday after = today.find("SWZ").orElseThrow();
    assertAll(
        () -> assertTrue(before.imported().isEmpty()),
        () -> assertEquals("west.csv", after.imported().get(0).name()),
        () -> assertEquals(before.people().getPeople(), after.people().getPeople(), 1),
        () -> assertTrue(after.people().uncovered() > 2 * before.people().uncovered()),
        () -> assertEquals(after.people().outsideLow(), after.people().outsideHigh(), 1e-6),
        () -> assertNotEquals(version, today.version()),
        () -> assertSame(beside, today.find("LSO").orElseThrow(), "not worked out again"),
        () -> assertFalse(Arrays.equals(cells, today.mosaic("SWZ").orElseThrow())),
        () -> assertFalse(Arrays.equals(continent, today.mosaic())));
  }

  @Test
  void aCellTakesTheClassOfItsPeopleTogether() {
    List<PlaceToday> places =
        List.of(
            new PlaceToday(10.1, 0.1, 40_000, 1, 1, 1, true),
            new PlaceToday(10.2, 0.2, 4_000, 0, 0, 0, true),
            new PlaceToday(12.1, 0.1, 10_000, 0.01, 0, 0.09, true),
            new PlaceToday(11.1, 0.1, 10_000, 1, 0, 1, true),
            new PlaceToday(12.1, 2.1, 10, 1, 1, 1, true));
    ByteBuffer mosaic = ByteBuffer.wrap(Mosaic.of(places, 1));
    assertEquals(10, mosaic.getDouble(0));
    int columns = mosaic.getInt(24);
    int rows = mosaic.getInt(28);
    assertEquals(3, columns);
    assertEquals(3, rows);
    assertEquals(1, cell(mosaic, columns, rows - 1, 0), "91 % of 44,000 people, under 5 per km²");
    assertEquals(4, cell(mosaic, columns, rows - 1, 1), "covered at the high end alone");
    assertEquals(7, cell(mosaic, columns, rows - 1, 2), "uncovered, thin");
    assertEquals(0, cell(mosaic, columns, 0, 2), "ten people in 12,000 km² are hardly anyone");
  }

  /** The grid's rows narrow on a Mercator map away from the equator; cells must not. */
  @Test
  void aPeopledCountryHasNoRowOfCellsWithoutColour() {
    ByteBuffer mosaic = ByteBuffer.wrap(TODAY.mosaic("EGY").orElseThrow());
    int columns = mosaic.getInt(24);
    int rows = mosaic.getInt(28);
    assertTrue(rows > 20, rows + " rows");
    for (int row = 0; row < rows; row++) {
      int peopled = 0;
      for (int column = 0; column < columns; column++) {
        peopled += cell(mosaic, columns, row, column) > 0 ? 1 : 0;
      }
      assertTrue(peopled > 0, "row " + row);
    }
  }

  private static int cell(ByteBuffer mosaic, int columns, int row, int column) {
    int pair = mosaic.get(32 + row / 2 * columns + column);
    return row % 2 == 0 ? pair >> 4 & 15 : pair & 15;
  }

  @Test
  void theContinentFitsIntoTwentyFiveKilobytes() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(TODAY.mosaic());
    }
    assertTrue(packed.size() <= 25 * 1024, packed.size() + " bytes");
    assertTrue(packed.size() > 5_000, packed.size() + " bytes");
  }
}
