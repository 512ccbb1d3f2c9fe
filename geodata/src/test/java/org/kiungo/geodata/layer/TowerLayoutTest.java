package org.kiungo.geodata.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.geodata.TestData;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.TowerBuilder;
import org.kiungo.planner.model.value.LonLat;

/** The two widespread layouts of cell sites need no mapping, with or without their header row. */
class TowerLayoutTest {

  private static final String ITU_HEADER =
      "ict_id,source_ict_id,source_cell_id,dataset_id,country_code,lat,lon,admin1,admin2,admin3,"
          + "operator_name,radio_type,downlink_frequency_mhz,uplink_frequency_mhz,"
          + "max_channel_bandwidth_mhz,eirp_dbm,tower_height,antenna_height,"
          + "mechanical_tilt_degrees,electrical_tilt_degrees,azimuth_degrees,antenna_model,"
          + "antenna_gain,antenna_horizontal_beamwidth_degrees,"
          + "antenna_vertical_beamwidth_degrees,backhaul_type,backhaul_throuput_mbps,power_source";
  private static final String ITU_ROW =
      "0f6b2c54-8d07-4b53-9a35-64a3b0e1d111,S1,,D,LSO,-29.5,28.2,,,,Econet,4G,,,,,35,30,,,,,,,,"
          + "microwave,150,solar";
  private static final String CELL_ROWS =
      "LTE,651,1,1001,2001,0,28.2,-29.5,1000,7,1,1459813819,1459813819,0\n"
          + "GSM,651,2,1001,2001,0,28.3,-29.6,1000,7,1,1459813819,1459813819,0\n";

  private final LayerImport imports = new LayerImport(CountryLookup.NONE);

  @TempDir private Path folder;

  private Imported<Tower> read(String text) throws IOException {
    return imports.towers(Files.writeString(folder.resolve("t.csv"), text), "", null);
  }

  @Test
  void ituCellSitesOf28Columns() throws IOException {
    for (String text : List.of(ITU_HEADER + "\n" + ITU_ROW + "\n", ITU_ROW + "\n")) {
      Imported<Tower> read = read(text);
      assertThat(read.records())
          .containsExactly(
              TowerBuilder.builder()
                  .id("0f6b2c54-8d07-4b53-9a35-64a3b0e1d111")
                  .location(new LonLat(28.2, -29.5))
                  .country("LSO")
                  .heightM(35)
                  .operator("Econet")
                  .build());
      assertThat(read.mapping().columns()).containsEntry("radio", "radio_type");
      assertThat(read.report().findings())
          .filteredOn(each -> each.code().equals("layoutKnown"))
          .extracting(Finding::found)
          .containsExactly("ITU cell sites (28)");
    }
  }

  @Test
  void whatATowerHasNoPlaceForIsKept() throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), ITU_HEADER + "\n" + ITU_ROW + "\n");
    List<AcceptedRow> rows = new ArrayList<>();
    imports.stream(SourceFile.of(file), LayerKind.TOWERS, "", null, rows::add, RowWatcher.NONE);
    assertThat(rows.get(0).values()).containsEntry("radio", "4G");
    assertThat(rows.get(0).attributes())
        .containsEntry("backhaul_throuput_mbps", "150")
        .containsEntry("power_source", "solar");
  }

  /** One word among numbers would make text of the whole column of an export. */
  @Test
  void whatIsNoHeightIsToldAndNotKept() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("h.csv"),
            "id,lat,lon,height,rainMmPerHour\na,-29.5,28.1,abc,wet\nb,-29.5,28.2,9999,-1\n"
                + "c,-29.5,28.3,45 m,30\n");
    List<AcceptedRow> rows = new ArrayList<>();
    Imported<?> read =
        imports.stream(SourceFile.of(file), LayerKind.TOWERS, "", null, rows::add, RowWatcher.NONE);
    assertThat(read.report().counts())
        .containsEntry("notANumber", 2L)
        .containsEntry("heightOutOfRange", 1L);
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0).values()).containsOnlyKeys("id");
    assertThat(rows.get(1).values()).containsOnlyKeys("id");
    assertThat(rows.get(2).values()).containsEntry("heightM", "45 m");
    assertThat(((Tower) rows.get(2).record()).heightM()).isEqualTo(45);
  }

  /** What stands behind a comma is no thousand where it has not three digits, or none before it. */
  @ParameterizedTest
  @CsvSource({
    "'0,05 km', 50",
    "'0.05 km', 50",
    "'45,5 m', 45.5",
    "'0,125 km', 125",
    "'1,250 m', NaN"
  })
  void heightsInKilometres(String cell, double heightM) throws IOException {
    Imported<Tower> read = read("id,lat,lon,height\na,-29.5,28.1,\"" + cell + "\"\n");
    assertThat(read.records()).extracting(Tower::heightM).containsExactly(heightM);
  }

  @Test
  void anotherUnitInACellIsTold() throws IOException {
    Imported<Tower> read =
        read("id,lat,lon,height\na,-29.5,28.1,150 ft\nb,-29.5,28.2,45 m\nc,-29.5,28.3,45\n");
    assertThat(read.report().findings())
        .filteredOn(each -> each.code().equals("unitInCell"))
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.row()).isEqualTo(2);
              assertThat(told.found()).isEqualTo("150 ft");
              assertThat(told.expected()).isEqualTo("45.72 m");
            });
  }

  @Test
  void openCelliDWithAndWithoutItsHeader() throws IOException {
    String header =
        "radio,mcc,net,area,cell,unit,lon,lat,range,samples,changeable,created,updated,"
            + "averageSignal\n";
    for (String text : List.of(header + CELL_ROWS, CELL_ROWS)) {
      Imported<Tower> read = read(text);
      assertThat(read.records())
          .extracting(Tower::id)
          .containsExactly("LTE-651-1-1001-2001", "GSM-651-2-1001-2001");
      assertThat(read.records().get(0).operator()).isEqualTo("651-1");
      assertThat(read.records().get(0).location()).isEqualTo(new LonLat(28.2, -29.5));
      assertThat(read.report().counts()).containsEntry("layoutKnown", 1L);
    }
  }

  @Test
  void publishedItuFilesAreReadWithoutMapping() {
    Path ibiza = TestData.path("validation/itu-inframap/ESP-1697916284-6wv8-cellsite.csv");
    assertThat(imports.towers(ibiza, "", null).records()).hasSize(100);
    Path saoTome = TestData.path("validation/itu-cpp/example-cellsites.xlsx");
    Imported<Tower> read = imports.towers(saoTome, "", null);
    assertThat(read.records()).hasSize(81);
    assertThat(read.records()).allMatch(each -> each.country().equals("STP"));
    assertThat(read.records().get(0).heightM()).isEqualTo(18);
    assertThat(read.records().get(0).operator()).isEqualTo("OPERATOR_B");
    assertThat(
            imports
                .towers(TestData.path("validation/itu-cpp/example-cellsites.gpkg"), "", null)
                .records())
        .hasSize(81);
  }
}
