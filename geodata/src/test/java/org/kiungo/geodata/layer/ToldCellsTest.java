package org.kiungo.geodata.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.geodata.format.DataReport;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.table.DateText;

/** Cells and shapes that say something else than they should are told, and the rows kept. */
class ToldCellsTest {

  private static final String LINE = "LINESTRING(1 7,2 7)";
  private static final String AREA = "POLYGON((1 7,2 7,2 8,1 7))";

  @TempDir private Path folder;

  private DataReport read(LayerKind layer, String table) throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), table.replace('|', '\n'));
    LayerImport imports = new LayerImport(CountryLookup.NONE);
    return layer == LayerKind.FIBRE_LINES
        ? imports.fibreLines(file, "TGO", null).report()
        : imports
            .features(file, layer, layer == LayerKind.INDICATORS ? null : "TGO", null)
            .report();
  }

  private void assertTold(LayerKind layer, String table, String told, int rows) throws IOException {
    DataReport report = read(layer, table);
    assertThat(String.join(" ", report.counts().keySet())).isEqualTo(told == null ? "" : told);
    assertThat(report.rowsAccepted()).isEqualTo(rows);
  }

  @ParameterizedTest
  @CsvSource({
    "'10000', '2019-11-30', ",
    "'', '30/11/2019', ",
    "10 Gbps, 2019, notANumber",
    "-5, 2019, numberNegative",
    "5, 31/02/2020, dateUnreadable",
    "5, demain, dateUnreadable"
  })
  void capacityAndDateOfALine(String capacity, String date, String told) throws IOException {
    String table = "id;wkt;capacityMbps;serviceDate|1;" + LINE + ";" + capacity + ";" + date + "|";
    assertTold(LayerKind.FIBRE_LINES, table, told, 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "LINESTRING(1 7,1 7); lineTooShort; 0",
        "LINESTRING(1 7,1 13); stretchLong; 1",
        "LINESTRING(1 7,1 10,1 13); ; 1",
        "GEOMETRYCOLLECTION(LINESTRING(1 7,2 7),POINT(1 7)); partsUnfit; 1",
        "MULTILINESTRING((1 7,2 7),(1 8,2 8)); ; 1"
      })
  void theShapeOfALine(String shape, String told, int rows) throws IOException {
    DataReport report = read(LayerKind.FIBRE_LINES, "id;wkt|1;" + shape + "|");
    assertThat(String.join(" ", report.counts().keySet())).isEqualTo(told == null ? "" : told);
    assertThat(report.rowsAccepted()).isEqualTo(rows);
  }

  @ParameterizedTest
  @CsvSource({"FIBRE_LINES, true", "ROADS, true", "COVERAGE, false", "BOUNDARIES, false"})
  void whatIsDrawnTwiceIsTold(LayerKind layer, boolean line) throws IOException {
    String shape = line ? LINE : AREA;
    String other = shape.replace("2 7", "2 7.5");
    assertTold(
        layer,
        "id;wkt;generation|1;%1$s;4G|2;%2$s;4G|3;%1$s;4G|".formatted(shape, other),
        layer == LayerKind.COVERAGE ? "shapeTwice" : "columnsUnused shapeTwice",
        3);
  }

  @Test
  void cellsOfAGridAreNoCopies() throws IOException {
    StringBuilder table = new StringBuilder("id;wkt;generation|");
    for (int k = 0; k < 10_000; k++) {
      double x = 2 + k % 100 * 0.25;
      double y = 6 + k / 100 * 0.25;
      table.append(
          String.format(
              Locale.ROOT,
              "%d;POLYGON((%2$f %3$f,%4$f %3$f,%4$f %5$f,%2$f %3$f));4G|",
              k,
              x,
              y,
              x + 0.25,
              y + 0.25));
    }
    assertTold(LayerKind.COVERAGE, table.toString(), null, 10_000);
  }

  @ParameterizedTest
  @CsvSource({
    "LTE-A, , 1",
    "5G NR, , 1",
    "'', generationUnknown, 1",
    "quatre, generationUnread, 0",
    "no 4G, generationUnread, 0",
    "sans 4G, generationUnread, 0",
    "4G planned, generationUnread, 0",
    "non-LTE, generationUnread, 0",
    "9G, generationUnread, 0"
  })
  void theGenerationOfAnArea(String generation, String told, int rows) throws IOException {
    String table = "id;wkt;generation|1;" + AREA + ";" + generation + "|";
    assertTold(LayerKind.COVERAGE, table, told, rows);
    if (rows == 0) {
      Finding listed = read(LayerKind.COVERAGE, table).findings().get(0);
      assertThat(listed.found()).isEqualTo(generation);
      assertThat(listed.expected()).contains("2G, 3G, 4G, 5G", "LTE");
    }
  }

  /** From what crosses a country no site is supplied. */
  @ParameterizedTest
  @CsvSource({
    "33, true, ",
    "'33,5', true, ",
    "20 kV, true, ",
    "132000/33000, true, ",
    "66, false, OfTransmission",
    "63 kV, false, OfTransmission",
    "132000, false, OfTransmission",
    "161 000 V, false, OfTransmission",
    "high, true, Unread",
    "-5, true, Unread",
    "'', true, "
  })
  void theVoltageOfAPowerLine(String voltage, boolean supplies, String told) throws IOException {
    String table = "id;wkt;tension_kV|1;" + LINE + ";" + voltage + "|";
    assertTold(LayerKind.GRID, table, told == null ? null : "voltage" + told, 1);
    Map<String, String> values = Map.of("voltageKv", voltage, "status", "operational");
    assertThat(new LayerFeature("", "", "", null, values, Map.of()).suppliesSites())
        .isEqualTo(supplies);
  }

  /** What nobody can read is not counted on; what says nothing is taken to be there. */
  @ParameterizedTest
  @CsvSource({
    "operational, true, ",
    "opérationnelle, true, ",
    "Mise en service, true, ",
    "Completed, true, ",
    "'', true, ",
    "planned, false, ",
    "hors service, false, ",
    "not in use, false, ",
    "pas en service, false, ",
    "non-operational, false, ",
    "ex-operational, false, ",
    "never operational, false, ",
    "inopérationnel, false, Unread",
    "dreamt, false, Unread"
  })
  void theStatusOfAPowerLineAFibreLineAndANode(String status, boolean works, String told)
      throws IOException {
    String cells = "id;%s;status|1;%s;" + status + "|";
    String code = told == null ? null : "statusUnread";
    String powered = "id;wkt;status;kv|1;" + LINE + ";" + status + ";33|";
    assertTold(LayerKind.GRID, powered, code, 1);
    assertThat(new LayerFeature("", "", "", null, Map.of("status", status), Map.of()).isInService())
        .isEqualTo(works);
    String node = cells.formatted("lat;lon", "7;2");
    if (status.isEmpty()) {
      return; // a blank status of a fibre line is unknown, of a node none
    }
    assertTold(
        LayerKind.FIBRE_LINES,
        cells.formatted("wkt", LINE),
        code == null ? null : "statusUnknown",
        1);
    boolean refused = !works && code == null;
    String of = refused ? "nodeNotOperational" : code == null ? null : "nodeStatusUnread";
    assertTold(LayerKind.NODES, node, of, refused ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource({
    "BEN, 2024, 34, ",
    "Bénin, 2024, , ",
    "XXX, 2024, 34, countryUnknown",
    "BEN, 20x4, 34, dateUnreadable",
    "BEN, 2024, beaucoup, notANumber"
  })
  void anIndicator(String country, String year, String value, String told) throws IOException {
    String cell = value == null ? "" : value;
    String table = "country;year;value|%s;%s;%s|".formatted(country, year, cell);
    assertTold(LayerKind.INDICATORS, table, told, 1);
  }

  @ParameterizedTest
  @CsvSource({
    "2019, 2019",
    "2019-02, 2019",
    "20190228, 2019",
    "2019-02-28T10:00:00Z, 2019",
    "28.2.2019, 2019",
    "02/28/2019, 2019",
    "02/2019, 2019",
    "2019-02-30, ",
    "19, ",
    "99999, "
  })
  void dates(String text, Integer year) {
    assertThat(DateText.year(text))
        .isEqualTo(year == null ? OptionalInt.empty() : OptionalInt.of(year));
  }
}
