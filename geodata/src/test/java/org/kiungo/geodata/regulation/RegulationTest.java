package org.kiungo.geodata.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.Evidence;
import org.kiungo.geodata.regulation.BroadbandTarget.Measure;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanSettlementServiceBuilder;
import org.kiungo.planner.model.PlanTotalsBuilder;
import org.kiungo.planner.model.Programme;
import org.kiungo.planner.model.Programme.PhaseAccount;
import org.kiungo.planner.model.value.InputRefused;

class RegulationTest {

  private static final Reference REFERENCE = Reference.builtIn();
  private static final Regulation REGULATION = new Regulation(REFERENCE);

  private static List<CountryRegulation> all() {
    return REFERENCE.countries().stream().map(each -> REGULATION.country(each.iso3())).toList();
  }

  /** A fact without source is none: what is known from memory alone does not ship. */
  @Test
  void everythingSaysWhereItComesFrom() {
    List<Evidence> evidence =
        all().stream()
            .flatMap(
                each ->
                    Stream.concat(
                        each.facts().stream().map(RegulationFact::evidence),
                        each.targets().stream().map(BroadbandTarget::evidence)))
            .toList();
    assertThat(evidence).hasSizeGreaterThan(250);
    for (Evidence each : evidence) {
      assertThat(each.source()).isNotBlank();
      assertThat(each.asOf()).as(each.source()).matches("|\\d{4}.*");
      assertThat(each.mustVerify()).as(each.source()).isFalse();
    }
  }

  @Test
  void nothingIsFoundTwiceOverAndWhatIsNotIsSaid() {
    for (CountryRegulation each : all()) {
      Set<Topic> found =
          each.facts().stream().map(RegulationFact::topic).collect(Collectors.toSet());
      assertThat(found).doesNotContainAnyElementsOf(each.notLookedUp());
      assertThat(found.size() + each.notLookedUp().size()).isEqualTo(Topic.values().length);
      assertThat(each.facts())
          .as(each.iso3())
          .allSatisfy(
              fact ->
                  assertThat(fact.value().isEmpty() && Double.isNaN(fact.high()))
                      .as(fact.topic().name())
                      .isFalse());
    }
  }

  @Test
  void rowsOfTheTableReachTheirCountries() {
    CountryRegulation benin = REGULATION.country("BEN");
    assertThat(benin.on(Topic.EXCLUSIVE_RIGHTS))
        .singleElement()
        .extracting(RegulationFact::value)
        .isEqualTo("ENDED");
    assertThat(benin.notLookedUp()).contains(Topic.SPECTRUM_CAP);
    assertThat(REGULATION.country("RWA").on(Topic.UNIVERSAL_SERVICE_LEVY))
        .singleElement()
        .satisfies(
            levy -> {
              assertThat(levy.low()).isEqualTo(2);
              assertThat(levy.evidence().asOf()).isEqualTo("2022");
            });
    assertThat(REGULATION.country("KEN").on(Topic.HEALTH_DATA))
        .extracting(RegulationFact::value)
        .containsExactly("IN_COUNTRY");
    assertThat(Regulation.targets(BroadbandTarget.AFRICAN_UNION))
        .filteredOn(each -> each.measure() == Measure.PEOPLE)
        .singleElement()
        .satisfies(
            target -> {
              assertThat(target.amount()).isEqualTo(100);
              assertThat(target.mbps()).isEqualTo(6);
              assertThat(target.byYear()).isEqualTo("2030");
            });
  }

  /** What is built after a target's year is no progress by that year, and is told apart. */
  @Test
  void aTargetCountsWhatIsBuiltByItsYear() {
    PhaseAccount first = phase(2027, 300);
    PhaseAccount second = phase(2030, 500);
    PhaseAccount last = phase(2032, 900);
    TargetProgress inPhases =
        progress(plan(2032, new Programme(List.of(first, second, last), List.of())));
    assertThat(inPhases.reachedRatio()).isEqualTo(0.6);
    assertThat(inPhases.peopleShort()).isEqualTo(400);
    assertThat(inPhases.builtYear()).isEqualTo(2032);
    assertThat(inPhases.builtRatio()).isEqualTo(1);
    assertThat(inPhases.goesOn()).isTrue();
    TargetProgress atOnceLater = progress(plan(2032, null));
    assertThat(atOnceLater.reachedRatio()).isEqualTo(0.1);
    assertThat(atOnceLater.peopleShort()).isEqualTo(900);
    TargetProgress inTime = progress(plan(2030, null));
    assertThat(inTime.reachedRatio()).isEqualTo(1);
    assertThat(inTime.goesOn()).isFalse();
  }

  private static TargetProgress progress(Plan plan) {
    return TargetProgress.of(List.of(), 10, plan).get(0);
  }

  private static PhaseAccount phase(int firstYear, double served) {
    return new PhaseAccount(1, firstYear, firstYear + 1, 0, 0, 0, served, 0, 0, 0, 0, 0);
  }

  private static Plan plan(int builtYear, Programme programme) {
    Plan.SettlementService built =
        PlanSettlementServiceBuilder.builder()
            .settlementId("a")
            .status(Plan.Status.STANDARD)
            .buildYear(builtYear)
            .build();
    Plan.Totals totals =
        PlanTotalsBuilder.builder().population(1000).peopleBaseline(100).peopleServed(900).build();
    return new Plan(List.of(built), List.of(), List.of(), List.of(), totals, programme);
  }

  /** Newer rows stand in the place of older tables; two sources that disagree stand both. */
  @Test
  void newerFactsTakeThePlaceOfOlderOnes() {
    assertThat(values("AGO", Topic.MALABO_CONVENTION)).containsExactly("YES 2020-05-11");
    assertThat(values("BEN", Topic.MALABO_CONVENTION)).containsExactly("SIGNED", "YES");
    assertThat(values("ERI", Topic.MALABO_CONVENTION)).containsExactly("NO");
    assertThat(REGULATION.ratifiedMalabo("AGO")).isTrue();
    assertThat(REGULATION.ratifiedMalabo("BEN")).isFalse();
    assertThat(values("LSO", Topic.DATA_LAW)).hasSize(3);
    assertThat(values("BWA", Topic.DATA_LAW)).singleElement().asString().contains("No. 18 of 2024");
    assertThat(values("BWA", Topic.GENERAL_DATA)).isEmpty();
    assertThat(values("NAM", Topic.DATA_LAW)).containsExactly("BILL");
    assertThat(Regulation.targets("NAM"))
        .singleElement()
        .satisfies(target -> assertThat(target.amount()).isEqualTo(100));
    assertThat(all().stream().filter(each -> REGULATION.ratifiedMalabo(each.iso3()))).hasSize(16);
  }

  private static List<String> values(String iso3, Topic topic) {
    return REGULATION.country(iso3).on(topic).stream().map(RegulationFact::value).toList();
  }

  @Test
  void aCountryThatIsNoneIsRefused() {
    assertThatThrownBy(() -> REGULATION.country("XXX")).isInstanceOf(InputRefused.class);
  }
}
