package org.kiungo.planner.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AssetCostTest {
  /** A file's amount, read again, is the cents that it was written from: to a trillion dollars. */
  @Test
  void wholeCentsStayWhatTheyAreHoweverMany() {
    for (long cents : new long[] {1, 529_999_854_676L, 4_999_999_999_999L, 99_999_999_999_999L}) {
      assertThat(AssetCost.cents(AssetCost.usd(cents))).isEqualTo(cents);
      assertThat(AssetCost.cents(AssetCost.usd(-cents))).isEqualTo(-cents);
    }
  }
}
