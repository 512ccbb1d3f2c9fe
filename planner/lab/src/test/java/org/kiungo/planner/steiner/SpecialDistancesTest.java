package org.kiungo.planner.steiner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;
import org.kiungo.planner.steiner.search.RandomInstances;

class SpecialDistancesTest {

  @Test
  void theOptimumIsTheSameWithoutTheLinksMarked() {
    int links = 0;
    int marked = 0;
    for (long seed = 0; seed < 25_000; seed++) {
      ArborescenceInstance instance = RandomInstances.dense(seed);
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
}
