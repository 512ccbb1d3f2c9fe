package org.kiungo.geodata.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.TestData;
import org.kiungo.geodata.format.DataReport;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Geometry;

/** Rows that lie where they should not, and quantities that cannot be. */
class PlaceSanityTest {

  private static final CountryLookup OUTLINES =
      new CountryLookup() {
        @Override
        public boolean contains(String iso3, LonLat place) {
          return Reference.builtIn().contains(iso3, place);
        }

        @Override
        public boolean touches(String iso3, Geometry shape) {
          return Reference.builtIn().touches(iso3, shape);
        }

        @Override
        public Optional<String> countryAt(LonLat place) {
          return Reference.builtIn().countryAt(place);
        }
      };

  private final LayerImport imports = new LayerImport(OUTLINES);

  @TempDir private Path folder;

  private Imported<Settlement> kenya(String rows) throws IOException {
    Path file = Files.writeString(folder.resolve("kenya.csv"), "name,lon,lat,population\n" + rows);
    return imports.settlements(file, "KEN", null);
  }

  private static Finding only(DataReport report, String code) {
    return report.findings().stream().filter(f -> f.code().equals(code)).findFirst().orElseThrow();
  }

  @Test
  void wrongPlacesAndQuantitiesAreListedAndTheRestIsUsed() throws IOException {
    Imported<Settlement> read =
        kenya(
            """
            Nairobi,36.82,-1.29,4397073
            Nakuru,36.07,-0.30,570674
            Eldoret,35.27,0.52,475716
            Kisumu,34.75,-0.09,397957
            Island,0,0,10
            Swapped,-1.29,36.9,10
            Gaborone,25.91,-24.65,10
            Off,36.8,-95,10
            Negative,36.5,-1.0,-9999
            Text,36.6,-1.0,many
            Overflow,36.7,-1.0,1e308
            Unknown,36.9,-1.0,N/A
            Nairobi again,36.8201,-1.2901,5
            """);
    DataReport report = read.report();
    assertThat(report.rowsIn()).isEqualTo(13);
    assertThat(report.rowsAccepted()).isEqualTo(6);
    assertThat(report.rowsListed()).isEqualTo(7);
    assertThat(report.counts())
        .containsAllEntriesOf(
            Map.of(
                "nullIsland", 1L,
                "coordinatesSwapped", 1L,
                "outsideCountry", 1L,
                "coordinateOffEarth", 1L,
                "populationNegative", 1L,
                "notANumber", 1L,
                "populationTooLarge", 1L,
                "populationUnknown", 1L,
                "placeTwice", 1L));
    assertThat(only(report, "outsideCountry").found()).isEqualTo("BWA");
    assertThat(only(report, "coordinatesSwapped").expected()).isEqualTo("(36.9, -1.29)");
    assertThat(only(report, "coordinatesSwapped").fix())
        .as("to exchange the columns would misplace all others")
        .isEmpty();
    assertThat(only(report, "placeTwice").found()).isEqualTo("2");
    assertThat(report.totalAfter()).isEqualTo(4_397_073 + 570_674 + 475_716 + 397_957 + 5.0);
    assertThat(read.records().get(4).population()).isNaN();
  }

  /** Areas of coverage and cables go over borders: a corner says nothing of where they are. */
  @Test
  void shapesThatTouchTheCountryAreOfItWhereverTheirCornersLie() throws IOException {
    String[] shapes = {
      "POLYGON ((27 -30.6, 29.5 -30.6, 29.5 -28.5, 27 -28.5, 27 -30.6))", // all of Lesotho
      "POLYGON ((26 -30, 27.6 -30, 27.6 -29.2, 26 -29.2, 26 -30))",
      "LINESTRING (25 -29.5, 31 -29.5)", // from Bloemfontein to the sea, through Lesotho
      "POLYGON ((28 -26.5, 28.5 -26.5, 28.5 -26, 28 -26, 28 -26.5))" // Johannesburg
    };
    StringBuilder rows = new StringBuilder("id,generation,wkt\n");
    for (int k = 0; k < shapes.length; k++) {
      rows.append(k).append(",4G,\"").append(shapes[k]).append("\"\n");
    }
    Path file = Files.writeString(folder.resolve("areas.csv"), rows.toString());
    DataReport report = imports.features(file, LayerKind.COVERAGE, "LSO", null).report();
    assertThat(report.findings())
        .filteredOn(each -> each.code().equals("outsideCountry"))
        .extracting(Finding::row)
        .containsExactly(5L);
  }

  @Test
  void aTableWithSwappedColumnsIsRefusedAsAWhole() {
    InputRefused refused =
        catchThrowableOfType(
            InputRefused.class, () -> kenya("Nairobi,-1.29,36.82,1\nNakuru,-0.3,36.07,2\n"));
    assertThat(refused.code()).isEqualTo("file.coordinatesSwapped");
    assertThat(refused.arguments())
        .containsEntry("file", "kenya.csv")
        .containsEntry("place", "(-1.29, 36.82)")
        .containsEntry("country", "KEN");
  }

  @Test
  void anExchangeThatMisplacesMostRowsIsRefusedByItsOwnName() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("right.csv"),
            "name,lon,lat,population\nNairobi,36.82,-1.29,1\nNakuru,36.07,-0.3,2\n");
    ColumnMapping exchanged =
        ColumnMapping.guess(
            new ReadOptions("", "", "", "", "", "", "", "", "", true, false, false));
    InputRefused refused =
        catchThrowableOfType(InputRefused.class, () -> imports.settlements(file, "KEN", exchanged));
    assertThat(refused.code()).isEqualTo("file.exchangeMisplaces");
  }

  @Test
  void metresWithoutADeclaredSystemAreRefusedAndWithOneAreRead() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("utm.csv"), "name,easting,northing,pop\nNairobi,257500,9857400,7\n");
    InputRefused refused =
        catchThrowableOfType(InputRefused.class, () -> imports.settlements(file, "KEN", null));
    assertThat(refused.code()).isEqualTo("file.metresNotDegrees");
    ColumnMapping utm = ColumnMapping.guess(ReadOptions.DETECT.withCrs("EPSG:32737"));
    LonLat place = imports.settlements(file, "KEN", utm).records().get(0).location();
    assertThat(place.distanceKm(new LonLat(36.82, -1.29))).isLessThan(1);
  }

  @Test
  void missingColumnsAreNamedWithTheOnesThatAreThere() throws IOException {
    Path file = Files.writeString(folder.resolve("few.csv"), "name,lon,lat\nNairobi,36.8,-1.3\n");
    InputRefused refused =
        catchThrowableOfType(InputRefused.class, () -> imports.settlements(file, "KEN", null));
    assertThat(refused.code()).isEqualTo("file.columnMissing");
    assertThat(refused.arguments()).containsEntry("columns", "name, lon, lat");
  }

  @Test
  void columnsAreFoundInFiveLanguages() throws IOException {
    for (String header :
        new String[] {
          "Village;Longitude;Latitude;Population",
          "Localité;Longitude;Latitude;Habitants",
          "Localidade;Longitude;Latitude;População",
          "القرية;خط الطول;خط العرض;عدد السكان",
          "Kijiji;Longitudo;Latitudo;Idadi ya watu"
        }) {
      Path file = Files.writeString(folder.resolve("v.csv"), header + "\nSavane;36,8;-1,3;12\n");
      Settlement read = imports.settlements(file, "KEN", null).records().get(0);
      assertThat(read.name()).as(header).isEqualTo("Savane");
      assertThat(read.population()).as(header).isEqualTo(12);
      assertThat(read.location()).as(header).isEqualTo(new LonLat(36.8, -1.3));
    }
  }

  @Test
  void kenyasPollingStationsInTheWrongPlaceAreListed() {
    Path file = TestData.path("robustness/african/pollingstations.shp");
    InputRefused refused =
        catchThrowableOfType(
            InputRefused.class, () -> imports.features(file, LayerKind.FACILITIES, "KEN", null));
    assertThat(refused.code()).isEqualTo("file.dbfMissing");
    ColumnMapping shapes = ColumnMapping.guess(ReadOptions.DETECT.withShapesOnly(true));
    DataReport report = imports.features(file, LayerKind.FACILITIES, "KEN", shapes).report();
    assertThat(report.rowsIn()).isEqualTo(26_447);
    assertThat(report.counts()).containsEntry("nullIsland", 10_051L);
    assertThat(report.counts()).containsEntry("outsideCountry", 2L);
    assertThat(report.rowsListed()).isEqualTo(10_053);
  }

  @Test
  void kenyas37930SchoolsInUtmLieInKenya() {
    Path file = TestData.path("KEN/schools_2016_epsg32737.gpkg");
    Imported<LayerFeature> read = imports.features(file, LayerKind.FACILITIES, "KEN", null);
    assertThat(read.report().rowsIn()).isEqualTo(37_930);
    assertThat(read.report().counts()).containsEntry("outsideCountry", 1L);
    assertThat(read.crs()).isEqualTo("EPSG:32737");
  }
}
