package org.kiungo.web.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.kiungo.web.system.ApiRefusal;

class HeavyRequestsTest {

  @Test
  void soManyAreDoneAtOnceTheOthersWaitAndTheRestIsTold() throws Exception {
    HeavyRequests heavy = new HeavyRequests(2);
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger atWork = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    List<Thread> clients = new ArrayList<>();
    for (int k = 0; k < 2 + HeavyRequests.MOST_WAITING; k++) {
      Thread client =
          new Thread(
              () -> {
                try {
                  heavy.inTurn(
                      () -> {
                        assertThat(atWork.incrementAndGet()).isLessThanOrEqualTo(2);
                        await(go);
                        atWork.decrementAndGet();
                        return done.incrementAndGet();
                      });
                } catch (java.io.IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
      client.start();
      clients.add(client);
    }
    while (heavy.waiting() < HeavyRequests.MOST_WAITING) {
      Thread.onSpinWait();
    }
    ApiRefusal refused = catchThrowableOfType(ApiRefusal.class, () -> heavy.inTurn(() -> 1));
    assertThat(refused.code()).isEqualTo("http.busy");
    go.countDown();
    for (Thread each : clients) {
      each.join();
    }
    assertThat(done).hasValue(2 + HeavyRequests.MOST_WAITING);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
