package org.kiungo.geodata.reference.build.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedSiteTest {

  @ParameterizedTest
  @CsvSource({
    "Onseepkans Clinic, Onseepkans",
    "Lukulu District Level 1 Hospital, Lukulu",
    "Valencia Park Clinic, Valencia Park",
    "Ekekom Centre de Santé Integre, Ekekom",
    "Katane Poste de Santé, Katane",
    "Mbankoé Poste de santé, Mbankoé",
    "Kolokope Unité de Soins Périphérique, Kolokope",
    "Gbamandu Maternal and Child Health Post, Gbamandu",
    "Halima Primary Health Care Unit, Halima",
    "Dan Bardé Health Hut, Dan Bardé",
    "Maputo Centro de Saúde, Maputo",
    "Kayole II Sub-District Hospital, Kayole II",
    "Hospital de Nampula, Hospital de Nampula",
    "Centreville, Centreville",
    "Postmasburg Clinic, Postmasburg"
  })
  void aSiteNamesItsPlace(String site, String place) {
    assertThat(NamedSite.placeName(site)).isEqualTo(place);
  }
}
