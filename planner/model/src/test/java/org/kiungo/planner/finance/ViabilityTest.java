package org.kiungo.planner.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ViabilityTest {

  @Test
  void aTenPercentLoanReturnsTenPercent() {
    double[] cash = {-100, 10, 10, 110};
    assertThat(Viability.irrRatio(cash)).isCloseTo(0.1, within(1e-9));
    assertThat(Viability.npvUsd(cash, 0.1)).isCloseTo(0, within(1e-9));
    assertThat(Viability.paybackYears(new double[] {-100, 50, 100})).isCloseTo(1.5, within(1e-9));
  }

  @Test
  void withoutMoneyThereIsNothingToDivideBy() {
    double[] nothing = {0, -0.0, 0};
    assertThat(Viability.irrRatio(nothing)).isNaN();
    assertThat(Viability.paybackYears(nothing)).isNaN();
    assertThat(Viability.npvUsd(nothing, 0.1)).isZero();
    assertThat(Viability.paybackYears(new double[] {0, 5})).isZero();
  }

  @Test
  void moneyThatNeverComesBackHasNoReturn() {
    assertThat(Viability.irrRatio(new double[] {-100, -1})).isNaN();
    assertThat(Viability.paybackYears(new double[] {-100, 10})).isNaN();
  }
}
