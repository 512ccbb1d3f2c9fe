package org.kiungo.planner.place.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Items sorted only as far as they are needed give what items sorted in full give. */
class FractionalKnapsackTest {

  @Test
  void equalsWhatAllItemsSortedGive() {
    SplittableRandom random = new SplittableRandom(1);
    for (int world = 0; world < 300; world++) {
      int n = 1 + random.nextInt(world < 200 ? 60 : 2_000);
      double[] value = new double[n];
      double[] weight = new double[n];
      for (int e = 0; e < n; e++) {
        // many of equal density, and some worth nothing
        value[e] = random.nextInt(4) == 0 ? 0 : random.nextInt(1, 50);
        weight[e] = random.nextInt(1, 8);
      }
      double capacity = random.nextDouble() * n;
      List<Integer> falling =
          IntStream.range(0, n)
              .boxed()
              .sorted(Comparator.comparingDouble(e -> -value[e] / weight[e]))
              .toList();
      double cut = 0;
      double left = capacity;
      for (int e : falling) {
        double taken = Math.min(left, weight[e]);
        cut += taken / weight[e] * value[e];
        left -= taken;
      }
      double[] share = new double[n];
      double bound = FractionalKnapsack.bound(value, weight, capacity, share);
      assertThat(bound).as("world %d", world).isCloseTo(cut, within(1e-9 * (1 + cut)));
      double shared = 0;
      for (int e = 0; e < n; e++) {
        shared += share[e] * value[e];
      }
      assertThat(shared).as("world %d", world).isCloseTo(cut, within(1e-9 * (1 + cut)));
      double whole = FractionalKnapsack.whole(value, weight, capacity);
      assertThat(whole).isLessThanOrEqualTo(cut + 1e-9);
      assertThat(whole).isGreaterThanOrEqualTo(cut - largest(value));
    }
  }

  private static double largest(double[] value) {
    return IntStream.range(0, value.length).mapToDouble(e -> value[e]).max().orElse(0);
  }
}
