package org.kiungo.geodata.format.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.planner.model.value.LonLat;

/**
 * Places of eight capitals and two towns as {@code mil.nga:mgrs} 2.1.3, the library of the grid's
 * own agency, writes them.
 */
class GridReferenceTest {

  private static LonLat place(String cell) {
    GridReference at = GridReference.of(cell);
    double[] lonLat =
        CoordinateSystem.ofUtmZone(at.zone(), at.northingM())
            .toWgs84(at.eastingM(), at.northingM());
    return new LonLat(lonLat[0], lonLat[1]);
  }

  @ParameterizedTest
  @CsvSource({
    "6.1319, 1.2228, 31NCG0333578110, 31N 303335 678111",
    "-1.2864, 36.8172, 37MBU5711057710, 37S 257110 9857710",
    "-25.9653, 32.5892, 36JVS5887528094, 36 J 458875 7128094",
    "36.8065, 10.1815, 32SPF0539374058, 32N 605393 4074058",
    "36.8065, 10.1815, 32SPF0539374058, 32S 605393 4074058",
    "4.8517, 31.5825, 36N UL 42813 36435, Zone 36 342813 536436",
    "-24.6541, 25.9087, 35JLN8956672913, 35 sul 389566.6 7272913.7",
    "14.6937, -17.4441, 28PBB3680025872, 28P 236800 1625872",
    "-13.9669, 33.7873, 36lwk8503555793, 36L 585035 8455793",
    "9.5370, -13.6773, 28PFR4517454499, 28P 645174 1054500",
    "32.8872, 13.1913, 33S US 3081240232, 33S 330812 3640232",
  })
  void placesAreThoseOfTheGridsAgency(double lat, double lon, String military, String utm) {
    assertThat(place(military).distanceKm(new LonLat(lon, lat))).isLessThan(0.002);
    assertThat(place(utm).distanceKm(new LonLat(lon, lat))).isLessThan(0.002);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTM 31N 303335E 678111N",
        "31 Nord; 303 335; 678 111",
        "WGS84 UTM zone 31N, E 303335, N 678111",
        "303335 mE 678111 mN 31N",
        "X=303335 Y=678111 (fuseau 31)",
        "31N 0303335 0678111",
        "31N 303335,0/678111,0",
        "31N 303\u00a0335 678\u00a0111",
      })
  void officesWriteItInManyWays(String cell) {
    assertThat(place(cell).distanceKm(new LonLat(1.2228, 6.1319))).isLessThan(0.002);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31N 303335", // one of the two is missing
        "36S 450000 500000", // neither of the south nor of band S
        "31P 303335 678111", // another band
        "17N 303335 678111", // no zone of Africa
        "31NBG0333578111X",
        "31NAG0333578", // odd figures, and too few
        "31NTG0333578111", // column of another zone
        "31NCG03", // a square of ten kilometres
        "31NCZ0333578111",
        "6.1319, 1.2228",
        "31 303335 678111", // three numbers of anything
        "POINT (1.2 6.1)",
      })
  void otherCellsAreNone(String cell) {
    assertThat(GridReference.of(cell)).isNull();
  }

  /** A square of a hundred metres is meant in its middle, and one of a kilometre too. */
  @ParameterizedTest
  @CsvSource({"31NCG033781, 303350, 678150", "31NCG0378, 303500, 678500"})
  void coarseSquaresAreMeantInTheirMiddle(String cell, double eastingM, double northingM) {
    GridReference at = GridReference.of(cell);
    assertThat(List.of(at.eastingM(), at.northingM())).containsExactly(eastingM, northingM);
  }
}
