package org.kiungo.planner.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;

class DeployFamilyTest {

  private static final BenchmarkLimits LIMITS =
      new BenchmarkLimits(60, 42, 0, Double.NaN, Double.NaN, () -> 0, () -> 0);

  @TempDir private Path parent;

  @Test
  void planFolderIsSolvedAgainByThePlannerItself() throws IOException {
    Scenario scenario = SmallWorlds.scenario(250_000, 100);
    PlanningProblem world = SmallWorlds.random(3, 9);
    PlanResult planned = Planner.plan(world, scenario, Progress.NONE, () -> false);
    Path folder = parent.resolve("world");
    Planner.folder(world, planned).write(folder);
    BenchmarkFamily family = BenchmarkFamily.find("deploy").orElseThrow();
    BenchmarkResult result = family.run(folder, LIMITS);
    assertThat(result.value()).isEqualTo(planned.certificate().value());
    assertThat(result.bound()).isEqualTo(planned.certificate().bound());
    assertThat(result.instance()).isEqualTo("world");
    assertThat(family.run(folder.resolve("scenario.json"), LIMITS)).isEqualTo(result);
  }

  @Test
  void fileOutsideAPlanFolderIsRefused() {
    assertThatThrownBy(() -> new DeployFamily().run(parent.resolve("a.csv"), LIMITS))
        .isInstanceOf(InputRefused.class)
        .hasMessageContaining("benchmark.deploy.folder");
  }
}
