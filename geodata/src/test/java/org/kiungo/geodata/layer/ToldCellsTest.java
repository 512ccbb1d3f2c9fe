package org.kiungo.geodata.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.value.InputRefused;

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
        : imports.read(file, layer, layer == LayerKind.INDICATORS ? null : "TGO", null).report();
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
    "10 Gbps, 2019, unitInCell",
    "10 barrels, 2019, notANumber",
    "-5, 2019, numberNegative",
    "5, 31/02/2020, dateUnreadable",
    "5, demain, dateUnreadable"
  })
  void capacityAndDateOfALine(String capacity, String date, String told) throws IOException {
    String table = "id;wkt;capacityMbps;serviceDate|1;" + LINE + ";" + capacity + ";" + date + "|";
    assertTold(LayerKind.FIBRE_LINES, table, told, 1);
  }

  @ParameterizedTest
  @CsvSource({"500, ", "0, capacityZero", "-5, numberNegative"})
  void capacityOfANode(String capacity, String told) throws IOException {
    assertTold(LayerKind.NODES, "id;lon;lat;capacityMbps|1;1.2;6.2;" + capacity + "|", told, 1);
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
    "9G, generationUnread, 0",
    "4G prévue, generationUnread, 0",
    "4G (prévu), generationUnread, 0",
    "4G à venir, generationUnread, 0",
    "bientôt 4G, generationUnread, 0",
    "4G en 2099, generationUnread, 0",
    "absence de 4G, generationUnread, 0",
    "ni 3G ni 4G, generationUnread, 0",
    "4G indisponible, generationUnread, 0",
    "4G désactivée, generationUnread, 0",
    "4G KO, generationUnread, 0",
    "4G xyzzy, generationUnread, 0",
    "4G ?, generationUnread, 0",
    "4G: 0 %, generationUnread, 0",
    "4G jusqu'en 2020, generationUnread, 0",
    "plus de 4G, generationUnread, 0",
    "4G plus disponible, generationUnread, 0",
    "4G de 2015 à 2023, generationUnread, 0",
    "4G 2015-2023, generationUnread, 0",
    "4G->3G, generationUnread, 0",
    "de 4G à 3G, generationUnread, 0",
    "4G 5%, generationUnread, 0",
    "-4G, generationUnread, 0",
    "الجيل الرابع, , 1",
    "4G depuis 2019, , 1",
    "4G plus, , 1",
    "LTE-A, , 1",
    "4G oui, , 1",
    "4G: yes, , 1",
    "LTE band 20, , 1",
    "4G Telecom Lesotho, , 1",
    "Couverture 4G+ (LTE 1800 MHz), , 1",
    "4G LTE Orange Togo, , 1",
    "2G/3G/4G outdoor -105 dBm, , 1",
    "5G non-standalone n78, , 1",
    "Fixe sans fil 4G 98 %, , 1"
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

  /** A planned area is none, whatever its column is called. */
  @ParameterizedTest
  @CsvSource({
    "4G prévue, generationUnread, 0",
    "3G, , 1",
    "2G/3G, , 1",
    "oui, columnsUnused generationUnknown, 1"
  })
  void theGenerationOfAnAreaInAnyColumn(String cell, String told, int rows) throws IOException {
    String table = "id;wkt;couverture|1;" + AREA + ";" + cell + "|";
    assertTold(LayerKind.COVERAGE, table, told, rows);
  }

  /** What an operator is called says nothing of what it covers, in whatever cell it stands. */
  @Test
  void aNameOfTheRowsOwnOperatorBesideAGeneration() throws IOException {
    String table = "id;wkt;generation;operator|1;" + AREA + ";4G Telxo;Telxo SA|";
    assertTold(LayerKind.COVERAGE, table, null, 1);
    Path file = Files.writeString(folder.resolve("o.csv"), table.replace('|', '\n'));
    LayerFeature read =
        new LayerImport(CountryLookup.NONE)
            .features(file, LayerKind.COVERAGE, "TGO", null)
            .records()
            .get(0);
    assertThat(GenerationWords.meetsStandard(read.values().get("generation"))).isTrue();
    assertThat(GenerationWords.meetsStandard("4G prévue")).isFalse();
    assertTold(LayerKind.COVERAGE, table.replace("Telxo SA", "Other"), "generationUnread", 0);
  }

  /** The same in another unit is the same to the bit, where that is a matter of ten. */
  @ParameterizedTest
  @CsvSource({
    "Hauteur pylône, 45, 45, ",
    "Hauteur pylône, 45 m, 45, ",
    "heightM, '45,5 m', 45.5, ",
    "height (ft), 120, 36.576, unitRead",
    "Height, 120 ft, 36.576, unitInCell",
    "Hauteur (cm), 3500, 35, unitRead",
    "hauteur, 3500 cm, 35, unitInCell",
    "hauteur_ft, 35 m, 35, unitRead",
    "hauteur, 45 pommes, NaN, notANumber"
  })
  void theHeightOfAMast(String heading, String cell, Double heightM, String told)
      throws IOException {
    String table = "id;lat;lon;status;" + heading + "|1;7,0;2,0;active;" + cell + "|";
    Path file = Files.writeString(folder.resolve("h.csv"), table.replace('|', '\n'));
    Imported<Tower> read = new LayerImport(CountryLookup.NONE).towers(file, "TGO", null);
    assertThat(read.records().get(0).heightM()).isEqualTo(heightM);
    assertThat(String.join(" ", read.report().counts().keySet()))
        .isEqualTo(told == null ? "" : told);
  }

  @ParameterizedTest
  @CsvSource({
    "distanceToGridKm, 1.234, areaKm2, 0.57",
    "Distance au réseau électrique (m), 1234, Superficie (ha), 57",
    "distance_to_grid_m, 1.234 km, areaM2, 570000",
    "Distance to the power grid, 1234 m, Area (sq km), 57 ha"
  })
  void distancesAndAreasInOtherUnits(String far, String distance, String wide, String area)
      throws IOException {
    String table = "name;lat;lon;population;%s;%s|A;7.5;2.5;9;%s;%s|";
    String cells = table.formatted(far, wide, distance, area).replace('|', '\n');
    Settlement read =
        new LayerImport(CountryLookup.NONE)
            .settlements(Files.writeString(folder.resolve("s.csv"), cells), "TGO", null)
            .records()
            .get(0);
    assertThat(read.distanceToGridKm()).isEqualTo(1.234);
    assertThat(read.areaKm2()).isEqualTo(0.57);
  }

  @ParameterizedTest
  @CsvSource({"';', ','", "',', ';'", "|, ','"})
  void aHeadingPartedByAnotherSignThanItsRows(String heading, String rows) throws IOException {
    String table = "name;lat;lon;population\n".replace(";", heading);
    String cells = "A;7.5;2.5;9\nB;7.6;2.5;9\n".replace(";", rows);
    Path file = Files.writeString(folder.resolve("m.csv"), table + cells);
    assertThatThrownBy(() -> new LayerImport(CountryLookup.NONE).settlements(file, "TGO", null))
        .isInstanceOfSatisfying(
            InputRefused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("file.separatorMixed");
              assertThat(refused.arguments()).containsEntry("rows", rows);
            });
  }

  /** What does not stand or work is no mast and covers nobody; a mast that is planned is told. */
  @ParameterizedTest
  @CsvSource({
    "État, en service, , 1",
    "statut, On Air, , 1",
    "Situação, '', , 1",
    "Etat du site, hors service, stateNotStanding, 0",
    "status, planned, stateNotStanding, 0",
    "statut, en panne, stateNotStanding, 0",
    "statut, plus actif, stateUnread, 0",
    "statut, en service de 2015 à 2023, stateUnread, 0",
    "statut, remis en service, , 1",
    "estado, pas de 4G / hors service, stateNotStanding, 0",
    "État, prévu, stateNotStanding, 0",
    "État, rêvé, stateUnread, 0",
    "state, Down, stateNotStanding, 0",
    "State, Lagos, columnsUnused, 1"
  })
  void theStateOfAMastAndOfAnArea(String heading, String state, String told, int rows)
      throws IOException {
    boolean planned = state.equals("planned") || state.equals("prévu");
    boolean unsaid = state.isEmpty() || state.equals("Lagos");
    String ofMast = (told == null ? "" : told) + (unsaid ? " mastUnsaid" : "");
    String table = "id;lat;lon;" + heading + "|1;7;2;" + state + "|";
    String code = planned ? "mastPlanned" : ofMast.strip();
    assertTold(LayerKind.TOWERS, table, code, planned ? 1 : rows);
    String covered = "id;wkt;generation;" + heading + "|1;" + AREA + ";4G;" + state + "|";
    assertTold(LayerKind.COVERAGE, covered, told, rows);
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
    "en service depuis mars 2019, true, ",
    "Fibre Operational, true, ",
    "planned, false, ",
    "prévue, false, ",
    "en projet, false, ",
    "underConstruction, false, ",
    "bientôt opérationnelle, false, ",
    "mise en service prévue, false, ",
    "sera en service en 2028, false, ",
    "Opérationnel (prévu 2027), false, ",
    "operational 2099, false, ",
    "em construção, false, ",
    "hors service, false, Gone",
    "not in use, false, Gone",
    "pas en service, false, Gone",
    "non-operational, false, Gone",
    "ex-operational, false, Gone",
    "never operational, false, Gone",
    "en service jusqu'en 2020, false, Gone",
    "abandonnée, false, Gone",
    "inactive, false, Gone",
    "en panne, false, Gone",
    "projet abandonné, false, Gone",
    "démantelée, false, Gone",
    "fora de serviço, false, Gone",
    "desativado, false, Gone",
    "operational?, false, Unread",
    "partly operational, false, Unread",
    "inopérationnel, false, Unread",
    "dreamt, false, Unread"
  })
  void theStatusOfAPowerLineAFibreLineAndANode(String status, boolean works, String told)
      throws IOException {
    String cells = "id;%s;status|1;%s;" + status + "|";
    boolean gone = "Gone".equals(told);
    String code = gone ? "stateNotStanding" : told == null ? null : "statusUnread";
    String powered = "id;wkt;status;kv|1;" + LINE + ";" + status + ";33|";
    assertTold(LayerKind.GRID, powered, code, gone ? 0 : 1);
    assertThat(new LayerFeature("", "", "", null, Map.of("status", status), Map.of()).isInService())
        .isEqualTo(works);
    String node = cells.formatted("lat;lon", "7;2");
    if (status.isEmpty()) {
      return; // a blank status of a fibre line is unknown, of a node none
    }
    assertTold(
        LayerKind.FIBRE_LINES,
        cells.formatted("wkt", LINE),
        gone || code == null ? code : "statusUnknown",
        gone ? 0 : 1);
    boolean refused = !works && (gone || code == null);
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
