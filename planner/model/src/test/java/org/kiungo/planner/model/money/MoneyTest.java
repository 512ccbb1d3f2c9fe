package org.kiungo.planner.model.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MoneyTest {

  @Test
  void anAmountOfWholeCentsLosesNone() {
    assertThat(Money.wholeCents(0.29)).isEqualTo(29);
    assertThat(Money.wholeCents(164_772.3)).isEqualTo(16_477_230);
    SplittableRandom random = new SplittableRandom(1);
    for (int k = 0; k < 100_000; k++) {
      long cents = random.nextLong(1L << random.nextInt(1, 53));
      assertThat(Money.wholeCents(cents / 100.0)).isEqualTo(cents);
    }
  }

  @Test
  void partsOfCentsAreLeftOut() {
    assertThat(Money.wholeCents(0.299)).isEqualTo(29);
    assertThat(Money.wholeCents(Math.nextDown(0.29))).isEqualTo(28);
    assertThat(Money.wholeCents(0)).isZero();
  }
}
