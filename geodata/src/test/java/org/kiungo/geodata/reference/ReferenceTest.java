package org.kiungo.geodata.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.geodata.reference.facts.CsvTable;
import org.kiungo.geodata.reference.facts.Fact;
import org.kiungo.geodata.reference.facts.RecMembership;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Geometry;

class ReferenceTest {

  private static final Reference REFERENCE = Reference.builtIn();
  private static final long FIFTEEN_MEGABYTES = 15L << 20;

  static List<String> codes() {
    return REFERENCE.countries().stream().map(CountryFacts::iso3).toList();
  }

  @Test
  void holdsTheFiftyFourCountries() {
    assertThat(codes()).hasSize(54).doesNotHaveDuplicates().isSorted().contains("BEN", "SSD");
  }

  @Test
  void namesStandInEveryLanguageOfThePages() {
    assertThat(REFERENCE.countries())
        .allSatisfy(
            c -> assertThat(c.names()).containsOnlyKeys("en", "fr", "pt", "ar", "sw", "es"));
    assertThat(REFERENCE.country("CIV").name("fr")).isEqualTo("Côte d’Ivoire");
    assertThat(REFERENCE.country("ZAF").name("es")).isEqualTo("Sudáfrica");
    assertThat(REFERENCE.country("COG").name("es")).isEqualTo("República del Congo");
    assertThat(REFERENCE.countries()).extracting(each -> each.name("es")).doesNotHaveDuplicates();
  }

  @Test
  void everyFactHasItsSourceOrIsMarked() {
    assertThat(REFERENCE.countries())
        .flatExtracting(CountryFacts::facts)
        .allSatisfy(f -> assertThat(f.source()).isNotBlank())
        .allSatisfy(f -> assertThat(f.mustVerify() || !f.sourceUrl().isBlank()).isTrue())
        .extracting(Fact::field)
        .contains("population", "urban_pct", "gdp_per_capita_usd");
  }

  @Test
  void filesAreThoseOfTheManifestAndSmall() {
    long bytes = 0;
    for (var row : CsvTable.rows(Resources.open("MANIFEST.csv"))) {
      assertThat(Resources.sha256(row.get("path")))
          .as(row.get("path"))
          .isEqualTo(row.get("sha256"));
      bytes += Long.parseLong(row.get("bytes"));
    }
    assertThat(bytes).isLessThan(FIFTEEN_MEGABYTES);
    assertThat(REFERENCE.version()).hasSize(64);
  }

  @Test
  void placesWithoutPopulationAreUnknownNotEmpty() {
    List<PopulatedPlace> places =
        codes().stream().flatMap(c -> REFERENCE.places(c).stream()).toList();
    assertThat(places).hasSize(5009);
    // three lie in Western Sahara, where no country has people
    assertThat(places).filteredOn(p -> Double.isNaN(p.population())).hasSize(964 + 3);
    assertThat(places).noneMatch(p -> p.population() == 0);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void everyPlaceLiesInADistrictOfItsCountry(String country) {
    List<String> districts = REFERENCE.districts(country).stream().map(District::code).toList();
    assertThat(districts).isNotEmpty().doesNotHaveDuplicates().isSorted();
    assertThat(REFERENCE.places(country))
        .allSatisfy(p -> assertThat(districts).contains(p.district()));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void everyDistrictLiesInItsCountrysOutlineButForIslets(String country) {
    Geometry outline = REFERENCE.outline(country);
    if (country.equals("SOM")) {
      outline = outline.union(REFERENCE.outline("XSL"));
    }
    Geometry generous = outline.buffer(0.12);
    for (District district : REFERENCE.districts(country)) {
      assertThat(district.shape().isValid()).as(district.code()).isTrue();
      double inside = generous.intersection(district.shape()).getArea();
      assertThat(inside / district.shape().getArea()).as(district.code()).isGreaterThan(0.5);
    }
  }

  @ParameterizedTest
  @MethodSource("codes")
  void theCapitalLiesInItsCountry(String country) {
    LonLat capital = REFERENCE.country(country).capitalLocation();
    assertThat(REFERENCE.contains(country, capital)).isTrue();
    assertThat(REFERENCE.countryAt(capital)).contains(country);
  }

  @ParameterizedTest
  @CsvSource({
    "Maseru,27.48,-29.32,LSO",
    "Cotonou,2.43,6.36,BEN",
    "Mombasa,39.67,-4.05,KEN",
    "Hargeisa,44.06,9.56,SOM",
    "Bangui,18.56,4.36,CAF",
    "Victoria,55.45,-4.62,SYC",
    "Tarfaya,-12.93,27.94,MAR"
  })
  void findsTheCountryOfKnownCities(String city, double lon, double lat, String country) {
    assertThat(REFERENCE.countryAt(new LonLat(lon, lat))).as(city).contains(country);
  }

  @ParameterizedTest
  @CsvSource({
    "Madrid,-3.7,40.4",
    "Gulf of Guinea,0,0",
    "El Aaiún,-13.2,27.15",
    "Dakhla,-15.9,23.7"
  })
  void findsNoCountryElsewhere(String place, double lon, double lat) {
    assertThat(REFERENCE.countryAt(new LonLat(lon, lat))).as(place).isEmpty();
  }

  @Test
  void westernSaharaAndSomalilandHaveOutlinesButAreNoCountries() {
    assertThat(REFERENCE.outline("ESH").getArea()).isGreaterThan(20);
    assertThat(REFERENCE.outline("XSL").isEmpty()).isFalse();
    assertThatThrownBy(() -> REFERENCE.country("ESH"))
        .isInstanceOfSatisfying(
            InputRefused.class, e -> assertThat(e.code()).isEqualTo("country.unknown"));
  }

  @Test
  void membershipsAreDated() {
    assertThat(REFERENCE.recs("MLI", LocalDate.of(2024, 6, 1)))
        .extracting(RecMembership::rec)
        .contains("ECOWAS");
    assertThat(REFERENCE.recs("MLI", LocalDate.of(2025, 6, 1)))
        .extracting(RecMembership::rec)
        .doesNotContain("ECOWAS");
  }

  @Test
  void districtsAreServedAsGeoJson() {
    assertThat(new String(REFERENCE.districtsGeoJson("BEN"), StandardCharsets.UTF_8))
        .startsWith("{\"type\":\"FeatureCollection\"")
        .contains("\"code\":\"BJ-");
  }
}
