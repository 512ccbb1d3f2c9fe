package org.kiungo.geodata.reference.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.reference.people.CoverageToday.Oddity;
import org.kiungo.geodata.reference.people.InhabitedPlace.Origin;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.value.LonLat;

/**
 * A small country along the equator, a hundredth of a degree of longitude being 1.113 km:
 *
 * <pre>
 *   city 500,000   edge 200,000   village 100,000   town 150,000   far 50,000, 40 km from the road
 *   0.00           0.07 (7.8 km)  0.14 (15.6 km)    0.50           1.00
 * </pre>
 */
class CoverageModelTest {

  private static InhabitedPlace place(String id, double lon, long people, double roadKm) {
    return new InhabitedPlace(
        id, "AAA", id, new LonLat(lon, 0), people, 50, roadKm, Origin.COUNTED);
  }

  private static final List<InhabitedPlace> WORLD =
      List.of(
          place("city", 0, 500_000, 0),
          place("edge", 0.07, 200_000, 0),
          place("village", 0.14, 100_000, 0),
          place("town", 0.5, 150_000, 0),
          place("far", 1, 50_000, 40));

  private static Map<String, PlaceCoverage> covered(
      List<InhabitedPlace> places, double ratio, double low, double high) {
    CoverageToday report =
        new CoverageToday("AAA", 2022, ratio, low, high, Oddity.NONE, 0, Double.NaN, null);
    return CoverageModel.of(places, report).stream()
        .collect(Collectors.toMap(each -> each.place().id(), Function.identity()));
  }

  private static Map<String, PlaceCoverage> covered(double ratio) {
    return covered(WORLD, ratio, ratio, ratio);
  }

  @Test
  void aMastReachesAsFarAsTheCataloguesMacroSite() {
    double reachKm =
        CatalogueReader.builtIn().technologies().stream()
            .filter(each -> each.id().equals("lte-macro"))
            .findFirst()
            .orElseThrow()
            .reachKm()
            .value();
    assertThat(CoverageModel.REACH_KM).isEqualTo(reachKm);
  }

  @Test
  void mastsStandWhereNoEarlierOneReachesInTheOrderOfPeopleAndRoads() {
    // city with edge, then town, village, far
    Map<String, PlaceCoverage> some = covered(0.7 + 0.15);
    assertThat(some.values())
        .filteredOn(PlaceCoverage::mast)
        .extracting(each -> each.place().id())
        .containsExactlyInAnyOrder("city", "town", "village", "far");
    assertThat(some.get("city").ratio()).isOne();
    assertThat(some.get("edge").ratio()).isOne();
    assertThat(some.get("town").ratio()).isEqualTo(1, within(1e-12));
    assertThat(some.get("village").ratio()).isEqualTo(0, within(1e-12));
    assertThat(some.get("far").ratio()).isZero();
  }

  @Test
  void oneGroupIsCoveredInPartSoThatTheSumIsExact() {
    for (double share : new double[] {0.003, 0.35, 0.76, 0.994}) {
      Map<String, PlaceCoverage> some = covered(share);
      double people =
          some.values().stream().mapToDouble(p -> p.ratio() * p.place().population()).sum();
      assertThat(people).isEqualTo(share * 1_000_000, within(1e-6));
      assertThat(some.values())
          .filteredOn(p -> p.ratio() > 0 && p.ratio() < 1)
          .extracting(PlaceCoverage::ratio)
          .hasSizeBetween(1, 2)
          .containsOnly(
              some.values().stream()
                  .mapToDouble(PlaceCoverage::ratio)
                  .filter(r -> r > 0 && r < 1)
                  .findFirst()
                  .orElseThrow());
    }
    // a mast covers in part all whom it reaches, not one place before the other
    assertThat(covered(0.35).get("city").ratio()).isEqualTo(0.5);
    assertThat(covered(0.35).get("edge").ratio()).isEqualTo(0.5);
  }

  @Test
  void bothEndsOfTheRangeFollowTheSameOrder() {
    Map<String, PlaceCoverage> some = covered(WORLD, 0.85, 0.7, 0.95);
    assertThat(some.get("city").low()).isEqualTo(1, within(1e-12));
    assertThat(some.get("town").low()).isEqualTo(0, within(1e-12));
    assertThat(some.get("village").high()).isEqualTo(1, within(1e-12));
    assertThat(some.get("far").high()).isEqualTo(0, within(1e-12));
  }

  @Test
  void nobodyAndEverybodyAreCertain() {
    assertThat(covered(0).values()).extracting(PlaceCoverage::ratio).containsOnly(0.0);
    assertThat(covered(1).values()).extracting(PlaceCoverage::ratio).containsOnly(1.0);
  }

  @Test
  void morePeopleAndNearerTheRoadIsEarlier() {
    assertThat(CoverageModel.score(1000, 1)).isGreaterThan(CoverageModel.score(100, 1));
    assertThat(CoverageModel.score(100, 1)).isGreaterThan(CoverageModel.score(100, 30));
    assertThat(CoverageModel.score(100, 150)).isEqualTo(CoverageModel.score(100, 100));
    assertThat(CoverageModel.score(100, Double.NaN)).isEqualTo(CoverageModel.score(100, 0));
    // twenty kilometres of road weigh as much as fewer people by the factor e
    assertThat(CoverageModel.score(100_000 * Math.E, 20))
        .isEqualTo(CoverageModel.score(100_000, 0), within(1e-3));
    // whoever lives within 5 km counts: three places close together go before one that is larger
    List<InhabitedPlace> close = new ArrayList<>();
    close.add(place("alone", 2, 100, 0));
    for (int k = 0; k < 3; k++) {
      close.add(place("close" + k, 0.02 * k, 60, 0));
    }
    Map<String, PlaceCoverage> some = covered(close, 180 / 280.0, 0, 1);
    assertThat(some.get("alone").ratio()).isEqualTo(0, within(1e-12));
    assertThat(some.get("close2").ratio()).isEqualTo(1, within(1e-12));
  }

  /** The order of the list decides nothing; of two alike the lower id is first. */
  @Test
  void theOrderOfTheListDecidesNothing() {
    List<InhabitedPlace> twins = new ArrayList<>(WORLD);
    twins.add(place("twin", 0, 500_000, 0));
    Map<String, PlaceCoverage> some = covered(twins, 0.4, 0.3, 0.5);
    Collections.reverse(twins);
    assertThat(covered(twins, 0.4, 0.3, 0.5)).isEqualTo(some);
    assertThat(some.get("city").mast()).isTrue();
    assertThat(some.get("twin").mast()).isFalse();
  }
}
