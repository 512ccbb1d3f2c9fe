package org.kiungo.geodata.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.geodata.reference.facts.CountryFacts;

class PeopleModelTest {

  private static final Reference REFERENCE = Reference.builtIn();

  static List<String> codes() {
    return REFERENCE.countries().stream().map(CountryFacts::iso3).toList();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void namedAndModelledPeopleAddUpToTheNation(String country) {
    double named =
        REFERENCE.places(country).stream()
            .mapToDouble(PopulatedPlace::population)
            .filter(p -> p > 0)
            .sum();
    double modelled =
        REFERENCE.peopleCells(country).stream().mapToDouble(PeopleCell::population).sum();
    assertThat(named + modelled).isEqualTo(REFERENCE.country(country).population(), within(1e-6));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void cellsLieInTheirDistrict(String country) {
    List<PeopleCell> cells = REFERENCE.peopleCells(country);
    assertThat(cells).hasSizeLessThanOrEqualTo(20_000);
    assertThat(cells.stream().map(PeopleCell::id)).doesNotHaveDuplicates().isSorted();
    assertThat(cells)
        .allSatisfy(
            c ->
                assertThat(REFERENCE.findDistrict(country, c.location()))
                    .get()
                    .extracting(District::code)
                    .isEqualTo(c.district()));
  }

  @Test
  void hexagonsAreTenKilometresAcrossUnlessTheCountryIsHuge() {
    assertThat(REFERENCE.peopleCells("BEN"))
        .hasSizeBetween(1200, 1400)
        .allSatisfy(c -> assertThat(c.areaKm2()).isEqualTo(86.6, within(0.1)));
    assertThat(REFERENCE.peopleCells("DZA").get(0).areaKm2()).isBetween(100.0, 130.0);
  }

  @Test
  void peopleThinOutAwayFromNamedPlaces() {
    assertThat(density("DZA", 3, 36)).isGreaterThan(20 * density("DZA", 1, 25));
  }

  private static double density(String country, double lon, double lat) {
    return REFERENCE.peopleCells(country).stream()
        .filter(
            c -> Math.abs(c.location().lon() - lon) < 1 && Math.abs(c.location().lat() - lat) < 1)
        .mapToDouble(c -> c.population() / c.areaKm2())
        .average()
        .orElseThrow();
  }

  @Test
  void sharesAreWholeAndKeepTheSum() {
    assertThat(PeopleModel.wholeShares(10, new double[] {1, 1, 1})).containsExactly(4, 3, 3);
    assertThat(PeopleModel.wholeShares(0, new double[] {2, 5})).containsExactly(0, 0);
  }
}
