package org.kiungo.planner.verify.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CostTest {

  @Test
  void amountsAreRoundedToTheNearestCent() {
    assertThat(Cost.ofUsd(1.234, 1.236, 10)).isEqualTo(new Cost(123, 124, 1_000, 0));
    assertThat(Cost.ofUsd(-1.236, 0, 0).capexCents()).isEqualTo(-124);
    assertThatThrownBy(() -> Cost.cents(Double.NaN)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void halfACentIsRightEitherWayAndNothingElseIs() {
    Cost half = Cost.ofUsd(0, 0, 12.345);
    assertThat(half).isEqualTo(new Cost(0, 0, 1_235, 1));
    assertThat(half.isAbout(0, 0, 12.35)).isTrue();
    assertThat(half.isAbout(0, 0, 12.34)).isTrue();
    assertThat(half.isAbout(0, 0, 12.33)).isFalse();
    Cost sure = Cost.ofUsd(0, 0, 12.3451);
    assertThat(sure.isAbout(0, 0, 12.34)).isFalse();
    assertThat(Cost.ofUsd(0, 0, 12.3449).isAbout(0, 0, 12.35)).isFalse();
    assertThat(sure.isAbout(0.01, 0, 12.35)).isFalse();
    assertThat(sure.isAbout(0, 0.01, 12.35)).isFalse();
  }

  @Test
  void sumsAddUpToTheCent() {
    Cost one = new Cost(10, 2, 30, 1);
    assertThat(one.plus(one).less(one)).isEqualTo(new Cost(10, 2, 30, 3));
    assertThat(one.times(3)).isEqualTo(new Cost(30, 6, 90, 3));
    assertThat(one.leastLifetimeUsd()).isEqualTo(0.29);
  }

  @Test
  void anAmountPaysForItsWholeCents() {
    assertThat(Cost.within(0.29)).isEqualTo(29);
    assertThat(Cost.within(1.15)).isEqualTo(115);
    assertThat(Cost.within(0.019)).isEqualTo(1);
    assertThat(Cost.within(0)).isZero();
  }
}
