package org.kiungo.web.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.springframework.beans.factory.annotation.Autowired;

/** What a start of the server does with the runs that the last stop left behind. */
@ApiTest
class RunResumeTest {

  @Autowired private Runs runs;
  @Autowired private RunRepository repository;

  private String left(RunState state, int attempts, long events) {
    String id = UUID.randomUUID().toString();
    repository.insert(id, TinyWorld.scenario("1e6", 50), null, null);
    if (state == RunState.RUNNING) {
      repository.begin(id, attempts);
      repository.progress(id, RunProgress.NONE, events);
    }
    return id;
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
    String id = left(RunState.RUNNING, 1, 7);
    runs.resume();
    RunRow row = ended(id);
    assertThat(row.state()).isEqualTo(RunState.FINISHED);
    assertThat(row.planId()).isNotNull();
    assertThat(runs.events(id).after(0).get(0).id()).isEqualTo(8);
  }

  @Test
  void whatWasInterruptedTwiceIsMarkedFailed() throws InterruptedException {
    String id = left(RunState.RUNNING, 2, 0);
    runs.resume();
    assertThat(ended(id).state()).isEqualTo(RunState.FAILED);
    assertThat(ended(id).error()).contains("run.interrupted");
  }

  @Test
  void whatWaitedIsComputed() throws InterruptedException {
    String id = left(RunState.QUEUED, 0, 0);
    runs.resume();
    assertThat(ended(id).state()).isEqualTo(RunState.FINISHED);
  }
}
