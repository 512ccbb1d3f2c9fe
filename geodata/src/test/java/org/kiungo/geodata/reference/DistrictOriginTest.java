package org.kiungo.geodata.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Geometry;

/**
 * Districts are those of today where a source with a stated licence was found; else that is told.
 */
class DistrictOriginTest {

  private static final Reference REFERENCE = Reference.builtIn();

  @ParameterizedTest
  @CsvSource({
    "KEN,47,public domain",
    "COD,26,ODbL 1.0",
    "BFA,13,CC BY 4.0",
    "NAM,14,ODbL 1.0",
    "SDN,18,ODbL 1.0",
    "TCD,23,ODbL 1.0",
    "TUN,24,ODbL 1.0"
  })
  void sevenCountriesHaveTheirUnitsOfToday(String country, int units, String licence) {
    DistrictOrigin origin = REFERENCE.districtOrigin(country);
    assertThat(REFERENCE.districts(country)).hasSize(units);
    assertThat(origin.units()).isEqualTo(units);
    assertThat(origin.unitsToday()).isEqualTo(units);
    assertThat(origin.current()).isTrue();
    assertThat(origin.licence()).isEqualTo(licence);
  }

  @Test
  void whereUnitsAreThoseOfAnotherDayTheYearAndTodaysNumberAreTold() {
    DistrictOrigin ghana = REFERENCE.districtOrigin("GHA");
    assertThat(ghana.current()).isFalse();
    assertThat(ghana.year()).isEqualTo(2018);
    assertThat(ghana.units()).isEqualTo(10);
    assertThat(ghana.unitsToday()).isEqualTo(16);
    for (CountryFacts country : REFERENCE.countries()) {
      DistrictOrigin origin = REFERENCE.districtOrigin(country.iso3());
      assertThat(origin.source()).isNotBlank();
      assertThat(origin.licence()).isNotBlank();
      assertThat(origin.units()).isEqualTo(REFERENCE.districts(country.iso3()).size());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "KEN,Nairobi,36.82,-1.29",
    "KEN,Turkana,35.6,3.12",
    "KEN,Garissa,39.64,-0.45",
    "COD,Haut-Katanga,27.48,-11.66",
    "COD,Nord-Kivu,29.22,-1.66",
    "BFA,Hauts-Bassins,-4.29,11.18",
    "TCD,Ennedi-Est,22.4,16.3"
  })
  void knownTownsLieInTheirDistrictOfToday(
      String country, String district, double lon, double lat) {
    assertThat(REFERENCE.findDistrict(country, new LonLat(lon, lat)))
        .get()
        .extracting(District::name)
        .isEqualTo(district);
  }

  /**
   * Units cut to a country's land and what they leave over shared out: nothing is lost or twice.
   */
  @ParameterizedTest
  @CsvSource({"KEN", "COD", "BFA", "NAM", "SDN", "TCD", "TUN"})
  void redrawnUnitsNeitherOverlapNorLeaveGaps(String country) {
    double sum = 0;
    Geometry land = null;
    for (District district : REFERENCE.districts(country)) {
      sum += district.shape().getArea();
      land = land == null ? district.shape() : land.union(district.shape());
    }
    assertThat(land.getArea() / sum).isBetween(0.999, 1.0001);
  }
}
