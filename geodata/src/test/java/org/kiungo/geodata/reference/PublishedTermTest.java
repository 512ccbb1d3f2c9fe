package org.kiungo.geodata.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kiungo.geodata.reference.facts.Confidence;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.planner.model.CountryEconomics;
import org.kiungo.planner.model.EconomicTerm;

class PublishedTermTest {

  private static final Reference REFERENCE = Reference.builtIn();

  private static PublishedTerm term(String iso3, EconomicTerm term) {
    return PublishedTerm.of(REFERENCE, iso3).get(term.ordinal());
  }

  @Test
  void kenyasTermsAreThoseOfTheModelsWithTheirRanges() {
    PublishedTerm spectrum = term("KEN", EconomicTerm.SPECTRUM);
    assertThat(spectrum.figure().low()).isEqualTo(0.03);
    assertThat(spectrum.figure().high()).isEqualTo(0.15);
    assertThat(spectrum.figure().value()).isCloseTo(0.067, within(0.0005));
    assertThat(spectrum.confidence()).isEqualTo(Confidence.LOW);
    assertThat(term("KEN", EconomicTerm.TAX).figure().value()).isEqualTo(0.3);
    assertThat(term("KEN", EconomicTerm.ARPU_LOW).figure().value()).isEqualTo(2);
    assertThat(term("KEN", EconomicTerm.COST_OF_CAPITAL).figure().value()).isEqualTo(0.15);
    assertThat(term("KEN", EconomicTerm.COST_OF_CAPITAL).figure().year()).isEqualTo(2021);
  }

  @Test
  void whatNobodyHasPublishedStaysUnknown() {
    assertThat(term("LSO", EconomicTerm.ARPU_LOW).figure()).isNull();
    assertThat(term("LSO", EconomicTerm.SPECTRUM).figure()).isNull();
    assertThat(term("LSO", EconomicTerm.TAX).figure()).isNull();
    assertThat(term("KEN", EconomicTerm.LOCAL_CURRENCY).figure()).isNull();
  }

  @Test
  void everyCountryHasOneEntryPerTermAndEveryKnownFigureASource() {
    for (CountryFacts country : REFERENCE.countries()) {
      assertThat(PublishedTerm.of(REFERENCE, country.iso3()))
          .extracting(PublishedTerm::term)
          .containsExactly(EconomicTerm.values());
      CountryEconomics economics = PublishedTerm.economics(REFERENCE, country.iso3());
      economics
          .terms()
          .forEach(
              (term, figure) -> {
                assertThat(figure.value()).isBetween(term.low(), term.high());
                assertThat(figure.year()).as(country.iso3() + term).isBetween(2000, 2030);
              });
    }
  }
}
