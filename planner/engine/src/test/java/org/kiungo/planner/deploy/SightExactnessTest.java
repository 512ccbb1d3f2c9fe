package org.kiungo.planner.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SeededSample;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.deploy.local.LocalSearch;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.Verifier;

/**
 * Random worlds of two to five places of whose people some see masts and others do not, against the
 * optimum found by trying everything.
 */
@Tag("slow")
class SightExactnessTest {

  private static final int WORLDS = 500;
  private static final int TAKEN = 120;
  private static final int VERIFIED = 40;

  @TempDir Path folder;

  private static PlanningProblem world(long seed, SplittableRandom random) {
    return SmallWorlds.sighted(seed, 2 + random.nextInt(4));
  }

  @Test
  void boundIsNeverBelowAndPlanSeldomBelowTheOptimum() {
    List<Long> seeds =
        SeededSample.of(
            "sight on " + WORLDS + " worlds",
            LongStream.rangeClosed(1, WORLDS).boxed().toList(),
            TAKEN);
    int optimal = 0;
    int mixed = 0;
    double lost = 0;
    for (long seed : seeds) {
      SplittableRandom random = new SplittableRandom(seed);
      PlanningProblem problem = world(seed, random);
      double budgetUsd = Math.rint(40_000 + 400_000 * random.nextDouble());
      DeploySettings settings =
          new DeploySettings(budgetUsd, Double.NaN, List.of(), List.of(), List.of(), seed, 3_200);
      Deployment found =
          new BroadbandSolver(problem, settings, new LocalSearch())
              .solve(budgetUsd, Progress.NONE, () -> false);
      Question question = new Question(problem, settings);
      long known = Math.round(found.weightedPeople() * SolverUnits.VALUE_PER_PERSON);
      double best = BruteForce.bestValue(question, known) / SolverUnits.VALUE_PER_PERSON;
      // each part of a settlement is worth a whole number of millionths, of people it is not
      double roundedPeople = 1e-6 * found.plan().settlements().size();
      assertThat(found.boundPeople())
          .as("seed %d", seed)
          .isGreaterThanOrEqualTo(best - roundedPeople);
      assertThat(found.plan().totals().lifetimeCostUsd()).isLessThanOrEqualTo(budgetUsd);
      optimal += found.weightedPeople() >= best - 1e-6 ? 1 : 0;
      mixed += found.plan().settlements().stream().anyMatch(SightExactnessTest::isMixed) ? 1 : 0;
      lost += best == 0 ? 0 : (best - found.weightedPeople()) / best;
    }
    assertThat(mixed).isGreaterThanOrEqualTo(seeds.size() / 10);
    assertThat(optimal).isGreaterThanOrEqualTo(seeds.size() * 9 / 10);
    assertThat(lost / seeds.size()).isLessThanOrEqualTo(0.005);
  }

  private static boolean isMixed(SettlementService service) {
    return !service.parts().isEmpty();
  }

  @Test
  void theVerifierAgrees() throws Exception {
    for (long seed = 1; seed <= VERIFIED; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      PlanningProblem problem = world(seed, random);
      double budgetUsd = Math.rint(40_000 + 400_000 * random.nextDouble());
      Path to = folder.resolve("" + seed);
      Planner.folder(
              problem,
              Planner.plan(
                  problem, SmallWorlds.scenario(budgetUsd, 200), Progress.NONE, () -> false))
          .write(to);
      assertThat(Verifier.verify(to).broken()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void whatEverybodySeesIsPlannedAsIfThereWereNoSight() throws Exception {
    for (long seed = 1; seed <= VERIFIED / 4; seed++) {
      PlanningProblem without = SmallWorlds.random(seed, 4);
      Catalogue catalogue = without.catalogue();
      PlanningProblem seen =
          without.withCatalogue(
              catalogue.withTechnologies(
                  catalogue.technologies().stream()
                      .map(a -> a.withSightRatio(SmallWorlds.figure(1)))
                      .toList()));
      Scenario scenario = SmallWorlds.scenario(200_000, 200);
      Path one = folder.resolve("one" + seed);
      Path other = folder.resolve("other" + seed);
      Planner.folder(without, Planner.plan(without, scenario, Progress.NONE, () -> false))
          .write(one);
      Planner.folder(seen, Planner.plan(seen, scenario, Progress.NONE, () -> false)).write(other);
      for (String file : List.of("plan.geojson", "plan.json", "links.geojson", "bound.proof")) {
        if (Files.exists(one.resolve(file))) {
          assertThat(one.resolve(file)).as(file).hasSameBinaryContentAs(other.resolve(file));
        }
      }
      assertThat(one.resolve("plan.geojson")).content().doesNotContain("\"parts\"");
    }
  }
}
