package org.kiungo.geodata.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.radio.GroundProfile;
import org.kiungo.planner.radio.Sight;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

class ElevationRasterTest {

  private static final String WGS84 =
      "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137,298.257223563]],"
          + "PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.0174532925199433]]";

  @TempDir private Path folder;

  /** A plain 40 km wide at 1,500 m with a ridge across its middle, cells of 0.005 degrees. */
  private Path plain(double ridgeM) throws IOException {
    StringBuilder cells =
        new StringBuilder("ncols 80\nnrows 20\nxllcorner 36\nyllcorner -0.05\ncellsize 0.005\n");
    for (int k = 0; k < 1600; k++) {
      cells.append(k % 80 == 40 ? 1500 + ridgeM : 1500).append(k % 80 == 79 ? '\n' : ' ');
    }
    Files.writeString(folder.resolve("plain.prj"), WGS84);
    return Files.writeString(folder.resolve("plain.asc"), cells);
  }

  private static final LonLat WEST = new LonLat(36.0525, 0);
  private static final LonLat EAST = new LonLat(36.3525, 0);

  private Sight sight(double ridgeM, double antennaM) throws IOException {
    try (ElevationRaster ground = ElevationRaster.open(plain(ridgeM))) {
      double km = WEST.distanceKm(EAST);
      return new GroundProfile(ground.profileM(WEST, EAST)).sight(km, antennaM, antennaM);
    }
  }

  /**
   * 33.4 km at 8 GHz: halfway the earth rises by 16.4 m and 0.6 of the first Fresnel zone needs
   * 10.6 m, together 27 m: antennas of 30 m pass over flat ground, of 25 m do not.
   */
  @Test
  void theEarthAndTheFresnelZoneDecideOverFlatGround() throws IOException {
    assertThat(WEST.distanceKm(EAST)).isCloseTo(33.4, within(0.05));
    assertThat(sight(0, 30)).isEqualTo(Sight.CLEAR);
    assertThat(sight(0, 25)).isEqualTo(Sight.BLOCKED);
  }

  @Test
  void aRidgeBlocksUntilTheMastsAreHigher() throws IOException {
    assertThat(sight(40, 60)).isEqualTo(Sight.BLOCKED);
    assertThat(sight(40, 75)).isEqualTo(Sight.CLEAR);
  }

  @Test
  void heightsLieBetweenTheCellsAroundAPlace() throws IOException {
    try (ElevationRaster ground = ElevationRaster.open(plain(100))) {
      double centre = 36 + 40.5 * 0.005;
      assertThat(ground.groundM(new LonLat(centre, 0))).isCloseTo(1600, within(1e-6));
      assertThat(ground.groundM(new LonLat(centre + 0.0025, 0))).isCloseTo(1550, within(1e-6));
      assertThat(ground.groundM(new LonLat(36.0001, 0))).isCloseTo(1500, within(1e-6));
      assertThat(ground.groundM(new LonLat(35.9, 0))).isNaN();
    }
  }

  /** Two tiles side by side, the second of finer cells with one peak, as one coarser raster. */
  @Test
  void tilesBecomeOneRasterThatLosesNoPeak() throws IOException {
    Path west = grid("west", 36, 10, 10, 0.1, 99, 700);
    Path east = grid("east", 37, 20, 20, 0.05, 187, 900);
    Path out = folder.resolve("both.tif");
    Envelope box = new Envelope(36, 38.5, 0, 1);
    ElevationMosaic.Written written = ElevationMosaic.write(List.of(west, east), box, 360, out);
    assertThat(written).isEqualTo(new ElevationMosaic.Written(25, 10, 360, 0.8));
    try (ElevationRaster ground = ElevationRaster.open(out)) {
      assertThat(ground.groundM(new LonLat(36.95, 0.05))).isCloseTo(700, within(1e-6));
      assertThat(ground.groundM(new LonLat(36.05, 0.95))).isCloseTo(100, within(1e-6));
      // cell 187 lies in row 9, column 7: within the coarser cell from 37.3 to 37.4, 0.5 to 0.6
      assertThat(ground.groundM(new LonLat(37.35, 0.55))).isCloseTo(900, within(1e-6));
      assertThat(ground.groundM(new LonLat(37.65, 0.55))).isCloseTo(100, within(1e-6));
      assertThat(ground.groundM(new LonLat(38.3, 0.5))).isNaN();
    }
    byte[] first = Files.readAllBytes(out);
    ElevationMosaic.write(List.of(west, east), box, 360, out);
    assertThat(Files.readAllBytes(out)).isEqualTo(first);
  }

  /** Flat at 100 m but for one cell. */
  private Path grid(String name, int lon, int columns, int rows, double cell, int peakAt, int peakM)
      throws IOException {
    StringBuilder cells =
        new StringBuilder(
            "ncols %d\nnrows %d\nxllcorner %d\nyllcorner 0\ncellsize %s\n"
                .formatted(columns, rows, lon, cell));
    for (int k = 0; k < columns * rows; k++) {
      cells.append(k == peakAt ? peakM : 100).append(k % columns == columns - 1 ? '\n' : ' ');
    }
    Files.writeString(folder.resolve(name + ".prj"), WGS84);
    return Files.writeString(folder.resolve(name + ".asc"), cells);
  }

  @Test
  void filesToFetchAreThoseThatTheLandTouches() {
    List<Geometry> land =
        Reference.builtIn().districts("LSO").stream().map(each -> each.shape()).toList();
    List<ElevationSource.Tile> tiles = ElevationSource.GLO_90.tiles(land);
    assertThat(tiles)
        .extracting(ElevationSource.Tile::name)
        .hasSizeBetween(6, 9)
        .contains(
            "Copernicus_DSM_COG_30_S30_00_E027_00_DEM", "Copernicus_DSM_COG_30_S31_00_E028_00_DEM");
    assertThat(tiles.get(0).address())
        .isEqualTo(
            "https://copernicus-dem-90m.s3.amazonaws.com/%1$s/%1$s.tif"
                .formatted(tiles.get(0).name()));
    Envelope algeria = new Envelope(-8.7, 12, 19, 37.1);
    assertThat(ElevationMosaic.usualArcSeconds(algeria, ElevationSource.GLO_90)).isEqualTo(9);
    assertThat(
            ElevationMosaic.usualArcSeconds(
                new Envelope(27, 29.5, -30.7, -28.5), ElevationSource.GLO_90))
        .isEqualTo(3);
  }

  @Test
  void withoutHeightsALinkStaysUnverified() throws IOException {
    LonLat beside = new LonLat(36.6, 0);
    try (ElevationRaster ground = ElevationRaster.open(plain(0))) {
      GroundProfile profile = new GroundProfile(ground.profileM(EAST, beside));
      assertThat(profile.sight(EAST.distanceKm(beside), 30, 30)).isEqualTo(Sight.UNVERIFIED);
    }
  }

  @Test
  void aRasterWithoutCoordinateSystemIsRefused() throws IOException {
    Path raster = plain(0);
    Files.delete(folder.resolve("plain.prj"));
    assertThatThrownBy(() -> ElevationRaster.open(raster)).hasMessageContaining("raster.noCrs");
  }
}
