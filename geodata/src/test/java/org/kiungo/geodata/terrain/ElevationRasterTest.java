package org.kiungo.geodata.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.radio.GroundProfile;
import org.kiungo.planner.radio.Sight;

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
