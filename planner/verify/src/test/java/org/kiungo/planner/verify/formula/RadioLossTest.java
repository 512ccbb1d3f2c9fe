package org.kiungo.planner.verify.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Against the sheet with which pysim5g was validated for 3GPP TR 38.901: 0.7 GHz, a mast of 35 m, a
 * user at 1.5 m.
 *
 * @see <a href="https://github.com/edwardoughton/pysim5g">pysim5g, path loss validation</a>
 */
class RadioLossTest {

  private static final RadioLoss LOSS = new RadioLoss(0.7, 35, 1.5);

  @Test
  void ruralLossIsThatOfTheSheet() {
    assertThat(LOSS.ruralInSightDb(100)).isCloseTo(70.219014640972, within(1e-9));
    assertThat(LOSS.ruralInSightDb(5_000)).isCloseTo(121.331054773690, within(1e-9));
    // the sheet squares 3.7 · h / mast, the report multiplies the square by 3.7
    assertThat(LOSS.ruralOutOfSightDb(100)).isCloseTo(79.009197673456, within(0.32));
    assertThat(LOSS.ruralOutOfSightDb(5_000)).isCloseTo(143.754254074672, within(0.32));
  }

  @Test
  void urbanLossIsThatOfTheSheet() {
    assertThat(LOSS.urbanOutOfSightDb(100)).isCloseTo(89.504565233851, within(1e-9));
    assertThat(LOSS.urbanOutOfSightDb(5_000)).isCloseTo(154.998089502852, within(1e-9));
  }

  /** 141 dB at 8 km and 0.8 GHz; 10^((141 − 13.54 − 20 log 0.8) / 39.08) = 2,049 m in a town. */
  @Test
  void aTownLosesAsMuchOnAShorterWay() {
    RadioLoss macro = new RadioLoss(0.8, 35, 1.5);
    double edgeDb = (macro.ruralInSightDb(8_000) + macro.ruralOutOfSightDb(8_000)) / 2;
    assertThat(edgeDb).isCloseTo(141, within(0.5));
    assertThat(macro.inTownM(8_000)).isCloseTo(2_049, within(80.0));
    assertThat(macro.urbanOutOfSightDb(macro.inTownM(8_000))).isCloseTo(edgeDb, within(1e-9));
    assertThat(new RadioLoss(0.8, 35, 1.5).inTownM(50)).isLessThanOrEqualTo(50);
  }
}
