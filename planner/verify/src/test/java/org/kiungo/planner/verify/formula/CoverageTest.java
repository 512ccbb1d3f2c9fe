package org.kiungo.planner.verify.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.verify.Round;

class CoverageTest {

  private static final AccessTechnology MAST = Round.mast();
  private static final Settlement VILLAGE = Round.village("v", 100);

  private static Coverage of(AccessTechnology a) {
    return new Coverage(List.of(a));
  }

  /** A hexagon in a circle of 8 km: 3 √3 / 2 · 64 = 166.2769 km². */
  @Test
  void aCellIsTheHexagonInTheCircleOfTheReach() {
    assertThat(of(MAST).reachKm(MAST, VILLAGE)).isEqualTo(8);
    assertThat(of(MAST).cellKm2(MAST, VILLAGE)).isCloseTo(166.2769, within(1e-4));
  }

  /** 250 Mbps are a quarter of a unit, 83.138 km² half of one: the larger counts. */
  @Test
  void loadOrGroundWhicheverTakesMore() {
    assertThat(of(MAST).taken(MAST, VILLAGE, 1, 250_000_000)).isEqualTo(250_000_000);
    assertThat(of(MAST).taken(MAST, VILLAGE, 83.13844, 250_000_000) / 1e9)
        .isCloseTo(0.5, within(1e-7));
    assertThat(Coverage.units(0)).isEqualTo(1);
    assertThat(Coverage.units(1_000_000_000)).isEqualTo(1);
    assertThat(Coverage.units(1_000_000_001)).isEqualTo(2);
    assertThat(Coverage.units(3_000_000_000L)).isEqualTo(3);
  }

  @Test
  void groundHasRoomForSoManyUnitsAndForOne() {
    AccessTechnology dense = MAST.withUnitsPerKm2(Round.figure(2));
    assertThat(Coverage.hasRoom(dense, 3, 6_000_000_000L)).isTrue();
    assertThat(Coverage.hasRoom(dense, 3, 6_000_000_001L)).isFalse();
    assertThat(Coverage.hasRoom(dense, 0.01, 1_000_000_000)).isTrue();
    assertThat(Coverage.hasRoom(MAST, 0.01, 2_000_000_000_000L)).isTrue();
    AccessTechnology none = MAST.withReachKm(Round.figure(0));
    assertThat(Coverage.hasRoom(none, 1, of(none).taken(none, VILLAGE, 1, 0))).isFalse();
  }

  /** 1,500 people on a square kilometre are a town: the phone of RadioLossTest reaches 2 km. */
  @Test
  void phonesReachLessFarInTowns() {
    AccessTechnology phone = MAST.with().bandGhz(Round.figure(0.8)).mastM(Round.figure(35)).build();
    Settlement town = VILLAGE.with().population(1_500).areaKm2(1).build();
    assertThat(of(phone).reachKm(phone, town)).isBetween(1.95, 2.1);
    assertThat(of(phone).reachKm(phone, town.withPopulation(1_499))).isEqualTo(8);
    assertThat(of(phone).reachKm(phone, town.withAreaKm2(Double.NaN))).isEqualTo(8);
    assertThat(of(MAST).reachKm(MAST, town)).isEqualTo(8);
  }

  @Test
  void peopleTakeTheirShareOfTheGround() {
    assertThat(Coverage.areaKm2(VILLAGE, 50)).isEqualTo(0.25);
    assertThat(Coverage.areaKm2(VILLAGE.withAreaKm2(Double.NaN), 75)).isEqualTo(0.05);
    assertThat(Coverage.areaKm2(VILLAGE.withPopulation(0), 0)).isZero();
  }

  /** Half of the people take half of what is lived on; a part of a place half of that again. */
  @Test
  void andTheirShareOfWhatIsLivedOn() {
    Settlement cell = VILLAGE.with().areaKm2(80).inhabitedKm2(20).build();
    assertThat(Coverage.inhabitedKm2(cell, 50)).isEqualTo(10);
    assertThat(Coverage.inhabitedKm2(Coverage.part(cell, 0.5), 25)).isEqualTo(5);
    assertThat(Coverage.inhabitedKm2(cell, 0)).isZero();
    assertThat(Coverage.inhabitedKm2(cell.withInhabitedKm2(Double.NaN), 50)).isEqualTo(40);
    assertThat(Coverage.areaKm2(cell, 50)).isEqualTo(40);
  }

  /** Of a thousand people 80 % see a mast, 200 do not; of two hundred 40, too few to tell. */
  @Test
  void whoSeesAMast() {
    AccessTechnology sighted = MAST.withSightRatio(Round.figure(0.8));
    Settlement thousand = VILLAGE.with().population(1_000).areaKm2(100).build();
    assertThat(Coverage.seenRatio(sighted, thousand)).isEqualTo(0.8);
    assertThat(Coverage.seenRatio(sighted, thousand.withPopulation(200))).isEqualTo(1);
    assertThat(Coverage.seenRatio(sighted, thousand.withBaseline(0.9))).isEqualTo(1);
    assertThat(Coverage.seenRatio(MAST, thousand)).isEqualTo(1);
    AccessTechnology towns = sighted.withTownSightRatio(Round.figure(0.5));
    assertThat(Coverage.seenRatio(towns, thousand)).isEqualTo(0.8);
    assertThat(Coverage.seenRatio(towns, thousand.withAreaKm2(0.5))).isEqualTo(0.5);
    Settlement part = Coverage.part(thousand.withInstitutionMbps(10), 0.8);
    assertThat(part.population()).isEqualTo(800);
    assertThat(part.areaKm2()).isEqualTo(80);
    assertThat(part.institutionMbps()).isEqualTo(8);
    assertThat(Coverage.ofSeen(7, 0.5)).isEqualTo(3);
    assertThat(Coverage.ofSeen(7, 1)).isEqualTo(7);
  }
}
