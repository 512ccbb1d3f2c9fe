package org.kiungo.planner.steiner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.network.Arborescence;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;
import org.kiungo.planner.steiner.search.RandomInstances;

class PrizeCollectingSolverTest {

  @Test
  void smallWorldsWithoutRootAreSolvedToProvenOptimality() {
    for (long seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      int n = 2 + random.nextInt(5);
      Digraph.Builder builder = Digraph.builder(n);
      int links = n - 1 + random.nextInt(3);
      long[] cost = new long[2 * links];
      for (int k = 0; k < links; k++) {
        int v = k < n - 1 ? k + 1 : 1 + random.nextInt(n - 1);
        builder.edge(random.nextInt(v), v);
        cost[2 * k] = random.nextInt(12);
        cost[2 * k + 1] = cost[2 * k];
      }
      Digraph graph = builder.build();
      long[] prize = new long[n];
      for (int v = 0; v < n; v++) {
        prize[v] = random.nextInt(3) == 0 ? 0 : random.nextInt(20);
      }
      long[] arcCost = graph.arranged(cost);
      PrizeCollectingSolver.Solved solved =
          PrizeCollectingSolver.solve(
              graph, arcCost, prize, new SteinerLimits(seed, 1000, () -> false));
      long optimum = optimum(graph, arcCost, prize);
      assertThat(solved.value()).as("value, seed %d", seed).isEqualTo(optimum);
      assertThat(solved.lowerBound()).as("bound, seed %d", seed).isEqualTo(optimum);
      ArborescenceInstance rooted = new ArborescenceInstance(graph, arcCost, solved.root(), prize);
      new Arborescence(solved.parentArc(), optimum).check(rooted);
    }
  }

  private static long optimum(Digraph graph, long[] cost, long[] prize) {
    long best = Arrays.stream(prize).sum();
    for (int root = 0; root < prize.length; root++) {
      ArborescenceInstance rooted = new ArborescenceInstance(graph, cost, root, prize);
      best = Math.min(best, RandomInstances.optimumByEnumeration(rooted));
    }
    return best;
  }
}
