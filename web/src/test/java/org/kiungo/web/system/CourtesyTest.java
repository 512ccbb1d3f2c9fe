package org.kiungo.web.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work steps aside for readers, not for ever. */
class CourtesyTest {

  private final AtomicBoolean reading = new AtomicBoolean(true);

  @BeforeEach
  void reads() {
    Courtesy.readerBegins();
  }

  @AfterEach
  void goes() {
    if (reading.get()) {
      Courtesy.readerEnds();
    }
  }

  @Test
  void workGoesOnOnceThePageIsThere() throws Exception {
    Courtesy work = new Courtesy(Long.MAX_VALUE);
    long worked = System.nanoTime();
    while (System.nanoTime() - worked < 300_000_000L) {
      Thread.onSpinWait();
    }
    AtomicBoolean early = new AtomicBoolean();
    Thread thread =
        new Thread(
            () -> {
              work.step();
              early.set(reading.get());
            });
    thread.start();
    while (thread.isAlive() && thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    reading.set(false);
    Courtesy.readerEnds();
    thread.join();
    assertThat(early).as("went on while somebody still read").isFalse();
  }

  @Test
  void workGoesOnThoughPagesAreReadWithoutEnd() {
    Courtesy work = new Courtesy();
    for (int k = 0; k < 100; k++) {
      work.step();
    }
    assertThat(reading).isTrue();
  }
}
