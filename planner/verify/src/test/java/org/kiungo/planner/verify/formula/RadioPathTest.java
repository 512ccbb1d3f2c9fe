package org.kiungo.planner.verify.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kiungo.planner.verify.Round;

/**
 * Against the two rules of thumb of radio engineers: at mid-path the first Fresnel zone is 8.66 √(d
 * / f) metres wide, and the Earth rises by d₁ d₂ / 17 metres where its radius counts four thirds.
 */
class RadioPathTest {

  /** 10 km at 18 GHz between antennas at 100 m: 0.6 · 8.66 √(10/18) + 25/17 = 3.87 + 1.47 m. */
  @Test
  void whatMustBeFreeIsTheFresnelZoneAndTheBulge() {
    double needM = 0.6 * 8.66 * Math.sqrt(10 / 18.0) + 25 / 17.0;
    assertThat(RadioPath.intrusionM(10, 100, 100, 5, 100)).isCloseTo(needM, within(0.03));
    assertThat(RadioPath.intrusionM(10, 100, 100, 5, 90)).isCloseTo(needM - 10, within(0.03));
    // a fifth of the way from 100 to 150 m the line is at 110 m
    double nearM = 0.6 * 17.3 * Math.sqrt(2 * 8 / (18 * 10.0)) + 16 / 17.0;
    assertThat(RadioPath.intrusionM(10, 100, 150, 2, 110)).isCloseTo(nearM, within(0.01));
  }

  /** 45 km: 22.5 · 22.5 / 17 = 29.8 m of Earth, at 8 GHz 0.6 · 8.66 √(45/8) = 12.3 m of zone. */
  @Test
  void theLongestHopsUseTheLowestBand() {
    assertThat(RadioPath.ghz(15)).isEqualTo(18);
    assertThat(RadioPath.ghz(15.1)).isEqualTo(15);
    assertThat(RadioPath.ghz(45)).isEqualTo(8);
    assertThat(RadioPath.ghz(60)).isEqualTo(8);
    assertThat(RadioPath.intrusionM(45, 0, 0, 22.5, 0)).isCloseTo(29.8 + 12.3, within(0.1));
  }

  @Test
  void rainEndsHopsAndUnknownRainDoesNot() {
    assertThat(RadioPath.longestKm(95)).isEqualTo(15);
    assertThat(RadioPath.longestKm(80)).isEqualTo(15);
    assertThat(RadioPath.longestKm(79.9)).isEqualTo(30);
    assertThat(RadioPath.longestKm(40)).isEqualTo(30);
    assertThat(RadioPath.longestKm(20)).isEqualTo(45);
    assertThat(RadioPath.longestKm(Double.NaN)).isEqualTo(45);
    assertThat(RadioPath.harderMmPerHour(30, 50)).isEqualTo(50);
    assertThat(RadioPath.harderMmPerHour(50, Double.NaN)).isEqualTo(50);
    assertThat(RadioPath.harderMmPerHour(Double.NaN, 30)).isEqualTo(30);
    assertThat(RadioPath.harderMmPerHour(Double.NaN, Double.NaN)).isNaN();
  }

  @Test
  void aProfileIsBlockedClearOrNotKnown() {
    double unknown = Double.NaN;
    assertThat(RadioPath.sight(new double[] {100, 100, 100}, 10, 30, 30)).isEqualTo("CLEAR");
    assertThat(RadioPath.sight(new double[] {100, 125, 100}, 10, 30, 30)).isEqualTo("BLOCKED");
    assertThat(RadioPath.sight(new double[] {100, 124, 100}, 10, 30, 30)).isEqualTo("CLEAR");
    assertThat(RadioPath.sight(new double[] {100, unknown, 100}, 10, 30, 30))
        .isEqualTo("UNVERIFIED");
    assertThat(RadioPath.sight(new double[] {100, unknown, 140, 100}, 10, 30, 30))
        .isEqualTo("BLOCKED");
    assertThat(RadioPath.sight(new double[] {unknown, 140, 100}, 10, 30, 30))
        .isEqualTo("UNVERIFIED");
    assertThat(RadioPath.sight(new double[0], 10, 30, 30)).isEqualTo("UNVERIFIED");
  }

  @Test
  void twoAntennasAreNeitherCableNorSatellite() {
    assertThat(RadioPath.isOf(Round.microwave())).isTrue();
    assertThat(RadioPath.isOf(Round.fibre())).isFalse();
    assertThat(RadioPath.isOf(Round.microwave().withConstellation("leo"))).isFalse();
  }
}
