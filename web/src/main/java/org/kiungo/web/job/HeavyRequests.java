package org.kiungo.web.job;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.kiungo.web.portion.Portions;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.stereotype.Component;

/**
 * Requests that read whole files: as many at once as memory and the pool of connections carry, one
 * after another in the order in which they came. The others wait; whoever only reads does not.
 */
@Component
public class HeavyRequests {

  /** Memory that the largest file takes on its way into the store, as tests of a million rows. */
  private static final long BYTES_EACH = 192L << 20;

  /** Half of the pool of connections, each of which such a request holds to its end. */
  private static final int MOST_AT_ONCE = 4;

  /** Beyond these it is better to be told than to wait. */
  static final int MOST_WAITING = 50;

  private static final long AGAIN_SECONDS = 10;

  private final Semaphore turns;
  private final Portions places;
  private final int atOnce;

  HeavyRequests() {
    this((int) Math.min(MOST_AT_ONCE, Runtime.getRuntime().maxMemory() / BYTES_EACH));
  }

  /** How many whole files are read at once, at least one. */
  public int atOnce() {
    return atOnce;
  }

  /**
   * @param atOnce at least one is
   */
  HeavyRequests(int atOnce) {
    this.atOnce = Math.max(1, atOnce);
    this.turns = new Semaphore(this.atOnce, true);
    this.places = new Portions("uploads", this.atOnce + MOST_WAITING, "http.busy", AGAIN_SECONDS);
  }

  /** What a request does. */
  @FunctionalInterface
  public interface Work<T> {
    T get() throws IOException;
  }

  /**
   * Does it when its turn comes.
   *
   * @throws ApiRefusal when too many wait already, or too many of who asks
   */
  public <T> T inTurn(Work<T> work) throws IOException {
    Portions.Held place = places.take();
    try {
      turns.acquireUninterruptibly();
      try {
        return work.get();
      } finally {
        turns.release();
      }
    } finally {
      place.close();
    }
  }

  /** How many wait. */
  public int waiting() {
    return turns.getQueueLength();
  }
}
