package org.kiungo.geodata.reference.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.MastCount.Counted;

class FactTablesTest {

  private static final Reference REFERENCE = Reference.builtIn();
  private static final FactTables FACTS = REFERENCE.facts();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @Test
  void everyRowNamesItsSource() {
    List<Evidence> evidence =
        FACTS.countries().stream()
            .map(CountryFacts::iso3)
            .flatMap(
                c ->
                    Stream.of(
                            FACTS.exchangePoints(c).stream().map(ExchangePoint::evidence),
                            FACTS.landingCities(c).stream().map(LandingCity::evidence),
                            FACTS.recs(c).stream().map(RecMembership::evidence),
                            FACTS.findRegulator(c).stream().map(Regulator::evidence),
                            FACTS.localisationRules(c).stream().map(LocalisationRule::evidence),
                            FACTS.economics(c).stream().map(EconomicFigure::evidence))
                        .flatMap(s -> s))
            .toList();
    assertThat(evidence).hasSizeGreaterThan(400);
    assertThat(evidence).allSatisfy(e -> assertThat(e.source()).isNotBlank());
    assertThat(evidence).noneMatch(e -> e.source().contains("recollection"));
    assertThat(evidence).allMatch(e -> e.toVerify().isEmpty());
  }

  /** Nothing that was read with somebody who only tells of it was checked in a primary source. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          ITU list                      | https://www.itu.int/list                                       | HIGH
          World Bank WDI via Gapminder  | https://github.com/open-numbers/ddf                            | MEDIUM
          Cloudflare on cable failures  | https://blog.cloudflare.com/undersea                           | MEDIUM
          Regulator on its licences     | https://uccinfoblog.wordpress.com/2020/01/27/approved          | MEDIUM
          The Act                       | https://insights.afriwise.com/blog/the-act                     | MEDIUM
          Newspaper                     | https://www.thecitizen.co.tz/news                              | MEDIUM
          ITU/WATRA; tech.africa table  | https://github.com/FNS-Division/WATRA; https://tech.africa/ixp | HIGH
          Law of which no address is known | - | HIGH
          """)
  void whatIsToldAtSecondHandIsNoPrimarySource(String source, String url, Confidence allowed) {
    assertThat(Confidence.of("high", source, url == null ? "" : url)).isEqualTo(allowed);
    assertThat(Confidence.of("low", source, "")).isEqualTo(Confidence.LOW);
  }

  @Test
  void noFactOfACopyOrABlogCountsAsPrimary() {
    Stream<String> facts =
        FACTS.countries().stream()
            .flatMap(c -> c.facts().stream())
            .filter(each -> each.confidence() == Confidence.HIGH)
            .map(each -> each.source() + " " + each.sourceUrl());
    assertThat(facts).isNotEmpty().noneMatch(each -> each.matches("(?i).*(gapminder|blog).*"));
  }

  @Test
  void regulatorsAreThoseThatASourceNamesAndEveryCountryHasADataLawRow() {
    assertThat(FACTS.countries())
        .filteredOn(c -> FACTS.findRegulator(c.iso3()).isPresent())
        .hasSize(34);
    assertThat(FACTS.countries())
        .allSatisfy(c -> assertThat(FACTS.findDataLaw(c.iso3())).isPresent());
  }

  @ParameterizedTest
  @CsvSource({"KEN,health,IN_COUNTRY", "ZAF,finance,ADEQUATE_PEER", "UGA,finance,IN_COUNTRY"})
  void findsTheRuleOfAClassOrTheGeneralOne(
      String country, String dataClass, LocalisationRule.Place place) {
    assertThat(FACTS.findLocalisationRule(country, dataClass, TODAY))
        .get()
        .extracting(LocalisationRule::place)
        .isEqualTo(place);
  }

  /** A share of one company is never the country's number. */
  @Test
  void mastsAndWomenOnlineSayWhoseAndOfWhichYear() {
    assertThat(FACTS.mastCounts("TZA"))
        .extracting(MastCount::counted, MastCount::masts)
        .containsExactly(tuple(Counted.COUNTRY, 10_084), tuple(Counted.COMPANY, 4_800));
    List<CountryFacts> countries = FACTS.countries();
    assertThat(countries).filteredOn(c -> !FACTS.mastCounts(c.iso3()).isEmpty()).hasSize(12);
    assertThat(countries)
        .flatMap(c -> FACTS.mastCounts(c.iso3()))
        .allSatisfy(each -> assertThat(each.evidence().asOf()).matches("\\d{4}"));
    List<WomenOnline> kenya = FACTS.womenOnline("KEN");
    assertThat(kenya).hasSize(100).allMatch(each -> each.evidence().asOf().equals("2019"));
    assertThat(kenya.get(0).among()).isEqualTo(WomenOnline.Among.NATIONAL);
    assertThat(kenya.get(0).womenRatio()).isEqualTo(0.47);
    assertThat(kenya.get(0).menRatio()).isEqualTo(0.476, offset(1e-12));
    assertThat(FACTS.womenOnline("LSO")).isEmpty();
  }

  @Test
  void aCountryWithoutARuleIsNotFree() {
    assertThat(FACTS.findLocalisationRule("SSD", "health", TODAY)).isEmpty();
  }

  @Test
  void rulesBeginOnTheirDate() {
    Evidence evidence = new Evidence("law", "", "2026-03-01", Confidence.HIGH, Set.of());
    LocalisationRule rule =
        new LocalisationRule("AAA", "health", LocalisationRule.Place.IN_COUNTRY, "", evidence);
    assertThat(rule.holdsOn(LocalDate.of(2026, 2, 28))).isFalse();
    assertThat(rule.holdsOn(LocalDate.of(2026, 3, 1))).isTrue();
  }

  @Test
  void continentalFiguresStandInWhereNoNationalOneIsKnown() {
    assertThat(FACTS.economics("TCD", "fibre_cost_per_km"))
        .isNotEmpty()
        .allMatch(EconomicFigure::isContinental)
        .allMatch(e -> e.low() <= e.high());
    assertThat(FACTS.economics("TCD", "corporate_tax")).isEmpty();
  }

  @Test
  void cablesAreThoseThatASourceNames() {
    assertThat(FACTS.landingCities("DJI"))
        .singleElement()
        .satisfies(c -> assertThat(c.isSourced()).isTrue())
        .extracting(LandingCity::cables)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .contains(new LandingCity.Cable("EASSy", false))
        .doesNotContain(new LandingCity.Cable("SEACOM", true));
  }

  @ParameterizedTest
  @CsvSource({
    "'',2000-01-01,true",
    "1999,1998-12-31,false",
    "1999,1999-01-01,true",
    "1999-05,1999-04-30,false",
    "1999-05,1999-05-01,true",
    "1999-05-10,1999-05-09,false"
  })
  void partialDatesCountFromTheirFirstDay(String from, LocalDate date, boolean holds) {
    Evidence evidence = new Evidence("list", "", "", Confidence.HIGH, Set.of());
    assertThat(new RecMembership("AAA", "REC", from, "", "member", evidence).holdsOn(date))
        .isEqualTo(holds);
  }

  @Test
  void communitiesHaveTheirMembersOfTheDay() {
    assertThat(FACTS.members("ECOWAS", LocalDate.of(2024, 1, 1))).contains("BFA", "MLI", "NER");
    assertThat(FACTS.members("ECOWAS", TODAY)).hasSize(12).doesNotContain("BFA", "MLI", "NER");
  }

  @Test
  void fundersConcernACountryOrAll() {
    assertThat(FACTS.fundingPartners()).hasSize(30);
    assertThat(FACTS.fundingPartners("CAF").size()).isLessThan(30);
    assertThat(FACTS.fundingPartners("CAF")).anyMatch(p -> p.countries().equals(List.of("CAF")));
  }
}
