package org.kiungo.web.worker;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How much memory work may take that is done in a Java of its own, all of it together: whatever
 * finds too little left waits, in the order of its coming, until another has ended.
 */
@Component
public class WorkerMemory {

  /** What is left to the system and to what Java needs besides its heaps. */
  private static final double KEPT_FREE_RATIO = 0.2;

  private static final long LEAST_BYTES = 512L << 20;
  private static final long MEBIBYTE = 1L << 20;

  private static final long LOOKED_EVERY_MS = 200;

  private final long bytes;

  /** Who waits, the first first; guarded by itself. */
  private final Deque<Object> waiting = new ArrayDeque<>();

  /** Guarded by {@link #waiting}. */
  private long takenMebibytes;

  /**
   * @param mebibytes 0 = what the machine, or the container, has beyond this server's own heap,
   *     less a fifth of all
   */
  public WorkerMemory(@Value("${kiungo.worker.memory-mib}") long mebibytes) {
    this.bytes = mebibytes > 0 ? mebibytes * MEBIBYTE : left();
  }

  private static long left() {
    OperatingSystemMXBean machine =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long all = machine.getTotalMemorySize();
    long own = Runtime.getRuntime().maxMemory();
    return Math.max(LEAST_BYTES, (long) (all * (1 - KEPT_FREE_RATIO)) - own);
  }

  /** Largest heap of one piece of work, bytes. */
  public long bytes() {
    return bytes;
  }

  /** The same in whole MiB, as Java and people are told it. */
  public long mebibytes() {
    return bytes / MEBIBYTE;
  }

  /** A heap that somebody works within; closed, it is there for the next. */
  interface Share extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Takes a heap once there is room for it and for everybody who came before. One that is larger
   * than all there is waits until nobody else has any.
   *
   * @param givenUp whether to wait no longer, asked again and again
   * @return null when given up
   */
  Share take(long mebibytes, BooleanSupplier givenUp) throws InterruptedException {
    long wanted = Math.min(mebibytes, mebibytes());
    Object turn = new Object();
    synchronized (waiting) {
      waiting.add(turn);
      try {
        while (waiting.peek() != turn || takenMebibytes + wanted > mebibytes()) {
          if (givenUp.getAsBoolean()) {
            return null;
          }
          waiting.wait(LOOKED_EVERY_MS);
        }
        takenMebibytes += wanted;
      } finally {
        waiting.remove(turn);
        waiting.notifyAll();
      }
    }
    return () -> giveBack(wanted);
  }

  private void giveBack(long mebibytes) {
    synchronized (waiting) {
      takenMebibytes -= mebibytes;
      waiting.notifyAll();
    }
  }
}
