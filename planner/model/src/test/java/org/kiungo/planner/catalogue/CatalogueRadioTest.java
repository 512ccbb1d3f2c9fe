package org.kiungo.planner.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.radio.PathLoss;
import org.kiungo.planner.radio.RainZone;
import org.kiungo.planner.radio.Satellite;
import org.kiungo.planner.radio.SiteCapacity;

/**
 * The catalogue's figures of reach, capacity and delay, computed again from spectrum, spectral
 * efficiency, path loss and orbits: what the sources of the figures say they follow from.
 */
class CatalogueRadioTest {

  /** Noise of a 1 Hz channel at 290 K. */
  private static final double NOISE_DBM_PER_HZ = -174;

  private static AccessTechnology technology(String id) {
    return CatalogueReader.builtIn().technologies().stream()
        .filter(t -> t.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Downlink MHz per sector × share of time × bps/Hz × sectors, as each figure's source has it. */
  @ParameterizedTest
  @CsvSource({
    "lte-macro, 30, 1, 1.69, 3",
    "lte-light, 20, 1, 1.69, 2",
    "nr-macro, 55, 1, 3.3, 3",
    "fwa, 80, 0.75, 2.5, 4",
    "tvws, 16, 1, 2.6, 3",
    "community-wifi, 80, 0.5, 3.75, 1"
  })
  void siteCapacityFollowsFromSpectrum(
      String id, double mhz, double downlinkRatio, double bpsPerHz, int sectors) {
    double mbps = SiteCapacity.siteMbps(mhz, downlinkRatio, bpsPerHz, sectors);
    assertThat(technology(id).siteCapacityMbps().value())
        .isCloseTo(mbps, Percentage.withPercentage(1.5));
  }

  /**
   * A phone at the edge gets the planning rate when nobody else is served: base station power and
   * antenna gain less path loss of 3GPP TR 38.901 RMa, against noise, gives a signal whose
   * efficiency is enough. Path loss is the mean of with and without line of sight where half of the
   * places have either, as the sources say.
   */
  @ParameterizedTest
  @CsvSource({
    "lte-macro, 0.8, 35, 46, 15, 10, 0.5",
    "lte-light, 1.8, 15, 43, 17, 20, 0.5",
    "nr-macro, 3.5, 35, 49, 24, 60, 0"
  })
  void reachFollowsFromPathLoss(
      String id,
      double frequencyGhz,
      double baseM,
      double powerDbm,
      double gainDb,
      double mhz,
      double losShare) {
    double groundM = 1000 * technology(id).reachKm().value();
    double los = PathLoss.ruralLosDb(groundM, frequencyGhz, baseM, 1.5);
    double nlos = PathLoss.ruralNlosDb(groundM, frequencyGhz, baseM, 1.5);
    double lossDb = losShare * los + (1 - losShare) * nlos;
    double noiseFigureDb = 7;
    double noiseDbm = NOISE_DBM_PER_HZ + 10 * StrictMath.log10(mhz * 1e6) + noiseFigureDb;
    double sinrDb = powerDbm + gainDb - lossDb - noiseDbm;
    double edgeMbps = mhz * SiteCapacity.spectralEfficiency(sinrDb);
    assertThat(edgeMbps)
        .as("at %.1f dB", sinrDb)
        .isGreaterThanOrEqualTo(technology(id).downlinkMbps().value());
  }

  /** The losses that the sources of the reaches quote. */
  @Test
  void quotedLossesAreThoseOfTheModel() {
    assertThat(
            (PathLoss.ruralLosDb(8_000, 0.8, 35, 1.5) + PathLoss.ruralNlosDb(8_000, 0.8, 35, 1.5))
                / 2)
        .isCloseTo(141, within(0.6));
    assertThat(PathLoss.ruralLosDb(3_000, 1.8, 15, 1.5)).isCloseTo(120, within(0.6));
    assertThat(PathLoss.ruralNlosDb(3_000, 1.8, 15, 1.5)).isCloseTo(153, within(0.6));
    assertThat(PathLoss.ruralNlosDb(3_000, 3.5, 35, 1.5)).isCloseTo(149, within(0.6));
  }

  @Test
  void satellitesFollowFromTheirOrbits() {
    double older = 13_200 / Satellite.footprintKm2(4_267);
    double newer = 4 * 13_200 / Satellite.footprintKm2(9_400 - 4_267);
    Figure beam = technology("leo").beamMbpsPerKm2();
    assertThat(beam.value()).isCloseTo(older + newer, within(0.01));
    assertThat(beam.low()).isCloseTo(13_200 / Satellite.footprintKm2(4_425), within(0.001));
    assertThat(beam.high())
        .isCloseTo(
            23_000 / Satellite.footprintKm2(4_267) + 96_000 / Satellite.footprintKm2(5_133),
            within(0.01));
    Figure geo = technology("geo").roundTripMs();
    assertThat(geo.low())
        .isCloseTo(Satellite.leastRoundTripMs(Satellite.GEOSTATIONARY_KM), within(1.0));
    assertThat(geo.value()).isGreaterThan(geo.low());
  }

  /** A hop's class is as long as its band is clear in one rain zone; the longest in the driest. */
  @Test
  void microwaveHopsEndWhereRainZonesEnd() {
    Medium microwave =
        CatalogueReader.builtIn().media().stream()
            .filter(m -> m.id().equals("microwave"))
            .findFirst()
            .orElseThrow();
    double[] zones =
        Stream.of(RainZone.values()).mapToDouble(RainZone::maxHopKm).sorted().toArray();
    assertThat(microwave.hops().stream().mapToDouble(Medium.Hop::maxKm).toArray())
        .containsExactly(zones);
    assertThat(microwave.maxHopKm().value()).isEqualTo(RainZone.LOW.maxHopKm());
  }
}
