package org.kiungo.geodata.openness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.openness.StressAnswer.Country;
import org.kiungo.geodata.openness.StressAnswer.State;
import org.kiungo.geodata.openness.outage.PublishedOutage;
import org.kiungo.geodata.openness.outage.PublishedOutages;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.value.InputRefused;

/** The day of March 2024: four cables of the west coast at once. */
class StressTestTest {

  private static final List<String> FOUR = List.of("WACS", "MainOne", "ACE", "SAT-3");

  private final Openness openness = OpennessTest.OPENNESS;
  private static StressAnswer march2024;

  @BeforeAll
  static void cut() {
    List<String> ecowas = Reference.builtIn().facts().members("ECOWAS", LocalDate.of(2026, 1, 1));
    march2024 = OpennessTest.OPENNESS.stress(ecowas, FOUR);
  }

  @Test
  void fiveOfTwelveMembersKeepNoCable() {
    assertThat(march2024.cuts())
        .containsExactly(
            "cable:Africa Coast to Europe (ACE)",
            "cable:MainOne",
            "cable:SAT-3/WASC",
            "cable:West Africa Cable System (WACS)");
    assertThat(march2024.countries().stream().filter(each -> each.cablesLeft().isEmpty()))
        .extracting(Country::iso3)
        .containsExactly("GIN", "GMB", "GNB", "LBR", "SLE");
    assertThat(march2024.peopleWithoutCable()).isCloseTo(34.0e6, within(0.1e6));
    Country benin = country("BEN");
    assertThat(benin.state()).isEqualTo(State.KEEPS);
    assertThat(benin.cablesLeft()).containsExactly("Maroc Telecom West Africa");
    assertThat(country("GIN").state()).isEqualTo(State.CUT_OFF);
    assertThat(march2024.peopleCutOffWithBorders()).isLessThan(march2024.peopleCutOff());
  }

  /** Each link leads into what has a way, so everybody on its country's main network is back. */
  @Test
  void theRemedyBringsCountriesBack() {
    assertThat(march2024.remedies()).hasSize(5);
    assertThat(march2024.remedies().get(0).step().cost().km())
        .isLessThan(march2024.remedies().get(4).step().cost().km() + 20);
    assertThat(march2024.peopleRestored()).isGreaterThan(0.8 * march2024.peopleCutOff());
  }

  @Test
  void landingsAndBordersCanBeCutAndUnknownNamesAreRefused() {
    StressAnswer cotonou = openness.stress(List.of("BEN", "TGO"), List.of("BEN/Cotonou"));
    assertThat(cotonou.countries().get(0).state()).isEqualTo(State.CUT_OFF);
    assertThat(cotonou.countries().get(0).peopleCutOffWithBorders()).isZero();
    assertThat(cotonou.countries().get(1).state()).isEqualTo(State.UNTOUCHED);
    assertThatExceptionOfType(InputRefused.class)
        .isThrownBy(() -> openness.stress(List.of("BEN"), List.of("Atlantis-9")));
  }

  /** Thirteen disturbed, as Cloudflare counts, and Sierra Leone. */
  @Test
  void whatWasPublishedOfTheDayIsFoundUnderItsCablesAlone() {
    List<String> cables =
        march2024.cuts().stream().map(each -> each.substring("cable:".length())).toList();
    List<PublishedOutage> reports = PublishedOutages.under(cables);
    assertThat(reports.stream().map(PublishedOutage::iso3).distinct())
        .hasSize(14)
        .allSatisfy(iso3 -> assertThat(Reference.builtIn().country(iso3)).isNotNull());
    assertThat(reports)
        .allSatisfy(
            each -> {
              boolean timed = each.reported().name().matches("OUT_.*|BACK_.*");
              assertThat(each.hours() > 0).isEqualTo(timed);
              assertThat(each.trafficRatio() > 0 && each.trafficRatio() < 1)
                  .isEqualTo(each.reported() == PublishedOutage.Reported.TRAFFIC);
              assertThat(each.evidence().sourceUrl()).startsWith("https://");
            });
    assertThat(PublishedOutages.under(cables.subList(0, 3))).isEmpty();
  }

  private static Country country(String iso3) {
    return march2024.countries().stream()
        .filter(each -> each.iso3().equals(iso3))
        .findFirst()
        .orElseThrow();
  }
}
