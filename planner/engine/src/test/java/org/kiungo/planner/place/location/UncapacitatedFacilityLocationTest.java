package org.kiungo.planner.place.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.place.location.dual.DualAscentErlenkotter;
import org.kiungo.planner.place.location.problem.AssignmentCosts;
import org.kiungo.planner.place.location.problem.LocationLimits;
import org.kiungo.planner.place.location.problem.LocationSolution;

class UncapacitatedFacilityLocationTest {

  private static LocationSolution solve(double[][] cost, double[] fixed) {
    return UncapacitatedFacilityLocation.solve(
        AssignmentCosts.ofMatrix(cost), fixed, LocationLimits.DEFAULT, Progress.NONE, () -> false);
  }

  private static double[] fixed(Random random, int m) {
    double[] fixed = new double[m];
    for (int j = 0; j < m; j++) {
      fixed[j] = random.nextInt(300);
    }
    return fixed;
  }

  @Test
  void twoHundredRandomWorldsEqualBruteForce() {
    for (int seed = 0; seed < 250; seed++) {
      Random random = new Random(seed);
      int m = 2 + random.nextInt(8);
      double[][] cost = SmallWorlds.costs(random, 2 + random.nextInt(14), m, seed % 2 == 0);
      double[] fixed = fixed(random, m);
      double best =
          SmallWorlds.leastOverSubsets(
              m, 1, m, open -> SmallWorlds.nearest(cost, open) + SmallWorlds.sum(fixed, open));
      LocationSolution solution = solve(cost, fixed);
      assertThat(solution.value()).as("seed %d", seed).isCloseTo(best, within(1e-9 * best + 1e-9));
      assertThat(solution.bound()).as("seed %d", seed).isCloseTo(best, within(1e-6 * best + 1e-9));
    }
  }

  @Test
  void dualAscentNeverExceedsTheOptimum() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      double[][] cost = SmallWorlds.costs(random, 10, 6, true);
      double[] fixed = fixed(random, 6);
      double bound = 0;
      for (double v : DualAscentErlenkotter.prices(AssignmentCosts.ofMatrix(cost), fixed)) {
        bound += v;
      }
      assertThat(bound).as("seed %d", seed).isLessThanOrEqualTo(solve(cost, fixed).value() + 1e-6);
    }
  }

  @Test
  void freeSitesAllServeTheirNearest() {
    double[][] cost = {{1, 5}, {7, 2}};
    assertThat(solve(cost, new double[2]).value()).isEqualTo(3);
  }

  @Test
  void permutedRowsLeaveTheValueUnchanged() {
    Random random = new Random(11);
    double[][] cost = SmallWorlds.costs(random, 25, 10, true);
    double[] fixed = fixed(random, 10);
    assertThat(solve(SmallWorlds.permuted(cost, random), fixed).value())
        .isEqualTo(solve(cost, fixed).value());
  }
}
