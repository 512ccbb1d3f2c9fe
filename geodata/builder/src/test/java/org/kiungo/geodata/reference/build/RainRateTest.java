package org.kiungo.geodata.reference.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The method of P.837-7 on the climates of two of ITU's validation examples, and on none. */
class RainRateTest {

  @Test
  void kualaLumpur() {
    double[] mm = {
      152.763, 149.899, 221.929, 263.519, 211.806, 129.48, 140.308, 158.01, 195.684, 268.215,
      282.334, 236.405
    };
    double[] celsius = {
      25.9583, 26.4754, 26.7933, 26.9735, 27.1235, 26.9778, 26.5016, 26.3638, 26.2731, 26.2297,
      26.0075, 25.804
    };
    assertThat(RainRate.mmPerHour(mm, celsius)).isCloseTo(99.151, within(0.01));
  }

  @Test
  void ionianSea() {
    double[] mm = {
      57.986, 37.143, 23.367, 10.48, 6.242, 1.607, 0.9, 2.518, 15.259, 36.81, 50.358, 65.431
    };
    double[] celsius = {
      15.0418, 14.6264, 15.4108, 16.9806, 19.5857, 23.0812, 25.8078, 26.7154, 25.3909, 23.1099,
      19.8605, 16.673
    };
    assertThat(RainRate.mmPerHour(mm, celsius)).isCloseTo(27.136, within(0.01));
  }

  @Test
  void desert() {
    assertThat(RainRate.mmPerHour(new double[12], new double[12])).isZero();
  }
}
