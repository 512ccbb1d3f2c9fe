package org.kiungo.web.intake;

import java.util.function.Supplier;
import org.kiungo.geodata.store.Together;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.LiveJob;
import org.kiungo.web.store.SpaceReserve;
import org.kiungo.web.system.Courtesy;
import org.kiungo.web.worker.Unwanted;

/** An import under way here, and how far it is. */
final class LiveIntake {

  /** What an import is at. */
  enum Phase {
    READING,
    STORING
  }

  /** Milliseconds of work. */
  private static final int ROWS_A_STEP = 50;

  /** How far an import is, as it is kept. */
  record Taken(String phase, long rows) {

    static final Taken NOTHING = new Taken("", 0);
  }

  private final Courtesy courtesy = new Courtesy();
  private final LiveJob job;
  private final SpaceReserve space;
  private Taken taken = new Taken(Phase.READING.name(), 0);

  /**
   * @param space that what is taken in is written to
   */
  LiveIntake(LiveJob job, SpaceReserve space) {
    this.job = job;
    this.space = space;
    job.at(taken);
    requireWanted();
  }

  String id() {
    return job.id();
  }

  JobRow row() {
    return job.row();
  }

  boolean isEnding() {
    return job.isEnding();
  }

  /** How far the phase is. */
  void at(Phase now, long rows) {
    taken = new Taken(now.name(), rows);
    job.at(taken);
    requireWanted();
  }

  /** Another row is taken in. */
  void row(Phase now) {
    at(now, taken.rows() + 1);
    if (taken.rows() % ROWS_A_STEP == 0) {
      space.require();
      courtesy.step();
    }
  }

  private void requireWanted() {
    if (isEnding()) {
      throw new Unwanted();
    }
  }

  /** Its end, to be written together with what it stores. */
  Together end(Supplier<String> result) {
    return job.endTogether(result);
  }

  /** Does what follows once it is stored, if it is. */
  void ifStored(Runnable then) {
    job.ifEnded(then);
  }
}
