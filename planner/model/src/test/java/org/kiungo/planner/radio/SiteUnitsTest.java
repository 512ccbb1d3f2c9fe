package org.kiungo.planner.radio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Settlement;

class SiteUnitsTest {

  private static final AccessTechnology MAST = SmallWorlds.mast();
  private static final Settlement VILLAGE = SmallWorlds.settlement("v", 2, 9, 100);

  @Test
  void unitsCoverTheGroundAndCarryTheLoad() {
    // 1,000 Mbps a unit; a hexagon of 8 km reach is 166.3 km²
    assertThat(SiteUnits.taken(MAST, VILLAGE, 1, 500_000_000)).isEqualTo(SiteUnits.WHOLE / 2);
    assertThat(SiteUnits.taken(MAST, VILLAGE, 166.27, 0)).isLessThan(SiteUnits.WHOLE);
    assertThat(SiteUnits.taken(MAST, VILLAGE, 166.28, 0)).isGreaterThan(SiteUnits.WHOLE);
    assertThat(SiteUnits.units(0)).isEqualTo(1);
    assertThat(SiteUnits.units(SiteUnits.WHOLE)).isEqualTo(1);
    assertThat(SiteUnits.units(SiteUnits.WHOLE + 1)).isEqualTo(2);
    assertThat(SiteUnits.units(3 * SiteUnits.WHOLE)).isEqualTo(3);
  }

  @Test
  void partsOfAPlaceTakeAsMuchAsTheWhole() {
    long whole = SiteUnits.taken(MAST, VILLAGE, 60, 700_000_000);
    long part = SiteUnits.taken(MAST, VILLAGE, 60 / 7.0, 100_000_000);
    assertThat(7 * part).isBetween(whole - 7, whole);
  }

  @Test
  void moreUnitsThanTheGroundHoldsHaveNoRoom() {
    AccessTechnology dense = MAST.withUnitsPerKm2(SmallWorlds.figure(2));
    assertThat(SiteUnits.haveRoom(dense, 3, 6 * SiteUnits.WHOLE)).isTrue();
    assertThat(SiteUnits.haveRoom(dense, 3, 6 * SiteUnits.WHOLE + 1)).isFalse();
    assertThat(SiteUnits.haveRoom(dense, 0.01, SiteUnits.WHOLE)).isTrue();
    assertThat(SiteUnits.haveRoom(MAST, 0.01, 2_000 * SiteUnits.WHOLE)).isTrue();
    AccessTechnology none = MAST.withReachKm(SmallWorlds.figure(0));
    assertThat(SiteUnits.haveRoom(none, 1, SiteUnits.taken(none, VILLAGE, 1, 0))).isFalse();
  }

  @Test
  void aPartOfAPlaceIsServedWhereAllOfItIsInReach() {
    double radiusKm = 2;
    Settlement whole = VILLAGE.withAreaKm2(Math.PI * radiusKm * radiusKm);
    Settlement part = whole.withAttributes(Map.of(Settlement.PART_OF, "town"));
    assertThat(Reach.servesKm(MAST, whole)).isEqualTo(8);
    assertThat(Reach.servesKm(MAST, part)).isCloseTo(6, within(1e-12));
    assertThat(Reach.km(MAST, part)).isEqualTo(8);
    assertThat(Reach.servesKm(MAST, part.withAreaKm2(1_000))).isZero();
    assertThat(Reach.servesKm(MAST, part.withAreaKm2(Double.NaN))).isEqualTo(8);
    AccessTechnology anywhere = MAST.withReachKm(null);
    assertThat(Reach.servesKm(anywhere, part)).isInfinite();
  }

  @Test
  void phonesInTownsAreReachedLessFar() {
    AccessTechnology phone =
        MAST.withBandGhz(SmallWorlds.figure(0.8)).withMastM(SmallWorlds.figure(35));
    Settlement town = VILLAGE.withPopulation(1500).withAreaKm2(1);
    assertThat(Reach.km(phone, VILLAGE)).isEqualTo(8);
    assertThat(Reach.km(phone, town.withPopulation(1499))).isEqualTo(8);
    assertThat(Reach.km(phone, town.withAreaKm2(Double.NaN))).isEqualTo(8);
    double townKm = Reach.km(phone, town);
    assertThat(townKm).isBetween(1.9, 2.2);
    double lostDb = PathLoss.urbanNlosDb(1000 * townKm, 0.8, 35, 1.5);
    double edgeDb =
        (PathLoss.ruralLosDb(8000, 0.8, 35, 1.5) + PathLoss.ruralNlosDb(8000, 0.8, 35, 1.5)) / 2;
    assertThat(lostDb).isCloseTo(edgeDb, within(1e-5));
    assertThat(Reach.km(MAST, town)).isEqualTo(8);
  }
}
