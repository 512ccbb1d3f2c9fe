package org.kiungo.planner.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.deploy.BroadbandSolver;
import org.kiungo.planner.deploy.search.PlanImprover;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.programme.ProgrammePlanning.ScheduleSearch;
import org.kiungo.planner.programme.local.AssertedPhaseSearch;
import org.kiungo.planner.scenario.Phase;

/** Phases of the eight places of a line and their hops, moved at random and by OptaPlanner. */
class ScheduleTest {

  private static Network network;

  @BeforeAll
  static void world() {
    PlanningProblem line =
        SmallWorlds.line(8).withTerms(SmallWorlds.PLAIN, new Money(0.08, 2027, 2032, 2025));
    DeploySettings settings =
        new DeploySettings(Double.NaN, Double.NaN, List.of(), List.of(), List.of(), 1, 0);
    Terms terms =
        new Terms(
            line,
            List.of(
                new Phase(2027, 2028, 300_000),
                new Phase(2029, 2030, 200_000),
                new Phase(2031, 2032, 300_000)),
            new double[] {2, 2, 2});
    network =
        new Network(
            terms,
            new PhasePrices(terms),
            new BroadbandSolver(line, settings, PlanImprover.NONE)
                .solve(Double.NaN, Progress.NONE, () -> false)
                .plan());
  }

  @Test
  void whatIsKeptInStepEqualsWhatIsComputedFromScratch() {
    Schedule schedule = new Schedule(network);
    Random random = new Random(1);
    for (int k = 0; k < 500; k++) {
      schedule.move(random.nextInt(schedule.services()), random.nextInt(schedule.phases() + 1));
      Schedule again = schedule.copy();
      assertThat(again.value()).isEqualTo(schedule.value());
      for (int t = 0; t < schedule.phases(); t++) {
        assertThat(again.spent(t)).isEqualTo(schedule.spent(t));
        assertThat(schedule.spent(t)).isGreaterThanOrEqualTo(0);
      }
    }
  }

  @Test
  void optaPlannerFindsItsScoresAssertedAndIsNeverWorseThanItsStart() {
    Schedule start = new Schedule(network);
    Filling filling =
        new Filling(new Blocks(network), network.terms.cumulativeCents(), new double[] {1, 1, 1});
    ScheduleSearch.Request request =
        new ScheduleSearch.Request(
            network.terms.cumulativeCents(),
            new double[] {1e3, 1e3, 1e3},
            1,
            120,
            each -> {
              filling.fit(each);
              filling.fillAll(each);
              return each;
            });
    Schedule found = new AssertedPhaseSearch().improve(start, request, () -> false);
    assertThat(found.value()).isGreaterThan(start.value());
    assertThat(found.overCents(network.terms.cumulativeCents())).isZero();
  }
}
