package org.kiungo.web.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.planner.Planner;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.Feed;
import org.kiungo.planner.scenario.Scenario;

/** Rounds of a candidate plan: the better plan and the better bound of all of them count. */
class DeepeningTest {

  private static final Scenario FIRST =
      ScenarioFile.DEFAULT.with().countries(List.of("SYC")).budgetUsd(1e5).steps(0).build();

  private static PlanFolder plan(double value, double bound) {
    PlanningProblem facts =
        ProblemAssembly.builtIn(
            List.of("SYC"), CatalogueReader.builtIn(), FIRST.standard(), FIRST.money());
    PlanFolder made = Planner.folder(facts, Planner.plan(facts, FIRST, Progress.NONE, () -> false));
    Certificate c = made.certificate();
    Certificate stated =
        new Certificate(
            c.sense(),
            value,
            bound,
            Certificate.gapRatio(c.sense(), value, bound),
            c.lambdaPeoplePerUsd(),
            c.method(),
            c.candidateGraph(),
            c.relaxed(),
            c.seed(),
            c.steps(),
            c.engineVersion(),
            c.catalogueVersion());
    return new PlanFolder(
        made.problem(), made.scenario(), made.plan(), stated, made.proof(), made.blockedHops());
  }

  @Test
  void aBoundOfAnEarlierRoundHoldsForTheBetterPlanOfALaterOne() {
    Deepening found = new Deepening(plan(90, 100), 1).with(plan(95, 110));
    assertThat(found.best().certificate().value()).isEqualTo(95);
    assertThat(found.best().certificate().bound()).isEqualTo(100);
    assertThat(found.best().certificate().gapRatio()).isEqualTo(0.05);
    Deepening worse = found.with(plan(80, 98));
    assertThat(worse.best().certificate().value()).isEqualTo(95);
    assertThat(worse.best().certificate().bound()).isEqualTo(98);
  }

  /** The bound of one set of facts says nothing of a plan on another. */
  @Test
  void aRoundOnOtherDataIsTheFirstOfThese() {
    PlanFolder later = plan(80, 98);
    Feed imported = new Feed("SYC", Feed.Layer.COVERAGE, "d/1", Feed.Use.ALONE);
    PlanFolder fed =
        new PlanFolder(
            later.problem(),
            later.scenario().withFeeds(List.of(imported)),
            later.plan(),
            later.certificate(),
            later.proof(),
            later.blockedHops());
    Deepening found = new Deepening(plan(90, 95), 2).with(fed);
    assertThat(found.best()).isSameAs(fed);
    assertThat(found.rounds()).isEqualTo(1);
  }

  @Test
  void roundsDoubleTheirWorkAndEndWhereTheGapIsNarrowOrThereWereEnough() {
    Deepening wide = new Deepening(plan(90, 100), 1);
    assertThat(wide.isDone()).isFalse();
    assertThat(wide.next(FIRST).steps()).isEqualTo(20_000);
    assertThat(wide.with(plan(90, 100)).next(FIRST).steps()).isEqualTo(40_000);
    assertThat(new Deepening(plan(97, 100), 1).isDone()).isTrue();
    assertThat(new Deepening(plan(90, 100), Deepening.MOST_ROUNDS).isDone()).isTrue();
  }
}
