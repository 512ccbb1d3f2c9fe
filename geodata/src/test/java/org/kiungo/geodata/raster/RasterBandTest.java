package org.kiungo.geodata.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.TestData;
import org.kiungo.planner.model.InputRefused;

class RasterBandTest {

  @Test
  void lesothosPositiveCellsSumToItsPeople() {
    Path ghs = TestData.path("LSO/openelec_test_data/ghs.tif");
    try (RasterBand band = RasterBand.open(ghs)) {
      double[] rows = new double[16 * band.width()];
      double people = 0;
      for (int row = 0; row < band.height(); row += 16) {
        int count = Math.min(16, band.height() - row);
        band.readRows(row, count, rows);
        for (int k = 0; k < count * band.width(); k++) {
          people += rows[k] > 0 ? rows[k] : 0;
        }
      }
      assertThat(people).isCloseTo(2_135_183.955, within(0.001));
      CellLocator locator = new CellLocator(band);
      assertThat(locator.lonLat(459, 493).lat()).isCloseTo(-29.622, within(0.01));
      assertThat(locator.areaKm2(459, 493)).isCloseTo(0.25008 * 0.24997, within(3e-4));
    }
  }

  @Test
  void aTruncatedFileIsRefusedByName(@TempDir Path folder) throws Exception {
    Path ghs = TestData.path("LSO/openelec_test_data/ghs.tif");
    byte[] bytes = Files.readAllBytes(ghs);
    Path cut = folder.resolve("cut.tif");
    Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 3));
    assertThatThrownBy(() -> RasterBand.open(cut))
        .isInstanceOf(InputRefused.class)
        .hasMessageContaining("raster.truncated")
        .hasMessageContaining("cut.tif");
  }
}
