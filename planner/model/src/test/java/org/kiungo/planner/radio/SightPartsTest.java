package org.kiungo.planner.radio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Settlement;

class SightPartsTest {

  private static final Settlement VILLAGE =
      SmallWorlds.settlement("v", 2, 9, 1_000).withAreaKm2(2).withBaseline(0.25);

  private static AccessTechnology seenBy(double ratio) {
    return SmallWorlds.mast().withSightRatio(SmallWorlds.figure(ratio));
  }

  @Test
  void withoutAFigureEverybodySees() {
    assertThat(SightParts.seenRatio(SmallWorlds.mast(), VILLAGE)).isEqualTo(1);
    assertThat(SightParts.seenRatio(seenBy(1), VILLAGE)).isEqualTo(1);
    assertThat(SightParts.share(VILLAGE, 1)).isSameAs(VILLAGE);
  }

  @Test
  void sharesAddUp() {
    double seen = SightParts.seenRatio(seenBy(0.3), VILLAGE);
    assertThat(seen).isEqualTo(0.3);
    Settlement some = SightParts.share(VILLAGE, seen);
    Settlement others = SightParts.share(VILLAGE, 1 - seen);
    assertThat(some.population() + others.population()).isEqualTo(1_000, within(1e-9));
    assertThat(some.areaKm2() + others.areaKm2()).isEqualTo(2, within(1e-9));
    assertThat(some.unservedPopulation()).isEqualTo(225, within(1e-9));
    assertThat(SightParts.seen(10_001, seen)).isEqualTo(3_000);
    assertThat(SightParts.seen(10_001, 1)).isEqualTo(10_001);
  }

  @Test
  void fewOutOfSightAreNotToldApart() {
    AccessTechnology most = seenBy(0.94);
    assertThat(SightParts.seenRatio(most, VILLAGE)).isEqualTo(1);
    assertThat(SightParts.seenRatio(most, VILLAGE.withPopulation(2_000))).isEqualTo(0.94);
    assertThat(SightParts.seenRatio(seenBy(0), VILLAGE.withPopulation(10))).isZero();
  }

  @Test
  void townsHaveTheirOwnShare() {
    AccessTechnology mast = seenBy(0.5).withTownSightRatio(SmallWorlds.figure(0.3));
    assertThat(SightParts.seenRatio(mast, VILLAGE)).isEqualTo(0.5);
    assertThat(SightParts.seenRatio(mast, VILLAGE.withAreaKm2(0.5))).isEqualTo(0.3);
    assertThat(SightParts.seenRatio(mast, VILLAGE.withAreaKm2(Double.NaN))).isEqualTo(0.5);
  }

  /** Formula of Recommendation ITU-R P.1410-6, 2.1.5: every row of obstacles is below the ray. */
  private static double seenRatio(double km, double built, double perKm2, double rayleighM) {
    double mastM = 30;
    double roofM = 5;
    int rows = (int) (km * Math.sqrt(built * perKm2));
    double seen = 1;
    for (int k = 0; k <= rows; k++) {
      double rayM = mastM - (k + 0.5) * (mastM - roofM) / (rows + 1);
      seen *= 1 - Math.exp(-rayM * rayM / (2 * rayleighM * rayleighM));
    }
    return seen;
  }

  @Test
  void theCataloguesSharesAreThoseOfTheRecommendation() {
    AccessTechnology fwa =
        CatalogueReader.builtIn().technologies().stream()
            .filter(a -> a.id().equals("fwa"))
            .findFirst()
            .orElseThrow();
    double km = fwa.reachKm().value() * 2 / 3;
    assertThat(fwa.sightRatio().value()).isEqualTo(seenRatio(km, 0.02, 250, 4.25), within(0.01));
    assertThat(fwa.sightRatio().low()).isEqualTo(seenRatio(km, 0.02, 250, 5.3), within(0.01));
    assertThat(fwa.townSightRatio().value()).isEqualTo(seenRatio(0.7, 0.3, 1000, 5), within(0.01));
  }
}
