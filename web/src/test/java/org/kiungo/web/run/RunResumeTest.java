package org.kiungo.web.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.Planner;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.job.JobState;
import org.kiungo.web.job.JobTable;
import org.kiungo.web.job.Jobs;
import org.kiungo.web.job.Leases;
import org.kiungo.web.job.Leases.Lease;
import org.kiungo.web.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;

/** What a start of the server does with the runs that the last stop left behind. */
@ApiTest
class RunResumeTest {

  @Autowired private Runs runs;
  @Autowired private JobTable table;
  @Autowired private RunWork work;
  @Autowired private Checkpoints checkpoints;
  @Autowired private Plans plans;

  private String left(int attempts, long events) {
    return left(attempts, events, TinyWorld.scenario("1e6", 50));
  }

  private String left(int attempts, long events, String scenario) {
    String id = UUID.randomUUID().toString();
    table.insert(work, id, new Jobs.Ask(work.kind(), "", scenario, null, null), 0);
    for (int attempt = 0; attempt < attempts; attempt++) {
      Lease lease = table.leases().begin(id).orElseThrow();
      table.progress(lease, new RunRow.Kept(RunProgress.NONE, events));
    }
    return id;
  }

  private boolean end(Lease lease, JobState state, String planId) {
    String made = JobTable.JSON.writeValueAsString(new RunRow.Made(planId, null));
    return table.end(lease, state, null, made, null, false);
  }

  private RunRow ended(String id) throws InterruptedException {
    Instant latest = Instant.now().plus(Duration.ofMinutes(20));
    while (!runs.get(id).state().isOver() && Instant.now().isBefore(latest)) {
      Thread.sleep(20);
    }
    return runs.get(id);
  }

  @Test
  void whatWasInterruptedOnceIsComputedAnewAndItsEventsGoOn() throws InterruptedException {
    String id = left(1, 7);
    runs.resume();
    RunRow row = ended(id);
    assertThat(row.state()).isEqualTo(JobState.FINISHED);
    assertThat(row.planId()).isNotNull();
    assertThat(runs.events(id).after(0).get(0).id()).isEqualTo(8);
  }

  @Test
  void whatWasInterruptedFiveTimesIsMarkedFailed() throws InterruptedException {
    String innocent = left(4, 0);
    String id = left(5, 0);
    runs.resume();
    assertThat(ended(innocent).state()).isEqualTo(JobState.FINISHED);
    assertThat(ended(id).state()).isEqualTo(JobState.FAILED);
    assertThat(ended(id).job().error()).contains("run.interrupted");
  }

  @Test
  void whatAnotherServerHasBegunSinceIsNotEndedHere() {
    String id = left(1, 0);
    Lease stale = table.leases().begin(id).orElseThrow();
    Lease fresh = table.leases().begin(id).orElseThrow();
    assertThat(table.leases().look(stale)).isEqualTo(Leases.Hold.LOST);
    assertThat(end(stale, JobState.FINISHED, "stale")).isFalse();
    assertThat(table.leases().look(fresh)).isEqualTo(Leases.Hold.HELD);
    assertThat(runs.get(id).planId()).isNull();
    assertThat(end(fresh, JobState.FINISHED, "fresh")).isTrue();
    assertThat(end(fresh, JobState.FAILED, "again")).isFalse();
    assertThat(runs.get(id).planId()).isEqualTo("fresh");
    assertThat(table.leases().begin(id)).as("over").isEmpty();
  }

  @Test
  void whatGoesBackInGoodOrderIsNoAttempt() {
    String id = left(1, 0);
    Lease lease = table.leases().begin(id).orElseThrow();
    table.leases().giveBack(lease);
    assertThat(runs.get(id).state()).isEqualTo(JobState.QUEUED);
    assertThat(runs.get(id).job().attempts()).isEqualTo(1);
    runs.stop(id);
  }

  @Test
  void whatIsStoppedWhileItWaitsIsOverAtOnceAndNeverBegins() {
    String id = left(0, 0);
    assertThat(table.leases().countBefore(id)).isZero();
    String next = left(0, 0);
    assertThat(table.leases().countBefore(next)).isEqualTo(1);
    runs.stop(id);
    assertThat(runs.get(id).state()).isEqualTo(JobState.STOPPED);
    assertThat(table.leases().begin(id)).isEmpty();
    assertThat(table.leases().countBefore(next)).isZero();
    runs.stop(next);
  }

  @Test
  void aCheckpointIsReadBackAsItWasWritten() {
    Plan plan = TinyWorld.plan(1e6).plan();
    String id = UUID.randomUUID().toString();
    checkpoints.write(new Lease(id, 1, 1), plan);
    checkpoints.write(new Lease(id, 2, 2), plan);
    assertThat(checkpoints.read(id)).isEqualTo(List.of(plan, plan));
    assertThat(checkpoints.read("another")).isEmpty();
    checkpoints.keepOnly(Set.of());
    assertThat(checkpoints.read(id)).isEmpty();
  }

  @Test
  void whatWasInterruptedNeverEndsWorseThanItsCheckpoint() throws InterruptedException {
    PlanFolder best = betterThanConstruction();
    String scenario = TinyWorld.scenario(String.valueOf(best.scenario().budgetUsd()), 0);
    assertThat(value(left(0, 0, scenario))).isLessThan(best.certificate().value());
    String id = left(1, 0, scenario);
    checkpoints.write(new Lease(id, 1, 1), best.plan());
    assertThat(value(id)).isGreaterThanOrEqualTo(best.certificate().value());
  }

  /** A plan that takes a search to be found. */
  private static PlanFolder betterThanConstruction() {
    for (double budgetUsd = 1e5; budgetUsd < 3e6; budgetUsd += 2e4) {
      PlanFolder searched = TinyWorld.plan(budgetUsd);
      Scenario quick = searched.scenario().with().steps(0).build();
      double constructed =
          Planner.plan(TinyWorld.problem(quick), quick, Progress.NONE, () -> false)
              .certificate()
              .value();
      if (constructed < searched.certificate().value()) {
        return searched;
      }
    }
    throw new AssertionError("construction alone finds every plan of this world");
  }

  private double value(String id) throws InterruptedException {
    runs.resume();
    return plans.find(ended(id).planId()).orElseThrow().certificate().value();
  }

  @Test
  void whatWaitedIsComputed() throws InterruptedException {
    String id = left(0, 0);
    runs.resume();
    assertThat(ended(id).state()).isEqualTo(JobState.FINISHED);
  }
}
