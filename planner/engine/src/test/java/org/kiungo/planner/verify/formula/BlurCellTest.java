package org.kiungo.planner.verify.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.planner.model.value.LonLat;

/** Cells hold their places and are high and wide enough everywhere. */
class BlurCellTest {

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 10, 77.7, 1000})
  void cellsAreNowhereSmallerThanAsked(double km) {
    SplittableRandom random = new SplittableRandom(7);
    for (int k = 0; k < 2000; k++) {
      LonLat at = new LonLat(random.nextDouble(-180, 180), random.nextDouble(-85, 85));
      BlurCell cell = BlurCell.of(at, km);
      assertThat(at.lon()).isBetween(cell.west(), cell.east());
      assertThat(at.lat()).isBetween(cell.south(), cell.north());
      double least = km - 1e-6;
      for (double lat : new double[] {cell.south(), cell.north()}) {
        if (cell.east() - cell.west() < 180) {
          LonLat west = new LonLat(cell.west(), lat);
          // along the parallel, of which a geodesic cuts a corner
          double parallelKm =
              Math.toRadians(cell.east() - cell.west())
                  * 6378.137
                  * Math.cos(Math.toRadians(lat))
                  / Math.sqrt(1 - 0.00669437999014 * Math.pow(Math.sin(Math.toRadians(lat)), 2));
          assertThat(parallelKm).as("%s", west).isGreaterThanOrEqualTo(least);
        }
      }
      LonLat south = new LonLat(cell.west(), cell.south());
      assertThat(south.distanceKm(new LonLat(cell.west(), cell.north())))
          .isGreaterThanOrEqualTo(least);
    }
  }
}
