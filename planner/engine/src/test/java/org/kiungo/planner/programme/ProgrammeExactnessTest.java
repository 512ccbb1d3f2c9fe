package org.kiungo.planner.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.SeededSample;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.deploy.local.LocalSearch;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.ServiceStandard.GrowthPoint;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.programme.local.PhaseSearch;
import org.kiungo.planner.scenario.Phase;

/**
 * Random worlds of two to four places and two or three phases against the optimum found by trying
 * everything: running costs, wear, traffic that grows dearer, systems and units in steps.
 */
@Tag("slow")
public class ProgrammeExactnessTest {

  private static final int WORLDS = 320;
  private static final int TAKEN = 8;
  public static final Money MONEY = new Money(0.08, 2027, 2034, 2025);

  public static List<Phase> phases(SplittableRandom random) {
    double usd = Math.rint(30_000 + 300_000 * random.nextDouble());
    double first = Math.rint(usd * random.nextDouble());
    if (random.nextBoolean()) {
      return List.of(new Phase(2027, 2029, first), new Phase(2030, 2034, usd - first));
    }
    double second = Math.rint((usd - first) * random.nextDouble());
    return List.of(
        new Phase(2027, 2028, first),
        new Phase(2029, 2030, second),
        new Phase(2031, 2034, usd - first - second));
  }

  /** The same world over years, with running costs and wear. */
  private static PlanningProblem overYears(PlanningProblem world, SplittableRandom random) {
    List<AccessTechnology> technologies = new ArrayList<>();
    for (AccessTechnology each : world.catalogue().technologies()) {
      technologies.add(
          each.with()
              .siteOpexUsdPerYear(SmallWorlds.figure(random.nextInt(5_000)))
              .adopterOpexUsdPerYear(SmallWorlds.figure(random.nextInt(15)))
              .siteLifetimeYears(SmallWorlds.figure(3 + random.nextInt(8)))
              .adopterLifetimeYears(SmallWorlds.figure(2 + random.nextInt(5)))
              .build());
    }
    List<Medium> media =
        world.catalogue().media().stream()
            .map(each -> each.withOpexRatioPerYear(SmallWorlds.figure(0.08)))
            .toList();
    return world
        .withCatalogue(new Catalogue("years", technologies, media))
        .withTerms(SmallWorlds.PLAIN, MONEY);
  }

  /** The same world with demand that grows from year to year. */
  private static PlanningProblem growing(PlanningProblem world, SplittableRandom random) {
    double adopted = world.standard().adoptionRatio() * (0.1 + 0.5 * random.nextDouble());
    double used = 0.2 + 0.6 * random.nextDouble();
    return world
        .with()
        .standard(world.standard().withGrowth(List.of(new GrowthPoint(2028, adopted, used))))
        .build();
  }

  public static PlanningProblem world(long seed, SplittableRandom random) {
    int places = 2 + random.nextInt(2);
    PlanningProblem world =
        overYears(
            seed % 2 == 0 ? SmallWorlds.random(seed, places) : SmallWorlds.wide(seed, places),
            random);
    if (seed / 2 % 2 == 0) {
      world = growing(world, random);
    }
    return seed % 3 == 0
        ? SmallWorlds.withTransit(world, 50)
            .with()
            .nodes(world.nodes().stream().map(node -> node.withCapacityMbps(200)).toList())
            .build()
        : world;
  }

  @Test
  void boundIsNeverBelowAndPlanSeldomBelowTheOptimum() {
    List<Long> seeds =
        SeededSample.of(
            "programmes on " + WORLDS + " worlds",
            LongStream.rangeClosed(1, WORLDS).boxed().toList(),
            TAKEN);
    int optimal = 0;
    int replacing = 0;
    double lost = 0;
    double gap = 0;
    for (long seed : seeds) {
      SplittableRandom random = new SplittableRandom(seed);
      PlanningProblem problem = world(seed, random);
      List<Phase> phases = phases(random);
      double[] weights = phases.stream().mapToDouble(Phase::years).toArray();
      DeploySettings settings =
          new DeploySettings(Double.NaN, Double.NaN, List.of(), List.of(), List.of(), seed, 600);
      ProgrammePlanning.Found found =
          new ProgrammePlanning(
                  problem, phases, weights, settings, new LocalSearch(), new PhaseSearch())
              .plan(Progress.NONE, () -> false);
      double best =
          ProgrammeBruteForce.best(
              new Terms(problem, phases, weights), new Question(problem, settings), found.value());
      assertThat(found.bound()).as("bound of seed %d", seed).isGreaterThanOrEqualTo(best - 1e-6);
      found
          .plan()
          .programme()
          .phases()
          .forEach(each -> assertThat(each.carriedUsd()).isGreaterThanOrEqualTo(0));
      replacing += found.plan().programme().replaced().isEmpty() ? 0 : 1;
      optimal += found.value() >= best - 1e-6 ? 1 : 0;
      lost += best == 0 ? 0 : (best - found.value()) / best;
      gap += found.bound() == 0 ? 0 : (found.bound() - best) / found.bound();
    }
    System.out.printf(
        "programmes: %d of %d optimal (%d replace), %.3f %% lost, bound %.2f %% above the optimum%n",
        optimal, seeds.size(), replacing, 100 * lost / seeds.size(), 100 * gap / seeds.size());
    assertThat(optimal).isGreaterThanOrEqualTo(seeds.size() * 8 / 10);
    assertThat(lost / seeds.size()).isLessThanOrEqualTo(0.02);
  }
}
