package org.kiungo.planner.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.finance.CrossSubsidy.Funded;

class CrossSubsidyTest {

  @Test
  void itNeverCreatesMoneyOnAThousandRandomMarkets() {
    for (int seed = 0; seed < 1000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Account> accounts = new ArrayList<>();
      for (int k = 0; k < 1 + random.nextInt(40); k++) {
        accounts.add(
            new Account(
                "r" + k,
                random.nextLong(10_000_000),
                random.nextLong(1000),
                random.nextLong(1_000_000),
                random.nextLong(1_000_000),
                random.nextLong(1000),
                random.nextLong(1_000_000),
                random.nextLong(1_000_000),
                random.nextLong(100_000),
                random.nextLong(20_000_000)));
      }
      double share = random.nextDouble();
      List<Funded> funded = CrossSubsidy.settle(accounts, share);
      String world = "seed " + seed;
      long surplus = sum(funded, f -> f.account().surplusCents());
      assertThat(sum(funded, Funded::givenCents))
          .as(world)
          .isEqualTo(sum(funded, Funded::receivedCents));
      assertThat(sum(funded, Funded::givenCents))
          .as(world)
          .isLessThanOrEqualTo((long) (surplus * share));
      for (Funded each : funded) {
        assertThat(each.givenCents()).as(world).isBetween(0L, each.account().surplusCents());
        assertThat(each.receivedCents()).as(world).isBetween(0L, each.account().gapCents());
      }
      assertThat(
              sum(funded, f -> f.account().costCents())
                  - sum(funded, f -> f.account().revenueCents())
                  + sum(funded, f -> f.account().surplusCents()))
          .as(world)
          .isEqualTo(sum(funded, Funded::publicCents) + sum(funded, Funded::receivedCents));
    }
  }

  private static long sum(List<Funded> funded, ToLongFunction<Funded> of) {
    return funded.stream().mapToLong(of).sum();
  }

  @Test
  void withoutASharePublicMoneyFillsEveryGap() {
    Account rich = new Account("a", 0, 0, 0, 0, 0, 0, 0, 0, 1000);
    Account poor = new Account("b", 700, 0, 0, 0, 0, 0, 0, 0, 0);
    assertThat(CrossSubsidy.settle(List.of(rich, poor), 0).get(1).publicCents()).isEqualTo(700);
    assertThat(CrossSubsidy.settle(List.of(rich, poor), 1).get(1).publicCents()).isZero();
  }
}
