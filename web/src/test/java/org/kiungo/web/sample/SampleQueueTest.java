package org.kiungo.web.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.reference.DefaultBudget;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.kiungo.web.sample.ContinentProgress.CountryStage;

class SampleQueueTest {

  private static final List<Scenario> SAMPLES = SampleScenarios.of(Reference.builtIn(), 10);

  @Test
  void everyCountryHasItsTurnOnce() {
    SampleQueue queue = new SampleQueue(SAMPLES);
    assertEquals(54, queue.progress().getTotal());
    int taken = 0;
    for (var next = queue.take(); next.isPresent() && taken < 60; next = queue.take()) {
      taken++;
      assertEquals(taken, queue.progress().at(Stage.RUNNING).size());
    }
    assertEquals(54, taken);
    assertEquals(List.of(), queue.progress().at(Stage.WAITING));
  }

  @Test
  void whoeverNeedsAnotherTurnHasItAfterAllOthers() {
    SampleQueue queue = new SampleQueue(SAMPLES);
    String first = queue.take().orElseThrow().get(0).countries().get(0);
    PlanFolder tiny = TinyWorld.plan(4e5);
    PlanSummary soFar =
        new PlanSummary(
            "plan-1",
            "A",
            first,
            first,
            tiny.scenario(),
            tiny.plan().totals(),
            tiny.certificate(),
            1,
            "sample",
            PlanVerdict.OLDER,
            null);
    queue.again(first, soFar);
    assertEquals("plan-1", stageOf(queue, first).planId());
    assertEquals(1, queue.progress().countDeepened());
    for (int k = 1; k < 54; k++) {
      assertFalse(queue.take().orElseThrow().get(0).countries().contains(first));
    }
    assertEquals(List.of(first), queue.take().orElseThrow().get(0).countries());
    assertEquals(Stage.RUNNING, stageOf(queue, first).stage());
    assertEquals("plan-1", stageOf(queue, first).planId());
    assertTrue(queue.take().isEmpty());
  }

  private static CountryStage stageOf(SampleQueue queue, String iso3) {
    return queue.progress().countries().stream()
        .filter(each -> each.iso3().equals(iso3))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theFirstCountryComesWithItsThreeBudgetsTheDefaultFirst() {
    SampleQueue queue = new SampleQueue(SAMPLES);
    List<Scenario> first = queue.take().orElseThrow();
    assertEquals(3, first.size());
    CountryStage running = queue.progress().at(Stage.RUNNING).get(0);
    assertEquals(SampleScenarios.FIRST, running.iso3());
    assertEquals(first.get(0).budgetUsd(), running.budgetUsd());
    assertEquals(first.get(0).budgetUsd() / 3, first.get(1).budgetUsd(), 1);
    assertEquals(first.get(0).budgetUsd() * 3, first.get(2).budgetUsd(), 1);
  }

  /** Overview, form and command line have one rule for the money of a plan. */
  @Test
  void everyCountryIsPlannedWithTheDefaultBudget() {
    for (CountryStage each : new SampleQueue(SAMPLES).progress().countries()) {
      List<String> alone = List.of(each.iso3());
      assertEquals(DefaultBudget.usd(Reference.builtIn(), alone), each.budgetUsd(), 0, each.iso3());
    }
  }

  @Test
  void aCountryThatFailsIsCountedAndTheOthersGoOn() {
    SampleQueue queue = new SampleQueue(SAMPLES);
    String iso3 = queue.take().orElseThrow().get(0).countries().get(0);
    queue.failed(iso3);
    assertEquals(1, queue.progress().getFailed());
    assertEquals(0, queue.progress().getPlanned());
    assertTrue(queue.take().isPresent());
  }

  @Test
  void nothingRunsWhileThePlanningIsPaused() {
    SampleQueue queue = new SampleQueue(SAMPLES);
    queue.take();
    queue.pause(true);
    assertEquals(List.of(), queue.progress().at(Stage.RUNNING));
    assertEquals(54, queue.progress().at(Stage.WAITING).size());
    queue.pause(false);
    assertEquals(1, queue.progress().at(Stage.RUNNING).size());
  }

  @Test
  void withoutSamplesThereIsNothingToDo() {
    SampleQueue queue = new SampleQueue(List.of());
    assertEquals(Optional.empty(), queue.take());
    assertEquals(0, queue.progress().getTotal());
    assertFalse(queue.isPaused());
  }
}
