package org.kiungo.geodata.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.TestData;
import org.kiungo.geodata.format.Raster;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.settle.DenseCells.CellRange;
import org.kiungo.planner.model.Progress;

class SettlementExtractionTest {

  @Test
  void lesothosPeopleAreConserved() {
    try (Raster band = Raster.open(TestData.path("LSO/openelec_test_data/ghs.tif"))) {
      var out =
          SettlementExtraction.extract(band, SettleOptions.DEFAULT, at -> "LSO", Progress.NONE);
      assertThat(out.peopleInRaster()).isCloseTo(2_135_183.955, within(1e-3));
      assertThat(out.peopleInSettlements() / out.peopleInRaster()).isCloseTo(1, within(1e-12));
      assertThat(out.settlements()).hasSizeBetween(1_000, 6_000);
      assertThat(out.settlements())
          .allSatisfy(s -> assertThat(s.location().lat()).isBetween(-30.7, -28.5));
      assertThat(out.settlements())
          .allSatisfy(s -> assertThat(s.population()).isLessThanOrEqualTo(20_000));
    }
  }

  @Test
  void allOfLesothosSettlementsLieInLesotho() {
    Reference reference = Reference.builtIn();
    try (Raster band = Raster.open(TestData.path("LSO/openelec_test_data/ghs.tif"))) {
      var out =
          SettlementExtraction.extract(
              band, SettleOptions.DEFAULT, at -> reference.countryAt(at).orElse(""), Progress.NONE);
      assertThat(out.settlements())
          .allSatisfy(s -> assertThat(reference.countryAt(s.location())).contains("LSO"));
      assertThat(out.peopleInSettlements() / out.peopleInRaster()).isCloseTo(1, within(1e-12));
    }
  }

  /**
   * 1,213.2 M by the cells' areas on the ellipsoid, as rasterio and GeographicLib have it; 1,217.5
   * M with 111.195 km to a degree everywhere, the published figure.
   */
  @Test
  void theContinentsDensityTimesAreaIsItsPeople() {
    try (Raster band = Raster.open(TestData.path("AFRICA/afripop2020.tif"))) {
      SettleOptions options = new SettleOptions(300, 500, 1e9, 5, true);
      var out = SettlementExtraction.extract(band, options, at -> "", Progress.NONE);
      assertThat(out.peopleInRaster()).isCloseTo(1_213_216_320, within(1e5));
      assertThat(out.peopleInRaster() / 1_217.47e6).isCloseTo(1, within(0.004));
      assertThat(out.peopleInSettlements() / out.peopleInRaster()).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void cellsThatTouchAtACornerAreOneCluster() {
    // . 1 . 1 1
    // 1 . . . 1
    // . . . . .
    // 1 . 1 . .      three clusters above the gap, two below
    DenseCells dense = new DenseCells();
    int[][] cells = {{0, 1}, {0, 3}, {0, 4}, {1, 0}, {1, 4}, {3, 0}, {3, 2}};
    for (int[] cell : cells) {
      dense.add(cell[0], cell[1], 1);
    }
    List<Integer> sizes = new java.util.ArrayList<>();
    dense.forEachCluster(cluster -> sizes.add(cluster.cells()));
    assertThat(sizes).containsExactly(2, 3, 1, 1);
  }

  @Test
  void aSplitKeepsEveryPersonAndTheLimit() {
    int n = 100;
    int[] row = new int[n];
    int[] column = new int[n];
    double[] people = new double[n];
    double total = 0;
    for (int k = 0; k < n; k++) {
      row[k] = k / 10;
      column[k] = k % 10;
      people[k] = 1 + k % 7;
      total += people[k];
    }
    var parts = ClusterSplit.split(new CellRange(row, column, people, 0, n), 50);
    assertThat(parts).allSatisfy(part -> assertThat(part.totalPeople()).isLessThanOrEqualTo(50));
    assertThat(parts.stream().mapToDouble(CellRange::totalPeople).sum()).isEqualTo(total);
    assertThat(parts.stream().mapToInt(CellRange::cells).sum()).isEqualTo(n);
  }
}
