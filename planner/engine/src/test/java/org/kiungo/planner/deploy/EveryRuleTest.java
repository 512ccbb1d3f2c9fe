package org.kiungo.planner.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.BorderWorlds;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SeededSample;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.route.Crossings;
import org.kiungo.planner.scenario.Borders;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioFacts;
import org.kiungo.planner.verify.Verifier;

/**
 * Random worlds of two to four places in which every rule holds at once, against the optimum found
 * by trying everything: ground, masts, density and a tower in every third; masts that some do not
 * see, satellites for those; a node that sells 200 Mbps as it stands and more at a price, transit
 * beyond; energy by the distance to the grid. In every second sites may be fed by satellite and
 * share its beams; in the others a border lies among the places, dear, cheap or closed.
 */
@Tag("slow")
class EveryRuleTest {

  private static final int WORLDS = 500;
  private static final int TAKEN = 20;

  @TempDir Path folder;

  private static PlanningProblem world(long seed, SplittableRandom random) {
    PlanningProblem plain = SmallWorlds.sighted(seed, 2 + random.nextInt(3));
    PlanningProblem sighted = seed % 2 == 0 ? SmallWorlds.underTheSky(plain) : plain;
    PlanningProblem paid = SmallWorlds.withTransit(sighted, 50);
    Catalogue catalogue =
        paid.catalogue()
            .withEnergy(CatalogueReader.builtIn().energy())
            .withTechnologies(
                paid.catalogue().technologies().stream()
                    .map(
                        a ->
                            a.needsBackhaul() && a.reachKm() != null
                                ? a.withPowerW(SmallWorlds.figure(500))
                                : a)
                    .toList());
    PlanningProblem ruled =
        paid.with()
            .catalogue(catalogue)
            .nodes(paid.nodes().stream().map(node -> node.withCapacityMbps(200)).toList())
            .settlements(
                paid.settlements().stream()
                    .map(each -> each.withDistanceToGridKm(20 * random.nextDouble()))
                    .toList())
            .build();
    return seed % 2 == 0 ? ruled : BorderWorlds.divided(ruled, random);
  }

  @Test
  void boundIsNeverBelowTheOptimumAndNoPlanIsRefused() throws Exception {
    List<Long> seeds =
        SeededSample.of(
            "every rule on " + WORLDS + " worlds",
            LongStream.rangeClosed(1, WORLDS).boxed().toList(),
            TAKEN);
    int optimal = 0;
    int mixed = 0;
    int fed = 0;
    int widened = 0;
    int units = 0;
    int crossed = 0;
    double lost = 0;
    double gap = 0;
    for (long seed : seeds) {
      SplittableRandom random = new SplittableRandom(seed);
      PlanningProblem problem = world(seed, random);
      double budgetUsd = Math.rint(40_000 + 400_000 * random.nextDouble());
      boolean closed = seed % 10 == 1;
      Scenario scenario =
          SmallWorlds.scenario(budgetUsd, 3_200)
              .withBorders(closed ? Borders.CLOSED : Borders.OPEN);
      PlanResult result = Planner.plan(problem, scenario, Progress.NONE, () -> false);
      Path to = folder.resolve("" + seed);
      Planner.folder(problem, result).write(to);
      assertThat(Verifier.verify(to).broken()).as("seed %d", seed).isEmpty();
      double people = result.certificate().value();
      double bound = result.certificate().bound();
      long known = Math.round(people * SolverUnits.VALUE_PER_PERSON);
      DeploySettings settings =
          new DeploySettings(budgetUsd, Double.NaN, List.of(), List.of(), List.of(), 0, 0);
      Question question = new Question(ScenarioFacts.of(problem, scenario), settings);
      double best = BruteForce.bestValue(question, known) / SolverUnits.VALUE_PER_PERSON;
      assertThat(bound).as("bound of seed %d", seed).isGreaterThanOrEqualTo(best - 1e-6);
      Plan plan = result.plan();
      optimal += people >= best - 1e-6 ? 1 : 0;
      lost += best == 0 ? 0 : (best - people) / best;
      gap += bound == 0 ? 0 : (bound - people) / bound;
      mixed += plan.settlements().stream().anyMatch(each -> !each.parts().isEmpty()) ? 1 : 0;
      fed += plan.links().stream().anyMatch(each -> each.mediumId().equals("sky")) ? 1 : 0;
      widened += plan.upgrades().isEmpty() ? 0 : 1;
      Crossings crossings = Crossings.of(ScenarioFacts.of(problem, scenario));
      long across =
          plan.links().stream()
              .filter(each -> crossings.find(each.fromId(), each.toId()).isPresent())
              .count();
      assertThat(closed && across > 0).as("seed %d", seed).isFalse();
      crossed += across > 0 ? 1 : 0;
      units += plan.sites().stream().anyMatch(each -> each.units() > 1) ? 1 : 0;
    }
    int n = seeds.size();
    System.out.printf(
        "every rule: %d of %d optimal, mean loss %.4f %%, mean gap %.2f %%, %d mixed, %d fed by"
            + " satellite, %d nodes widened, %d with several units, %d across a border%n",
        optimal, n, 100 * lost / n, 100 * gap / n, mixed, fed, widened, units, crossed);
    assertThat(optimal).isGreaterThanOrEqualTo(n * 9 / 10);
    assertThat(lost / n).isLessThanOrEqualTo(0.005);
    assertThat(List.of(mixed, fed, widened, units, crossed)).allMatch(seen -> seen >= n / 20);
  }
}
