package org.kiungo.planner.steiner.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.network.Arborescence;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.ShortestPathHeuristic;

class SteinerLocalSearchTest {

  @Test
  void improvedTreesAreValidAndMostlyOptimal() {
    int optimal = 0;
    int worlds = 1500;
    for (long seed = 0; seed < worlds; seed++) {
      ArborescenceInstance instance = RandomInstances.small(seed, 7);
      long optimum = RandomInstances.optimumByEnumeration(instance);
      Arborescence start = new ShortestPathHeuristic(instance).grow(instance.arcCosts());
      Arborescence improved = new SteinerLocalSearch(instance).improve(start, () -> false);
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
      Arborescence improved = new SteinerLocalSearch(instance).improve(start, () -> false);
      improved.check(instance);
      assertThat(improved.value()).as("seed %d", seed).isLessThanOrEqualTo(start.value());
    }
  }

  /** Where all terminals must be reached over links, shaking takes vertices out and adds stars. */
  @Test
  void shakenTreesAreValidNeverWorseAndMostlyOptimal() {
    int optimal = 0;
    int worlds = 0;
    for (long seed = 0; seed < 3000; seed++) {
      ArborescenceInstance instance = RandomInstances.small(seed, 8);
      if (allMustBeReachedOverLinks(instance)) {
        Arborescence start = new ShortestPathHeuristic(instance).grow(instance.arcCosts());
        Arborescence shaken =
            new SteinerLocalSearch(instance)
                .shake(start, 200, 0.5, new SplittableRandom(seed), () -> false);
        shaken.check(instance);
        long optimum = RandomInstances.optimumByEnumeration(instance);
        assertThat(shaken.value()).as("seed %d", seed).isBetween(optimum, start.value());
        optimal += shaken.value() == optimum ? 1 : 0;
        worlds++;
      }
    }
    assertThat(worlds).isGreaterThan(200);
    assertThat(optimal).as("optimal of %d", worlds).isGreaterThan(worlds * 98 / 100);
  }

  @Test
  void largerShakenTreesStayValidAndComeOutTheSameAgain() {
    for (long seed = 0; seed < 200; seed++) {
      ArborescenceInstance instance = RandomInstances.small(seed, 90);
      Arborescence start = new ShortestPathHeuristic(instance).grow(instance.arcCosts());
      SteinerLocalSearch search = new SteinerLocalSearch(instance);
      Arborescence shaken = search.shake(start, 300, 0.5, new SplittableRandom(seed), () -> false);
      shaken.check(instance);
      assertThat(shaken.value()).as("seed %d", seed).isLessThanOrEqualTo(start.value());
      Arborescence again = search.shake(start, 300, 0.5, new SplittableRandom(seed), () -> false);
      assertThat(again.parentArc()).as("seed %d", seed).isEqualTo(shaken.parentArc());
    }
  }

  private static boolean allMustBeReachedOverLinks(ArborescenceInstance instance) {
    boolean all = instance.terminalCount() > 1 && Rerooting.isSymmetric(instance);
    for (int k = 0; k < instance.terminalCount(); k++) {
      all &= instance.penalty(instance.terminal(k)) == ArborescenceInstance.MANDATORY;
    }
    return all;
  }
}
