package org.kiungo.geodata.reference.facility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.planner.model.value.LonLat;

class BuiltInFacilitiesTest {

  @Test
  void placesComeBackWithinAHundredMetres() {
    List<LonLat> places = List.of(new LonLat(28.3456, -29.4), new LonLat(-17.51, 14.6999));
    List<LonLat> back = FacilityFile.read(FacilityFile.write(places));
    assertThat(back).containsExactly(new LonLat(-17.51, 14.7), new LonLat(28.346, -29.4));
  }

  @Test
  void fortyNineCountriesHaveHealthSitesAndKenyaItsSchools() {
    List<String> countries =
        Reference.builtIn().countries().stream().map(CountryFacts::iso3).toList();
    long sites = 0;
    int with = 0;
    for (String iso3 : countries) {
      List<BuiltInFacilities.Layer> layers = BuiltInFacilities.of(iso3);
      with += layers.isEmpty() ? 0 : 1;
      for (BuiltInFacilities.Layer each : layers) {
        boolean school = each.kindId().contains("school");
        sites += school ? 0 : each.places().size();
        assertThat(school).isEqualTo(school && iso3.equals("KEN"));
      }
    }
    assertThat(with).isEqualTo(49);
    assertThat(sites).isEqualTo(96_395);
    assertThat(BuiltInFacilities.of("KEN"))
        .extracting(each -> each.kindId() + " " + each.places().size())
        .contains("school 29097", "secondary-school 8833");
    assertThat(BuiltInFacilities.of("DZA")).isEmpty();
  }
}
