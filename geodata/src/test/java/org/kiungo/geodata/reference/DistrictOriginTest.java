package org.kiungo.geodata.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Districts are those of today where a source with a stated licence was found; else that is told.
 */
class DistrictOriginTest {

  private static final Reference REFERENCE = Reference.builtIn();

  @ParameterizedTest
  @CsvSource({
    "KEN,47,public domain",
    "COD,26,ODbL 1.0",
    "NAM,14,ODbL 1.0",
    "SDN,18,ODbL 1.0",
    "TCD,23,ODbL 1.0",
    "TUN,24,ODbL 1.0",
    "ETH,14,CC BY-IGO"
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

  /** Countries that cut their land anew after the list of ISO 3166-2 that is used. */
  @ParameterizedTest
  @CsvSource({"AGO,18,21", "BFA,13,17", "DZA,48,69"})
  void unitsThatTheListDoesNotKnowYetAreToldWithYearAndSource(String country, int units, int now) {
    DistrictOrigin origin = REFERENCE.districtOrigin(country);
    assertThat(origin.units()).isEqualTo(units);
    assertThat(origin.unitsToday()).isEqualTo(now);
    assertThat(origin.unitsTodayYear()).isEqualTo(2025);
    assertThat(origin.unitsTodaySource()).isNotBlank();
    assertThat(origin.current()).isFalse();
  }

  /** The source draws Western Sahara as Morocco's; one of its twelve regions lies there wholly. */
  @Test
  void moroccoHasItsRegionsWithoutWesternSahara() {
    DistrictOrigin origin = REFERENCE.districtOrigin("MAR");
    assertThat(origin.current()).isTrue();
    assertThat(origin.units()).isEqualTo(11);
    assertThat(origin.unitsToday()).isEqualTo(12);
    Geometry westernSahara =
        new GeometryFactory().toGeometry(new Envelope(-18, -8.6672, 20, 27.6662));
    assertThat(REFERENCE.districts("MAR"))
        .allMatch(each -> !each.shape().intersects(westernSahara));
  }

  @ParameterizedTest
  @CsvSource({
    "KEN,Nairobi,36.82,-1.29",
    "KEN,Turkana,35.6,3.12",
    "KEN,Garissa,39.64,-0.45",
    "COD,Haut-Katanga,27.48,-11.66",
    "COD,Nord-Kivu,29.22,-1.66",
    "BFA,Hauts-Bassins,-4.29,11.18",
    "TCD,Ennedi-Est,22.4,16.3",
    "ETH,Sidama,38.48,7.05",
    "ETH,South Ethiopia,37.56,6.03",
    "ETH,Central Ethiopia,37.86,7.55",
    "ETH,South West Ethiopia,36.23,7.27",
    "MAR,Marrakech-Safi,-7.99,31.63",
    "MAR,Laâyoune-Sakia El Hamra,-12.92,27.93"
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
  @CsvSource({"KEN", "COD", "BFA", "NAM", "SDN", "TCD", "TUN", "ETH", "MAR"})
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
