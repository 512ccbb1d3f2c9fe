package org.kiungo.planner.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {

  @Test
  void theCentsLeftGoToTheLargestRemaindersAndThenToTheFirst() {
    // due 3.33 1.67 5.00: one cent is left, for the .67
    assertThat(shares(10, 2, 1, 3)).containsExactly(3, 2, 5);
    assertThat(shares(100, 1, 1, 1)).containsExactly(34, 33, 33);
    assertThat(shares(2, 0, 0, 0, 0)).containsExactly(1, 1, 0, 0);
    assertThat(shares(7, 0, 4)).containsExactly(0, 7);
  }

  @Test
  void sharesAddUpAndLieWithinACentOfWhatIsDueInAnyOrder() {
    Random random = new Random(7);
    for (int run = 0; run < 2000; run++) {
      double[] weights = random.doubles(1 + random.nextInt(40)).map(x -> x * x * 1e4).toArray();
      long cents = random.nextLong(1_000_000_000_000L);
      long[] shares = LargestRemainder.shares(cents, weights);
      assertThat(Arrays.stream(shares).sum()).isEqualTo(cents);
      double sum = Arrays.stream(weights).sum();
      for (int k = 0; k < weights.length; k++) {
        assertThat(Math.abs(shares[k] - cents * (weights[k] / sum))).isLessThan(1.001);
      }
      double[] turned = new double[weights.length];
      for (int k = 0; k < weights.length; k++) {
        turned[k] = weights[weights.length - 1 - k];
      }
      long[] back = LargestRemainder.shares(cents, turned);
      long apart = 0;
      for (int k = 0; k < weights.length; k++) {
        apart = Math.max(apart, Math.abs(back[k] - shares[weights.length - 1 - k]));
      }
      assertThat(apart).isLessThanOrEqualTo(1);
    }
  }

  private static long[] shares(long cents, double... weights) {
    return LargestRemainder.shares(cents, weights);
  }
}
