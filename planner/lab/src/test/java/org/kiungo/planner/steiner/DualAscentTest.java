package org.kiungo.planner.steiner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kiungo.planner.bound.DualSolution;
import org.kiungo.planner.bound.LinkLoads;
import org.kiungo.planner.bound.LoadedAscent;
import org.kiungo.planner.network.Arborescence;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;
import org.kiungo.planner.network.ShortestPathHeuristic;
import org.kiungo.planner.network.StrongPruning;
import org.kiungo.planner.steiner.search.RandomInstances;

class DualAscentTest {

  @Test
  void boundIsNeverAboveTheOptimumNorTheTreeBelowIt() {
    int tight = 0;
    int trees = 0;
    int worlds = 1500;
    for (long seed = 0; seed < worlds; seed++) {
      ArborescenceInstance instance = RandomInstances.small(seed, 7);
      long optimum = RandomInstances.optimumByEnumeration(instance);
      DualSolution dual = new DualAscent(instance).ascend();
      Arborescence tree = tree(instance, dual);
      tree.check(instance);
      assertThat(dual.lowerBound()).as("bound, seed %d", seed).isLessThanOrEqualTo(optimum);
      assertThat(tree.value()).as("tree, seed %d", seed).isGreaterThanOrEqualTo(optimum);
      tight += dual.lowerBound() == optimum ? 1 : 0;
      trees += tree.value() == optimum ? 1 : 0;
      long guided = new DualAscent(instance).ascend(tree, Long.MAX_VALUE).lowerBound();
      long stepped = new DualAscent(instance).ascend(null, 3).lowerBound();
      assertThat(Math.max(guided, stepped)).as("seed %d", seed).isLessThanOrEqualTo(optimum);
    }
    assertThat(tight).as("tight bounds").isGreaterThan(worlds * 8 / 10);
    assertThat(trees).as("optimal trees").isGreaterThan(worlds * 9 / 10);
  }

  @Test
  void whereNothingIsChargedForLoadBothAscentsAreOne() {
    for (long seed = 0; seed < 500; seed++) {
      ArborescenceInstance instance = RandomInstances.small(seed, 12);
      LinkLoads none = none(instance);
      assertThat(none.areCharged()).isFalse();
      LoadedAscent loaded = new LoadedAscent(instance, none);
      DualSolution plain = loaded.ascend().orElseThrow();
      assertThat(plain.raises()).isEqualTo(new DualAscent(instance).ascend().raises());
      Arborescence guide = tree(instance, plain);
      assertThat(loaded.ascend(guide, 0, Long.MAX_VALUE, () -> false).orElseThrow().raises())
          .as("seed %d", seed)
          .isEqualTo(new DualAscent(instance).ascend(guide, Long.MAX_VALUE).raises());
    }
  }

  private static LinkLoads none(ArborescenceInstance instance) {
    int arcs = instance.graph().arcCount();
    return new LinkLoads(
        arcs, new long[0], new byte[0], new long[1], new boolean[1], new double[0]);
  }

  private static Arborescence tree(ArborescenceInstance instance, DualSolution dual) {
    return StrongPruning.prune(
        instance, new ShortestPathHeuristic(instance).grow(dual.saturatedLengths(instance)));
  }

  @Test
  void replayOfTheRaisesProvesTheBound() {
    for (long seed = 0; seed < 500; seed++) {
      ArborescenceInstance instance = RandomInstances.small(seed, 12);
      DualSolution dual = new DualAscent(instance).ascend();
      assertThat(replay(instance, dual.raisedTerminals(), dual.raises()))
          .as("seed %d", seed)
          .isEqualTo(dual.lowerBound());
    }
  }

  @Test
  void ascentsGuidedByATreeThatWasNotPrunedProveTheirBoundsToo() {
    int other = 0;
    for (long seed = 0; seed < 500; seed++) {
      ArborescenceInstance instance = RandomInstances.small(seed, 12);
      LoadedAscent ascent = new LoadedAscent(instance, none(instance));
      DualSolution plain = ascent.ascend().orElseThrow();
      Arborescence grown =
          new ShortestPathHeuristic(instance).grow(plain.saturatedLengths(instance));
      for (int halvings = 0; halvings < 3; halvings++) {
        DualSolution dual =
            ascent.ascend(grown, halvings, Long.MAX_VALUE, () -> false).orElseThrow();
        assertThat(replay(instance, dual.raisedTerminals(), dual.raises()))
            .as("seed %d, halved %d times", seed, halvings)
            .isEqualTo(dual.lowerBound());
        other += dual.lowerBound() > plain.lowerBound() ? 1 : 0;
      }
    }
    assertThat(other).as("better bounds").isGreaterThan(10);
  }

  /** Written from the definition of a feasible dual alone. */
  private static long replay(ArborescenceInstance instance, int[] terminals, long[] raises) {
    Digraph graph = instance.graph();
    long[] reduced = instance.arcCosts();
    long[] left = new long[graph.vertexCount()];
    for (int v = 0; v < left.length; v++) {
      left[v] = instance.penalty(v);
    }
    long bound = 0;
    for (int k = 0; k < raises.length; k++) {
      boolean[] inside = new boolean[graph.vertexCount()];
      inside[terminals[k]] = true;
      for (boolean grew = true; grew; ) {
        grew = false;
        for (int a = 0; a < graph.arcCount(); a++) {
          if (reduced[a] == 0 && inside[graph.head(a)] && !inside[graph.tail(a)]) {
            inside[graph.tail(a)] = true;
            grew = true;
          }
        }
      }
      assertThat(inside[instance.root()]).isFalse();
      left[terminals[k]] -= raises[k];
      assertThat(left[terminals[k]]).isNotNegative();
      for (int a = 0; a < graph.arcCount(); a++) {
        if (inside[graph.head(a)] && !inside[graph.tail(a)]) {
          reduced[a] -= raises[k];
          assertThat(reduced[a]).isNotNegative();
        }
      }
      bound += raises[k];
    }
    return bound;
  }

  @Test
  void unreachableMandatoryTerminalMakesTheBoundInfinite() {
    Digraph.Builder builder = Digraph.builder(3);
    builder.arc(0, 1);
    builder.arc(2, 1);
    long[] penalty = {0, 5, ArborescenceInstance.MANDATORY};
    ArborescenceInstance instance =
        new ArborescenceInstance(builder.build(), new long[] {1, 1}, 0, penalty);
    assertThat(new DualAscent(instance).ascend().lowerBound())
        .isGreaterThanOrEqualTo(ArborescenceInstance.MANDATORY);
    assertThat(Arborescence.empty(instance).isFeasible()).isFalse();
  }
}
