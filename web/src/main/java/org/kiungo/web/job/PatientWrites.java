package org.kiungo.web.job;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.kiungo.web.store.StorageFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes that wait until the database is there again and the disk has space. */
@Component
public class PatientWrites {

  private static final Logger LOG = LoggerFactory.getLogger(PatientWrites.class);
  private static final long AGAIN_AFTER_MS = 1_000;

  private final StorageFault storage;

  PatientWrites(StorageFault storage) {
    this.storage = storage;
  }

  /** Whether a failure passes by itself. */
  public boolean isPassing(Throwable thrown) {
    return storage.kind(thrown).isPresent();
  }

  /**
   * Writes, again and again where that fails for a reason that passes.
   *
   * @param givingUp once true, nothing is tried again
   * @return false when it gave up
   */
  public boolean write(BooleanSupplier givingUp, Runnable write) {
    while (true) {
      try {
        write.run();
        return true;
      } catch (RuntimeException failed) {
        if (!isPassing(failed)) {
          throw failed;
        }
        LOG.warn("what is computed waits to be kept: {}", failed.toString());
        if (givingUp.getAsBoolean() || !rest()) {
          return false;
        }
      }
    }
  }

  private static boolean rest() {
    try {
      TimeUnit.MILLISECONDS.sleep(AGAIN_AFTER_MS);
      return true;
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
