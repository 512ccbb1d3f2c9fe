package org.kiungo.planner.fund;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.MeasurementTable;
import org.kiungo.planner.fund.local.FundingSearch;

/**
 * Six partners and 400 projects: gap and processor time of the whole, and OptaPlanner's late
 * acceptance beside a plain one over the same neighbourhood from the same start.
 *
 * <p>{@code mvn -Pbenchmark -pl planner/lab -am -Dtest=FundingBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}
 */
class FundingBenchmark {

  private static final int PROJECTS = 400;
  private static final long STEPS = 10_000;

  @Test
  void gapAndTime() {
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmark/funding.tsv"), "phases", "world", "steps", "gap %", "cpu s");
    for (int phases : new int[] {1, 3}) {
      for (long world = 1; world <= 3; world++) {
        for (long steps : new long[] {0, 30_000}) {
          FundingQuestion question = LargeProgramme.draw(PROJECTS, phases, world);
          double before = cpuSeconds();
          FundedPlan found =
              Funding.of(
                  question, new Funding.Limits(1, steps), FundingSearch::improve, () -> false);
          double gap = 100 * found.certificate().gapRatio();
          table.add(phases, world, steps, gap, cpuSeconds() - before);
        }
      }
    }
  }

  @Test
  void optaPlannerBesidePlainLateAcceptance() {
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmark/funding-ablation.tsv"),
            "phases",
            "world",
            "seed",
            "start: below bound %",
            "OptaPlanner %",
            "plain late acceptance %");
    for (int phases : new int[] {1, 3}) {
      for (long world = 1; world <= 3; world++) {
        FundingQuestion question = LargeProgramme.draw(PROJECTS, phases, world);
        Funding funding = new Funding(question, FundingSearch::improve);
        double[] lambda = funding.startPrices();
        Ascent ascent = funding.ascent(lambda);
        ascent.walk(600, prices -> {});
        Deal[] start = funding.greedy(ascent.prices());
        for (long seed = 0; seed < 2; seed++) {
          Exchange exchange = funding.exchange(ascent.prices());
          Deal[] opta =
              FundingSearch.improve(start, exchange, funding.standing(), seed, STEPS, () -> false);
          Deal[] plain = plain(start, exchange, funding, new Random(seed));
          double bound = ascent.bound();
          table.add(
              phases,
              world,
              seed,
              100 * (1 - value(start, funding) / bound),
              100 * (1 - value(opta, funding) / bound),
              100 * (1 - value(plain, funding) / bound));
        }
      }
    }
  }

  private static Deal[] plain(Deal[] start, Exchange exchange, Funding funding, Random random) {
    Deal[] best = start;
    Deal[] now = start;
    double[] late = new double[FundingSearch.LATE_ACCEPTANCE];
    Arrays.fill(late, value(start, funding));
    for (int k = 0; k < STEPS; k++) {
      Deal[] next = exchange.propose(now, random);
      if (next != null) {
        double value = value(next, funding);
        if (value >= late[k % late.length] || value >= value(now, funding)) {
          now = next;
        }
        late[k % late.length] = Math.max(late[k % late.length], value(now, funding));
        best = value(now, funding) > value(best, funding) ? now : best;
      }
    }
    return best;
  }

  private static double value(Deal[] deals, Funding funding) {
    Standing sums = funding.standing();
    for (int p = 0; p < deals.length; p++) {
      sums.add(p, deals[p]);
    }
    return sums.value();
  }

  private static double cpuSeconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }
}
