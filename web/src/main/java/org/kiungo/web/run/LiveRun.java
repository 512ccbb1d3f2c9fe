package org.kiungo.web.run;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.job.Leases.Lease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** A run under way here: its stop button, its progress, its best plan so far and its events. */
final class LiveRun implements Progress {

  private static final Logger LOG = LoggerFactory.getLogger(LiveRun.class);

  /** Between two events, unless the phase changes; a map redraws no faster. */
  private static final double EVENT_SECONDS = 0.25;

  /** Between two writes to the database. */
  private static final double SAVE_SECONDS = 2;

  private final RunRow row;
  private final Lease lease;
  private final RunRepository repository;
  private final Checkpoints checkpoints;
  private final RunEvents events;
  private volatile boolean stopped;
  private volatile boolean lost;
  private volatile RunProgress progress;
  private volatile BestSoFar.Drawn drawn;
  private RunOffers offers;
  private volatile long wantedUntilNanos = System.nanoTime();
  private final long beganNanos = System.nanoTime();
  private double lastEvent = Double.NEGATIVE_INFINITY;
  private double lastSave = Double.NEGATIVE_INFINITY;

  LiveRun(
      RunRow row,
      Lease lease,
      RunRepository repository,
      Checkpoints checkpoints,
      RunEvents events) {
    this.row = row;
    this.lease = lease;
    this.repository = repository;
    this.checkpoints = checkpoints;
    this.events = events;
    this.progress = row.progress();
  }

  String id() {
    return row.id();
  }

  Lease lease() {
    return lease;
  }

  String scenarioText() {
    return row.scenario();
  }

  Scenario scenario() {
    return ScenarioFile.read(row.scenario().getBytes(StandardCharsets.UTF_8));
  }

  String lever() {
    return row.lever();
  }

  RunEvents events() {
    return events;
  }

  RunProgress progress() {
    return progress;
  }

  void stop() {
    stopped = true;
  }

  boolean isStopped() {
    return stopped;
  }

  /** Another server has it, or it is over: nothing of it may be kept from here. */
  void lose() {
    lost = true;
  }

  boolean isLost() {
    return lost;
  }

  /** Plans of this run from before it was interrupted. */
  List<Plan> starts() {
    return checkpoints.read(id());
  }

  /** What hears of the planning of these facts. */
  Progress of(PlanningProblem problem) {
    offers = new RunOffers(problem, checkpoints, lease);
    return this;
  }

  /** The best plan so far, empty before the first; asking is what makes the next one be drawn. */
  Optional<BestSoFar.Drawn> askForBest() {
    wantedUntilNanos = BestSoFar.wantedFromNow();
    return Optional.ofNullable(drawn);
  }

  /** True while somebody wants to see the best plan. */
  boolean isWatched() {
    return System.nanoTime() - wantedUntilNanos < 0;
  }

  /** Shows another plan to whoever watches. */
  void show(BestSoFar.Drawn plan) {
    drawn = plan;
    progress = progress.withDrawn(plan.number());
    tell(progress.elapsedSeconds());
  }

  @Override
  public void report(String phase, double doneRatio, double value, double bound, double gapRatio) {
    double elapsed = elapsedSeconds();
    boolean newPhase = !phase.equals(progress.phase());
    progress = new RunProgress(phase, doneRatio, value, bound, gapRatio, elapsed, progress.drawn());
    if (newPhase || elapsed - lastEvent >= EVENT_SECONDS) {
      tell(elapsed);
    }
    if (elapsed - lastSave >= SAVE_SECONDS) {
      lastSave = elapsed;
      save();
    }
  }

  @Override
  public void offer(Supplier<Plan> plan) {
    BestSoFar.Drawn another = offers.take(plan, isWatched());
    if (another != null) {
      show(another);
    }
  }

  private double elapsedSeconds() {
    return (System.nanoTime() - beganNanos) / 1e9;
  }

  /** What is computed does not depend on whether this can be kept at the moment. */
  private void save() {
    try {
      repository.progress(lease, progress, events.count());
    } catch (DataAccessException away) {
      LOG.warn("progress of run {} is not kept: {}", id(), away.toString());
    }
  }

  private void tell(double elapsedSeconds) {
    lastEvent = elapsedSeconds;
    events.add("progress", progress, false);
  }

  /** Keeps how it ended; false when it is not this server's to end. */
  boolean end(RunState state, String planId, String error) {
    repository.progress(lease, progress, events.count());
    return repository.end(lease, state, planId, error, events.count() + 1);
  }
}
