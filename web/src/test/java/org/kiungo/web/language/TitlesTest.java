package org.kiungo.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.regulation.CountryRegulation;
import org.kiungo.geodata.regulation.Regulation;
import org.kiungo.web.regulation.RegulationWords;

class TitlesTest {

  @Test
  void aTitleKeepsItsLanguageWhichIsNamedOnce() {
    assertThat(
            Titles.parts(
                "Data Protection Act 2023 (Act 24 of 2023, 22 décembre 2023)", Words.in("fr")))
        .containsExactly(
            new Titles.Part("Data Protection Act 2023", "en", "anglais"),
            new Titles.Part(" (", "", ""),
            new Titles.Part("Act 24 of 2023", "en", ""),
            new Titles.Part(", 22 décembre 2023)", "", ""));
    assertThat(Titles.parts("Lei 2017-20, code du numérique", Words.in("pt")))
        .containsExactly(
            new Titles.Part("Lei 2017-20, ", "", ""),
            new Titles.Part("code du numérique", "fr", "francês"));
  }

  @Test
  void whoReadsTheLanguageOfATitleIsToldNothing() {
    String act = "Data Protection Act No. 19";
    assertThat(Titles.parts(act, Words.in("en"))).containsExactly(new Titles.Part(act, "", ""));
    assertThat(Titles.parts("", Words.in("ar"))).isEmpty();
  }

  /** Nothing in English is left of any country's data laws but what is marked as English. */
  @Test
  void everyDataLawIsTheReadersOrMarked() {
    Reference reference = Reference.builtIn();
    for (String language : List.of("fr", "pt", "ar", "es", "sw")) {
      Words words = Words.in(language);
      int laws = 0;
      for (var country : reference.countries()) {
        CountryRegulation known = new Regulation(reference).country(country.iso3());
        for (RegulationWords.DataLaw law : new RegulationWords(reference, words).dataLaws(known)) {
          for (String told : List.of(law.about(), law.value())) {
            List<Titles.Part> parts = Titles.parts(told, words);
            assertThat(parts.stream().map(Titles.Part::text).collect(Collectors.joining()))
                .isEqualTo(told);
            assertThat(
                    parts.stream()
                        .filter(part -> part.language().isEmpty())
                        .map(Titles.Part::text)
                        .collect(Collectors.joining()))
                .as(country.iso3() + " in " + language)
                .doesNotContainPattern(
                    "\\b(?:Act|[Ll]aw|Protection|of|the|Regulations|Proclamation)\\b");
          }
          laws++;
        }
      }
      assertThat(laws).isGreaterThan(60);
    }
  }
}
