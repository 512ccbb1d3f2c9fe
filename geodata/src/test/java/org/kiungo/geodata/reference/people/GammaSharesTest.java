package org.kiungo.geodata.reference.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GammaSharesTest {

  /** Mean and variance of a gamma variate of scale 1 are its shape. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.45, 1, 1.43, 5.7})
  void variatesHaveTheirMeanAndVariance(double shape) {
    GammaShares draws = new GammaShares(GammaShares.number("shape"));
    int n = 100_000;
    double sum = 0;
    double squares = 0;
    for (int k = 0; k < n; k++) {
      double each = draws.next(shape);
      assertThat(each).isNotNegative();
      sum += each;
      squares += each * each;
    }
    double mean = sum / n;
    assertThat(mean).isCloseTo(shape, within(0.03 * shape + 0.003));
    assertThat(squares / n - mean * mean).isCloseTo(shape, within(0.08 * shape + 0.005));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, -1})
  void neighbouringSeedsDrawUnlikeNumbers(long seed) {
    double one = new GammaShares(seed).next(1);
    assertThat(new GammaShares(seed).next(1)).isEqualTo(one);
    assertThat(new GammaShares(seed + 1).next(1)).isNotCloseTo(one, within(1e-4));
  }
}
