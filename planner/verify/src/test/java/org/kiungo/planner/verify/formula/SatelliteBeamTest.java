package org.kiungo.planner.verify.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.verify.Round;

class SatelliteBeamTest {

  /** At the equator 0.2° are 22.239 km: 494.57 km²; at 60° half as wide. */
  @Test
  void cellsAreAsLargeAsTheirGround() {
    assertThat(SatelliteBeam.of(new LonLat(0.1, 0.1)).areaKm2()).isCloseTo(494.57, within(0.01));
    assertThat(SatelliteBeam.of(new LonLat(0.1, 60.1)).areaKm2()).isCloseTo(246.5, within(1.0));
  }

  /** All cells are the surface of the Earth, 510.066 million km². */
  @Test
  void cellsCoverTheEarth() {
    double sum = 0;
    for (int row = 0; row < 900; row++) {
      sum += 1_800 * new SatelliteBeam(0, row).areaKm2();
    }
    assertThat(sum / 1e6).isCloseTo(510.066, within(0.001));
  }

  @Test
  void placesLieInTheCellSouthWestOfThem() {
    assertThat(SatelliteBeam.of(new LonLat(-180, -90))).isEqualTo(new SatelliteBeam(0, 0));
    assertThat(SatelliteBeam.of(new LonLat(2.19, 9.05)))
        .isEqualTo(SatelliteBeam.of(new LonLat(2.01, 9.19)));
    assertThat(SatelliteBeam.of(new LonLat(2.21, 9.05)).column()).isEqualTo(911);
    assertThat(new SatelliteBeam(5, 1)).isGreaterThan(new SatelliteBeam(9, 0));
  }

  /** 0.1 Mbps a km² in 2025, half as much more a year until 2028: 3.375 times. */
  @Test
  void capacityGrowsToTheLastYearThatCountsOrIsForecast() {
    AccessTechnology low = Round.dish().withBeamMbpsPerKm2(Round.of(0.1, 2025));
    AccessTechnology grows =
        low.with()
            .beamGrowthRatioPerYear(Round.figure(0.5))
            .beamForecastUntilYear(Round.figure(2028))
            .build();
    SatelliteBeam cell = SatelliteBeam.of(new LonLat(0.1, 0.1));
    assertThat(cell.bps(low, Round.TEN_YEARS) / 1e6).isCloseTo(49.457, within(0.001));
    assertThat(cell.bps(grows, Round.TEN_YEARS) / 1e6).isCloseTo(166.92, within(0.01));
    Money early = new Money(0, 2026, 2026, 2025);
    assertThat(cell.bps(grows, early) / 1e6).isCloseTo(74.186, within(0.001));
  }
}
