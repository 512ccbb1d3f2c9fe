package org.kiungo.planner.radio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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
  void withoutAFigureThereIsOnePart() {
    SightParts parts =
        SightParts.of(VILLAGE, List.of(SmallWorlds.mast(), SmallWorlds.cable(), seenBy(1)));
    assertThat(parts.count()).isEqualTo(1);
    assertThat(parts.settlement(0)).isSameAs(VILLAGE);
    assertThat(parts.shareRatio(0)).isEqualTo(1);
  }

  @Test
  void sharesNestAndAddUp() {
    AccessTechnology few = seenBy(0.25);
    AccessTechnology more = seenBy(0.75);
    SightParts parts = SightParts.of(VILLAGE, List.of(more, SmallWorlds.cable(), few));
    assertThat(parts.count()).isEqualTo(3);
    double people = 0;
    double km2 = 0;
    long cents = 0;
    for (int k = 0; k < 3; k++) {
      people += parts.settlement(k).population();
      km2 += parts.settlement(k).areaKm2();
      cents += parts.share(10_001, k);
      assertThat(parts.sees(k, few)).isEqualTo(k == 0);
      assertThat(parts.sees(k, more)).isEqualTo(k < 2);
      assertThat(parts.sees(k, SmallWorlds.cable())).isTrue();
      assertThat(parts.settlement(k).unservedPopulation())
          .isEqualTo(750 * parts.shareRatio(k), within(1e-9));
    }
    assertThat(people).isEqualTo(1_000, within(1e-9));
    assertThat(km2).isEqualTo(2, within(1e-9));
    assertThat(cents).isEqualTo(10_001);
  }

  @Test
  void fewOutOfSightAreNotToldApart() {
    AccessTechnology most = seenBy(0.94);
    assertThat(SightParts.of(VILLAGE, List.of(most)).count()).isEqualTo(1);
    assertThat(SightParts.of(VILLAGE, List.of(most)).sees(0, most)).isTrue();
    assertThat(SightParts.of(VILLAGE.withPopulation(2_000), List.of(most)).count()).isEqualTo(2);
    AccessTechnology none = seenBy(0);
    assertThat(SightParts.of(VILLAGE, List.of(none)).sees(0, none)).isFalse();
  }

  @Test
  void townsHaveTheirOwnShare() {
    AccessTechnology mast = seenBy(0.5).withTownSightRatio(SmallWorlds.figure(0.3));
    assertThat(SightParts.ratio(mast, VILLAGE)).isEqualTo(0.5);
    assertThat(SightParts.ratio(mast, VILLAGE.withAreaKm2(0.5))).isEqualTo(0.3);
    assertThat(SightParts.ratio(mast, VILLAGE.withAreaKm2(Double.NaN))).isEqualTo(0.5);
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
