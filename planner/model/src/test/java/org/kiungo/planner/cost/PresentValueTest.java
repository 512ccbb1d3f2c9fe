package org.kiungo.planner.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.money.Money;

class PresentValueTest {

  private static Money money(double rate, int years) {
    return new Money(rate, 2027, 2026 + years, 2025);
  }

  @Test
  void tenYearsOfUpkeepAtEightPercentAreWorthSevenAndAQuarter() {
    // 1 + (1 − 1.08^−9) / 0.08, from annuity tables 6.2469
    assertThat(PresentValue.upkeepYears(money(0.08, 10))).isCloseTo(7.2469, within(5e-5));
  }

  @Test
  void withoutDiscountYearsAreJustCounted() {
    assertThat(PresentValue.upkeepYears(money(0, 10))).isEqualTo(10);
    assertThat(PresentValue.purchases(5, money(0, 10))).isEqualTo(2);
    assertThat(PresentValue.purchases(4, money(0, 10))).isEqualTo(3);
  }

  @Test
  void anAssetThatWearsOutWithTheHorizonIsBoughtOnce() {
    assertThat(PresentValue.purchases(10, money(0.08, 10))).isEqualTo(1);
    assertThat(PresentValue.purchases(25, money(0.08, 10))).isEqualTo(1);
    assertThat(PresentValue.purchases(9, money(0.08, 10))).isGreaterThan(1.5);
  }

  @Test
  void annuityPaysTheCapexBack() {
    assertThat(PresentValue.annuity(1000, 0, 10)).isEqualTo(100);
    // capital recovery factor at 10 %, 10 years: 0.16275
    assertThat(PresentValue.annuity(1000, 0.1, 10)).isCloseTo(162.75, within(0.005));
  }

  @Test
  void presentValueFallsAsTheRateRises() {
    SplittableRandom random = new SplittableRandom(7);
    for (int k = 0; k < 500; k++) {
      int years = random.nextInt(1, 40);
      double lifetimeYears = random.nextInt(1, 30);
      double rate = random.nextDouble(0, 0.28);
      double before = PresentValue.lifetimeUsd(100, 10, lifetimeYears, money(rate, years));
      double after = PresentValue.lifetimeUsd(100, 10, lifetimeYears, money(rate + 0.02, years));
      assertThat(after).as("case %d", k).isLessThanOrEqualTo(before);
      assertThat(after).as("case %d", k).isGreaterThanOrEqualTo(110);
    }
  }

  @Test
  void zeroCostsGiveZeroTotals() {
    assertThat(PresentValue.lifetimeUsd(0, 0, 5, money(0.08, 10))).isZero();
  }
}
