package org.kiungo.planner.steiner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kiungo.planner.network.Arborescence;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.ShortestPathHeuristic;
import org.kiungo.planner.steiner.search.RandomInstances;
import org.kiungo.planner.steiner.search.SteinerLocalSearch;

class ReducerTest {

  @Test
  void theOptimumIsTheSameAndTreesComeBackAtTheirValue() {
    int before = 0;
    int after = 0;
    for (long seed = 0; seed < 20_000; seed++) {
      ArborescenceInstance instance =
          seed % 2 == 0 ? RandomInstances.dense(seed) : RandomInstances.small(seed, 6);
      ReducedInstance reduced = reduce(instance);
      ArborescenceInstance smaller = reduced.instance();
      before += instance.graph().vertexCount();
      after += smaller.graph().vertexCount();
      assertThat(RandomInstances.optimumByEnumeration(smaller) + reduced.offset())
          .as("optimum, seed %d", seed)
          .isEqualTo(RandomInstances.optimumByEnumeration(instance));
      Arborescence tree = new ShortestPathHeuristic(smaller).grow(smaller.arcCosts());
      if (tree.isFeasible()) {
        Arborescence lifted = reduced.lift(tree);
        lifted.check(instance);
        assertThat(lifted.value())
            .as("lifted, seed %d", seed)
            .isLessThanOrEqualTo(tree.value() + reduced.offset());
      }
    }
    assertThat(after).as("vertices of %d", before).isBetween(before / 5, before * 3 / 5);
  }

  @Test
  void aTreeThatCanBeSeenInTheSmallerInstanceComesBackUnchanged() {
    int seen = 0;
    for (long seed = 0; seed < 2000; seed++) {
      ArborescenceInstance instance = RandomInstances.small(seed, 40);
      ReducedInstance reduced = reduce(instance);
      Arborescence start = new ShortestPathHeuristic(instance).grow(instance.arcCosts());
      Arborescence tree = new SteinerLocalSearch(instance).improve(start, () -> false);
      Arborescence here = reduced.project(tree);
      if (here != null && tree.isFeasible()) {
        here.check(reduced.instance());
        assertThat(reduced.lift(here).value()).as("seed %d", seed).isEqualTo(tree.value());
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(200);
  }

  private static ReducedInstance reduce(ArborescenceInstance instance) {
    boolean[] useless = new boolean[instance.graph().arcCount()];
    return Reducer.reduce(instance, useless, BranchNode.top(instance).penalties());
  }
}
