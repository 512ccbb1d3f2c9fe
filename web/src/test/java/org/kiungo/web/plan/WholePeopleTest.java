package org.kiungo.web.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.regulation.BroadbandTarget;
import org.kiungo.geodata.regulation.TargetProgress;
import org.kiungo.planner.explain.MoneyDrivers;
import org.kiungo.planner.explain.PublicMoneyRange;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanTotalsBuilder;
import org.kiungo.planner.model.Today;
import org.kiungo.planner.model.today.TodayTotals;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioBuilder;
import org.kiungo.web.cli.console.TodaySentence;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.Figures;
import org.kiungo.web.page.PlanMoney;
import org.kiungo.web.regulation.RegulationWords;

class WholePeopleTest {

  @Test
  void aHeadlineNamesBasicServiceWhereverAnybodyHasItOnly() {
    assertThat(new WholePeople(1000, 0, 0, 170_000, 2, 0).tellsBasic()).isTrue();
    assertThat(new WholePeople(1000, 0, 0, 170_000, 0, 0).tellsBasic()).isFalse();
    assertThat(new WholePeople(1000, 0, 0, 100, 2, 0).tellsBasic()).isTrue();
    assertThat(new WholePeople(1000, 0, 0, 0, 2, 0).tellsBasic()).isTrue();
  }

  /** Rounded on their own they would be 101 of 100; whom nobody is stays nobody. */
  @Test
  void whoHasBasicServiceTodayIsCountedAndNobodyIsInvented() {
    TodayTotals today = new TodayTotals(0, 0, 70.6, 0, 10.7, 10.7, 0, 0, 0, 0);
    Plan.Totals totals = new Plan.Totals(100, 0, 10.4, 0.3, 18.7, 1e6, 1e5, 2e6, 0, today, null);
    WholePeople people = WholePeople.of(totals);
    assertThat(people).isEqualTo(new WholePeople(100, 0, 70, 11, 0, 19));
    assertThat(people.basicThen()).isEqualTo(70);
    assertThat(people.atStandard()).isEqualTo(11);
    assertThat(WholePeople.withBasicThen(totals)).isCloseTo(70.9, within(1e-9));
    assertThat(WholePeople.parts(8, 0, 7.2, 0)).as("no one from nothing").containsExactly(0, 8, 0);
    assertThat(WholePeople.parts(0, -1e-10, 1e-10)).as("the last bits").containsExactly(0, 0);
    assertThat(WholePeople.parts(8, -1e-10, 7.2)).containsExactly(0, 8);
  }

  /** Rounded each on its own, the first would be 25 % + 69 % + 7 %. */
  @Test
  void sharesOfABarAddUpToAHundred() {
    assertThat(percents(0.246, 0.687, 0.067)).containsExactly("24%", "69%", "7%");
    assertThat(percents(1 / 3.0, 1 / 3.0, 1 / 3.0)).containsExactly("34%", "33%", "33%");
    assertThat(percents(0, 0.997, 0.003)).containsExactly("0%", "99%", "under 1%");
    assertThat(percents(0.006, 0.007, 0.987)).containsExactly("under 1%", "1%", "99%");
    assertThat(percents(0, 1, 0)).containsExactly("0%", "100%", "0%");
    assertThat(WholePeople.shares(Double.NaN, 0.2)).containsExactly(Double.NaN, 0.2);
  }

  private static List<String> percents(double... ratios) {
    Figures figures = Figures.of(Locale.ENGLISH);
    return Arrays.stream(WholePeople.shares(ratios)).mapToObj(figures::percent).toList();
  }

  private static final Plan.Totals TOTALS =
      new Plan.Totals(300_000.4, 95_000.2, 204_109.6, 298.8, 591.8, 1e6, 1e5, 2e6, 0, null, null);

  @Test
  void whatASentenceSplitsAddsUpToWhatAnotherSays() {
    WholePeople people = WholePeople.of(TOTALS);
    assertThat(people.gained()).isEqualTo(204_408);
    assertThat(people.served() + people.basic()).isEqualTo(204_408);
    assertThat(people.baseline() + people.gained() + people.unserved())
        .isEqualTo(people.population())
        .isEqualTo(300_000);
  }

  @Test
  void whomAPlanAddsIsToldWithThoseOfBasicServiceOnly() {
    Figures figures = Figures.of(Locale.ENGLISH);
    Scenario scenario = ScenarioBuilder.builder().build();
    assertThat(figures.adds(TOTALS, scenario).replace('\u00a0', ' '))
        .isEqualTo("+204 k people, 299 of them to basic service only");
    Plan.Totals none = TOTALS.with().peopleBasic(0).build();
    assertThat(figures.adds(none, scenario).replace('\u00a0', ' ')).isEqualTo("+204 k people");
  }

  @Test
  void whomAPlanGainsIsARangeThatSaysNothingTwice() {
    Scenario counted = ScenarioBuilder.builder().build();
    Scenario left = counted.withToday(new Today(Today.Coverage.MODELLED, Today.CountsAs.NOTHING));
    assertThat(gain(counted, 40_000, 250_000)).isEqualTo("40 k people sure, 204 k likely, 250 k");
    assertThat(gain(counted, 40_000, 204_400)).isEqualTo("40 k people sure, 204 k likely and");
    assertThat(gain(counted, 204_400, 204_400)).isEqualTo("204 k people, for sure.");
    assertThat(gain(counted, 40_000, Double.NaN)).isEqualTo("40 k people sure, 204 k likely.");
    // of nobody is said so, not that it is 0 people
    assertThat(gain(counted, 0, 204_400)).isEqualTo("nobody sure, 204 k likely and");
    assertThat(gain(counted, 0.2, 250_000)).isEqualTo("nobody sure, 204 k likely, 250 k");
    assertThat(gain(counted, 0, Double.NaN)).isEqualTo("nobody sure, 204 k likely.");
    assertThat(adds(counted, 0, Double.NaN)).endsWith(" (none sure)");
    assertThat(gain(left, 40_000, 250_000))
        .isEqualTo("204 k people, whatever they have today; 40 k");
    // who has 4G gains the standard too, where 4G is basic service
    Scenario basic = counted.withToday(new Today(Today.Coverage.MODELLED, Today.CountsAs.BASIC));
    assertThat(gain(basic, 0, 204_400)).isEqualTo("204 k people, whatever they have today; none");
    assertThat(adds(basic, 0, 204_400)).isEqualTo(adds(left, 0, 204_400));
    assertThat(adds(counted, 40_000, 250_000)).endsWith(" (40 k to 250 k)");
    assertThat(adds(counted, 40_000, Double.NaN)).endsWith(" (40 k sure)");
    assertThat(adds(counted, 204_400, 204_400)).endsWith("service only");
    assertThat(adds(left, 40_000, 250_000)).endsWith("service only");
  }

  @Test
  void publicMoneyBeyondTheCostSaysWhy() {
    Figures figures = Figures.of(Locale.ENGLISH);
    double costUsd = TOTALS.lifetimeCostUsd();
    assertThat(figures.publicMoney(TOTALS.with().viabilityGapUsd(costUsd).build(), null))
        .doesNotContain("more than");
    assertThat(figures.publicMoney(TOTALS.with().viabilityGapUsd(1.5 * costUsd).build(), null))
        .contains("more than the network costs: operators also recover taxes");
    PlanMoney ranged =
        new PlanMoney(
            null,
            2027,
            false,
            new PublicMoneyRange(1e6, 9e6),
            List.of(),
            () -> MoneyDrivers.UNKNOWN,
            Words.in("en"));
    assertThat(figures.publicMoney(TOTALS.with().viabilityGapUsd(5e6).build(), ranged))
        .matches(".*USD.5.M \\(USD.1.M to USD.9.M\\).*");
  }

  private static String gain(Scenario scenario, double sure, double possible) {
    return Figures.of(Locale.ENGLISH)
        .gain(ranged(sure, possible), scenario)
        .replace('\u00a0', ' ')
        .replaceAll("Gain: (.*?)( possible\\.| of them are.*)?$", "$1");
  }

  private static String adds(Scenario scenario, double sure, double possible) {
    return Figures.of(Locale.ENGLISH).adds(ranged(sure, possible), scenario).replace('\u00a0', ' ');
  }

  /** Who is sure is in a title where others gain basic service, too. */
  @Test
  void aTitleHoldsTheRangeOfAllWhoGain() {
    Figures figures = Figures.of(Locale.ENGLISH);
    Scenario free = ScenarioBuilder.builder().build();
    Plan.Totals totals = ranged(0, 204_408);
    WholePeople counted = WholePeople.of(totals);
    assertThat(counted.tellsBasic()).isTrue();
    assertThat(figures.gainRange(counted, totals, free).replace('\u00a0', ' '))
        .isEqualTo("at most 204 k people");
    assertThat(figures.served(counted, totals, free)).doesNotContain("–");
    assertThat(figures.gainRange(counted, ranged(204_408, 204_408), free)).isNull();
    assertThat(figures.gainRange(counted, TOTALS, free)).isNull();
    Scenario left = free.withToday(new Today(Today.Coverage.NOT_KNOWN, Today.CountsAs.STANDARD));
    assertThat(figures.gainRange(counted, totals, left)).isNull();
  }

  private static Plan.Totals ranged(double sure, double possible) {
    TodayTotals today = new TodayTotals(0, 0, 0, sure, 204_408, possible, 0, 0, 0, 0);
    return TOTALS.with().today(today).build();
  }

  @Test
  void partsAreRoundedUpWhereMostIsBehindThePoint() {
    assertThat(WholePeople.parts(10, 3.3, 3.3, 3.4)).containsExactly(3, 3, 4);
    assertThat(WholePeople.parts(3, 0.5, 0.5, 2)).containsExactly(1, 0, 2);
    assertThat(WholePeople.parts(0, 0, 0)).containsExactly(0, 0);
  }

  @Test
  void classesOfTheLikelyOnesComeToThem() {
    TodayTotals today = new TodayTotals(0, 0, 0, 1, 5, 6, 1.67, 1.67, 1.66, 0);
    Scenario free = ScenarioBuilder.builder().build();
    Scenario capped = free.withBudgetUsd(1e6);
    String told = TodaySentence.of(today, 5, true, capped, Words.in("en"));
    assertThat(told)
        .contains("5 likely", "2 live in", "2 in places covered in part", "1 in places", "0 where");
    assertThat(told).contains("served today 0 to 0", "as far as this budget reaches");
    String unknown = TodaySentence.of(today, 5, false, free, Words.in("en"));
    assertThat(unknown).contains("5 likely").doesNotContain("served today", "budget");
    TodayTotals basic = new TodayTotals(0, 0, 812, 1, 5, 6, 5, 0, 0, 0);
    assertThat(TodaySentence.of(basic, 5, true, free, Words.in("en")))
        .contains("counts as basic service", "812 people keep it")
        .doesNotContain("0 to 0");
    Scenario left = free.withToday(new Today(Today.Coverage.NOT_KNOWN, Today.CountsAs.STANDARD));
    assertThat(TodaySentence.of(today, 5, false, left, Words.in("en")))
        .contains("gains 5 people, whatever they have today; 1 of them", "Of all, 2 live")
        .doesNotContain("likely", "possibly");
  }

  /** What is short of everybody is who is told to remain without, rounded alike. */
  @Test
  void whoIsShortOfATargetIsWhoRemains() {
    Plan.Totals totals =
        PlanTotalsBuilder.builder()
            .population(2_000_000.43)
            .peopleBaseline(1_000_000.36)
            .peopleServed(448_425.5)
            .peopleUnserved(551_574.57)
            .build();
    Plan plan = new Plan(List.of(), List.of(), List.of(), totals);
    WholePeople counted = WholePeople.of(totals);
    TargetProgress progress = TargetProgress.of(List.of(), 10, plan).get(0);
    RegulationWords words = new RegulationWords(Reference.builtIn(), Words.in("en"));
    assertThat(counted.unserved()).isEqualTo(551_574);
    assertThat(words.progress(progress, counted)).contains("551,574 short of it.");
  }

  /** What comes after a target's year is told with the year in which it is built. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | true | with what this plan builds by 2030, 10% of people, 900 short of it; with what it builds by 2032, 100%.
          fr | true | avec ce que ce plan construit d’ici 2030, 10 % des habitants, il en manque 900 ; avec ce qu’il construit d’ici 2032, 100 %.
          en | false | This plan builds nothing by 2030: as today, 10% of people, 900 short of it; with what it builds by 2032, 100%.
          fr | false | Ce plan ne construit rien d’ici 2030 : comme aujourd’hui, 10 % des habitants, il en manque 900 ; avec ce qu’il construit d’ici 2032, 100 %.
          """)
  void whatIsBuiltAfterATargetsYearIsToldApart(String language, boolean byWorks, String told) {
    TargetProgress progress =
        new TargetProgress(
            TargetProgress.findGoal(BroadbandTarget.AFRICAN_UNION).get(),
            0.1,
            byWorks,
            900,
            2032,
            1);
    Plan.Totals totals =
        PlanTotalsBuilder.builder().population(1000).peopleBaseline(100).peopleServed(900).build();
    RegulationWords words = new RegulationWords(Reference.builtIn(), Words.in(language));
    assertThat(words.progress(progress, WholePeople.of(totals)).replaceAll("[\\u00a0\\u202f]", " "))
        .endsWithIgnoringCase(told);
  }
}
