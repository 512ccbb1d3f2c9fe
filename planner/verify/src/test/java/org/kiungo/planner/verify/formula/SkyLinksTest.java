package org.kiungo.planner.verify.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.verify.Round;

class SkyLinksTest {

  private static final Medium LOW =
      Round.microwave()
          .with()
          .id("low")
          .constellation("geo")
          .delayMsPerHop(Round.figure(20))
          .build();

  @Test
  void upperEndsAreCalledAfterTheirMedium() {
    assertThat(SkyLinks.end(LOW)).isEqualTo("sky:low");
    assertThat(SkyLinks.isUp("sky:low")).isTrue();
    assertThat(SkyLinks.isUp("N")).isFalse();
    assertThat(SkyLinks.isOf(Round.fibre())).isFalse();
  }

  @Test
  void aMediumLoadsTheBeamsOfItsConstellation() {
    AccessTechnology endless = Round.dish();
    AccessTechnology beamed = endless.with().id("low").beamMbpsPerKm2(Round.figure(1)).build();
    List<AccessTechnology> all = List.of(Round.mast(), endless, beamed);
    assertThat(SkyLinks.carrier(LOW, all)).contains(beamed);
    assertThat(SkyLinks.carrier(LOW.withConstellation("leo"), all)).isEmpty();
  }

  /** 12 ms and 40 up and down are within 100, 12 and 2 · 250 are not. */
  @Test
  void aWayUpMustNotCostItsSitesTheirLevel() {
    List<AccessTechnology> sites = List.of(Round.mast(), Round.dish());
    assertThat(SkyLinks.isTimely(LOW, sites, Round.HALF_A_MEGABIT)).isTrue();
    Medium far = LOW.withDelayMsPerHop(Round.figure(250));
    assertThat(SkyLinks.isTimely(far, sites, Round.HALF_A_MEGABIT)).isFalse();
    assertThat(SkyLinks.isTimely(far, List.of(Round.dish()), Round.HALF_A_MEGABIT)).isTrue();
  }

  @Test
  void gapsAreSharesOfTheGreater() {
    assertThat(Gap.ratio(true, 90, 100)).isCloseTo(0.1, within(1e-12));
    assertThat(Gap.ratio(false, 100, 90)).isCloseTo(0.1, within(1e-12));
    assertThat(Gap.ratio(true, 0, 0)).isZero();
    assertThat(Gap.ratio(true, 1, Double.NaN)).isNaN();
  }
}
