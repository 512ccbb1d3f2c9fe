package org.kiungo.web.placement;

import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.Progress;
import org.kiungo.web.language.Words;
import org.kiungo.web.run.RunEvents;

/** A placement of this process: its stop button, its progress and its events. */
final class LivePlacement implements Progress {

  /** Between two events of one phase. */
  private static final long EVENT_NANOS = 250_000_000L;

  final String id;
  final PlacementBody body;
  final RunEvents events = new RunEvents(0);
  private volatile Placement.State state = Placement.State.QUEUED;
  private volatile boolean stopped;
  private volatile Map<String, Double> numbers =
      Map.of("doneRatio", 0.0, "value", Double.NaN, "bound", Double.NaN, "gapRatio", Double.NaN);
  private volatile String phase = "";
  private volatile Waiting waiting;
  private long lastEvent = Long.MIN_VALUE;

  /**
   * @param body what is asked; null when it cannot be read any more
   * @param waiting what is kept of it on disk; failed = over
   */
  LivePlacement(String id, PlacementBody body, Waiting waiting) {
    this.id = id;
    this.body = body;
    this.waiting = waiting;
    if (!waiting.failure().isEmpty()) {
      end(Placement.State.FAILED);
    }
  }

  Waiting waiting() {
    return waiting;
  }

  @Override
  public void report(
      String newPhase, double doneRatio, double value, double bound, double gapRatio) {
    boolean begins = !newPhase.equals(phase);
    phase = newPhase;
    numbers = Map.of("doneRatio", doneRatio, "value", value, "bound", bound, "gapRatio", gapRatio);
    long now = System.nanoTime();
    if (begins || now - lastEvent > EVENT_NANOS) {
      lastEvent = now;
      events.add("progress", shown(Words.in("en"), List.of()), false);
    }
  }

  void begin() {
    waiting = waiting.begun();
    state = Placement.State.RUNNING;
  }

  void stop() {
    stopped = true;
  }

  boolean isStopped() {
    return stopped;
  }

  Placement.State state() {
    return state;
  }

  void end(Placement.State end) {
    state = end;
    events.add("finished", Map.of("id", id, "state", end), true);
  }

  void refuse(InputRefused why) {
    waiting = waiting.failed(why);
    end(Placement.State.FAILED);
  }

  void fail(String fault) {
    waiting = waiting.failed("internal", List.of(fault));
    end(Placement.State.FAILED);
  }

  Placement shown(Words words, List<String> files) {
    Waiting now = waiting;
    Placement.Failure failure =
        now.failure().isEmpty()
            ? null
            : new Placement.Failure(
                now.failure(), words.text("error." + now.failure(), now.arguments().toArray()));
    return new Placement(
        id,
        state,
        phase,
        numbers.get("doneRatio"),
        numbers.get("value"),
        numbers.get("bound"),
        numbers.get("gapRatio"),
        files,
        failure);
  }
}
