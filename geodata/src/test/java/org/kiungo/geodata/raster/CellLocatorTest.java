package org.kiungo.geodata.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kiungo.geodata.TestData;
import org.kiungo.geodata.format.Raster;

class CellLocatorTest {

  @Test
  void mollweideCellsLieInLesotho() {
    try (Raster raster = Raster.open(TestData.path("LSO/openelec_test_data/ghs.tif"))) {
      CellLocator locator = new CellLocator(raster);
      double[] at = {459, 493};
      locator.lonLats(at, 1);
      assertThat(at[1]).isCloseTo(-29.622, within(0.01));
      locator.cells(at, 1);
      assertThat(at).containsExactly(new double[] {459, 493}, within(1e-6));
      assertThat(locator.areaKm2(459, 493)).isCloseTo(0.25008 * 0.24997, within(3e-4));
    }
  }
}
