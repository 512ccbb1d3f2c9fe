package org.kiungo.planner.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.deploy.local.LocalSearch;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.road.RoadNetwork;
import org.kiungo.planner.model.road.RoadStretch;
import org.kiungo.planner.model.value.LonLat;

/**
 * Random worlds of a few places beside a road with a fork, where nobody lives, against the optimum
 * found by trying everything.
 */
class RoadExactnessTest {

  private static final int WORLDS = 60;

  /** Three places, a road from the network to a fork, and on from there to either side. */
  private static PlanningProblem world(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    PlanningProblem plain = SmallWorlds.random(seed, 3);
    LonLat start = plain.nodes().get(0).location();
    LonLat fork = place(random, 2.1, 9.05);
    LonLat west = place(random, 2, 9.15);
    LonLat east = place(random, 2.2, 9.15);
    List<RoadStretch> roads = new ArrayList<>();
    roads.add(new RoadStretch(List.of(start, fork)));
    roads.add(new RoadStretch(List.of(fork, place(random, 2.05, 9.1), west)));
    roads.add(new RoadStretch(List.of(fork, place(random, 2.15, 9.1), east)));
    return plain
        .withRoads(new RoadNetwork(roads))
        .withCatalogue(
            new Catalogue(
                "roads",
                plain.catalogue().technologies(),
                List.of(
                    SmallWorlds.fibre()
                        .withCapexUsdPerKm(SmallWorlds.figure(1_000))
                        .withRouteFactor(SmallWorlds.figure(1.3)),
                    SmallWorlds.microwave())));
  }

  private static LonLat place(SplittableRandom random, double lon, double lat) {
    return new LonLat(lon + 0.05 * random.nextDouble(), lat + 0.05 * random.nextDouble());
  }

  @Test
  void boundIsNeverBelowAndPlanSeldomBelowTheOptimum() {
    int optimal = 0;
    int along = 0;
    for (long seed = 1; seed <= WORLDS; seed++) {
      PlanningProblem problem = world(seed);
      double budgetUsd = 40_000 + 200_000 * new SplittableRandom(-seed).nextDouble();
      DeploySettings settings =
          new DeploySettings(budgetUsd, Double.NaN, List.of(), List.of(), List.of(), seed, 3_200);
      Deployment found =
          new BroadbandSolver(problem, settings, new LocalSearch())
              .solve(budgetUsd, Progress.NONE, () -> false);
      long known = Math.round(found.weightedPeople() * SolverUnits.VALUE_PER_PERSON);
      double best =
          BruteForce.bestValue(new Question(problem, settings), known)
              / SolverUnits.VALUE_PER_PERSON;
      assertThat(found.boundPeople()).as("seed %d", seed).isGreaterThanOrEqualTo(best - 1e-6);
      assertThat(found.plan().totals().lifetimeCostUsd()).isLessThanOrEqualTo(budgetUsd);
      optimal += found.weightedPeople() >= best - 1e-6 ? 1 : 0;
      along +=
          found.plan().links().stream()
                  .anyMatch(
                      each ->
                          RoadStretch.isPlace(each.fromId()) && RoadStretch.isPlace(each.toId()))
              ? 1
              : 0;
    }
    assertThat(optimal).isGreaterThanOrEqualTo(WORLDS * 9 / 10);
    assertThat(along).isGreaterThanOrEqualTo(WORLDS / 5);
  }
}
