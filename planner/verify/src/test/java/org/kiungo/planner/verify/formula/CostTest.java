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

  /** 66,499.65 · 0.3 = 19,949.895, in binary 19,949.894999999997. */
  @Test
  void halfACentRoundsUpAlsoWhereBinaryFractionsLeaveItBelow() {
    assertThat(Cost.ofUsd(0, 0, 12.345)).isEqualTo(new Cost(0, 0, 1_235, 0));
    assertThat(66_499.65 * 0.3).isLessThan(19_949.895);
    assertThat(Cost.ofUsd(66_499.65 * 0.3, 0, 0)).isEqualTo(new Cost(1_994_990, 0, 0, 0));
    assertThat(Cost.ofUsd(0, 0, 12.3449)).isEqualTo(new Cost(0, 0, 1_234, 0));
  }

  /** Where rounding turns, 10⁻⁷ of a cent below half of one, a cent less is right as well. */
  @Test
  void whatTheLastBitsDecideIsRightEitherWayAndNothingElseIs() {
    Cost edge = Cost.ofUsd(0, 0, (1_234.5 - 1e-7 - 1_234.5e-12) / 100);
    assertThat(edge).isEqualTo(new Cost(0, 0, 1_235, 1));
    assertThat(edge.isAbout(0, 0, 12.35)).isTrue();
    assertThat(edge.isAbout(0, 0, 12.34)).isTrue();
    assertThat(edge.isAbout(0, 0, 12.33)).isFalse();
    Cost sure = Cost.ofUsd(0, 0, 12.3451);
    assertThat(sure.isAbout(0, 0, 12.35)).isTrue();
    assertThat(sure.isAbout(0, 0, 12.34)).isFalse();
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

  /** A file's amount, read again, is the cents that it was written from: to a trillion dollars. */
  @Test
  void wholeCentsStayWhatTheyAreHoweverMany() {
    for (long cents : new long[] {1, 529_999_854_676L, 4_999_999_999_999L, 99_999_999_999_999L}) {
      assertThat(Cost.cents(Cost.usd(cents))).isEqualTo(cents);
      assertThat(Cost.cents(Cost.usd(-cents))).isEqualTo(-cents);
    }
  }
}
