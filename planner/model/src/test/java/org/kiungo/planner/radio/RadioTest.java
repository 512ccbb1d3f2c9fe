package org.kiungo.planner.radio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.LonLat;

class RadioTest {

  /** First row of globalsat's published results: one draw of its Starlink parameters. */
  @Test
  void starlinkCapacityIsThatOfGlobalsat() {
    double footprintKm2 = Satellite.footprintKm2(4425);
    assertThat(footprintKm2).isCloseTo(115_254.2372881356, within(1e-9));
    assertThat(Satellite.slantKm(footprintKm2, 546.4481162530676))
        .isCloseTo(572.2054727792805, within(1e-9));
    double channelMbps = Satellite.satelliteMbps(1.647211, 500, 1, 1);
    assertThat(channelMbps).isCloseTo(823.6055, within(1e-9));
    double satelliteMbps = Satellite.satelliteMbps(1.647211, 500, 8, 2);
    assertThat(satelliteMbps).isCloseTo(13_177.688, within(1e-9));
    double mbpsPerKm2 = satelliteMbps / footprintKm2;
    assertThat(mbpsPerKm2).isCloseTo(0.11433582235294117, within(1e-12));
    assertThat(Satellite.userMbps(mbpsPerKm2, 0.1, 20)).isCloseTo(22.9, within(0.05));
  }

  @Test
  void oneWebCapacityIsThatOfGlobalsat() {
    double satelliteMbps = Satellite.satelliteMbps(1.647211, 250, 8, 2);
    assertThat(satelliteMbps).isCloseTo(6588.844, within(1e-9));
    assertThat(satelliteMbps / Satellite.footprintKm2(720))
        .isCloseTo(0.009301897411764706, within(1e-12));
  }

  @Test
  void lightNeedsFourHundredAndSeventySevenMillisecondsToTheGeostationaryOrbit() {
    assertThat(Satellite.leastRoundTripMs(Satellite.GEOSTATIONARY_KM))
        .isCloseTo(477.5, within(0.1));
    assertThat(Satellite.leastRoundTripMs(550)).isLessThan(10);
  }

  @Test
  void midPathFresnelRadiusIsTheTextbookOne() {
    // 8.66 √(d / f) at mid-path
    assertThat(SightLine.fresnelRadiusM(5, 5, 10)).isCloseTo(8.66, within(0.02));
    assertThat(SightLine.fresnelRadiusM(0, 10, 10)).isZero();
  }

  @Test
  void earthBulgesMostInTheMiddle() {
    assertThat(SightLine.earthBulgeM(22.5, 22.5)).isCloseTo(29.8, within(0.05));
    assertThat(SightLine.earthBulgeM(5, 40)).isLessThan(SightLine.earthBulgeM(22.5, 22.5));
    assertThat(SightLine.earthBulgeM(0, 45)).isZero();
  }

  @Test
  void aMastOfThirtyMetresSeesOverTreesForEightKilometres() {
    assertThat(SightLine.highestObstacleM(30, 5, 4, 4, 5.5)).isBetween(10.0, 10.5);
    assertThat(SightLine.highestObstacleM(30, 5, 5, 5, 5.5)).isLessThan(10);
  }

  @Test
  void harderRainAllowsShorterHops() {
    assertThat(RainZone.HIGH.maxHopKm()).isLessThan(RainZone.MODERATE.maxHopKm());
    assertThat(RainZone.MODERATE.maxHopKm()).isLessThan(RainZone.LOW.maxHopKm());
    assertThat(RainZone.HIGH.frequencyGhz()).isGreaterThan(RainZone.LOW.frequencyGhz());
  }

  @Test
  void efficiencyStepsUpWithSignalQuality() {
    assertThat(SiteCapacity.spectralEfficiency(-7)).isZero();
    assertThat(SiteCapacity.spectralEfficiency(0.2)).isEqualTo(0.6016);
    assertThat(SiteCapacity.spectralEfficiency(1.3)).isEqualTo(0.6016);
    assertThat(SiteCapacity.spectralEfficiency(40)).isEqualTo(5.5547);
  }

  @Test
  void aSiteCarriesItsSpectrumOverItsCell() {
    assertThat(SiteCapacity.siteMbps(30, 1, 1.69, 3)).isCloseTo(152.1, within(1e-9));
    // distance of 0.8 km in Oughton's capacity tables: 0.5543 km²
    assertThat(SiteCapacity.cellKm2(0.8)).isCloseTo(0.55425625842, within(1e-9));
  }

  @Test
  void beamsGrowToTheYearThatIsSizedForButNotBeyondTheForecast() {
    BeamCell cell = BeamCell.of(new LonLat(2, 9));
    AccessTechnology still = SmallWorlds.low();
    AccessTechnology growing =
        still
            .with()
            .beamGrowthRatioPerYear(SmallWorlds.figure(0.5))
            .beamForecastUntilYear(SmallWorlds.figure(2028))
            .build();
    double today = 0.1 * cell.areaKm2();
    assertThat(cell.mbps(still, new Money(0, 2027, 2036, 2025))).isEqualTo(today);
    assertThat(cell.mbps(growing, new Money(0, 2024, 2025, 2025))).isEqualTo(today);
    assertThat(cell.mbps(growing, new Money(0, 2026, 2027, 2025)))
        .isCloseTo(today * 1.5 * 1.5, within(1e-9));
    assertThat(cell.mbps(growing, new Money(0, 2027, 2036, 2025)))
        .isCloseTo(today * 1.5 * 1.5 * 1.5, within(1e-9));
  }
}
