package org.kiungo.web.worker;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How much memory work may take that is done in a Java of its own. */
@Component
public class WorkerMemory {

  /** What is left to the system and to what Java needs besides its heaps. */
  private static final double KEPT_FREE_RATIO = 0.2;

  private static final long LEAST_BYTES = 512L << 20;
  private static final long MEBIBYTE = 1L << 20;

  private final long bytes;

  /**
   * @param mebibytes 0 = what the machine, or the container, has beyond this server's own heap,
   *     less a fifth of all
   */
  WorkerMemory(@Value("${kiungo.worker.memory-mib}") long mebibytes) {
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
}
