package org.kiungo.planner.radio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Reproduces the validation sheet of pysim5g for 3GPP TR 38.901: 0.7 GHz, masts of 35 m; street
 * canyons at 3.7 GHz and 10 m; users at 1.5 m.
 *
 * @see <a href="https://github.com/edwardoughton/pysim5g">pysim5g, path loss validation</a>
 */
class PathLossTest {

  @Test
  void freeSpaceLosesTwentyDecibelPerDecade() {
    // Recommendation ITU-R P.525: 92.45 dB at 1 km and 1 GHz
    assertThat(PathLoss.freeSpaceDb(1, 1)).isEqualTo(92.45);
    assertThat(PathLoss.freeSpaceDb(100, 10)).isCloseTo(92.45 + 60, within(1e-9));
  }

  @Test
  void ruralLossIsThatOfTheSheet() {
    assertThat(PathLoss.ruralLosDb(100, 0.7, 35, 1.5)).isCloseTo(70.219014640972, within(1e-9));
    assertThat(PathLoss.ruralLosDb(5000, 0.7, 35, 1.5)).isCloseTo(121.331054773690, within(1e-9));
    // the sheet squares 3.7 · h / mast, the report multiplies the square by 3.7
    assertThat(PathLoss.ruralNlosDb(100, 0.7, 35, 1.5)).isCloseTo(79.009197673456, within(0.32));
    assertThat(PathLoss.ruralNlosDb(5000, 0.7, 35, 1.5)).isCloseTo(143.754254074672, within(0.32));
  }

  @Test
  void urbanLossIsThatOfTheSheet() {
    assertThat(PathLoss.urbanLosDb(100, 0.7, 35, 1.5)).isCloseTo(69.410079979877, within(1e-9));
    assertThat(PathLoss.urbanNlosDb(100, 0.7, 35, 1.5)).isCloseTo(89.504565233851, within(1e-9));
    assertThat(PathLoss.urbanNlosDb(5000, 0.7, 35, 1.5)).isCloseTo(154.998089502852, within(1e-9));
    // the sheet takes 33.5 m as effective mast height beyond the breakpoint, the report 34 m
    assertThat(PathLoss.urbanLosDb(5000, 0.7, 35, 1.5)).isCloseTo(133.192742183349, within(0.12));
  }

  @Test
  void streetLossIsThatOfTheSheet() {
    // the sheet's way of 105.46 m is that of a 35 m mast; of a 10 m mast it is 100.36 m
    assertThat(PathLoss.streetLosDb(100, 3.7, 10, 1.5)).isCloseTo(86.249, within(0.46));
    assertThat(PathLoss.streetNlosDb(5000, 3.7, 10, 1.5)).isCloseTo(165.07, within(0.01));
    // 8.5 m in the sheet, 9 m in the report
    assertThat(PathLoss.streetLosDb(5000, 3.7, 10, 1.5)).isCloseTo(147.6, within(0.5));
  }

  @Test
  void lossGrowsWithDistanceAndWithoutSight() {
    double before = 0;
    for (double d = 10; d <= 5000; d += 10) {
      double los = PathLoss.ruralLosDb(d, 1.8, 30, 1.5);
      assertThat(los).as("%s m", d).isGreaterThan(before);
      assertThat(PathLoss.ruralNlosDb(d, 1.8, 30, 1.5)).as("%s m", d).isGreaterThanOrEqualTo(los);
      before = los;
    }
  }

  @Test
  void sightGetsRarerWithDistance() {
    assertThat(PathLoss.ruralLosRatio(5)).isEqualTo(1);
    assertThat(PathLoss.ruralLosRatio(1010)).isCloseTo(Math.exp(-1), within(1e-12));
  }

  @Test
  void catalogueReachesQuoteTheirLosses() {
    double macroDb =
        (PathLoss.ruralLosDb(8000, 0.8, 35, 1.5) + PathLoss.ruralNlosDb(8000, 0.8, 35, 1.5)) / 2;
    assertThat(macroDb).isCloseTo(141, within(0.5));
    assertThat(PathLoss.ruralLosDb(3000, 1.8, 15, 1.5)).isCloseTo(120, within(0.5));
    assertThat(PathLoss.ruralNlosDb(3000, 1.8, 15, 1.5)).isCloseTo(153, within(0.5));
    assertThat(PathLoss.ruralNlosDb(3000, 3.5, 35, 1.5)).isCloseTo(149, within(0.5));
  }
}
