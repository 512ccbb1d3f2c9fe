package org.kiungo.planner.bound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;
import org.kiungo.planner.network.RandomInstances;

class SpecialDistancesTest {

  @Test
  void theOptimumIsTheSameWithoutTheLinksMarked() {
    int links = 0;
    int marked = 0;
    for (long seed = 0; seed < 25_000; seed++) {
      ArborescenceInstance instance = dense(new Random(seed));
      Digraph graph = instance.graph();
      long[] penalty = new long[graph.vertexCount()];
      for (int v = 0; v < penalty.length; v++) {
        penalty[v] = instance.penalty(v);
      }
      boolean[] useless = new boolean[graph.arcCount()];
      SpecialDistances.mark(instance, penalty, useless, () -> false);
      for (int a = 0; a < useless.length; a++) {
        assertThat(useless[graph.reverse(a)]).isEqualTo(useless[a]);
        links++;
        marked += useless[a] ? 1 : 0;
      }
      ReducedInstance smaller = Reducer.reduce(instance, useless, penalty);
      assertThat(RandomInstances.optimumByEnumeration(smaller.instance()) + smaller.offset())
          .as("seed %d", seed)
          .isEqualTo(RandomInstances.optimumByEnumeration(instance));
    }
    assertThat(marked).as("marked of %d", links).isBetween(links / 5, links * 4 / 5);
  }

  /**
   * Links between every second pair of vertices, a sixth of them mandatory, half of them optional
   * terminals.
   */
  private static ArborescenceInstance dense(Random random) {
    int n = 4 + random.nextInt(3);
    Digraph.Builder builder = Digraph.builder(n);
    long[] cost = new long[n * (n - 1)];
    int range = random.nextBoolean() ? 4 : 20;
    int arcs = 0;
    for (int v = 1; v < n; v++) {
      int always = random.nextInt(v);
      for (int u = 0; u < v; u++) {
        if (u == always || random.nextInt(2) > 0) {
          builder.edge(u, v);
          cost[arcs] = random.nextInt(range);
          cost[arcs + 1] = cost[arcs];
          arcs += 2;
        }
      }
    }
    Digraph graph = builder.build();
    long[] penalty = new long[n];
    for (int v = 0; v < n; v++) {
      int kind = random.nextInt(6);
      penalty[v] =
          kind == 0 ? ArborescenceInstance.MANDATORY : kind < 4 ? random.nextInt(range) : 0;
    }
    long[] byInsertion = Arrays.copyOf(cost, arcs);
    return new ArborescenceInstance(graph, graph.arranged(byInsertion), 0, penalty);
  }
}
