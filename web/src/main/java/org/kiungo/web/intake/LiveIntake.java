package org.kiungo.web.intake;

import java.util.function.Supplier;
import org.kiungo.geodata.store.Together;
import org.kiungo.web.job.Leases.Lease;
import org.kiungo.web.system.Courtesy;
import org.kiungo.web.worker.Unwanted;

/** An import under way here: its stop button and how far it is. */
final class LiveIntake {

  /** What an import is at. */
  enum Phase {
    READING,
    STORING
  }

  /** Milliseconds of work. */
  private static final int ROWS_A_STEP = 50;

  private final Courtesy courtesy = new Courtesy();
  private final IntakeRow row;
  private final Lease lease;
  private final IntakeRepository repository;
  private volatile boolean stopped;
  private volatile boolean closing;
  private volatile boolean lost;
  private volatile Phase phase = Phase.READING;
  private volatile long rows;
  private boolean ended;

  LiveIntake(IntakeRow row, Lease lease, IntakeRepository repository) {
    this.row = row;
    this.lease = lease;
    this.repository = repository;
  }

  String id() {
    return row.id();
  }

  IntakeRow row() {
    return row;
  }

  Lease lease() {
    return lease;
  }

  /** Its user wants it to end. */
  void stop() {
    stopped = true;
  }

  boolean isStopped() {
    return stopped;
  }

  /** The server stops: it is the next start's, or another server's. */
  void close() {
    closing = true;
  }

  /** Another server has it, or it is over: nothing of it may be kept from here. */
  void lose() {
    lost = true;
  }

  boolean isLost() {
    return lost;
  }

  boolean isEnding() {
    return stopped || closing || lost;
  }

  Phase phase() {
    return phase;
  }

  long rows() {
    return rows;
  }

  /** How far the phase is. */
  void at(Phase now, long taken) {
    phase = now;
    rows = taken;
    requireWanted();
  }

  /** Another row is taken in. */
  void row(Phase now) {
    at(now, rows + 1);
    if (rows % ROWS_A_STEP == 0) {
      courtesy.step();
    }
  }

  /** Ends the work when nobody wants it any more. */
  void requireWanted() {
    if (isEnding()) {
      throw new Unwanted();
    }
  }

  /**
   * Its end, to be written together with what it stores.
   *
   * @param result in the notation of its kind, asked for last; null where that is kept elsewhere
   */
  Together end(Supplier<String> result) {
    return connection -> {
      requireWanted();
      repository.finish(lease, rows, result.get()).write(connection);
      ended = true;
    };
  }

  /** Does what follows once it is stored, if it is. */
  void ifStored(Runnable then) {
    if (ended) {
      then.run();
    }
  }
}
