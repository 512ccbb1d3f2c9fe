package org.kiungo.web.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.value.InputRefused;

/** Heaps of all work together stay within what there is. */
class WorkerMemoryTest {

  private final WorkerMemory memory = new WorkerMemory(1_000);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void whoFindsNoRoomWaitsUntilThereIs() throws Exception {
    WorkerMemory.Share first = memory.take(700, () -> false);
    Future<WorkerMemory.Share> second = threads.submit(() -> memory.take(400, () -> false));
    assertThat(isTaken(second)).isFalse();
    first.close();
    assertThat(second.get(10, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void whoWouldFitDoesNotOvertakeWhoCameBefore() throws Exception {
    WorkerMemory.Share first = memory.take(700, () -> false);
    Future<WorkerMemory.Share> large = threads.submit(() -> memory.take(5_000, () -> false));
    assertThat(isTaken(large)).isFalse();
    Future<WorkerMemory.Share> small = threads.submit(() -> memory.take(100, () -> false));
    assertThat(isTaken(small)).isFalse();
    first.close();
    WorkerMemory.Share all = large.get(10, TimeUnit.SECONDS);
    assertThat(isTaken(small)).isFalse();
    all.close();
    assertThat(small.get(10, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void whoGivesUpLeavesTheTurnToTheNext() throws Exception {
    WorkerMemory.Share first = memory.take(1_000, () -> false);
    assertThat(memory.take(1, () -> true)).isNull();
    first.close();
    assertThat(memory.take(1_000, () -> false)).isNotNull();
  }

  @Test
  void theSumNeverExceedsWhatThereIs() throws Exception {
    AtomicLong sum = new AtomicLong();
    List<Future<Long>> seen = new ArrayList<>();
    for (int k = 1; k <= 40; k++) {
      long wanted = 100L + 20 * k;
      seen.add(
          threads.submit(
              () -> {
                WorkerMemory.Share share = memory.take(wanted, () -> false);
                long now = sum.addAndGet(wanted);
                Thread.yield();
                sum.addAndGet(-wanted);
                share.close();
                return now;
              }));
    }
    for (Future<Long> each : seen) {
      assertThat(each.get(10, TimeUnit.SECONDS)).isLessThanOrEqualTo(1_000);
    }
  }

  @Test
  void aPlansHeapFollowsItsPlaces() {
    Budgets budgets = new Budgets(new WorkerMemory(4_000), 100, 1, 1, 1, 1);
    assertThat(budgets.plan("run", "small", 37).heapMebibytes()).isEqualTo(1_024);
    assertThat(budgets.plan("run", "larger", 20_000).heapMebibytes()).isBetween(1_500L, 2_500L);
    assertThat(budgets.plan("run", "largest", 1_000_000).heapMebibytes()).isEqualTo(4_000);
    InputRefused late = budgets.look("file").findLate(Duration.ofSeconds(2)).orElseThrow();
    assertThat(late.code()).isEqualTo("import.time");
  }

  private static boolean isTaken(Future<?> share) throws Exception {
    try {
      share.get(300, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException waits) {
      return false;
    }
  }
}
