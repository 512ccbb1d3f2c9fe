package org.kiungo.planner.verify.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.CoverageClass;
import org.kiungo.planner.model.EquityWeight;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.InstitutionRule;
import org.kiungo.planner.model.PlaceRules;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Today;
import org.kiungo.planner.model.Today.CountsAs;
import org.kiungo.planner.model.Today.Coverage;
import org.kiungo.planner.model.Today.UnknownFibre;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.money.TransitPrice;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.verify.Round;
import tools.jackson.databind.json.JsonMapper;

/** What rules, scenarios and today's coverage say of one place. */
class PlaceLawTest {

  private static final Settlement VILLAGE =
      Round.village("v", 1_000)
          .with()
          .areaKm2(10)
          .district("Zou")
          .attributes(Map.of("wealthTier", "low", "institutions.clinic", "2"))
          .build();

  private static PlaceRules weights(EquityWeight... weights) {
    return PlaceRules.NONE.withEquity(List.of(weights));
  }

  /** 1,000 people on 10 km² are rural: below 300 a km². */
  @ParameterizedTest
  @CsvSource({
    "country, BEN, 3",
    "country, TGO, 1",
    "district, BEN/Zou, 3",
    "district, BEN/Mono, 1",
    "density, rural, 3",
    "density, urban, 1",
    "wealthTier, low, 3",
    "wealthTier, high, 1",
    "language, fon, 1"
  })
  void aPersonCountsWhatHisGroupDoes(String layer, String group, double weight) {
    PlaceRules rules = weights(new EquityWeight(layer, group, 3));
    assertThat(PlaceLaw.weight(rules, VILLAGE)).isEqualTo(weight);
  }

  @Test
  void weightsMultiplyAndUnknownGroundIsNeitherRuralNorUrban() {
    EquityWeight rural = new EquityWeight("density", "rural", 2);
    EquityWeight urban = new EquityWeight("density", "urban", 2);
    PlaceRules both = weights(new EquityWeight("country", "BEN", 3), rural);
    assertThat(PlaceLaw.weight(both, VILLAGE)).isEqualTo(6);
    Settlement somewhere = VILLAGE.withAreaKm2(Double.NaN);
    assertThat(PlaceLaw.weight(weights(rural, urban), somewhere)).isEqualTo(1);
    assertThat(PlaceLaw.weight(weights(urban), VILLAGE.withPopulation(3_000))).isEqualTo(2);
    assertThat(PlaceLaw.weight(weights(rural), VILLAGE.withPopulation(2_999))).isEqualTo(2);
  }

  /** Two clinics that count 100 people each: 200 more to a thousand people. */
  @Test
  void institutionsCountWithThePeopleOfTheirPlace() {
    InstitutionRule clinics = new InstitutionRule(List.of("institutions.clinic"), 100, false);
    PlaceRules rules = PlaceRules.NONE.withInstitutions(List.of(clinics));
    assertThat(PlaceLaw.weight(rules, VILLAGE)).isEqualTo(1.2);
    assertThat(PlaceLaw.count(clinics, VILLAGE)).isEqualTo(2);
    assertThat(PlaceLaw.weight(rules, VILLAGE.withPopulation(0))).isEqualTo(1);
  }

  @Test
  void licencesAndGoalsOblige() {
    PlaceRules licence = PlaceRules.NONE.withObligedFromPeople(1_000);
    assertThat(PlaceLaw.obliges(licence, VILLAGE)).isTrue();
    assertThat(PlaceLaw.obliges(licence, VILLAGE.withPopulation(999))).isFalse();
    assertThat(PlaceLaw.obliges(licence, VILLAGE.withBaseline(1))).isFalse();
    assertThat(PlaceLaw.obliges(PlaceRules.NONE, VILLAGE)).isFalse();
    InstitutionRule clinics = new InstitutionRule(List.of("institutions.clinic"), 0, true);
    PlaceRules goal = PlaceRules.NONE.withInstitutions(List.of(clinics));
    assertThat(PlaceLaw.obliges(goal, VILLAGE)).isTrue();
    assertThat(PlaceLaw.obliges(goal, VILLAGE.withAttributes(Map.of()))).isFalse();
  }

  @Test
  void todaysCoverageCountsAsTheScenarioSays() {
    Settlement modelled = VILLAGE.withBaseline(0.5).withBaselineModelled(true);
    Settlement stated = VILLAGE.withBaseline(0.5);
    Today basic = new Today(Coverage.MODELLED, CountsAs.BASIC);
    assertThat(TodayLaw.counted(basic, modelled).baselineCountsAs()).isEqualTo(CountsAs.BASIC);
    Today imported = new Today(Coverage.IMPORTED_ONLY, CountsAs.STANDARD);
    assertThat(TodayLaw.counted(imported, modelled).baselineCountsAs()).isEqualTo(CountsAs.NOTHING);
    assertThat(TodayLaw.counted(imported, stated).baselineCountsAs()).isEqualTo(CountsAs.STANDARD);
    Today unknown = new Today(Coverage.NOT_KNOWN, CountsAs.STANDARD);
    assertThat(TodayLaw.counted(unknown, stated).baselineCountsAs()).isEqualTo(CountsAs.NOTHING);
    assertThat(TodayLaw.counted(unknown, VILLAGE)).isEqualTo(VILLAGE);
  }

  @ParameterizedTest
  @CsvSource({
    "0.91, peopleGainedCovered",
    "0.9, peopleGainedUnsure",
    "0.1, peopleGainedUnsure",
    "0.09, peopleGainedUncovered",
    "NaN, peopleGainedUnknown"
  })
  void whoIsGainedIsToldByHowSureCoverageIs(double ratio, String total) {
    assertThat(TodayLaw.gainedTotal(VILLAGE.withBaseline(ratio))).isEqualTo(total);
    assertThat(CoverageClass.of(VILLAGE.withBaseline(ratio)).name())
        .isEqualToIgnoringCase(total.replace("peopleGained", ""));
  }

  /** Whoever is covered by one end of the range alone is neither covered nor uncovered. */
  @ParameterizedTest
  @CsvSource({
    "0.91, 1, 1, peopleGainedCovered",
    "0.9, 1, 1, peopleGainedUnsure",
    "0, 1, 1, peopleGainedUnsure",
    "0, 0, 1, peopleGainedUnsure",
    "0, 0, 0.1, peopleGainedUnsure",
    "0, 0, 0.09, peopleGainedUncovered"
  })
  void aRangeIsAsSureAsItsEnds(double low, double ratio, double high, String total) {
    Settlement ranged =
        VILLAGE
            .with()
            .baselineCoverageRatio(ratio)
            .baselineLowRatio(low)
            .baselineHighRatio(high)
            .build();
    assertThat(TodayLaw.gainedTotal(ranged)).isEqualTo(total);
    assertThat(CoverageClass.of(ranged).name())
        .isEqualToIgnoringCase(total.replace("peopleGained", ""));
  }

  @Test
  void whoeverMayBeCoveredIsWhereOnlySureGainsCount() {
    Settlement ranged =
        VILLAGE
            .with()
            .baselineCoverageRatio(0.5)
            .baselineLowRatio(0.25)
            .baselineHighRatio(0.625)
            .build();
    Today sure = new Today(null, null, null, null, Today.UnsureCoverage.COVERED);
    assertThat(TodayLaw.counted(sure, ranged).baselineCoverageRatio()).isEqualTo(0.625);
    assertThat(TodayLaw.counted(Today.DEFAULT, ranged).baselineCoverageRatio()).isEqualTo(0.5);
    Settlement stated = VILLAGE.withBaseline(0.75);
    assertThat(TodayLaw.counted(sure, stated).baselineCoverageRatio()).isEqualTo(0.75);
  }

  @Test
  void fibreIsTappedWhereItWorksOrIsTakenTo() {
    Today works = new Today(Coverage.MODELLED, CountsAs.STANDARD, UnknownFibre.WORKS, null, null);
    assertThat(TodayLaw.isTapped(Today.DEFAULT, FibreLine.Status.OPERATIONAL)).isTrue();
    assertThat(TodayLaw.isTapped(Today.DEFAULT, FibreLine.Status.UNKNOWN)).isFalse();
    assertThat(TodayLaw.isTapped(works, FibreLine.Status.UNKNOWN)).isTrue();
    assertThat(TodayLaw.isTapped(works, FibreLine.Status.PLANNED)).isFalse();
  }

  @Test
  void capacityIsBoughtWhereASourceNamesANodeOrTheScenarioTakesItToStand() {
    Today told = new Today(null, null, null, Today.AssumedNodes.LEFT_OUT, null);
    assertThat(TodayLaw.isSelling(Today.DEFAULT, true)).isTrue();
    assertThat(TodayLaw.isSelling(told, true)).isFalse();
    assertThat(TodayLaw.isSelling(told, false)).isTrue();
  }

  private static Market market(String scenario) {
    TransitPrice generic =
        new TransitPrice(
            "all",
            "all",
            List.of(),
            Map.of(),
            Round.figure(60),
            Round.figure(0),
            Round.figure(40),
            Round.figure(0.5),
            Round.figure(0.1),
            Round.figure(2030),
            Round.figure(15));
    return ScenarioLaw.market(
        JsonMapper.builder().build().readTree(scenario),
        new Catalogue("hand", List.of(), List.of(), List.of(), List.of(generic), null, List.of()),
        List.of(new CountryEconomics("BEN", Map.of(EconomicTerm.TAX, Round.figure(0.2)))),
        List.of(VILLAGE, VILLAGE.with().id("w").country("TGO").build()),
        Round.HALF_A_MEGABIT,
        Round.TEN_YEARS);
  }

  @Test
  void whatAScenarioGivesStandsInForWhatIsPublished() {
    Market given =
        market(
            """
            {"marketTerms": [
              {"country": "BEN", "term": "taxRatio", "value": 0.3},
              {"country": "TGO", "term": "localCurrencyPerUsd", "value": 600, "asOf": "2025-06-30"},
              {"country": "KEN", "term": "taxRatio", "value": 0.9},
              {"country": "BEN", "term": "transitUsdPerMbpsYear", "value": 500}]}
            """);
    assertThat(given.economics()).containsOnlyKeys("BEN", "TGO");
    assertThat(Market.value(given.economics().get("BEN"), EconomicTerm.TAX, 0)).isEqualTo(0.3);
    var rate = Market.figure(given.economics().get("TGO"), EconomicTerm.LOCAL_CURRENCY);
    assertThat(rate.value()).isEqualTo(600);
    assertThat(rate.year()).isEqualTo(2025);
    assertThat(rate.source()).isEqualTo("scenario, 2025-06-30");
    TransitPrice own = given.catalogue().transit().get(0);
    assertThat(own.countries()).containsExactly("BEN");
    assertThat(own.coreUsdPerMbpsYear().value()).isEqualTo(500);
    assertThat(own.transitUsdPerMbpsYear().value()).isZero();
    assertThat(own.upgradeUsdPerMbpsYear().value()).isEqualTo(15);
    assertThat(given.catalogue().transit()).hasSize(2);
  }

  @Test
  void whatIsBeyondATermsRangeOrNoTermAtAllIsRefused() {
    assertThatThrownBy(
            () ->
                market(
                    "{\"marketTerms\":[{\"country\":\"BEN\",\"term\":\"taxRatio\",\"value\":2}]}"))
        .isInstanceOf(InputRefused.class);
    assertThatThrownBy(
            () ->
                market("{\"marketTerms\":[{\"country\":\"BEN\",\"term\":\"tithe\",\"value\":0}]}"))
        .isInstanceOf(InputRefused.class);
  }

  /**
   * The levy first raised by one lever, then paid out by another, whatever the order of the file.
   */
  @Test
  void leversArePulledAfterTermsAreGiven() {
    Market pulled =
        market(
            """
            {"marketTerms": [
               {"country": "BEN", "term": "universalServiceLevyRatio", "value": 0.02}],
             "levers": [
               {"id": "universal-service-levy", "levyRatio": 0.03},
               {"id": "satellite-landing-rights", "granted": true}]}
            """);
    assertThat(Market.value(pulled.economics().get("BEN"), EconomicTerm.UNIVERSAL_SERVICE_LEVY, 0))
        .isEqualTo(0.05);
    assertThatThrownBy(() -> market("{\"levers\": [{\"id\": \"tithe\", \"ratio\": 0.1}]}"))
        .isInstanceOf(InputRefused.class);
  }
}
