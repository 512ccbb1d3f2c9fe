package org.kiungo.web.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Space on the disk of the embedded database that is kept for what is under way when the disk is
 * full. H2 2.4.240 does not survive a failed write whole: it closes itself, and of the threads that
 * wait to commit some never return ({@code MVStore.registerVersionUsage} waits for a version that a
 * closed store does not begin any more). So writes under way get the reserve, and no change is
 * begun until there is space for it again.
 */
public final class SpaceReserve {

  private static final Logger LOG = LoggerFactory.getLogger(SpaceReserve.class);

  /** What changes under way write, with room to spare, bytes. */
  static final int BYTES = 8 << 20;

  /** A write waits so long for space once the reserve is used up as well. */
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** Looked so often whether there is space again. */
  private static final long LOOKED_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private static final Map<Path, SpaceReserve> OF_FOLDERS = new ConcurrentHashMap<>();

  private final Path file;
  private volatile boolean wanted;
  private volatile boolean kept;
  private long lookedNanos = System.nanoTime() - 2 * LOOKED_NANOS;

  private SpaceReserve(Path file) {
    this.file = file;
  }

  /** The one beside the files of a database. */
  static SpaceReserve of(Path folder) {
    return OF_FOLDERS.computeIfAbsent(
        folder.toAbsolutePath().normalize(), each -> new SpaceReserve(each.resolve("reserve")));
  }

  /** Keeps it from now on. */
  SpaceReserve begin() {
    wanted = true;
    keep();
    return this;
  }

  /** Whether there is too little space for anything new; never where none is kept. */
  public boolean isShort() {
    return wanted && !kept && !keep();
  }

  /** Refuses to go on with what writes much, as a full disk would. */
  public void require() {
    if (isShort()) {
      throw new UncheckedIOException(new IOException("No space left on device"));
    }
  }

  private synchronized boolean keep() {
    if (!kept && System.nanoTime() - lookedNanos > LOOKED_NANOS) {
      lookedNanos = System.nanoTime();
      try (OutputStream out = Files.newOutputStream(file)) {
        // what cannot be made smaller by the file system
        byte[] block = new byte[BYTES];
        new Random(0).nextBytes(block);
        out.write(block);
        kept = true;
        LOG.info("{} bytes are kept for when the disk is full", BYTES);
      } catch (IOException little) {
        drop();
      }
    }
    return kept;
  }

  private void drop() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException there) {
      LOG.warn("{} cannot be removed: {}", file, there.toString());
    }
  }

  /**
   * Makes space for a write that found none.
   *
   * @param sinceNanos when that write began
   * @return whether to try it again
   */
  boolean give(long sinceNanos) {
    if (!wanted) {
      return false;
    }
    synchronized (this) {
      if (kept) {
        kept = false;
        lookedNanos = System.nanoTime();
        drop();
        LOG.warn("the disk is full: {} is given to what is under way", file);
        return true;
      }
    }
    LockSupport.parkNanos(AGAIN_NANOS);
    return System.nanoTime() - sinceNanos < MOST_NANOS;
  }
}
