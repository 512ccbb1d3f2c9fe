package org.kiungo.geodata.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kiungo.geodata.reference.facts.Confidence;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.planner.finance.PlanFinance;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;

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

  private static PublishedTerm ranged(String iso3, EconomicTerm term) {
    return PublishedTerm.withRanges(REFERENCE, iso3).get(term.ordinal());
  }

  /** Low-income Eastern Africa publishes spectrum fees for MDG, MOZ, MWI and UGA. */
  @Test
  void whatNobodyHasPublishedIsTheRangeOfComparableCountries() {
    PublishedTerm spectrum = ranged("RWA", EconomicTerm.SPECTRUM);
    assertThat(spectrum.figure().assumed()).isTrue();
    assertThat(spectrum.figure().low()).isEqualTo(0.01);
    assertThat(spectrum.figure().high()).isEqualTo(0.04);
    double fee = Math.sqrt(0.03 * 0.04);
    assertThat(spectrum.figure().value())
        .isCloseTo((fee + Math.sqrt(0.01 * 0.04)) / 2, within(0.01));
    assertThat(spectrum.confidence()).isEqualTo(Confidence.LOW);
    assertThat(spectrum.note())
        .isEqualTo("range of MDG, MOZ, MWI, UGA (Eastern Africa, Low income)");
    assertThat(spectrum.figure().source()).contains(spectrum.note(), "qubic", "pytal");
  }

  @Test
  void whereTheRegionHasTooFewTheIncomeGroupOfAfricaStandsInThenAfrica() {
    assertThat(ranged("BDI", EconomicTerm.ARPU_LOW).note())
        .contains("(Eastern Africa, Low income)");
    assertThat(ranged("BFA", EconomicTerm.ARPU_LOW).note()).contains("(Africa, Low income)");
    assertThat(ranged("SYC", EconomicTerm.ARPU_LOW).note()).endsWith("(Africa)");
    assertThat(ranged("ETH", EconomicTerm.ARPU_LOW).note()).endsWith("(Africa)");
  }

  @Test
  void whatIsPublishedStaysAsItIsAndWhatNobodyPublishesStaysUnknown() {
    assertThat(ranged("KEN", EconomicTerm.TAX)).isEqualTo(term("KEN", EconomicTerm.TAX));
    assertThat(ranged("LSO", EconomicTerm.LOCAL_CURRENCY).figure()).isNull();
    assertThat(ranged("LSO", EconomicTerm.UNIVERSAL_SERVICE_LEVY).figure()).isNull();
  }

  @Test
  void thenNoCountryLacksWhatPublicMoneyDependsOn() {
    for (CountryFacts country : REFERENCE.countries()) {
      for (EconomicTerm asked : PlanFinance.ASKED) {
        PublishedTerm term = ranged(country.iso3(), asked);
        assertThat(term.figure()).as(country.iso3() + " " + asked).isNotNull();
        assertThat(term.figure().low()).isLessThanOrEqualTo(term.figure().high());
      }
    }
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
