package org.kiungo.web.country;

import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.kiungo.web.ApiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ApiTest
class CountryApiTest {

  @Autowired private MockMvc http;

  @Test
  void allFiftyFourCountriesAreListed() throws Exception {
    http.perform(get("/api/v1/countries"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.length()").value(54))
        .andExpect(jsonPath("$[?(@.iso3 == 'BEN')].names.fr").value(hasItem("Bénin")))
        .andExpect(jsonPath("$[?(@.iso3 == 'KEN')].capital.name").value(hasItem("Nairobi")));
  }

  @Test
  void aCardCarriesFactsWithTheirSources() throws Exception {
    http.perform(get("/api/v1/countries/LSO"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.facts[?(@.field == 'population')].source").isNotEmpty())
        .andExpect(jsonPath("$.recs[*].rec").value(hasItem("SADC")))
        .andExpect(jsonPath("$.settlements.published").value(6));
  }

  @Test
  void districtsAreGeoJson() throws Exception {
    http.perform(get("/api/v1/countries/LSO/districts"))
        .andExpect(status().isOk())
        .andExpect(content().contentType("application/geo+json"))
        .andExpect(jsonPath("$.type").value("FeatureCollection"));
  }

  @Test
  void anUnknownCountryIsNotFound() throws Exception {
    for (String address : new String[] {"", "/districts", "/nodes"}) {
      http.perform(get("/api/v1/countries/ZZZ" + address))
          .andExpect(status().isNotFound())
          .andExpect(jsonPath("$.code").value("country.unknown"));
    }
  }

  @Test
  void everyFigureOfTheCatalogueNamesItsSource() throws Exception {
    http.perform(get("/api/v1/technologies"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.version").isNotEmpty())
        .andExpect(jsonPath("$.technologies[*].downlinkMbps.source").isNotEmpty());
  }
}
