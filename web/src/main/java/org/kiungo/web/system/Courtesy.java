package org.kiungo.web.system;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets those who wait for a page have the processors before work in the background, which takes
 * twice as long by it at most: threads of one Java all have the same share of a processor.
 */
public final class Courtesy {

  private static final AtomicInteger READERS = new AtomicInteger();

  /** Longest rest at a time. */
  private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** Looked so often whether a page is done. */
  private static final long LOOKED_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

  private final long mostNanos;
  private long sinceNanos;

  public Courtesy() {
    this(MOST_NANOS);
  }

  /**
   * @param mostNanos longest rest at a time
   */
  Courtesy(long mostNanos) {
    this.mostNanos = mostNanos;
    this.sinceNanos = System.nanoTime();
  }

  /** Somebody begins to wait for what they read. */
  static void readerBegins() {
    READERS.incrementAndGet();
  }

  static void readerEnds() {
    READERS.decrementAndGet();
  }

  /** Rests while somebody reads, no longer than it has worked since it last did. */
  public void step() {
    long began = System.nanoTime();
    long rest = Math.min(mostNanos, began - sinceNanos);
    while (READERS.get() > 0 && System.nanoTime() - began < rest) {
      LockSupport.parkNanos(LOOKED_NANOS);
    }
    sinceNanos = System.nanoTime();
  }
}
