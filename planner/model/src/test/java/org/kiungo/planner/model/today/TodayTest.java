package org.kiungo.planner.model.today;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.Today;
import org.kiungo.planner.model.Today.CountsAs;
import org.kiungo.planner.model.Today.Coverage;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;

class TodayTest {

  private static final Settlement UNKNOWN =
      SettlementBuilder.builder().id("u").location(new LonLat(2, 9)).population(1000).build();
  private static final Settlement STATED = UNKNOWN.withBaseline(0.75);
  private static final Settlement MODELLED =
      UNKNOWN
          .with()
          .baselineCoverageRatio(0.5)
          .baselineLowRatio(0.25)
          .baselineHighRatio(0.625)
          .baselineModelled(true)
          .build();

  private static double[] unserved(Coverage coverage, CountsAs counts) {
    Today today = new Today(coverage, counts);
    return List.of(UNKNOWN, STATED, MODELLED).stream()
        .map(today::of)
        .mapToDouble(Settlement::unservedPopulation)
        .toArray();
  }

  @Test
  void whatIsDroppedOrCountsAsLessIsStillToBeServed() {
    assertThat(unserved(Coverage.MODELLED, CountsAs.STANDARD)).containsExactly(1000, 250, 500);
    assertThat(unserved(Coverage.IMPORTED_ONLY, CountsAs.STANDARD))
        .containsExactly(1000, 250, 1000);
    assertThat(unserved(Coverage.NOT_KNOWN, CountsAs.STANDARD)).containsExactly(1000, 1000, 1000);
    assertThat(unserved(Coverage.MODELLED, CountsAs.BASIC)).containsExactly(1000, 1000, 1000);
    assertThat(unserved(Coverage.MODELLED, CountsAs.NOTHING)).containsExactly(1000, 1000, 1000);
  }

  @Test
  void onlyBasicLeavesBasicService() {
    assertThat(new Today(Coverage.MODELLED, CountsAs.BASIC).of(MODELLED).basicPopulation())
        .isEqualTo(500);
    assertThat(new Today(Coverage.IMPORTED_ONLY, CountsAs.BASIC).of(MODELLED).basicPopulation())
        .isZero();
    assertThat(new Today(Coverage.MODELLED, CountsAs.NOTHING).of(MODELLED).basicPopulation())
        .isZero();
  }

  @Test
  void whoeverMayBeCoveredIsWhereOnlySureGainsCount() {
    Today sure = new Today(null, null, null, null, Today.UnsureCoverage.COVERED);
    assertThat(sure.of(MODELLED).unservedPopulation()).isEqualTo(375);
    assertThat(sure.of(MODELLED).baselineLowRatio()).isEqualTo(0.25);
    assertThat(sure.of(STATED)).isSameAs(STATED);
    assertThat(sure.of(UNKNOWN)).isSameAs(UNKNOWN);
    Today dropped =
        new Today(Coverage.IMPORTED_ONLY, null, null, null, Today.UnsureCoverage.COVERED);
    assertThat(dropped.of(MODELLED).unservedPopulation()).isEqualTo(1000);
  }

  @Test
  void theDefaultLeavesFactsAsTheyAre() {
    assertThat(Today.DEFAULT.of(MODELLED)).isSameAs(MODELLED);
    assertThat(new Today(null, null)).isEqualTo(Today.DEFAULT);
  }

  @Test
  void aRangeThatMissesItsShareIsRefused() {
    assertThatThrownBy(() -> MODELLED.withBaselineLowRatio(0.6))
        .isInstanceOfSatisfying(
            InputRefused.class, e -> assertThat(e.code()).isEqualTo("settlement.baselineRange"));
    assertThatThrownBy(() -> MODELLED.withBaselineHighRatio(0.4)).isInstanceOf(InputRefused.class);
  }
}
