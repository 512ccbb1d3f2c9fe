package org.kiungo.planner.place.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.place.location.problem.CoverSets;
import org.kiungo.planner.place.location.problem.LocationLimits;
import org.kiungo.planner.place.location.problem.LocationSolution;

class CoveringTest {

  private static double[] weights(Random random, int n) {
    double[] weight = new double[n];
    for (int i = 0; i < n; i++) {
      weight[i] = random.nextInt(20);
    }
    return weight;
  }

  private static double missed(double[][] d, double s, double[] weight, boolean[] open) {
    double missed = 0;
    for (int i = 0; i < d.length; i++) {
      boolean covered = false;
      for (int j = 0; j < open.length; j++) {
        covered |= open[j] && d[i][j] <= s;
      }
      missed += covered ? 0 : weight[i];
    }
    return missed;
  }

  @Test
  void maximalCoveringEqualsBruteForceInTwoHundredWorlds() {
    for (int seed = 0; seed < 250; seed++) {
      Random random = new Random(seed);
      int m = 2 + random.nextInt(8);
      int p = 1 + random.nextInt(m);
      double[][] d = SmallWorlds.costs(random, 3 + random.nextInt(15), m, true);
      double[] weight = weights(random, d.length);
      double s = 20 + random.nextInt(100);
      double least = SmallWorlds.leastOverSubsets(m, p, p, open -> missed(d, s, weight, open));
      LocationSolution solution =
          MaximalCovering.solve(
              CoverSets.within(d, s, weight),
              p,
              LocationLimits.DEFAULT,
              Progress.NONE,
              () -> false);
      double best = Arrays.stream(weight).sum() - least;
      assertThat(solution.value()).as("seed %d", seed).isEqualTo(best);
      assertThat(solution.bound()).as("seed %d", seed).isEqualTo(best);
      assertThat(solution.opened()).as("seed %d", seed).hasSize(p).doesNotHaveDuplicates();
      for (int i = 0; i < d.length; i++) {
        int j = solution.siteOf()[i];
        assertThat(j < 0 || d[i][j] <= s).as("seed %d, %d from %d", seed, i, j).isTrue();
      }
    }
  }

  @Test
  void setCoveringEqualsBruteForceInTwoHundredWorlds() {
    int solvable = 0;
    for (int seed = 0; solvable < 200; seed++) {
      Random random = new Random(seed);
      int m = 2 + random.nextInt(8);
      double[][] d = SmallWorlds.costs(random, 3 + random.nextInt(10), m, true);
      double s = 100 + random.nextInt(100);
      double[] one = new double[d.length];
      Arrays.fill(one, 1);
      double[] fixed = new double[m];
      for (int j = 0; j < m; j++) {
        fixed[j] = seed % 2 == 0 ? 1 : 1 + random.nextInt(9);
      }
      double best =
          SmallWorlds.leastOverSubsets(
              m,
              1,
              m,
              open ->
                  missed(d, s, one, open) > 0
                      ? Double.POSITIVE_INFINITY
                      : SmallWorlds.sum(fixed, open));
      if (best == Double.POSITIVE_INFINITY) {
        continue;
      }
      solvable++;
      LocationSolution solution =
          SetCovering.solve(
              CoverSets.within(d, s, one),
              fixed,
              LocationLimits.DEFAULT,
              Progress.NONE,
              () -> false);
      assertThat(solution.value()).as("seed %d", seed).isEqualTo(best);
      assertThat(solution.bound()).as("seed %d", seed).isEqualTo(best);
    }
  }

  @Test
  void whatNoSiteCoversIsNamed() {
    double[][] d = {{1, 2}, {50, 60}};
    assertThatThrownBy(
            () ->
                SetCovering.solve(
                    CoverSets.within(d, 10, new double[] {1, 1}),
                    LocationLimits.DEFAULT,
                    Progress.NONE,
                    () -> false))
        .isInstanceOf(InputRefused.class)
        .hasMessageContaining("demandPoint=1");
  }

  @Test
  void centreEqualsBruteForceInTwoHundredWorlds() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      int m = 2 + random.nextInt(7);
      int p = 1 + random.nextInt(m);
      double[][] d = SmallWorlds.costs(random, 3 + random.nextInt(12), m, seed % 2 == 0);
      double best =
          SmallWorlds.leastOverSubsets(
              m,
              p,
              p,
              open -> {
                double worst = 0;
                for (double[] row : d) {
                  worst = Math.max(worst, SmallWorlds.nearest(new double[][] {row}, open));
                }
                return worst;
              });
      LocationSolution solution =
          PCentre.solve(d, p, LocationLimits.DEFAULT, Progress.NONE, () -> false);
      assertThat(solution.value()).as("seed %d", seed).isEqualTo(best);
      assertThat(solution.bound()).as("seed %d", seed).isEqualTo(best);
    }
  }
}
