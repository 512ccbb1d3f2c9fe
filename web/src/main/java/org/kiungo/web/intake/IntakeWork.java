package org.kiungo.web.intake;

import java.time.Duration;
import java.util.Optional;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.job.HeavyRequests;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobWork;
import org.kiungo.web.job.LiveJob;
import org.kiungo.web.store.SpaceReserve;

/** What all have in common that makes files versions of datasets. */
abstract class IntakeWork implements JobWork {

  static final String LANE = "intake";

  /** The versions and reports of imports are kept for ever; who asked for them is not. */
  static final Duration KEPT = Duration.ofDays(90);

  private static final int MOST_WAITING = 50;

  private final HeavyRequests heavy;
  private final SpaceReserve space;

  IntakeWork(HeavyRequests heavy, SpaceReserve space) {
    this.heavy = heavy;
    this.space = space;
  }

  LiveIntake live(LiveJob job) {
    return new LiveIntake(job, space);
  }

  @Override
  public String lane() {
    return LANE;
  }

  @Override
  public int atOnce() {
    return heavy.atOnce();
  }

  @Override
  public int mostWaiting() {
    return MOST_WAITING;
  }

  @Override
  public boolean isTriedAgain() {
    return true;
  }

  @Override
  public Optional<Duration> kept() {
    return Optional.of(KEPT);
  }

  @Override
  public InputRefused interrupted(JobRow row) {
    return new InputRefused("import.interrupted", "file", row.subject());
  }
}
