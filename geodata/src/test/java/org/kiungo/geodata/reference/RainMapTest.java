package org.kiungo.geodata.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.radio.RainZone;

class RainMapTest {

  private static final RainMap MAP = Reference.builtIn().rain();

  /**
   * ITU's own validation examples of P.837-7 that lie on the map (Nile at 23° N: none; Ionian Sea
   * at 33.94° N: 27.136 mm/h); the second lies between half degrees.
   */
  @Test
  void agreesWithTheValidationExamplesOfItu() {
    assertThat(MAP.mmPerHour(new LonLat(30, 23))).isZero();
    assertThat(MAP.mmPerHour(new LonLat(18.43, 33.94))).isCloseTo(27.136, within(0.5));
  }

  @ParameterizedTest
  @CsvSource({
    "Cairo, 31.24, 30.04, LOW",
    "Maseru, 27.48, -29.31, LOW",
    "Cape Town, 18.42, -33.92, LOW",
    "Nairobi, 36.82, -1.28, MODERATE",
    "Mombasa, 39.67, -4.05, MODERATE",
    "Lagos, 3.4, 6.45, HIGH",
    "Douala, 9.7, 4.05, HIGH"
  })
  void rainFallsHardWhereItDoes(String city, double lon, double lat, RainZone zone) {
    assertThat(RainZone.of(MAP.mmPerHour(new LonLat(lon, lat)))).as(city).isEqualTo(zone);
  }

  @Test
  void betweenHalfDegreesItIsBilinear() {
    double mean = 0;
    for (int k = 0; k < 4; k++) {
      mean += MAP.mmPerHour(new LonLat(9 + k % 2 / 2.0, 4 + k / 2 / 2.0)) / 4;
    }
    assertThat(MAP.mmPerHour(new LonLat(9.25, 4.25))).isCloseTo(mean, within(0.051));
  }

  @Test
  void coversEveryPlaceOfEveryCountryAndNothingElse() {
    Reference reference = Reference.builtIn();
    reference
        .countries()
        .forEach(
            country ->
                assertThat(reference.places(country.iso3()))
                    .allSatisfy(p -> assertThat(MAP.mmPerHour(p.location())).isNotNaN()));
    for (LonLat beyond : List.of(new LonLat(-26.1, 0), new LonLat(64.1, 0), new LonLat(0, 38.1))) {
      assertThat(MAP.mmPerHour(beyond)).isNaN();
    }
    assertThat(MAP.mmPerHour(new LonLat(64, -36))).isNotNaN();
  }
}
