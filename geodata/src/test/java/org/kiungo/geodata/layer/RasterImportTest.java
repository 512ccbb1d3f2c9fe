package org.kiungo.geodata.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.TestData;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Geometry;

/** Rasters as layers: one row that says where they lie and what they hold. */
class RasterImportTest {

  private static final CountryLookup SOUTH =
      new CountryLookup() {
        @Override
        public boolean contains(String iso3, LonLat place) {
          return iso3.equals("LSO") == place.lat() < -20;
        }

        @Override
        public boolean touches(String iso3, Geometry shape) {
          return true;
        }

        @Override
        public Optional<String> countryAt(LonLat place) {
          return Optional.of(place.lat() < -20 ? "LSO" : "BEN");
        }
      };

  @TempDir private Path folder;

  private final List<AcceptedRow> rows = new ArrayList<>();

  private Imported<?> read(Path file, LayerKind kind, String iso3) {
    return new LayerImport(SOUTH)
        .stream(SourceFile.of(file), kind, iso3, null, rows::add, RowWatcher.NONE);
  }

  @Test
  void aPopulationRasterIsARowWithItsOutlineAndItsPeople() {
    Path file = TestData.path("LSO/openelec_test_data/ghs.tif");
    Imported<?> read = read(file, LayerKind.POPULATION_RASTER, "LSO");
    assertThat(read.report().rowsAccepted()).isEqualTo(1);
    assertThat(Math.round(read.report().totalAfter())).isEqualTo(2_135_184);
    assertThat(read.crs()).isEqualTo("ESRI:54009");
    LayerFeature row = (LayerFeature) rows.get(0).record();
    assertThat(row.values()).containsKeys("width", "height", "sha256", "people");
    assertThat(row.geometry().getEnvelopeInternal().contains(28.2, -29.5)).isTrue();
  }

  private Path grid(String prj) throws IOException {
    Files.writeString(folder.resolve("a.prj"), prj);
    return Files.writeString(
        folder.resolve("a.asc"),
        "ncols 2\nnrows 2\nxllcorner 28\nyllcorner -30\ncellsize 0.5\n100 200\n-5 400\n");
  }

  private static final String WGS84 =
      "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137,298.257223563]],"
          + "PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.0174532925199433]]";

  @Test
  void elevationMayBeBelowTheSea() throws IOException {
    Imported<?> read = read(grid(WGS84), LayerKind.ELEVATION, "LSO");
    assertThat(read.report().counts()).isEmpty();
    assertThat(read.report().totalAfter()).isNaN();
  }

  @Test
  void peopleBelowZeroAreToldAndARasterElsewhereIsListed() throws IOException {
    Imported<?> read = read(grid(WGS84), LayerKind.POPULATION_RASTER, "BEN");
    assertThat(read.report().rowsListed()).isEqualTo(1);
    assertThat(read.report().counts()).containsKeys("cellsNegative", "rasterOutsideCountry");
    assertThat(rows).isEmpty();
  }

  @Test
  void aRasterOfTheContinentHoldsASmallCountry() throws IOException {
    Files.writeString(folder.resolve("a.prj"), WGS84);
    Path continent =
        Files.writeString(
            folder.resolve("a.asc"),
            "ncols 2\nnrows 2\nxllcorner -20\nyllcorner -35\ncellsize 36\n1 2\n3 4\n");
    Imported<?> read = read(continent, LayerKind.POPULATION_RASTER, "SYC");
    assertThat(read.report().counts()).doesNotContainKey("rasterOutsideCountry");
    assertThat(rows).hasSize(1);
  }

  @Test
  void aTableIsNoRasterAndARasterNeedsItsSystem() throws IOException {
    Path table = Files.writeString(folder.resolve("t.csv"), "a,lon,lat\n1,28,-29\n");
    assertThatThrownBy(() -> read(table, LayerKind.ELEVATION, "LSO"))
        .hasMessageContaining("layer.needsRaster");
    String metres = Files.readString(grid("")).replaceAll("(?m)^(xllcorner).*$", "$1 500000");
    Path bare = Files.writeString(folder.resolve("metres.asc"), metres);
    assertThatThrownBy(() -> read(bare, LayerKind.ELEVATION, "LSO"))
        .hasMessageContaining("raster.noCrs");
  }

  @Test
  void layersWithoutRowsPlacesOrSystemAreRefusedAsAWhole() throws IOException {
    Path empty = Files.writeString(folder.resolve("e.csv"), "name,population,lon,lat\n");
    assertThatThrownBy(() -> read(empty, LayerKind.SETTLEMENTS, "LSO"))
        .hasMessageContaining("layer.empty");
    Path placeless = Files.writeString(folder.resolve("p.csv"), "name,population\nA,5\nB,6\n");
    assertThatThrownBy(() -> read(placeless, LayerKind.SETTLEMENTS, "LSO"))
        .hasMessageContaining("file.placeMissing");
  }
}
