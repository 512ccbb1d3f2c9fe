package org.kiungo.planner.place.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.place.location.problem.AssignmentCosts;
import org.kiungo.planner.place.location.problem.CapacitatedModel;
import org.kiungo.planner.place.location.problem.LocationLimits;
import org.kiungo.planner.place.location.problem.LocationSolution;

class CapacitatedFacilityLocationTest {

  /** Units of demand, each an own point: least cost over all unit assignments, by dynamic table. */
  private static double byUnits(
      double[][] cost, int[] demand, int[] capacity, boolean[] open, int i, int[] left) {
    if (i == cost.length) {
      return 0;
    }
    return spread(cost, demand, capacity, open, i, 0, demand[i], left);
  }

  private static double spread(
      double[][] cost,
      int[] demand,
      int[] capacity,
      boolean[] open,
      int i,
      int j,
      int rest,
      int[] left) {
    if (rest == 0) {
      return byUnits(cost, demand, capacity, open, i + 1, left);
    }
    if (j == left.length) {
      return Double.POSITIVE_INFINITY;
    }
    double best = spread(cost, demand, capacity, open, i, j + 1, rest, left);
    for (int units = 1; open[j] && units <= Math.min(rest, left[j]); units++) {
      left[j] -= units;
      double total =
          cost[i][j] * units / demand[i]
              + spread(cost, demand, capacity, open, i, j + 1, rest - units, left);
      left[j] += units;
      best = Math.min(best, total);
    }
    return best;
  }

  @Test
  void twoHundredRandomWorldsEqualBruteForce() {
    int solvable = 0;
    for (int seed = 0; solvable < 200; seed++) {
      Random random = new Random(seed);
      int n = 2 + random.nextInt(3);
      int m = 2 + random.nextInt(3);
      double[][] cost = SmallWorlds.costs(random, n, m, true);
      int[] demand = random.ints(n, 1, 4).toArray();
      int[] capacity = random.ints(m, 2, 8).toArray();
      double[] fixed = random.ints(m, 0, 120).asDoubleStream().toArray();
      double best =
          SmallWorlds.leastOverSubsets(
              m,
              1,
              m,
              open ->
                  SmallWorlds.sum(fixed, open)
                      + byUnits(cost, demand, capacity, open, 0, capacity.clone()));
      if (best == Double.POSITIVE_INFINITY) {
        continue;
      }
      solvable++;
      CapacitatedModel model =
          new CapacitatedModel(
              AssignmentCosts.ofMatrix(cost),
              java.util.Arrays.stream(demand).asDoubleStream().toArray(),
              java.util.Arrays.stream(capacity).asDoubleStream().toArray(),
              fixed,
              m);
      LocationSolution solution =
          CapacitatedFacilityLocation.solve(
              model, new LocationLimits(0, 5, 200, 500), Progress.NONE, () -> false);
      assertThat(solution.value()).as("seed %d", seed).isCloseTo(best, within(1e-6));
      assertThat(solution.bound()).as("seed %d", seed).isLessThanOrEqualTo(best + 1e-6);
    }
  }
}
