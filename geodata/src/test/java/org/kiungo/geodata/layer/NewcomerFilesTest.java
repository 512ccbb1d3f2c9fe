package org.kiungo.geodata.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.InputRefused;

/** Files as people hand them in: right, or listed with the reason, or refused; never wrong. */
class NewcomerFilesTest {

  @TempDir private Path folder;

  private Imported<Settlement> read(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    return new LayerImport(CountryLookup.NONE).settlements(file, "LSO", null);
  }

  private Imported<Settlement> read(String text) throws IOException {
    return read("t.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Double> people(Imported<Settlement> read) {
    return read.records().stream().map(Settlement::population).toList();
  }

  private Imported<Settlement> drawn(String geometry) throws IOException {
    String feature =
        "{\"type\":\"Feature\",\"properties\":{\"name\":\"A\",\"population\":5},\"geometry\":%s}"
            .formatted(geometry);
    return read("t.geojson", feature.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aRowOfSeveralPlacesIsListedAndNotHalved() throws IOException {
    String several = "{\"type\":\"MultiPoint\",\"coordinates\":[[27.7,-29.1],[27.8,-29.2]]}";
    String bag = "{\"type\":\"GeometryCollection\",\"geometries\":[%s]}".formatted(several);
    String same = "{\"type\":\"MultiPoint\",\"coordinates\":[[27.7,-29.1],[27.7,-29.1]]}";
    assertThat(drawn(several).report().counts()).containsEntry("placesSeveral", 1L);
    assertThat(drawn(bag).report().counts()).containsEntry("placesSeveral", 1L);
    assertThat(drawn(same).records()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "TRUE, true, false", "oui, true, false", "1, true, false", "ndiyo, true, false",
    "non, false, false", "0, false, false", "'', false, false", "peut-être, true, true"
  })
  void yesAndNoAreReadAndWhatIsNeitherIsMarked(String cell, boolean modelled, boolean told)
      throws IOException {
    Imported<Settlement> read =
        read("name,lon,lat,population,modelled\nA,27.7,-29.1,5," + cell + "\n");
    assertThat(read.records()).extracting(Settlement::modelled).containsExactly(modelled);
    assertThat(read.report().counts().containsKey("truthUnknown")).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"0.2, 0.8, ''", "0.8, 0.2, rangeUnfit", "0.6, 0.8, rangeUnfit"})
  void aRangeThatDoesNotHoldItsShareIsTold(String low, String high, String told)
      throws IOException {
    Imported<Settlement> read =
        read(
            "name,lon,lat,population,coverageRatio,baselineLowRatio,baselineHighRatio\n"
                + "A,27.7,-29.1,5,0.5,%s,%s\n".formatted(low, high));
    assertThat(String.join(",", read.report().counts().keySet())).isEqualTo(told);
    assertThat(Double.isNaN(read.records().get(0).baselineLowRatio())).isEqualTo(!told.isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"12, 3, ''", "12, 13, inhabitedUnfit", "'', 3, inhabitedUnfit", "12, '', ''"})
  void groundLivedOnIsPartOfTheArea(String area, String livedOn, String told) throws IOException {
    Imported<Settlement> read =
        read(
            "name,lon,lat,population,areaKm2,inhabitedKm2\nA,27.7,-29.1,5,%s,%s\n"
                .formatted(area, livedOn));
    assertThat(String.join(",", read.report().counts().keySet())).isEqualTo(told);
    boolean kept = told.isEmpty() && !livedOn.isEmpty();
    assertThat(read.records().get(0).inhabitedKm2()).isEqualTo((Double) (kept ? 3 : Double.NaN));
  }

  @ParameterizedTest
  @CsvSource({
    "Couverture 4G (%), 45, 0.8, 0.45, percentRead",
    "Couverture 4G, 45, 80, 0.45, percentRead",
    "Couverture 4G, 0.45, 0.8, 0.45, ''",
    "Couverture 4G (%), 0.45, 1, 0.45, percentUnsure",
    "Couverture 4G (%), 45, 145, 0.45, 'percentRead,ratioOutOfRange'",
    "Couverture 4G, 45%, 0.3, 0.45, percentUnsure",
    "coverageRatio, 0.45, 45, 0.45, ratioOutOfRange"
  })
  void sharesArePercentByTheirHeadingAndTheirValues(
      String column, String first, String second, double share, String told) throws IOException {
    Imported<Settlement> read =
        read(
            "name,lon,lat,population,%s\nA,27.7,-29.1,5,%s\nB,27.9,-29.2,5,%s\n"
                .formatted(column, first, second));
    assertThat(read.records().get(0).baselineCoverageRatio()).isEqualTo(share);
    assertThat(String.join(",", read.report().counts().keySet())).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8,true", "UTF-16LE,true", "UTF-16BE,true", "UTF-16BE,false"})
  void everyUnicodeWithAndWithoutItsMark(String charset, boolean mark) throws IOException {
    String text =
        (mark ? "\uFEFF" : "") + "name\tlon\tlat\tpopulation\nTéya\t27.75\t-29.15\t75115\n";
    Imported<Settlement> read = read("t.csv", text.getBytes(Charset.forName(charset)));
    assertThat(read.records()).extracting(Settlement::name).containsExactly("Téya");
    assertThat(people(read)).containsExactly(75_115.0);
  }

  @Test
  void whereCommasAreDecimalADotMayGroupThousandsAndIsNotGuessed() throws IOException {
    Imported<Settlement> read =
        read(
            "nom;longitude;latitude;population\nA;27,48;-29,31;330 760\nB;27,75;-29,15;75.115\n"
                + "C;27,76;-29,16;1.234.567\nD;27,77;-29,17;0.5\nE;27,78;-29,18;12,5\n");
    assertThat(people(read)).containsExactly(330_760.0, 1_234_567.0, 0.5, 12.5);
    assertThat(read.report().counts()).containsEntry("numberAmbiguous", 1L);
    assertThat(read.report().rowsListed()).isEqualTo(1);
  }

  @Test
  void rainIsReadByWhateverItsColumnIsCalled() throws IOException {
    for (String column : List.of("rainMmPerHour", "R0.01", "pluie_mm_h", "rain_rate")) {
      Imported<Settlement> read =
          read(
              "name,lon,lat,population,%s\nA,27.48,-29.31,1,37.5\nB,27.5,-29.3,1,\n"
                      .formatted(column)
                  + "C,27.6,-29.2,1,-4\n");
      assertThat(read.records())
          .as(column)
          .extracting(Settlement::rainMmPerHour)
          .containsExactly(37.5, Double.NaN, Double.NaN);
      assertThat(read.report().counts()).containsEntry("numberNegative", 1L);
    }
  }

  @Test
  void datesAndOverflowsInsteadOfNumbersAreListed() throws IOException {
    Imported<Settlement> read =
        read(
            "name,lon,lat,population\nA,27.48,-29.31,12-Jan\nB,27.5,-29.3,2020-01-02\n"
                + "C,27.6,-29.2,1e400\nD,27.7,-29.1,5e3\nE,27.8,-29.0,-5\n");
    assertThat(people(read)).containsExactly(5_000.0);
    assertThat(read.report().rowsListed()).isEqualTo(4);
    assertThat(read.report().counts())
        .containsEntry("notANumber", 2L)
        .containsEntry("populationTooLarge", 1L)
        .containsEntry("populationNegative", 1L);
  }

  @Test
  void aTotalBelowTheRowsAndRaggedRowsAreListed() throws IOException {
    Imported<Settlement> read =
        read(
            "name,lon,lat,population\nA,27.48,-29.31,5\nB,27.6,-29.2,6,extra\nC,27.7\n"
                + "Total,,,11\n");
    assertThat(people(read)).containsExactly(5.0);
    assertThat(read.report().counts())
        .containsEntry("rowTooLong", 1L)
        .containsEntry("coordinateMissing", 1L)
        .containsEntry("totalNoPlace", 1L);
  }

  @Test
  void degreesMinutesArabicDigitsAndHeightsAreRead() throws IOException {
    Imported<Settlement> degrees =
        read("name,longitude,latitude,population\nA,27° 30' E,29° 15' 36\" S,5\n");
    assertThat(degrees.records().get(0).location().lat()).isCloseTo(-29.26, within(1e-9));
    Imported<Settlement> arabic =
        read("الاسم,خط الطول,خط العرض,السكان\nمازيرو,٢٧٫٤٨,-٢٩٫٣١,٣٣٠٧٦٠\n");
    assertThat(people(arabic)).containsExactly(330_760.0);
    assertThat(arabic.records().get(0).location().lon()).isEqualTo(27.48);
    Imported<Settlement> measured =
        read(
            "wkt,population\nPOINT Z (27.48 -29.31 1500),5\nPOINT M (27.6 -29.2 3),6\nPOINT EMPTY,1\n");
    assertThat(people(measured)).containsExactly(5.0, 6.0);
    assertThat(measured.report().counts()).containsEntry("geometryMissing", 1L);
  }

  @Test
  void aCollectionIsNoPlaceAndARowWithoutPlaceIsListed() throws IOException {
    String text =
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
            + "{\"population\":5},\"geometry\":{\"type\":\"GeometryCollection\",\"geometries\":"
            + "[{\"type\":\"Point\",\"coordinates\":[27.4,-29.3]},{\"type\":\"LineString\","
            + "\"coordinates\":[[27,-29],[28,-29]]}]}},{\"type\":\"Feature\",\"properties\":"
            + "{\"population\":6},\"geometry\":null}]}";
    Imported<Settlement> read = read("t.geojson", text.getBytes(StandardCharsets.UTF_8));
    assertThat(read.records()).isEmpty();
    assertThat(read.report().counts())
        .containsEntry("geometryUnfit", 1L)
        .containsEntry("geometryMissing", 1L);
  }

  /** Where the row of names stands, and what the report says of the rows above it. */
  @ParameterizedTest
  @CsvSource({
    "'Population of Lesotho, 2016;;;\n;;;\nname;lon;lat;population\n', ';', 1–2",
    "'Population of Lesotho\n\n# preliminary\nname;lon;lat;population\n', ';', 1–3",
    "'# a\n# b\nname,lon,lat,population\n', ',', 1–2",
    "'Table 1\r\n\r\nSource,Bureau of Statistics\r\n\r\n\r\nname,lon,lat,population\r\n', ',', 1–5",
    "'Place,,Census,\nnom,lon,lat,2016\n', ',', 1",
    "'\"Title over\ntwo lines\"\nname,lon,lat,population\n', ',', 1–2"
  })
  void titlesAboveTheNamesAreSkippedAndTold(String above, String separator, String rows)
      throws IOException {
    String s = separator;
    String data = String.join(s, "A", "27.48", "-29.31", "5") + "\n";
    String wrong = String.join(s, "B", "27.5", "nowhere", "6") + "\n";
    LayerImport imports = new LayerImport(CountryLookup.NONE);
    Path file = Files.writeString(folder.resolve("t.csv"), above + data + wrong);
    Imported<LayerFeature> read = imports.features(file, LayerKind.FACILITIES, "LSO", null);
    assertThat(read.records()).hasSize(1);
    assertThat(read.records().get(0).name()).isEqualTo("A");
    assertThat(read.records().get(0).attributes()).containsValue("5");
    assertThat(place(read, "rowsAboveHeader")).isEqualTo(rows);
    long lines = above.lines().count();
    assertThat(place(read, "coordinateNotNumber")).isEqualTo(Long.toString(lines + 2));
  }

  private static String place(Imported<?> read, String code) {
    return read.report().findings().stream()
        .filter(finding -> finding.code().equals(code))
        .findFirst()
        .orElseThrow()
        .place();
  }

  @ParameterizedTest
  @CsvSource({
    "'remark\nhello, world\nfine, thanks\nname, lon'",
    "'id,,,\nA,b,c,d\nE,f,g,h\nI,j,k,l\n'",
    "'name,lon,lat\nx,lon,lat,population\nA,27.4,-29.3,5\n'"
  })
  void aFirstRowThatMayNameTheColumnsStaysTheHeader(String text) throws IOException {
    LayerImport imports = new LayerImport(CountryLookup.NONE);
    Path file = Files.writeString(folder.resolve("t.csv"), text);
    List<String> columns =
        imports.columns(SourceFile.of(file), LayerKind.FACILITIES, ReadOptions.DETECT);
    assertThat(text).startsWith(columns.get(0));
  }

  @ParameterizedTest
  @CsvSource({
    "t.geojson, '{\"type\":\"FeatureCollection\",\"features\":[{\"p\":NaN}]}'",
    "t.json, '{\"type\":\"Topology\",\"objects\":{},\"arcs\":[]}'",
    "t.csv, '<html><body>404 not found</body></html>'",
    "t.kml, '<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY x SYSTEM \"file:///x\">]><kml/>'"
  })
  void whatIsNoDataIsRefused(String name, String text) {
    assertThatThrownBy(() -> read(name, text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InputRefused.class);
  }
}
