package org.kiungo.geodata.reference.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.geodata.reference.facts.Fact;
import org.kiungo.geodata.reference.people.CoverageToday.Oddity;
import org.kiungo.geodata.reference.people.InhabitedPlace.Origin;

/** The built-in people of every country. */
class PeopleTest {

  private static final Reference REFERENCE = Reference.builtIn();
  private static final People PEOPLE = REFERENCE.people();
  private static final List<String> WITHOUT_ROADS = List.of("COM", "CPV", "MUS", "STP", "SYC");

  static List<String> codes() {
    return REFERENCE.countries().stream().map(CountryFacts::iso3).toList();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void peopleAddUpToTheNationToThePerson(String country) {
    long people = PEOPLE.places(country).stream().mapToLong(InhabitedPlace::population).sum();
    assertThat(people).isEqualTo(Math.round(REFERENCE.country(country).population()));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void everyPlaceHasItsIdItsLandAndPeople(String country) {
    List<InhabitedPlace> places = PEOPLE.places(country);
    assertThat(places).extracting(InhabitedPlace::id).doesNotHaveDuplicates();
    assertThat(places)
        .allSatisfy(
            p -> {
              assertThat(p.population()).isPositive();
              assertThat(p.areaKm2()).isPositive();
              assertThat(p.name().isEmpty()).isEqualTo(p.origin() == Origin.GRID_CELL);
              assertThat(Double.isNaN(p.roadKm())).isEqualTo(WITHOUT_ROADS.contains(country));
            });
    double land = places.stream().mapToDouble(InhabitedPlace::areaKm2).sum();
    assertThat(land / REFERENCE.country(country).surfaceKm2()).isBetween(0.05, 1.1);
  }

  /** Coasts and borders are simplified: a few places of the lists lie outside. */
  @ParameterizedTest
  @MethodSource("codes")
  void positionsLieInTheirCountry(String country) {
    List<InhabitedPlace> places = PEOPLE.places(country);
    double outside =
        places.stream()
            .filter(p -> !REFERENCE.contains(country, p.location()))
            .mapToDouble(InhabitedPlace::population)
            .sum();
    assertThat(outside / REFERENCE.country(country).population()).isLessThan(0.03);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void coverageSumsToThePublishedShare(String country) {
    CoverageToday today = PEOPLE.coverage(country);
    double all = 0;
    double covered = 0;
    double low = 0;
    double high = 0;
    Set<Double> parts = new TreeSet<>();
    for (PlaceCoverage each : PEOPLE.covered(country)) {
      assertThat(each.ratio()).isBetween(each.low(), each.high());
      double people = each.place().population();
      all += people;
      covered += people * each.ratio();
      low += people * each.low();
      high += people * each.high();
      if (each.ratio() > 0 && each.ratio() < 1) {
        parts.add(each.ratio());
      }
    }
    assertThat(covered / all).isEqualTo(today.ratio(), within(1e-9));
    assertThat(low / all).isEqualTo(today.lowRatio(), within(1e-9));
    assertThat(high / all).isEqualTo(today.highRatio(), within(1e-9));
    assertThat(parts).as("shares of the one mast that covers in part").hasSizeLessThan(2);
  }

  @Test
  void theRangeSpansEveryPublisher() {
    for (String country : codes()) {
      spansEveryPublisher(PEOPLE.coverage(country));
    }
  }

  private static void spansEveryPublisher(CoverageToday today) {
    assertThat(today.lowRatio()).isLessThan(Math.max(0, today.ratio() - 0.1) + 1e-9);
    assertThat(today.highRatio()).isGreaterThan(Math.min(1, today.ratio() + 0.1) - 1e-9);
    if (today.other() != null) {
      assertThat(today.other().ratio()).isBetween(today.lowRatio(), today.highRatio());
      assertThat(today.other().year()).isNotEqualTo(today.year());
      assertThat(today.other().source()).isNotBlank().doesNotContain("(");
      assertThat(today.doubtful()).isTrue();
    }
  }

  /** A thing has one figure: no other table states coverage again, as of another year. */
  @Test
  void noOtherTableStatesCoverage() {
    assertThat(REFERENCE.countries())
        .allSatisfy(
            country ->
                assertThat(country.facts())
                    .extracting(Fact::field)
                    .noneMatch(field -> field.matches("cov_.*|.*[2-5]g.*")));
    assertThat(PEOPLE.coverage("KEN").ratio()).isEqualTo(0.97);
    assertThat(PEOPLE.coverage("COD").ratio()).isEqualTo(0.45);
    assertThat(REFERENCE.countries())
        .filteredOn(country -> PEOPLE.coverage(country.iso3()).other() != null)
        .hasSize(19);
  }

  @Test
  void someFiveHundredAndFortyMillionAreOutside4g() {
    double[] outside = new double[3];
    for (CountryFacts country : REFERENCE.countries()) {
      for (PlaceCoverage each : PEOPLE.covered(country.iso3())) {
        double people = each.place().population();
        outside[0] += people * (1 - each.high());
        outside[1] += people * (1 - each.ratio());
        outside[2] += people * (1 - each.low());
      }
    }
    assertThat(outside[0] / 1e6).isBetween(290.0, 305.0);
    assertThat(outside[1] / 1e6).isBetween(535.0, 545.0);
    assertThat(outside[2] / 1e6).isBetween(680.0, 700.0);
  }

  @Test
  void oddReportsAreMarked() {
    assertThat(PEOPLE.coverage("STP").oddity()).isEqualTo(Oddity.ZERO);
    assertThat(PEOPLE.coverage("ERI").oddity()).isEqualTo(Oddity.ZERO);
    assertThat(PEOPLE.coverage("CAF").oddity()).isEqualTo(Oddity.TINY);
    assertThat(PEOPLE.coverage("UGA").oddity()).isEqualTo(Oddity.FELL);
    assertThat(PEOPLE.coverage("UGA").oddRatio()).isGreaterThan(PEOPLE.coverage("UGA").ratio());
    assertThat(PEOPLE.coverage("BEN").oddity()).isEqualTo(Oddity.REPEATED);
    assertThat(PEOPLE.coverage("LSO").oddity()).isEqualTo(Oddity.NONE);
  }

  @Test
  void placesThatClaimTheirCountysPeopleAreCorrected() {
    CorrectedPlace kakamega =
        PEOPLE.corrected().stream().filter(p -> p.geonamesId() == 195272).findAny().orElseThrow();
    assertThat(kakamega.claimed()).isEqualTo(1_867_579);
    assertThat(kakamega.around()).isLessThan(kakamega.claimed() / 3);
    assertThat(place("KEN", "KEN_gn195272").population()).isEqualTo(kakamega.given());
    assertThat(PEOPLE.corrected())
        .allSatisfy(p -> assertThat(p.claimed()).isGreaterThan(3 * p.around()));
  }

  @Test
  void aCityIsWiderThanACellAndKeepsItsCount() {
    double nairobi =
        PEOPLE.places("KEN").stream()
            .filter(p -> p.name().equals("Nairobi"))
            .mapToDouble(InhabitedPlace::population)
            .sum();
    assertThat(nairobi).isEqualTo(2_750_547);
    assertThat(PEOPLE.places("KEN").stream().filter(p -> p.name().equals("Nairobi")))
        .hasSizeGreaterThan(1)
        .filteredOn(p -> !p.id().startsWith("KEN_gn"))
        .allSatisfy(p -> assertThat(p.origin().positionModelled()).isTrue());
  }

  private static InhabitedPlace place(String country, String id) {
    return PEOPLE.places(country).stream().filter(p -> p.id().equals(id)).findAny().orElseThrow();
  }
}
