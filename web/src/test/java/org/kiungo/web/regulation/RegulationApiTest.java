package org.kiungo.web.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.regulation.Regulation;
import org.kiungo.geodata.regulation.RegulationFact;
import org.kiungo.web.ApiTest;
import org.kiungo.web.language.Languages;
import org.kiungo.web.language.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two countries side by side, on the page, as JSON and as a table. */
@ApiTest
class RegulationApiTest {

  @Autowired private MockMvc http;
  @Autowired private JsonMapper json;
  @Autowired private Reference reference;

  @Test
  void twoCountriesStandSideBySide() throws Exception {
    JsonNode found =
        json.readTree(
            http.perform(get("/api/v1/regulation/BEN,TGO"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    assertThat(found.at("/countries/1/iso3").asString()).isEqualTo("TGO");
    assertThat(found.at("/communities/0/mbps").asDouble()).isEqualTo(6);
    String page =
        http.perform(get("/regulation?country=BEN&with=TGO&lang=fr"))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(page).contains("Bénin", "licence, autorisation ou entrée libre", "non trouvé");
    assertThat(page.split("openloibenin.com", -1).length).isGreaterThan(3);
    http.perform(get("/api/v1/regulation/BEN,XXX")).andExpect(status().isNotFound());
  }

  /** The form takes the African Union's target, and of a country's its own. */
  @Test
  void theFormOffersPublishedTargets() throws Exception {
    String form =
        http.perform(get("/scenario?country=NGA"))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(form)
        .contains("value=\"target 100 6\"")
        .containsPattern("value=\"target 90 10\" data-country=\"NGA\">")
        .containsPattern("value=\"target 95 2\" data-country=\"NAM\" hidden=\"hidden\">");
  }

  @Test
  void theTableHoldsWhatWasNotFoundAsEmptyCells() throws Exception {
    MvcResult asked =
        http.perform(get("/api/v1/regulation/BEN,TGO/exports/csv"))
            .andExpect(status().isOk())
            .andReturn();
    List<String> rows =
        http.perform(asyncDispatch(asked))
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(rows.get(0)).startsWith("scope,topic,value");
    assertThat(rows).anyMatch(row -> row.matches("TGO,SPECTRUM_CAP,+\"*"));
    assertThat(rows).anyMatch(row -> row.startsWith("AU,TARGET_PEOPLE"));
    http.perform(get("/api/v1/regulation/BEN/exports/png"))
        .andExpect(status().isUnprocessableContent());
  }

  @Test
  void everyWordOfTheTablesIsWordedInEveryLanguage() {
    Regulation regulation = new Regulation(reference);
    for (String language : Languages.available()) {
      RegulationWords words = new RegulationWords(reference, Words.in(language));
      reference.countries().stream()
          .map(each -> regulation.country(each.iso3()))
          .forEach(
              country -> {
                for (RegulationFact fact : country.facts()) {
                  assertThat(words.topic(fact.topic()) + words.value(fact))
                      .doesNotContain("regulation.", "{");
                }
                RegulationWords.targets(List.of(country))
                    .forEach(each -> assertThat(words.target(each)).doesNotContain("regulation."));
              });
    }
  }
}
