package org.kiungo.geodata.reference.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.geodata.reference.people.InhabitedPlace.Origin;
import org.kiungo.planner.model.value.LonLat;

/** Parts of the built-in places. */
class InsideModelTest {

  private static final Reference REFERENCE = Reference.builtIn();
  private static final People PEOPLE = REFERENCE.people();
  private static final Predicate<LonLat> LAND = at -> true;

  /** The middle of a cell of five minutes in the south of Lesotho; it has 74 km². */
  private static final LonLat MIDDLE = new LonLat(28.0417, -29.9583);

  static List<String> codes() {
    return REFERENCE.countries().stream().map(CountryFacts::iso3).toList();
  }

  private static InhabitedPlace place(Origin origin, LonLat at, long people, double areaKm2) {
    return new InhabitedPlace("LSO_x", "LSO", "Ha X", at, people, areaKm2, 3, origin);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void partsAddUpToTheirPlaceToThePerson(String country) {
    Map<String, InhabitedPlace> places =
        PEOPLE.places(country).stream().collect(Collectors.toMap(InhabitedPlace::id, p -> p));
    List<InhabitedPlace> parts = PEOPLE.inside(country);
    assertThat(parts).extracting(InhabitedPlace::id).doesNotHaveDuplicates();
    assertThat(parts).hasSize(PEOPLE.countInside(country)).hasSizeGreaterThan(places.size());
    Map<String, List<InhabitedPlace>> byPlace =
        parts.stream().collect(Collectors.groupingBy(p -> InsideModel.placeOf(p.id())));
    assertThat(byPlace.keySet()).isEqualTo(places.keySet());
    byPlace.forEach(
        (id, own) -> {
          InhabitedPlace whole = places.get(id);
          assertThat(own.stream().mapToLong(InhabitedPlace::population).sum())
              .as(id)
              .isEqualTo(whole.population());
          double areaKm2 = own.stream().mapToDouble(InhabitedPlace::areaKm2).sum();
          assertThat(areaKm2).as(id).isLessThanOrEqualTo(whole.areaKm2() * (1 + 1e-9));
          for (InhabitedPlace each : own) {
            assertThat(each.population()).as(each.id()).isPositive();
            assertThat(each.location().distanceKm(whole.location())).as(each.id()).isLessThan(13);
            if (InsideModel.isPart(each.id())) {
              assertThat(each.areaKm2()).as(each.id()).isLessThan(95);
            } else {
              assertThat(each).isEqualTo(whole);
            }
          }
        });
  }

  /** The same bytes on every machine: a change of them is a new {@link InsideModel#VERSION}. */
  @Test
  void partsAreThoseOfTheirVersion() throws Exception {
    String told =
        PEOPLE.inside("LSO").stream()
            .map(p -> p.id() + " " + p.location() + " " + p.population() + " " + p.areaKm2())
            .collect(Collectors.joining("\n"));
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(told.getBytes(StandardCharsets.UTF_8));
    assertThat(InsideModel.VERSION + " " + HexFormat.of().formatHex(hash))
        .isEqualTo("1 026fb12ad9ab4f1aee981d248566efed34c72dc9bf97810fc3ee708fd554d67c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LSO", "KEN", "COM", "GMB"})
  void whoeverAStandingMastReachesIsCovered(String country) {
    List<PlaceCoverage> all = PEOPLE.coveredInside(country);
    CoverageToday today = PEOPLE.coverage(country);
    double people = all.stream().mapToDouble(each -> each.place().population()).sum();
    double covered =
        all.stream().mapToDouble(each -> each.ratio() * each.place().population()).sum();
    assertThat(covered / people).isCloseTo(today.ratio(), within(1e-9));
    List<PlaceCoverage> masts =
        all.stream().filter(each -> each.mast() && each.ratio() == 1).toList();
    double gained = 0;
    for (PlaceCoverage each : all) {
      boolean reached =
          masts.stream()
              .anyMatch(
                  mast ->
                      near(mast, each)
                          && mast.place().location().distanceKm(each.place().location())
                              <= CoverageModel.REACH_KM);
      gained += reached ? (1 - each.ratio()) * each.place().population() : 0;
    }
    assertThat(gained).isZero();
    assertThat(PEOPLE.mastsInside(country))
        .containsAll(masts.stream().map(each -> each.place().id()).toList());
  }

  private static boolean near(PlaceCoverage one, PlaceCoverage other) {
    return Math.abs(one.place().location().lat() - other.place().location().lat()) < 0.1;
  }

  /** Of no country that is none of the 54 anything is known. */
  @Test
  void elsewhereNoMastStands() {
    assertThat(PEOPLE.mastsInside("FRA")).isEmpty();
  }

  @Test
  void aCellIsMadeOfPartsOfTwoKilometres() {
    List<InhabitedPlace> parts =
        InsideModel.parts(place(Origin.GRID_CELL, MIDDLE, 60_000, 74), LAND);
    assertThat(parts).hasSizeBetween(12, 16);
    for (InhabitedPlace one : parts) {
      assertThat(one.areaKm2()).isLessThanOrEqualTo(74 / 16.0 + 1e-9);
      for (InhabitedPlace other : parts) {
        double km = one.location().distanceKm(other.location());
        assertThat(one == other || km > 1).isTrue();
      }
    }
    // thinly peopled ground is settled in fewer spots
    assertThat(InsideModel.parts(place(Origin.GRID_CELL, MIDDLE, 1_000, 74), LAND))
        .hasSizeLessThan(parts.size());
  }

  /** A position that somebody has named keeps most people, its name and its place. */
  @Test
  void aNamedPositionHoldsTheHeaviestPart() {
    LonLat named = new LonLat(28.07, -29.93);
    List<InhabitedPlace> parts =
        InsideModel.parts(place(Origin.HEALTH_SITE, named, 8_000, 74), LAND);
    List<InhabitedPlace> there = parts.stream().filter(p -> p.location().equals(named)).toList();
    assertThat(there).hasSize(1);
    assertThat(parts.stream().filter(p -> p.name().equals("Ha X")).toList()).isEqualTo(there);
    assertThat(there.get(0).population()).isGreaterThan(8_000 / 16);
  }

  /** A town's own figure lies around its point, up to 5,000 people per km². */
  @Test
  void aCountedTownFillsTheGroundAroundItsPoint() {
    List<InhabitedPlace> small = InsideModel.parts(place(Origin.COUNTED, MIDDLE, 5_000, 74), LAND);
    assertThat(small).hasSize(1);
    assertThat(small.get(0).location()).isEqualTo(MIDDLE);
    assertThat(small.get(0).areaKm2()).isCloseTo(74 / 64.0, within(1e-9));
    List<InhabitedPlace> large =
        InsideModel.parts(place(Origin.COUNTED, MIDDLE, 740_000, 74), LAND);
    assertThat(large).hasSize(16);
    assertThat(large).extracting(InhabitedPlace::population).containsOnly(46_250L);
  }

  @Test
  void groundThatIsNoLandStaysEmpty() {
    List<InhabitedPlace> parts =
        InsideModel.parts(
            place(Origin.GRID_CELL, MIDDLE, 60_000, 30), at -> at.lon() > MIDDLE.lon() + 0.01);
    assertThat(parts).isNotEmpty();
    assertThat(parts)
        .filteredOn(p -> !p.location().equals(MIDDLE))
        .allSatisfy(p -> assertThat(p.location().lon()).isGreaterThan(MIDDLE.lon() - 0.02));
  }

  /** What is no wider than a part, gathers several cells or has few people stays as it is. */
  @Test
  void somePlacesStayWhole() {
    for (InhabitedPlace each :
        List.of(
            place(Origin.GRID_CELL, MIDDLE, 9_000, 10),
            place(Origin.GRID_CELL, MIDDLE, 90, 900),
            place(Origin.GRID_CELL, MIDDLE, 40, 74))) {
      assertThat(InsideModel.parts(each, LAND)).containsExactly(each);
    }
    assertThat(InsideModel.placeOf("LSO_gn932505~12")).isEqualTo("LSO_gn932505");
    assertThat(InsideModel.placeOf("LSO_gn932505")).isEqualTo("LSO_gn932505");
  }
}
