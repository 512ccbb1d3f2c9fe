package org.kiungo.web.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
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
    assertThat(page)
        .contains("Bénin", "licence, autorisation ou entrée libre", "nous n’avons pas cherché");
    assertThat(page.split("openloibenin.com", -1).length).isGreaterThan(3);
    http.perform(get("/api/v1/regulation/BEN,XXX")).andExpect(status().isNotFound());
  }

  /** What cannot be computed is not offered, and says why. */
  @Test
  void aCountryWithoutAnyCableOffersNoneToCut() throws Exception {
    String landlocked = page("/openness?country=LSO&lang=en");
    assertThat(landlocked).contains("No cable can be cut for Lesotho", "Kiungo carries no fibre");
    assertThat(landlocked).doesNotContain("is published, so", "<option value=\"\">Lesotho");
    assertThat(landlocked)
        .as("its own community is chosen, not the first of all")
        .contains("<option value=\"SADC\" selected");
    String coast = page("/openness?country=KEN&lang=fr");
    assertThat(coast).contains("Kiungo ne contient aucune ligne de fibre");
    assertThat(coast).contains("Couper ces câbles").doesNotContain("Aucun câble ne peut");
  }

  /** A source whose title is long wraps; nobody can look up half of one. */
  @Test
  void sourcesOfReadinessAreNamedWhole() throws Exception {
    for (String language : List.of("en", "fr")) {
      assertThat(Jsoup.parse(page("/countries/KEN?lang=" + language)).select(".ready small").text())
          .as(language)
          .isNotEmpty()
          .doesNotContain("...");
    }
  }

  @Test
  void theMenuKeepsTheCountryOfTheAddress() throws Exception {
    for (String of : List.of("openness", "regulation", "services", "data", "scenario")) {
      assertThat(page("/" + of + "?country=KEN"))
          .as(of)
          .contains("href=\"/countries/KEN\"", "href=\"/scenario?country=KEN\"")
          .contains("href=\"/services?country=KEN\"", "href=\"/data?country=KEN\"");
    }
    assertThat(page("/services?country=all")).doesNotContain("/countries/all");
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
        .containsPattern("value=\"target 100\" data-country=\"NAM\" hidden=\"hidden\">");
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

  /** Filled in on the page, told again over the API, taken back: nothing told is lost. */
  @Test
  void whatWasNotLookedUpIsFilledInOnThePage() throws Exception {
    String page = page("/regulation?country=ERI&lang=en");
    assertThat(page).contains("we have not looked").doesNotContain("not found");
    assertThat(page).contains("action=\"/countries/ERI/told-facts/SPECTRUM_CAP\"");
    String back = "/regulation?country=ERI&with=#t-SPECTRUM_CAP";
    http.perform(
            post("/countries/ERI/told-facts/SPECTRUM_CAP")
                .param("value", "30 % <b>")
                .param("year", "2024")
                .param("sourceUrl", "https://arcep.tg/cap")
                .param("author", "Awa")
                .param("version", "0")
                .param("back", back))
        .andExpect(status().isFound())
        .andExpect(redirectedUrl(back));
    String told = page("/regulation?country=ERI&lang=en");
    assertThat(told)
        .contains("30 % &lt;b&gt;", "filled in here", "https://arcep.tg/cap", ", 2024", "Awa, 20")
        .contains("name=\"version\" value=\"1\"");
    assertThat(page("/regulation?country=ERI&lang=fr")).contains("renseigné ici");
    assertThat(page("/countries/ERI?lang=en"))
        .contains("30 % &lt;b&gt;", "filled in here by Awa on 20", "https://arcep.tg/cap");
    JsonNode found = json.readTree(page("/api/v1/regulation/ERI"));
    assertThat(found.at("/told/0/value").asString()).isEqualTo("30 % <b>");
    String at = "/api/v1/countries/ERI/told-facts/SPECTRUM_CAP";
    String second = "{\"value\": \"40 %\", \"version\": ";
    http.perform(put(at).contentType("application/json").content(second + "0}"))
        .andExpect(status().isConflict());
    http.perform(put(at).contentType("application/json").content(second + "1}"))
        .andExpect(status().isOk());
    JsonNode history = json.readTree(page(at));
    assertThat(history.size()).isEqualTo(2);
    http.perform(post(at + "/undo").param("version", "2")).andExpect(status().isOk());
    assertThat(json.readTree(page("/api/v1/countries/ERI/told-facts")).at("/0/value").asString())
        .isEqualTo("30 % <b>");
    http.perform(put(at).contentType("application/json").content("{\"value\": \"\"}"))
        .andExpect(status().isOk());
    assertThat(json.readTree(page("/api/v1/countries/ERI/told-facts")).size()).isZero();
    assertThat(json.readTree(page(at)).size()).isEqualTo(4);
  }

  @Test
  void whatIsFilledInIsLookedAt() throws Exception {
    String at = "/api/v1/countries/ERI/told-facts/";
    for (String wrong :
        List.of(
            "{\"value\": \"x\", \"sourceUrl\": \"javascript:alert(1)\"}",
            "{\"value\": \"x\", \"year\": \"24\"}",
            "{\"value\": \"%s\"}".formatted("x".repeat(501)))) {
      http.perform(put(at + "CABLES").contentType("application/json").content(wrong))
          .andExpect(status().isUnprocessableContent());
    }
    http.perform(put(at + "MOOD").contentType("application/json").content("{\"value\": \"x\"}"))
        .andExpect(status().isNotFound());
    http.perform(post(at + "LANDING/undo")).andExpect(status().isConflict());
    for (String away : List.of("//evil.example", "https://evil.example", "/\\evil.example", "")) {
      http.perform(
              post("/countries/ERI/told-facts/LANDING").param("value", "open").param("back", away))
          .andExpect(redirectedUrl("/"));
    }
  }

  /** On every page of facts of every country, and in both languages. */
  @Test
  void nothingThatWasNotLookedUpReadsAsIfThereWereNone() throws Exception {
    for (String iso3 : List.of("ERI", "KEN", "LSO")) {
      for (String address : List.of("/regulation?country=", "/openness?country=", "/countries/")) {
        assertThat(page(address + iso3 + (address.contains("?") ? "&" : "?") + "lang=en"))
            .as(address + iso3)
            .doesNotContain("not found")
            .doesNotContain("no cables")
            .contains("we have not looked", "/told-facts/");
        assertThat(page(address + iso3 + (address.contains("?") ? "&" : "?") + "lang=fr"))
            .as(address + iso3)
            .doesNotContain("non trouvé", "introuvable")
            .contains("nous n’avons pas cherché");
      }
    }
  }

  private String page(String address) throws Exception {
    return http.perform(get(address))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
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
