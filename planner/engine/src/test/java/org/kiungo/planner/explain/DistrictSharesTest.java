package org.kiungo.planner.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Measures of how evenly districts are served, against sums by hand. */
class DistrictSharesTest {

  @Test
  void giniAndPalmaAreThoseOfPeople() {
    // a tenth has all, four tenths a fifth, half a half
    DistrictShares shares = new DistrictShares(List.of(50.0, 10.0, 40.0), List.of(0.5, 1.0, 0.2));
    assertThat(shares.palmaRatio()).isCloseTo(5, within(1e-9));
    double mean = 0.43;
    double difference = 2 * (0.5 * 0.1 * 0.5 + 0.5 * 0.4 * 0.3 + 0.1 * 0.4 * 0.8);
    assertThat(shares.giniRatio()).isCloseTo(difference / (2 * mean), within(1e-9));
  }

  @Test
  void districtsAlikeAreEven() {
    DistrictShares shares = new DistrictShares(List.of(3.0, 7.0), List.of(0.4, 0.4));
    assertThat(shares.giniRatio()).isCloseTo(0, within(1e-9));
    assertThat(shares.palmaRatio()).isCloseTo(1, within(1e-9));
    DistrictShares none = new DistrictShares(List.of(3.0, 7.0), List.of(0.0, 0.0));
    assertThat(none.giniRatio()).isZero();
    assertThat(none.palmaRatio()).isNaN();
  }
}
