package org.kiungo.planner.fund.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kiungo.planner.fund.Deal;
import org.kiungo.planner.fund.FundingProbe;
import org.optaplanner.core.config.solver.EnvironmentMode;

/** The incremental score is what a calculation from nothing gives, after every move. */
class FundingSearchTest {

  @Test
  void everyScoreIsThatOfAFreshCalculation() {
    for (long seed = 0; seed < 3; seed++) {
      FundingProbe probe = new FundingProbe(seed);
      Deal[] found =
          FundingSearch.improve(
              probe.start(),
              probe.exchange(),
              probe.standing(),
              seed,
              60,
              () -> false,
              EnvironmentMode.FULL_ASSERT);
      assertThat(probe.value(found)).isGreaterThanOrEqualTo(probe.value(probe.start()));
      assertThat(probe.broken(found)).isZero();
    }
  }

  @Test
  void theSameSeedGivesTheSamePayments() {
    FundingProbe probe = new FundingProbe(5);
    Deal[] once =
        FundingSearch.improve(
            probe.start(), probe.exchange(), probe.standing(), 7, 200, () -> false);
    Deal[] again =
        FundingSearch.improve(
            probe.start(), probe.exchange(), probe.standing(), 7, 200, () -> false);
    assertThat(again).isEqualTo(once);
  }
}
