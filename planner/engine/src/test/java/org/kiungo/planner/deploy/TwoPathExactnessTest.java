package org.kiungo.planner.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SeededSample;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.resilience.Disjoint;
import org.kiungo.planner.model.resilience.TwoPaths;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.Verifier;

/**
 * Random worlds of two to four places between two nodes, one or two of them hubs whose ways share
 * no link or no node, against the optimum found by trying every choice, forest and second way.
 */
@Tag("slow")
class TwoPathExactnessTest {

  private static final int WORLDS = 240;
  private static final int TAKEN = 8;

  @TempDir Path folder;

  static PlanningProblem world(long seed, int places) {
    SplittableRandom random = new SplittableRandom(seed);
    PlanningProblem plain =
        switch ((int) (seed % 3)) {
          case 1 -> SmallWorlds.wide(seed, places);
          case 2 -> SmallWorlds.underTheSky(SmallWorlds.random(seed, places));
          default -> SmallWorlds.random(seed, places);
        };
    return plain.withNodes(
        List.of(SmallWorlds.node("M", 2 + 0.3 * random.nextDouble(), 9.35), plain.nodes().get(0)));
  }

  @Test
  void boundIsNeverBelowAndPlanSeldomBelowTheOptimum() throws IOException {
    List<Long> seeds =
        SeededSample.of(
            "two ways on " + WORLDS + " worlds",
            LongStream.rangeClosed(1, WORLDS).boxed().toList(),
            TAKEN);
    int optimal = 0;
    int bound = 0;
    double lost = 0;
    double gap = 0;
    for (long seed : seeds) {
      SplittableRandom random = new SplittableRandom(seed);
      PlanningProblem world = world(seed, 2 + random.nextInt(3));
      List<String> hubs =
          world.settlements().stream().map(Settlement::id).limit(1 + random.nextInt(2)).toList();
      Disjoint rule = random.nextBoolean() ? Disjoint.LINK : Disjoint.NODE;
      double budgetUsd = Math.rint(80_000 + 500_000 * random.nextDouble());
      Scenario scenario =
          SmallWorlds.scenario(budgetUsd, 1_000)
              .withTwoPaths(new TwoPaths(false, Double.NaN, hubs, rule));
      PlanResult result = Planner.plan(world, scenario, Progress.NONE, () -> false);
      Plan plan = result.plan();
      double value = result.certificate().value();
      Planner.folder(world, result).write(folder);
      assertThat(Verifier.verify(folder).broken()).as("plan of seed %d", seed).isEmpty();
      DeploySettings settings =
          new DeploySettings(budgetUsd, Double.NaN, List.of(), List.of(), List.of(), seed, 0);
      long known = Math.round(value * SolverUnits.VALUE_PER_PERSON);
      Question question = new Question(world, settings);
      double best =
          BruteForce.bestValue(
                  question, known, new SecondWayBrute(question, new TreeSet<>(hubs), rule))
              / SolverUnits.VALUE_PER_PERSON;
      assertThat(result.certificate().bound())
          .as("bound of seed %d", seed)
          .isGreaterThanOrEqualTo(best - 1e-6);
      assertThat(plan.totals().lifetimeCostUsd()).isLessThanOrEqualTo(budgetUsd);
      boolean same = value >= best - 1e-6;
      optimal += same ? 1 : 0;
      bound += plan.secondPaths().isNone() ? 0 : 1;
      lost += best == 0 ? 0 : (best - value) / best;
      gap += result.certificate().bound() == 0 ? 0 : 1 - best / result.certificate().bound();
    }
    System.out.printf(
        "two ways: %d worlds, %d with second ways, %d optimal, %.4f lost, bound %.4f above%n",
        seeds.size(), bound, optimal, lost / seeds.size(), gap / seeds.size());
    assertThat(bound).isGreaterThanOrEqualTo(seeds.size() / 4);
    assertThat(optimal).isGreaterThanOrEqualTo(seeds.size() * 8 / 10);
    assertThat(lost / seeds.size()).isLessThanOrEqualTo(0.02);
  }
}
