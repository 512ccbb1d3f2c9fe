package org.kiungo.planner.verify.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.border.Abroad;
import org.kiungo.planner.model.border.BorderPrice;
import org.kiungo.planner.model.border.Crossing;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.verify.HandMade;
import org.kiungo.planner.verify.Round;
import org.kiungo.planner.verify.formula.Cost;
import org.kiungo.planner.verify.formula.LinkPrice;

/** Where roads lead, which border lies between two places, and what it costs there. */
class BordersTest {

  private static final Settlement IN_BENIN = Round.village("b", 100);
  private static final Settlement IN_TOGO =
      Round.village("t", 100).with().country("TGO").location(new LonLat(1, 9.1)).build();

  private static BorderPrice price(String id, List<String> pairs, List<String> media, double usd) {
    return new BorderPrice(
        id, id, pairs, media, Round.figure(usd), Round.figure(usd / 10), Round.figure(1));
  }

  private static Borders between(boolean closed, BorderPrice... prices) {
    return new Borders(
        List.of(IN_BENIN, IN_TOGO),
        Map.of("N", "TGO", "tap:f", "TGO", "far", "", "T", ""),
        List.of(prices),
        closed,
        Map.of("T", new LonLat(1.1, 9.1)),
        Map.of("road:1.8,9.1", new LonLat(1.8, 9.1), "road:1.2,9.1", new LonLat(1.2, 9.1)));
  }

  @Test
  void thePriceThatSpeaksMostExactlyIsPaid() {
    BorderPrice any = price("any", List.of(), List.of(), 10);
    BorderPrice radio = price("radio", List.of(), List.of("microwave"), 20);
    BorderPrice here = price("here", List.of("BEN-TGO"), List.of(), 30);
    BorderPrice both = price("both", List.of("BEN-TGO"), List.of("microwave"), 40);
    assertThat(between(false, any, radio).find("b", "t", "fibre"))
        .contains(new Crossing("BEN-TGO", 10, 1));
    assertThat(between(false, any, radio).find("t", "b", "microwave"))
        .contains(new Crossing("BEN-TGO", 20, 2));
    assertThat(between(false, radio, here).find("b", "t", "microwave"))
        .contains(new Crossing("BEN-TGO", 30, 3));
    assertThat(between(false, here, both).find("b", "t", "microwave"))
        .contains(new Crossing("BEN-TGO", 40, 4));
    assertThat(between(false, radio).find("b", "t", "fibre"))
        .contains(new Crossing("BEN-TGO", 0, 0));
  }

  @Test
  void placesLieInTheirCountryTapsInTheirLinesRoadsInTheNearestPlaces() {
    Borders borders = between(false, price("any", List.of(), List.of(), 10));
    assertThat(borders.country("N")).isEqualTo("TGO");
    assertThat(borders.country("tap:f@1.5,9")).isEqualTo("TGO");
    assertThat(borders.country("road:1.8,9.1")).isEqualTo("BEN");
    assertThat(borders.country("road:1.2,9.1")).isEqualTo("TGO");
    assertThat(borders.country("T")).isEqualTo("TGO");
    assertThat(borders.find("b", "far", "fibre")).isEmpty();
    assertThat(borders.find("b", "road:1.8,9.1", "fibre")).isEmpty();
    assertThat(borders.find("b", "tap:f@1.5,9", "fibre")).isPresent();
  }

  @Test
  void withoutAPriceNothingIsCrossedAndClosedBordersLetNothingThrough() {
    assertThat(between(false).find("b", "t", "fibre")).isEmpty();
    assertThat(between(false).allows("b", "t")).isTrue();
    assertThat(between(true).allows("b", "t")).isFalse();
    assertThat(between(true).allows("t", "N")).isTrue();
    Borders one =
        new Borders(List.of(IN_BENIN), Map.of("N", "TGO"), List.of(), true, Map.of(), Map.of());
    assertThat(one.areOfOneCountry()).isTrue();
    assertThat(one.allows("b", "N")).isTrue();
  }

  /** Two years at 25 %: 100 a year are worth 180. */
  @Test
  void serviceFromAbroadIsPaidOrRefused() {
    AbroadFacts none = new AbroadFacts(between(false), Double.NaN, Round.TWO_YEARS);
    assertThat(none.allows("b", "t")).isFalse();
    assertThat(none.allows("t", "N")).isTrue();
    assertThat(none.cost("b", "t")).isEqualTo(Cost.ZERO);
    AbroadFacts priced = new AbroadFacts(between(false), 100, Round.TWO_YEARS);
    assertThat(priced.allows("b", "t")).isTrue();
    assertThat(priced.cost("b", "t")).isEqualTo(new Cost(0, 10_000, 18_000, 0));
    assertThat(priced.cost("t", "N")).isEqualTo(Cost.ZERO);
    SettlementService served =
        new SettlementService(
            "b", Status.STANDARD, "mast", "t:mast", 1, 1, 1, 2027, 0, 0, 0, null, List.of());
    assertThat(priced.find(served, Map.of("t:mast", "t")))
        .contains(new Abroad("BEN-TGO", "TGO", 100));
    assertThat(priced.find(served, Map.of("t:mast", "b"))).isEmpty();
    assertThat(priced.find(served, Map.of())).isEmpty();
  }

  /**
   * The geodesic that all lengths are made of, against the surveyors' example: Flinders Peak to
   * Buninyong, 54,972.271 m on GRS 80, whose ellipsoid is that of WGS 84 to a tenth of a
   * millimetre.
   *
   * @see "ICSM, Geocentric Datum of Australia technical manual, chapter 4: Vincenty's inverse
   *     formula"
   */
  @Test
  void lengthsAreGeodesicsOnTheEllipsoid() {
    LonLat flindersPeak =
        new LonLat(144 + 25 / 60.0 + 29.52440 / 3_600, -(37 + 57 / 60.0 + 3.72030 / 3_600));
    LonLat buninyong =
        new LonLat(143 + 55 / 60.0 + 35.38390 / 3_600, -(37 + 39 / 60.0 + 10.15610 / 3_600));
    assertThat(flindersPeak.distanceKm(buninyong)).isCloseTo(54.972271, within(2e-6));
    Road twice = Road.of(List.of(flindersPeak, buninyong, flindersPeak, new LonLat(143, -37)));
    double rest = flindersPeak.distanceKm(new LonLat(143, -37));
    assertThat(twice.lengthKm()).isCloseTo(2 * 54.972271 + rest, within(5e-6));
  }

  @Test
  void aRoadIsToldFromTheEndWhoseNameComesFirst() {
    LonLat west = new LonLat(1.5, 9);
    LonLat east = new LonLat(2.5, 9);
    Road road = Road.of(List.of(east, new LonLat(2, 9.1), west));
    assertThat(road.fromId()).isEqualTo("road:1.5,9.0");
    assertThat(road.toId()).isEqualTo("road:2.5,9.0");
    assertThat(road.path()).startsWith(west).endsWith(east);
    assertThat(Road.of(List.of(west, east)).isBefore(road)).isTrue();
    assertThat(road.isBefore(Road.of(List.of(west, east)))).isFalse();
    assertThatThrownBy(() -> Road.of(List.of(west, west)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Known roads are followed at their own length; beside them cables go 1.2 times straight. */
  @Test
  void cablesFollowTheRoadBetweenTheirEnds(@TempDir Path folder) {
    HandMade plan = new HandMade();
    LonLat west = new LonLat(1.5, 9);
    LonLat east = new LonLat(2.5, 9);
    plan.feature("roads.geojson", List.of(west, east), "{\"lengthKm\": 110}");
    plan.feature("roads.geojson", List.of(east, new LonLat(2, 9.1), west), "{\"lengthKm\": 112}");
    RoadFacts roads = new Facts(plan.write(folder)).roads();
    assertThat(roads.roads()).hasSize(1);
    assertThat(roads.km("road:2.5,9.0", east, "road:1.5,9.0", west))
        .isEqualTo(west.distanceKm(east));
    LinkPrice along =
        roads.laid(
            Round.fibre().withCrossCountryFactor(Round.figure(1.2)),
            "road:1.5,9.0",
            "road:2.5,9.0");
    assertThat(along.routeFactor()).isEqualTo(1);
    assertThat(along.endsCost()).isFalse();
    LinkPrice beside =
        roads.laid(Round.fibre().withCrossCountryFactor(Round.figure(1.2)), "a", "road:2.5,9.0");
    assertThat(beside.routeFactor()).isEqualTo(1.2);
    assertThat(beside.endsCost()).isTrue();
    assertThat(roads.laid(Round.fibre(), "a", "N").routeFactor()).isEqualTo(1.1);
    assertThat(roads.stands("a", "N")).isTrue();
    assertThat(roads.stands("a", "road:1.5,9.0")).isFalse();
  }
}
