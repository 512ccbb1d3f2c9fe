package org.kiungo.web.run;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.Scenario;

/** A run of this process: its stop button, its progress, its best plan so far and its events. */
final class LiveRun implements Progress {

  /** Between two events, unless the phase changes; a map redraws no faster. */
  private static final double EVENT_SECONDS = 0.25;

  /** Between two writes to the database. */
  private static final double SAVE_SECONDS = 2;

  private final RunRow row;
  private final RunRepository repository;
  private final RunEvents events;
  private volatile boolean stopped;
  private volatile boolean over;
  private volatile RunProgress progress;
  private volatile BestSoFar best;
  private volatile long wantedUntilNanos = System.nanoTime();
  private long beganNanos;
  private double lastEvent = Double.NEGATIVE_INFINITY;
  private double lastSave = Double.NEGATIVE_INFINITY;

  LiveRun(RunRow row, RunRepository repository) {
    this.row = row;
    this.repository = repository;
    this.events = new RunEvents(row.events());
    this.progress = row.progress();
  }

  String id() {
    return row.id();
  }

  int attempts() {
    return row.attempts();
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

  boolean isOver() {
    return over;
  }

  void stop() {
    stopped = true;
  }

  boolean isStopped() {
    return stopped;
  }

  void begin() {
    beganNanos = System.nanoTime();
    repository.begin(id(), row.attempts() + 1);
  }

  /** What hears of the planning of these facts. */
  Progress of(PlanningProblem problem) {
    best = new BestSoFar(problem);
    return this;
  }

  /** The best plan so far, empty before the first; asking is what makes the next one be drawn. */
  Optional<BestSoFar.Drawn> askForBest() {
    wantedUntilNanos = BestSoFar.wantedFromNow();
    BestSoFar known = best;
    return known == null ? Optional.empty() : known.drawn();
  }

  @Override
  public void report(String phase, double doneRatio, double value, double bound, double gapRatio) {
    double elapsed = (System.nanoTime() - beganNanos) / 1e9;
    boolean newPhase = !phase.equals(progress.phase());
    progress = new RunProgress(phase, doneRatio, value, bound, gapRatio, elapsed, progress.drawn());
    if (newPhase || elapsed - lastEvent >= EVENT_SECONDS) {
      tell(elapsed);
    }
    if (elapsed - lastSave >= SAVE_SECONDS) {
      lastSave = elapsed;
      repository.progress(id(), progress, events.count());
    }
  }

  @Override
  public void offer(Supplier<List<SettlementService>> services) {
    int drawn = best.offer(services, wantedUntilNanos);
    if (drawn != progress.drawn()) {
      progress = progress.withDrawn(drawn);
      tell(progress.elapsedSeconds());
    }
  }

  private void tell(double elapsedSeconds) {
    lastEvent = elapsedSeconds;
    events.add("progress", progress, false);
  }

  void end(RunState state, String planId, String error) {
    repository.progress(id(), progress, events.count());
    repository.end(id(), state, planId, error, events.count() + 1);
    over = true;
    best = null;
    events.add("finished", new RunEnd(planId, state), true);
  }

  void requeue() {
    repository.requeue(id(), row.attempts(), events.count());
  }
}
