package org.kiungo.planner.place.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.place.location.problem.AssignmentCosts;
import org.kiungo.planner.place.location.problem.CapacitatedModel;
import org.kiungo.planner.place.location.problem.LocationLimits;
import org.kiungo.planner.place.location.problem.LocationSolution;

class SingleSourceCapacitatedTest {

  private static final LocationLimits LIMITS = new LocationLimits(0, 5, 200, 500);

  /** Least cost over all m^n assignments. */
  private static double bruteForce(CapacitatedModel model, double[][] cost, int i, int[] siteOf) {
    if (i == cost.length) {
      double[] load = new double[model.capacity().length];
      double total = 0;
      for (int k = 0; k < siteOf.length; k++) {
        load[siteOf[k]] += model.demand()[k];
        total += cost[k][siteOf[k]];
      }
      int open = 0;
      for (int j = 0; j < load.length; j++) {
        if (load[j] > model.capacity()[j]) {
          return Double.POSITIVE_INFINITY;
        }
        total += load[j] > 0 ? model.fixedCost()[j] : 0;
        open += load[j] > 0 ? 1 : 0;
      }
      return open <= model.p() ? total : Double.POSITIVE_INFINITY;
    }
    double best = Double.POSITIVE_INFINITY;
    for (int j = 0; j < model.capacity().length; j++) {
      siteOf[i] = j;
      best = Math.min(best, bruteForce(model, cost, i + 1, siteOf));
    }
    return best;
  }

  private static CapacitatedModel model(Random random, double[][] cost, boolean median) {
    int m = cost[0].length;
    double[] demand = new double[cost.length];
    for (int i = 0; i < demand.length; i++) {
      demand[i] = 1 + random.nextInt(9);
    }
    double need = Arrays.stream(demand).sum();
    double[] capacity = new double[m];
    double[] fixed = new double[m];
    for (int j = 0; j < m; j++) {
      capacity[j] = Math.ceil(need / 2 * (0.8 + random.nextDouble() * 0.6));
      fixed[j] = median ? 0 : random.nextInt(200);
    }
    return new CapacitatedModel(
        AssignmentCosts.ofMatrix(cost), demand, capacity, fixed, median ? Math.min(3, m) : m);
  }

  /** False when the world has no feasible assignment. */
  private static boolean check(int seed, boolean median) {
    Random random = new Random(seed);
    double[][] cost = SmallWorlds.costs(random, 3 + random.nextInt(4), 3 + random.nextInt(2), true);
    CapacitatedModel model = model(random, cost, median);
    double best = bruteForce(model, cost, 0, new int[cost.length]);
    if (best == Double.POSITIVE_INFINITY) {
      return false;
    }
    LocationSolution solution =
        median
            ? CapacitatedPMedian.solve(model, LIMITS, Progress.NONE, () -> false)
            : SingleSourceCapacitated.solve(model, LIMITS, Progress.NONE, () -> false);
    assertThat(solution.value()).as("seed %d", seed).isCloseTo(best, within(1e-6));
    assertThat(solution.bound()).as("seed %d", seed).isLessThanOrEqualTo(best + 1e-6);
    double[] load = new double[model.capacity().length];
    for (int i = 0; i < cost.length; i++) {
      load[solution.siteOf()[i]] += model.demand()[i];
    }
    for (int j = 0; j < load.length; j++) {
      assertThat(load[j]).as("seed %d", seed).isLessThanOrEqualTo(model.capacity()[j]);
    }
    return true;
  }

  private static void twoHundredFeasibleWorlds(boolean median) {
    int feasible = 0;
    for (int seed = 0; feasible < 200; seed++) {
      feasible += check(seed, median) ? 1 : 0;
    }
  }

  @Test
  void fixedChargeEqualsBruteForceInTwoHundredWorlds() {
    twoHundredFeasibleWorlds(false);
  }

  @Test
  void medianEqualsBruteForceInTwoHundredWorlds() {
    twoHundredFeasibleWorlds(true);
  }
}
