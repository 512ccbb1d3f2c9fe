package org.kiungo.planner.place.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.place.location.problem.CoverSets;
import org.kiungo.planner.place.location.problem.LocationLimits;
import org.kiungo.planner.place.location.problem.LocationSolution;

class BackupCoverageTest {

  private static double value(
      double[][] d, double standard, double[] weight, boolean[] open, double theta) {
    double total = 0;
    for (int i = 0; i < d.length; i++) {
      int times = 0;
      for (int j = 0; j < open.length; j++) {
        times += open[j] && d[i][j] <= standard ? 1 : 0;
      }
      total += weight[i] * ((times > 0 ? theta : 0) + (times > 1 ? 1 - theta : 0));
    }
    return total;
  }

  @Test
  void valueNeverExceedsAndBoundNeverFallsBelowBruteForce() {
    int optimal = 0;
    for (int seed = 0; seed < 250; seed++) {
      Random random = new Random(seed);
      int m = 2 + random.nextInt(7);
      int p = 1 + random.nextInt(m);
      double theta = 0.5 + random.nextDouble() / 2;
      double[][] d = SmallWorlds.costs(random, 3 + random.nextInt(12), m, true);
      double[] weight = random.ints(d.length, 0, 20).asDoubleStream().toArray();
      double best =
          -SmallWorlds.leastOverSubsets(m, p, p, open -> -value(d, 100, weight, open, theta));
      LocationSolution solution =
          BackupCoverage.solve(
              CoverSets.within(d, 100, weight),
              p,
              theta,
              LocationLimits.DEFAULT,
              Progress.NONE,
              () -> false);
      boolean[] open = new boolean[m];
      for (int j : solution.opened()) {
        open[j] = true;
      }
      assertThat(solution.opened()).as("seed %d", seed).hasSize(p);
      assertThat(solution.value())
          .as("seed %d", seed)
          .isCloseTo(value(d, 100, weight, open, theta), within(1e-9))
          .isLessThanOrEqualTo(best + 1e-9);
      assertThat(solution.bound()).as("seed %d", seed).isGreaterThanOrEqualTo(best - 1e-9);
      optimal += solution.value() > best - 1e-9 ? 1 : 0;
    }
    assertThat(optimal).isGreaterThan(237);
  }
}
