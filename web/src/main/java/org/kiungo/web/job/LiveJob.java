package org.kiungo.web.job;

import java.util.function.Supplier;
import org.kiungo.geodata.store.Together;
import org.kiungo.web.job.Leases.Lease;
import org.kiungo.web.worker.Unwanted;

/** A job under way here: its stop button and how far it is. */
public final class LiveJob {

  private final JobRow row;
  private final Lease lease;
  private final JobTable table;
  private volatile boolean stopped;
  private volatile boolean closing;
  private volatile boolean lost;
  private volatile Object progress;
  private volatile boolean ended;
  private Object told;

  /** Under a lease that was begun. */
  public LiveJob(JobRow row, Lease lease, JobTable table) {
    this.row = row;
    this.lease = lease;
    this.table = table;
  }

  public String id() {
    return row.id();
  }

  public JobRow row() {
    return row;
  }

  public Lease lease() {
    return lease;
  }

  /** Its user wants it to end. */
  void stop() {
    stopped = true;
  }

  /** Whether it should end soon, with the best it has. */
  public boolean isStopped() {
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

  public boolean isLost() {
    return lost;
  }

  /** Whether to leave it where it stands: it is another server's, or the next start's. */
  public boolean isLeft() {
    return lost || closing && !stopped;
  }

  /** Whether it should end for any of these reasons, where there is no best to be kept. */
  public boolean isEnding() {
    return stopped || closing || lost;
  }

  /** Whether what is to be written should not wait any longer for a database that is away. */
  public boolean isGivenUp() {
    return lost || closing;
  }

  /** How far it is, a record that becomes JSON; kept every second. */
  public void at(Object now) {
    progress = now;
  }

  /** What was told last; null before the first. */
  public Object progress() {
    return progress;
  }

  /**
   * Ends it with what the transaction around writes; throws {@link LostLease} when it is not ours.
   */
  public void end(String result) {
    JobState state = stopped ? JobState.STOPPED : JobState.FINISHED;
    if (!table.end(lease, state, progress, result, null, false)) {
      lost = true;
      throw new LostLease();
    }
    ended = true;
  }

  /**
   * Its end, to be written together with what it stores.
   *
   * @param result asked for last; null where it is kept elsewhere
   */
  public Together endTogether(Supplier<String> result) {
    return connection -> {
      if (isEnding()) {
        throw new Unwanted();
      }
      table.finish(lease, progress, result.get()).write(connection);
      ended = true;
    };
  }

  /** Does what follows once its end is written, if it is. */
  public void ifEnded(Runnable then) {
    if (ended) {
      then.run();
    }
  }

  /** Keeps how far it is, where that has changed. */
  void keep() {
    Object now = progress;
    if (now != told) {
      table.progress(lease, now);
      told = now;
    }
  }
}
