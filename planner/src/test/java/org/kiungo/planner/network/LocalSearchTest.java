package org.kiungo.planner.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LocalSearchTest {

  @Test
  void improvedTreesAreValidAndMostlyOptimal() {
    int optimal = 0;
    int worlds = 1500;
    for (long seed = 0; seed < worlds; seed++) {
      ArborescenceInstance instance = RandomInstances.small(seed, 7);
      long optimum = RandomInstances.optimumByEnumeration(instance);
      Arborescence start = new ShortestPathHeuristic(instance).grow(instance.arcCosts());
      Arborescence improved = new LocalSearch(instance).improve(start, () -> false);
      improved.check(instance);
      assertThat(improved.value()).as("seed %d", seed).isBetween(optimum, start.value());
      optimal += improved.value() == optimum ? 1 : 0;
    }
    assertThat(optimal).as("optimal of %d", worlds).isGreaterThan(worlds * 95 / 100);
  }

  @Test
  void largerTreesStayValidAfterEveryMove() {
    for (long seed = 0; seed < 300; seed++) {
      ArborescenceInstance instance = RandomInstances.small(seed, 60);
      Arborescence start = new ShortestPathHeuristic(instance).grow(instance.arcCosts());
      Arborescence improved = new LocalSearch(instance).improve(start, () -> false);
      improved.check(instance);
      assertThat(improved.value()).as("seed %d", seed).isLessThanOrEqualTo(start.value());
    }
  }
}
