package org.kiungo.geodata.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.settle.CensusScaling.Count;
import org.kiungo.geodata.settle.CensusScaling.Scaled;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Districts are squares of one degree, side by side from longitude 0. */
class CensusScalingTest {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private static Count count(int column, double people) {
    return new Count(
        "D" + column,
        "District " + column,
        "BEN",
        GEOMETRIES.toGeometry(new Envelope(column, column + 1.0, 6, 7)),
        people);
  }

  private static Settlement place(String id, double lon, double people) {
    return SettlementBuilder.builder()
        .id(id)
        .location(new LonLat(lon, 6.5))
        .population(people)
        .country("BEN")
        .build();
  }

  private static List<Double> people(Scaled scaled) {
    return scaled.settlements().stream().map(Settlement::population).toList();
  }

  @Test
  void settlementsKeepTheirSharesOfADistrictAndAddUpToItsCensus() {
    Scaled scaled =
        CensusScaling.scale(
            List.of(place("a", 0.2, 100), place("b", 1.5, 10), place("c", 0.8, 300)),
            List.of(count(0, 1_000), count(1, 5)));
    assertThat(people(scaled)).containsExactly(250.0, 5.0, 750.0);
    assertThat(scaled.peopleBefore()).isEqualTo(410);
    assertThat(scaled.peopleAfter()).isEqualTo(1_005);
    assertThat(scaled.settlements().get(0).attributes())
        .containsEntry(CensusScaling.BEFORE, "100.0");
  }

  @Test
  void peopleAreConservedInEveryDistrictWhateverTheNumbers() {
    SplittableRandom random = new SplittableRandom(5);
    List<Settlement> places = new ArrayList<>();
    for (int k = 0; k < 500; k++) {
      places.add(place("p" + k, random.nextDouble(4), random.nextDouble(1e5)));
    }
    List<Count> counts = new ArrayList<>();
    for (int d = 0; d < 4; d++) {
      counts.add(count(d, random.nextInt(5_000_000)));
    }
    Scaled scaled = CensusScaling.scale(places, counts);
    for (int d = 0; d < 4; d++) {
      int column = d;
      double sum =
          scaled.settlements().stream()
              .filter(each -> (int) each.location().lon() == column)
              .mapToDouble(Settlement::population)
              .sum();
      assertThat(sum).isCloseTo(counts.get(d).people(), within(1e-6));
    }
  }

  /** Built-in cells of coasts have their middle at sea, and are counted in the district named. */
  @Test
  void aPlaceOffTheCoastBelongsToTheDistrictThatItNames() {
    Settlement off = place("off", 8, 100).with().district("District 0").build();
    Settlement abroad = off.with().id("abroad").country("TGO").build();
    Scaled scaled =
        CensusScaling.scale(List.of(place("a", 0.2, 300), off, abroad), List.of(count(0, 1_000)));
    assertThat(people(scaled)).containsExactly(750.0, 250.0, 100.0);
    assertThat(scaled.settlementsElsewhere()).isEqualTo(1);
  }

  @Test
  void nobodyIsLostWhereADistrictHasNoPeopleOrNoSettlement() {
    Scaled scaled =
        CensusScaling.scale(
            List.of(place("a", 0.2, Double.NaN), place("b", 0.4, 0), place("c", 9, 7)),
            List.of(count(0, 10), count(1, 20), count(2, 0)));
    assertThat(people(scaled)).containsExactly(5.0, 5.0, 7.0, 20.0);
    assertThat(scaled.settlementsElsewhere()).isEqualTo(1);
    assertThat(scaled.added()).containsExactly("District 1");
    Settlement added = scaled.settlements().get(3);
    assertThat(added.modelled()).isTrue();
    assertThat(added.location()).isEqualTo(new LonLat(1.5, 6.5));
  }

  @Test
  void aPlaceJustOffASimplifiedBorderBelongsToTheNearestDistrict() {
    Scaled scaled =
        CensusScaling.scale(
            List.of(place("coast", -0.02, 50), place("sea", -0.03, 50)), List.of(count(0, 80)));
    assertThat(people(scaled)).containsExactly(80.0, 50.0);
  }
}
