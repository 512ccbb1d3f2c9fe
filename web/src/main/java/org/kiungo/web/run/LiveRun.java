package org.kiungo.web.run;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.job.Leases.Lease;
import org.kiungo.web.job.LiveJob;
import org.kiungo.web.worker.TellingProgress;
import org.kiungo.web.worker.Told;

/** A run under way here: its stop button, its progress, its best plan so far and its events. */
final class LiveRun {

  /** Between two events, unless the phase changes; a map redraws no faster. */
  private static final double EVENT_SECONDS = 0.25;

  private final LiveJob job;
  private final RunRow row;
  private final Checkpoints checkpoints;
  private final RunEvents events;
  private volatile RunProgress progress;
  private volatile BestSoFar.Drawn drawn;
  private volatile long wantedUntilNanos = System.nanoTime();
  private final long beganNanos = System.nanoTime();
  private double lastEvent = Double.NEGATIVE_INFINITY;

  LiveRun(LiveJob job, RunRow row, Checkpoints checkpoints, RunEvents events) {
    this.job = job;
    this.row = row;
    this.checkpoints = checkpoints;
    this.events = events;
    this.progress = row.progress();
  }

  LiveJob job() {
    return job;
  }

  String id() {
    return row.id();
  }

  Lease lease() {
    return job.lease();
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

  RunProgress progress() {
    return progress;
  }

  boolean isStopped() {
    return job.isStopped();
  }

  /** Plans of this run from before it was interrupted. */
  List<Plan> starts() {
    return checkpoints.read(id());
  }

  /** What hears of the planning of these facts. */
  Progress of(PlanningProblem problem) {
    return new RunListener(
        new TellingProgress(this::told),
        new RunOffers(problem, checkpoints, job.lease()),
        this::isWatched,
        this::show);
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

  /** How far it is. */
  void told(Told now) {
    double elapsed = elapsedSeconds();
    boolean newPhase = !now.phase().equals(progress.phase());
    progress = RunProgress.of(now, elapsed, progress.drawn());
    if (newPhase || elapsed - lastEvent >= EVENT_SECONDS) {
      tell(elapsed);
    }
    job.at(new RunRow.Kept(progress, events.count()));
  }

  private double elapsedSeconds() {
    return (System.nanoTime() - beganNanos) / 1e9;
  }

  private void tell(double elapsedSeconds) {
    lastEvent = elapsedSeconds;
    events.add("progress", progress, false);
  }

  /**
   * Ends it with what the transaction around writes, and the event that will tell it.
   *
   * @param plan whose numbers are those of the run
   */
  void end(PlanFolder plan, String made) {
    progress = progress.of(plan);
    job.at(new RunRow.Kept(progress, events.count() + 1));
    job.end(made);
  }
}
