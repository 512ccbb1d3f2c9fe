package org.kiungo.planner.steiner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.steiner.search.RandomInstances;

class ArborescenceSolverTest {

  @Test
  void smallWorldsAreSolvedToProvenOptimality() {
    for (long seed = 0; seed < 1500; seed++) {
      ArborescenceInstance instance = RandomInstances.small(seed, 7);
      long optimum = RandomInstances.optimumByEnumeration(instance);
      SolvedArborescence solved =
          ArborescenceSolver.solve(instance, new SteinerLimits(seed, 1000, () -> false), null);
      solved.tree().check(instance);
      assertThat(solved.tree().value()).as("value, seed %d", seed).isEqualTo(optimum);
      assertThat(solved.lowerBound()).as("bound, seed %d", seed).isEqualTo(optimum);
    }
  }

  @Test
  void sameSeedAndStepsGiveTheSameTree() {
    for (long seed = 0; seed < 40; seed++) {
      ArborescenceInstance instance = RandomInstances.small(seed, 60);
      SteinerLimits limits = new SteinerLimits(seed, 5, () -> false);
      SolvedArborescence first = ArborescenceSolver.solve(instance, limits, null);
      SolvedArborescence second = ArborescenceSolver.solve(instance, limits, null);
      assertThat(second.tree().parentArc()).isEqualTo(first.tree().parentArc());
      assertThat(second.lowerBound()).isEqualTo(first.lowerBound());
    }
  }
}
