package org.kiungo.planner.steiner.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.network.Arborescence;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.ShortestPathHeuristic;
import org.kiungo.planner.network.StrongPruning;

class StrongPruningTest {

  @Test
  void prunedTreeIsTheBestPartOfTheTree() {
    for (long seed = 0; seed < 2000; seed++) {
      ArborescenceInstance instance = RandomInstances.small(seed, 9);
      Arborescence spanning =
          new ShortestPathHeuristic(reachAll(instance)).grow(instance.arcCosts());
      Arborescence given = Arborescence.of(instance, spanning.parentArc());
      Arborescence pruned = StrongPruning.prune(instance, given);
      pruned.check(instance);
      assertThat(pruned.value())
          .as("seed %d", seed)
          .isEqualTo(bestPart(instance, given.parentArc(), given.topDown(instance), 1));
    }
  }

  private static ArborescenceInstance reachAll(ArborescenceInstance instance) {
    long[] penalty = new long[instance.graph().vertexCount()];
    Arrays.fill(penalty, ArborescenceInstance.MANDATORY);
    return instance.withCosts(instance.arcCosts(), penalty);
  }

  private static long bestPart(
      ArborescenceInstance instance, int[] parentArc, int[] order, int next) {
    if (next == order.length) {
      return Arborescence.of(instance, parentArc).value();
    }
    int v = order[next];
    int parent = parentArc[v] < 0 ? -1 : instance.graph().tail(parentArc[v]);
    int kept = parentArc[v];
    long with =
        parent == instance.root() || parentArc[parent] >= 0
            ? bestPart(instance, parentArc, order, next + 1)
            : Long.MAX_VALUE;
    parentArc[v] = -1;
    long without = bestPart(instance, parentArc, order, next + 1);
    parentArc[v] = kept;
    return Math.min(with, without);
  }
}
