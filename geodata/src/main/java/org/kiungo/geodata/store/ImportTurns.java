package org.kiungo.geodata.store;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets imports into datasets of one name go one after another, and few at once whatever their name:
 * each holds a connection while its file is read, and other requests need some too. Who waits holds
 * none.
 */
final class ImportTurns {

  /** Half of the connections that a server keeps. */
  private static final int AT_ONCE = 4;

  private static final int LOCKS = 64;

  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final ReentrantLock[] locks =
      Stream.generate(() -> new ReentrantLock(true)).limit(LOCKS).toArray(ReentrantLock[]::new);

  <T> T inTurn(String name, Supplier<T> work) {
    ReentrantLock lock = locks[Math.floorMod(name.hashCode(), LOCKS)];
    lock.lock();
    try {
      places.acquireUninterruptibly();
      try {
        return work.get();
      } finally {
        places.release();
      }
    } finally {
      lock.unlock();
    }
  }
}
